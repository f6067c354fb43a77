//! Inputs that are uncertain: which keys of a scenario they are, and over which range.

use crate::scenario::input_range::{InputRange, scalar};
use crate::scenario::reading::{KEYS, KeyPath, Node, Value};
use crate::scenario::{References, Scenario};

/// An input and the range over which it is uncertain.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// As `[sources]` or the command line names it.
    pub key: String,
    /// The keys that it stands for, as a setting names them: of a law its mean, of a list of tables
    /// the key in each of them.
    pub paths: Vec<String>,
    /// The values that these have in the scenario, without repetitions; none where the default
    /// holds.
    pub stated: Vec<String>,
    pub range: InputRange,
}

/// An assumption that is not varied, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub key: String,
    pub reason: Reason,
}

/// Why an assumption is not varied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    NoRange,
    /// It is more than one number here, or not used.
    NotOneNumber,
}

/// A key with a single value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedValue {
    pub path: KeyPath,
    /// As a setting has it.
    pub value: String,
}

/// Sections that describe the experiment and not the office.
const NO_INPUTS: [&str; 10] =
    ["title", "label", "language", "extends", "run", "sources", "known", "target", "plan", "name"];

impl StatedValue {
    /// All numbers and texts of a scenario, in their order.
    pub fn all(node: &Node) -> Vec<StatedValue> {
        match &node.value {
            Value::Table(table) => {
                table.entries.iter().flat_map(|entry| StatedValue::all(&entry.node)).collect()
            }
            Value::List(nodes) => nodes.iter().flat_map(StatedValue::all).collect(),
            _ => {
                let value = scalar(node);
                let stated = value.map(|value| StatedValue { path: node.path.clone(), value });
                stated.into_iter().collect()
            }
        }
    }
}

impl Input {
    /// The settings that give the input a value.
    pub fn settings(&self, value: &str) -> Vec<String> {
        self.paths.iter().map(|path| format!("{path}={value}")).collect()
    }
}

impl Scenario {
    /// The inputs of which `[sources]` states a range, and the assumptions that cannot be varied.
    pub fn uncertain_inputs(&self) -> (Vec<Input>, Vec<LeftOut>) {
        let (mut inputs, mut left_out) = (Vec::new(), Vec::new());
        for source in self.references.sources.iter().filter(|source| is_input(&source.key)) {
            let key = source.key.clone();
            let reason = match &source.range {
                Some(range) => match self.references.settable(&key) {
                    Some((paths, stated)) => {
                        inputs.push(Input { key, paths, stated, range: range.clone() });
                        continue;
                    }
                    None => Reason::NotOneNumber,
                },
                None if source.is_assumed() => Reason::NoRange,
                None => continue,
            };
            left_out.push(LeftOut { key, reason });
        }
        (inputs, left_out)
    }

    /// An input that is named on the command line; a key that is not stated is set as it is.
    ///
    /// # Errors
    /// Says why it is no input.
    pub fn input(&self, key: &str, range: InputRange) -> Result<Input, String> {
        let plain = key.replace('"', "");
        if !is_input(&plain) {
            return Err(format!("`{key}` describes the experiment and is no input of the office"));
        }
        let settable = self.references.settable(&plain);
        let (paths, stated) = settable.unwrap_or((vec![key.to_string()], Vec::new()));
        Ok(Input { key: plain, paths, stated, range })
    }
}

impl References {
    /// The keys that an input stands for and the values that they have; none where it is a section
    /// or a list, or nothing that the scenario has.
    fn settable(&self, key: &str) -> Option<(Vec<String>, Vec<String>)> {
        let of = |is_it: &dyn Fn(&str) -> bool| -> Vec<&StatedValue> {
            let plain =
                |path: &KeyPath| [path.written.replace('"', ""), path.catalogue.replace("[]", "")];
            let values = self.values.iter();
            values.filter(|of| plain(&of.path).iter().any(|path| is_it(path))).collect()
        };
        let mut found = of(&|path| path == key);
        if found.is_empty() {
            found = of(&|path| is_mean_of(path, key));
        }
        if found.is_empty() {
            return self.has_default(key).then(|| (vec![key.to_string()], Vec::new()));
        }
        let mut values: Vec<String> = found.iter().map(|of| of.value.clone()).collect();
        values.dedup();
        Some((found.into_iter().map(|of| of.path.written.clone()).collect(), values))
    }

