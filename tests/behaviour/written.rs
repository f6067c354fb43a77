//! Any office written in another way: other order, names, units, dates and what holds anyway.

use proptest::prelude::prop_assert;
use proptest::proptest;
use toml::{Table, Value};

use crate::drawn::{cases, offices};
use crate::seen::office_of;

/// What holds where nothing is said.
#[rustfmt::skip]
const DEFAULTS: &[(&str, &str)] = &[
    ("run.warm_up", "'0 days'"),
    ("office.at_closing", "'serve everyone inside'"),
    ("calendar.holidays", "'none'"),
    ("calendar.open", "[]"),
    ("period", "[]"),
    ("cut_over", "[]"),
    ("payment", "{ delay = '0 min', never = 0 }"),
    ("broker", "[]"),
    ("safeguards", "{ per_account = 'unlimited', one_per_identity = false, face_match = 0 }"),
    ("outreach", "[]"),
    ("booking.short_weeks", "{}"),
    ("booking.overbooking", "0"),
    ("demand.counts", "'poisson'"),
    ("demand.weekday_factors", "[1, 1, 1, 1, 1, 1, 1]"),
    ("demand.month_factors", "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"),
    ("demand.hour_weights", "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"),
    ("origin.North.phone", "1"),
    ("origin.North.helped", "1"),
    ("origin.South.to_office.cancelled", "0"),
    ("origin.South.to_kiosk.cancelled", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"),
    ("origin.South.to_office.by", "'land'"),
    ("app.help_delay", "'1 day'"),
    ("app.reaction", "'0 min'"),
    ("app.outage", "{ starts = 0, ends = 1 }"),
    ("app.walk_ins_when_down", "0"),
    ("kiosk.Harbour.out_of_order", "0"),
    ("kiosk.Harbour.closed", "[]"),
    ("stage.interview.closed", "[]"),
    ("walk_in.daily_cap", "'unlimited'"),
    ("persistence.patience", "'36525 days'"),
    ("booking.release", "'rolling'"),
    ("booking.earliest", "'next day'"),
    ("booking.slot", "'60 min'"),
    ("booking.preference", "{ weekday = 0, time = 0 }"),
    ("booking.families", "'same day'"),
    ("booking.no_show", "0"),
    ("booking.books_again", "0"),
    ("booking.cancelling", "{ share = 0, notice = '0 min' }"),
    ("booking.reschedule", "{ at_most = 0, share = 1, notice = '0 min' }"),
    ("booking.target", "'5 working days'"),
    ("visit.punctuality", "'0 min'"),
    ("visit.comes_back", "0"),
    ("stage.check.sent_home", "0"),
    ("stage.interview.refused", "0"),
    ("stage.check.waiting_room", "'unlimited'"),
    ("stage.interview.joins", "[1]"),
    ("stage.interview.at_once", "1"),
    ("stage.interview.sent_back", "0"),
    ("kiosk.Harbour.waiting_room", "'unlimited'"),
    ("lane", "[{ name = 'everybody', share = 1 }]"),
    ("visit.long_wait", "'30 min'"),
    ("production.runs", "'daily'"),
    ("production.outage", "{ starts = 0, ends = 1 }"),
    ("production.overtime", "{ by = 0 }"),
];

/// What concerns nobody while something else is not said.
const IDLE: &[(&str, &str, &str)] = &[
    ("booking.no_show", "booking.books_again", "0.9"),
    ("stage.check.sent_home", "visit.comes_back", "0.9"),
    ("origin.North.phone", "origin.North.helped", "0.1"),
    ("origin.North.phone", "app.help_delay", "'9 days'"),
];

const NAMES: [(&str, &str); 5] = [
    ("\"North\"", "\"West\""),
    ("\"Harbour\"", "\"Zoo\""),
    ("\"interview\"", "\"a talk\""),
    ("\"check\"", "\"zero\""),
    ("An island office", "Another name"),
];

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn what_holds_anyway_may_be_said(office in offices()) {
        let unsaid = DEFAULTS.iter().filter(|(key, _)| !office.says(key));
        let full = unsaid.fold(office.clone(), |office, (key, value)| office.but(key, value));
        full.seen().is_the_same_as(&office.seen(), "defaults are said");
    }

    #[test]
    fn what_concerns_nobody_changes_nothing(office in offices()) {
        let idle = IDLE.iter().filter(|(cause, key, _)| !office.says(cause) && !office.says(key));
        let idle = idle.fold(office.clone(), |office, (_, key, value)| office.but(key, value));
        let island = "{ travel = '9 h', fare = 9 }";
        let (idle, office) = (idle.but("cut_over", "[]"), office.but("cut_over", "[]"));
        let idle = idle.but("origin.North.to_office.fare", "1");
        let idle = idle.but("origin.South.to_office", island);
        let walks = idle.but("channel", "'app'").but("kiosk.Market.machines", "7");
        let there = office.but("origin.North.to_office.fare", "1");
        let there = there.but("origin.South.to_office", island).but("channel", "'app'");
        walks.seen().is_the_same_as(&there.seen(), "it concerns nobody");
    }

    #[test]
    fn the_order_of_tables_and_keys_changes_nothing(office in offices()) {
        let table = office.table();
        let backwards = turned_round(&table);
        prop_assert!(backwards.find("[run]") < backwards.find("[booking]"));
        office_of(&backwards).is_the_same_as(&office.seen(), "backwards");
    }

    #[test]
    fn other_names_change_names_only(office in offices()) {
        let new = |text: String, (old, new): &(&str, &str)| text.replace(old, new);
        let renamed = office_of(&NAMES.iter().fold(office.text(), new));
        let seen = office.seen();
        prop_assert!(renamed.names() != seen.names());
        renamed.is_the_same_as(&seen, "other names");
    }

    #[test]
    fn any_unit_of_time_will_do(office in offices()) {
        let mut table = office.table();
        let changed = in_smaller_units(&mut table);
        prop_assert!(5 < changed, "{} spans", changed);
        office_of(&table.to_string()).is_the_same_as(&office.seen(), "in smaller units");
    }

    /// Without holidays and seasons only the weekday counts; leap day is a day as others.
    #[test]
    fn some_weeks_later_all_is_the_same(office in offices(), weeks in 1..600_i64) {
        let there = office.later(0).seen();
        office.later(7 * weeks).seen().is_the_same_as(&there, "later");
    }

    #[test]
    fn a_channel_that_nobody_uses_might_as_well_not_be_named(office in offices()) {
        for channel in ["app", "kiosk", "walk-in"] {
            let others = ["app", "kiosk", "walk-in"].into_iter().filter(|other| *other != channel);
            let shares: Vec<String> = others.map(|other| format!("{other} = 0")).collect();
            let shares = format!("{{ {channel} = 1, {} }}", shares.join(", "));
            let word = office.but("channel", &format!("'{channel}'"));
            office.but("channel", &shares).seen().is_the_same_as(&word.seen(), channel);
        }
    }

    /// A door with room for everybody, last in the row, for streams go by the place of a stage.
    /// Where dates are closed or have hours of their own, who is served late would wait at it.
    /// Of those served together another might be the first at the next desk.
    #[test]
    fn a_stage_without_delay_might_as_well_not_be_there(office in offices()) {
        let others = ["period", "stage.interview.at_once"];
        if !office.closes() && !others.iter().any(|key| office.says(key)) {
            let door = "[[stage]]\nname = 'door'\ndesks = 'unlimited'\nservice = '0 min'";
            let text = format!("{}\n{door}\nhours = 'always'\n", office.text());
            office_of(&text).tells_the_same_as(&office.seen(), "a door");
        }
    }
}

