//! One applicant's happenings as lines of a story.

use crate::office::{AtStation, Happening, Outcome, Plan, StationId, Step};
use crate::report::trace::story::counted;
use crate::report::trace::words::{ending, service};
use crate::time::{Instant, Span};

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
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

/// The happenings of one applicant as lines; what the next line says anyway has none of its own.
pub fn lines(plan: &Plan, happenings: &[&Happening]) -> Vec<Line> {
    let (appointed, start) = (None, Instant::START);
    let mut teller = Teller { plan, appointed, in_line_since: start, began: start };
    let line = |happening: &&Happening| {
        let sentence = teller.sentence(happening)?;
        Some(Line { time: when(plan, happening.at), sentence })
    };
    happenings.iter().filter_map(line).collect()
}

impl Teller<'_> {
    fn sentence(&mut self, happening: &Happening) -> Option<String> {
        let sentence = match happening.step {
            Step::Wish => "wants a passport",
            Step::FindsHelp => "has found somebody who helps with the app",
            Step::ChangesChannel { to } => {
                return Some(format!("from now on asks by {}", to.name()));
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
                return Some(format!("is sent back to {}", service(to, self.plan)));
            }
            Step::ServedOutside => "photo, fingerprints and interview by the outreach team",
            Step::PapersIncomplete => "is sent home: the papers are incomplete",
            Step::Pays => "pays for the passport",
            Step::FileReceived => "the file goes into production",
            Step::Ready { days: 0 } => "the passport is ready",
            Step::Ready { days } => {
                let days = counted(days, "working day");
                return Some(format!("the passport is ready, {days} after the visit"));
            }
            Step::Collects => "fetches the passport",
            Step::Ends(Outcome::Issued) => return None,
            Step::Ends(outcome) => ending(outcome),
        };
        Some(sentence.to_string())
    }

    fn arrives_at_kiosk(&self, happening: &Happening) -> String {
        let scenario = &self.plan.scenario;
        let kiosk = scenario.demand.origins[usize::from(happening.origin)].kiosk;
        match kiosk.map(|(site, _)| &scenario.intake.sites[usize::from(site.0)].name) {
            Some(name) => format!("arrives at the kiosk {name}"),
            None => "arrives at the kiosk".to_string(),
        }
    }

    fn books(&self, now: Instant, appointed: Instant, lead: u32) -> String {
        let ahead = match appointed.day() == now.day() {
            true => "for the same day".to_string(),
            false => format!("{} ahead", counted(lead, "working day")),
        };
        format!("books {}, {ahead}", when(self.plan, appointed))
    }

    fn arrives_at_office(&mut self, now: Instant) -> String {
        let arrives = "arrives at the office";
        match self.appointed.take() {
            Some(due) if now < due => format!("{arrives}, {} early", duration(due - now)),
            Some(due) if due < now => format!("{arrives}, {} late", duration(now - due)),
            Some(_) => format!("{arrives} in time"),
            None => arrives.to_string(),
        }
    }

    fn at_station(&mut self, now: Instant, station: StationId, step: AtStation) -> Option<String> {
        let name = service(station, self.plan);
        let waited = || duration(now - self.in_line_since);
        let sentence = match step {
            AtStation::Waits => {
                self.in_line_since = now;
                return None;
            }
            AtStation::ServiceBegins { waited } => {
                self.began = now;
                match waited {
                    Span::ZERO => format!("{name} begins at once"),
                    _ => format!("{name} begins, after a wait of {}", duration(waited)),
                }
            }
            AtStation::ServiceEnds => format!("{name} ends, after {}", duration(now - self.began)),
            AtStation::OutOfOrder => "finds no machine that works".to_string(),
            AtStation::DoorsClosed => format!("finds the doors closed ({name})"),
            AtStation::NoRoom => format!("finds no room to wait ({name}) and leaves"),
            AtStation::TurnsRound => format!("turns round before the line ({name})"),
            AtStation::LosesPatience => format!("leaves the line ({name}) after {}", waited()),
            AtStation::ClosingTime => {
                format!("is sent away at closing time, after a wait of {}", waited())
            }
        };
        Some(sentence)
    }
}

/// Weekday, date and time to the minute.
fn when(plan: &Plan, at: Instant) -> String {
    let weekday = WEEKDAYS[plan.calendar().weekday(at.day())];
    format!("{weekday} {} {}", plan.calendar().date(at.day()), at.time_of_day())
}

/// A length of time in the unit that is easiest to read.
pub fn duration(span: Span) -> String {
    let minutes = span.minutes();
    if minutes <= 0.0 {
        "0 min".to_string()
    } else if minutes < 1.0 {
        "less than a minute".to_string()
    } else if minutes < MINUTES_PER_HOUR {
        format!("{minutes:.0} min")
    } else if span.hours() < MANY_HOURS {
        format!("{:.1} h", span.hours())
    } else {
        format!("{:.1} days", span.days())
    }
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
