//! `run.replications`: a number, or how precise the figures are to be.

use crate::scenario::reading::{
    Count, Fault, FigureName, Findings, Leaf, Name, Node, Read, Reader, Value, number_in,
    read_table,
};
use crate::statistics::Precision;

/// Replications are played until all of some figures are precise enough.
#[derive(Clone, Debug, PartialEq)]
pub struct UntilPrecise {
    /// All are to be reached at once.
    pub goals: Vec<PrecisionGoal>,
    /// Replications that are played whatever the figures, at least 2.
    pub at_least: u32,
}

/// How precise a figure is to be.
#[derive(Clone, Debug, PartialEq)]
pub struct PrecisionGoal {
    /// Name of the measure.
    pub measure: String,
    /// The stage, kiosk, origin, channel, lane or other group that it is of; `None` is all.
    pub of: Option<String>,
    /// How far its interval may reach to either side.
    pub within: Precision,
}

/// How many replications are played.
#[derive(Clone, Debug, PartialEq)]
pub struct Replications {
    /// The number, or the greatest number.
    pub at_most: u32,
    /// What may end them before; `None` is nothing.
    pub precision: Option<UntilPrecise>,
}

/// More replications than anybody needs: a slip of the finger.
const MOST: u32 = 1_000_000;
const NUMBER: u32 = 100;
const AT_LEAST: u32 = 10;
const AT_MOST: u32 = 1_000;

impl Default for Replications {
    fn default() -> Self {
        Replications { at_most: NUMBER, precision: None }
    }
}

impl Read for Replications {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match &node.value {
            Value::Table(_) => read_table(node, findings, until_precise),
            _ => {
                let number = Count::<1, MOST>::read(node, findings)?;
                Some(Replications { at_most: number.value(), precision: None })
            }
        }
    }
}

fn until_precise(reader: &mut Reader<'_>) -> Option<Replications> {
    let precision = reader.optional::<Within>("precision");
    let of = reader.required::<Vec<Goal>>("of");
    let at_least = reader.optional::<Count<2, MOST>>("at_least").map_or(AT_LEAST, Count::value);
    let at_most = reader.optional::<Count<2, MOST>>("at_most").map_or(AT_MOST, Count::value);
    if at_most < at_least {
        let message = format!("must not be below `at_least`, which is {at_least}");
        reader.refuse("at_most", &message, "");
    }
    let of = of?;
    if of.is_empty() {
        reader.refuse("of", "must name a measure", "for example `of = [\"waiting\"]`");
    }
    if precision.is_none() && of.iter().any(|goal| goal.within.is_none()) {
        if reader.node("precision").is_none() {
            let help = "for example `precision = \"2 %\"`, or 0.5 in the unit of the measure";
            reader.refuse("of", "needs `precision` beside it", help);
        }
        return None;
    }
    let goal = |goal: Goal| {
        let within = goal.within.or(precision)?.0;
        let of = goal.figure.of.map(|of| of.text);
        Some(PrecisionGoal { measure: goal.figure.measure.text, of, within })
    };
    let goals: Vec<PrecisionGoal> = of.into_iter().filter_map(goal).collect();
    Some(Replications { at_most, precision: Some(UntilPrecise { goals, at_least }) })
}

/// A figure with a precision of its own, or without.
struct Goal {
    figure: FigureName,
    within: Option<Within>,
}

impl Read for Goal {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match &node.value {
            Value::Text(text) => {
                let measure = Name { text: text.clone(), place: node.place };
                let figure = FigureName { measure, of: None };
                findings.figures.push(figure.clone());
                Some(Goal { figure, within: None })
            }
            Value::Table(_) => read_table(node, findings, |reader| {
                let figure = reader.figure_name();
                let within = reader.optional("precision");
                let is_wrong = within.is_none() && reader.node("precision").is_some();
                Some(Goal { figure: figure?, within }).filter(|_| !is_wrong)
            }),
            _ => {
                let help =
                    "for example \"waiting\" or { measure = \"station_wait\", of = \"photo\" }";
                findings.refuse(node, Fault::new("must be the name of a measure").help(help));
                None
            }
        }
    }
}

/// `"2 %"` of the mean, or a number in the unit of the measure.
#[derive(Clone, Copy)]
struct Within(Precision);

