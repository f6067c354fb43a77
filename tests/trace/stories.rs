//! The story of one applicant.

use antrean::report::language::short_date;
use antrean::time::Date;

use crate::place::{Place, no_complaints};
use crate::read::{OFFICE, place, rows};

/// Two scenarios, the second with half the quota.
fn two() -> Place {
    let place = place();
    place.write("b.toml", "extends = \"a.toml\"\n[booking]\ndaily_quota = 8\n");
    place
}

#[test]
fn a_story_follows_the_log() {
    let place = two();
    place.run(&["trace", "a.toml", "-o", "log"]).expect(0, "");
    let log = rows(&place.read("log/a.csv"));
    let booked = log.iter().find(|row| row["activity"] == "books").expect("somebody books");
    let told = place.run(&["trace", "a.toml", "--applicant", &booked["applicant"]]);
    let (date, time) = booked["appointed"][..16].split_once('T').expect("a date and a time");
    let date: Date = date.parse().expect("a date");
    let appointed = format!("{} {time}", short_date(date));
    let lead = &booked["lead_working_days"];
    told.expect(0, &format!("{}: from | wants a passport | books", booked["applicant"]));
    assert!(told.stdout.contains(&appointed), "{appointed}: {}", told.stdout);
    assert!(told.stdout.contains(&format!("{lead} working day")), "{}", told.stdout);
    assert_eq!(place.names(), ["a.toml", "b.toml", "log"], "a story writes nothing");
}

#[test]
fn stories_part_where_they_differ() {
    let place = two();
    let told = place.run(&["trace", "a.toml", "b.toml", "--applicant", "parted"]);
    told.expect(0, "In both scenarios | wants a passport | Here the stories part. | a, by | b, by");
    let same = place.run(&["trace", "a.toml", "b.toml", "--applicant", "issued"]);
    same.expect(0, "In both scenarios | issued");
    let twice = place.run(&["trace", "a.toml", "b.toml", "--applicant", "parted"]);
    assert_eq!(told.stdout, twice.stdout);
}

#[test]
fn a_story_is_told_in_the_language_that_is_asked_for() {
    let place = two();
    let told =
        place.run(&["trace", "a.toml", "b.toml", "--applicant", "parted", "--language", "id"]);
    told.expect(
        0,
        "Dalam kedua skenario | ingin membuat paspor | Mulai di sini kisahnya berbeda. | \
         a, saluran: | Jan 2026 | hari kerja lagi | hasil akhir | dari niat sampai paspor",
    );
}

#[test]
fn a_story_is_drawn_where_a_folder_is_asked_for() {
    let place = two();
    let plain = ["trace", "a.toml", "b.toml", "--applicant", "parted"];
    let told = place.run(&plain);
    let asked = [&plain[..], &["-o", "story"]].concat();
    let drawn = place.run(&asked);
    drawn.expect(0, "Charts, report and data are in story");
    assert!(drawn.stdout.starts_with(&told.stdout), "the same story: {}", drawn.stdout);
    let chart = place.read("story/charts/story.svg");
    let page = place.read("story/report.html");
    for text in ["without an appointment", "wants a passport", "waits for the appointed day"] {
        assert!(chart.contains(text) && page.contains(text), "{text}");
    }
    assert!(
        page.contains("--applicant</code> <code>parted") && page.contains("an example"),
        "{page}"
    );
    let (name, _) = told.stdout.split_once(':').expect("a name");
    for (file, scenario) in [("story/a.csv", "a"), ("story/b.csv", "b")] {
        let log = rows(&place.read(file));
        assert!(!log.is_empty() && log.iter().all(|row| row["applicant"] == name), "{scenario}");
        let outcome = &log.last().expect("an end")["outcome"];
        assert!(told.stdout.contains(outcome.as_str()), "{scenario}: {outcome}");
    }
    let before = [chart, page, place.read("story/datapackage.json")];
    place.run(&asked).expect(0, "");
    let names = ["charts/story.svg", "report.html", "datapackage.json"];
    assert!(before == names.map(|name| place.read(&format!("story/{name}"))), "the same bytes");
    let other = ["trace", "a.toml", "--applicant", "issued", "-o", "story"];
    place.run(&other).expect(2, "story holds the results of another run");
}

