//! The doors of the house: where an outside package may come in.

use std::collections::BTreeSet;

use crate::layers::STOREYS;
use crate::paths;
use crate::source::{Offence, Place, Source};

/// For packages whose derives belong on types of any layer.
const EVERYWHERE: &[&str] = &[
    "cli",
    "report",
    "experiment",
    "office",
    "scenario",
    "engine",
    "random",
    "statistics",
    "time",
    "error",
];

/// For packages that only tests and benches use; these may use all others too.
const TESTS: &[&str] = &[];

/// Packages, as code names them, and the layers that may use them.
const DOORS: [(&str, &[&str]); 38] = [
    ("annotate_snippets", &["scenario"]),
    ("anstream", &["cli"]),
    ("askama", &["report"]),
    ("assert_cmd", TESTS),
    ("boon", TESTS),
    ("clap", &["cli"]),
    ("comfy_table", &["report", "cli"]),
    ("cpu_time", TESTS),
    ("criterion", TESTS),
    ("csv", &["scenario"]),
    ("include_dir", &["scenario"]),
    ("indicatif", &["cli"]),
    ("jiff", &["time"]),
    ("libm", &["random"]),
    ("notosans", &["report"]),
    ("parquet", &["report"]),
    ("peak_alloc", TESTS),
    ("plotters", &["report"]),
    ("polib", &["report"]),
    ("proc_macro2", TESTS),
    ("proptest", TESTS),
    ("quick_xml", &["report"]),
    ("rand", &["random"]),
    ("rand_distr", &["random"]),
    ("rayon", &["experiment"]),
    ("resvg", &["report"]),
    ("schemars", &["report"]),
    ("serde", EVERYWHERE),
    ("serde_json", &["report"]),
    ("sha2", &["report"]),
    ("skrifa", &["report"]),
    ("statrs", &["statistics"]),
    ("strsim", &["scenario"]),
    ("syn", TESTS),
    ("sys_locale", &["cli"]),
    ("tempfile", &["report"]),
    ("thiserror", EVERYWHERE),
    ("toml", &["scenario", "report"]),
];

/// All places where a file uses a package that has no door there.
pub fn offences(source: &Source) -> Vec<Offence> {
    let inside = names_from_inside(source);
    paths::of(source)
        .iter()
        .filter(|path| !source.in_tests(path.line) && !inside.contains(path.root()))
        .filter_map(|path| {
            let (package, door) = DOORS.iter().find(|(package, _)| *package == path.root())?;
            let open = matches!(source.place(), Place::Layer(layer) if door.contains(&layer));
            (!open).then(|| source.offence(path.line, keep_out(package, door)))
        })
        .collect()
}

fn keep_out(package: &str, door: &[&str]) -> String {
    match door {
        [] => format!("`{package}` is for tests and benches"),
        _ => format!(
            "`{package}` comes in only at {}; ask that layer for what you need",
            door.join(", ")
        ),
    }
}

/// Names of our own modules in scope here, which may be called like a package.
fn names_from_inside(source: &Source) -> BTreeSet<String> {
    let from_inside = |path: &paths::Path| matches!(path.root(), "crate" | "self" | "super");
    let imported = paths::of(source).into_iter().filter(from_inside);
    let declared = source.tokens.windows(2).filter(|pair| pair[0].text == "mod");
    imported
        .filter_map(|mut path| path.segments.pop())
        .chain(declared.map(|pair| pair[1].text.clone()))
        .collect()
}

/// Dependencies without a door and, once all storeys stand, those without a user.
pub fn manifest_offences(manifest: &str, sources: &[Source]) -> Vec<Offence> {
    let table: toml::Table = manifest.parse().expect("the manifest is TOML");
    let (used, used_in_tests) = packages_in_use(sources);
    let complete = is_complete(sources);
    let complaint = |package: &String, used: &BTreeSet<String>| {
        if !DOORS.iter().any(|(known, _)| known == package) {
            Some(format!("`{package}` has no door; give it one in {}", file!()))
        } else if complete && !used.contains(package) {
            Some(format!("`{package}` is not used; remove it, or move it to where it is used"))
        } else {
            None
        }
    };
    [("dependencies", used), ("dev-dependencies", used_in_tests)]
        .iter()
        .flat_map(|(section, used)| {
            names(&table, section).into_iter().map(move |name| (name, used))
        })
        .filter_map(|(name, used)| Some(offence(manifest, &name, complaint(&name, used)?)))
        .collect()
}

