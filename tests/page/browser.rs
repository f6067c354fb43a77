//! The page in a real browser, where one is installed.

use std::fs;
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;

use crate::contents::page_of;

const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const PATIENCE: Duration = Duration::from_secs(90);
/// As wide as a small phone.
const WIDTH: u32 = 360;

/// Shows the page in a narrow frame with all that is folded open, and says how wide it is.
const MEASURE: &str = r#"<!DOCTYPE html><title>waiting</title>
<iframe src="report.html" style="width:360px;height:800px;border:0"></iframe>
<script>
addEventListener("load", () => {
  const page = document.querySelector("iframe").contentDocument;
  const folded = page.querySelectorAll("details");
  folded.forEach(details => details.open = true);
  document.title = `${page.documentElement.scrollWidth} wide, ${folded.length} folds`;
});
</script>"#;

#[test]
fn a_browser_shows_it_without_complaint_and_without_overflow() {
    let Some(browser) = BROWSERS.into_iter().find(|name| is_installed(name)) else {
        eprintln!("skipped: none of {} is installed", BROWSERS.join(", "));
        return;
    };
    let place = TempDir::new().expect("a folder");
    let scenarios = ["scenarios/karimun-kiosk.toml", "scenarios/karimun-app.toml"];
    page_of(&place, "both", &["compare", scenarios[0], scenarios[1]]);
    fs::write(place.path().join("both/measure.html"), MEASURE).expect("written");
    let (shown, said) = shown_by(browser, place.path());
    let title = shown.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
    let title = title.expect("a title").to_string();
    let (wide, folds) = title.split_once(" wide, ").unwrap_or_else(|| panic!("{title}: {said}"));
    assert_eq!(folds, "11 folds");
    assert!(wide.parse::<u32>().is_ok_and(|wide| wide <= WIDTH), "{title}");
    let complaints: Vec<&str> = said.lines().filter(|line| line.contains("CONSOLE")).collect();
    assert!(complaints.is_empty(), "{complaints:?}");
}

fn is_installed(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// The page that measures as the browser has it in the end, and what the browser said.
fn shown_by(browser: &str, place: &Path) -> (String, String) {
    let mut command = Command::new(browser);
    command.env("LC_ALL", "C");
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]);
    command.args(["--disable-background-networking", "--disable-component-update"]);
    command.args(["--disable-sync", "--enable-logging=stderr", "--dump-dom"]);
    command.args(["--allow-file-access-from-files", "--virtual-time-budget=5000"]);
    command.arg(format!("--user-data-dir={}", place.join("browser").display()));
    command.arg(format!("file://{}", place.join("both/measure.html").display()));
    let output = command.timeout(PATIENCE).output().expect("the browser starts");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (text(output.stdout), text(output.stderr))
}
