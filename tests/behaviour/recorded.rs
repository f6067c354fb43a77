//! Wishes from data: who is in the file comes, on its date, and mistakes say where.

use std::fs;

use antrean::experiment::{Settings, play};
use antrean::office::{Daily, Item, Plan};
use antrean::scenario::Scenario;
use antrean::scenario::reading::Colour;

use crate::playing::level;
use crate::ready::ready;
use crate::seen::{OFFICE, Seen};

/// The small office with wishes from a file of this text.
fn written(from: &str, wishes: &str, text: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("office.toml");
    let text = text.replace("per_day = 18", from);
    fs::write(&file, text).expect("the scenario is written");
    fs::write(folder.path().join("wishes.csv"), wishes).expect("the wishes are written");
    let path = file.display().to_string();
    (folder, path)
}

const AS_THEY_ARE: &str = "from = \"wishes.csv\"";
const BY_WEEKS: &str = "from = { csv = \"wishes.csv\", resample = \"weeks\" }";

#[track_caller]
fn plan_of(from: &str, wishes: &str, text: &str) -> Plan {
    let (_folder, file) = written(from, wishes, text);
    ready(Scenario::load(file.as_ref(), &[]))
}

#[track_caller]
fn office(from: &str, wishes: &str) -> Seen {
    Seen::of(plan_of(from, wishes, OFFICE))
}

/// Counts for all 44 days that are played, in no order, each a number of its own; and those of the
/// 30 that are measured.
fn counts() -> (String, Vec<u32>) {
    let people = |day: u32| (day * 7 + 3) % 29;
    let date = |day: u32| match day {
        0..27 => format!("2026-01-{:02}", day + 5),
        _ => format!("2026-02-{:02}", day - 26),
    };
    let row = |day: u32| format!("{},{}\n", date(day), people(day));
    let rows: String = (0..44).rev().map(row).collect();
    (format!("date,count\n{rows}"), (0..30).map(people).collect())
}

#[test]
fn every_replication_has_the_counts_of_the_file() {
    let (file, people) = counts();
    let seen = office(AS_THEY_ARE, &file);
    assert_eq!(seen.column(Daily::Wishes), vec![people.clone(); 3]);
    let wishes = i64::from(people.iter().sum::<u32>()) * 3;
    assert_eq!(seen.count(Item::Wishes), wishes, "and everybody has one outcome");
}

/// As a spreadsheet writes it, and in another order, it says the same.
#[test]
fn a_file_may_be_written_in_several_ways() {
    let (file, _) = counts();
    let seen = office(AS_THEY_ARE, &file);
    let spreadsheet = format!("\u{feff}{}", file.replace('\n', "\r\n"));
    office(AS_THEY_ARE, &spreadsheet).is_the_same_as(&seen, "a mark and other ends of lines");
    let (heading, rows) = file.split_once('\n').expect("rows");
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.sort_unstable();
    let sorted = format!("{heading},origin,lane\n{},,\n", rows.join(",,\n"));
    office(AS_THEY_ARE, &sorted).is_the_same_as(&seen, "in order, with empty cells");
    let none = "from = { csv = \"wishes.csv\", resample = \"none\" }";
    office(none, &file).is_the_same_as(&seen, "said at length");
}

#[test]
fn origins_of_the_file_are_those_of_the_people() {
    let rows = "2026-01-05,30,North\n2026-01-05,12,South\n2026-02-17,1,South\n";
    let seen = office(AS_THEY_ARE, &format!("date,count,origin\n{rows}"));
    for (origin, people) in [("North", 30.0), ("South", 12.0)] {
        let wishes = seen.read_of("wishes", origin);
        assert!(wishes.iter().all(|of| of.numerator == people), "{origin}: {wishes:?}");
    }
}

#[test]
fn families_of_the_file_come_at_their_time() {
    let rows = "2026-01-06 09:30,4,South\n2026-01-05T08:00:30,,North\n2026-02-17 10:00,1,\n";
    let seen = office(AS_THEY_ARE, &format!("time,people,origin\n{rows}"));
    for days in seen.column(Daily::Wishes) {
        assert!((1..=2).contains(&days[0]), "a size that is not there is drawn: {days:?}");
        assert_eq!(days[1..].iter().sum::<u32>(), 4);
        assert_eq!(days[1], 4);
    }
}

