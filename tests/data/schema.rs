//! The JSON Schemas that the program prints.

use boon::{Compiler, Schemas};
use serde_json::Value;

use crate::commands::place;
use crate::place::Place;

const OF: [&str; 7] = ["run", "compare", "best", "sweep", "plan", "sensitivity", "verify"];

fn schema(place: &Place, command: &str) -> Value {
    let printed = place.run(&["schema", command]);
    assert_eq!((printed.status, printed.stderr.as_str()), (Some(0), ""));
    serde_json::from_str(&printed.stdout).expect("JSON")
}

/// What is wrong with a summary; nothing where it is as the schema says. Compiling the schema holds
/// it against that of its draft.
pub fn complaint(place: &Place, command: &str, summary: &Value) -> Option<String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let added = compiler.add_resource("summary.schema.json", schema(place, command));
    added.expect("a name of its own");
    let compiled = compiler.compile("summary.schema.json", &mut schemas).expect("a schema");
    let ended = schemas.validate(summary, compiled);
    ended.err().map(|error| format!("{command}: {error:#}"))
}

#[test]
fn every_schema_is_one_of_draft_2020_12_and_describes_itself() {
    let place = Place::new();
    for command in OF {
        let schema = schema(&place, command);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let complaint = complaint(&place, command, &Value::Null);
        assert!(complaint.is_some_and(|text| text.contains("want object")), "{command}");
        let title = schema["title"].as_str().expect("a title");
        assert!(title.contains(&format!("`{command}`")), "{title}");
    }
    assert!(place.everything().is_empty(), "nothing is written");
}

/// What is missing, what is too much, and what is of another type or word is told.
#[test]
fn a_schema_refuses_what_the_program_does_not_write() {
    let place = place();
    place.run(&["run", "a.toml", "-q", "-o", "results"]).expect(0, "");
    let text = place.read("results/summary.json");
    let summary: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(complaint(&place, "run", &summary), None);
    let wrong = |change: fn(&mut Value)| {
        let mut other = summary.clone();
        change(&mut other);
        complaint(&place, "run", &other).is_some()
    };
    assert!(wrong(|of| of["more"] = 1.into()));
    assert!(wrong(|of| of["scenarios"][0]["figures"][0]["more"] = 1.into()));
    assert!(wrong(|of| of["scenarios"][0]["seed"] = "1".into()));
    assert!(wrong(|of| of["scenarios"][0]["figures"][0]["better"] = "best".into()));
    assert!(wrong(|of| of["scenarios"][0]["targets"][0]["verdict"] = "?".into()));
    let without = wrong(|of| {
        of["scenarios"][0]["figures"][0].as_object_mut().expect("a figure").remove("mean");
    });
    assert!(without);
}

#[test]
fn a_schema_of_something_else_is_refused_with_what_there_is() {
    Place::new().run(&["schema", "trace"]).expect(2, "possible values: run, compare, best, sweep");
}
