//! What people read is wholly in Bahasa Indonesia: terminal, charts and report, through the real
//! program, for scenarios that are named in it. A text that no one translates, or two that are
//! glued together, are English words in it.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use tempfile::TempDir;

use crate::program::program;

/// English words that are neither Indonesian nor names, keys or units.
const ENGLISH: &str = "
    the of and is are was were with from to for by at on in no not nor or if so but as than
    this that these those it its they their them who which what when where how why
    be been has have had do does will would can could must may might
    all each every both some any none more most less least fewer other others another same only
    one two three first second last next
    between after before until under over within without beyond beside above below there here
    again once ever never always alone together
    people person applicant applicants family families broker brokers
    day days week weeks month months year years hour hours minute minutes time times early late
    january february march june july august october december
    monday tuesday wednesday thursday friday saturday sunday
    mon tue wed thu fri sat sun aug oct dec
    appointment appointments booking bookings book booked place places window release
    passport passports file files visit visits wish wishes
    office stage stages desk desks kiosk kiosks machine machines lane lanes channel channels
    origin origins boat boats phone walk ins outreach production
    line lines wait waits waited waiting lead trip trips fare fares travel promise backlog outage
    outages load busy room served refused issued sent shut gave turned
    mean share shares number figure figures interval intervals value values
    target targets met missed replication replications seed difference gap worst best better worse
    higher lower shorter longer found seen known wanted reached decided holds fails
    chart charts report table input inputs source sources assumed assumption stated default
    theory simulated verdict case cases points swing range scenario scenarios";

/// What is called so in any language.
const TITLES: [&str; 1] = ["Journal of Simulation"];

/// A command on the scenarios, without the folder of its results.
const COMMANDS: &[&str] = &[
    "check kantor.toml",
    "explain kantor.toml kuota-naik.toml",
    "explain kantor.toml --format markdown",
    "trace kantor.toml --applicant longest-wait",
    "trace kantor.toml kuota-naik.toml --applicant parted",
];

/// Those that write results.
const WRITING: &[&str] = &[
    "run kantor.toml",
    "run kantor.toml -n 1",
    "compare kantor.toml kuota-naik.toml --simultaneous",
    "compare kantor.toml kuota-naik.toml --best gave_up --indifference 0.05 --at-most 20",
    "trace kantor.toml",
    "plan kantor.toml --lever booking.daily_quota=12..24:4 --at-most 20",
    "plan kantor.toml --lever booking.daily_quota=12..24:4 --by week --at-most 20",
    "sweep kantor.toml --vary booking.daily_quota=14..20:6 --against-base",
    "sweep kantor.toml --vary booking.daily_quota=14..20:6 --vary booking.books_again=0.4..0.6:0.2",
    "sensitivity kantor.toml --measure gave_up --sobol 4",
    "verify teori.toml",
];

struct Reader {
    place: TempDir,
    scenarios: PathBuf,
    /// What the scenarios say themselves.
    own: String,
    complaints: Vec<String>,
}

impl Reader {
    fn new() -> Reader {
        let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language/skenario");
        let files = fs::read_dir(&scenarios).expect("scenarios").flatten();
        let own = files.map(|file| fs::read_to_string(file.path()).expect("a text")).collect();
        Reader { place: TempDir::new().expect("a folder"), scenarios, own, complaints: Vec::new() }
    }

    /// Plays a command and reads what it prints.
    fn printed(&mut self, what: &str, folder: &[&str]) {
        let mut command = Command::from_std(program());
        command.env("COLUMNS", "100").current_dir(&self.scenarios);
        command.args(what.split(' ')).args(["--language", "id"]).args(folder);
        let output = command.output().expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("a text");
        let (printed, noted) = (text(output.stdout), text(output.stderr));
        assert!(!printed.is_empty() && !noted.contains("error"), "{what}: {noted}");
        noted.lines().for_each(|line| self.read(what, line));
        let mut heading = "";
        for block in printed.split("\n\n") {
            // Keys and their values are as scenarios have them.
            if !heading.contains("Asal masukan") {
                block.lines().for_each(|line| self.read(what, line));
            }
            heading = block;
        }
    }

    /// Reads the texts of the charts and the page of a folder of results.
    fn written(&mut self, what: &str, folder: &Path) {
        for entry in fs::read_dir(folder).expect("results").flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                self.written(what, &path);
            } else if name.ends_with(".svg") || name.ends_with(".html") {
                let text = fs::read_to_string(&path).expect("a text");
                let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
                let tree = Document::parse_with_options(&text, options).expect("a sound tree");
                self.read_tree(&format!("{what}, {name}"), tree.root_element());
            }
        }
    }

    /// Reads what is seen and what is said aloud; commands, names of files and the values of keys,
    /// as scenarios state them, are no texts.
    fn read_tree(&mut self, what: &str, node: Node<'_, '_>) {
        if ["style", "script", "pre", "code"].iter().any(|name| node.has_tag_name(*name)) {
            return;
        }
        for name in ["aria-label", "title"] {
            node.attribute(name).into_iter().for_each(|text| self.read(what, text));
        }
        let text = node.text().filter(|_| node.is_text());
        if let Some(text) = text.filter(|text| !(is_input(node) && self.states(text))) {
            self.read(what, text);
        }
        node.children().for_each(|child| self.read_tree(what, child));
    }

    /// Whether the scenarios state these keys and values: "by: boat; travel: 20 min".
    fn states(&self, text: &str) -> bool {
        let value = |part: &str| part.rsplit(": ").next().unwrap_or(part).to_string();
        text.split("; ").map(value).all(|value| self.own.contains(&value))
    }

    fn read(&mut self, what: &str, text: &str) {
        let is_english = |token: &str| {
            let token = token.trim_matches(|letter: char| !letter.is_alphanumeric());
            let is_plain = token.chars().all(|letter| letter.is_alphabetic() || letter == '-');
            let mut words = token.split('-').map(str::to_lowercase);
            is_plain && words.any(|word| ENGLISH.split_whitespace().any(|of| of == word))
        };
        let untitled = TITLES.iter().fold(text.to_string(), |text, title| text.replace(title, ""));
        if untitled.split_whitespace().any(is_english) {
            self.complaints.push(format!("{what}: {text}"));
        }
    }
}

/// Whether a text stands in a table of inputs.
fn is_input(text: Node<'_, '_>) -> bool {
    let within = |is: &dyn Fn(&Node<'_, '_>) -> bool| text.ancestors().any(|of| is(&of));
    within(&|of| of.has_tag_name("tbody")) && within(&|of| of.attribute("id") == Some("assumed"))
}

#[test]
fn an_english_word_is_noticed() {
    let mut reader = Reader::new();
    reader.read("", "Sen 2 Feb 2026: 3 dari 5 orang (`run.follow_up`) di /tmp/of/the.csv");
    assert_eq!(reader.complaints, [""; 0]);
    ["orang of kantor", "kantor (walk-in)", "Beban: Busy."]
        .iter()
        .for_each(|of| reader.read("", of));
    assert_eq!(reader.complaints.len(), 3);
}

#[test]
fn nothing_that_is_read_is_in_english() {
    let mut reader = Reader::new();
    COMMANDS.iter().for_each(|command| reader.printed(command, &[]));
    for (number, command) in WRITING.iter().enumerate() {
        let folder = reader.place.path().join(number.to_string());
        reader.printed(command, &["-o", &folder.to_string_lossy()]);
        reader.written(command, &folder);
    }
    reader.complaints.dedup();
    let (number, all) = (reader.complaints.len(), reader.complaints.join("\n"));
    assert_eq!(number, 0, "{number} with English words:\n{all}");
}
