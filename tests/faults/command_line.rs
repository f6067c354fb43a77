//! What can be wrong on the command line.

use crate::place::{Place, SOUND, no_complaints};

/// Arguments, the exit status, and what is said.
type Case = (&'static [&'static str], i32, &'static str);

#[rustfmt::skip]
const CASES: &[Case] = &[
    (&[], 2, "Usage: antrean | run | compare | check"),
    (&["--help"], 0, "Usage: antrean | Report every mistake"),
    (&["help", "run"], 0, "--set | --no-limit"),
    (&["--version"], 0, "antrean 0"),
    (&["chek", "a.toml"], 2, "unrecognized subcommand 'chek' | 'check'"),
    (&["run"], 2, "<SCENARIO>"),
    (&["run", "a.toml", "--thread", "4"], 2, "unexpected argument '--thread' | '--threads'"),
    (&["run", "a.toml", "--threads", "0"], 2, "0 is not in 1..=1024"),
    (&["run", "a.toml", "--replications", "0"], 2, "0 is not in 1..=1000000"),
    (&["run", "a.toml", "--replications", "1e9"], 2, "invalid value '1e9'"),
    (&["run", "a.toml", "--replications"], 2, "a value is required"),
    (&["run", "a.toml", "--seed", "1", "--seed", "2"], 2, "cannot be used multiple times"),
    (&["run", "a.toml", "--seed=-1"], 2, "invalid value '-1'"),
    (&["run", "a.toml", "--level", "95"], 2, "for 95 % write 0.95"),
    (&["run", "a.toml", "--level", "1"], 2, "between 0 and 1"),
    (&["compare", "a.toml"], 2, "a comparison needs two scenarios"),
    (&["run", "a.toml", "a.toml"], 2, "two scenarios are called a (a.toml and a.toml)"),
    (&["compare", "a.toml", "sub/a.toml"], 2, "two scenarios are called a (a.toml and sub/a.toml): rename"),
    (&["run", "a.toml", "-n", "1000000", "--set", "demand.per_day=1e5"], 2, "applicants | events | bytes of memory | --no-limit"),
    (&["check", "a.toml", "--set", "booking.daily_quota=fifty"], 2, "`booking.daily_quota` must be a whole number | --set:1:21"),
    (&["check", "a.toml", "--set", "booking.daily_qota=50"], 2, "did you mean `daily_quota`?"),
    (&["check", "a.toml", "--set", "stage.interveiw.desks=2"], 2, "there is no entry \"interveiw\" | did you mean `interview`?"),
    (&["check", "a.toml", "--set", "stage.interview.sent_home=0,35"], 2, "did you mean `0.35`?"),
    (&["check", "a.toml", "--set", "title=\"A"], 2, "this is not TOML | quote the whole setting for the shell"),
    (&["check", "a.toml", "--set", "daily quota=5"], 2, "this is not a key"),
    (&["check", "a.toml", "--set", "nothing"], 2, "a setting is a key and a value"),
    (&["check", "a.toml", "--set", "extends=b.toml"], 2, "`extends` cannot be set"),
    (&["check", "a.toml", "--set", "title=two words"], 0, "no mistakes"),
    (&["check", "--", "-s.toml"], 0, "-s.toml: no mistakes"),
    (&["schema", "run", "--language", "id"], 2, "schema has no language | leave out --language id"),
    (&["sweep", "a.toml", "--vary", "language=[en, id]"], 2, "--vary language=[en, id]: language is no lever | --language en or --language id"),
    (&["plan", "a.toml", "--lever", "language=[en, id]"], 2, "language is no lever"),
    (&["sensitivity", "a.toml", "--measure", "issued", "--input", "language=1..2"], 2, "language is no lever"),
    (&["sweep", "a.toml", "--vary", "title=[a, b]"], 2, "title is no lever | with --set"),
];

#[test]
fn wrong_usage_is_refused_and_writes_nothing() {
    let place = Place::with(SOUND);
    place.write("-s.toml", SOUND);
    std::fs::create_dir(place.path("sub")).expect("a folder");
    place.write("sub/a.toml", SOUND.replace("25", "30"));
    let before = place.everything();
    let complaint = |(arguments, status, says): &Case| {
        let said = place.run(arguments).check(*status, says);
        said.err().map(|complaint| format!("{arguments:?}: {complaint}"))
    };
    no_complaints(CASES.iter().filter_map(complaint).collect());
    assert_eq!(place.everything(), before);
}