impl Leaf for Within {
    fn parse(value: &Value) -> Result<Self, Fault> {
        let within = match value {
            Value::Integer(number) => absolute(*number as f64),
            Value::Float(number) => absolute(*number),
            Value::Text(text) => relative(text),
            _ => None,
        };
        within.map(Within).ok_or_else(|| {
            Fault::new("must be a share of the mean in percent, or a number above 0").help(
                "write \"2 %\" for 2 % of the mean to either side, or 0.5 for half a unit of the \
                 measure; shares are from 0 to 1",
            )
        })
    }
}

fn absolute(width: f64) -> Option<Precision> {
    (0.0 < width && width < f64::INFINITY).then_some(Precision::Absolute(width))
}

fn relative(text: &str) -> Option<Precision> {
    let percent: f64 = number_in(text.trim().strip_suffix('%')?)?.parse().ok()?;
    (0.0 < percent && percent < 100.0).then_some(Precision::Relative(percent / 100.0))
}

#[cfg(test)]
mod tests {
    use super::{PrecisionGoal, Replications, UntilPrecise};
    use crate::scenario::reading::{Colour, Read, read_text};
    use crate::statistics::Precision;

    fn read(value: &str) -> Result<Replications, String> {
        let (node, mut findings) = read_text("a.toml", &format!("replications = {value}\n"));
        let root = node.ok_or("not TOML")?;
        let node = root.table().and_then(|root| root.get("replications")).ok_or("not there")?;
        let read = Replications::read(node, &mut findings);
        read.filter(|_| !findings.has_errors()).ok_or_else(|| findings.render(Colour::Plain))
    }

    fn goal(measure: &str, of: Option<&str>, within: Precision) -> PrecisionGoal {
        PrecisionGoal { measure: measure.to_string(), of: of.map(str::to_string), within }
    }

    #[test]
    fn a_number_is_a_number() {
        assert_eq!(read("7"), Ok(Replications { at_most: 7, precision: None }));
    }

    #[test]
    fn each_figure_has_the_common_precision_or_its_own() {
        let text = "{ precision = \"2 %\", of = [\"waiting\", { measure = \"station_wait\", \
                    of = \"photo\", precision = 0.5 }], at_least = 5, at_most = 50 }";
        let goals = vec![
            goal("waiting", None, Precision::Relative(0.02)),
            goal("station_wait", Some("photo"), Precision::Absolute(0.5)),
        ];
        let precision = Some(UntilPrecise { goals, at_least: 5 });
        assert_eq!(read(text), Ok(Replications { at_most: 50, precision }));
        let short = read("{ precision = \"2,5%\", of = [\"issued\"] }").expect("sound");
        assert_eq!(short.at_most, 1_000);
        let precision = short.precision.expect("until precise");
        assert_eq!(precision.at_least, 10);
        assert_eq!(precision.goals, [goal("issued", None, Precision::Relative(0.025))]);
    }

    #[track_caller]
    fn complains(value: &str, of: &str) {
        let complaint = read(value).expect_err("wrong");
        assert!(complaint.contains(of), "no {of:?} in:\n{complaint}");
    }

    #[test]
    fn mistakes_say_what_is_allowed() {
        complains("{ precision = \"2\", of = [\"issued\"] }", "share of the mean in percent");
        complains("{ precision = 0, of = [\"issued\"] }", "a number above 0");
        complains("{ precision = \"0 %\", of = [\"issued\"] }", "write \"2 %\"");
        complains("{ precision = true, of = [\"issued\"] }", "a number above 0");
        complains("{ precision = 0.1 }", "`of`");
        complains("{ of = [\"issued\"] }", "needs `precision` beside it");
        complains("{ precision = 0.1, of = [] }", "must name a measure");
        complains("{ precision = 0.1, of = [3] }", "must be the name of a measure");
        complains("{ precision = 0.1, of = [\"issued\"], at_most = 5 }", "not be below `at_least`");
        complains("{ precison = 0.1, of = [\"issued\"] }", "did you mean `precision`?");
    }

    #[test]
    fn all_mistakes_are_told_at_once() {
        let complaint = read("{ precision = -1, of = [7], at_least = 1, at_mots = 3 }");
        let complaint = complaint.expect_err("wrong");
        for part in ["a number above 0", "the name of a measure", "at_least", "`at_most`?"] {
            assert!(complaint.contains(part), "no {part:?} in:\n{complaint}");
        }
    }
}