#[test]
fn the_chart_of_a_story_is_in_the_language_that_is_asked_for() {
    let place = two();
    let words = ["--applicant", "issued", "--language", "id", "-o", "story", "-q"];
    let told = place.run(&[&["trace", "a.toml"][..], &words].concat());
    told.expect(0, "");
    assert_eq!(told.stdout, "", "quiet");
    let chart = place.read("story/charts/story.svg");
    for text in ["Paspor di tangan setelah", "ingin membuat paspor", "paspor selesai"] {
        assert!(chart.contains(text), "{text}");
    }
    assert!(place.read("story/a.csv").contains("passport ready"), "data are in English");
}

/// Arguments after `trace a.toml`, the exit status, and what is said.
type Case = (&'static [&'static str], i32, &'static str);

#[rustfmt::skip]
const CASES: &[Case] = &[
    (&["--applicant", "longest-wait"], 0, "waited in lines"),
    (&["--applicant", "did-not-show-up"], 2, "there is no applicant \"did-not-show-up\" in this replication"),
    (&["--applicant", "parted"], 2, "there is no applicant \"parted\""),
    (&["--applicant", "nort-20260112-1.1"], 2, "no applicant is called | did you mean | such as `north-2026"),
    (&["--applicant", "north-20260112-99.1"], 2, "such as `north-20260112-1.1`, `"),
    (&["--applicant", "gaveup"], 2, "did you mean \"gave-up\"?"),
    (&["--applicant", ""], 2, "no applicant is called \"\""),
    (&["--applicant", "nobody", "-o", "log"], 2, "no applicant is called"),
    (&["--applicant", "issued", "--format", "csv"], 2, "cannot be used with"),
    (&["--format", "cvs"], 2, "invalid value 'cvs' | csv"),
    (&["--from", "2026-02-30"], 2, "write year, month and day"),
    (&["--from", "2025-12-01"], 2, "--from 2025-12-01 is not played: a is played from 2026-01-05 to 2026-02-17"),
    (&["--from", "2026-01-20", "--until", "2026-01-10"], 2, "--until 2026-01-10 lies before --from 2026-01-20"),
    (&["--replication", "0"], 2, "0 is not in 1..=1000000"),
    (&["--set", "demand.per_day=1e6"], 2, "a log of about | --from and --until | --no-limit"),
    (&["b.toml", "--applicant", "issued", "--set", "booking.daily_qota=5"], 2, "did you mean `daily_quota`?"),
    (&["other.toml", "--applicant", "issued"], 2, "same start and seed: a starts on 2026-01-05 with seed 7; other"),
    (&["moved.toml", "--applicant", "issued"], 2, "does not live in a and moved: their origins differ"),
    (&["a.toml"], 2, "two scenarios are called a"),
];

#[test]
fn what_cannot_be_told_is_refused() {
    let place = two();
    place.write("other.toml", "extends = \"a.toml\"\n[run]\nseed = 8\n");
    place.write("moved.toml", OFFICE.replace("name = \"North\"", "name = \"Northwest\""));
    let before = place.everything();
    let complaint = |(arguments, status, says): &Case| {
        let said = place.run(&[&["trace", "a.toml"], *arguments].concat()).check(*status, says);
        said.err().map(|complaint| format!("{arguments:?}: {complaint}"))
    };
    no_complaints(CASES.iter().filter_map(complaint).collect());
    assert_eq!(place.everything(), before);
}

#[test]
fn a_family_of_one_is_its_member_and_others_are_asked_for_one() {
    let place = place();
    place.run(&["trace", "a.toml", "-o", "log"]).expect(0, "");
    let log = rows(&place.read("log/a.csv"));
    let second = log.iter().find(|row| row["applicant"].ends_with(".2")).expect("a family");
    let family = &second["family"];
    let members = format!("{family} is a family; its members are `{family}.1` and `{family}.2`");
    place.run(&["trace", "a.toml", "--applicant", family]).expect(2, &members);
    let pair = |row: &&std::collections::BTreeMap<String, String>| {
        !log.iter().any(|of| of["applicant"] == format!("{}.2", row["family"]))
    };
    let alone = &log.iter().find(pair).expect("somebody alone")["family"];
    let told = place.run(&["trace", "a.toml", "--applicant", alone]);
    told.expect(0, &format!("{alone}.1: from | alone"));
}
