//! The CSV files: every measure of every replication, the series by day, and gaps.

use crate::experiment::{Band, ScenarioResult};
use crate::report::ReportError;

const GAPS: [&str; 12] = [
    "scenario",
    "measure",
    "scope",
    "unit",
    "worst",
    "worst_value",
    "best",
    "best_value",
    "gap",
    "low",
    "high",
    "pairs",
];
const BANDS: [&str; 6] = ["mean", "p05", "p25", "median", "p75", "p95"];

/// `measures.csv`: one row for each scenario, replication and figure.
///
/// # Errors
/// If a row cannot be written.
pub fn measures(results: &[ScenarioResult]) -> Result<Vec<u8>, ReportError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["scenario", "replication", "measure", "scope", "of", "unit", "value"])?;
    for result in results {
        for replication in 0..result.plan.scenario.run.replications as usize {
            for figure in &result.figures {
                let (measure, scope) = (figure.figure.measure, &figure.figure.scope);
                let value = figure.observations[replication].ratio();
                table.write_record([
                    &text(&result.plan.scenario.name),
                    &(replication + 1).to_string(),
                    measure.name,
                    scope.kind(),
                    &text(scope.name()),
                    measure.unit.name(),
                    &value.map_or(String::new(), digits),
                ])?;
            }
        }
    }
    finished(table)
}

/// `series.csv`: one row for each scenario, series and measured day that has a value.
///
/// # Errors
/// If a row cannot be written.
pub fn series(results: &[ScenarioResult]) -> Result<Vec<u8>, ReportError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["scenario", "series", "unit", "date"].into_iter().chain(BANDS))?;
    for result in results {
        for of in &result.series {
            let shown = of.days.iter().filter_map(|(date, band)| band.map(|band| (date, band)));
            for (date, band) in shown {
                let name = text(&result.plan.scenario.name);
                let (series, unit) = (of.series.name.to_string(), of.series.unit.name());
                let row = [name, series, unit.to_string(), date.to_string()];
                table.write_record(row.into_iter().chain(values(&band).map(digits)))?;
            }
        }
    }
    finished(table)
}

/// `gaps.csv`: one row for each scenario and gap between groups of people, with its interval.
///
/// # Errors
/// If a row cannot be written.
pub fn gaps(results: &[ScenarioResult]) -> Result<Vec<u8>, ReportError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(GAPS)?;
    let shown = |value: Option<f64>| value.map_or(String::new(), digits);
    for result in results {
        for of in &result.gaps {
            table.write_record([
                &text(&result.plan.scenario.name),
                of.measure.name,
                of.worst.kind(),
                of.measure.unit.name(),
                &text(of.worst.name()),
                &digits(of.means[0]),
                &text(of.best.name()),
                &digits(of.means[1]),
                &shown(of.gap.mean),
                &shown(of.gap.low()),
                &shown(of.gap.high()),
                &of.pairs.to_string(),
            ])?;
        }
    }
    finished(table)
}

fn values(band: &Band) -> [f64; 6] {
    [band.mean, band.p05, band.p25, band.median, band.p75, band.p95]
}

/// A name as a cell. A spreadsheet would take one that begins like a formula for one, so that it
/// gets the apostrophe that keeps it a text.
pub fn text(name: &str) -> String {
    match name.starts_with(['=', '+', '-', '@']) {
        true => format!("'{name}"),
        false => name.to_string(),
    }
}

/// A number without trailing zeros, rounded.
pub fn digits(value: f64) -> String {
    rounded(value).to_string()
}

/// A number to nine significant digits: more would only be noise of the last bits.
pub fn rounded(value: f64) -> f64 {
    format!("{value:.8e}").parse().unwrap_or(value)
}

/// The bytes of a finished table.
///
/// # Errors
/// If a row was not written.
pub fn finished(table: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, ReportError> {
    table.into_inner().map_err(|error| ReportError::Table(error.into_error().into()))
}

#[cfg(test)]
mod tests {
    use super::{digits, text};

    #[test]
    fn no_name_is_a_formula() {
        assert_eq!(text("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(text("Moro"), "Moro");
    }

    #[test]
    fn numbers_have_nine_digits_at_most() {
        assert_eq!(digits(1.0 / 3.0), "0.333333333");
        assert_eq!(digits(60.0), "60");
        assert_eq!(digits(-0.0), "-0");
        assert_eq!(digits(123_456_789_012.0), "123456789000");
    }
}
