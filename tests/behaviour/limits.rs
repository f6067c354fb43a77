//! What holds in any office: nobody is lost, parts add up, no limit is passed, nothing comes before
//! its cause, and every figure is a number.

use std::collections::BTreeMap;

use antrean::office::{Daily, DayRecord, Figure, Item, Replication, Scope, Unit};
use antrean::scenario::{Earliest, Scenario};
use antrean::statistics::{DayHistogram, Observation};
use proptest::prelude::{prop_assert, prop_assert_eq};
use proptest::proptest;
use proptest::test_runner::TestCaseError;

use crate::drawn::{cases, offices};
use crate::extremes::assert_finite;
use crate::ready::ready;
use crate::seen::{Seen, shipped};

type Verdict = Result<(), TestCaseError>;

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn no_office_loses_anybody_or_passes_a_limit(office in offices()) {
        keeps_to_the_limits(&office.seen())?;
    }

    #[test]
    fn every_figure_of_any_office_is_a_number(office in offices()) {
        assert_finite(ready(Scenario::parse("drawn", &office.text())));
    }
}

#[test]
fn shipped_scenarios_keep_to_the_limits() {
    for name in ["minimal", "karimun-kiosk", "karimun-app"] {
        keeps_to_the_limits(&shipped(name)).expect("the limits are kept");
    }
}

fn keeps_to_the_limits(seen: &Seen) -> Verdict {
    for (number, run) in seen.runs.iter().enumerate() {
        let figures: Vec<(&Figure, Observation)> = seen.figures(number).collect();
        everybody_ends_once(&figures)?;
        everybody_is_counted_once(run)?;
        parts_add_up(&figures)?;
        shares_are_shares(&figures)?;
        keeps_to_the_quota(seen, run)?;
        keeps_to_capacity(seen, run)?;
        has_causes_first(seen, run)?;
        is_in_order(seen, number)?;
    }
    Ok(())
}

const OUTCOMES: [&str; 10] = [
    "issued",
    "never_collected",
    "refused",
    "never_paid",
    "sent_home",
    "did_not_show_up",
    "turned_away",
    "gave_up",
    "shut_out",
    "under_way",
];

/// For all, by origin and by channel.
fn everybody_ends_once(figures: &[(&Figure, Observation)]) -> Verdict {
    let mut ended: BTreeMap<Scope, f64> = BTreeMap::new();
    for (figure, of) in figures {
        if OUTCOMES.contains(&figure.measure.name) {
            prop_assert!(0.0 <= of.numerator);
            *ended.entry(figure.scope.clone()).or_default() += of.numerator;
        }
    }
    for (figure, of) in figures.iter().filter(|(figure, _)| figure.measure.name == "wishes") {
        prop_assert_eq!(of.numerator, ended[&figure.scope], "{:?}", figure.scope);
    }
    Ok(())
}

/// The day book knows as many people as the counts by channel.
fn everybody_is_counted_once(run: &Replication) -> Verdict {
    let wishes: i64 = run.channels.iter().map(|tally| tally[Item::Wishes]).sum();
    let by_day: i64 = run.days.iter().map(|day| i64::from(of(day, Daily::Wishes))).sum();
    prop_assert_eq!(wishes, by_day);
    let ready: i64 = run.channels.iter().map(|tally| tally[Item::Ready]).sum();
    prop_assert_eq!(ready, run.processing.count() as i64);
    Ok(())
}

