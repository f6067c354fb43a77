//! Where the values of a key stand on an axis.

use crate::scenario::Lever;

/// The values of a key as places.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyPlaces {
    /// By value.
    pub places: Vec<f64>,
    /// Whether the places are numbers with one unit; otherwise they are the order of the values.
    pub spacing: Spacing,
    /// The key, with the unit of its values.
    pub label: String,
}

/// How far apart values stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spacing {
    Numbers,
    Names,
}

impl KeyPlaces {
    /// The places of the values of a key.
    pub fn of(key: &Lever) -> KeyPlaces {
        match numbers(&key.values) {
            Some((places, "")) => {
                KeyPlaces { places, spacing: Spacing::Numbers, label: key.key.clone() }
            }
            Some((places, unit)) => {
                let label = format!("{} ({unit})", key.key);
                KeyPlaces { places, spacing: Spacing::Numbers, label }
            }
            None => KeyPlaces {
                places: (0..key.values.len()).map(|place| place as f64).collect(),
                spacing: Spacing::Names,
                label: key.key.clone(),
            },
        }
    }
}

/// The last part of a key, for where there is little room.
pub fn short_name(key: &Lever) -> &str {
    key.key.rsplit('.').next().unwrap_or(&key.key)
}

/// The numbers of values that all have the same unit or none.
fn numbers(values: &[String]) -> Option<(Vec<f64>, &str)> {
    let parts: Option<Vec<(f64, &str)>> = values.iter().map(|value| number(value)).collect();
    let parts = parts?;
    let unit = parts.first()?.1;
    let same = parts.iter().all(|(_, other)| *other == unit);
    same.then(|| (parts.iter().map(|(number, _)| *number).collect(), unit))
}

fn number(value: &str) -> Option<(f64, &str)> {
    let value = value.trim_matches('"');
    let (number, unit) = value.split_once(' ').unwrap_or((value, ""));
    let number: f64 = number.parse().ok()?;
    number.is_finite().then_some((number, unit.trim()))
}

#[cfg(test)]
mod tests {
    use super::{KeyPlaces, Spacing};
    use crate::scenario::Lever;

    fn places(values: &[&str]) -> KeyPlaces {
        let values = values.iter().map(|value| (*value).to_string()).collect();
        KeyPlaces::of(&Lever { key: "a.b".to_string(), values, text: String::new() })
    }

    #[test]
    fn numbers_stand_where_they_are() {
        let days = places(&["3 working days", "5 working days"]);
        assert_eq!((days.places, days.label.as_str()), (vec![3.0, 5.0], "a.b (working days)"));
        assert_eq!(places(&["0.1", "\"2\""]).places, [0.1, 2.0]);
    }

    #[test]
    fn everything_else_stands_side_by_side() {
        for values in [["rolling", "{ weekly = \"fri\" }"], ["1", "x"], ["1 day", "2 weeks"]] {
            let found = places(&values);
            assert_eq!((found.places, found.spacing), (vec![0.0, 1.0], Spacing::Names));
        }
    }
}
