//! The reference files with exact results.

use std::sync::LazyLock;

use serde_json::Value;

static THEORY: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../reference/theory.json")).expect("valid JSON")
});

static BOOKS: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../reference/booking-and-production.json"))
        .expect("valid JSON")
});

/// A case of `theory.json`.
pub struct Theory(pub &'static Value);

/// An instance of a case of `booking-and-production.json`.
pub struct Book(&'static Value);

/// The case of `theory.json` with an id.
pub fn theory(id: &str) -> Theory {
    let cases = THEORY.as_array().expect("a list of cases");
    Theory(cases.iter().find(|case| case["id"] == id).expect("the case is in the file"))
}

/// The first instance of a booking case whose parameters include all the given ones and that loses
/// whom it cannot serve, where that makes a difference.
pub fn book(id: &str, parameters: &[(&str, f64)]) -> Book {
    let cases = BOOKS["cases"].as_array().expect("a list of cases");
    let case = cases.iter().find(|case| case["id"] == id).expect("the case is in the file");
    let stated = |instance: &&Value| {
        let is = |&(key, value): &(&str, f64)| instance["params"][key].as_f64() == Some(value);
        parameters.iter().all(is) && instance["params"]["impatient"] != Value::Bool(false)
    };
    let instances = case["instances"].as_array().expect("a list of instances");
    Book(instances.iter().find(stated).expect("the instance is in the file"))
}

impl Theory {
    /// An exact result.
    pub fn value(&self, key: &str) -> f64 {
        number(&self.0["results"][key])
    }
}

impl Book {
    /// An exact result.
    pub fn value(&self, key: &str) -> f64 {
        number(&self.0["results"][key])
    }
}

/// A number of a reference file.
pub fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}
