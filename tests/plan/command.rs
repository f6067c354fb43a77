//! `antrean plan` and targets as the user sees them.

use crate::place::{Place, SOUND, no_complaints, sound_but};

/// A quota of 12 meets the demand, and a production of 60 a week serves so many.
const TARGETS: &str = r#"daily_quota = 25
window = "10 working days"

[[target]]
measure = "ready_within_promise"
at_least = 0.9

[[target]]
measure = "gave_up"
at_most = 0.6

[plan]
lever = "booking.daily_quota=4..40:2"
"#;

fn office() -> String {
    let text = sound_but("per_week = 120", "per_week = 60");
    let text =
        text.replace("length = \"2 weeks\"", "length = \"8 weeks\"\nfollow_up = \"8 weeks\"");
    let text = text.replace("per_day = 12", "per_day = 25");
    text.replace("daily_quota = 25\nwindow = \"10 working days\"\n", TARGETS)
}

#[test]
fn the_answer_is_a_sentence_a_table_files_and_a_chart() {
    let place = Place::with(&office());
    place.run(&["plan", "a.toml", "-o", "results"]).expect(
        0,
        "The largest daily quota with \"ready within the promise\" of at least 90 % and \"gave \
         up\" of at most 60 % is 12 (95 % confidence). \
         | At 14 \"ready within the promise\" is \
         | From the other side, the scenario's own daily quota | keeps the targets with no weekly \
         production from 30 to 120 \
         | daily quota | 12 *",
    );
    let csv = place.read("results/plan.csv");
    assert!(csv.starts_with("question,key,value,"), "{csv}");
    assert!(csv.contains("\nasked,booking.daily_quota,12,,,no,yes,"), "{csv}");
    let summary = place.read("results/summary.json");
    assert!(summary.contains("\"chosen\": \"12\"") && summary.contains("\"met\": true"));
    let chart = place.read("results/charts/plan.svg");
    assert!(chart.contains("12: the answer") && chart.contains("at least 90 %"), "{chart}");
    assert!(place.read("results/manifest.toml").contains("antrean plan a.toml"));
    assert_eq!(place.names(), ["a.toml", "results"]);
}

#[test]
fn what_cannot_be_met_is_an_answer_with_its_reason() {
    let place = Place::with(&office().replace("at_most = 0.6", "at_most = 0.01"));
    place.run(&["plan", "a.toml", "-o", "results"]).expect(
        3,
        "No daily quota of 4 to 40 has \"ready within the promise\" of at least 90 % \
         | needs 12 or less; \"gave up\" needs 30 or more",
    );
    let place = Place::with(&office());
    let few = ["plan", "a.toml", "--lever", "booking.daily_quota=30..40"];
    place.run(&few).expect(3, "comes nearest at 30, with");
}

#[test]
fn two_levers_have_a_frontier() {
    let place = Place::with(&office());
    let ended = place.run(&[
        "plan",
        "a.toml",
        "--lever",
        "booking.daily_quota=4..40:2",
        "--lever",
        "production.per_week=40..80:20",
        "--prefer",
        "largest",
        "--prefer",
        "smallest",
        "-o",
        "results",
    ]);
    ended.expect(0, "of which no pair is better in both: 12 with 60, 16 with 80. | 40 | none");
    let chart = place.read("results/charts/frontier.svg");
    assert!(chart.contains("weekly production"), "{chart}");
}

#[test]
fn another_lever_is_turned_as_well() {
    let place = Place::with(&office());
    let lever = "production.per_week=50..150:10";
    place
        .run(&["plan", "a.toml", "--lever", lever, "--prefer", "smallest", "-o", "b"])
        .expect(0, "The smallest weekly production with | supports at most a daily quota of");
    let lever = "stage.interview.desks=1..3";
    place
        .run(&["plan", "a.toml", "--lever", lever, "--prefer", "smallest", "-o", "c"])
        .expect(3, "No number of desks of interview of 1 to 3 has");
}

