//! One applicant's happenings as lines of a story.

use crate::office::{AtStation, Happening, Outcome, Plan, StationId, StationKind, Step};
use crate::report::language::{
    Noun, counted, fixed, say, short_date, short_weekday, time_of_day, word,
};
use crate::time::{Instant, Span};

const WORKING_DAYS: Noun = ("1 working day", "{number} working days");
const MINUTES_PER_HOUR: f64 = 60.0;
/// From so many hours on, days are easier to read.
const MANY_HOURS: f64 = 48.0;

/// A line of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub time: String,
    pub sentence: String,
}

/// What a teller keeps in mind from one happening to the next.
struct Teller<'run> {
    plan: &'run Plan,
    appointed: Option<Instant>,
    in_line_since: Instant,
    began: Instant,
}

/// The happenings of one applicant, each with its line; what the next line says anyway has none of
/// its own.
pub fn lines(plan: &Plan, happenings: &[&Happening]) -> Vec<Option<Line>> {
    let (appointed, start) = (None, Instant::START);
    let mut teller = Teller { plan, appointed, in_line_since: start, began: start };
    let line = |happening: &&Happening| {
        let sentence = teller.sentence(happening)?;
        Some(Line { time: in_column(plan, happening.at), sentence })
    };
    happenings.iter().map(line).collect()
}

impl Teller<'_> {
    fn sentence(&mut self, happening: &Happening) -> Option<String> {
        if happening.step.loses_appointment() {
            self.appointed = None;
        }
        let sentence = match happening.step {
            Step::Wish => "wants a passport",
            Step::FindsHelp => "has found somebody who helps with the app",
            Step::ChangesChannel { to } => {
                let channel = word(to.name());
                return Some(say("from now on asks by {channel}", &[("channel", &channel)]));
            }
            Step::ArrivesAtKiosk => return Some(self.arrives_at_kiosk(happening)),
            Step::Asks => return None,
            Step::Books { appointed, lead } => {
                self.appointed = Some(appointed);
                return Some(self.books(happening.at, appointed, lead));
            }
            Step::BuysPlace => "finds the book full and buys a place from a broker",
            Step::FindsBookFull => "asks for an appointment and finds the book full",
            Step::LosesPlace => "has not paid in time, and the place is free again",
            Step::Cancels => "cancels the appointment",
            Step::Reschedules => "cannot come and asks for another day",
            Step::MissesAppointment => "does not come to the appointment",
            Step::ArrivesAtOffice => return Some(self.arrives_at_office(happening.at)),
            Step::FindsAppDown => "finds the app down",
            Step::FindsNoBoat => "finds no boat to the appointment",
            Step::FindsCapReached => "comes without appointment and finds the day's cap reached",
            Step::At(station, step) => return self.at_station(happening.at, station, step),
            Step::SentBack { to } => {
                let stage = service(to, self.plan);
                return Some(say("is sent back to {stage}", &[("stage", &stage)]));
            }
            Step::ServedOutside => "photo, fingerprints and interview by the outreach team",
            Step::PapersIncomplete => "is sent home: the papers are incomplete",
            Step::Pays => "pays for the passport",
            Step::FileReceived => "the file goes into production",
            Step::Ready { days: 0 } => "the passport is ready",
            Step::Ready { days } => {
                let days = counted(days, WORKING_DAYS);
                return Some(say(
                    "the passport is ready, {days} after the visit",
                    &[("days", &days)],
                ));
            }
            Step::Collects => "fetches the passport",
            Step::Ends(Outcome::Issued) => return None,
            Step::Ends(outcome) => ending(outcome),
        };
        Some(word(sentence).to_string())
    }

    fn arrives_at_kiosk(&self, happening: &Happening) -> String {
        let scenario = &self.plan.scenario;
        let kiosk = scenario.demand.origins[usize::from(happening.origin)].kiosk;
        match kiosk.map(|(site, _)| &scenario.intake.sites[usize::from(site.0)].name) {
            Some(name) => say("arrives at the kiosk {name}", &[("name", name)]),
            None => word("arrives at the kiosk").to_string(),
        }
    }

    fn books(&self, now: Instant, appointed: Instant, lead: u32) -> String {
        let time = when(self.plan, appointed);
        match appointed.day() == now.day() {
            true => say("books {time}, for the same day", &[("time", &time)]),
            false => {
                let days = counted(lead, WORKING_DAYS);
                say("books {time}, {days} ahead", &[("time", &time), ("days", &days)])
            }
        }
    }

    fn arrives_at_office(&mut self, now: Instant) -> String {
        let by = |text, span| say(text, &[("time", &duration(span))]);
        match self.appointed.take() {
            Some(due) if now < due => by("arrives at the office, {time} early", due - now),
            Some(due) if due < now => by("arrives at the office, {time} late", now - due),
            Some(_) => word("arrives at the office in time").to_string(),
            None => word("arrives at the office").to_string(),
        }
    }

    fn at_station(&mut self, now: Instant, station: StationId, step: AtStation) -> Option<String> {
        let name = service(station, self.plan);
        let said = |text, span| say(text, &[("stage", &name), ("time", &duration(span))]);
        let waited = now - self.in_line_since;
        Some(match step {
            AtStation::Waits => {
                self.in_line_since = now;
                return None;
            }
            AtStation::ServiceBegins { waited } => {
                self.began = now;
                match waited {
                    Span::ZERO => said("{stage} begins at once", waited),
                    _ => said("{stage} begins, after a wait of {time}", waited),
                }
            }
            AtStation::ServiceEnds => said("{stage} ends, after {time}", now - self.began),
            AtStation::OutOfOrder => word("finds no machine that works").to_string(),
            AtStation::DoorsClosed => said("finds the doors closed ({stage})", waited),
            AtStation::NoRoom => said("finds no room to wait ({stage}) and leaves", waited),
            AtStation::TurnsRound => said("turns round before the line ({stage})", waited),
            AtStation::LosesPatience => said("leaves the line ({stage}) after {time}", waited),
            AtStation::ClosingTime => {
                said("is sent away at closing time, after a wait of {time}", waited)
            }
        })
    }
}