/// Four come to one desk of 10 min at 8:00, 8:05, 8:05 and 9:00; they wait 0, 5, 15 and 0 min.
#[test]
fn a_list_by_hand_has_the_waits_worked_out_by_hand() {
    let text = r#"
        channel = "walk-in"
        run = { start = 2026-01-05, length = "1 day", replications = 2 }
        office = { hours = "always" }
        demand = { per_day = 18 }
        stage = [{ name = "desk", desks = 1, service = "10 min" }]
    "#;
    let rows = "2026-01-05 09:00\n2026-01-05 08:05\n2026-01-05 08:00\n2026-01-05 08:05\n";
    let seen = Seen::of(plan_of(AS_THEY_ARE, &format!("time\n{rows}"), text));
    for wait in seen.read_of("station_wait", "desk") {
        assert_eq!((wait.numerator, wait.denominator), (20.0, 4.0));
    }
}

/// D/M/1 at load 0.8, from a file: one comes every 5 min.
#[test]
fn people_at_even_times_wait_as_theory_says() {
    let text = r#"
        channel = "walk-in"
        run = { start = 2026-01-05, length = "25 days", replications = 60 }
        office = { hours = "always" }
        demand = { per_day = 18 }
        stage = [{ name = "desk", desks = 1, service = { exponential = { mean = "4 min" } } }]
    "#;
    let row = |place: u32| {
        let (day, minute) = (place / 288 + 5, place % 288 * 5);
        format!("2026-01-{day:02} {:02}:{:02}\n", minute / 60, minute % 60)
    };
    let rows: String = (0..25 * 288).map(row).collect();
    let seen = Seen::of(plan_of(AS_THEY_ARE, &format!("time\n{rows}"), text));
    let means: Vec<f64> = seen
        .read_of("station_wait", "desk")
        .iter()
        .map(|wait| wait.numerator / wait.denominator)
        .collect();
    let count = means.len() as f64;
    let mean = means.iter().sum::<f64>() / count;
    let variance = means.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let error = (variance / count).sqrt();
    let exact = 6.770923359680199;
    assert!((mean - exact).abs() < 4.0 * error, "{mean} is not {exact} within {error}");
}

/// Three weeks with a weekday pattern and numbers of their own, in a file of another year.
fn weeks() -> (String, [[u32; 7]; 3]) {
    let weeks = [[30, 20, 18, 16, 14, 6, 3], [42, 33, 24, 21, 15, 9, 0], [12, 11, 10, 9, 8, 7, 5]];
    // Part of a week before and after, which nobody draws.
    let mut rows = "date,count\n2019-06-02,500\n2019-06-24,700\n".to_string();
    for (day, people) in weeks.iter().flatten().enumerate() {
        rows += &format!("2019-06-{:02},{people}\n", day + 3);
    }
    (rows, weeks)
}

#[test]
fn weeks_are_drawn_whole_and_on_their_weekdays() {
    let (file, weeks) = weeks();
    let text = OFFICE.replace("replications = 3", "replications = 40");
    let seen = Seen::of(plan_of(BY_WEEKS, &file, &text));
    let mut drawn = [0u32; 3];
    for days in seen.column(Daily::Wishes) {
        for week in days.chunks_exact(7) {
            let found = weeks.iter().position(|of| of == week).expect("a week of the file");
            drawn[found] += 1;
        }
    }
    // 160 draws of three weeks: 53 each, within four deviations of 6.
    assert!(drawn.iter().all(|count| (29..=77).contains(count)), "{drawn:?}");
}

