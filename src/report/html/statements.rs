//! What the texts of a scenario say, key by key, and what one changes of those that it extends.

use std::path::Path;

use toml::{Table, Value};

use crate::report::{ScenarioText, SourceText};

/// What the command line is called as a source.
const SETTING: &str = "--set";
/// Sections that say nothing of the office.
const NOT_OF_THE_OFFICE: [&str; 7] =
    ["title", "label", "extends", "sources", "target", "plan", "known"];
/// More values than this are not told.
const MOST_VALUES: usize = 8;

/// One key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The parts of the path: "stage", "interview", "desks".
    pub path: Vec<String>,
    pub value: String,
}

/// One text of a scenario.
#[derive(Debug)]
pub struct Spoken {
    /// The name of the file without its folder, or `--set`.
    pub name: String,
    pub statements: Vec<Statement>,
}

/// A key that a scenario changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub key: String,
    /// Nothing where what is extended does not state the key.
    pub before: Option<String>,
    pub after: String,
    /// What changes it: a file or `--set`.
    pub by: String,
}

/// The texts of a scenario in the order in which they count: settings, the last first, then its
/// file and those that it extends.
pub fn spoken(scenario: &ScenarioText) -> Vec<Spoken> {
    let is_setting = |source: &&SourceText| source.name == SETTING;
    let settings = scenario.sources.iter().filter(is_setting).rev();
    let files = scenario.sources.iter().filter(|source| !is_setting(source));
    settings.chain(files).filter_map(Spoken::of).collect()
}

/// What a scenario and its settings change of the files that it extends.
pub fn changes(spoken: &[Spoken]) -> Vec<Change> {
    let own = spoken.iter().take_while(|of| of.name == SETTING).count() + 1;
    let Some((mine, theirs)) = spoken.split_at_checked(own) else { return Vec::new() };
    let mut changes: Vec<Change> = Vec::new();
    let about_office = |of: &&Statement| !NOT_OF_THE_OFFICE.contains(&of.path[0].as_str());
    for of in mine {
        // Without a file that is extended, only settings change anything.
        let counts = !theirs.is_empty() || of.name == SETTING;
        let below = if theirs.is_empty() { &mine[own - 1..] } else { theirs };
        for statement in of.statements.iter().filter(about_office).filter(|_| counts) {
            let change = Change {
                key: statement.key(),
                before: value_in(below, &statement.path),
                after: statement.value.clone(),
                by: of.name.clone(),
            };
            if !changes.iter().any(|known| known.key == change.key) {
                changes.push(change);
            }
        }
    }
    changes.retain(|change| change.before.as_ref() != Some(&change.after));
    changes
}

/// The value of an input as the texts state it, in every entry of a list where the path names none;
/// empty where it is none, or too many.
pub fn value(spoken: &[Spoken], path: &str) -> String {
    let path: Vec<&str> = path.split('.').collect();
    let mut found: Vec<(String, &str)> = Vec::new();
    for statement in spoken.iter().flat_map(|of| &of.statements) {
        let Some(rest) = statement.rest(&path) else { continue };
        if !found.iter().any(|(known, _)| *known == rest) {
            found.push((rest, &statement.value));
        }
    }
    if MOST_VALUES < found.len() {
        return String::new();
    }
    let told = |(rest, value): (String, &str)| match rest.as_str() {
        "" => value.to_string(),
        rest => format!("{rest}: {value}"),
    };
    found.into_iter().map(told).collect::<Vec<_>>().join("; ")
}

fn value_in(spoken: &[Spoken], path: &[String]) -> Option<String> {
    let mut statements = spoken.iter().flat_map(|of| &of.statements);
    statements.find(|of| of.path == path).map(|of| of.value.clone())
}

impl Spoken {
    /// Nothing where the text is none of a scenario, such as a file of data.
    fn of(source: &SourceText) -> Option<Spoken> {
        let mut statements = Vec::new();
        if source.name == SETTING {
            let (key, value) = source.text.split_once('=')?;
            let path = key.split('.').map(|part| part.trim().trim_matches('"').to_string());
            let value = value.trim().trim_matches('"').to_string();
            statements.push(Statement { path: path.collect(), value });
        } else {
            let text = source.text.trim_start_matches('\u{feff}');
            walk(&mut Vec::new(), &Value::Table(text.parse::<Table>().ok()?), &mut statements);
        }
        let name = Path::new(&source.name).file_name();
        let name = name.map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Some(Spoken { name, statements })
    }
}

