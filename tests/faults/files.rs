//! Files that are no scenarios, and scenarios that name other files.

use std::fs;

use crate::place::{Place, SOUND, no_complaints, sound_but};

/// Name, the bytes of `a.toml`, and what the message says.
type Case = (&'static str, &'static [u8], &'static str);

#[rustfmt::skip]
const NO_SCENARIO: &[Case] = &[
    ("empty", b"", "a.toml is empty"),
    ("F005 only comments", b"# nothing\n\n", "a.toml has nothing but comments"),
    ("Latin letters of one byte", b"title = \"caf\xe9\"", "is not UTF-8 text (line 1, column 13) | save it as UTF-8"),
    ("F009 UTF-16", b"\xff\xfet\0i\0t\0l\0e\0", "looks like UTF-16"),
    ("a spreadsheet", b"PK\x03\x04\xff\xff", "a zip archive, such as a spreadsheet"),
    ("F017 JSON", b"{\"title\": 1}", "looks like JSON; a scenario is TOML | a.toml:1:1"),
    ("F017 CSV", b"date,wishes\n2026-01-05,12\n", "looks like a CSV table"),
    ("F017 YAML", b"---\ntitle: a\n", "looks like YAML"),
    ("F017 HTML", b"<!doctype html>", "looks like XML or HTML"),
];

/// Name, what `a.toml` extends, and what the message says.
#[rustfmt::skip]
const EXTENDS: &[(&str, &str, &str)] = &[
    ("a file outside", "../b.toml", "must stay in the folder of the scenario"),
    ("F087 an absolute path", "/etc/shadow", "`extends` must be relative"),
    ("itself", "a.toml", "goes round in a circle | `a.toml` extends `a.toml`"),
    ("F089 a device by a link", "device", "is not a regular file"),
    ("a misspelt file", "bse.toml", "`bse.toml` cannot be read: No such file | did you mean `base.toml`? | a.toml:1:11"),
    ("a folder", "folder", "`folder` is a folder"),
    ("nothing", "", "must be the name of a file"),
];

#[test]
fn files_that_are_no_scenarios_are_refused() {
    let complaint = |(name, bytes, says): &Case| {
        let place = Place::new();
        place.write("a.toml", bytes);
        let ended = place.run(&["run", "a.toml"]);
        assert_eq!(place.names(), ["a.toml"], "{name}");
        ended.check(2, says).err().map(|complaint| format!("{name}: {complaint}"))
    };
    no_complaints(NO_SCENARIO.iter().filter_map(complaint).collect());
}

#[test]
fn files_that_cannot_be_extended_are_refused() {
    let complaint = |(name, target, says): &(&str, &str, &str)| {
        let place = Place::with(&format!("extends = {target:?}\n{SOUND}"));
        place.write("base.toml", SOUND);
        fs::create_dir(place.path("folder")).expect("a folder");
        #[cfg(unix)]
        std::os::unix::fs::symlink("/dev/zero", place.path("device")).expect("a link");
        let ended = place.run(&["check", "a.toml"]);
        let outside = "must stay in the folder";
        let refused = ended.check(2, says).or_else(|complaint| match *target {
            "device" => ended.check(2, outside).map_err(|_| complaint),
            _ => Err(complaint),
        });
        refused.err().map(|complaint| format!("{name}: {complaint}"))
    };
    no_complaints(EXTENDS.iter().filter_map(complaint).collect());
}

#[test]
fn missing_files_and_folders_are_named() {
    let place = Place::with(SOUND);
    place.write("karimun-app.toml", SOUND);
    place.run(&["run", "nosuch.toml"]).expect(2, "`nosuch.toml` cannot be read: No such file");
    place.run(&["run", "karimun-ap.toml"]).expect(2, "did you mean `karimun-app.toml`?");
    place.run(&["run", "."]).expect(2, "`.` is a folder");
    place.run(&["run", "/dev/zero"]).expect(2, "is not a regular file");
    assert_eq!(place.names(), ["a.toml", "karimun-app.toml"]);
}

#[test]
fn a_huge_file_is_refused_without_reading_it() {
    let place = Place::new();
    let file = fs::File::create(place.path("a.toml")).expect("created");
    file.set_len(100 * 1024 * 1024).expect("sparse");
    place.run(&["check", "a.toml"]).expect(2, "is larger than 4 MiB");
}

#[test]
fn every_file_is_checked_whatever_is_wrong_with_others() {
    let place = Place::with(&sound_but("desks = 1", "desks = 0"));
    place.write("b.toml", SOUND);
    place.write("c.toml", sound_but("per_day = 12", "per_day = -1"));
    let before = place.everything();
    let ended = place.run(&["check", "a.toml", "b.toml", "c.toml", "d.toml"]);
    ended.expect(2, "a.toml:21:9 | b.toml: no mistakes | c.toml:13:11 | `d.toml` cannot be read");
    place.run(&["run", "a.toml", "c.toml"]).expect(2, "a.toml:21:9 | c.toml:13:11");
    assert_eq!(place.everything(), before);
}
