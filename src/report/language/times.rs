//! Times of day as people of a language write them: 14:00 or 14.00.

use crate::report::language::spoken;
use crate::scenario::Language;
use crate::time::TimeOfDay;

/// A time of day as clocks show it.
pub fn time_of_day(time: TimeOfDay) -> String {
    in_language(spoken(), &time.to_string())
}

/// A full hour of a day, from 0 to 24, as clocks show it.
pub fn full_hour(hour: usize) -> String {
    in_language(spoken(), &format!("{hour:02}:00"))
}

/// The hour that begins then, from its beginning to its end: "07:00-08:00".
pub fn hour_of_day(hour: usize) -> String {
    format!("{}-{}", full_hour(hour), full_hour(hour + 1))
}

fn in_language(language: Language, english: &str) -> String {
    match language {
        Language::English => english.to_string(),
        Language::Indonesian => english.replace(':', "."),
    }
}

#[cfg(test)]
mod tests {
    use super::{hour_of_day, time_of_day};
    use crate::report::language::within;
    use crate::scenario::Language;
    use crate::time::TimeOfDay;

    #[test]
    fn times_are_written_as_in_the_language() {
        let half_past = TimeOfDay::new(7, 30).expect("a time");
        let told = || [time_of_day(half_past), hour_of_day(7), hour_of_day(23)];
        assert_eq!(told(), ["07:30", "07:00-08:00", "23:00-24:00"]);
        let indonesian = within(Language::Indonesian, told);
        assert_eq!(indonesian, ["07.30", "07.00-08.00", "23.00-24.00"]);
    }
}