fn is_complete(sources: &[Source]) -> bool {
    let stands = |storey| sources.iter().any(|source| source.place() == Place::Layer(storey));
    STOREYS.into_iter().all(stands)
}

/// First names of all paths, outside tests and in tests.
fn packages_in_use(sources: &[Source]) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut outside, mut inside) = (BTreeSet::new(), BTreeSet::new());
    for source in sources {
        for path in paths::of(source) {
            let set = if source.in_tests(path.line) { &mut inside } else { &mut outside };
            set.insert(path.root().to_string());
        }
    }
    (outside, inside)
}

fn names(manifest: &toml::Table, section: &str) -> Vec<String> {
    let table = manifest.get(section).and_then(toml::Value::as_table);
    table.into_iter().flat_map(|table| table.keys()).map(|name| name.replace('-', "_")).collect()
}

fn offence(manifest: &str, package: &str, advice: String) -> Offence {
    let names_package = |line: &str| line.replace('-', "_").starts_with(package);
    let line = manifest.lines().position(names_package).map_or(1, |index| index + 1);
    Offence { path: "Cargo.toml".into(), line, advice }
}

#[cfg(test)]
mod tests {
    use super::{STOREYS, manifest_offences, offences};
    use crate::source::Source;

    fn count(path: &str, text: &str) -> usize {
        offences(&Source::new(path, text)).len()
    }

    #[test]
    fn a_package_comes_in_by_its_door_only() {
        for text in
            ["use rand::Rng;", "use {rand};", "fn a() { ::rand::random() }", "#[rand::a] fn b() {}"]
        {
            assert_eq!(count("src/random/stream.rs", text), 0, "{text}");
            assert_eq!(count("src/office.rs", text), 1, "{text}");
            assert_eq!(count("src/lib.rs", text), 1, "{text}");
        }
    }

    #[test]
    fn tests_may_use_any_package() {
        assert_eq!(count("tests/office.rs", "use rand::Rng;"), 0);
        assert_eq!(count("src/time.rs", "#[cfg(test)] mod tests { use serde_json::Value; }"), 0);
        assert_eq!(count("src/time.rs", "use proptest::prelude::any;"), 1);
    }

    #[test]
    fn a_module_of_our_own_is_no_package() {
        assert_eq!(count("src/cli.rs", "use crate::report::csv; fn a() { csv::write() }"), 0);
        assert_eq!(count("src/cli.rs", "mod csv; fn a() { csv::write() }"), 0);
        assert_eq!(count("src/cli.rs", "fn a() { csv::write() }"), 1);
    }

    #[test]
    fn dependencies_need_a_door() {
        let found = manifest_offences("[dependencies]\nrand = '0'\nnom-8 = '8'", &[]);
        assert_eq!((found.len(), found[0].line), (1, 3));
        assert!(found[0].advice.starts_with("`nom_8` has no door"), "{found:?}");
    }

    #[test]
    fn dependencies_need_a_user_once_the_house_stands() {
        let manifest =
            "[dependencies]\nrand = '0'\nrayon = '1'\n[dev-dependencies]\nassert_cmd = '2'";
        let storey = |name: &&str| Source::new(&format!("src/{name}.rs"), "");
        let mut sources: Vec<Source> = STOREYS.iter().map(storey).collect();
        sources.push(Source::new("src/random.rs", "use rand::Rng;"));
        sources.push(Source::new("tests/a.rs", "use rayon::join;"));
        let idle = manifest_offences(manifest, &sources);
        assert_eq!(idle.iter().map(|offence| offence.line).collect::<Vec<_>>(), [3, 5], "{idle:?}");
        assert_eq!(manifest_offences(manifest, &sources[1..]), []);
    }
}
