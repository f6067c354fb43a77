//! `antrean sensitivity` as the user sees it.

use serde_json::Value;

use crate::place::{Place, SOUND, no_complaints, sound_but};

const SOURCES: &str = r#"
[sources]
"demand.per_day" = { from = "assumption", range = [11.0, 14.0] }
"stage.interview.service" = { from = "two days with a watch", range = ["8.0 min", "16.0 min"] }
"stage.interview.desks" = "assumption"
"booking.window" = { from = "rule", range = ["9", "11 working days"] }
"#;

fn office() -> Place {
    let text = sound_but("replications = 2", "replications = 10");
    Place::with(&format!("{text}{SOURCES}"))
}

fn summary(place: &Place, folder: &str) -> Value {
    serde_json::from_str(&place.read(&format!("{folder}/summary.json"))).expect("JSON")
}

fn input<'summary>(summary: &'summary Value, key: &str) -> &'summary Value {
    let inputs = summary["inputs"].as_array().expect("a list");
    inputs.iter().find(|input| input["key"] == key).expect(key)
}

#[test]
fn the_input_to_measure_next_is_told_with_a_table_and_a_tornado() {
    let place = office();
    place.run(&["sensitivity", "a.toml", "--measure", "waiting", "-o", "results"]).expect(
        0,
        "What matters most for \"waiting in the office\": \
         | stage.interview.service | 8.0 min to 16.0 min | 12 min | shorter by | longer by \
         | demand.per_day | All intervals hold at once \
         | Assumptions left out, as they have no range: stage.interview.desks. \
         | Measure stage.interview.service next: over its range, 8.0 min to 16.0 min, \"waiting in \
         the office\" changes by",
    );
    let csv = place.read("results/sensitivity.csv");
    assert!(csv.contains("\n1,stage.interview.service,8.0 min,12 min,16.0 min,minutes,"), "{csv}");
    let summary = summary(&place, "results");
    let keys = &input(&summary, "stage.interview.service")["keys"];
    assert_eq!(keys[0], "stage.interview.service.lognormal.mean");
    assert_eq!(summary["left_out"][0]["key"], "stage.interview.desks");
    assert!(place.read("results/charts/tornado.svg").contains("as it stands"));
}

/// Nobody books so far ahead: the window is not used.
#[test]
fn an_input_that_is_not_used_changes_exactly_nothing() {
    let place = office();
    let asked = ["sensitivity", "a.toml", "--measure", "waiting", "-n", "3", "--sobol", "8"];
    place.run(&[&asked[..], &["-o", "results"]].concat()).expect(0, "the same | nothing");
    let summary = summary(&place, "results");
    let window = input(&summary, "booking.window");
    for what in ["change_at_least", "change_at_greatest", "swing", "alone", "in_all"] {
        for end in ["value", "low", "high"] {
            assert_eq!(window[what][end].as_f64(), Some(0.0), "{what} {end}");
        }
    }
    let share = |key: &str| input(&summary, key)["in_all"]["value"].as_f64().expect("a share");
    assert!(share("demand.per_day") < share("stage.interview.service"));
    assert!(0.5 < share("stage.interview.service"));
}

#[test]
fn threads_leave_no_trace_in_an_analysis() {
    let place = office();
    let asked = ["sensitivity", "a.toml", "--measure", "issued", "-n", "3", "--sobol", "4", "-q"];
    for threads in ["1", "3"] {
        place.run(&[&asked[..], &["--threads", threads, "-o", threads]].concat()).expect(0, "");
    }
    for name in ["sensitivity.csv", "summary.json", "charts/tornado.svg", "charts/shares.svg"] {
        assert_eq!(place.read(&format!("1/{name}")), place.read(&format!("3/{name}")), "{name}");
    }
}

/// What one input does depends on no other that is varied too.
#[test]
fn the_command_line_adds_inputs_and_changes_ranges() {
    let place = office();
    let asked = ["sensitivity", "a.toml", "--measure", "waiting", "--quiet"];
    place.run(&[&asked[..], &["-o", "without"]].concat()).expect(0, "");
    let more = ["--input", "stage.interview.desks=1..3", "--input", "demand.per_day=12.5..14.0"];
    place.run(&[&asked[..], &more, &["-o", "with"]].concat()).expect(0, "");
    let (without, with) = (summary(&place, "without"), summary(&place, "with"));
    assert_eq!(input(&with, "demand.per_day")["least"], "12.5");
    assert_eq!(input(&with, "stage.interview.desks")["greatest"], "3");
    assert_eq!(with["left_out"].as_array().map(Vec::len), Some(0));
    let change = |of: &Value, key: &str| input(of, key)["change_at_greatest"]["value"].clone();
    for key in ["demand.per_day", "stage.interview.service"] {
        assert_eq!(change(&with, key), change(&without, key), "{key}");
    }
}

#[test]
fn wrong_ranges_and_requests_are_refused_and_write_nothing() {
    let place = office();
    place.write("none.toml", SOUND);
    let one_end = SOURCES.replace("[11.0, 14.0]", "[14.0, 11.0]");
    place.write("turned.toml", format!("{SOUND}{one_end}"));
    let misspelt = SOURCES.replace("range = [11.0", "rnge = [11.0");
    place.write("misspelt.toml", format!("{SOUND}{misspelt}"));
    let before = place.everything();
    let cases: [(&[&str], &str); 12] = [
        (&["a.toml"], "--measure <NAME>"),
        (&["a.toml", "--measure", "wating"], "did you mean \"waiting\"?"),
        (&["a.toml", "--measure", "waiting", "--of", "ap"], "did you mean \"app\"?"),
        (&["none.toml", "--measure", "waiting"], "there is nothing to vary | [sources] | --input"),
        (
            &["turned.toml", "--measure", "waiting"],
            "`sources.\"demand.per_day\".range` must go from a value to a greater one",
        ),
        (&["misspelt.toml", "--measure", "waiting"], "unknown key `rnge`"),
        (
            &["a.toml", "--measure", "waiting", "--input", "run.seed=1..2"],
            "describes the experiment",
        ),
        (
            &["a.toml", "--measure", "waiting", "--input", "booking.no_show=0.1..1.5"],
            "must be a share from 0 to 1 | --set:1:17",
        ),
        (
            &["a.toml", "--measure", "waiting", "--input", "booking.no_shw=0.1..0.2"],
            "did you mean `no_show`?",
        ),
        (
            &["a.toml", "--measure", "waiting", "--input", "booking.no_show=0.1"],
            "write a key and a range",
        ),
        (&["a.toml", "--measure", "waiting", "-n", "1"], "1 is not in 2..=1000000"),
        (&["a.toml", "--measure", "waiting", "--sobol", "1"], "1 is not in 2..=65536"),
    ];
    let complaint = |(arguments, says): &(&[&'static str], &str)| {
        let said = place.run(&[&["sensitivity"], *arguments].concat()).check(2, says);
        said.err().map(|complaint| format!("{arguments:?}: {complaint}"))
    };
    no_complaints(cases.iter().filter_map(complaint).collect());
    assert_eq!(place.everything(), before);
}
