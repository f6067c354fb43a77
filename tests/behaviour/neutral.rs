//! What must change nothing, not one random number.

use antrean::experiment::{Comparison, compare};
use antrean::office::{Daily, Outcome};

use crate::playing::{level, played};
use crate::seen::{OFFICE, office, office_of, plan};

/// Settings that say what holds anyway, or what concerns nobody.
const IDLE: [&str; 40] = [
    "booking.no_show=0",
    "booking.no_show={ from = 0, to = 0, scale = \"5 days\" }",
    "booking.books_again=0.9",
    "booking.prepayment={ within = \"2 h\", asks_again = 0.5 }",
    "booking.cancelling={ share = 0, notice = \"1 day\" }",
    "booking.reschedule={ at_most = 1, share = 1, notice = \"1 day\" }",
    "booking.release=rolling",
    "booking.earliest=\"next day\"",
    "booking.families=\"same day\"",
    "booking.preference={ weekday = 0, time = 0 }",
    "stage.check.sent_home=0",
    "stage.interview.refused=0",
    "visit.comes_back=0.9",
    "visit.punctuality=\"0 min\"",
    "kiosk.Harbour.out_of_order=0",
    "walk_in.daily_cap=unlimited",
    "app.help_delay={ exponential = { mean = \"3 days\" } }",
    "demand.counts=poisson",
    "demand.month_factors=[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
    "office.at_closing=\"serve everyone inside\"",
    "calendar.closed=[2026-01-10]",
    "production.promise=\"3 working days\"",
    "booking.short_weeks={}",
    "start.booked={}",
    "start.backlog={}",
    "start={ booked = { 2026-01-05 = 0 }, backlog = { 2025-12-31 = 0 } }",
    "booking.short_weeks={ 1-4 = 3 }",
    "period=[]",
    "cut_over=[]",
    "payment={}",
    "payment={ delay = \"0 min\", never = 0, within = \"7 days\" }",
    "broker=[]",
    "safeguards={ per_account = 3, one_per_identity = true, face_match = 0.5 }",
    "outreach=[]",
    "outreach=[{ name = \"none\", dates = 2026-01-10, files = 0, origin = \"North\", takes = { interview = 0 } }]",
    "outreach=[{ name = \"later\", dates = 2036-01-10, files = 9, origin = \"North\", takes = { interview = 2 } }]",
    "period=[{ name = \"as ever\", dates = \"2026-01-01 to 2026-03-01\", output = 1, daily_quota = 16 }]",
    "period=[{ name = \"same hours\", dates = 2026-01-09, hours = { mon-fri = \"08:00-12:00, 13:00-16:00\" } }]",
    "period=[{ name = \"closed anyway\", dates = 2026-01-10, daily_quota = 1, output = 0 }]",
    "period=[{ name = \"other\", dates = 2026-01-09, daily_quota = 1 }, { name = \"again\", dates = 2026-01-09, daily_quota = 16 }]",
];

#[test]
fn an_unused_section_changes_nothing() {
    let base = office(&[]);
    for idle in IDLE {
        office(&[idle]).is_the_same_as(&base, idle);
    }
}

/// The counterpart: each of these concerns somebody, or the test above would be idle itself.
#[test]
fn a_used_section_changes_something() {
    let base = office(&[]);
    let busy = [
        "booking.no_show=0.1",
        "booking.release={ weekly = \"fri 14:00\" }",
        "booking.release={ monthly = \"12 14:00\" }",
        "booking.window=\"1 month\"",
        "booking.prepayment={ within = \"2 h\", unpaid = 0.1 }",
        "booking.cancelling={ share = 0.1, notice = \"1 day\" }",
        "booking.earliest=\"same day\"",
        "stage.check.sent_home=0.1",
        "kiosk.Harbour.out_of_order=0.5",
        "walk_in.daily_cap=2",
        "calendar.closed=[2026-01-09]",
        "booking.short_weeks={ 5 = 9 }",
        "period=[{ name = \"few\", dates = 2026-01-09, daily_quota = 3 }]",
        "period=[{ name = \"half\", dates = \"2026-01-09 to 2026-01-20\", output = 0.5 }]",
        "period=[{ name = \"extra\", dates = 2026-01-10, hours = { sat = \"08:00-12:00\" } }]",
        "cut_over=[{ name = \"app\", date = 2026-01-15, channel = \"app\" }]",
        "outreach=[{ name = \"out\", dates = 2026-01-10, files = 9, origin = \"North\" }]",
        "broker=[{ name = \"calo\", accounts = 1, places = 2 }]",
        "payment.never=0.1",
        "payment.delay=\"2 days\"",
        "run.seed=8",
    ];
    for setting in busy {
        assert!(office(&[setting]).differs_from(&base), "{setting}");
    }
}

#[test]
fn persistence_concerns_nobody_while_there_is_room() {
    let room = "booking.daily_quota=500";
    let base = office(&[room]);
    assert_eq!(base.ended(Outcome::TurnedAway) + base.ended(Outcome::GaveUp), 0);
    let persistence = [
        "persistence.try_again=0",
        "persistence.at_most_tries=1",
        "persistence.at_most_tries=unlimited",
        "persistence.patience=\"1 h\"",
        "app.reaction=\"2 h\"",
    ];
    for setting in persistence {
        office(&[room, setting]).is_the_same_as(&base, setting);
    }
}

