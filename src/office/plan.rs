//! What one scenario means for every replication: calendar, dates as days, slots and portions,
//! worked out once.

use std::ops::Range;

use crate::office::station::{StationPlan, stations};
use crate::scenario::{AtClosing, Booking, Lane, Production, Release, Scenario};
use crate::time::{Calendar, Date, Day, Instant, Span, TimeOfDay, WeeklyHours, shifted};

/// Days of the calendar before the first that is played, so that the last release lies within it.
const PROLOGUE_DAYS: u32 = 7;
/// Days of the calendar after the last that is played, closures among them, beyond those that
/// appointments and due dates take.
const EPILOGUE_DAYS: u32 = 400;

/// A scenario ready to be played.
#[derive(Clone, Debug)]
pub struct Plan {
    pub scenario: Scenario,
    pub calendar: Calendar,
    /// The first day that is played.
    pub first: Day,
    /// The days whose wishes, visits and states are measured.
    pub measured: Range<Day>,
    /// From the first to the last measured instant.
    pub measured_time: Range<Instant>,
    /// The day after the last that is played.
    pub end: Day,
    /// Per day, the appointments it offers; 0 on a closed day.
    pub quotas: Vec<u32>,
    /// Per weekday whose hours hold, the slots of the book.
    pub slots: [Vec<Slot>; 7],
    /// Per weekday whose hours hold, passports produced on such a day.
    pub portions: [u32; 7],
    /// Kiosk sites, then stages.
    pub stations: Vec<StationPlan>,
    /// By lane, who is called first; empty where all are alike.
    pub priorities: Vec<u32>,
    outings: Outings,
}

/// When people can go out.
#[derive(Clone, Debug)]
struct Outings {
    /// Weights of the hours; none where all are alike.
    hour_weights: Option<[f64; 24]>,
    /// Whether every day of the run is open by the calendar.
    no_closures: bool,
}

/// A part of the day in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub time: TimeOfDay,
    pub places: u32,
}

impl Plan {
    /// Works out a scenario's days, slots and portions.
    pub fn new(scenario: Scenario) -> Plan {
        let run = &scenario.run;
        let first = Day(PROLOGUE_DAYS);
        let start = Day(first.0 + run.warm_up_days);
        let until = Day(start.0 + run.days);
        let end = Day(until.0 + run.follow_up_days);
        let opening = &scenario.opening;
        let calendar = Calendar::new(
            shifted(run.first_date(), -i64::from(PROLOGUE_DAYS)),
            end.0 + epilogue(&scenario),
            &opening.hours,
            (&opening.closed, &opening.open),
        );
        Plan {
            quotas: quotas(&scenario, &calendar),
            calendar,
            first,
            measured: start..until,
            measured_time: start.start()..until.start(),
            end,
            slots: std::array::from_fn(|weekday| slots(&scenario, weekday)),
            portions: portions(&scenario),
            stations: stations(&scenario),
            priorities: priorities(&scenario.demand.lanes),
            outings: Outings {
                hour_weights: hour_weights(&scenario.demand.hours),
                no_closures: has_no_closures(&scenario),
            },
            scenario,
        }
    }

    /// Whether a day is measured.
    pub fn is_measured(&self, day: Day) -> bool {
        self.measured.contains(&day)
    }

    /// Whether a place with these hours is open day and night without any closure in the run.
    pub fn never_closes(&self, hours: &WeeklyHours) -> bool {
        self.outings.no_closures && hours.is_always()
    }

    /// The time of day at which somebody goes out to a place with these hours, by their own share
    /// of the open time.
    pub fn time_of_outing(&self, hours: &WeeklyHours, weekday: usize, share: f64) -> TimeOfDay {
        match &self.outings.hour_weights {
            None => hours.time_at_share(weekday, share),
            Some(weights) => hours.time_at_weighted_share(weekday, weights, share),
        }
    }

    /// The measured days with their dates, in order.
    pub fn measured_dates(&self) -> impl Iterator<Item = (Day, Date)> + '_ {
        (self.measured.start.0..self.measured.end.0)
            .map(|day| (Day(day), self.calendar.date(Day(day))))
    }

    /// Working days among the measured days.
    pub fn working_days(&self) -> u32 {
        let before = |day| self.calendar.working_before(day);
        before(self.measured.end) - before(self.measured.start)
    }

    /// The slots of a day; none on a closed day.
    pub fn slots_on(&self, day: Day) -> &[Slot] {
        match self.calendar.pattern(day) {
            Some(weekday) if self.calendar.is_working(day) => &self.slots[weekday],
            _ => &[],
        }
    }

    /// The day of the last release of the book at or before `now`.
    pub fn last_release(&self, now: Instant) -> Day {
        match self.release() {
            Release::Rolling => now.day(),
            Release::Weekly { weekday, time } => {
                let back = self.days_since(weekday.to_monday_zero_offset() as usize, now.day());
                let day = Day(now.day().0.saturating_sub(back));
                let due = day.at(time) <= now;
                if due { day } else { Day(day.0.saturating_sub(7)) }
            }
        }
    }

    /// The instant of the next release of the book after `now`.
    pub fn next_release(&self, now: Instant) -> Instant {
        match self.release() {
            Release::Rolling => now.day().next().start(),
            Release::Weekly { time, .. } => Day(self.last_release(now).0 + 7).at(time),
        }
    }

    fn release(&self) -> Release {
        self.scenario.booking.as_ref().map_or(Release::Rolling, |booking| booking.release)
    }

    fn days_since(&self, weekday: usize, day: Day) -> u32 {
        ((self.calendar.weekday(day) + 7 - weekday) % 7) as u32
    }

    /// A day's even portion of the passports that can be made in a week.
    pub fn portion_on(&self, production: &Production, day: Day) -> u64 {
        if production.per_week.is_none() {
            return u64::MAX;
        }
        let pattern = self.calendar.pattern(day).filter(|_| self.calendar.is_working(day));
        pattern.map_or(0, |weekday| u64::from(self.portions[weekday]))
    }

    /// Whether a day is the last working day of its calendar week.
    pub fn ends_week(&self, day: Day) -> bool {
        let week_end = day.0 + 6 - self.calendar.weekday(day) as u32;
        self.calendar.is_working(day) && self.calendar.working_between(day, Day(week_end)) == 0
    }

    /// Whether clients of a station may leave it without service.
    pub fn may_lose_clients(&self, station: &StationPlan) -> bool {
        let line = &station.line;
        let all_join = line.joins.iter().all(|share| 1.0 <= *share);
        let all_stay = line.patience.is_none() && !self.sends_home_at_closing();
        line.waiting_room.is_some() || !all_join || !all_stay
    }

    /// Whether those who wait at closing time are sent home.
    pub fn sends_home_at_closing(&self) -> bool {
        self.scenario.opening.at_closing != AtClosing::ServeEveryone
    }
}

