//! The command through the real binary.

use std::fs;
use std::path::Path;

use crate::place::{Place, SOUND, no_complaints, sound_but};

#[test]
fn a_page_tells_the_story_the_loads_and_the_doubts_and_writes_nothing() {
    let place = Place::with(SOUND);
    let before = place.everything();
    let told = place.run(&["explain", "a.toml", "--set", "booking.daily_quota=15"]);
    told.expect(
        0,
        "A small office | 14 days, of which the office works 10 | 1. On average 12 people a day | \
         16.8 people a day x 1.00 appointments each = 16.8 wanted / 15 places | \
         15 people a day x 12 min / (1 desk x 7 h) | booking.daily_quota",
    );
    assert_eq!(place.everything(), before, "nothing is written");
    assert_eq!((place.names(), place.read("a.toml")), (vec!["a.toml".into()], SOUND.into()));
    let again = place.run(&["explain", "a.toml", "--set", "booking.daily_quota=15"]);
    assert_eq!(told.stdout, again.stdout);
}

#[test]
fn a_page_is_told_in_the_language_of_the_scenario() {
    let place = Place::with(&format!("language = \"id\"\n{SOUND}"));
    let quota = "booking.daily_quota=15";
    let told = place.run(&["explain", "a.toml", "--format", "markdown", "--set", quota]);
    told.expect(
        0,
        "Dari 5 Januari 2026 sampai 18 Januari 2026: 14 hari | dan kantor bekerja pada 10 di | \
         1. Rata-rata 12 orang sehari ingin membuat paspor; semua memakai aplikasi. | \
         112 % | 16,8 orang sehari x 1,00 janji temu per orang = 16,8 diminta / 15 slot | \
         15 orang sehari x 12 menit / (1 loket x 7 jam); 0,43 erlang | booking.slot (60 menit) | \
         2 replikasi memberi selang yang lebar: 10 atau lebih, lebih baik (lihat",
    );
    let sources = told.stdout.split("Asal masukan").nth(1).expect("where inputs come from");
    assert!(!sources.contains("language"), "how people are told is no input: {sources}");
}

#[test]
fn markdown_has_headings_and_tables() {
    let place = Place::with(&sound_but("A small office", "A | small *office*"));
    let told = place.run(&["explain", "a.toml", "a.toml", "--format", "markdown"]);
    told.expect(0, "# A \\| small \\*office\\* | ## What happens | \n|---|---|---|---|\n| ");
    assert_eq!(told.stdout.matches("## What looks wrong").count(), 2);
}

#[test]
fn what_cannot_be_explained_is_refused() {
    let place = Place::with(SOUND);
    place.run(&["explain"]).expect(2, "<SCENARIO>");
    place.run(&["explain", "b.toml"]).expect(2, "b.toml");
    place.run(&["explain", "a.toml", "--format", "html"]).expect(2, "text | markdown");
    let wrong = place.run(&["explain", "a.toml", "--set", "booking.daily_qota=5"]);
    wrong.expect(2, "did you mean `daily_quota`?");
    assert_eq!(wrong.stdout, "");
}

/// A setting, and what it makes doubtful.
const DOUBTS: [(&[&str], &str); 16] = [
    (&["demand.per_day=30"], "appointments a day are wanted and 24 are offered"),
    (&["demand.per_day=16.9"], "hardly any place is left over"),
    (&["stage.interview.service=\"30 min\""], "more than it can serve in its hours"),
    (&["stage.interview.service=\"24.5 min\""], "near its limit"),
    (
        &["production.per_week=70"],
        "Production gets 16.8 files a day and makes 14: the backlog grows",
    ),
    (&["production.promise=\"1 working day\""], "no passport can be in time"),
    (
        &["booking.window=\"2 working days\"", "booking.release={ weekly = \"fri 14:00\" }"],
        "the other days can never be booked",
    ),
    (&["origin=[{ name = \"x\", share = 1, phone = 0 }]"], "nobody has a phone"),
    (&["app.outage={ starts = 0.05, ends = 0.2 }"], "The app is down on 2.8 of 14 days"),
    (
        &["period=[{ name = \"p\", dates = [\"2026-01-05 to 2026-01-06\"], app = \"down\" }]"],
        "The app is down on 2 of 14 days",
    ),
    (
        &["origin=[{ name=\"x\", share=1, to_office = { travel=\"1 h\", cancelled = 0.1 } }]"],
        "To 10 % of appointments no boat goes",
    ),
    (&["kiosk=[{ name = \"k\", machines = 1, data_entry = \"5 min\" }]"], "nobody uses them"),
    (&["stage.interview.hours={ mon-fri = \"08:00-12:00\" }"], "has no desks during 15 h a week"),
    (&["run.replications=3"], "3 replications give wide intervals"),
    (&["run.follow_up=\"1 week\""], "people are followed for 7 days"),
    (&["production.per_week=85"], "starts with an empty office"),
];

