//! Weekly opening hours such as `{ mon-thu = "07:30-12:00, 13:00-16:00" }`.

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::leaf::time_of_day::time;
use crate::scenario::reading::leaf::weekday::weekdays;
use crate::scenario::reading::leaf::{Fault, Read};
use crate::scenario::reading::source::Place;
use crate::scenario::reading::tree::{Entry, Node, Table, Value};
use crate::time::{Opening, WeeklyHours};

const EXAMPLE: &str =
    "write \"always\" or { mon-thu = \"07:30-12:00, 13:00-16:00\", fri = \"07:30-11:30\" }";

/// Intervals of a day at most.
const MOST_OPENINGS: usize = 24;

/// The hours read so far, and for each weekday the key that gave them.
#[derive(Default)]
struct Week {
    days: [Vec<Opening>; 7],
    given: [Option<Place>; 7],
}

impl Read for WeeklyHours {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match &node.value {
            Value::Text(text) if text == "always" => Some(WeeklyHours::always()),
            Value::Table(table) => read_week(table, findings),
            _ => {
                findings.refuse(node, Fault::new("must be opening hours").help(EXAMPLE));
                None
            }
        }
    }
}

fn read_week(table: &Table, findings: &mut Findings) -> Option<WeeklyHours> {
    let mut week = Week::default();
    let sound: Vec<bool> =
        table.entries.iter().map(|entry| week.read_entry(entry, findings).is_some()).collect();
    WeeklyHours::new(week.days).ok().filter(|_| sound.iter().all(|sound| *sound))
}

impl Week {
    fn read_entry(&mut self, entry: &Entry, findings: &mut Findings) -> Option<()> {
        let days = weekdays(&entry.key).map_err(|fault| findings.note(no_weekday(entry, fault)));
        let openings =
            openings(&entry.node.value).map_err(|fault| findings.refuse(&entry.node, fault));
        let (days, openings) = (days.ok()?, openings.ok()?);
        for day in days {
            if let Some(first) = self.given[day].replace(entry.place) {
                findings.note(twice(entry, first));
                return None;
            }
            self.days[day].clone_from(&openings);
        }
        Some(())
    }
}

fn no_weekday(entry: &Entry, fault: Fault) -> Diagnostic {
    Diagnostic::error(format!("`{}` {}", entry.key.escape_debug(), fault.message))
        .at(entry.place)
        .helps(fault.help)
        .help("or a range such as mon-thu, or \"every day\"")
}

fn twice(entry: &Entry, first: Place) -> Diagnostic {
    Diagnostic::error(format!("`{}` gives hours of a weekday again", entry.key.escape_debug()))
        .at(entry.place)
        .also(first, "given here")
        .help("each weekday may be in one key only")
}

/// The intervals of a text such as `07:30-12:00, 13:00-16:00`, or none for `closed`.
fn openings(value: &Value) -> Result<Vec<Opening>, Fault> {
    let Value::Text(text) = value else { return Err(no_hours()) };
    if text.trim() == "closed" {
        return Ok(Vec::new());
    }
    let openings: Result<Vec<Opening>, Fault> = text.split(',').map(opening).collect();
    let openings = openings?;
    if MOST_OPENINGS < openings.len() {
        return Err(Fault::new(format!("must have at most {MOST_OPENINGS} intervals a day")));
    }
    let mut days: [Vec<Opening>; 7] = Default::default();
    days[0].clone_from(&openings);
    WeeklyHours::new(days)
        .map(|_| openings)
        .map_err(|reason| Fault::new("must be hours in order").help(reason))
}

fn opening(text: &str) -> Result<Opening, Fault> {
    let (from, until) = text.split_once(['-', '–']).ok_or_else(no_hours)?;
    let time = |text: &str| {
        time(text.trim()).map_err(|fault| Fault { message: no_hours().message, ..fault })
    };
    Ok(Opening { from: time(from)?, until: time(until)? })
}

fn no_hours() -> Fault {
    Fault::new("must be hours of a day")
        .help("write intervals, such as \"07:30-12:00, 13:00-16:00\", or \"closed\"")
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::{Colour, Read, read_text};
    use crate::time::WeeklyHours;

    fn hours(value: &str) -> Result<WeeklyHours, String> {
        let (node, mut findings) = read_text("office.toml", &format!("hours = {value}\n"));
        let root = node.ok_or("not TOML")?;
        let hours = root.table().and_then(|root| root.get("hours")).ok_or("not there")?;
        WeeklyHours::read(hours, &mut findings).ok_or_else(|| findings.render(Colour::Plain))
    }

    #[test]
    fn hours_are_given_by_weekday() {
        let week = hours("{ mon-thu = \"07:30-12:00, 13:00-16:00\", fri = \"07:30-11:30\" }");
        let week = week.expect("hours");
        assert_eq!(week.on(3).len(), 2);
        assert_eq!(week.on(4)[0].until.to_string(), "11:30");
        assert!(week.on(5).is_empty());
        assert_eq!(hours("\"always\""), Ok(WeeklyHours::always()));
        assert_eq!(hours("{ \"every day\" = \"00:00-24:00\" }"), Ok(WeeklyHours::always()));
        assert_eq!(hours("{ sun = \"closed\" }"), Ok(WeeklyHours::default()));
    }

    #[test]
    fn what_is_wrong_with_hours_is_said_where_it_is() {
        let cases = [
            (
                "{ mon-thu = \"08:00-16:00\", wed = \"09:00-10:00\" }",
                "gives hours of a weekday again",
            ),
            ("{ mon = \"08:00-12:00, 11:00-16:00\" }", "overlap"),
            ("{ mon = \"16:00-08:00\" }", "ends before it begins"),
            ("{ mun = \"08:00-16:00\" }", "did you mean `mon`?"),
            ("{ mon = \"07.30-16:00\" }", "did you mean `07:30`?"),
            ("{ mon = 8 }", "`hours.mon` must be hours of a day"),
            ("3", "`hours` must be opening hours"),
            ("{ mon = \"08:00\" }", "write intervals"),
        ];
        for (value, message) in cases {
            let complaint = hours(value).expect_err(value);
            assert!(complaint.contains(message), "{value}: {complaint}");
        }
    }

    #[test]
    fn all_wrong_days_are_noted() {
        let complaint =
            hours("{ mon = \"x\", tue = 3, wedd = \"08:00-09:00\" }").expect_err("wrong");
        assert_eq!(complaint.matches("error:").count(), 3, "{complaint}");
    }
}
