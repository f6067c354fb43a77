//! Changes to a scenario from the command line, such as `--set stage.interview.desks=4`.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::nearest::nearest;
use crate::scenario::reading::source::{Place, SourceId};
use crate::scenario::reading::syntax;
use crate::scenario::reading::tree::{Entry, Node, Table, Value};
use crate::scenario::reading::words;

/// What messages call the text of a setting.
pub const SOURCE: &str = "--set";

/// One key of the path of a setting.
pub struct Step {
    pub key: String,
    pub place: Place,
}

/// Makes the changes that `key=value` settings ask for, in their order.
pub fn apply(settings: &[String], root: &mut Node, findings: &mut Findings) {
    for setting in settings {
        let source = findings.sources.add(SOURCE, setting.clone());
        if let Err(diagnostic) = change(setting, source, root, findings) {
            findings.note(*diagnostic);
        }
    }
}

fn change(
    setting: &str,
    source: SourceId,
    root: &mut Node,
    findings: &mut Findings,
) -> Result<(), Box<Diagnostic>> {
    let all = Place::new(source, 0..setting.len());
    let (path, text) = split(setting).ok_or_else(|| no_setting(all))?;
    let steps = steps(path, source).ok_or_else(|| no_path(Place::new(source, 0..path.len())))?;
    if steps[0].key == "extends" {
        let help = "write it into a scenario file";
        return Err(mistake(steps[0].place, "`extends` cannot be set", help));
    }
    match value(text, (source, path.len() + 1), findings)? {
        Some(value) => put(root, &steps, value),
        None => Ok(()),
    }
}

/// The texts before and behind the first `=` that is not in quotes.
fn split(setting: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (index, character) in setting.char_indices() {
        match (quote, character) {
            (None, '=') => return Some((&setting[..index], &setting[index + 1..])),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    None
}

/// The keys of a dotted path, by the grammar of TOML.
pub fn steps(path: &str, source: SourceId) -> Option<Vec<Step>> {
    let document = format!("{path}=0");
    let parsed = DeTable::parse(&document).ok().filter(|_| !path.contains(char::is_control))?;
    let (mut steps, mut table) = (Vec::new(), parsed.get_ref());
    loop {
        let (key, value) = table.iter().next()?;
        let place = Place::new(source, key.span());
        steps.push(Step { key: key.get_ref().to_string(), place });
        match value.get_ref() {
            DeValue::Table(inner) => table = inner,
            _ => return Some(steps),
        }
    }
}

/// A TOML value, or else a text without quotes.
pub fn value(
    text: &str,
    start: (SourceId, usize),
    findings: &mut Findings,
) -> Result<Option<Node>, Box<Diagnostic>> {
    let bare = text.trim();
    let (source, offset) = start;
    let offset = offset + text.len() - text.trim_start().len();
    let place = |span: Range<usize>| Place::new(source, span.start + offset..span.end + offset);
    if bare.is_empty() {
        return Err(no_setting(place(0..0)));
    }
    match syntax::parse_value(bare, (source, offset), findings) {
        Ok(node) => Ok(node),
        Err(error) if bare.starts_with(['"', '\'', '[', '{']) => {
            let place = place(error.span().unwrap_or(0..bare.len()));
            let help = "quote the whole setting for the shell, such as 'title=\"A b\"'";
            Err(mistake(place, &format!("this is not TOML: {}", error.message()), help))
        }
        Err(_) => Ok(Some(Node::new(place(0..bare.len()), Value::Text(bare.to_string())))),
    }
}

/// Puts a value where a path leads, with new tables on the way.
pub fn put(node: &mut Node, steps: &[Step], value: Node) -> Result<(), Box<Diagnostic>> {
    let [step, rest @ ..] = steps else {
        *node = value;
        return Ok(());
    };
    match &mut node.value {
        Value::Table(table) => put(child(table, step), rest, value),
        Value::List(entries) if rest.is_empty() => Err(whole_entry(step, entries)),
        Value::List(entries) => put(named(entries, step)?, rest, value),
        other => {
            let help = format!("it would stand in {}, which is no table", other.described());
            Err(mistake(step.place, &format!("`{}` cannot be set", step.key), &help))
        }
    }
}

/// The value of a key, a new empty table if there is none.
pub fn child<'a>(table: &'a mut Table, step: &Step) -> &'a mut Node {
    let index = table.entries.iter().position(|entry| entry.key == step.key);
    let index = index.unwrap_or_else(|| {
        let node = Node::new(step.place, Value::Table(Table::default()));
        table.entries.push(Entry { key: step.key.clone(), place: step.place, node });
        table.entries.len() - 1
    });
    let entry = &mut table.entries[index];
    &mut entry.node
}

/// The entry of a list that has a name.
fn named<'a>(entries: &'a mut [Node], step: &Step) -> Result<&'a mut Node, Box<Diagnostic>> {
    match entries.iter().position(|entry| entry.name() == Some(&step.key)) {
        Some(index) => Ok(&mut entries[index]),
        None => Err(no_such_entry(step, entries)),
    }
}

fn no_such_entry(step: &Step, entries: &[Node]) -> Box<Diagnostic> {
    let names: Vec<&str> = entries.iter().filter_map(Node::name).collect();
    let help = match nearest(&step.key, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if names.is_empty() => "the entries of this list have no names".to_string(),
        None => format!("there are {}", words::all(names)),
    };
    mistake(step.place, &format!("there is no entry {}", words::shown(&step.key)), &help)
}

