//! The catalogue of measures.

mod brokers;
mod days;
mod outages;
mod people;
mod stations;

use crate::office::measure::Measure;
use crate::scenario::Scenario;

/// Every figure of merit, in the order in which files and tables show them.
pub fn measures() -> impl Iterator<Item = &'static Measure> {
    let (brokers, outages) = (brokers::MEASURES, outages::MEASURES);
    [people::MEASURES, days::MEASURES, brokers, outages, stations::MEASURES].into_iter().flatten()
}

/// Those of a scenario with brokers, or without any.
pub fn measures_of(scenario: &Scenario) -> impl Iterator<Item = &'static Measure> {
    let of_brokers = if scenario.intake.brokers.is_empty() { &[][..] } else { brokers::MEASURES };
    let outages = outages::MEASURES;
    [people::MEASURES, days::MEASURES, of_brokers, outages, stations::MEASURES]
        .into_iter()
        .flatten()
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
