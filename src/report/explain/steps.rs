//! The way of an applicant in numbered steps, with the scenario's own figures.

mod intake;
mod visit;
mod wish;

use crate::office::Plan;
use crate::report::explain::{book, outages};
use crate::report::language::say;
use crate::scenario::Channel;

/// The steps that the scenario has.
pub fn steps(plan: &Plan) -> Vec<String> {
    let scenario = &plan.scenario;
    let uses = |channel| scenario.uses(channel);
    let booked = scenario.booking.as_ref().filter(|_| uses(Channel::Kiosk) || uses(Channel::App));
    let mut steps = vec![wish::wish(scenario)];
    if 1 < scenario.demand.lanes.len() {
        steps.extend(scenario.demand.lanes.iter().map(wish::lane));
    }
    steps.extend(scenario.intake.cut_overs.iter().map(wish::cut_over));
    let outside = |team| wish::outreach(scenario, team);
    steps.extend(scenario.demand.outreach.iter().map(outside));
    steps.extend(uses(Channel::Kiosk).then(|| intake::kiosk(scenario)));
    steps.extend(uses(Channel::App).then(|| intake::app(scenario)));
    steps.extend(outages::app_periods(scenario));
    if let Some(booking) = booked {
        steps.push(book::rules(plan, booking));
        steps.extend(scenario.intake.brokers.iter().map(|of| book::broker(scenario, of)));
        steps.push(intake::no_place(&scenario.intake.persistence));
        steps.extend(book::attendance(&booking.attendance));
    }
    steps.extend(outages::boats(scenario));
    let shares_cap = scenario.demand.lanes.iter().any(|lane| lane.daily_cap.is_none());
    let walk_in = || intake::walk_in(scenario);
    steps.extend((uses(Channel::WalkIn) && shares_cap).then(walk_in));
    steps.extend(scenario.visit.stages.iter().map(|one| visit::stage(scenario, one)));
    steps.extend(scenario.visit.payment.as_ref().map(visit::payment));
    steps.extend(scenario.production.iter().flat_map(visit::production));
    if 1 < plan.offices.len() {
        steps.push(say(
            "There are {number} offices: the figures of steps here are those of the whole \
             scenario, and each office may state others.",
            &[("number", &plan.offices.len())],
        ));
    }
    steps
}
