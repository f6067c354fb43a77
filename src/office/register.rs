//! Names of applicants, to be read, typed and found again in every scenario and format.

use crate::office::people::{Applicant, LARGEST_FAMILY};
use crate::office::plan::Plan;
use crate::time::{Date, shifted};

/// Tells the names of a plan's applicants: `kundur-20190314-7.2` is the second member of the
/// seventh family that has its wish in Kundur on that day. The same name is the same applicant in
/// all scenarios with the same origins, start and seed.
#[derive(Clone, Debug)]
pub struct Register {
    /// By origin, what names begin with.
    origins: Vec<String>,
    /// The first measured day.
    start: Date,
}

impl Register {
    /// The register of a plan.
    pub fn new(plan: &Plan) -> Register {
        let origins = plan.scenario.demand.origins.iter();
        let origins = prefixes(origins.map(|origin| plain(&origin.name)).collect());
        Register { origins, start: plan.scenario.run.start }
    }

    /// The name of the applicant with an identity, such as `kundur-20190314-7.2`.
    pub fn applicant(&self, identity: u64) -> String {
        let member = identity % LARGEST_FAMILY as u64 + 1;
        format!("{}.{member}", self.family(identity))
    }

    /// The name of its family, such as `kundur-20190314-7`.
    pub fn family(&self, identity: u64) -> String {
        let (origin, day, number) = Applicant::origin_day_and_number(identity);
        let date = shifted(self.start, day.days_since_start());
        let (year, month, day) = (date.year(), date.month(), date.day());
        let origin = self.origins.get(usize::from(origin)).map_or("", String::as_str);
        format!("{origin}-{year:04}{month:02}{day:02}-{number}")
    }
}

/// A name in small letters and digits, with hyphens between its words.
fn plain(name: &str) -> String {
    let words = name.split(|character: char| !character.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.join("-")
}

/// The names as they are if they tell all origins apart, or else numbers.
fn prefixes(names: Vec<String>) -> Vec<String> {
    let is_clear =
        |(index, name): (usize, &String)| !name.is_empty() && !names[..index].contains(name);
    match names.iter().enumerate().all(is_clear) {
        true => names,
        false => (1..=names.len()).map(|number| format!("origin{number}")).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{plain, prefixes};

    #[test]
    fn names_are_plain_and_tell_origins_apart() {
        assert_eq!(plain("Karimun Besar (pusat)"), "karimun-besar-pusat");
        assert_eq!(prefixes(vec!["a".into(), "b".into()]), ["a", "b"]);
        assert_eq!(prefixes(vec!["a".into(), "a".into()]), ["origin1", "origin2"]);
        assert_eq!(prefixes(vec![String::new()]), ["origin1"]);
    }
}