/// Two scenarios with the same data meet the same people, whatever else differs.
#[test]
fn alternatives_have_the_same_weeks_and_people() {
    let (file, _) = weeks();
    let seen = office(BY_WEEKS, &file);
    let other =
        OFFICE.replace("daily_quota = 16", "daily_quota = 9").replace("\"5 min\"", "\"2 min\"");
    let other = Seen::of(plan_of(BY_WEEKS, &file, &other));
    assert_eq!(seen.column(Daily::Wishes), other.column(Daily::Wishes));
    for figure in ["wishes", "shut_out"] {
        for origin in ["North", "South"] {
            assert_eq!(seen.read_of(figure, origin), other.read_of(figure, origin), "{figure}");
        }
    }
    assert!(seen.differs_from(&other));
}

#[test]
fn threads_do_not_change_wishes_from_data() {
    let (file, _) = weeks();
    let of = |threads| {
        let settings = Settings { threads, level: level() };
        let plans = vec![plan_of(BY_WEEKS, &file, OFFICE)];
        format!("{:?}", play(plans, settings, &()).expect("all add up")[0].figures)
    };
    assert_eq!(of(1), of(3));
}

/// What a file extends is replaced: a rate by data, and data by a rate.
#[test]
fn data_and_rates_take_each_others_place() {
    let (file, people) = counts();
    let factors = "counts = { negative_binomial = { variance_to_mean = 3 } }";
    let base = OFFICE.replace("per_day = 18", &format!("per_day = 18\n{factors}"));
    let (folder, path) = written("per_day = 18", &file, &base);
    let at = |name: &str| folder.path().join(name);
    let from = format!("extends = \"office.toml\"\n[demand]\n{AS_THEY_ARE}\n");
    fs::write(at("data.toml"), from).expect("written");
    let rate = "extends = \"data.toml\"\n[demand]\nper_day = 18\n";
    fs::write(at("rate.toml"), rate).expect("written");
    let data = Seen::of(ready(Scenario::load(&at("data.toml"), &[])));
    assert_eq!(data.column(Daily::Wishes)[0], people);
    let rate = Seen::of(ready(Scenario::load(&at("rate.toml"), &[])));
    rate.is_the_same_as(&Seen::of(plan_of("per_day = 18", "", OFFICE)), "at the rate");
    assert!(path.ends_with("office.toml"));
}

/// Several offices share one file: an origin is an office.
#[test]
fn several_offices_have_their_people_from_one_file() {
    let text = r#"
        channel = "app"
        run = { start = 2026-01-05, length = "5 days", replications = 2 }
        office = { hours = { mon-fri = "08:00-16:00" } }
        demand = { per_day = 18 }
        booking = { daily_quota = 5, window = "5 working days" }
        branch = [{ name = "Batam" }, { name = "Karimun" }]
    "#;
    let rows = "2026-01-05,8,Batam\n2026-01-05,3,Karimun\n2026-01-09,2,Karimun\n";
    let seen = Seen::of(plan_of(AS_THEY_ARE, &format!("date,count,origin\n{rows}"), text));
    for (office, people) in [("Batam", 8.0), ("Karimun", 5.0)] {
        assert_eq!(seen.read_of("wishes", office)[0].numerator, people);
    }
}

/// What the program says of wishes, and whether it goes on.
fn said(from: &str, wishes: &str) -> (bool, String) {
    let (_folder, file) = written(from, wishes, OFFICE);
    let (scenario, findings) = Scenario::load(file.as_ref(), &[]);
    (scenario.is_some(), findings.render(Colour::Plain))
}

#[track_caller]
fn refuses(from: &str, wishes: &str, expected: &[&str]) {
    let (goes_on, said) = said(from, wishes);
    assert!(!goes_on, "{wishes}");
    for part in expected {
        assert!(said.contains(part), "no {part:?} in:\n{said}");
    }
}

