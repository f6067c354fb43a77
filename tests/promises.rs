//! Procedures with a promise keep it, and cost what a correct one costs: a thousand contests each.

#[path = "../benches/selection/contest.rs"]
mod contest;
#[path = "../benches/selection/stopping.rs"]
mod stopping;

use contest::{CONTESTS_OF_KIM_NELSON, against_a_standard, is_right, known};

#[test]
fn the_best_is_selected_with_and_without_shared_luck() {
    for contest in CONTESTS_OF_KIM_NELSON {
        let (outcome, known) = (contest.kim_nelson(), known("KN", contest));
        assert!(known.is_some() && is_right(outcome, known), "{contest:?}: {outcome:?}");
    }
}

#[test]
fn shared_luck_saves_more_than_half() {
    for pair in CONTESTS_OF_KIM_NELSON.chunks_exact(2) {
        let [own, shared] = [pair[0], pair[1]].map(|of| of.kim_nelson().replications);
        assert!(2.0 * shared < own, "{pair:?}: {shared} against {own}");
    }
}

#[test]
fn the_best_is_selected_in_two_stages() {
    for contest in CONTESTS_OF_KIM_NELSON.iter().filter(|contest| contest.correlation == 0.0) {
        let (outcome, known) = (contest.rinott(), known("Rinott", *contest));
        assert!(known.is_some() && is_right(outcome, known), "{contest:?}: {outcome:?}");
    }
}

#[test]
fn a_mean_is_on_the_side_that_is_told() {
    let outcomes = [1.0, -1.0, 2.0].map(against_a_standard);
    assert!(outcomes.iter().all(|outcome| is_right(*outcome, None)), "{outcomes:?}");
    assert!(outcomes[2].replications < outcomes[0].replications, "far away is easier");
}

/// A little less often than their level says: stopping prefers the samples that look precise.
#[test]
fn intervals_after_stopping_hold_the_truth_as_often_as_they_can() {
    let (truth, cases) = stopping::known();
    assert_eq!(cases.len(), 5);
    for case in cases.into_iter().filter(|case| 0.1 < case.precision) {
        let played = case.played(truth);
        assert!(case.is_right(played), "{case:?}: {played:?}");
    }
}
