//! Times of day such as `"07:30"`.

use crate::scenario::reading::leaf::{Fault, Leaf};
use crate::scenario::reading::tree::Value;
use crate::time::TimeOfDay;

impl Leaf for TimeOfDay {
    fn parse(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::Text(text) => time(text.trim()),
            Value::Moment(moment) => {
                time(moment.strip_suffix(":00").filter(|time| time.contains(':')).unwrap_or(moment))
            }
            _ => Err(fault()),
        }
    }
}

/// The time of day that a text says.
pub fn time(text: &str) -> Result<TimeOfDay, Fault> {
    parts(text, ':').ok_or_else(|| fault().guess(guess(text)))
}

fn fault() -> Fault {
    Fault::new("must be a time of day")
        .help("write hour and minute from \"00:00\" to \"24:00\", such as \"07:30\"")
}

fn parts(text: &str, separator: char) -> Option<TimeOfDay> {
    let (hour, minute) = text.split_once(separator)?;
    let digits = |part: &str| part.chars().all(|character| character.is_ascii_digit());
    let sound = hour.len() <= 2 && minute.len() == 2 && digits(hour) && digits(minute);
    TimeOfDay::new(hour.parse().ok()?, minute.parse().ok()?).filter(|_| sound)
}

/// A time written with a point, or without minutes.
fn guess(text: &str) -> Option<String> {
    let whole_hour = || TimeOfDay::new(text.parse().ok()?, 0);
    parts(text, '.').or_else(whole_hour).map(|time| time.to_string())
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::leaf::Leaf;
    use crate::scenario::reading::tree::Value;
    use crate::time::TimeOfDay;

    fn time(text: &str) -> Result<String, String> {
        TimeOfDay::parse(&Value::Text(text.to_string()))
            .map(|time| time.to_string())
            .map_err(|fault| fault.help.last().cloned().unwrap_or_default())
    }

    #[test]
    fn times_of_day_end_at_24_00() {
        assert_eq!(time("07:30"), Ok("07:30".to_string()));
        assert_eq!(time("7:30"), Ok("07:30".to_string()));
        assert_eq!(time("24:00"), Ok("24:00".to_string()));
        for wrong in ["24:01", "07:60", "07:3", "-1:00", "+7:30", "noon", "", "007:30"] {
            assert!(time(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_point_for_a_colon_is_seen_through() {
        assert_eq!(time("07.30"), Err("did you mean `07:30`?".to_string()));
        assert_eq!(time("8"), Err("did you mean `08:00`?".to_string()));
    }

    #[test]
    fn local_times_of_toml_will_do() {
        let moment = |text: &str| TimeOfDay::parse(&Value::Moment(text.to_string()));
        assert_eq!(moment("07:30:00").map(|time| time.to_string()), Ok("07:30".to_string()));
        assert_eq!(moment("07:00").map(|time| time.to_string()), Ok("07:00".to_string()));
        assert!(moment("07:30:15").is_err());
        assert!(moment("2026-02-01T07:30:00").is_err());
    }
}
