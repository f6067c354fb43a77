//! The charts of a run, as the user finds them, in both languages.

use crate::place::{Place, SOUND};

/// Charts that every run of an office with a book and desks has.
const CHARTS: [&str; 4] = ["quota-use", "flow", "busy-hours", "replications"];

fn office() -> Place {
    Place::with(SOUND)
}

#[test]
fn a_run_draws_days_hours_the_way_and_replications() {
    let place = office();
    let run = ["run", "a.toml", "-n", "6", "-o", "results"];
    place.run(&run).expect(0, "A small office");
    let page = place.read("results/report.html");
    for chart in CHARTS {
        let drawing = place.read(&format!("results/charts/{chart}.svg"));
        let title = drawing.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
        let (title, _) = title.expect("a title");
        assert!(page.contains(title), "{chart} is in the page: {title}");
        assert!(drawing.contains("textLength="), "{chart}");
    }
    assert!(place.read("results/charts/flow.svg").contains("have their passport"));
    assert!(place.read("results/charts/busy-hours.svg").contains("Monday"));
    assert!(place.read("results/charts/replications.svg").contains("6 replications"));
}

#[test]
fn charts_are_told_in_the_language_spoken_and_results_stay_the_same() {
    let place = office();
    let run = ["run", "a.toml", "-n", "6", "-o"];
    place.run(&[&run[..], &["english"]].concat()).expect(0, "A small office");
    let indonesian = [&run[..], &["indonesian", "--language", "id"]].concat();
    place.run(&indonesian).expect(0, "");
    let read = |chart: &str| place.read(&format!("indonesian/charts/{chart}.svg"));
    assert!(read("quota-use").contains("Janji temu yang dihadiri: "));
    assert!(read("flow").contains("ingin paspor"));
    assert!(read("busy-hours").contains("Senin"));
    assert!(read("replications").contains("Yang berubah karena kebetulan saja: "));
    for file in ["measures.csv", "series.csv"] {
        let [one, other] = ["english", "indonesian"].map(|of| place.read(&format!("{of}/{file}")));
        assert_eq!(one, other, "{file}");
    }
}

#[test]
fn one_replication_has_no_chart_of_replications() {
    let place = office();
    place.run(&["run", "a.toml", "-n", "1", "-o", "results"]).expect(0, "");
    assert!(place.path("results/charts/flow.svg").exists());
    assert!(!place.path("results/charts/replications.svg").exists());
}
