//! Sound scenarios that are odd: what they write is whole, finite and the same.

use std::fs;

use crate::place::{Place, SOUND, no_complaints, sound_but};

const FILES: [&str; 3] = ["summary.json", "measures.csv", "series.csv"];

/// Names and texts of the sound scenario written in other ways.
fn same_scenarios() -> [(&'static str, String); 5] {
    let holidays = "[calendar]\nclosed = [2026-01-11, 2026-01-11, 2030-01-01]\n[demand]";
    [
        ("F007 CRLF", SOUND.replace('\n', "\r\n")),
        ("a byte order mark", format!("\u{feff}{SOUND}")),
        ("F029 hexadecimal", sound_but("daily_quota = 25", "daily_quota = 0x19")),
        ("F029 underscores", sound_but("per_week = 120", "per_week = 1_2_0")),
        ("F073 a Sunday closed twice", sound_but("[demand]", holidays)),
    ]
}

/// Name, a part of the sound scenario, and what stands there instead.
type Odd = (&'static str, &'static str, &'static str);

/// Odd, but to be played.
#[rustfmt::skip]
const ODD: &[Odd] = &[
    ("F041 no demand", "per_day = 12", "per_day = 0"),
    ("next to no demand", "per_day = 12", "per_day = 1e-300"),
    ("a quota of nothing, asked for again and again", "[booking]\ndaily_quota = 25", "[persistence]\ntry_again = 1\n[booking]\ndaily_quota = 0"),
    ("nobody comes, all book again", "window", "no_show = 1\nbooks_again = 1\nearliest = \"same day\"\nwindow"),
    ("nobody is let in", "channel = \"app\"", "channel = \"walk-in\"\npersistence = { try_again = 1 }\nwalk_in = { daily_cap = 0 }"),
    ("all are sent home and come back", "[[stage]]", "[visit]\ncomes_back = 1\n[[stage]]\nname = \"door\"\ndesks = 1\nservice = \"0 min\"\nsent_home = 1\n[[stage]]"),
    ("machines that never work", "channel = \"app\"", KIOSK_BROKEN),
    ("a service of a millisecond", "{ lognormal = { mean = \"12 min\", cv = 0.5 } }", "{ exponential = { mean = \"1 ms\" } }"),
    ("F055 a spread of nothing", "cv = 0.5", "cv = 0"),
    ("a service that never ends", "\"12 min\"", "\"36525 days\""),
    ("F081 a window of a day", "10 working days", "1 working day"),
    ("the last days of the calendar", "2026-01-05", "9999-11-01"),
    ("open on one Saturday only", "hours = { mon-fri = \"08:00-12:00, 13:00-16:00\" }", "hours = { sat = \"08:00-09:00\" }"),
    ("full every week at the same instant", "[booking]\ndaily_quota = 25", "[persistence]\ntry_again = 1\n[booking]\nrelease = { weekly = \"fri 14:00\" }\nearliest = \"same day\"\ndaily_quota = 1"),
    ("the widest spread", "cv = 0.5", "cv = 20"),
];

const KIOSK_BROKEN: &str = r#"channel = "kiosk"
origin = [{ name = "island", share = 1, kiosk = "Moro" }]
kiosk = [{ name = "Moro", machines = 1, data_entry = "5 min", out_of_order = 1 }]"#;

fn results(place: &Place, folder: &str) -> [String; 3] {
    FILES.map(|name| place.read(&format!("{folder}/{name}")))
}

/// Whether a text has a number that is none, as a value of its own.
fn has_no_number(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let mut words = words.map(str::to_lowercase);
    words.any(|word| ["nan", "inf", "infinity"].contains(&word.as_str()))
}

#[test]
fn the_same_scenario_written_otherwise_gives_the_same_bytes() {
    let place = Place::with(SOUND);
    place.run(&["run", "a.toml", "-q", "-o", "plain"]).expect(0, "");
    let complaints = same_scenarios().into_iter().filter_map(|(name, text)| {
        place.write("a.toml", text);
        let ended = place.run(&["run", "a.toml", "-q", "-o", "other", "--force"]);
        ended.expect(0, "");
        (results(&place, "plain") != results(&place, "other")).then(|| name.to_string())
    });
    no_complaints(complaints.collect());
}

/// Plays an odd scenario; every figure it writes and says is a number.
fn complaint((name, part, by): &Odd) -> Option<String> {
    let place = Place::with(&sound_but(part, by));
    let ended = place.run(&["run", "a.toml", "-o", "results", "-n", "2"]);
    let wrong = ended.check(0, "Charts, report and data").err().or_else(|| {
        let charts = fs::read_dir(place.path("results/charts")).expect("charts").flatten();
        let charts = charts.filter_map(|entry| fs::read_to_string(entry.path()).ok());
        let page = place.read("results/report.html");
        let texts = results(&place, "results").into_iter().chain(charts).chain([page]);
        texts.chain([ended.stdout]).find(|text| has_no_number(text))
    });
    wrong.map(|wrong| format!("{name}: {wrong}"))
}

#[test]
fn odd_scenarios_are_played_and_no_figure_is_no_number() {
    no_complaints(ODD.iter().filter_map(complaint).collect());
}

#[test]
fn what_cannot_be_known_is_not_available() {
    let place = Place::with(&sound_but("replications = 2", "replications = 1"));
    let ended = place.run(&["run", "a.toml", "-o", "one"]);
    ended.expect(0, "n/a");
    place.write("b.toml", sound_but("per_day = 12", "per_day = 0"));
    let ended = place.run(&["compare", "a.toml", "b.toml", "-n", "1", "-o", "both"]);
    ended.expect(0, "n/a");
    assert!(!has_no_number(&ended.stdout), "{}", ended.stdout);
}
