//! The formats of a log.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::place::{Place, SOUND, sound_but};
use crate::read::{list, of_objects, of_table, of_traces, place, rows, text};

const ALL: [&str; 6] = ["trace", "a.toml", "--format", "csv,ocel,xes", "-o", "log"];

#[test]
fn all_formats_tell_the_same() {
    let place = place();
    place.run(&ALL).expect(0, "applicants | The log is in log");
    let table = of_table(&place.read("log/a.csv"));
    assert!(100 < table.len(), "{} applicants", table.len());
    let objects = serde_json::from_str(&place.read("log/a.ocel.json")).expect("JSON");
    assert!(table == of_objects(&objects), "CSV and OCEL");
    assert!(table == of_traces(&place.read("log/a.xes")), "CSV and XES");
}

#[test]
fn the_same_command_writes_the_same_bytes() {
    let (place, files) = (place(), ["log/a.csv", "log/a.ocel.json", "log/a.xes"]);
    place.run(&ALL).expect(0, "");
    let first = files.map(|name| place.read(name));
    place.run(&ALL).expect(0, "");
    assert!(first == files.map(|name| place.read(name)));
}

/// One wish and one outcome each, as many as the measures of the same replication say.
#[test]
fn outcomes_are_those_of_the_measures() {
    let place = place();
    place.run(&["run", "a.toml", "-n", "2", "-o", "run"]).expect(0, "");
    place.run(&["trace", "a.toml", "--replication", "2", "-o", "log"]).expect(0, "");
    let log = rows(&place.read("log/a.csv"));
    let with = |name: &str, value: &str| log.iter().filter(|row| row[name] == value).count();
    let measures = rows(&place.read("run/measures.csv"));
    let measure = |name: &str| -> f64 {
        let is = |row: &&BTreeMap<String, String>| {
            row["replication"] == "2" && row["measure"] == name && row["of"] == "all"
        };
        measures.iter().find(is).expect("the measure")["value"].parse().expect("a number")
    };
    let wishes = with("activity", "wish") as f64;
    assert_eq!(wishes, measure("wishes"));
    let outcomes = [("issued", "issued"), ("gave_up", "gave up"), ("turned_away", "turned away")];
    for (name, title) in outcomes {
        let share = with("outcome", title) as f64 / wishes;
        assert!((share - measure(name)).abs() < 1e-8, "{title}: {share}, {}", measure(name));
    }
    assert_eq!(log.iter().filter(|row| !row["outcome"].is_empty()).count() as f64, wishes);
}

/// What the published JSON schema of OCEL 2.0 asks for, and that all that is named is there.
#[test]
fn the_object_log_keeps_the_rules_of_ocel() {
    let place = place();
    place.run(&ALL).expect(0, "");
    let log: Value = serde_json::from_str(&place.read("log/a.ocel.json")).expect("JSON");
    let identities: Vec<String> = list(&log, "objects").iter().map(|of| text(of, "id")).collect();
    let known: BTreeSet<&String> = identities.iter().collect();
    assert_eq!(known.len(), identities.len(), "no object twice");
    for (types, of) in [("eventTypes", "events"), ("objectTypes", "objects")] {
        let declared = list(&log, types).iter().map(|kind| (text(kind, "name"), kind));
        let declared: BTreeMap<String, &Value> = declared.collect();
        for thing in list(&log, of) {
            let kind = declared[&text(thing, "type")];
            for attribute in list(thing, "attributes") {
                text(attribute, "value");
                let named = |of: &Value| of["name"] == attribute["name"];
                assert!(list(kind, "attributes").iter().any(named), "{attribute} of {kind}");
            }
            for part in list(thing, "relationships") {
                text(part, "qualifier");
                assert!(known.contains(&text(part, "objectId")), "{part} is there");
            }
        }
    }
    let kinds: BTreeSet<String> = list(&log, "objects").iter().map(|of| text(of, "type")).collect();
    let expected = ["applicant", "family", "kiosk", "passport", "slot", "stage"];
    assert_eq!(kinds.iter().collect::<Vec<_>>(), expected);
}

