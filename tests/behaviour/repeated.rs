//! The same office played again: on any threads, in any order, in any company.

use antrean::experiment::{ScenarioResult, Settings, compare, play};
use antrean::office::{Plan, Simulator, figures, pack, unpack};
use antrean::scenario::Scenario;
use proptest::prelude::{prop_assert, prop_assert_eq};
use proptest::proptest;

use crate::drawn::{Drawn, cases, offices};
use crate::playing::{level, played};
use crate::ready::ready;

fn plan(office: &Drawn) -> Plan {
    ready(Scenario::parse("drawn", &office.text()))
}

/// Everything that results say, as text: floating-point numbers print as what they are, bit by bit.
fn said(result: &ScenarioResult) -> String {
    let ScenarioResult { figures, series, outcomes, durations, weeks, .. } = result;
    format!("{figures:?} {series:?} {outcomes:?} {durations:?} {weeks:?}")
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn threads_change_nothing(office in offices()) {
        let office = office.but("run.replications", "7");
        let with = |threads| {
            let settings = Settings { threads, level: level() };
            let results = play(vec![plan(&office)], settings, &());
            said(&results.expect("applicants and outcomes add up")[0])
        };
        let alone = with(1);
        for threads in [1, 2, 6] {
            prop_assert_eq!(&with(threads), &alone, "{} threads", threads);
        }
    }

    /// Until precise, on any threads, is as often as it took, and no more.
    #[test]
    fn a_precise_run_is_a_run_of_that_number(office in offices(), within in 0.01..0.5_f64) {
        let goals = format!("of = ['wishes', {{ measure = 'under_way', precision = {within} }}]");
        let table = format!("{{ precision = '20 %', {goals}, at_least = 3, at_most = 24 }}");
        let office = office.but("run.replications", &table);
        let with = |threads| {
            let settings = Settings { threads, level: level() };
            let results = play(vec![plan(&office)], settings, &());
            results.expect("applicants and outcomes add up").remove(0)
        };
        let alone = with(1);
        prop_assert_eq!(said(&with(3)), said(&alone));
        let number = alone.plan.scenario.run.replications;
        let reached = alone.precision.iter().filter(|goal| goal.is_reached()).count();
        prop_assert_eq!(alone.precision.len(), 2);
        prop_assert!(reached == 2 || number == 24);
        let fixed = plan(&office.but("run.replications", &number.to_string()));
        prop_assert_eq!(said(&played(vec![fixed])[0]), said(&alone));
    }

    /// Shards of any size, from the last to the first, some in memory used before and some not, and
    /// all from the bytes that they were kept as.
    #[test]
    fn replications_may_be_played_in_any_shards_and_order(office in offices(), size in 1..4_usize) {
        let plan = plan(&office.but("run.replications", "6")).by_hour();
        let whole = said(&played(vec![plan.clone()])[0]);
        let figures = figures(&plan);
        let numbers: Vec<u64> = (0..6).collect();
        let mut done: Vec<_> = numbers.chunks(size).rev().flat_map(|shard| {
            let mut simulator = Simulator::new(&plan);
            let play = |number: &u64| (*number, simulator.replicate(*number, &figures));
            shard.iter().rev().map(play).collect::<Vec<_>>()
        }).collect();
        done.sort_by_key(|(number, _)| *number);
        let runs = done.into_iter().map(|(_, run)| run.expect("applicants add up"));
        let mut kept = Vec::new();
        pack(&runs.collect::<Vec<_>>(), &mut kept);
        let runs = unpack(&mut kept.as_slice()).expect("what was packed");
        prop_assert_eq!(said(&ScenarioResult::new(plan.clone(), figures, runs, level())), whole);
    }

    #[test]
    fn the_first_replications_do_not_depend_on_those_that_follow(office in offices()) {
        let few = office.seen();
        let more = office.but("run.replications", "5").seen();
        prop_assert_eq!(more.runs.len(), 5);
        few.is_the_beginning_of(&more, "more replications");
    }

    /// Whoever is base, for the same applicants: other minus base is minus base minus other.
    #[test]
    fn differences_turn_their_sign_with_the_sides(office in offices(), change in offices()) {
        let seed = |office: &Drawn| plan(&office.but("run.seed", "5").but("run.replications", "4"));
        let results = played(vec![seed(&office), seed(&change), seed(&office)]);
        let there = compare(&results[..2], level()).remove(0).differences;
        let back = compare(&results[1..], level()).remove(0).differences;
        let turned = |value: Option<f64>| value.map(|value| 0.0 - value);
        for there in &there {
            let back = back.iter().find(|back| back.figure.matches(&there.figure));
            let (there, back) = (&there.paired, &back.expect("the same figures").paired);
            let (forth, home) = (there.difference, back.difference);
            prop_assert_eq!(forth.mean, turned(home.mean));
            prop_assert_eq!(forth.low(), turned(home.high()));
            prop_assert_eq!(there.correlation, back.correlation);
            prop_assert_eq!(there.variance_ratio, back.variance_ratio);
        }
    }

    #[test]
    fn other_scenarios_of_a_comparison_change_nothing(office in offices(), other in offices()) {
        let together = played(vec![plan(&other), plan(&office), plan(&other)]);
        let alone = played(vec![plan(&office)]);
        prop_assert_eq!(said(&together[1]), said(&alone[0]));
        prop_assert_eq!(said(&together[0]), said(&together[2]));
    }
}

/// Memory does not grow with the days of more than a thousand replications.
#[test]
fn series_are_over_the_first_thousand_replications_and_figures_over_all() {
    let text = r#"
        channel = "app"
        [run]
        start = 2026-01-05
        length = "1 week"
        [office]
        hours = { mon-fri = "08:00-12:00" }
        [demand]
        per_day = 4
        [booking]
        daily_quota = 5
        window = "5 working days"
    "#;
    let play = |number: u32| {
        let text = text.replace("length", &format!("replications = {number}\n        length"));
        played(vec![ready(Scenario::parse("small", &text))])
    };
    let [thousand, more] = [1_000, 1_020].map(|number| play(number).remove(0));
    assert_eq!(format!("{:?}", more.series), format!("{:?}", thousand.series));
    let lengths = [&thousand, &more].map(|result| result.figures[0].observations.len());
    assert_eq!(lengths, [1_000, 1_020]);
    assert!(thousand.events < more.events);
}
