//! Several offices in one run: each as if it were alone, until people may go elsewhere.

use antrean::scenario::Scenario;
use antrean::scenario::reading::Colour;

use crate::seen::{Seen, office_of};

/// Two offices, one of which is too small for its people.
const HEAD: &str = r#"
channel = { app = 0.9, walk-in = 0.1 }
[run]
start = 2026-01-05
length = "40 days"
follow_up = "14 days"
replications = 2
seed = 7
[office]
hours = { mon-fri = "08:00-12:00, 13:00-16:00" }
[persistence]
try_again = 0.8
at_most_tries = 3
[booking]
daily_quota = 10
window = "5 working days"
[[stage]]
name = "interview"
desks = 2
service = { exponential = { mean = "20 min" } }
[production]
per_week = 60
processing = "2 working days"
"#;

const BRANCHES: &str = r#"
[[branch]]
name = "Small"
province = "West"
to_office = { travel = "20 min", fare = 1000 }
[[branch]]
name = "Large"
province = "West"
booking.daily_quota = 60
production.per_week = 300
stage = [{ name = "interview", desks = 6 }]
[[branch]]
name = "Far"
province = "East"
booking.daily_quota = 60
production.per_week = 300
"#;

fn text(more: &[&str]) -> String {
    format!("{HEAD}{}", more.concat())
}

fn country(offices: &str) -> Seen {
    let offices = format!("[offices]\n{offices}\n");
    office_of(&text(&["[demand]\nper_day = 54\n", &offices, BRANCHES]))
}

/// The sum of a figure's numerators, and of its denominators, over the replications.
fn sums(seen: &Seen, measure: &str, of: &str) -> (f64, f64) {
    let observations = seen.read_of(measure, of);
    observations.iter().fold((0.0, 0.0), |(above, below), observation| {
        (above + observation.numerator, below + observation.denominator)
    })
}

fn share(seen: &Seen, measure: &str, of: &str) -> f64 {
    let (above, below) = sums(seen, measure, of);
    above / below
}

#[test]
fn a_branch_without_differences_is_the_scenario_itself() {
    let plain =
        office_of(&text(&["[demand]\nper_day = 12\n[[origin]]\nname = \"North\"\nshare = 1\n"]));
    let branch = "[demand]\nper_day = 12\n[[branch]]\nname = \"North\"\n";
    office_of(&text(&[branch])).is_the_same_as(&plain, "one branch");
}

#[test]
fn who_may_go_nowhere_else_has_an_office_as_if_alone() {
    let alone = "[demand]\nper_day = 18\n[[origin]]\nname = \"Small\"\nshare = 1\n\
                 to_office = { travel = \"20 min\", fare = 1000 }\n";
    let (alone, country) = (office_of(&text(&[alone])), country("choice = \"home\""));
    for measure in ["issued", "turned_away", "gave_up", "fares_per_passport"] {
        let of = |seen: &Seen| seen.read_of(measure, "Small");
        assert_eq!(of(&country), of(&alone), "{measure}");
    }
    let waits = country.read_of("station_wait", "Small: interview");
    assert_eq!(waits, alone.read_of("station_wait", "interview"));
}

#[test]
fn nobody_who_looks_elsewhere_changes_nothing() {
    let home = country("choice = \"home\"");
    country("choice = \"all\"\nelsewhere = 0").is_the_same_as(&home, "nobody looks");
    country("choice = \"home\"\nelsewhere = 1").is_the_same_as(&home, "nowhere else is open");
}

#[test]
fn other_offices_take_those_who_find_their_own_full() {
    let trip = "to_another = { travel = \"3 h\", fare = 50000 }\n\
                to_another_province = { travel = \"9 h\", fare = 400000 }\n";
    let play = |rule: &str| country(&format!("{rule}\n{trip}"));
    let home = play("choice = \"home\"");
    let some = play("choice = \"province\"\nelsewhere = 0.3");
    let all = play("choice = \"province\"\nelsewhere = 1");
    let issued = [&home, &some, &all].map(|seen| share(seen, "issued", "Small"));
    assert!(issued.is_sorted() && issued[0] + 0.2 < issued[2], "{issued:?}");
    let fares = [&home, &some, &all].map(|seen| share(seen, "fares_per_passport", "Small"));
    assert!(fares.is_sorted() && 2_000.0 <= fares[0], "{fares:?}");
    // Far away nobody notices, as nobody of theirs or of the others goes there or comes from there.
    let far = |seen: &Seen| seen.read_of("station_wait", "Far: interview");
    assert_eq!(far(&all), far(&home));
    // The neighbour gets more work: exactly those who were not at home.
    let came = |seen: &Seen| sums(seen, "station_wait", "Large: interview").1;
    assert!(came(&home) < came(&some) && came(&some) < came(&all));
    // With all offices open but only one looked at, it is that of the province.
    let one = play("choice = \"all\"\nlooks_at = 1\nelsewhere = 1");
    one.is_the_same_as(&all, "the nearest first");
}

#[track_caller]
fn complaint(more: &[&str]) -> String {
    let (scenario, findings) = Scenario::parse("country", &text(more));
    assert_eq!(scenario, None);
    findings.render(Colour::Plain)
}

