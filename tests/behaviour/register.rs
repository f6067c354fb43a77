//! Which test holds which property of `reference/properties.json`.

use std::fs;
use std::path::Path;

/// What becomes of a property.
enum Held {
    /// By these tests.
    By(&'static [&'static str]),
    /// Not yet, or never, and why.
    Not(&'static str),
}

use Held::{By, Not};

const REGISTER: [(&str, Held); 49] = [
    ("M01", By(&["threads_change_nothing", "threads_leave_no_trace"])),
    ("M02", By(&["threads_change_nothing", "threads_leave_no_trace"])),
    ("M03", By(&["replications_may_be_played_in_any_shards_and_order"])),
    (
        "M04",
        By(&[
            "the_first_replications_do_not_depend_on_those_that_follow",
            "a_replication_does_not_depend_on_how_many_there_are",
        ]),
    ),
    ("M05", Not("a run that is killed writes nothing and starts anew")),
    ("M06", By(&["other_scenarios_of_a_comparison_change_nothing"])),
    ("M07", By(&["what_concerns_nobody_changes_nothing", "what_holds_anyway_may_be_said"])),
    (
        "M08",
        By(&[
            "the_order_of_tables_and_keys_changes_nothing",
            "shipped_scenarios_may_be_written_otherwise",
        ]),
    ),
    ("M09", By(&["other_names_change_names_only"])),
    ("M10", By(&["surroundings_leave_no_trace"])),
    ("M11", By(&["the_gallery_is_what_this_build_gives"])),
    ("M12", By(&["any_unit_of_time_will_do", "shipped_scenarios_may_be_written_otherwise"])),
    ("M13", By(&["some_weeks_later_all_is_the_same", "a_week_later_all_is_the_same"])),
    (
        "M14",
        By(&["no_office_loses_anybody_or_passes_a_limit", "shipped_scenarios_keep_to_the_limits"]),
    ),
    (
        "M15",
        By(&["no_office_loses_anybody_or_passes_a_limit", "shipped_scenarios_keep_to_the_limits"]),
    ),
    ("M16", By(&["no_office_loses_anybody_or_passes_a_limit"])),
    ("M17", By(&["waits_add_up_to_the_line_over_time"])),
    (
        "M18",
        By(&["no_office_loses_anybody_or_passes_a_limit", "shipped_scenarios_keep_to_the_limits"]),
    ),
    (
        "M19",
        By(&["no_office_loses_anybody_or_passes_a_limit", "shipped_scenarios_keep_to_the_limits"]),
    ),
    ("M20", By(&["no_desk_is_idle_while_somebody_waits"])),
    ("M21", By(&["no_office_loses_anybody_or_passes_a_limit"])),
    (
        "M22",
        By(&[
            "who_comes_finds_the_desk_busy_as_often_as_it_is",
            "who_comes_by_appointment_does_not",
        ]),
    ),
    ("M23", By(&["no_quota_lengthens_a_lead", "a_higher_quota_lengthens_no_lead"])),
    ("M24", By(&["no_desk_and_no_shorter_service_lengthens_a_wait"])),
    ("M25", By(&["no_desk_and_no_shorter_service_lengthens_a_wait"])),
    ("M26", By(&["nobody_waits_less_when_others_come", "more_demand_shortens_no_lead"])),
    ("M27", By(&["nobody_starts_later_where_a_stage_opens_longer"])),
    ("M28", By(&["more_capacity_and_fewer_holidays_make_no_passport_later"])),
    ("M29", By(&["more_capacity_and_fewer_holidays_make_no_passport_later"])),
    ("M30", By(&["an_outage_shortens_no_wait_at_its_stage"])),
    ("M31", By(&["desks_upstream_make_no_departure_later"])),
    (
        "M32",
        By(&[
            "what_holds_anyway_may_be_said",
            "outages_of_production_that_harm_nobody_change_nothing",
        ]),
    ),
    (
        "M33",
        By(&["an_idle_rule_changes_nothing", "persistence_concerns_nobody_while_there_is_room"]),
    ),
    ("M34", By(&["no_patience_is_no_waiting_room", "impatience_is_one_try"])),
    ("M35", By(&["a_channel_that_nobody_uses_might_as_well_not_be_named"])),
    (
        "M36",
        By(&[
            "differences_turn_their_sign_with_the_sides",
            "a_scenario_differs_from_itself_by_nothing_and_from_another_both_ways",
        ]),
    ),
    ("M37", By(&["a_stage_without_delay_might_as_well_not_be_there"])),
    ("M38", By(&["every_shipped_case_has_figures_and_all_hold"])),
    ("M39", By(&["twice_as_long_takes_twice_as_long"])),
    ("M40", By(&["ten_times_as_many_people_and_desks_wait_less"])),
    ("M41", Not("lines are served first come, first served")),
    ("M42", By(&["one_origin_or_two_halves_of_it_wait_alike"])),
    (
        "M43",
        By(&[
            "every_figure_of_any_office_is_a_number",
            "odd_scenarios_are_played_and_no_figure_is_no_number",
        ]),
    ),
    ("M44", By(&["four_times_the_replications_halve_the_intervals"])),
    ("M45", By(&["two_seeds_agree"])),
    ("M46", By(&["the_same_applicants_make_differences_surer"])),
    ("M47", Not("nothing looks for an optimum")),
    ("M48", Not("nothing looks for an optimum")),
    ("M49", Not("there is no analysis of sensitivity")),
];

fn ids() -> Vec<String> {
    let list: serde_json::Value =
        serde_json::from_str(include_str!("../reference/properties.json")).expect("valid JSON");
    let list = list.as_array().expect("a list of properties");
    list.iter().map(|property| property["id"].as_str().expect("an id").to_string()).collect()
}

/// The texts of all tests.
fn tests(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    let text = |path: &Path| match path.extension() {
        Some(end) if end == "rs" => fs::read_to_string(path).expect("it is text"),
        _ => String::new(),
    };
    let of = |path: &Path| if path.is_dir() { tests(path) } else { text(path) };
    entries.map(|entry| of(&entry.path())).collect()
}

#[test]
fn every_property_has_its_test_or_its_reason() {
    assert_eq!(REGISTER.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ids());
    let tests = tests(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"));
    for (id, held) in &REGISTER {
        match held {
            By(names) => {
                let missing = names.iter().find(|name| !tests.contains(&format!("fn {name}(")));
                assert!(!names.is_empty() && missing.is_none(), "{id}: no test {missing:?}");
            }
            Not(reason) => assert!(reason.contains(' '), "{id}: say why"),
        }
    }
}
