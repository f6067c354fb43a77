//! `antrean compare --best` as the user sees it.

use crate::place::{Place, SOUND, no_complaints};

/// Offices with one, two and three desks.
fn offices() -> Place {
    let place = Place::new();
    let text = SOUND.replace("per_day = 12", "per_day = 30").replace("quota = 25", "quota = 60");
    for desks in 1..=3 {
        let text = text.replace("desks = 1", &format!("desks = {desks}"));
        place.write(&format!("desks-{desks}.toml"), text);
    }
    place
}

const ALL: [&str; 4] = ["compare", "desks-1.toml", "desks-2.toml", "desks-3.toml"];

fn with(arguments: &[&'static str]) -> Vec<&'static str> {
    [&ALL, arguments].concat()
}

#[test]
fn the_best_is_a_table_a_sentence_files_and_a_chart() {
    let place = offices();
    let asked = ["--best", "waiting", "--indifference", "0.5 min", "-o", "results"];
    place.run(&with(&asked)).expect(
        0,
        "The best of 3 scenarios by \"waiting in the office\" (less is better) \
         | selected after | screened out after 10, behind \
         | Best by \"waiting in the office\": desks- \
         | If one scenario is truly ahead of every other by 0.5 min or more, a selection like this \
         finds it in at least 95 of 100 cases. | Kim & Nelson 2001",
    );
    assert_eq!(place.names(), ["desks-1.toml", "desks-2.toml", "desks-3.toml", "results"]);
    let csv = place.read("results/selection.csv");
    assert!(csv.starts_with("rank,scenario,standing,replications,"), "{csv}");
    assert!(csv.contains("desks-1,screened out,10,desks-"), "{csv}");
    let summary: serde_json::Value =
        serde_json::from_str(&place.read("results/summary.json")).expect("JSON");
    assert_eq!(summary["selection"]["indifference"], 0.5);
    assert_eq!(summary["selection"]["decided"], true);
    assert!(place.read("results/charts/selection.svg").contains("within 0.5 min of the first"));
    let manifest = place.read("results/manifest.toml");
    assert!(manifest.contains("--best waiting --indifference"), "{manifest}");
}

#[test]
fn the_chart_calls_scenarios_the_same_in_its_title_rows_and_notes() {
    let place = offices();
    for desks in 1..=3 {
        let name = format!("desks-{desks}.toml");
        let text = place.read(&name);
        place.write(&name, format!("label = \"kantor {desks}\"\n{text}"));
    }
    let asked = ["--best", "waiting", "--indifference", "0.5 min", "-o", "results"];
    place.run(&with(&[&asked[..], &["--language", "id"]].concat())).expect(0, "desks-");
    let chart = place.read("results/charts/selection.svg");
    assert!(chart.contains("kantor 1") && !chart.contains("desks-"), "{chart}");
    assert!(!chart.contains('\u{2026}'), "a text is cut: {chart}");
    let page = place.read("results/report.html");
    assert!(page.contains("di belakang kantor "), "the table of the chart names them so too");
}

#[test]
fn threads_leave_no_trace_in_a_selection() {
    let place = offices();
    for threads in ["1", "3"] {
        let asked = ["--best", "waiting", "--indifference", "0.02", "--at-most", "60"];
        let arguments = [&with(&asked)[..], &["--threads", threads, "-o", threads, "-q"]].concat();
        place.run(&arguments).expect(0, "");
    }
    for name in ["selection.csv", "summary.json", "charts/selection.svg"] {
        assert_eq!(place.read(&format!("1/{name}")), place.read(&format!("3/{name}")), "{name}");
    }
}

#[test]
fn a_choice_without_a_scale_is_refused_with_one_that_would_do() {
    let place = offices();
    let before = place.everything();
    place.run(&with(&["--best", "waiting"])).expect(
        2,
        "--best needs --indifference: the least difference in \"waiting in the office\" that \
         matters to you | after 10 replications: | (desks-3) | --indifference | is settled within \
         about 10 replications of each",
    );
    assert_eq!(place.everything(), before);
}

#[test]
fn what_cannot_be_chosen_by_is_refused() {
    let place = offices();
    let before = place.everything();
    let cases: [(&[&str], &str); 11] = [
        (&["--best", "waiting", "--indifference", "1", "--keep"], "cannot be used with"),
        (
            &["--best", "wating", "--indifference", "1"],
            "no measure \"wating\" | did you mean \"waiting\"?",
        ),
        (
            &["--best", "wishes", "--indifference", "1"],
            "neither more nor less `wishes` is better | `issued`",
        ),
        (
            &["--best", "station_wait", "--indifference", "1"],
            "`station_wait` needs `of` | `interview`",
        ),
        (&["--best", "waiting", "--indifference", "0"], "a number greater than 0 in minutes"),
        (&["--best", "waiting", "--indifference", "1 day"], "in minutes, with or without"),
        (&["--best", "waiting", "--indifference", "1", "-n", "5"], "cannot be used with"),
        (&["--best", "waiting", "--confidence", "0.5"], "between 0.5 and 1"),
        (&["--best", "waiting", "--at-most", "9"], "9 is not in 10..=1000000"),
        (&["--indifference", "1"], "--best <MEASURE>"),
        (&["--best", "waiting", "--indifference", "1", "--set", "run.length=\"900 years\""], ""),
    ];
    let complaint = |(arguments, says): &(&[&'static str], &str)| {
        let said = place.run(&with(arguments)).check(2, says);
        said.err().map(|complaint| format!("{arguments:?}: {complaint}"))
    };
    no_complaints(cases.iter().filter_map(complaint).collect());
    let single = ["compare", "desks-1.toml", "--best", "waiting", "--indifference", "1"];
    place.run(&single).expect(2, "a choice needs two scenarios or more");
    assert_eq!(place.everything(), before);
}