/// Days after the end that hold every appointment and due date of the run.
fn epilogue(scenario: &Scenario) -> u32 {
    let window = scenario.booking.as_ref().map_or(0, |booking| booking.window);
    let production = scenario.production.as_ref();
    let due = production.map_or(0, |production| production.processing.max(production.promise));
    let hours = &scenario.opening.hours;
    let worked = hours.open_weekdays().count().max(1) as u32;
    EPILOGUE_DAYS + (window.max(due) + 1).div_ceil(worked) * 7
}

fn quotas(scenario: &Scenario, calendar: &Calendar) -> Vec<u32> {
    let mut quotas = vec![0; calendar.days() as usize];
    let Some(booking) = &scenario.booking else { return quotas };
    for &day in calendar.working_days() {
        let weekday = calendar.pattern(day).unwrap_or_default();
        quotas[day.index()] = booking.daily_quota[weekday];
    }
    quotas
}

/// The priorities of lanes, unless all are the same.
fn priorities(lanes: &[Lane]) -> Vec<u32> {
    let priorities: Vec<u32> = lanes.iter().map(|lane| lane.priority).collect();
    let alike = priorities.windows(2).all(|pair| pair[0] == pair[1]);
    if alike { Vec::new() } else { priorities }
}

/// Whether every day of the run is open by the calendar.
pub fn has_no_closures(scenario: &Scenario) -> bool {
    let played = scenario.run.first_date()..=scenario.run.last_played_date();
    scenario.opening.closed.range(played).next().is_none()
}

/// The weights of the hours from their running sums, unless all are the same.
fn hour_weights(cumulative: &[f64]) -> Option<[f64; 24]> {
    let before = |hour: usize| hour.checked_sub(1).map_or(0.0, |before| cumulative[before]);
    let weights: [f64; 24] = std::array::from_fn(|hour| cumulative[hour] - before(hour));
    weights.iter().any(|weight| *weight != weights[0]).then_some(weights)
}

/// The slots of a weekday: every slot length from each opening on, the quota spread evenly over
/// them.
fn slots(scenario: &Scenario, weekday: usize) -> Vec<Slot> {
    let Some(booking) = &scenario.booking else { return Vec::new() };
    let mut times = Vec::new();
    for opening in scenario.opening.hours.on(weekday) {
        let until = booking.last_slot.map_or(opening.until, |last| last.min(opening.until));
        times.extend(slot_times(opening.from, until, booking.slot));
    }
    spread(booking, weekday, &times)
}

fn slot_times(from: TimeOfDay, until: TimeOfDay, every: Span) -> Vec<TimeOfDay> {
    let step = every.milliseconds().max(1) as usize;
    let times = (from.milliseconds()..until.milliseconds()).step_by(step);
    times.map(TimeOfDay::from_milliseconds).collect()
}

fn spread(booking: &Booking, weekday: usize, times: &[TimeOfDay]) -> Vec<Slot> {
    let places = |index| share_of(booking.daily_quota[weekday], index, times.len());
    times.iter().enumerate().map(|(index, &time)| Slot { time, places: places(index) }).collect()
}

/// The `index`-th of `parts` nearly equal whole parts of `total`; what is over comes early.
fn share_of(total: u32, index: usize, parts: usize) -> u32 {
    let edge = |position: usize| (u64::from(total) * position as u64).div_ceil(parts as u64);
    (edge(index + 1) - edge(index)) as u32
}

/// An even portion of the week's capacity for each weekday that is worked.
fn portions(scenario: &Scenario) -> [u32; 7] {
    let hours = &scenario.opening.hours;
    let per_week = scenario.production.as_ref().and_then(|production| production.per_week);
    let worked: Vec<usize> = hours.open_weekdays().collect();
    let mut portions = [0; 7];
    for (index, &weekday) in worked.iter().enumerate() {
        portions[weekday] = share_of(per_week.unwrap_or(0), index, worked.len());
    }
    portions
}

#[cfg(test)]
mod tests {
    use super::share_of;

    #[test]
    fn nearly_equal_parts_add_up() {
        let parts: Vec<u32> = (0..5).map(|index| share_of(62, index, 5)).collect();
        assert_eq!(parts, [13, 12, 13, 12, 12]);
        assert_eq!((0..7).map(|index| share_of(310, index, 7)).sum::<u32>(), 310);
    }
}
