//! Today's book and backlog: however they are written they are the same, and mistakes say where.

use std::fs;

use antrean::scenario::Scenario;
use antrean::scenario::reading::Colour;

use crate::ready::ready;
use crate::seen::{OFFICE, Seen, office_of};

/// The small office with a start, beside its tables.
fn with_tables(start: &str, book: &str, backlog: &str) -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("office.toml");
    fs::write(&file, format!("{OFFICE}{start}")).expect("the scenario is written");
    fs::create_dir(folder.path().join("today")).expect("a folder is made");
    fs::write(folder.path().join("today/book.csv"), book).expect("the book is written");
    fs::write(folder.path().join("today/backlog.csv"), backlog).expect("the backlog is written");
    let path = file.display().to_string();
    (folder, vec![path])
}

const FILES: &str = "[start]\nbooked = \"today/book.csv\"\nbacklog = \"today/backlog.csv\"\n";

#[test]
fn a_book_may_be_a_list_or_dates_or_a_table() {
    let list = office_of(&format!("{OFFICE}[start]\nbooked = [16, 9, 0, 4]\n"));
    let dates = "2026-01-05 = 16, 2026-01-08 = 4, 2026-01-06 = 9";
    let dated = office_of(&format!("{OFFICE}[start]\nbooked = {{ {dates} }}\n"));
    dated.is_the_same_as(&list, "by date");
    let book = "booked, date\n9, 2026-01-06\n16, 2026-01-05\n4, 2026-01-08\n";
    let (_folder, files) = with_tables("[start]\nbooked = \"today/book.csv\"\n", book, "");
    let table = Seen::of(ready(Scenario::load(files[0].as_ref(), &[])));
    table.is_the_same_as(&list, "a table");
    assert!(list.differs_from(&office_of(OFFICE)));
}

#[test]
fn a_backlog_may_be_dates_or_a_table() {
    let received = "backlog = { 2025-12-29 = 30, 2025-11-03 = 12 }";
    let dated = office_of(&format!("{OFFICE}[start]\n{received}\n"));
    let backlog = "received,files\n2025-12-29,30\n2025-11-03,12\n";
    let (_folder, files) = with_tables("[start]\nbacklog = \"today/backlog.csv\"\n", "", backlog);
    let table = Seen::of(ready(Scenario::load(files[0].as_ref(), &[])));
    table.is_the_same_as(&dated, "a table");
    let late = office_of(&format!("{OFFICE}[start]\nbacklog = 42\n"));
    assert!(dated.differs_from(&late), "30 are not due yet");
}

/// Files received two working days before the run and longer ago are late, all of them, whenever
/// that was.
#[test]
fn files_past_their_time_are_a_backlog() {
    let settings = "production.processing=\"0 working days\"";
    let of = |start: &str| {
        let text = format!("{OFFICE}[start]\n{start}\n");
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("office.toml");
        fs::write(&file, text).expect("the scenario is written");
        Seen::of(ready(Scenario::load(&file, &[settings.to_string()])))
    };
    let days = |seen: &Seen| seen.read("backlog").iter().map(|of| of.numerator).collect::<Vec<_>>();
    let plain = of("backlog = 200");
    let dated = of("backlog = { 2025-10-06 = 150, 2026-01-01 = 50 }");
    assert_eq!(days(&dated), days(&plain));
}

/// A file that is extended names its tables from where it stands.
#[test]
fn a_table_lies_beside_the_file_that_names_it() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let at = |name: &str| folder.path().join(name);
    let base = format!("{OFFICE}[start]\nbooked = \"book.csv\"\n");
    fs::create_dir(at("base")).expect("a folder is made");
    fs::write(at("base/office.toml"), base).expect("the base is written");
    fs::write(at("base/book.csv"), "date,booked\n2026-01-06,9\n").expect("the book is written");
    let extends = "extends = \"base/office.toml\"\ntitle = \"Today\"\n";
    fs::write(at("today.toml"), extends).expect("the scenario is written");
    let table = Seen::of(ready(Scenario::load(&at("today.toml"), &[])));
    let list = office_of(&format!("{OFFICE}[start]\nbooked = [0, 9]\n"));
    table.is_the_same_as(&list, "a table of the base");
}

/// Fails unless a book and a backlog are refused with these words.
#[track_caller]
fn says(book: &str, backlog: &str, expected: &[&str]) {
    let (_folder, files) = with_tables(FILES, book, backlog);
    let (scenario, findings) = Scenario::load(files[0].as_ref(), &[]);
    assert_eq!(scenario, None, "{book}{backlog}");
    let said = findings.render(Colour::Plain);
    assert!(expected.iter().all(|part| said.contains(part)), "{said}");
}

const BOOK: &str = "date,booked\n";
const BACKLOG: &str = "received,files\n";

#[test]
fn all_wrong_dates_and_numbers_are_told_with_row_and_column() {
    let book = "2026-01-05,16\n2026-01-06,17\n2026-01-10,1\n2026-01-04,2\n2028-01-03,1\n";
    says(
        &format!("{BOOK}{book}"),
        &format!("{BACKLOG}2026-01-05,3\n2015-01-05,3\n"),
        &[
            "book.csv:3:12",
            "at most 16, the places of that day",
            "in a `[[period]]`",
            "book.csv:4:12",
            "`start.booked.2026-01-10` must be a day on which the office works",
            "book.csv:5:12",
            "not be before the first day, 2026-01-05",
            "book.csv:6:12",
            "at most a year after the run",
            "backlog.csv:2:12",
            "`start.backlog.2026-01-05` must be before the first day",
            "backlog.csv:3:12",
            "at most ten years before the run",
        ],
    );
}

#[test]
fn rows_that_say_nothing_are_told() {
    let empty = ["book.csv:3:1", "has no `date`", "book.csv:4:1", "has no `booked`"];
    says(&format!("{BOOK}2026-01-32,4\n,5\n2026-01-06,\n"), BACKLOG, &empty);
    says(&format!("{BOOK}2026-01-32,4\n"), BACKLOG, &["book.csv:2:1", "January 2026 has 31 days"]);
    let twice = ["book.csv:3:1", "is there twice", "first here", "book.csv:4:12", "whole number"];
    says(&format!("{BOOK}2026-01-05,4\n2026-01-05,5\n2026-01-06,4.5\n"), BACKLOG, &twice);
}

#[test]
fn columns_are_those_that_are_wanted() {
    let semicolons = ["book.csv:1:1", "unknown column `date;booked`", "by commas"];
    says("date;booked\n2026-01-05;4\n", BACKLOG, &semicolons);
    says(BOOK, "received\n2025-12-30\n", &["backlog.csv:1:1", "no column `files`"]);
    let twice = ["unknown column `day`", "backlog.csv:1:16", "twice"];
    says("day,booked\n", "received,files,files\n", &twice);
    says("", "", &["book.csv", "no column `date`", "backlog.csv"]);
}

#[test]
fn tables_that_are_not_there_are_told_where_they_are_named() {
    let (folder, scenario) = with_tables(FILES, BOOK, BACKLOG);
    fs::remove_file(folder.path().join("today/book.csv")).expect("it was there");
    let findings = Scenario::load(scenario[0].as_ref(), &[]).1.render(Colour::Plain);
    assert!(findings.contains("cannot be read"), "{findings}");
    assert!(findings.contains("office.toml:"), "{findings}");
    let outside = ["start.booked=../book.csv".to_string()];
    let findings = Scenario::load(scenario[0].as_ref(), &outside).1.render(Colour::Plain);
    assert!(findings.contains("must stay in the folder"), "{findings}");
}