/// Origins, and channels, add up to all in every sum of people. Sums in other units than those in
/// which they were counted add up to the last bits.
fn parts_add_up(figures: &[(&Figure, Observation)]) -> Verdict {
    let by_kind = |measure: &str, kind: &str| {
        let wanted = |(figure, _): &&(&Figure, Observation)| {
            figure.measure.name == measure && figure.scope.kind() == kind
        };
        let parts: Vec<Observation> = figures.iter().filter(wanted).map(|(_, of)| *of).collect();
        (!parts.is_empty()).then_some(parts)
    };
    for (figure, whole) in figures.iter().filter(|(figure, _)| figure.scope == Scope::All) {
        for kind in ["origin", "channel"] {
            let Some(parts) = by_kind(figure.measure.name, kind) else { continue };
            let sum: f64 = parts.iter().map(|of| of.numerator).sum();
            let close = (sum - whole.numerator).abs() <= 1e-9 * whole.numerator.abs();
            prop_assert!(close, "{} by {}: {:?}", figure.measure.name, kind, parts);
            if figure.measure.unit != Unit::People {
                let sum: f64 = parts.iter().map(|of| of.denominator).sum();
                prop_assert_eq!(sum, whole.denominator, "{} by {}", figure.measure.name, kind);
            }
        }
    }
    Ok(())
}

/// Work beyond opening hours may be more than all within, and so may what is overbooked.
const BEYOND_THE_WHOLE: [&str; 6] =
    ["station_overtime", "station_use", "quota_booked", "quota_attended", "captured", "wasted"];

/// Where a stage never closes, services that began in the last night are counted whole.
fn shares_are_shares(figures: &[(&Figure, Observation)]) -> Verdict {
    for (figure, of) in figures.iter().filter(|(figure, _)| figure.measure.unit == Unit::Share) {
        let name = figure.measure.name;
        let beyond = BEYOND_THE_WHOLE.contains(&name);
        prop_assert!(0.0 <= of.numerator, "{} {:?}", name, of);
        prop_assert!(beyond || of.numerator <= of.denominator, "{} {:?}", name, of);
    }
    Ok(())
}

fn of(day: &DayRecord, column: Daily) -> u32 {
    day[column as usize]
}

/// Nobody comes on a closed day; who came before midnight may still be served after it.
fn keeps_to_the_quota(seen: &Seen, run: &Replication) -> Verdict {
    let booking = seen.plan.scenario.booking.as_ref().expect("a book");
    // A place that comes back on its day can be given once more.
    let given_twice = booking.earliest == Earliest::SameDay && booking.attendance.gives_back();
    for (day, (calendar, date)) in run.days.iter().zip(seen.plan.measured_dates()) {
        let (quota, due) = (of(day, Daily::Quota), of(day, Daily::Due));
        let places = booking.places(quota);
        prop_assert!(given_twice || due <= places, "{} due on {}, {} given", due, date, places);
        prop_assert!(of(day, Daily::Attended) <= due + of(day, Daily::WalkIns));
        let lanes = seen.plan.scenario.demand.lanes.iter();
        let own: u32 = lanes.filter_map(|lane| lane.daily_cap).sum();
        let instead = seen.plan.scenario.intake.app.walk_ins_when_down;
        let cap = seen.plan.scenario.intake.walk_in_cap.map(|cap| cap + own + instead);
        prop_assert!(cap.is_none_or(|cap| of(day, Daily::WalkIns) <= cap), "on {}", date);
        if !seen.plan.calendar().is_working(calendar) {
            let visits = [Daily::Quota, Daily::Attended, Daily::WalkIns, Daily::Produced];
            prop_assert!(visits.iter().all(|column| of(day, *column) == 0), "closed on {}", date);
        }
    }
    Ok(())
}