/// The sound office with nothing that looks wrong.
fn settled() -> String {
    sound_but("replications = 2", "replications = 20\nfollow_up = \"8 weeks\"")
        .replace("daily_quota = 25", "daily_quota = 24")
}

#[test]
#[rustfmt::skip]
fn each_doubt_arises_where_it_should_and_nowhere_else() {
    let place = Place::with(&settled());
    place.run(&["explain", "a.toml"]).expect(0, "Nothing that simple arithmetic shows.");
    let complaint = |(settings, says): &(&[&str], &str)| {
        let mut arguments = vec!["explain", "a.toml", "--format", "markdown"];
        settings.iter().for_each(|setting| arguments.extend(["--set", setting]));
        let ended = place.run(&arguments);
        let plain = ended.stdout.replace('\\', "");
        let doubts = plain.split("## What looks wrong").nth(1).unwrap_or("");
        (!doubts.contains(says)).then(|| format!("{settings:?}: {doubts}{}", ended.stderr))
    };
    no_complaints(DOUBTS.iter().filter_map(complaint).collect());
}

#[test]
fn boats_outages_of_the_app_and_kiosks_beside_a_cut_over_are_explained() {
    let shipped = |name: &str, settings: &[&str]| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = root.join(format!("scenarios/{name}.toml")).to_string_lossy().into_owned();
        let mut arguments = vec!["explain", &path, "--format", "markdown"];
        settings.iter().for_each(|setting| arguments.extend(["--set", setting]));
        let told = Place::new().run(&arguments);
        told.expect(0, "What looks wrong");
        told.stdout.replace('\\', "")
    };
    let boats = shipped("karimun-boats", &[]);
    let step =
        "Sometimes no boat to the office goes from Kundur on 3 % to 8 % of days by the month";
    assert!(boats.contains(step) && boats.contains("| boats | - | no boat goes to "), "{boats}");
    let failure = shipped("data-centre-2024", &[]);
    assert!(!failure.contains("| app |"), "what never happens is not told: {failure}");
    let down = [
        "app.outage={ starts = 0.01, ends = 0.5 }",
        "period=[{ name = \"failure\", dates = [\"2019-06-20 to 2019-06-28\"], app = \"down\" }]",
    ];
    let app = shipped("karimun-app", &down);
    assert!(app.contains("failure: the app is down on 9 days"), "{app}");
    assert!(app.contains("| app | - | down on 16"), "9 days and 356 / 51: {app}");
    let cut_over = shipped("karimun-cut-over", &[]);
    assert!(cut_over.contains(" on which kiosks are used"), "{cut_over}");
    assert!(!shipped("karimun-kiosk", &[]).contains(" on which kiosks are used"));
}

#[test]
fn every_shipped_scenario_is_explained() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for folder in [root.clone(), root.join("theory"), root.join("benchmark")] {
        for entry in fs::read_dir(folder).expect("it is there").flatten() {
            if entry.path().extension().is_none_or(|end| end != "toml") {
                continue;
            }
            let path = entry.path().to_string_lossy().into_owned();
            let told = Place::new().run(&["explain", &path]);
            told.expect(0, "What looks wrong");
            assert!(!told.stdout.contains("NaN") && !told.stdout.contains("inf"), "{path}");
        }
    }
}

#[test]
fn the_manual_shows_lines_of_the_real_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let scenario = root.join("scenarios/karimun-kiosk.toml");
    let mut command = Place::new().command(&["explain", &scenario.to_string_lossy()]);
    let output = command.current_dir(root).env("COLUMNS", "100").output().expect("it runs");
    let page = String::from_utf8(output.stdout).expect("text");
    let page: Vec<&str> = page.lines().map(str::trim_end).collect();
    let readme = fs::read_to_string(root.join("README.md")).expect("the manual");
    let shown = readme.split("<!-- explain -->\n```text\n").nth(1).expect("the page");
    let shown = shown.lines().take_while(|line| *line != "```").filter(|line| *line != "...");
    let unsaid: Vec<&str> = shown.filter(|line| !page.contains(line)).collect();
    assert_eq!(unsaid, [""; 0]);
}