/// Who would never try again tries once, whatever it is that makes an end of it.
#[test]
fn impatience_is_one_try() {
    let full = ["booking.daily_quota=5", "persistence.try_again=1", "channel=app"];
    let with = |settings: &[&str]| office(&[&full[..], settings].concat());
    let impatient =
        with(&["persistence.patience=\"0 min\"", "persistence.at_most_tries=unlimited"]);
    let once = with(&["persistence.at_most_tries=1"]);
    assert!(0 < once.ended(Outcome::TurnedAway));
    assert_eq!(impatient.ended(Outcome::GaveUp), once.ended(Outcome::TurnedAway));
    for column in [Daily::Booked, Daily::RefusedByBook, Daily::LeadWorkingDays, Daily::Completed] {
        assert_eq!(impatient.column(column), once.column(column));
    }
    with(&["persistence.try_again=0", "persistence.at_most_tries=unlimited"])
        .is_the_same_as(&impatient, "gave up at once");
}

/// Sections in reverse; entries of one list keep their order, for theirs has a meaning.
fn turned_round(text: &str) -> String {
    let mut blocks: Vec<&str> = text.split("\n\n").map(str::trim).collect();
    let (head, sections) = blocks.split_at_mut(1);
    sections.reverse();
    let stable = |block: &&mut &str| block.starts_with("[[");
    let mut lists: Vec<&str> = sections.iter_mut().filter(stable).map(std::mem::take).collect();
    lists.reverse();
    lists.sort_by_key(|block| block.lines().next());
    [&*head, &*sections, &lists].concat().join("\n\n")
}

#[test]
fn the_order_of_tables_changes_nothing() {
    let text = turned_round(OFFICE);
    assert!(text.find("[run]") > text.find("[production]"), "the order is another");
    assert!(text.find("check") < text.find("interview"));
    office_of(&text).is_the_same_as(&office(&[]), "sections in reverse");
}

#[test]
fn new_names_change_names_only() {
    let names =
        [("North", "West"), ("Harbour", "Zoo"), ("interview", "a talk"), ("island", "isle")];
    let text = names.iter().fold(OFFICE.to_string(), |text, (old, new)| text.replace(old, new));
    let (base, renamed) = (office(&[]), office_of(&text));
    assert_ne!(base.names(), renamed.names());
    renamed.is_the_same_as(&base, "other names");
}

#[test]
fn a_length_of_time_may_be_written_in_any_unit() {
    let base = office(&[]);
    for mean in ["30 min", "1800 s", "1800000 ms", "0.5 hours"] {
        let service =
            format!("stage.interview.service={{ exponential = {{ mean = \"{mean}\" }} }}");
        office(&[&service]).is_the_same_as(&base, mean);
    }
    for follow_up in ["2 weeks", "336 h"] {
        let follow_up = format!("run.follow_up=\"{follow_up}\"");
        office(&[&follow_up]).is_the_same_as(&base, &follow_up);
    }
}

/// Without holidays and seasons only the weekday counts.
#[test]
fn a_week_later_all_is_the_same() {
    let base = office(&[]);
    office(&["run.start=2026-01-12"]).is_the_same_as(&base, "a week later");
    office(&["run.start=2031-01-06"]).is_the_same_as(&base, "five years later");
    assert!(office(&["run.start=2026-01-06"]).differs_from(&base), "a day later");
}

#[test]
fn a_channel_alone_is_a_share_of_one() {
    for channel in ["app", "kiosk", "walk-in"] {
        let word = office(&[&format!("channel={channel}")]);
        let share = office(&[&format!("channel={{ {channel} = 1.0 }}")]);
        share.is_the_same_as(&word, channel);
    }
}

/// One desk for everybody, always open, and no time at it: nobody notices the stage.
#[test]
fn a_stage_without_a_desk_to_wait_for_might_as_well_not_be_there() {
    let door = "\n[[stage]]\nname = \"door\"\ndesks = \"unlimited\"\nservice = \"0 min\"\n";
    let base = office(&[]);
    office_of(&format!("{OFFICE}{door}hours = \"always\"\n")).tells_the_same_as(&base, "a door");
}

fn comparisons(settings: [&[&str]; 3]) -> Vec<Comparison> {
    compare(&played(settings.map(plan).into()), level())
}

#[test]
fn a_scenario_differs_from_itself_by_nothing_and_from_another_both_ways() {
    let (base, other): (&[&str], &[&str]) = (&[], &["booking.daily_quota=20"]);
    let there = comparisons([base, other, base]);
    let back = comparisons([other, base, other]);
    let pairs = there[0].differences.iter().zip(&back[0].differences);
    for (there, back) in pairs.clone() {
        let (there, back) = (there.paired.difference, back.paired.difference);
        assert_eq!(there.mean, back.mean.map(|mean| 0.0 - mean));
        assert_eq!(there.low(), back.high().map(|high| 0.0 - high));
    }
    let moved = |difference: Option<f64>| difference.is_some_and(|mean| mean != 0.0);
    assert!(20 < pairs.filter(|(there, _)| moved(there.paired.difference.mean)).count());
    for itself in &there[1].differences {
        let difference = itself.paired.difference;
        let parts = [difference.mean, difference.low(), difference.high()];
        assert!(!parts.into_iter().any(moved), "{:?}", itself.figure);
    }
}
