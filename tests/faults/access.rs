//! Who is served worst, as the user sees it.

use crate::place::{Place, SOUND, no_complaints, sound_but};
use crate::scenario::{Case, refused};

const ISLANDS: &str = r#"[[origin]]
name = "near"
share = 0.5

[[origin]]
name = "=far"
share = 0.5
phone = 0.5
helped = 0.5
to_office = { travel = "2 h", fare = 50000, by = "boat" }

[booking]"#;
const RUN: &str = "[run]";

#[rustfmt::skip]
const WAYS: &[Case] = &[
    ("a carrier that is none", RUN, "[[origin]]\nname = \"a\"\nshare = 1\nto_office = { by = \"baot\" }\n[run]", "`origin.a.to_office.by` must be \"land\" or \"boat\" | did you mean `\"boat\"`?"),
    ("misspelt by", RUN, "[[origin]]\nname = \"a\"\nshare = 1\nto_office = { bye = \"boat\" }\n[run]", "unknown key `bye` | did you mean `by`?"),
    ("hours by boat where nobody takes one", RUN, "[[known]]\nmeasure = \"boat_per_passport\"\nvalue = 3\nsource = \"a press report\"\n[run]", "has no `boat_per_passport` | a way has `by = \"boat\"`"),
];

/// Two islands, of which the far one needs phones, help and a boat; all stories end.
fn islands() -> Place {
    let follow_up = "length = \"2 weeks\"\nfollow_up = \"60 days\"";
    let text = sound_but("[booking]", ISLANDS).replace("length = \"2 weeks\"", follow_up);
    Place::with(&text)
}

#[test]
fn ways_that_cannot_be_are_refused() {
    no_complaints(WAYS.iter().filter_map(refused).collect());
}

#[test]
fn a_run_tells_who_is_served_worst_everywhere() {
    let place = islands();
    place.run(&["run", "a.toml", "-o", "results"]).expect(
        0,
        " Access | shut out | helped | gave up | trips | hours | by boat | rupiah | own phone \
         | no phone \
         | Who is served worst | fares for each passport, by origin | Rp 100,000 | near Rp 0",
    );
    let gaps = place.read("results/gaps.csv");
    assert!(gaps.starts_with("scenario,measure,scope,unit,worst,worst_value,best,"), "{gaps}");
    assert!(gaps.contains("\na,fares_per_passport,origin,rupiah,'=far,1"), "{gaps}");
    assert!(gaps.contains("\na,shut_out,phone,share,no phone,"), "{gaps}");
    let summary = place.read("results/summary.json");
    for part in ["\"gaps\"", "\"worst\": \"=far\"", "\"worst_mean\"", "\"pairs\": 1"] {
        assert!(summary.contains(part), "{part}: {summary}");
    }
    let chart = place.read("results/charts/access.svg");
    assert!(chart.contains("own phone 0.0 %") && chart.contains("gap "), "{chart}");
    assert!(chart.contains("A small office: shut out (no phone, no help) "), "{chart}");
    assert!(chart.contains(" for no phone against 0.0 % for own phone"), "{chart}");
}

#[test]
fn a_comparison_tells_how_the_gap_changes() {
    let place = islands();
    let free = "extends = \"a.toml\"\ntitle = \"b\"\n[[origin]]\nname = \"=far\"\n";
    place.write("b.toml", format!("{free}to_office = {{ fare = 0 }}\n"));
    place.run(&["compare", "a.toml", "b.toml", "-o", "results"]).expect(
        0,
        "Access, A small office | Access, b | change of the gap | the same for all \
         | narrower by Rp",
    );
    let summary = place.read("results/summary.json");
    assert!(summary.contains("\"verdict\": \"narrower by Rp"), "{summary}");
}

#[test]
fn where_all_are_alike_nothing_is_told_of_gaps() {
    let place = Place::with(SOUND);
    let ended = place.run(&["run", "a.toml", "-o", "results"]);
    ended.expect(0, "What it costs people");
    for words in [" Access", "Who is served worst"] {
        assert!(!ended.stdout.contains(words), "{}", ended.stdout);
    }
    assert!(!place.path("results/gaps.csv").exists());
    assert!(!place.path("results/charts/access.svg").exists());
    assert!(!place.read("results/summary.json").contains("gaps"));
}

#[test]
fn of_many_islands_only_those_are_shown_that_a_gap_names() {
    let island = |number: u32| {
        let way = format!("to_office = {{ travel = \"{number} min\" }}");
        format!("[[origin]]\nname = \"i{number:02}\"\nshare = 0.0625\n{way}\n")
    };
    let islands: String = (0..16).map(island).collect();
    let place = Place::with(&sound_but("[booking]", &format!("{islands}[booking]")));
    let ended = place.run(&["run", "a.toml", "-o", "results", "-n", "3"]);
    ended.expect(0, " Access | i00 | i15");
    let rows = ended.stdout.lines().filter(|line| line.starts_with(" i"));
    assert!(rows.count() < 13, "{}", ended.stdout);
    let travel = place.read("results/gaps.csv");
    let travel = travel.lines().find(|row| row.contains("travel_per_passport")).expect("a row");
    assert!(travel.ends_with(",120"), "16 x 15 / 2 pairs: {travel}");
}