/// What is done at a station.
pub fn service(station: StationId, plan: &Plan) -> &str {
    let station = &plan.stations[usize::from(station.0)];
    match station.kind {
        StationKind::Kiosk(_) => word("data entry"),
        StationKind::Stage(_) => &station.name,
    }
}

/// How a story ends.
pub fn ending(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Issued => "has the passport",
        Outcome::NeverCollected => "never collects the passport",
        Outcome::Refused => "is refused",
        Outcome::NeverPaid => "never pays",
        Outcome::SentHome => "does not come back",
        Outcome::NoShow => "does not ask again",
        Outcome::TurnedAway => "has used up all tries and is turned away",
        Outcome::GaveUp => "gives up",
        Outcome::ShutOut => "can neither use the app nor find help: shut out",
        Outcome::UnderWay => "is still under way when the run ends",
    }
}

/// Weekday, date and time to the minute.
pub fn when(plan: &Plan, at: Instant) -> String {
    let date = plan.calendar().date(at.day());
    let weekday = short_weekday(date.weekday());
    format!("{weekday} {} {}", short_date(date), time_of_day(at.time_of_day()))
}

/// The same, of one width for all dates.
fn in_column(plan: &Plan, at: Instant) -> String {
    let date = plan.calendar().date(at.day());
    let weekday = short_weekday(date.weekday());
    format!("{weekday} {:>11} {}", short_date(date), time_of_day(at.time_of_day()))
}

/// A length of time in the unit that is easiest to read.
pub fn duration(span: Span) -> String {
    let minutes = span.minutes();
    let (text, number) = if minutes <= 0.0 {
        ("{number} min", "0".to_string())
    } else if minutes < 1.0 {
        return word("less than a minute").to_string();
    } else if minutes < MINUTES_PER_HOUR {
        ("{number} min", fixed(minutes, 0))
    } else if span.hours() < MANY_HOURS {
        ("{number} h", fixed(span.hours(), 1))
    } else {
        ("{number} days", fixed(span.days(), 1))
    };
    say(text, &[("number", &number)])
}

#[cfg(test)]
mod tests {
    use super::duration;
    use crate::time::Span;

    #[test]
    fn durations_are_in_a_handy_unit() {
        let said = [0, 1, 59, 90, 2_879, 2_880].map(|of| duration(Span::from_minutes(of)));
        assert_eq!(said, ["0 min", "1 min", "59 min", "1.5 h", "48.0 h", "2.0 days"]);
        assert_eq!(duration(Span::from_milliseconds(1)), "less than a minute");
    }
}
