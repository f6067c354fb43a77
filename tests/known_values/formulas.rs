//! Formulas that are short enough to state here.

use crate::reference::{number, theory};

/// Erlang's B and from it C: the share of customers that wait before `desks` desks which are
/// offered `load` (Gross, Shortle, Thompson & Harris, section 2.3).
pub fn erlang_c(desks: u32, load: f64) -> f64 {
    let lost = (1..=desks).fold(1.0, |lost, desk| load * lost / (f64::from(desk) + load * lost));
    lost / (1.0 - load / f64::from(desks) * (1.0 - lost))
}

/// The mean wait in the same system.
pub fn erlang_c_wait(desks: u32, load: f64, service: f64) -> f64 {
    erlang_c(desks, load) * service / (f64::from(desks) - load)
}

/// The mean wait before one desk, by rate and moments of the service (Kleinrock, section 5.6).
pub fn pollaczek_khinchine(rate: f64, mean: f64, second_moment: f64) -> f64 {
    rate * second_moment / (2.0 * (1.0 - rate * mean))
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

#[test]
fn exponential_and_constant_service_are_special_cases() {
    assert!((pollaczek_khinchine(0.2, 4.0, 32.0) - erlang_c_wait(1, 0.8, 4.0)).abs() < 1e-12);
    assert!((pollaczek_khinchine(0.2, 4.0, 16.0) - 8.0).abs() < 1e-12);
}
