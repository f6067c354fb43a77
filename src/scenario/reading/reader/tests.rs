//! What planners are told about tables.

use crate::scenario::reading::{
    Colour, Count, Findings, Node, Positive, Read, WorkingDays, read_table, read_text,
};

#[derive(Debug, PartialEq)]
struct Booking {
    daily_quota: u32,
    window: u32,
}

impl Read for Booking {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| {
            let daily_quota = reader.required::<Count<1, 1000>>("daily_quota");
            let WorkingDays(window) = reader.or("window", WorkingDays(5));
            Some(Booking { daily_quota: daily_quota?.value(), window })
        })
    }
}

type Office = (Booking, Vec<(String, u32)>);

fn office(text: &str) -> Result<Office, String> {
    let (node, mut findings) = read_text("office.toml", text);
    let office = node.and_then(|node| {
        read_table(&node, &mut findings, |reader| {
            let booking = reader.required("booking");
            let stages = reader.list_of_tables("stage", |stage| {
                let name = stage.required("name");
                let desks = stage.required::<Count<1, 100>>("desks");
                let _ = stage.optional::<Positive>("speed");
                Some((name?, desks?.value()))
            });
            Some((booking?, stages))
        })
    });
    match findings.has_errors() {
        false => office.ok_or("nothing said".to_string()),
        true => Err(findings.render(Colour::Plain)),
    }
}

#[track_caller]
fn complains(text: &str, of: &[&str]) {
    let complaint = office(text).expect_err("wrong");
    for message in of {
        assert!(complaint.contains(message), "no {message:?} in:\n{complaint}");
    }
}

#[test]
fn a_sound_table_is_read() {
    let text = "[booking]\ndaily_quota = 60\n[[stage]]\nname = \"interview\"\ndesks = 0x3\n";
    let booking = Booking { daily_quota: 60, window: 5 };
    assert_eq!(office(text), Ok((booking, vec![("interview".to_string(), 3)])));
}

#[test]
fn a_wrong_value_shows_path_place_caret_and_meaning() {
    let expected = "\
error: `booking.daily_quota` must be a whole number from 1 to 1000
 --> office.toml:2:15
  |
2 | daily_quota = 2.5
  |               ^^^ the number 2.5
  |
  = help: `daily_quota`: appointments handed out for each working day, for example `daily_quota = 60`

";
    assert_eq!(office("[booking]\ndaily_quota = 2.5\n"), Err(expected.to_string()));
}

#[test]
fn all_missing_keys_are_named_at_once_with_what_they_mean() {
    complains(
        "[booking]\n[[stage]]\nspeed = 1\n",
        &[
            "`booking` lacks `daily_quota`",
            "add `daily_quota = 60` (appointments handed out for each working day)",
            "`stage[1]` lacks `name` and `desks`",
            "add `desks = 3`",
        ],
    );
    complains("stage = []\n", &["the scenario lacks `booking`", "add a table `[booking]` with"]);
}

#[test]
fn an_unknown_key_gets_the_nearest_name() {
    complains(
        "[booking]\ndaly_quotta = 1\n",
        &["unknown key `daly_quotta`", "did you mean `daily_quota`?"],
    );
    complains("[[stage]]\nname = \"a\"\ndesks = 1\nsped = 2\n", &["did you mean `speed`?"]);
}

#[test]
fn a_key_in_the_wrong_table_is_sent_home() {
    complains("daily_quota = 1\n[booking]\n", &["`daily_quota` belongs in `[booking]`"]);
    complains("[booking]\ndesks = 1\n", &["`desks` belongs in `[[stage]]`"]);
    complains("[booking]\ntitle = \"x\"\n", &["belongs at the top of the file"]);
}

#[test]
fn a_key_that_is_like_no_other_gets_the_list() {
    complains("[booking]\nzzz = 1\n", &["allowed here: ", "`daily_quota`", "`window`"]);
}

#[test]
fn a_key_of_the_catalogue_that_is_never_asked_for_is_not_ignored() {
    let text = "title = \"x\"\n[booking]\ndaily_quota = 60\n";
    complains(text, &["`title` has no effect here"]);
}

#[test]
fn mistakes_after_a_mistake_are_noted_too() {
    let text = "[booking]\ndaily_quota = 0\nwindow = 5\nzzz = 1\n[[stage]]\nname = \"\"\n";
    let complaint = office(text).expect_err("wrong");
    assert_eq!(complaint.matches("error: ").count(), 5, "{complaint}");
    let at = |message: &str| complaint.find(message).expect("noted");
    assert!(at("office.toml:2:") < at("office.toml:3:") && at("office.toml:4:") < at("lacks"));
}

#[test]
fn entries_of_a_list_are_named_by_their_name() {
    let stage = "[[stage]]\nname = \"photo and prints\"\ndesks = 0\n";
    complains(stage, &["`stage.\"photo and prints\".desks` must be a whole number"]);
}

#[test]
fn two_entries_of_one_name_are_refused() {
    let stage = "[[stage]]\nname = \"a\"\ndesks = 1\n";
    complains(&stage.repeat(2), &["`stage.a` is there twice", "first here"]);
}

#[test]
fn tables_and_lists_are_told_apart() {
    complains("booking = 3\n", &["`booking` must be a table", "write `[booking]`"]);
    complains("stage = 3\n", &["`stage` must be a list of tables", "write `[[stage]]`"]);
    complains("[stage]\ndesks = 1\n", &["`stage` must be a list of tables"]);
}
