//! Days on which an applicant cannot do what is next: the app is down, or no boat goes.

use crate::office::load::{measured, ratio};
use crate::office::office_plan::OfficeId;
use crate::office::plan::Plan;
use crate::scenario::{AppState, Channel, Crossing, Origin, Spells};
use crate::time::Day;

/// Measured days on which the app is down, in the long run where that is by chance, for the mean
/// of the people who would use it; 0 where nobody does.
pub fn app_down(plan: &Plan) -> f64 {
    if !plan.app_may_fail() {
        return 0.0;
    }
    let by_chance = plan.scenario.intake.app.outage.as_ref().map_or(0.0, |outage| {
        let Spells { starts, ends } = outage.0;
        ratio(starts, starts + ends)
    });
    let used = |day: &Day| plan.routes.uses(Channel::App, *day);
    let down = |(share, home): (f64, OfficeId), day: Day| {
        let stated = plan.offices[home.index()].app_state(day);
        share * stated.map_or(by_chance, |state| f64::from(u8::from(state == AppState::Down)))
    };
    let origins = plan.scenario.demand.origins.iter().map(|origin| origin.share);
    let homes: Vec<(f64, OfficeId)> = origins.zip(plan.homes.iter().copied()).collect();
    let on = |day: Day| homes.iter().map(|home| down(*home, day)).sum::<f64>();
    measured(plan).filter(used).map(on).sum()
}

/// The share of the appointments at an office to which no boat goes, over the people who belong to
/// it.
pub fn no_boat(plan: &Plan, office: OfficeId) -> f64 {
    if !plan.has_boats() {
        return 0.0;
    }
    let calendar = &plan.offices[office.index()].calendar;
    let here = |origin: &&Origin| origin.home == office.0;
    let origins: Vec<&Origin> = plan.scenario.demand.origins.iter().filter(here).collect();
    let people: f64 = origins.iter().map(|origin| origin.share).sum();
    let stays = |origin: &Origin, day: Day| {
        let month = calendar.month(day);
        let cancelled = origin.cancelled.as_ref();
        origin.share * cancelled.map_or(0.0, |of| of.share(Crossing::ToOffice, month))
    };
    let open = || measured(plan).filter(|day| calendar.is_working(*day));
    let stay = open().map(|day| origins.iter().map(|of| stays(of, day)).sum::<f64>()).sum();
    ratio(stay, people * open().count() as f64)
}