#[test]
fn mistakes_in_a_branch_are_told_at_their_place() {
    let demand = "[demand]\nper_day = 12\n";
    let says = |more: &str, expected: &[&str]| {
        let said = complaint(&[demand, more]);
        assert!(expected.iter().all(|part| said.contains(part)), "{said}");
    };
    let branch = "[[branch]]\nname = \"North\"\n";
    says(
        &format!("{branch}booking.daily_quotum = 3"),
        &["daily_quotum", "`daily_quota`", "country:"],
    );
    says(&format!("{branch}stage = [{{ name = \"interview\", desks = 0 }}]"), &["desks"]);
    says(&format!("{branch}run.seed = 3"), &["unknown key `run`"]);
    says("[offices]\nchoice = \"all\"", &["there is but one office", "[[branch]]"]);
    let origin = "[[origin]]\nname = \"North\"\nshare = 1\noffice = \"Nord\"\n";
    says(&format!("{branch}{origin}"), &["must be the name of a `[[branch]]`", "there are North"]);
    let origin = origin.replace("Nord", "North");
    says(&format!("{branch}weight = 2\n{origin}"), &["described by `[[origin]]` already"]);
}

#[test]
fn a_branch_may_have_dates_and_a_book_of_its_own() {
    let own = "\n[[branch.period]]\nname = \"short\"\ndates = \"2026-01-12 to 2026-01-16\"\n\
               hours = { mon-fri = \"09:00-11:00\" }\ndaily_quota = 4\n\
               [branch.start]\nbooked = { 2026-01-06 = 7 }\n";
    let demand = "[demand]\nper_day = 18\n";
    let head = "[[branch]]\nname = \"Small\"\n";
    let branch = office_of(&text(&[demand, head, own]));
    let origin = "[[origin]]\nname = \"Small\"\nshare = 1\n";
    let alone = own.replace("branch.", "");
    branch.is_the_same_as(&office_of(&text(&[demand, origin, &alone])), "dates of a branch");
    assert!(branch.differs_from(&office_of(&text(&[demand, head]))));
}

/// A scenario with a table of offices beside it, in a folder of its own.
fn with_table(table: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("country.toml");
    let offices = "[demand]\nper_day = 54\n[offices]\ntable = \"offices.csv\"\n";
    std::fs::write(&file, text(&[offices])).expect("the scenario is written");
    std::fs::write(folder.path().join("offices.csv"), table).expect("the table is written");
    (folder, file)
}

#[test]
fn a_table_says_what_branches_say() {
    let (_folder, file) = with_table(
        "name,province,weight,booking.daily_quota,production.per_week,stage.interview.desks\n\
         Small,West,1,,,\nLarge,West,2,60,300,6\n",
    );
    let written = "[demand]\nper_day = 54\n[[branch]]\nname = \"Small\"\nprovince = \"West\"\n\
                   [[branch]]\nname = \"Large\"\nprovince = \"West\"\nweight = 2\n\
                   booking.daily_quota = 60\nproduction.per_week = 300\n\
                   stage = [{ name = \"interview\", desks = 6 }]\n";
    let table = Seen::of(crate::ready::ready(Scenario::load(&file, &[])));
    table.is_the_same_as(&office_of(&text(&[written])), "a table");
}

#[test]
fn mistakes_in_a_table_name_file_row_and_column() {
    let says = |table: &str, expected: &[&str]| {
        let (_folder, file) = with_table(table);
        let (scenario, findings) = Scenario::load(&file, &[]);
        assert_eq!(scenario, None, "{table}");
        let said = findings.render(Colour::Plain);
        assert!(expected.iter().all(|part| said.contains(part)), "{said}");
    };
    says("name,booking.daily_quota\nNorth,60\nSouth,-3\n", &["offices.csv:3:7", "daily_quota"]);
    says("name,booking.daily_quotum\nNorth,60\n", &["offices.csv:1:6", "`daily_quota`"]);
    says("name,weight\nNorth,1\nSouth\n", &["offices.csv:3", "cannot be read"]);
    says("name,run.seed\nNorth,4\n", &["offices.csv:1:6", "unknown key `run`"]);
    says("name,stage.intervju.desks\nNorth,4\n", &["offices.csv:1:6", "intervju"]);
    says("name,weight\nNorth,1\nNorth,2\n", &["offices.csv:3", "there twice"]);
    let (folder, file) = with_table("name\nNorth\n");
    std::fs::remove_file(folder.path().join("offices.csv")).expect("it was there");
    let (_, findings) = Scenario::load(&file, &[]);
    assert!(findings.render(Colour::Plain).contains("offices.csv"));
    let outside = Scenario::load(&file, &["offices.table=../offices.csv".to_string()]).1;
    assert!(outside.render(Colour::Plain).contains("must stay in the folder"));
}

#[test]
fn the_nation_has_its_offices() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/nation.toml");
    let plan = crate::ready::ready(Scenario::load(&file, &[]));
    assert_eq!((plan.offices.len(), plan.stations.len()), (130, 260));
    let office = |name: &str| {
        let found = plan.offices.iter().find(|office| office.scenario.name == name);
        found.map(|office| office.quotas.iter().max().copied())
    };
    assert_eq!(office("Tanjung Balai Karimun"), Some(Some(60)));
    assert_eq!(office("Batam"), Some(Some(345)));
}