/// The shared part of the two at Karimun can be played by itself.
#[test]
fn shipped_scenarios_may_be_written_otherwise() {
    let texts = [
        include_str!("../../scenarios/minimal.toml"),
        include_str!("../../scenarios/karimun.toml"),
    ];
    for text in texts {
        let mut table: Table = text.parse().expect("it is TOML");
        let run = table["run"].as_table_mut().expect("a section");
        run.insert("replications".to_string(), Value::Integer(1));
        let seen = office_of(&table.to_string());
        office_of(&turned_round(&table)).is_the_same_as(&seen, "backwards");
        assert!(2 < in_smaller_units(&mut table), "spans");
        office_of(&table.to_string()).is_the_same_as(&seen, "in smaller units");
    }
}

/// The same scenario with all keys and sections in reverse; entries of one list keep their order,
/// for theirs has a meaning.
fn turned_round(table: &Table) -> String {
    let is_section = |value: &Value| match value {
        Value::Table(_) => true,
        Value::Array(entries) => entries.iter().any(Value::is_table),
        _ => false,
    };
    let (sections, keys): (Vec<_>, Vec<_>) =
        table.iter().rev().partition(|(_, value)| is_section(value));
    let alone = |(key, value): (&String, &Value)| match value {
        Value::Table(inner) => {
            let lines = inner.iter().rev().map(|(key, value)| format!("{key:?} = {value}\n"));
            format!("[{key}]\n{}", lines.collect::<String>())
        }
        _ => Table::from_iter([(key.clone(), value.clone())]).to_string(),
    };
    keys.into_iter().chain(sections).map(alone).collect::<Vec<String>>().join("\n")
}

/// Writes every span of a table in a smaller unit, but for the length of the run, which is in days;
/// tells how many there were.
fn in_smaller_units(table: &mut Table) -> u32 {
    let spans = table.iter_mut().filter(|(key, _)| *key != "length");
    spans.map(|(_, value)| value_in_smaller_units(value)).sum()
}

fn value_in_smaller_units(value: &mut Value) -> u32 {
    match value {
        Value::Table(inner) => in_smaller_units(inner),
        Value::Array(entries) => entries.iter_mut().map(value_in_smaller_units).sum(),
        Value::String(text) => {
            let Some(other) = span_in_smaller_unit(text) else { return 0 };
            *text = other;
            1
        }
        _ => 0,
    }
}

fn span_in_smaller_unit(text: &str) -> Option<String> {
    let (number, unit) = text.split_once(' ')?;
    let number: f64 = number.parse().ok()?;
    match unit {
        "min" => Some(format!("{} s", number * 60.0)),
        "h" => Some(format!("{} ms", number * 3_600_000.0)),
        "days" => Some(format!("{} min", number * 1_440.0)),
        "weeks" => Some(format!("{} h", number * 168.0)),
        _ => None,
    }
}
