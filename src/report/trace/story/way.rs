//! The days of a story: what the applicant waits for from one step to the next.

use crate::office::{AtStation, Happening, OfficePlan, Plan, StationKind, Step};
use crate::report::chart::StoryPhase;
use crate::report::trace::story::stays::Stay;
use crate::time::{Date, Day, Instant};

/// A part of the way in one phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub phase: StoryPhase,
    pub from: Instant,
    pub until: Instant,
}

/// The way from the wish to the end, and the stays upon it.
pub fn way(plan: &Plan, happenings: &[&Happening], stays: &[Stay]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut now: Option<(StoryPhase, Instant)> = None;
    for happening in happenings {
        let before = now.map(|(phase, _)| phase);
        let ends = matches!(happening.step, Step::Collects | Step::Ends(_));
        let next = if ends { None } else { after(plan, happening.step, before).or(before) };
        if next != before {
            let ended = now.map(|(phase, from)| Stretch { phase, from, until: happening.at });
            stretches.extend(ended.filter(|of| of.from < of.until));
            now = next.map(|phase| (phase, happening.at));
        }
    }
    // What lies within a stay is told with its hours.
    let is_within = |of: &Stretch, stay: &Stay| stay.from <= of.from && of.until <= stay.until;
    stretches.retain(|of| !stays.iter().any(|stay| is_within(of, stay)));
    let of_stay =
        |stay: &Stay| Stretch { phase: StoryPhase::Out, from: stay.from, until: stay.until };
    stretches.extend(stays.iter().map(of_stay).filter(|of| of.from < of.until));
    stretches
}

/// The phase that a step leads to, if to another.
fn after(plan: &Plan, step: Step, before: Option<StoryPhase>) -> Option<StoryPhase> {
    let is_served = matches!(before, Some(StoryPhase::InProduction | StoryPhase::Ready));
    match step {
        Step::Wish | Step::PapersIncomplete => Some(StoryPhase::Asks),
        step if step.loses_appointment() => Some(StoryPhase::Asks),
        Step::Books { .. } => Some(StoryPhase::Appointed),
        Step::ServedOutside => Some(StoryPhase::Unpaid),
        Step::FileReceived => Some(StoryPhase::InProduction),
        Step::Ready { .. } => Some(StoryPhase::Ready),
        Step::At(station, step) if !is_served => {
            let station = &plan.stations[usize::from(station.0)];
            let is_stage = matches!(station.kind, StationKind::Stage(_));
            match step {
                AtStation::Waits | AtStation::ServiceBegins { .. } => None,
                AtStation::ServiceEnds => is_stage.then_some(StoryPhase::Unpaid),
                _ => is_stage.then_some(StoryPhase::Asks),
            }
        }
        _ => None,
    }
}

/// The day for which the passport is promised, once the file is there.
pub fn due(plan: &Plan, happenings: &[&Happening]) -> Option<Date> {
    plan.scenario.production.as_ref()?;
    let received = happenings.iter().rev().find(|of| of.step == Step::FileReceived)?;
    let office = office_of(plan, happenings)?;
    let promise = office.terms(received.lane).promise;
    let day: Day = office.calendar.working_day_after(received.at.day(), promise)?;
    Some(office.calendar.date(day))
}

/// The office that served an applicant last, or else that of its origin; none without a story.
pub fn office_of<'a>(plan: &'a Plan, happenings: &[&Happening]) -> Option<&'a OfficePlan> {
    let station = happenings.iter().rev().find_map(|of| match of.step {
        Step::At(station, _) => Some(&plan.stations[usize::from(station.0)]),
        _ => None,
    });
    let served = station.filter(|station| matches!(station.kind, StationKind::Stage(_)));
    let home = plan.homes[usize::from(happenings.first()?.origin)];
    Some(&plan.offices[served.map_or(home, |station| station.office).index()])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{due, way};
    use crate::experiment::trace;
    use crate::office::{Happening, Plan, Step};
    use crate::report::chart::StoryPhase;
    use crate::report::trace::story::stays::stays;
    use crate::scenario::Scenario;
    use crate::time::{Date, Instant};

    const OFFICE: &str = include_str!("../../../../scenarios/minimal.toml");

    /// Holds every story of a small office against a claim.
    fn each_story(claim: impl Fn(&Plan, &[&Happening])) {
        let (scenario, _) = Scenario::parse("minimal.toml", OFFICE);
        let plan = Plan::new(scenario.expect("sound"));
        let wishes = plan.measured_time.clone();
        let told = trace(plan, 0, wishes).expect("it adds up");
        let mut stories: BTreeMap<u64, Vec<&Happening>> = BTreeMap::new();
        for happening in &told.happenings {
            for identity in happening.identities() {
                stories.entry(identity).or_default().push(happening);
            }
        }
        assert!(1_000 < stories.len(), "{}", stories.len());
        stories.values().for_each(|story| claim(&told.plan, story));
    }

    fn at(story: &[&Happening], is: fn(Step) -> bool) -> Option<Instant> {
        story.iter().find(|of| is(of.step)).map(|of| of.at)
    }

    #[test]
    fn stretches_join_from_the_wish_to_the_end() {
        each_story(|plan, story| {
            let mut stretches = way(plan, story, &stays(story));
            stretches.retain(|of| of.phase != StoryPhase::Out);
            let waits_first = stretches.first().filter(|of| of.phase == StoryPhase::Asks);
            assert!(waits_first.is_none_or(|of| of.from == story[0].at), "{stretches:?}");
            for pair in stretches.windows(2) {
                assert!(
                    pair[0].until <= pair[1].from && pair[0].phase != pair[1].phase,
                    "{pair:?}"
                );
            }
            let made = stretches.iter().find(|of| of.phase == StoryPhase::InProduction);
            let ready = at(story, |step| matches!(step, Step::Ready { .. }));
            let received = at(story, |step| step == Step::FileReceived);
            assert_eq!(made.map(|of| of.from), received.filter(|_| made.is_some()));
            assert!(ready.is_none() || made.map(|of| of.until) == ready, "{stretches:?}");
        });
    }

    #[test]
    fn the_promise_is_kept_just_where_no_more_days_pass_than_are_promised() {
        each_story(|plan, story| {
            let ready = story.iter().find_map(|of| match of.step {
                Step::Ready { days } => Some((days, plan.calendar().date(of.at.day()))),
                _ => None,
            });
            let promised: Option<Date> = due(plan, story);
            if let Some((days, date)) = ready {
                assert_eq!(days <= 3, date <= promised.expect("a promise"), "{date}");
            }
        });
    }
}
