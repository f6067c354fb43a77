//! The parameters of the office, from the scenario that antrean plays. Times are in minutes.

use std::path::Path;

use toml::{Table, Value};

pub const HOUR: f64 = 60.0;
pub const DAY: f64 = 24.0 * HOUR;
pub const DAYS_OF_WEEK: u64 = 7;

/// An office of some scale.
#[derive(Clone, Debug)]
pub struct Parameters {
    pub days: u64,
    pub requests_per_day: f64,
    pub quota: u64,
    pub window: u64,
    pub opens: f64,
    pub closes: f64,
    pub stages: Vec<StageParameters>,
    pub made_per_week: u64,
}

/// A stage with its desks and their exponential service.
#[derive(Clone, Debug)]
pub struct StageParameters {
    pub name: String,
    pub desks: u64,
    pub mean_service: f64,
}

impl Parameters {
    /// The scenario, with demand, quota, desks and production `scale` times as large.
    pub fn read(scale: u64) -> Parameters {
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../scenarios/benchmark/office.toml");
        let text = std::fs::read_to_string(file).expect("the scenario is there");
        let scenario: Table = text.parse().expect("the scenario is TOML");
        let hours = text_of(&scenario["office"]["hours"]["every day"]);
        let (opens, closes) = hours.split_once('-').expect("from and until");
        let stages = scenario["stage"].as_array().expect("a list of stages");
        Parameters {
            days: (minutes(&scenario["run"]["length"]) / DAY).round() as u64,
            requests_per_day: (whole(&scenario["demand"]["per_day"]) * scale) as f64,
            quota: whole(&scenario["booking"]["daily_quota"]) * scale,
            window: (minutes(&scenario["booking"]["window"]) / DAY).round() as u64,
            opens: time_of_day(opens),
            closes: time_of_day(closes),
            stages: stages.iter().map(|stage| StageParameters::new(stage, scale)).collect(),
            made_per_week: whole(&scenario["production"]["per_week"]) * scale,
        }
    }
}

impl StageParameters {
    fn new(table: &Value, scale: u64) -> StageParameters {
        StageParameters {
            name: text_of(&table["name"]).to_string(),
            desks: whole(&table["desks"]) * scale,
            mean_service: minutes(&table["service"]["exponential"]["mean"]),
        }
    }
}

fn text_of(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn whole(value: &Value) -> u64 {
    value.as_integer().expect("a whole number").unsigned_abs()
}

fn minutes(value: &Value) -> f64 {
    let (number, unit) = text_of(value).split_once(' ').expect("a number and a unit");
    let minutes = match unit {
        "min" => 1.0,
        "h" => HOUR,
        "days" | "working days" => DAY,
        _ => panic!("an unknown unit: {unit}"),
    };
    number.parse::<f64>().expect("a number") * minutes
}

fn time_of_day(text: &str) -> f64 {
    let (hour, minute) = text.split_once(':').expect("hour and minute");
    let number = |text: &str| text.parse::<f64>().expect("a number");
    number(hour) * HOUR + number(minute)
}