#[test]
fn the_same_applicants_live_in_all_scenarios() {
    let place = place();
    place.write("b.toml", "extends = \"a.toml\"\n[booking]\ndaily_quota = 12\n");
    place.run(&["trace", "a.toml", "b.toml"]).expect(0, "output/trace-a-and-b");
    let wishes = |name: &str| -> BTreeSet<(String, String)> {
        let rows = rows(&place.read(&format!("output/trace-a-and-b/{name}.csv")));
        let wishes = rows.into_iter().filter(|row| row["activity"] == "wish");
        wishes.map(|row| (row["applicant"].clone(), row["time"].clone())).collect()
    };
    assert!(wishes("a") == wishes("b"));
}

#[test]
fn dates_narrow_the_log_to_wishes_of_these_days() {
    let place = place();
    let days = ["--from", "2026-01-12", "--until", "2026-01-13"];
    place.run(&[&["trace", "a.toml", "-o", "part"], &days[..]].concat()).expect(0, "");
    place.run(&["trace", "a.toml", "-o", "whole"]).expect(0, "");
    let (part, mut whole) =
        (of_table(&place.read("part/a.csv")), of_table(&place.read("whole/a.csv")));
    whole.retain(|name, _| name.contains("-20260112-") || name.contains("-20260113-"));
    assert!(!part.is_empty() && part == whole);
}

#[test]
fn another_log_is_not_replaced_unless_forced() {
    let place = place();
    place.run(&["trace", "a.toml", "-o", "log"]).expect(0, "");
    let second = ["trace", "a.toml", "-o", "log", "--replication", "2"];
    place.run(&second).expect(2, "results of another run");
    place.run(&[&second[..], &["--force", "--quiet"]].concat()).expect(0, "");
}

/// Names of places may hold anything that a line of text can.
#[test]
fn any_name_is_written_so_that_it_is_read() {
    let place = place();
    let office = place.read("a.toml").replace("name = \"interview\"", "name = '<\"Ä\" & ,=>'");
    place.write("a.toml", office.replace("name = \"North\"", "name = '=1+2'"));
    place.run(&ALL).expect(0, "");
    let table = rows(&place.read("log/a.csv"));
    assert!(table.iter().any(|row| row["stage"] == "<\"Ä\" & ,=>"));
    assert!(table.iter().any(|row| row["origin"] == "'=1+2"));
    assert!(table.iter().any(|row| row["applicant"].starts_with("1-2-2026")));
    let traces = place.read("log/a.xes");
    assert!(traces.contains("value=\"&lt;&quot;Ä&quot; &amp; ,=&gt;\""), "{}", &traces[..3000]);
}

#[test]
fn an_office_without_origins_has_names_for_its_applicants() {
    let place = Place::with(SOUND);
    place.run(&ALL).expect(0, "");
    let table = of_table(&place.read("log/a.csv"));
    assert!(table.keys().all(|name| name.starts_with("everywhere-202601")), "{table:?}");
}

#[test]
fn where_nobody_comes_the_log_is_empty_and_sound() {
    let place = Place::with(&sound_but("per_day = 12", "per_day = 0"));
    place.run(&ALL).expect(0, "a: 0 events of 0 applicants");
    assert!(rows(&place.read("log/a.csv")).is_empty());
    assert!(of_traces(&place.read("log/a.xes")).is_empty());
    let log: Value = serde_json::from_str(&place.read("log/a.ocel.json")).expect("JSON");
    assert_eq!((list(&log, "events").len(), list(&log, "objects").len()), (0, 1));
    place.run(&["trace", "a.toml", "--applicant", "issued"]).expect(2, "there is no applicant");
    place.run(&["trace", "a.toml", "--applicant", "x"]).expect(2, "nobody has a wish");
}
