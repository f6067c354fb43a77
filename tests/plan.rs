//! Plans: the exact answer where there is one, and whole commands.

#[path = "plan/command.rs"]
mod command;
#[path = "faults/place.rs"]
mod place;
#[path = "support/program.rs"]
mod program;
#[path = "support/weekly_office.rs"]
mod weekly_office;

use antrean::experiment::{Answer, Reach};

/// More seeds, and how often the plan is right, are in `benches/planning`.
#[test]
fn a_plan_finds_the_largest_quota_that_is_known_exactly() {
    let exact = weekly_office::exact();
    let backlog = |quota| weekly_office::mean_backlog(quota).expect("it is stable");
    assert!(backlog(exact) <= weekly_office::ALLOWED);
    let right = (1..=3).filter(|seed| {
        let planned = weekly_office::planned(*seed, 30, 2);
        assert!(planned.monotone);
        weekly_office::found(&planned) == Some(exact)
    });
    assert_eq!(right.count(), 3, "{exact}");
}

#[test]
fn a_plan_is_the_same_on_any_number_of_threads() {
    let of = |threads| {
        let planned = weekly_office::planned(3, 4, threads);
        let tried = planned.tried.iter().map(|tried| (tried.value, tried.replications));
        (planned.chosen, tried.collect::<Vec<_>>(), format!("{:?}", planned.tried))
    };
    assert_eq!(of(1), of(3));
}

#[test]
fn every_verdict_agrees_with_what_a_plan_says_each_target_needs() {
    let planned = weekly_office::planned(5, 30, 2);
    let reach = &planned.targets[0].reach;
    assert!(matches!(reach, Reach::UpTo(_)), "{reach:?}");
    for tried in &planned.tried {
        let (answer, estimate) = &tried.found[0];
        assert_eq!(*answer == Answer::Holds, reach.has(tried.value), "{tried:?}");
        assert_eq!(estimate.replications as u64, tried.replications);
    }
}