    /// Whether a key is not stated, in a section that is.
    fn has_default(&self, key: &str) -> bool {
        let has = |path: &str| self.stated.iter().any(|stated| stated.catalogue == path);
        let known = KEYS.iter().find(|known| known.path == key && !key.contains("[]"));
        known.is_some_and(|known| has(known.table()) && !has(key))
    }
}

fn is_input(key: &str) -> bool {
    !NO_INPUTS.contains(&key.split(['.', '[']).next().unwrap_or_default())
}

/// Whether a path is the mean of a law: `data_entry.lognormal.mean` of `data_entry`.
fn is_mean_of(path: &str, key: &str) -> bool {
    let within = path.strip_prefix(key).and_then(|rest| rest.strip_prefix('.'));
    let law = within.and_then(|within| within.strip_suffix(".mean"));
    law.is_some_and(|law| !law.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::{Input, Reason};
    use crate::scenario::Scenario;
    use crate::scenario::input_range::InputRange;
    use crate::scenario::reading::Colour;

    const OFFICE: &str = r#"
channel = "walk-in"
run = { start = 2026-01-05, length = "1 week" }
office = { hours = "always" }
demand = { per_day = 9 }
[[stage]]
name = "photo and prints"
desks = 1
service = { lognormal = { mean = "5 min", cv = 0.5 } }
sent_home = 0.1
[[stage]]
name = "receipt"
desks = 2
service = "2 min"
[sources]
"#;

    fn office(sources: &str) -> Scenario {
        let (scenario, findings) = Scenario::parse("office.toml", &format!("{OFFICE}{sources}"));
        scenario.unwrap_or_else(|| panic!("{}", findings.render(Colour::Plain)))
    }

    fn only(sources: &str) -> Input {
        let (inputs, left_out) = office(sources).uncertain_inputs();
        assert_eq!((inputs.len(), left_out.len()), (1, 0), "{inputs:?} {left_out:?}");
        inputs.into_iter().next().expect("one")
    }

    #[test]
    fn an_input_is_the_key_of_its_source() {
        let demand = only("\"demand.per_day\" = { from = \"a guess\", range = [8, 10] }");
        assert_eq!(demand.paths, ["demand.per_day"]);
        assert_eq!((demand.stated, demand.range.greatest()), (vec!["9".to_string()], "10".into()));
    }

    #[test]
    fn the_range_of_a_law_is_that_of_its_mean() {
        let stage =
            "\"stage.photo and prints.service\" = { from = \"x\", range = [\"4 min\", \"6 min\"] }";
        let service = only(stage);
        assert_eq!(service.paths, ["stage.\"photo and prints\".service.lognormal.mean"]);
        let settings = service.settings("4 min");
        assert_eq!(settings, ["stage.\"photo and prints\".service.lognormal.mean=4 min"]);
    }

    #[test]
    fn a_key_of_a_list_is_that_of_all_its_entries() {
        let desks = only("\"stage.desks\" = { from = \"x\", range = [1, 3] }");
        assert_eq!(desks.paths, ["stage.\"photo and prints\".desks", "stage.receipt.desks"]);
        assert_eq!(desks.stated, ["1", "2"]);
    }

    #[test]
    fn a_default_can_be_varied() {
        let input = only("\"visit.comes_back\" = { from = \"x\", range = [0.5, 1.0] }\n[visit]\n");
        assert_eq!((input.paths, input.stated), (vec!["visit.comes_back".to_string()], Vec::new()));
    }

    #[test]
    fn assumptions_without_a_range_or_a_number_are_left_out() {
        let text = "demand = \"an assumption\"\n\"stage.receipt\" = { from = \"x\", range = [1, 2] }\nchannel = \"known\"";
        let (inputs, left_out) = office(text).uncertain_inputs();
        let reasons: Vec<Reason> = left_out.iter().map(|of| of.reason).collect();
        assert_eq!((inputs.len(), reasons), (0, vec![Reason::NoRange, Reason::NotOneNumber]));
        let (_, left_out) = office("demand = \"Asumsi kantor\"").uncertain_inputs();
        assert_eq!(left_out.len(), 1, "in Indonesian it is one as well");
    }

    #[test]
    fn the_command_line_may_name_any_key_but_of_the_experiment() {
        let range = || InputRange::new("1", "3").expect("a range");
        let office = office("");
        let named = office.input("stage.\"photo and prints\".desks", range()).expect("an input");
        assert_eq!(named.paths, ["stage.\"photo and prints\".desks"]);
        let other = office.input("stage.receipt.refused", range()).expect("perhaps an input");
        assert_eq!(other.paths, ["stage.receipt.refused"]);
        assert!(office.input("run.seed", range()).is_err());
    }
}