impl Statement {
    /// The key as it is written.
    pub fn key(&self) -> String {
        self.path.join(".")
    }

    /// What of the path is left below another one, which may leave out the entry of a list.
    fn rest(&self, path: &[&str]) -> Option<String> {
        let whole: Vec<&str> = self.path.iter().map(String::as_str).collect();
        if let Some(rest) = whole.strip_prefix(path) {
            return Some(rest.join("."));
        }
        let [table, entry, below @ ..] = whole.as_slice() else { return None };
        let (first, after) = path.split_first()?;
        let rest = below.strip_prefix(after).filter(|_| table == first)?;
        Some([&[*entry], rest].concat().join("."))
    }
}

/// Collects the values below a path; entries of lists go by their name or number.
fn walk(path: &mut Vec<String>, value: &Value, statements: &mut Vec<Statement>) {
    let entries: Vec<(String, &Value)> = match value {
        Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(list) if list.iter().any(Value::is_table) => {
            list.iter().zip(1..).map(|(entry, number)| (name(entry, number), entry)).collect()
        }
        value => {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_string);
            return statements.push(Statement { path: path.clone(), value });
        }
    };
    let is_entry = matches!(value, Value::Table(_)) && 1 < path.len();
    for (key, value) in entries.into_iter().filter(|(key, _)| !is_entry || key != "name") {
        path.push(key);
        walk(path, value, statements);
        path.pop();
    }
}

fn name(entry: &Value, number: usize) -> String {
    let name = entry.get("name").and_then(Value::as_str);
    name.map_or_else(|| number.to_string(), str::to_string)
}

#[cfg(test)]
mod tests {
    use super::{changes, spoken, value};
    use crate::report::{ScenarioText, SourceText};

    fn scenario(sources: &[(&str, &str)]) -> ScenarioText {
        let source = |(name, text): &(&str, &str)| SourceText {
            name: name.to_string(),
            text: text.to_string(),
        };
        ScenarioText { name: "a".into(), sources: sources.iter().map(source).collect() }
    }

    const OWN: &str = "extends = \"base.toml\"\n[run]\nseed = 7\n[booking]\ndaily_quota = 60\nwindow = \"5 days\"";
    const BASE: &str = "[run]\nseed = 7\n[booking]\ndaily_quota = 50\n[[stage]]\nname = \"check\"\ndesks = 2\n\
                        [[stage]]\nname = \"photo\"\ndesks = 3";

    #[test]
    fn a_scenario_changes_what_it_extends() {
        let scenario = scenario(&[
            ("there/own.toml", OWN),
            ("there/base.toml", BASE),
            ("--set", "stage.photo.desks=4"),
        ]);
        let told: Vec<String> = changes(&spoken(&scenario))
            .into_iter()
            .map(|of| format!("{} {:?} {} {}", of.key, of.before, of.after, of.by))
            .collect();
        assert_eq!(
            told,
            [
                "stage.photo.desks Some(\"3\") 4 --set",
                "booking.daily_quota Some(\"50\") 60 own.toml",
                "booking.window None 5 days own.toml",
            ]
        );
    }

    #[test]
    fn a_scenario_that_extends_nothing_changes_nothing_but_by_settings() {
        assert!(changes(&spoken(&scenario(&[("own.toml", BASE)]))).is_empty());
        let set = scenario(&[("own.toml", BASE), ("--set", "booking.daily_quota=70")]);
        let changes = changes(&spoken(&set));
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].before.as_deref(), Some("50"));
    }

    #[test]
    fn values_are_found_in_the_order_in_which_texts_count() {
        let scenario = scenario(&[("own.toml", OWN), ("base.toml", BASE), ("wishes.csv", "a,b")]);
        let spoken = spoken(&scenario);
        assert_eq!(value(&spoken, "booking.daily_quota"), "60");
        assert_eq!(value(&spoken, "stage.desks"), "check: 2; photo: 3");
        assert_eq!(value(&spoken, "stage.photo"), "desks: 3");
        assert_eq!(value(&spoken, "production.per_week"), "");
    }
}
