//! The pages in a real browser, where one is installed.

use std::fs;
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

use crate::contents::{COMMANDS, assert_command};

const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const PATIENCE: Duration = Duration::from_secs(240);
/// As wide as a small phone, and as a usual screen.
const WIDTHS: [u32; 2] = [360, 1280];
/// As the browser numbers dark and light.
const SCHEMES: [u32; 2] = [0, 1];
/// What the browser says where it was told to run no script.
const TOLD_SO: &str = "Blocked script execution";

/// Opens all that is folded, sorts a table, switches a series off, and says what came of it.
const MEASURE: &str = r#"
<script>
const severalSeries = chart => {
  const marks = [...chart.querySelectorAll("[data-series]")];
  return new Set(marks.map(mark => mark.dataset.series)).size > 1;
};
addEventListener("load", () => {
  const found = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentDocument;
    page.querySelectorAll("details").forEach(details => details.open = true);
    const button = page.querySelector("thead button");
    if (button) button.click();
    const box = page.querySelector(".series input");
    if (box) box.click();
    return {
      name: frame.title,
      wide: page.documentElement.scrollWidth,
      limit: frame.clientWidth,
      folds: page.querySelectorAll("details").length,
      sorted: page.querySelectorAll("[aria-sort=ascending]").length,
      hidden: [...page.querySelectorAll("[data-series]")].filter(of => of.style.display).length,
      switches: page.querySelectorAll(".series").length,
      several: [...page.querySelectorAll(".chart")].filter(severalSeries).length,
      hints: page.querySelectorAll("[data-hint]").length,
      requests: frame.contentWindow.performance.getEntriesByType("resource").length,
      scheme: frame.contentWindow.matchMedia("(prefers-color-scheme: dark)").matches,
    };
  });
  document.title = JSON.stringify(found);
});
</script>"#;

#[test]
fn every_page_is_sound_and_a_browser_shows_it_without_complaint_or_overflow() {
    let place = TempDir::new().expect("a folder");
    COMMANDS.iter().for_each(|command| assert_command(&place, *command));
    let Some(browser) = BROWSERS.into_iter().find(|name| is_installed(name)) else {
        eprintln!("skipped: none of {} is installed", BROWSERS.join(", "));
        return;
    };
    let mut measure = "<!DOCTYPE html><meta charset=\"utf-8\"><title>waiting</title>".to_string();
    for command in COMMANDS {
        for language in ["en", "id"] {
            measure += &frames(&format!("{}-{language}", command.0));
        }
    }
    fs::write(place.path().join("measure.html"), measure + MEASURE).expect("written");
    for scheme in SCHEMES {
        let (shown, said) = shown_by(browser, (place.path(), scheme));
        let title = shown.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        let found: Value = serde_json::from_str(title.expect("a title")).unwrap_or_else(|error| {
            panic!("{error}: {title:?} {said}");
        });
        let frames = found.as_array().expect("a list");
        assert_eq!(frames.len(), COMMANDS.len() * 2 * WIDTHS.len() * 2);
        frames.iter().for_each(|frame| assert_frame(frame, scheme));
        let complaints = said.lines().filter(|line| line.contains("CONSOLE"));
        let complaints: Vec<&str> = complaints.filter(|line| !line.contains(TOLD_SO)).collect();
        assert!(complaints.is_empty(), "{complaints:?}");
    }
}

/// A page at every width, with scripts and without.
fn frames(folder: &str) -> String {
    let frame = |width: u32, scripts: &str| {
        let sandbox = if scripts.is_empty() { "sandbox=\"allow-same-origin\"" } else { "" };
        format!(
            "<iframe {sandbox} title=\"{folder} {scripts}\" src=\"{folder}/report.html\" \
             style=\"width:{width}px;height:800px;border:0\"></iframe>\n"
        )
    };
    WIDTHS.iter().flat_map(|width| ["with scripts", ""].map(|with| frame(*width, with))).collect()
}

#[track_caller]
fn assert_frame(frame: &Value, scheme: u32) {
    let number = |name: &str| frame[name].as_u64().unwrap_or_else(|| panic!("{name}: {frame}"));
    assert!(number("wide") <= number("limit"), "too wide: {frame}");
    assert!(0 < number("folds"), "{frame}");
    assert_eq!(number("requests"), 0, "{frame}");
    assert_eq!(frame["scheme"], scheme == 0, "{frame}");
    let name = frame["name"].as_str().expect("a name");
    let with_script = name.ends_with("with scripts");
    assert_eq!(number("sorted"), u64::from(with_script), "{frame}");
    assert_eq!(0 < number("hints"), with_script, "{frame}");
    let several = if with_script { number("several") } else { 0 };
    assert_eq!(number("switches"), several, "{frame}");
    assert_eq!(0 < number("hidden"), 0 < several, "{frame}");
    let has_series = with_script && ["run", "compare"].iter().any(|of| name.starts_with(of));
    assert!(!has_series || 0 < several, "{frame}");
}

fn is_installed(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// The page that measures as the browser has it in the end, and what the browser said.
fn shown_by(browser: &str, (place, scheme): (&Path, u32)) -> (String, String) {
    let mut command = Command::new(browser);
    command.env("LC_ALL", "C");
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]);
    command.args(["--disable-background-networking", "--disable-component-update"]);
    command.args(["--disable-sync", "--enable-logging=stderr", "--dump-dom"]);
    command.args(["--allow-file-access-from-files", "--virtual-time-budget=20000"]);
    command.arg("--host-resolver-rules=MAP * ~NOTFOUND");
    command.arg(format!("--blink-settings=preferredColorScheme={scheme}"));
    command.arg(format!("--user-data-dir={}", place.join("browser").display()));
    command.arg(format!("file://{}", place.join("measure.html").display()));
    let output = command.timeout(PATIENCE).output().expect("the browser starts");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (text(output.stdout), text(output.stderr))
}
