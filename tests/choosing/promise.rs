//! Selections among real scenarios are right as often as they promise, on any number of threads.

use antrean::experiment::{Procedure, Selected, Selecting, Settings, Standing, select};
use antrean::office::{Plan, named_figure};
use antrean::scenario::Scenario;
use antrean::statistics::Level;
use antrean::statistics::ranking::{Aim, Selection};

use crate::place::SOUND;
use crate::ready::ready;

/// The small office with so many people a day at the door and so many desks.
fn office(name: &str, (desks, seed): (u32, u64)) -> Plan {
    let text = SOUND.replace("desks = 1", &format!("desks = {desks}"));
    let text = text.replace("per_day = 12", "per_day = 40").replace("quota = 25", "quota = 80");
    let text = text.replace("replications = 2", &format!("replications = 2\nseed = {seed}"));
    ready(Scenario::parse(&format!("{name}.toml"), &text))
}

fn selected(plans: Vec<Plan>, indifference: f64, (most, threads): (usize, usize)) -> Selected {
    let figure = |plan| named_figure(plan, "waiting", None).expect("there is a wait");
    let figures = plans.iter().map(figure).collect();
    let selection =
        Selection { aim: Aim::Smallest, level: Level::NINETY_FIVE, indifference, first_stage: 10 };
    let settings = Settings { threads, level: Level::NINETY_FIVE };
    let selecting = Selecting { selection, most };
    select(plans, figures, selecting, (settings, &())).expect("applicants add up")
}

/// The least favourable case: all others are alike, and behind the best by little more than the
/// indifference amount, which the first selection tells.
#[test]
fn the_best_is_found_as_often_as_promised() {
    let plans = |seed| {
        let desks = [("b", 2), ("c", 2), ("best", 3), ("d", 2)];
        desks.map(|(name, desks)| office(name, (desks, seed))).to_vec()
    };
    let first = selected(plans(1), 0.5, (1_000, 2));
    let behind = first.candidates[0].behind.as_ref().and_then(|behind| behind.mean);
    let behind = behind.expect("two desks are slower");
    assert!(0.0 < behind, "{behind}");
    let right = (1..=40).filter(|seed| {
        let found = selected(plans(*seed), 0.8 * behind, (1_000, 2));
        assert!(found.is_decided);
        found.leader == Some(2) && found.candidates[2].standing == Standing::Selected
    });
    // 95 % of 40, less twice what chance may take away.
    assert!(35 <= right.count());
}

#[test]
fn a_selection_is_the_same_on_any_number_of_threads() {
    let of = |threads| {
        let desks = [("a", 2), ("b", 3), ("c", 4), ("d", 5)];
        let plans = desks.map(|(name, desks)| office(name, (desks, 7))).to_vec();
        let found = selected(plans, 0.05, (200, threads));
        format!("{:?} {:?}", found.leader, found.candidates)
    };
    assert_eq!(of(1), of(3));
}

#[test]
fn scenarios_that_are_the_same_are_level() {
    let plans = ["a", "b"].map(|name| office(name, (2, 3))).to_vec();
    let found = selected(plans, 1.0, (100, 2));
    let standings: Vec<Standing> = found.candidates.iter().map(|of| of.standing).collect();
    assert_eq!(standings, [Standing::Selected, Standing::Level]);
    assert!(found.may_be_as_good(1) && !found.may_be_as_good(0));
}

/// A scenario that is dropped early is played no further, and what it showed does not depend on who
/// else is there.
#[test]
fn only_survivors_are_played_on() {
    let of = |offices: &[(&str, u32)], most| {
        let plans = offices.iter().map(|(name, desks)| office(name, (*desks, 2))).collect();
        selected(plans, 0.002, (most, 2))
    };
    let found = of(&[("slow", 1), ("fast", 4), ("faster", 5)], 150);
    let replications: Vec<usize> = found.candidates.iter().map(|of| of.replications).collect();
    assert!(replications[1] < replications[2], "{replications:?}");
    assert_eq!(found.candidates[1].standing, Standing::ScreenedOut { by: 2 });
    let others = of(&[("slow", 1), ("fast", 4)], replications[1]);
    assert_eq!(others.candidates[1].estimate.mean, found.candidates[1].estimate.mean);
}

#[test]
fn replications_that_run_out_decide_nothing() {
    let plans = [("a", 4), ("b", 5)].map(|(name, desks)| office(name, (desks, 1))).to_vec();
    let found = selected(plans, 1e-9, (12, 2));
    assert!(!found.is_decided);
    assert!(found.candidates.iter().all(|of| of.standing == Standing::NotDecided));
    assert!(found.candidates.iter().all(|of| of.replications == 12));
}

/// More scenarios than are held each against each.
#[test]
fn many_scenarios_are_screened_in_two_stages() {
    let desks = (0..22).map(|number| (format!("o{number}"), if number == 5 { 3 } else { 1 }));
    let plans = desks.map(|(name, desks)| office(&name, (desks, 4))).collect();
    let found = selected(plans, 1.0, (300, 2));
    assert_eq!(found.procedure, Procedure::TwoStage);
    assert_eq!((found.leader, found.is_decided), (Some(5), true));
    assert_eq!(found.candidates[0].standing, Standing::ScreenedOut { by: 5 });
}
