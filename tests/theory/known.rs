//! What theory knows: the reference files, and the formulas that are short enough to state here.

use std::sync::LazyLock;

use serde_json::Value;

use crate::check::Spread;

static THEORY: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../reference/theory.json")).expect("valid JSON")
});

static BOOKS: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../reference/booking-and-production.json"))
        .expect("valid JSON")
});

/// A case of `theory.json`.
pub struct Theory(&'static Value);

/// An instance of a case of `booking-and-production.json`.
pub struct Book(&'static Value);

/// The case of `theory.json` with an id.
pub fn theory(id: &str) -> Theory {
    let cases = THEORY.as_array().expect("a list of cases");
    Theory(cases.iter().find(|case| case["id"] == id).expect("the case is in the file"))
}

/// The instance of a booking case whose parameters include all the given ones.
pub fn book(id: &str, parameters: &[(&str, f64)]) -> Book {
    let cases = BOOKS["cases"].as_array().expect("a list of cases");
    let case = cases.iter().find(|case| case["id"] == id).expect("the case is in the file");
    let stated = |instance: &&Value| {
        let is = |&(key, value): &(&str, f64)| instance["params"][key].as_f64() == Some(value);
        parameters.iter().all(is)
    };
    let instances = case["instances"].as_array().expect("a list of instances");
    Book(instances.iter().find(stated).expect("the instance is in the file"))
}

impl Theory {
    /// An exact value.
    pub fn value(&self, key: &str) -> f64 {
        number(&self.0["results"][key])
    }

    /// The asymptotic standard deviation of a value, over the square root of the customers.
    pub fn spread(&self, key: &str) -> Spread {
        Spread::PerCustomer(number(&self.0["independent_check"][key]["asymptotic_sd"]))
    }
}

impl Book {
    /// An exact value.
    pub fn value(&self, key: &str) -> f64 {
        number(&self.0["results"][key])
    }

    /// The asymptotic standard deviation of a value, over the square root of the days.
    pub fn spread(&self, key: &str) -> Spread {
        Spread::PerDay(number(&self.0["se_sd_per_sqrt_day"][key]))
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

/// Erlang's B and from it C: the share of customers that wait before `desks` desks which are
/// offered `load` (Gross, Shortle, Thompson & Harris, sec. 2.3).
pub fn erlang_c(desks: u32, load: f64) -> f64 {
    let lost = (1..=desks).fold(1.0, |lost, desk| load * lost / (f64::from(desk) + load * lost));
    lost / (1.0 - load / f64::from(desks) * (1.0 - lost))
}

/// How the use of desks strays: the work that Poisson customers bring in `days` days is a compound
/// Poisson sum with variance `rate * second moment * days`. Times in minutes.
pub fn spread_of_use(per_hour: f64, second_moment: f64, desks: f64) -> Spread {
    let minutes_per_day = 1440.0;
    let variance_per_day = per_hour * 24.0 * second_moment;
    Spread::PerDay(variance_per_day.sqrt() / minutes_per_day / desks)
}

#[test]
fn erlangs_formula_gives_his_table() {
    let table = theory("T39").0["results"]["table"].as_array().expect("a table");
    for row in table {
        let desks = row["c"].as_u64().expect("a whole number") as u32;
        let difference = erlang_c(desks, number(&row["a"])) - number(&row["ErlangC"]);
        assert!(difference.abs() < 1e-12, "{row}");
    }
}
