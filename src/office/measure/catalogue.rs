//! The catalogue of measures.

mod days;
mod people;
mod stations;

use crate::office::measure::Measure;

/// Every figure of merit, in the order in which files and tables show them.
pub fn measures() -> impl Iterator<Item = &'static Measure> {
    [people::MEASURES, days::MEASURES, stations::MEASURES].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::measures;

    #[test]
    fn every_measure_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = measures().map(|measure| measure.name).collect();
        assert_eq!(names.len(), measures().count());
    }
}
