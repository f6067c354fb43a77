//! Names that a spreadsheet would calculate with, and all others, through the real program.

use crate::commands::office;
use crate::dictionary::assert_described;
use crate::place::Place;

/// Names of origins, and how they begin in a table.
const NAMES: &[(&str, &str)] = &[
    ("=HYPERLINK(\"http://x\",\"y\")", "'="),
    ("+1", "'+1"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("＝1+1", "'＝1+1"),
    ("'quoted'", "''quoted'"),
    ("a;b,\"c\"", "a;b"),
    ("جوازات السفر", "ج"),
    ("🛂👩‍👩‍👧", "🛂"),
    ("007", "007"),
];

fn hostile(names: &[(&str, &str)]) -> String {
    let share = 1.0 / names.len() as f64;
    let origins = names.iter().map(|(name, _)| format!("{{ name = {name:?}, share = {share} }}"));
    let origins = origins.map(|origin| origin.replace("\\u{200d}", "\u{200d}"));
    let origins = origins.collect::<Vec<String>>().join(", ");
    let text = office();
    let line = text.lines().find(|line| line.starts_with("origin = ")).expect("origins");
    text.replace(line, &format!("origin = [{origins}]"))
}

/// A name as a program reads it, who has been told of apostrophes.
fn back(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

#[test]
fn every_name_stays_a_text_and_can_be_read_back() {
    let place = Place::with(&hostile(NAMES));
    place.run(&["run", "a.toml", "-q", "-o", "results"]).expect(0, "");
    assert_described(&place.path("results"));
    let mut table = csv::Reader::from_path(place.path("results/measures.csv")).expect("a table");
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
    for (name, begins) in NAMES {
        let row = rows.iter().find(|row| back(&row[4]) == *name);
        let row = row.unwrap_or_else(|| panic!("no row of {name:?}"));
        assert!(row[4].starts_with(begins), "{row:?}");
    }
    let text = place.read("results/measures.csv");
    assert!(text.contains("\"a;b,\"\"c\"\"\""), "one cell, whatever a spreadsheet splits at");
}

/// Also the file's own name, which every row begins with.
#[cfg(unix)]
#[test]
fn no_row_of_any_table_begins_like_a_formula() {
    let place = Place::new();
    for name in ["=1+1", "+1", "@A1"] {
        place.write(&format!("{name}.toml"), hostile(NAMES));
        let file = format!("./{name}.toml");
        place.run(&["run", &file, "-q", "--force", "-o", "results"]).expect(0, "");
        place.run(&["trace", &file, "-q", "--force", "-o", "log"]).expect(0, "");
        let tables = ["results/measures.csv", "results/series.csv", "results/gaps.csv"];
        for table in tables {
            let text = place.read(table);
            let row = text.lines().nth(1).expect("a row");
            assert!(row.starts_with(&format!("'{name},")), "{row}");
        }
        assert_described(&place.path("results"));
        assert_described(&place.path("log"));
    }
}

#[test]
fn names_of_more_than_a_line_or_200_characters_are_refused() {
    let ends = ["two\\nlines", "tab\\tbed", "re\\rturn", &"W".repeat(10_000)];
    for name in ends {
        let text = office().replace("name = \"town\"", &format!("name = \"{name}\""));
        let place = Place::with(&text);
        place.run(&["run", "a.toml", "-o", "results"]).expect(2, "must ");
        assert_eq!(place.names(), ["a.toml"], "nothing is written");
    }
}

/// Numbers below 0 are no formulas: the differences from the base, and values of keys.
#[test]
fn numbers_below_zero_stay_numbers() {
    let place = Place::with(&office());
    let vary = ["sweep", "a.toml", "--vary", "booking.daily_quota=4..12:4", "--against-base"];
    let ended = place.run(&[vary.as_slice(), &["-q", "-n", "3", "-o", "results"]].concat());
    assert!([Some(0), Some(3)].contains(&ended.status), "{ended:?}");
    assert_described(&place.path("results"));
    let mut table = csv::Reader::from_path(place.path("results/sweep.csv")).expect("a table");
    let names = table.headers().expect("a header").clone();
    let place = names.iter().position(|name| name == "less_base").expect("the column");
    let below = |row: &csv::StringRecord| row[place].parse::<f64>().is_ok_and(|value| value < 0.0);
    assert!(table.records().flatten().any(|row| below(&row)));
}