fn whole_entry(step: &Step, entries: &[Node]) -> Box<Diagnostic> {
    if entries.iter().all(|entry| entry.name() != Some(&step.key)) {
        return no_such_entry(step, entries);
    }
    let help = format!("set one of its keys, as in `{}.key=value`", step.key);
    mistake(step.place, &format!("`{}` is a table", step.key), &help)
}

fn no_setting(place: Place) -> Box<Diagnostic> {
    let help = "write it as `--set booking.daily_quota=60`";
    mistake(place, "a setting is a key and a value", help)
}

fn no_path(place: Place) -> Box<Diagnostic> {
    let help = "write it as `booking.daily_quota`, or `stage.\"photo and prints\".desks` where a name has spaces";
    mistake(place, "this is not a key", help)
}

fn mistake(place: Place, message: &str, help: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(message).at(place).help(help))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use crate::scenario::reading::{Colour, Findings, KeyPath, Node, Value, read_text};

    const OFFICE: &str = "title = \"a\"\n[booking]\ndaily_quota = 60\n[[stage]]\nname = \"interview\"\ndesks = 3\n[[stage]]\nname = \"photo and prints\"\ndesks = 1\n";

    fn set(settings: &[&str]) -> (Node, Findings) {
        let (root, mut findings) = read_text("office.toml", OFFICE);
        let mut root = root.expect("sound");
        let settings: Vec<String> = settings.iter().map(|text| text.to_string()).collect();
        super::apply(&settings, &mut root, &mut findings);
        root.name_paths(KeyPath::default());
        (root, findings)
    }

    /// What one setting puts at a path of keys and names of entries.
    fn value(setting: &str, path: &[&str]) -> Value {
        let (root, findings) = set(&[setting]);
        assert_eq!(findings.render(Colour::Plain), "");
        let mut node = &root;
        for key in path {
            node = match &node.value {
                Value::List(nodes) => {
                    nodes.iter().find(|node| node.name() == Some(key)).expect(key)
                }
                Value::Table(table) => table.get(key).expect(key),
                other => panic!("{other:?}"),
            };
        }
        node.value.clone()
    }

    fn complaint(setting: &str) -> String {
        set(&[setting]).1.render(Colour::Plain)
    }

    #[test]
    fn values_are_toml_or_else_text() {
        let quota = ["booking", "daily_quota"];
        let text = |text: &str| Value::Text(text.to_string());
        assert_eq!(value("booking.daily_quota=80", &quota), Value::Integer(80));
        assert_eq!(value("booking.daily_quota = 80 ", &quota), Value::Integer(80));
        assert_eq!(value("channel=app", &["channel"]), text("app"));
        assert_eq!(value("run.length=1 year", &["run", "length"]), text("1 year"));
        assert_eq!(value("run.length=\"1 year\"", &["run", "length"]), text("1 year"));
        assert_eq!(value("sources.\"a=b\"=c=d", &["sources", "a=b"]), text("c=d"));
    }

    #[test]
    fn entries_of_lists_are_found_by_name() {
        assert_eq!(
            value("stage.interview.desks=4", &["stage", "interview", "desks"]),
            Value::Integer(4)
        );
        let prints = "stage.\"photo and prints\".desks=2";
        assert_eq!(value(prints, &["stage", "photo and prints", "desks"]), Value::Integer(2));
    }

    #[test]
    fn an_entry_that_is_not_there_gets_the_nearest_name() {
        let expected = "\
error: there is no entry \"interveiw\"
 --> --set:1:7
  |
1 | stage.interveiw.desks=4
  |       ^^^^^^^^^
  |
  = help: did you mean `interview`?

";
        assert_eq!(complaint("stage.interveiw.desks=4"), expected);
        assert!(complaint("stage.interveiw=4").contains("did you mean `interview`?"));
        assert!(
            complaint("stage.xyz.desks=4").contains("there are `interview` and `photo and prints`")
        );
        assert!(complaint("stage.interview=4").contains("set one of its keys"));
    }

    #[test]
    fn what_is_no_setting_is_refused() {
        for (setting, message) in [
            ("booking", "a setting is a key and a value"),
            ("booking.daily_quota=", "a setting is a key and a value"),
            ("=5", "this is not a key"),
            ("a b=5", "this is not a key"),
            ("a.=5", "this is not a key"),
            ("[a]=5", "this is not a key"),
            ("a\nb=5", "this is not a key"),
            ("", "a setting is a key and a value"),
            ("extends=\"b.toml\"", "`extends` cannot be set"),
            ("title.more=5", "it would stand in the text \"a\", which is no table"),
            ("title=\"a", "this is not TOML"),
            ("booking.daily_quota=99999999999999999999", "too large"),
        ] {
            let complaint = complaint(setting);
            assert!(complaint.contains(message), "{setting}: {complaint}");
        }
    }

    #[test]
    fn later_settings_win_and_mistakes_in_values_point_at_the_setting() {
        let (root, findings) = set(&["booking.daily_quota=70", "booking.daily_quota =  80"]);
        let quota = root.table().and_then(|root| root.get("booking")).and_then(Node::table);
        let quota = quota.and_then(|booking| booking.get("daily_quota")).expect("there");
        assert_eq!(quota.value, Value::Integer(80));
        assert_eq!(&findings.sources.text(quota.place.source)[quota.place.start..], "80");
        assert_eq!(quota.path.written, "booking.daily_quota");
    }

    proptest! {
        #[test]
        fn any_setting_is_survived(setting in "[a-c=\\[\\]{}\"'.,#: \n0-9é]{0,20}") {
            set(&[&setting]).1.render(Colour::Plain);
        }
    }
}
