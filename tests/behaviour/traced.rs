//! What a journal tells of a replication: everybody's whole story, as the ledger counts it, and
//! nothing that happens otherwise for being told.

use std::collections::BTreeMap;

use antrean::office::{AtStation, Figure, Happening, Item, Outcome, Plan, Replication};
use antrean::office::{Simulator, Step, figures};
use antrean::scenario::Scenario;
use antrean::time::{Instant, Span};
use proptest::prelude::{prop_assert, prop_assert_eq};
use proptest::proptest;
use proptest::test_runner::TestCaseError;

use crate::drawn::{Drawn, cases, offices};
use crate::ready::ready;

/// An item of the ledger, and the steps that it counts.
type Counted = (Item, fn(Step) -> bool);

const COUNTED: [Counted; 9] = [
    (Item::Wishes, |step| step == Step::Wish),
    (Item::Requests, |step| step == Step::Asks),
    (Item::RefusedByBook, |step| step == Step::FindsBookFull),
    (Item::Booked, |step| matches!(step, Step::Books { .. })),
    (Item::MissedAppointments, |step| matches!(step, Step::MissesAppointment | Step::FindsNoBoat)),
    (Item::Lapsed, |step| step == Step::LosesPlace),
    (Item::Cancelled, |step| step == Step::Cancels),
    (Item::Rescheduled, |step| step == Step::Reschedules),
    (Item::Passports, |step| matches!(step, Step::Ready { .. })),
];

/// The steps that are trips.
const TRIPS: [Step; 4] =
    [Step::ArrivesAtKiosk, Step::ArrivesAtOffice, Step::FindsCapReached, Step::Collects];

fn plan(office: &Drawn) -> Plan {
    ready(Scenario::parse("drawn", &office.text()))
}

fn told(plan: &Plan, figures: &[Figure]) -> (Replication, Vec<Happening>) {
    let told = Simulator::new(plan).record(0, figures, plan.measured_time.clone());
    told.expect("applicants and outcomes add up")
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn being_told_changes_nothing(office in offices()) {
        let plan = plan(&office);
        let figures = figures(&plan);
        let (run, _) = told(&plan, &figures);
        let alone = Simulator::new(&plan).replicate(0, &figures).expect("applicants add up");
        prop_assert_eq!(&run.observations, &alone.observations);
        prop_assert_eq!(run.days, alone.days);
        prop_assert_eq!(run.events, alone.events);
    }

    #[test]
    fn the_journal_agrees_with_the_ledger(office in offices()) {
        let (run, happenings) = told(&plan(&office), &[]);
        let count = |is: &dyn Fn(Step) -> bool| -> i64 {
            let of = happenings.iter().filter(|happening| is(happening.step));
            of.map(|happening| i64::from(happening.people)).sum()
        };
        let counted = |item: Item| run.channels.iter().map(|tally| tally[item]).sum::<i64>();
        for (item, is) in COUNTED {
            prop_assert_eq!(count(&is), counted(item), "{:?}", item);
        }
        // Help that is found after the end of the run is not told.
        prop_assert!(count(&|step| step == Step::FindsHelp) <= counted(Item::HelpFound));
        prop_assert_eq!(count(&|step| TRIPS.contains(&step)), counted(Item::Trips));
        for outcome in Outcome::ALL {
            let ended: i64 = run.channels.iter().map(|tally| tally[outcome]).sum();
            prop_assert_eq!(count(&|step| step == Step::Ends(outcome)), ended, "{:?}", outcome);
        }
    }

    #[test]
    fn every_story_is_whole_and_in_order(office in offices()) {
        let plan = plan(&office);
        let (_, happenings) = told(&plan, &[]);
        prop_assert!(happenings.is_sorted_by_key(|happening| happening.at));
        let mut stories: BTreeMap<u64, Vec<&Happening>> = BTreeMap::new();
        for happening in &happenings {
            for identity in happening.identities() {
                stories.entry(identity).or_default().push(happening);
            }
        }
        for story in stories.values() {
            is_whole(story, plan.end.start())?;
        }
    }

    /// Who is told of does not change what is told of them.
    #[test]
    fn a_part_of_the_time_tells_a_part_of_the_stories(office in offices(), from in 0..20_i64) {
        let plan = plan(&office);
        let start = plan.measured_time.start + Span::from_days(from);
        let wishes = start..start + Span::from_days(5);
        let part = Simulator::new(&plan).record(0, &[], wishes.clone());
        let (_, part) = part.expect("applicants and outcomes add up");
        let (_, mut whole) = told(&plan, &[]);
        let family = |happening: &Happening| happening.identity >> 3;
        let wished = |happening: &&Happening| {
            happening.step == Step::Wish && wishes.contains(&happening.at)
        };
        let told: Vec<u64> = whole.iter().filter(wished).map(family).collect();
        whole.retain(|happening| told.contains(&family(happening)));
        prop_assert_eq!(part, whole);
    }
}

fn is_whole(story: &[&Happening], end: Instant) -> Result<(), TestCaseError> {
    let count = |is: &dyn Fn(Step) -> bool| story.iter().filter(|of| is(of.step)).count();
    prop_assert_eq!(count(&|step| step == Step::Wish), 1, "{:?}", story);
    prop_assert_eq!(count(&|step| matches!(step, Step::Ends(_))), 1, "{:?}", story);
    prop_assert_eq!(story[0].step, Step::Wish, "{:?}", story);
    let last = story[story.len() - 1];
    let Step::Ends(outcome) = last.step else { panic!("the outcome is the last: {story:?}") };
    if outcome == Outcome::UnderWay {
        prop_assert!(end - Span::from_milliseconds(1) <= last.at && last.at <= end);
    }
    let at =
        |is: fn(AtStation) -> bool| count(&|step| matches!(step, Step::At(_, step) if is(step)));
    let begun = at(|step| matches!(step, AtStation::ServiceBegins { .. }));
    let in_service = begun - at(|step| step == AtStation::ServiceEnds);
    prop_assert!(in_service <= usize::from(outcome == Outcome::UnderWay), "{:?}", story);
    let (mut due, mut booked) = (None, Instant::START);
    for happening in story {
        match happening.step {
            Step::Books { appointed, .. } => {
                prop_assert!(happening.at.day() <= appointed.day(), "{:?}", story);
                booked = happening.at;
                due = Some(appointed);
            }
            Step::LosesPlace | Step::Cancels | Step::Reschedules => {
                let appointed = due.take().expect("booked before");
                let is_late = happening.step == Step::LosesPlace;
                prop_assert!(is_late || happening.at <= appointed.max(booked), "{:?}", story);
            }
            Step::MissesAppointment => {
                let appointed = due.expect("booked before");
                prop_assert_eq!(happening.at.day(), appointed.day(), "{:?}", story);
                prop_assert!(appointed <= happening.at, "{:?}", story);
            }
            _ => {}
        }
    }
    Ok(())
}
