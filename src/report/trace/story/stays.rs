//! The hours of a story: stays at kiosks and offices, with the turns at their stations.

use crate::office::{AtStation, Happening, StationId, Step};
use crate::time::Instant;

/// A stay at a kiosk or an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    pub from: Instant,
    pub until: Instant,
    /// The appointment that it is for.
    pub appointed: Option<Instant>,
    pub turns: Vec<Turn>,
}

/// A turn in the line of a station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    pub station: StationId,
    pub joins: Instant,
    /// When the service begins, or the line is left without any.
    pub begins: Instant,
    pub ends: Option<Instant>,
}

/// All stays of an applicant at which there is anything to wait for.
pub fn stays(happenings: &[&Happening]) -> Vec<Stay> {
    let mut stays: Vec<Stay> = Vec::new();
    let mut appointed = None;
    for happening in happenings {
        let now = happening.at;
        match happening.step {
            Step::Books { appointed: at, .. } => appointed = Some(at),
            step if step.loses_appointment() => appointed = None,
            Step::ArrivesAtKiosk => stays.push(Stay::from(now, None)),
            Step::ArrivesAtOffice => stays.push(Stay::from(now, appointed.take())),
            Step::At(station, step) => {
                // A service may go on past midnight.
                let goes_on = |stay: &Stay| {
                    stay.from.day() == now.day()
                        || stay.turns.last().is_some_and(|turn| turn.is_open_at(station))
                };
                if !stays.last().is_some_and(goes_on) {
                    stays.push(Stay::from(now, None));
                }
                if let Some(stay) = stays.last_mut() {
                    stay.take(now, (station, step));
                }
            }
            _ => {}
        }
    }
    stays.retain(|stay| !stay.turns.is_empty());
    stays
}

impl Turn {
    /// Whether somebody is in line or served at a station still.
    fn is_open_at(&self, station: StationId) -> bool {
        self.station == station && self.ends.is_none()
    }
}

impl Stay {
    fn from(now: Instant, appointed: Option<Instant>) -> Stay {
        Stay { from: now, until: now, appointed, turns: Vec::new() }
    }

    /// Takes in what happens at a station.
    fn take(&mut self, now: Instant, (station, step): (StationId, AtStation)) {
        self.until = now;
        let joins = match step {
            AtStation::ServiceBegins { waited } => now - waited,
            _ => now,
        };
        if !self.turns.last().is_some_and(|turn| turn.is_open_at(station)) {
            self.turns.push(Turn { station, joins, begins: now, ends: None });
        }
        let Some(turn) = self.turns.last_mut() else { return };
        match step {
            AtStation::ServiceEnds => turn.ends = Some(now),
            _ => turn.begins = now,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Stay, Turn, stays};
    use crate::office::{AtStation, Happening, StationId, Step};
    use crate::scenario::{Channel, LaneId};
    use crate::time::{Instant, Span};

    const DESK: StationId = StationId(0);

    fn at(minutes: i64) -> Instant {
        Instant::START + Span::from_minutes(minutes)
    }

    fn happenings(steps: &[(i64, Step)]) -> Vec<Happening> {
        let (identity, people, origin) = (0, 1, 0);
        let (channel, lane) = (Channel::App, LaneId(0));
        let happening = |(minutes, step): &(i64, Step)| {
            let (at, step) = (at(*minutes), *step);
            Happening { at, identity, people, origin, channel, lane, step }
        };
        steps.iter().map(happening).collect()
    }

    fn of(steps: &[(i64, Step)]) -> Vec<Stay> {
        stays(&happenings(steps).iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_turn_is_a_wait_and_a_service() {
        let waited = Span::from_minutes(10);
        let found = of(&[
            (0, Step::Books { appointed: at(500), lead: 1 }),
            (490, Step::ArrivesAtOffice),
            (490, Step::At(DESK, AtStation::Waits)),
            (500, Step::At(DESK, AtStation::ServiceBegins { waited })),
            (512, Step::At(DESK, AtStation::ServiceEnds)),
            (512, Step::FileReceived),
        ]);
        let turn = Turn { station: DESK, joins: at(490), begins: at(500), ends: Some(at(512)) };
        let (appointed, turns) = (Some(at(500)), vec![turn]);
        assert_eq!(found, [Stay { from: at(490), until: at(512), appointed, turns }]);
    }

    #[test]
    fn who_leaves_the_line_has_a_turn_without_service() {
        let found = of(&[
            (490, Step::ArrivesAtOffice),
            (490, Step::At(DESK, AtStation::Waits)),
            (550, Step::At(DESK, AtStation::LosesPatience)),
        ]);
        let turn = Turn { station: DESK, joins: at(490), begins: at(550), ends: None };
        assert_eq!(found[0].turns, [turn]);
        assert!(of(&[(490, Step::ArrivesAtOffice), (490, Step::PapersIncomplete)]).is_empty());
    }

    #[test]
    fn a_service_past_midnight_belongs_to_the_day_on_which_it_began() {
        let (midnight, waited) = (24 * 60, Span::ZERO);
        let found = of(&[
            (midnight - 5, Step::ArrivesAtOffice),
            (midnight - 5, Step::At(DESK, AtStation::ServiceBegins { waited })),
            (midnight + 5, Step::At(DESK, AtStation::ServiceEnds)),
        ]);
        let [Stay { turns, .. }] = &found[..] else { panic!("one stay, not {found:?}") };
        let [Turn { ends, .. }] = turns[..] else { panic!("one turn, not {turns:?}") };
        assert_eq!(ends, Some(at(midnight + 5)));
    }

    #[test]
    fn an_appointment_that_was_missed_is_not_that_of_the_next_visit() {
        let found = of(&[
            (0, Step::Books { appointed: at(500), lead: 1 }),
            (500, Step::MissesAppointment),
            (3_000, Step::ArrivesAtOffice),
            (3_000, Step::At(DESK, AtStation::Waits)),
        ]);
        assert_eq!(found[0].appointed, None);
    }

    #[test]
    fn another_day_is_another_stay() {
        let waited = Span::ZERO;
        let steps = [0, 24 * 60].map(|day| {
            [
                (day + 480, Step::At(DESK, AtStation::ServiceBegins { waited })),
                (day + 490, Step::At(DESK, AtStation::ServiceEnds)),
            ]
        });
        assert_eq!(of(&steps.concat()).len(), 2);
    }
}
