//! Simulated figures held against exact ones, with one retest.
//!
//! A figure that lies more than 3 standard errors from theory is simulated once more, with ten
//! times the sample and another seed, and fails only if it is 3.3 away again: of so many figures
//! some stray by chance, none does twice.

use std::path::PathBuf;

use antrean::experiment::{FigureResult, ScenarioResult};
use antrean::scenario::Scenario;

use crate::playing::played;
use crate::ready::ready;

const SUSPICIOUS: f64 = 3.0;
const WRONG: f64 = 3.3;
const LONGER: u32 = 10;
const OTHER_SEED: u32 = 1909;

/// A scenario, and what theory knows of it.
pub struct Case<'a> {
    /// The file in `scenarios/theory`, without its ending.
    pub file: &'a str,
    pub settings: Vec<String>,
    pub size: Size,
    pub exact: Vec<Exact>,
}

/// How much is simulated.
#[derive(Clone, Copy)]
pub struct Size {
    pub days: u32,
    pub replications: u32,
    /// Whether a larger sample has longer or more runs.
    pub grows: Grows,
}

/// What a larger sample has more of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Grows {
    Days,
    Replications,
}

/// An exact figure.
pub struct Exact {
    pub measure: &'static str,
    /// A stage, or "all".
    pub scope: &'static str,
    pub value: f64,
    pub spread: Spread,
}

/// How a simulated figure strays around the exact one.
#[derive(Clone, Copy)]
pub enum Spread {
    /// A known standard deviation, over the square root of the customers.
    PerCustomer(f64),
    /// A known standard deviation, over the square root of the measured days.
    PerDay(f64),
    /// As the replications stray among themselves.
    Seen,
    /// A share of the value that counts as three standard errors, where no theory is at hand.
    Within(f64),
}

/// An exact figure for all.
pub fn exact(measure: &'static str, value: f64, spread: Spread) -> Exact {
    Exact { measure, scope: "all", value, spread }
}

/// An exact figure of a stage.
pub fn exact_at(stage: &'static str, measure: &'static str, value: f64, spread: Spread) -> Exact {
    Exact { measure, scope: stage, value, spread }
}

/// One long run after the other, ten of them.
pub fn long(days: u32) -> Size {
    Size { days, replications: 10, grows: Grows::Days }
}

/// A case of a file in `scenarios/theory`, changed by settings.
pub fn case<'a>(file: &'a str, settings: &[&str], size: Size, exact: Vec<Exact>) -> Case<'a> {
    Case { file, settings: settings.iter().map(|text| (*text).to_string()).collect(), size, exact }
}

impl Case<'_> {
    /// The simulation must agree with theory.
    #[track_caller]
    pub fn agrees(&self) {
        let wrong = self.wrong();
        assert!(wrong.is_empty(), "{} disagrees with theory in {wrong:?}", self.file);
    }

    /// The simulation has a defect, and each of the figures must show it.
    #[track_caller]
    pub fn is_caught_by(&self, measures: &[&str]) {
        let wrong = self.wrong();
        let caught = measures.iter().all(|measure| wrong.contains(measure));
        assert!(caught, "the defect shows only in {wrong:?}");
    }

    /// The measures that are wrong, and wrong again on the retest.
    fn wrong(&self) -> Vec<&'static str> {
        let first = self.deviations(self.size, &[]);
        let mut wrong = self.beyond(&first, SUSPICIOUS);
        if !wrong.is_empty() {
            let seed = format!("run.seed={OTHER_SEED}");
            let second = self.deviations(self.size.larger(), &[seed]);
            let again = self.beyond(&second, WRONG);
            wrong.retain(|index| again.contains(index));
        }
        wrong.into_iter().map(|index| self.exact[index].measure).collect()
    }

    fn beyond(&self, deviations: &[f64], bound: f64) -> Vec<usize> {
        let strays = |index: &usize| bound < deviations[*index].abs();
        (0..self.exact.len()).filter(strays).collect()
    }

    /// How many standard errors each figure lies from theory.
    fn deviations(&self, size: Size, more: &[String]) -> Vec<f64> {
        let result = self.play(size, more);
        self.exact.iter().map(|exact| self.deviation(exact, &result)).collect()
    }

    fn play(&self, size: Size, more: &[String]) -> ScenarioResult {
        let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "scenarios", "theory"].iter().collect();
        let path = path.join(self.file).with_extension("toml");
        let settings = [&size.settings(), &self.settings[..], more].concat();
        let plan = ready(Scenario::load(&path, &settings));
        played(vec![plan]).pop().expect("one plan has one result")
    }

    fn deviation(&self, exact: &Exact, result: &ScenarioResult) -> f64 {
        let figure = figure(result, exact);
        let found = figure.estimate.mean.expect("somebody was observed");
        let away = found - exact.value;
        // What must be exactly so has no error to divide by.
        let z = if away == 0.0 { 0.0 } else { away / exact.error(figure, result) };
        println!(
            "{:<18} {:<14} {:<24} exact {:>11.6}  found {found:>11.6}  z {z:>6.2}",
            self.file, exact.scope, exact.measure, exact.value
        );
        z
    }
}

impl Size {
    fn settings(self) -> [String; 2] {
        let Size { days, replications, .. } = self;
        [format!("run.length=\"{days} days\""), format!("run.replications={replications}")]
    }

    fn larger(self) -> Size {
        match self.grows {
            Grows::Days => Size { days: self.days * LONGER, ..self },
            Grows::Replications => Size { replications: self.replications * LONGER, ..self },
        }
    }
}

impl Exact {
    /// The standard error of the simulated figure.
    fn error(&self, figure: &FigureResult, result: &ScenarioResult) -> f64 {
        let runs = figure.observations.len() as f64;
        match self.spread {
            Spread::PerCustomer(deviation) => {
                let customers = figure.observations.iter().map(|of| of.denominator).sum::<f64>();
                deviation / customers.sqrt()
            }
            Spread::PerDay(deviation) => {
                deviation / (runs * f64::from(result.plan.scenario.run.days)).sqrt()
            }
            Spread::Seen => {
                figure.estimate.standard_deviation.expect("several replications") / runs.sqrt()
            }
            Spread::Within(share) => share * self.value / SUSPICIOUS,
        }
    }
}

fn figure<'a>(result: &'a ScenarioResult, exact: &Exact) -> &'a FigureResult {
    let wanted = |of: &&FigureResult| {
        of.figure.measure.name == exact.measure && of.figure.scope.name() == exact.scope
    };
    result.figures.iter().find(wanted).expect("the scenario has the figure")
}
