//! What one office's part of a scenario means for every replication: calendar, dates as days, slots
//! and portions, worked out once.

use crate::office::station::{StationId, StationPlan};
use crate::scenario::{AtClosing, Booking, Production, Release, Scenario, Trip};
use crate::time::{Calendar, Day, Instant, Span, TimeOfDay, WeeklyHours, shifted};

/// Days of the calendar before the first that is played, so that the last release lies within it.
pub const PROLOGUE_DAYS: u32 = 7;
/// Days of the calendar after the last that is played, closures among them, beyond those that
/// appointments and due dates take.
const EPILOGUE_DAYS: u32 = 400;

/// An office by its place among those of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfficeId(pub u16);

impl OfficeId {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One office of a scenario, ready to be played.
#[derive(Clone, Debug)]
pub struct OfficePlan {
    /// What holds in this office; run, demand and channels are those of the whole scenario.
    pub scenario: Scenario,
    pub calendar: Calendar,
    /// Per day, the appointments it offers; 0 on a closed day.
    pub quotas: Vec<u32>,
    /// Per weekday whose hours hold, the slots of the book.
    pub slots: [Vec<Slot>; 7],
    /// Per weekday whose hours hold, passports produced on such a day.
    pub portions: [u32; 7],
    /// The station of its first stage.
    pub first_station: u16,
    /// Where people of this office may book when it is full, nearest first, and the way there.
    pub others: Vec<(OfficeId, Trip)>,
    /// Whether every day of the run is open by the calendar.
    no_closures: bool,
}

/// A part of the day in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub time: TimeOfDay,
    pub places: u32,
}

impl OfficePlan {
    /// Works out the days, slots and portions of an office in a run that ends before a day; its
    /// stages have the stations from `first_station` on.
    pub fn new(scenario: Scenario, end: Day, first_station: u16) -> OfficePlan {
        let opening = &scenario.opening;
        let calendar = Calendar::new(
            shifted(scenario.run.first_date(), -i64::from(PROLOGUE_DAYS)),
            end.0 + epilogue(&scenario),
            &opening.hours,
            (&opening.closed, &opening.open),
        );
        OfficePlan {
            quotas: quotas(&scenario, &calendar),
            calendar,
            slots: std::array::from_fn(|weekday| slots(&scenario, weekday)),
            portions: portions(&scenario),
            first_station,
            others: Vec::new(),
            no_closures: has_no_closures(&scenario),
            scenario,
        }
    }

    /// The station of a stage.
    pub fn station_of(&self, stage: u8) -> StationId {
        StationId(self.first_station + u16::from(stage))
    }

    /// Whether a place with these hours is open day and night without any closure in the run.
    pub fn never_closes(&self, hours: &WeeklyHours) -> bool {
        self.no_closures && hours.is_always()
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

    /// When the office first opens on a day; midnight on a closed one.
    pub fn opens(&self, day: Day) -> TimeOfDay {
        let hours = &self.scenario.opening.hours;
        let openings = self.calendar.pattern(day).map_or(&[][..], |weekday| hours.on(weekday));
        openings.first().map_or(TimeOfDay::MIDNIGHT, |first| first.from)
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

/// Whether every day of the run is open by the calendar.
pub fn has_no_closures(scenario: &Scenario) -> bool {
    let played = scenario.run.first_date()..=scenario.run.last_played_date();
    scenario.opening.closed.range(played).next().is_none()
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
