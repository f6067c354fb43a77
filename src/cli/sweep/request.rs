//! What a sweep is asked for, parsed: keys and their values, the design, the measures.

use std::collections::BTreeSet;

use crate::cli::arguments::SweepRequest;
use crate::experiment::Design;
use crate::office::measures;
use crate::scenario::Lever;
use crate::scenario::reading::{nearest, word_list};
use crate::statistics::SobolPoints;

/// The designs that can be named.
const DESIGNS: [&str; 2] = ["latin-hypercube", "sobol"];
/// More points than this of a design are a slip.
const MOST_POINTS: usize = 1_000_000_000;

/// A request that can be played if the scenario lets it.
pub struct Asked {
    pub keys: Vec<Lever>,
    pub design: Design,
    pub measures: Vec<String>,
}

impl Asked {
    /// How many values each key has.
    pub fn counts(&self) -> Vec<usize> {
        self.keys.iter().map(|key| key.values.len()).collect()
    }
}

/// Parses a request.
///
/// # Errors
/// With everything that is wrong with it.
pub fn asked(request: &SweepRequest) -> Result<Asked, Vec<String>> {
    let mut mistakes = Vec::new();
    let keys = levers(&request.vary, &mut mistakes);
    let design = design(&request.design, keys.len()).unwrap_or_else(|message| {
        mistakes.push(message);
        Design::Grid
    });
    mistakes.extend(request.measures.iter().filter_map(|name| unknown_measure(name)));
    match mistakes.is_empty() {
        true => Ok(Asked { keys, design, measures: distinct(&request.measures) }),
        false => Err(mistakes),
    }
}

fn levers(texts: &[String], mistakes: &mut Vec<String>) -> Vec<Lever> {
    let mut levers: Vec<Lever> = Vec::new();
    for text in texts {
        match text.parse::<Lever>() {
            Err(message) => mistakes.push(format!("--vary {text}: {message}")),
            Ok(lever) if levers.iter().any(|known| known.key == lever.key) => {
                mistakes.push(format!(
                    "--vary names {} twice: give it all its values at once",
                    lever.key
                ));
            }
            Ok(lever) => levers.push(Lever { values: distinct(&lever.values), ..lever }),
        }
    }
    levers
}

/// Each once, in their order.
fn distinct(values: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    values.iter().filter(|value| seen.insert(value.as_str())).cloned().collect()
}

fn design(words: &[String], keys: usize) -> Result<Design, String> {
    let [name, points] = words else { return Ok(Design::Grid) };
    let number: Option<usize> = points.parse().ok().filter(|points| 0 < *points);
    let number = number.ok_or_else(|| {
        format!("--design {name} {points}: write how many points there are to be, such as 64")
    })?;
    if MOST_POINTS < number {
        return Err(format!("--design {name} {points}: at most {MOST_POINTS} points are possible"));
    }
    match name.as_str() {
        "latin-hypercube" => Ok(Design::LatinHypercube(number)),
        "sobol" if SobolPoints::MOST_DIMENSIONS < keys => Err(format!(
            "--design sobol has at most {} keys; latin-hypercube has no limit",
            SobolPoints::MOST_DIMENSIONS
        )),
        "sobol" => Ok(Design::Sobol(number)),
        other => Err(format!("there is no design {other:?}; {}", meant(other, &DESIGNS))),
    }
}

fn unknown_measure(name: &str) -> Option<String> {
    let names: Vec<&str> = measures().map(|measure| measure.name).collect();
    (!names.contains(&name))
        .then(|| format!("there is no measure {name:?}; {}", meant(name, &names)))
}

fn meant(name: &str, names: &[&str]) -> String {
    match nearest(name, names.iter().copied()) {
        Some(near) => format!("did you mean {near:?}?"),
        None => format!("there are {}", word_list(names.iter().copied())),
    }
}

#[cfg(test)]
mod tests {
    use super::{design, unknown_measure};
    use crate::experiment::Design;

    fn words(name: &str, points: &str) -> Vec<String> {
        vec![name.to_string(), points.to_string()]
    }

    #[test]
    fn a_design_is_named_and_counted() {
        assert_eq!(design(&[], 3), Ok(Design::Grid));
        assert_eq!(design(&words("sobol", "64"), 2), Ok(Design::Sobol(64)));
        assert_eq!(design(&words("latin-hypercube", "9"), 2), Ok(Design::LatinHypercube(9)));
        for (name, points, told) in [
            ("sobel", "64", "did you mean \"sobol\"?"),
            ("sobol", "0", "how many points"),
            ("sobol", "many", "how many points"),
            ("sobol", "2000000000", "at most 1000000000"),
        ] {
            let message = design(&words(name, points), 2).expect_err("a mistake");
            assert!(message.contains(told), "{message}");
        }
        assert!(design(&words("sobol", "64"), 1_000).is_err_and(|told| told.contains("at most")));
    }

    #[test]
    fn the_nearest_measure_is_named() {
        let told = unknown_measure("isued").expect("a mistake");
        assert_eq!(told, "there is no measure \"isued\"; did you mean \"issued\"?");
        assert_eq!(unknown_measure("issued"), None);
    }
}
