//! How often is enough: precision, replications that are added to, warm-ups, and intervals that are
//! read together; whole commands.

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::program;

const MINIMAL: &str = "scenarios/minimal.toml";
/// Some tens of replications of the small office.
const PRECISE: &str = "run.replications={ precision = \"1 %\", of = [\"waiting\", \
    { measure = \"backlog\", precision = 2 }], at_least = 5, at_most = 80 }";
const DATA: [&str; 4] = ["summary.json", "measures.csv", "series.csv", "gaps.csv"];

/// Runs the program in the project's folder: its status, output and errors.
fn antrean(arguments: &[&str], output: &Path) -> (i32, String, String) {
    let mut command = Command::from_std(program());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).env("COLUMNS", "100");
    let done = command.arg("--output").arg(output).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (done.status.code().expect("a status"), text(done.stdout), text(done.stderr))
}

fn data(folder: &Path) -> Vec<Option<Vec<u8>>> {
    DATA.iter().map(|name| fs::read(folder.join(name)).ok()).collect()
}

fn summary(folder: &Path) -> Value {
    let text = fs::read_to_string(folder.join("summary.json")).expect("a summary");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn precision_is_reached_at_the_same_number_on_any_number_of_threads() {
    let place = TempDir::new().expect("a folder");
    let results = ["1", "2", "7"].map(|threads| {
        let output = place.path().join(threads);
        let done = antrean(&["run", MINIMAL, "--set", PRECISE, "--threads", threads], &output);
        assert_eq!(done.0, 0, "{}", done.2);
        data(&output)
    });
    assert!(results[0] == results[1] && results[0] == results[2]);
    let said = summary(&place.path().join("1"));
    let scenario = &said["scenarios"][0];
    let number = scenario["replications"].as_u64().expect("a number");
    assert!((6..80).contains(&number), "{number}");
    for goal in scenario["precision"].as_array().expect("goals") {
        assert_eq!(goal["verdict"], "reached");
    }
    // The same number without a precision gives the same, replication by replication.
    let fixed = place.path().join("fixed");
    let arguments = ["run", MINIMAL, "--set", PRECISE, "-n", &number.to_string()];
    assert_eq!(antrean(&arguments, &fixed).0, 0);
    assert!(data(&fixed)[1..] == results[0][1..]);
    assert_eq!(summary(&fixed)["scenarios"][0]["precision"], Value::Null);
    // One fewer is not enough.
    let fewer = place.path().join("fewer");
    let most = PRECISE.replace("at_most = 80", &format!("at_most = {}", number - 1));
    let (status, shown, _) = antrean(&["run", MINIMAL, "--set", &most], &fewer);
    assert_eq!(status, 0);
    assert!(shown.contains("not reached"), "{shown}");
    let verdicts = summary(&fewer)["scenarios"][0]["precision"].to_string();
    assert!(verdicts.contains("\"not reached\""), "{verdicts}");
}

#[test]
fn a_comparison_asks_for_the_difference_too() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("results");
    let scenarios = ["compare", "scenarios/karimun-kiosk.toml", "scenarios/karimun-app.toml"];
    let precise = "run.replications={ precision = 0.8, of = [\"wish_to_appointment\"], \
        at_least = 3, at_most = 20 }";
    let (status, shown, errors) = antrean(&[&scenarios[..], &["--set", precise]].concat(), &output);
    assert_eq!(status, 0, "{errors}");
    assert!(shown.contains("from wish to appointment, difference"), "{shown}");
    let said = summary(&output);
    let numbers = [0, 1].map(|place| said["scenarios"][place]["replications"].as_u64());
    assert_eq!(numbers[0], numbers[1], "the same applicants in both");
    assert_eq!(said["comparisons"][0]["precision"][0]["absolute"], 0.8);
    let relative = precise.replace("0.8", "\"20 %\"");
    let output = place.path().join("relative");
    assert_eq!(antrean(&[&scenarios[..], &["--set", &relative]].concat(), &output).0, 0);
    assert_eq!(summary(&output)["comparisons"][0]["precision"], Value::Null);
}

#[test]
fn a_wrong_precision_is_refused_before_anything_is_played() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("results");
    for (wrong, said) in [
        ("{ precision = 0.1, of = [\"wating\"] }", "did you mean \"waiting\"?"),
        ("{ precision = 0.1, of = [\"station_wait\"] }", "`station_wait` needs `of`"),
        ("{ precision = \"much\", of = [\"waiting\"] }", "share of the mean in percent"),
        ("{ of = [\"waiting\"] }", "needs `precision`"),
    ] {
        let set = format!("run.replications={wrong}");
        let (status, _, errors) = antrean(&["run", MINIMAL, "--set", &set], &output);
        assert_eq!(status, 2);
        assert!(errors.contains(said), "no {said:?} in:\n{errors}");
        assert!(!output.exists());
    }
}

