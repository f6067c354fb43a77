//! What planners are told about texts that are not TOML.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use crate::scenario::reading::{Colour, read_text};

fn complaint(text: &str) -> String {
    let (node, findings) = read_text("a.toml", text);
    assert!(node.is_none(), "{text:?} is TOML");
    findings.render(Colour::Plain)
}

#[track_caller]
fn complains(text: &str, of: &[&str]) {
    let complaint = complaint(text);
    for message in of {
        assert!(complaint.contains(message), "no {message:?} in:\n{complaint}");
    }
}

#[test]
fn a_decimal_comma_is_seen_through() {
    let expected = "\
error: decimals have a point
 --> a.toml:1:8
  |
1 | mean = 4,5
  |        ^^^
  |
  = help: write decimals with a point: 4.5

";
    assert_eq!(complaint("mean = 4,5\n"), expected);
}

#[test]
fn numbers_are_put_right() {
    complains("x = .5\n", &["a.toml:1:5", "write 0.5"]);
    complains("x = 5.\n", &["write 5.0"]);
    complains("x = 50%\n", &["a.toml:1:5", "write a share: 0.5"]);
    complains("x = 12,5 % # share\n", &["write a share: 0.125"]);
    complains("x = 007\n", &["write 7"]);
    complains("x = 1e400\n", &["a.toml:1:5", "overflowed"]);
    complains("x = 99999999999999999999\n", &["too large"]);
}

#[test]
fn values_within_inline_tables_are_put_right() {
    complains("s = { mean = \"4 min\", cv = 0,5 }\n", &["a.toml:1:28", "with a point: 0.5"]);
    complains("x = 5;\n", &["a.toml:1:5", "write 5"]);
    let both = complaint("s = { a = 12 min, b = 50% }\n");
    assert!(both.contains("a.toml:1:11") && both.contains("double quotes: \"12 min\""), "{both}");
    assert!(both.contains("a.toml:1:23") && both.contains("write a share: 0.5"), "{both}");
    complains("x = [app, 1]\n", &["a.toml:1:6", "double quotes: \"app\""]);
}

#[test]
fn what_the_parser_says_gets_advice() {
    complains("x = \"C:\\dir\"\n", &["a.toml:1:9", "for a backslash"]);
    complains("é = 1\n", &["a.toml:1:1", "other characters in double quotes"]);
    complains("[[stage\nx = 1\n", &["write `[[name]]`"]);
}

#[test]
fn text_is_put_in_quotes() {
    complains("channel = app\n", &["a.toml:1:11", "a text stands in quotes", ": \"app\""]);
    complains("x = 12 min # note\n", &["straight double quotes: \"12 min\""]);
    complains("x = “app”\n", &["straight double quotes: \"app\""]);
    complains("x = True\n", &["write true"]);
    complains("x = no\n", &["write false"]);
    complains("x =\n", &["a key has no value"]);
}

#[test]
fn dates_are_put_right() {
    complains("x = 2026-02-30\n", &["February 2026 has 28 days"]);
    complains("x = 2026-2-3\n", &["write 2026-02-03"]);
    complains("x = 24:00\n", &["straight double quotes: \"24:00\""]);
}

#[test]
fn keys_are_put_right() {
    complains("daily quota = 60\n", &["a.toml:1:1", "write `daily_quota`"]);
    complains("title: abc\n", &["key and value are joined by `=`", "write `title = abc`"]);
}

#[test]
fn a_bracket_that_is_not_closed_is_shown() {
    let expected = "\
error: a bracket is not closed
 --> a.toml:1:10
  |
1 | stages = [1, 2
  |          ^ opened here
2 | [booking]
  | - something new begins here
  |
  = help: close it with `]` or `}`

";
    assert_eq!(complaint("stages = [1, 2\n[booking]\nx = 1\ny = 2\n"), expected);
    complains("a = { x = 1\nb = 3\n", &["a.toml:1:5", "a bracket is not closed"]);
    complains("a = [\n  1\n  2\n]\n", &["a.toml:3:3", "missing comma"]);
}

#[test]
fn all_mistakes_of_a_file_are_noted_one_a_line() {
    let complaint = complaint("a = 4,5\nb = app\nc = 1\nd = \"x\n\ne = 50%\n[f\n");
    assert_eq!(complaint.matches("error:").count(), 5, "{complaint}");
    for line in [1, 2, 4, 6, 7] {
        assert!(complaint.contains(&format!("a.toml:{line}:")), "line {line} in:\n{complaint}");
    }
}

#[test]
fn a_duplicate_shows_both_places() {
    let expected = "\
error: duplicate key `quota`
 --> a.toml:5:1
  |
3 | quota = 60
  | ----- first here
4 | # more
5 | quota = 70
  | ^^^^^ here again
  |
  = help: keep one of the two

";
    assert_eq!(complaint("quota = 1\n[a]\nquota = 60\n# more\nquota = 70\n"), expected);
    complains("[a]\nx = 1\n[b]\n[a]\n", &["a.toml:4:2", "first here"]);
    complains("a.b = 1\na = 2\n", &["first here"]);
}

#[test]
fn what_is_not_toml_at_all_is_named() {
    complains("{\"a\": 1}\n", &["a.toml:1:1", "looks like JSON"]);
    complains("[\n{\"a\": 1}]\n", &["looks like JSON"]);
    complains("a,b,c\n1,2,3\n", &["a.toml:1:1", "looks like a CSV table"]);
    complains("<html>\n", &["looks like XML or HTML"]);
    complains("---\na: 1\n", &["looks like YAML"]);
    let conflict = "a = 0\n<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> b\n";
    complains(conflict, &["a.toml:2:1", "unresolved git conflict"]);
    assert_eq!(complaint(conflict).matches("error:").count(), 1);
}

#[test]
fn nothing_is_said_to_be_nothing() {
    complains("", &["a.toml is empty"]);
    complains("\n \t\n", &["a.toml is empty"]);
    complains("# x\n", &["nothing but comments"]);
}

#[test]
fn control_characters_and_endless_brackets_are_survived() {
    complains("name = \"a\0b\"\n", &["a.toml:1:10"]);
    complains("x = \"\u{1b}[31m\n", &["a.toml:1:"]);
    assert!(!complaint("x = \"\u{1b}[31m\n").contains('\u{1b}'));
    complains(&format!("x = {}", "[".repeat(100_000)), &["recurs"]);
    complains(&format!("{}x = 1", "a.".repeat(100_000)), &["recursion limit"]);
}

#[test]
fn line_ends_of_windows_are_line_ends() {
    complains("a = 1\r\nb = app\r\n", &["a.toml:2:5", "\"app\""]);
}

proptest! {
    /// Whatever is written, it is read or refused in order, and shown without control characters.
    #[test]
    fn any_text_is_survived(text in "[a-c=\\[\\]{}\"'.,#:%_\n\r\t0-9 é“<-]{0,60}") {
        let (node, findings) = read_text("a.toml", &text);
        prop_assert_eq!(node.is_none(), findings.has_errors());
        prop_assert!(!findings.render(Colour::Plain).contains(['\r', '\t', '\0']));
    }
}