#[test]
fn impossible_requests_are_refused_before_anything_runs() {
    let place = Place::with(&office());
    place.write("b.toml", SOUND);
    place.write("c.toml", office().replace("booking.daily_quota=", "booking.daily_qouta="));
    let contrary = "measure = \"gave_up\"\nat_least = 0.7\n\n[plan]";
    let contrary = format!("[[target]]\n{contrary}");
    place.write("d.toml", office().replace("[plan]", &contrary));
    let there = place.everything();
    let lever = |text: &'static str| vec!["a.toml", "--lever", text];
    let cases = [
        (lever("booking.daily_qouta=20..30"), "did you mean `daily_quota`?"),
        (lever("booking.daily_quota=30..20"), "is an empty range"),
        (lever("booking.daily_quota=0..1000000000"), "1000000001 values; at most 100000"),
        (lever("booking.daily_quota=0..50000"), "50001 values are too many"),
        (lever("booking.window=1..4 days"), "working days"),
        (vec!["a.toml", "--confidence", "95"], "between 0.5 and 1"),
        (
            vec!["a.toml", "--prefer", "largest", "--prefer", "largest"],
            "more `--prefer` than levers",
        ),
        (
            vec!["a.toml", "--by", "week", "--lever", "stage.interview.desks=1..3"],
            "its lever is `booking.daily_quota`",
        ),
        (
            vec!["c.toml"],
            "`plan.lever` turns `booking.daily_qouta`, which is no key | did you mean `booking.daily_quota`?",
        ),
        (vec!["d.toml"], "`gave_up` cannot be at least 0.7 and at most 0.6"),
        (vec!["b.toml"], "says nothing to turn: give `--lever"),
        (
            vec!["b.toml", "--lever", "booking.daily_quota=1..2"],
            "says nothing to reach: add a `[[target]]`",
        ),
    ];
    let complaint = |(arguments, says): &(Vec<&'static str>, &str)| {
        let said = place.run(&[&["plan"], arguments.as_slice()].concat()).check(2, says);
        said.err().map(|complaint| format!("{arguments:?}: {complaint}"))
    };
    no_complaints(cases.iter().filter_map(complaint).collect());
    assert_eq!(place.everything(), there, "nothing was written");
}

/// Weeks of four days can have more places a day than weeks of five, for those make as much in all.
#[test]
fn a_quota_is_proposed_for_each_week() {
    let text =
        office().replace("[demand]", "[calendar]\nclosed = [2026-01-14, 2026-02-04]\n\n[demand]");
    let place = Place::with(&text);
    place.run(&["plan", "a.toml", "--by", "week", "-o", "results"]).expect(
        0,
        "By week, places a day are 12 in 6 weeks of 5, | in 2 weeks of 4 working days \
         | short_weeks = { 4 = | quota in weeks of 4",
    );
    let calendar = place.read("results/quota-calendar.csv");
    let weeks: Vec<&str> = calendar.lines().collect();
    assert_eq!(weeks[..2], ["monday,working_days,daily_quota,places", "2026-01-05,5,12,60"]);
    assert!(weeks[2].starts_with("2026-01-12,4,"), "{calendar}");
    assert_eq!(weeks.len(), 9);
}

#[test]
fn a_run_with_a_missed_target_ends_with_status_3_and_says_so() {
    let place = Place::with(&office());
    let miss = "booking.daily_quota=40";
    let text = "Targets | found | ready within the promise: at least 90 % | missed";
    place.run(&["run", "a.toml", "-n", "10", "--set", miss, "-o", "missed"]).expect(3, text);
    let summary = place.read("missed/summary.json");
    assert!(summary.contains("\"verdict\": \"missed\""), "{summary}");
    let met = "booking.daily_quota=12";
    place.run(&["run", "a.toml", "-n", "10", "--set", met, "-o", "met"]).expect(0, "met");
    place
        .run(&["run", "a.toml", "-n", "1", "--set", miss, "-o", "one"])
        .expect(0, "not decided by these replications");
}