#[test]
fn what_a_choice_does_not_heed_is_refused() {
    let place = TempDir::new().expect("a folder");
    for option in ["--keep", "--simultaneous"] {
        let best = ["compare", MINIMAL, "scenarios/karimun-app.toml", "--best", "waiting", option];
        let (status, _, errors) = antrean(&best, &place.path().join("best"));
        assert_eq!(status, 2);
        assert!(errors.contains(option), "{errors}");
    }
}

#[test]
fn replications_that_were_kept_are_added_to() {
    let place = TempDir::new().expect("a folder");
    let (here, fresh) = (place.path().join("here"), place.path().join("fresh"));
    let scenarios = ["scenarios/karimun-kiosk.toml", "scenarios/karimun-app.toml", "--keep"];
    let compare = |number: &str, output: &Path| {
        antrean(&[&["compare"], &scenarios[..], &["-n", number]].concat(), output)
    };
    assert_eq!(compare("3", &here).0, 0);
    let (status, shown, errors) = compare("7", &here);
    assert_eq!(status, 0, "{errors}");
    assert!(shown.contains("6 of the replications were there"), "{shown}");
    assert_eq!(compare("7", &fresh).0, 0);
    assert!(data(&here) == data(&fresh));
    let kept = |folder: &Path| fs::read(folder.join("replications.bin")).expect("kept");
    assert!(kept(&here) == kept(&fresh));
    assert!(kept(&here).len() < 14 * 10_000, "{} bytes", kept(&here).len());
    let fingerprint = |folder: &Path| {
        let text = fs::read_to_string(folder.join("manifest.toml")).expect("a manifest");
        text.lines().find(|line| line.starts_with("results")).map(str::to_string)
    };
    assert_eq!(fingerprint(&here), fingerprint(&fresh));
    // Fewer would lose some, and other inputs would lose all.
    for other in [["-n", "5"], ["--seed", "8"], ["--level", "0.9"]] {
        let arguments = [&["compare"], &scenarios[..], &other].concat();
        if other[0] == "--level" {
            assert_eq!(antrean(&[&arguments[..], &["-n", "7"]].concat(), &here).0, 0);
            continue;
        }
        let (status, _, errors) = antrean(&arguments, &here);
        assert_eq!(status, 2, "{other:?}");
        assert!(errors.contains("--force"), "{errors}");
    }
}

#[test]
fn damaged_replications_are_not_added_to() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("results");
    let run = |number: &str| antrean(&["run", MINIMAL, "--keep", "-n", number], &output);
    assert_eq!(run("3").0, 0);
    let file = output.join("replications.bin");
    let mut bytes = fs::read(&file).expect("kept");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).expect("written");
    let (status, _, errors) = run("4");
    assert_eq!(status, 2);
    assert!(errors.contains("--force"), "{errors}");
}

#[test]
fn a_warm_up_that_is_too_short_is_told() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("results");
    let short = ["run", MINIMAL, "-n", "20", "--set", "run.warm_up=\"2 days\""];
    let (status, shown, _) = antrean(&short, &output);
    assert_eq!(status, 0);
    assert!(shown.contains("The warm-up of A small office is too short by MSER-5"), "{shown}");
    assert!(summary(&output)["scenarios"][0]["warnings"].to_string().contains("MSER-5"));
    assert!(output.join("charts/warm-up.png").exists());
    let output = place.path().join("long");
    let (_, shown, _) = antrean(&["run", MINIMAL, "-n", "20"], &output);
    assert!(!shown.contains("MSER-5"), "{shown}");
    assert_eq!(summary(&output)["scenarios"][0]["warnings"], Value::Null);
    let output = place.path().join("none");
    let none = ["run", MINIMAL, "-n", "20", "--set", "run.warm_up=\"0 days\""];
    let (_, shown, _) = antrean(&none, &output);
    assert!(!shown.contains("MSER-5"), "{shown}");
    assert!(!output.join("charts/warm-up.png").exists());
}

#[test]
fn simultaneous_intervals_are_wider_and_say_so() {
    let place = TempDir::new().expect("a folder");
    let (single, together) = (place.path().join("single"), place.path().join("together"));
    let (_, shown, _) = antrean(&["run", MINIMAL, "-n", "5"], &single);
    assert!(shown.contains("not adjusted for reading many"), "{shown}");
    let (_, shown, _) = antrean(&["run", MINIMAL, "-n", "5", "--simultaneous"], &together);
    assert!(shown.contains("simultaneous 95 % interval"), "{shown}");
    let (single, together) = (summary(&single), summary(&together));
    let figures = |of: &Value| of["scenarios"][0]["figures"].as_array().expect("figures").clone();
    let number = figures(&together).len() as u64;
    assert_eq!(together["simultaneous"].as_u64(), Some(number));
    assert_eq!((&together["level"], &single["simultaneous"]), (&single["level"], &Value::Null));
    for (one, all) in figures(&single).iter().zip(figures(&together)) {
        assert_eq!(one["mean"], all["mean"]);
        let width = |of: &Value| Some(of["high"].as_f64()? - of["low"].as_f64()?);
        if let Some((one, all)) = width(one).zip(width(&all)) {
            assert!(one <= all, "{one} {all}");
        }
    }
}