#[test]
fn all_wrong_cells_of_counts_are_told_with_row_and_column() {
    let rows = "3/6/2019,4,\n2026-01-05,4.5,\n2026-01-05,1,Nort\n,2,\n2026-01-06,,\n\
                2026-01-07,1,\n2026-01-07,2,\n2026-01-08,1000001,\n2026-02-30,1,\n";
    let expected = [
        "wishes.csv:2:1",
        "`3/6/2019` must be a date",
        "did you mean `2019-06-03`?",
        "wishes.csv:3:12",
        "`4.5` must be a whole number from 0 to 1000000",
        "wishes.csv:5:1",
        "has no `date`",
        "wishes.csv:6:1",
        "has no `count`",
        "wishes.csv:8:1",
        "`2026-01-07` is there twice",
        "first here",
        "wishes.csv:9:12",
        "February 2026 has 28 days",
    ];
    refuses(AS_THEY_ARE, &format!("date,count,origin\n{rows}"), &expected);
    let origin = ["wishes.csv:2:14", "`Nort` is no origin", "did you mean `North`?"];
    refuses(AS_THEY_ARE, "date,count,origin\n2026-01-05,1,Nort\n", &origin);
    let lane = ["wishes.csv:2:14", "`express` is no lane"];
    refuses(AS_THEY_ARE, "date,count,lane\n2026-01-05,1,express\n", &lane);
}

#[test]
fn all_wrong_cells_of_times_are_told() {
    let rows = "2026-01-05 25:00,1\n2026-01-05,1\n2026-01-05 24:00,1\n2026-01-05 08:00:61,1\n\
                5/1/2026 08:00,1\n,1\n2026-01-05 08:00,9\n2026-01-05 08.30,1\n";
    let expected = [
        "wishes.csv:2:1",
        "must be a date and a time of day, such as 2019-06-03 08:30",
        "wishes.csv:3:1",
        "24:00 is 00:00 of the next date",
        "wishes.csv:5:1",
        "did you mean `2026-01-05`?",
        "wishes.csv:7:1",
        "has no `time`",
        "wishes.csv:8:18",
        "`9` must be a whole number from 1 to 8",
        "did you mean `08:30`?",
    ];
    refuses(AS_THEY_ARE, &format!("time,people\n{rows}"), &expected);
}

#[test]
fn columns_and_files_must_be_right() {
    refuses(AS_THEY_ARE, "date;count\n2026-01-05;4\n", &["by commas"]);
    refuses(AS_THEY_ARE, "date,cuont\n", &["unknown column `cuont`", "did you mean `count`?"]);
    refuses(AS_THEY_ARE, "date\n2026-01-05\n", &["no column `count`"]);
    refuses(AS_THEY_ARE, "date,count\n", &["wishes.csv", "has no rows"]);
    refuses(AS_THEY_ARE, "", &["no column `date`"]);
    refuses("from = 3", "", &["demand.from", "must be a table"]);
    refuses("from = { csv = [1] }", "", &["must be the name of a CSV file"]);
    refuses("from = { resample = \"weeks\" }", "", &["`demand.from` lacks `csv`"]);
    refuses("from = { csv = \"wishes.csv\", resample = \"week\" }", "", &["did you mean"]);
    refuses("from = \"no.csv\"", "", &["no.csv", "cannot be read"]);
    refuses("from = \"../wishes.csv\"", "", &["must stay in the folder"]);
    let (file, _) = counts();
    refuses("per_day = 3\nfrom = \"wishes.csv\"", &file, &["stated twice"]);
    let idle = "from = \"wishes.csv\"\ncounts = \"poisson\"";
    refuses(idle, &file, &["`counts` has no effect here"]);
}

#[test]
fn data_of_other_dates_are_told() {
    let nobody = ["from 2019-06-03 to 2019-06-04", "plays 2026-01-05 to 2026-02-17", "weeks"];
    refuses(AS_THEY_ARE, "date,count\n2019-06-03,1\n2019-06-04,2\n", &nobody);
    let (goes_on, doubt) = said(AS_THEY_ARE, "date,count\n2026-01-07,1\n2026-02-15,2\n");
    assert!(goes_on && doubt.contains("nobody wishes on the other 4 days"), "{doubt}");
    let (goes_on, nothing) = said(AS_THEY_ARE, "date,count\n2025-01-07,1\n2027-02-15,2\n");
    assert!(goes_on && nothing.is_empty(), "longer data are cut: {nothing}");
    refuses(BY_WEEKS, "date,count\n2026-01-06,1\n2026-01-15,2\n", &["have no whole week"]);
}
