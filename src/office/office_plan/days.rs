//! What each day of an office offers: appointments by slot, and passports.

use std::collections::BTreeMap;

use crate::scenario::Scenario;
use crate::time::{Calendar, Day, Opening, Pattern, Span, TimeOfDay, Timetable};

/// A part of the day in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub time: TimeOfDay,
    pub places: u32,
}

/// The slots of all days; many days share theirs.
#[derive(Clone, Debug)]
pub struct Slots {
    /// The first is that of closed days.
    kinds: Vec<Vec<Slot>>,
    /// Per day, the place of its slots.
    of_day: Vec<u16>,
}

/// What the slots of a day depend on.
type Kind = (Pattern, u32, Option<TimeOfDay>);

impl Slots {
    /// The slots of every day of a calendar with so many places.
    pub fn new(
        scenario: &Scenario,
        (calendar, timetable): (&Calendar, &Timetable),
        places: &[u32],
    ) -> Slots {
        let mut slots = Slots { kinds: vec![Vec::new()], of_day: vec![0; places.len()] };
        let Some(booking) = &scenario.booking else { return slots };
        let mut known: BTreeMap<Kind, u16> = BTreeMap::new();
        for &day in calendar.working_days() {
            let Some(pattern) = calendar.pattern(day) else { continue };
            let last = booking.last_slot_on(&scenario.opening, (calendar, day));
            let places = places[day.index()];
            slots.of_day[day.index()] =
                *known.entry((pattern, places, last)).or_insert_with(|| {
                    let times = times(booking.slot, timetable.on(pattern), last);
                    slots.kinds.push(spread(places, &times));
                    slots.kinds.len() as u16 - 1
                });
        }
        slots
    }

    /// The slots of a day.
    pub fn on(&self, day: Day) -> &[Slot] {
        self.of_day.get(day.index()).map_or(&[], |kind| &self.kinds[usize::from(*kind)])
    }
}

/// Per day, the people whom it means to serve by appointment.
pub fn quotas(scenario: &Scenario, calendar: &Calendar) -> Vec<u32> {
    let mut quotas = vec![0; calendar.days() as usize];
    let Some(booking) = &scenario.booking else { return quotas };
    for &day in calendar.working_days() {
        quotas[day.index()] = booking.quota_on(&scenario.opening, (calendar, day));
    }
    quotas
}

/// Per day, the appointments it gives, beyond these quotas where it overbooks.
pub fn places(scenario: &Scenario, quotas: &[u32]) -> Vec<u32> {
    let booking = scenario.booking.as_ref();
    quotas.iter().map(|&quota| booking.map_or(0, |booking| booking.places(quota))).collect()
}

/// Per day, the passports that can be made: an even portion of the week's capacity on each weekday
/// that is ordinarily worked, and that of the first one on others.
pub fn portions(scenario: &Scenario, calendar: &Calendar) -> Vec<u64> {
    let mut portions = vec![0; calendar.days() as usize];
    let Some(production) = &scenario.production else { return portions };
    let of_weekday = production.per_week.map(|per_week| week_portions(scenario, per_week));
    // What is not a whole passport is made on a later day.
    let mut rest = 0.0;
    for &day in calendar.working_days() {
        let weekday = calendar.pattern(day).map_or(0, |pattern| usize::from(pattern.weekday));
        let weekday = scenario.opening.ordinary_weekday(weekday);
        let portion = of_weekday.map(|portions| portions[weekday]);
        let output = scenario.opening.stated((calendar, day), |period| period.output);
        portions[day.index()] = match (portion, output) {
            (None, Some(0.0)) => 0,
            (None, _) => u64::MAX,
            (Some(portion), None) => u64::from(portion),
            (Some(portion), Some(output)) => {
                let exact = f64::from(portion) * output + rest;
                rest = exact - exact.round();
                exact.round() as u64
            }
        };
    }
    portions
}

fn week_portions(scenario: &Scenario, per_week: u32) -> [u32; 7] {
    let worked: Vec<usize> = scenario.opening.hours.open_weekdays().collect();
    let mut portions = [0; 7];
    for (index, &weekday) in worked.iter().enumerate() {
        portions[weekday] = share_of(per_week, index, worked.len());
    }
    portions
}

/// Every slot length from each opening on.
fn times(slot: Span, openings: &[Opening], last: Option<TimeOfDay>) -> Vec<TimeOfDay> {
    let step = slot.milliseconds().max(1) as usize;
    let of_opening = |opening: &Opening| {
        let until = last.map_or(opening.until, |last| last.min(opening.until));
        (opening.from.milliseconds()..until.milliseconds()).step_by(step)
    };
    openings.iter().flat_map(of_opening).map(TimeOfDay::from_milliseconds).collect()
}

/// Places spread evenly over slots.
fn spread(total: u32, times: &[TimeOfDay]) -> Vec<Slot> {
    let places = |index| share_of(total, index, times.len());
    times.iter().enumerate().map(|(index, &time)| Slot { time, places: places(index) }).collect()
}

/// The `index`-th of `parts` nearly equal whole parts of `total`; what is over comes early.
fn share_of(total: u32, index: usize, parts: usize) -> u32 {
    let edge = |position: usize| (u64::from(total) * position as u64).div_ceil(parts as u64);
    (edge(index + 1) - edge(index)) as u32
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
