//! Streams, locale and terminal.

use std::fs::File;
use std::process::{Command, Stdio};

use crate::place::{Ended, Place, SOUND};
use crate::program::program;

fn antrean(place: &Place, arguments: &[&str]) -> Command {
    let mut command = program();
    command.current_dir(place.path("")).args(arguments).stdin(Stdio::null());
    command
}

#[test]
fn a_reader_that_left_early_is_no_failure() {
    let place = Place::with(SOUND);
    let run = ["run", "a.toml", "--output", "results"];
    let mut command = antrean(&place, &run);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(place.path("results/manifest.toml").is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_the_output_is_a_failure() {
    let place = Place::with(SOUND);
    for arguments in [&["check", "a.toml"][..], &["run", "a.toml"], &["--help"]] {
        let full = File::options().write(true).open("/dev/full").expect("a full device");
        let output = antrean(&place, arguments).stdout(full).output().expect("starts");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {stderr}");
        assert!(stderr.contains("No space left on device"), "{arguments:?}: {stderr}");
    }
}

#[test]
fn nothing_but_plain_text_comes_out_where_no_terminal_is() {
    let place = Place::with(SOUND);
    for (name, value) in [("LC_ALL", "C"), ("COLUMNS", "1"), ("COLUMNS", "0"), ("TERM", "dumb")] {
        let arguments = ["run", "a.toml", "--output", "results", "--force"];
        let ended = Ended::of(place.command(&arguments).env(name, value));
        ended.expect(0, "A small office | Charts, report and data are in results");
        let said = format!("{}{}", ended.stdout, ended.stderr);
        assert!(said.chars().all(|letter| letter == '\n' || !letter.is_control()), "{said:?}");
    }
}

#[test]
fn messages_have_no_colour_where_no_terminal_is() {
    let place = Place::with("desks = 0\n");
    let ended = place.run(&["check", "a.toml"]);
    ended.expect(2, "unknown key `desks`");
    assert!(!ended.stderr.contains('\u{1b}'), "{:?}", ended.stderr);
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_gone_is_no_panic() {
    let place = Place::with(SOUND);
    let script = "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" run a.toml";
    let mut command = assert_cmd::Command::new("sh");
    command.args(["-c", script]).arg(assert_cmd::cargo::cargo_bin!("antrean"));
    Ended::of(command.current_dir(place.path(""))).expect(2, "`a.toml` cannot be read");
}
