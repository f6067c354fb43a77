//! The catalogue of measures.

mod bookings;
mod brokers;
mod days;
mod outages;
mod people;
mod stations;

use crate::office::measure::Measure;
use crate::scenario::Scenario;

/// Every figure of merit, in the order in which files and tables show them.
pub fn measures() -> impl Iterator<Item = &'static Measure> {
    parts(bookings::MEASURES, brokers::MEASURES)
}

/// Those of a scenario: of brokers and of places given back only where there can be any.
pub fn measures_of(scenario: &Scenario) -> impl Iterator<Item = &'static Measure> {
    let branches = scenario.intake.offices.branches.iter().map(|branch| &branch.scenario);
    let books = std::iter::once(scenario).chain(branches).filter_map(|of| of.booking.as_ref());
    let gives_back =
        books.map(|booking| &booking.attendance).any(|of| of.gives_back() || 0 < of.fee());
    let given_back = if gives_back { bookings::MEASURES } else { &[] };
    let of_brokers = if scenario.intake.brokers.is_empty() { &[][..] } else { brokers::MEASURES };
    parts(given_back, of_brokers)
}

fn parts(
    given_back: &'static [Measure],
    of_brokers: &'static [Measure],
) -> impl Iterator<Item = &'static Measure> {
    let (outages, stations) = (outages::MEASURES, stations::MEASURES);
    let parts = [people::MEASURES, days::MEASURES, given_back, of_brokers, outages, stations];
    parts.into_iter().flatten()
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