/// No week makes more than its capacity and overtime, and no desk works more than it is open. A
/// stage that never closes is left out, for there a service may reach into the next day; so are
/// extra working days, for they make a portion besides.
fn keeps_to_capacity(seen: &Seen, run: &Replication) -> Verdict {
    let plan = &seen.plan;
    let production = plan.scenario.production.as_ref().expect("there is production");
    let mut weeks: BTreeMap<usize, u32> = BTreeMap::new();
    for (day, (calendar, _)) in run.days.iter().zip(plan.measured_dates()) {
        let monday = calendar.index() + 7 - plan.calendar().weekday(calendar);
        *weeks.entry(monday).or_default() += of(day, Daily::Produced);
    }
    let opening = &plan.scenario.opening;
    let no_more = opening.open.is_empty() && opening.periods.is_empty();
    let most = production.per_week.filter(|_| no_more);
    // Overtime makes so much more, and at most one passport of what the week before left.
    let most = most.map_or(u32::MAX, |most| match &production.overtime {
        Some(overtime) => (f64::from(most) * (1.0 + overtime.by)).ceil() as u32 + 1,
        None => most,
    });
    prop_assert!(weeks.values().all(|made| *made <= most), "{:?} of {}", weeks, most);
    let number = seen.runs.iter().position(|other| std::ptr::eq(other, run)).expect("it is one");
    for (figure, used) in seen.figures(number) {
        let name = figure.scope.name();
        let mut limited =
            plan.stations.iter().filter(|of| !of.hours.always && of.servers.is_some());
        let limited = limited.any(|of| of.name == name);
        if figure.measure.name == "station_use" && limited {
            prop_assert!(used.numerator <= used.denominator, "{:?} {:?}", figure.scope, used);
        }
    }
    Ok(())
}

/// What began in the warm-up may end in the measured days.
fn has_causes_first(seen: &Seen, run: &Replication) -> Verdict {
    let scenario = &seen.plan.scenario;
    let booking = scenario.booking.as_ref().expect("there is a book");
    let production = scenario.production.as_ref().expect("there is production");
    let (mut attended, mut completed, mut produced) = (0, 0, 0);
    for (day, (_, date)) in run.days.iter().zip(seen.plan.measured_dates()) {
        let (booked, lead) = (of(day, Daily::Booked), of(day, Daily::LeadWorkingDays));
        prop_assert!(booking.earliest == Earliest::SameDay || booked <= lead, "never today");
        prop_assert!(of(day, Daily::ProducedWithinPromise) <= of(day, Daily::Produced));
        let teams = scenario.demand.outreach.iter().filter(|team| team.is_out(date));
        attended += of(day, Daily::Attended) + teams.map(|team| team.files).sum::<u32>();
        completed += of(day, Daily::Completed);
        produced += of(day, Daily::Produced);
        let began_here = scenario.run.warm_up_days == 0;
        prop_assert!(!began_here || (completed <= attended && produced <= completed));
    }
    let soonest = run.processing.iter().find(|(_, files)| 0 < *files).map(|(days, _)| days);
    let lanes = scenario.demand.lanes.iter().filter_map(|lane| lane.processing);
    let shortest = lanes.fold(production.processing, u32::min);
    prop_assert!(soonest.is_none_or(|days| shortest <= days), "{:?}", soonest);
    Ok(())
}

/// Least, median, late and longest are in order, means lie between the ends, and more have a file
/// within more days.
fn is_in_order(seen: &Seen, number: usize) -> Verdict {
    for name in ["lead_time_working_days", "lead_time_calendar_days", "wish_to_passport"] {
        let [median, late] =
            ["median", "p90"].map(|which| seen.read(&format!("{name}_{which}"))[number].ratio());
        prop_assert!(median <= late, "{}", name);
    }
    let waiting = seen.read("waiting")[number];
    prop_assert!(waiting.numerator <= seen.read("in_office")[number].numerator);
    let run = &seen.runs[number];
    prop_assert_eq!(run.processing.count(), run.wish_to_ready.count());
    for histogram in [&run.processing, &run.wish_to_ready] {
        let levels = [0.0, 0.5, 0.9, 0.95, 0.99, 1.0].map(|level| histogram.quantile(level));
        prop_assert!(levels.is_sorted());
        let end = |level| histogram.quantile(level).map(f64::from);
        prop_assert!(end(0.0) <= histogram.mean() && histogram.mean() <= end(1.0));
        prop_assert!(within(histogram).is_sorted());
    }
    Ok(())
}

fn within(histogram: &DayHistogram) -> Vec<f64> {
    histogram.iter().filter_map(|(days, _)| histogram.share_at_most(days)).collect()
}
