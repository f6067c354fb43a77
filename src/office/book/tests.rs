//! The book against its plain twin: every place of every day on a list of its own.

use proptest::prelude::{Just, ProptestConfig, Strategy, prop, prop_assert_eq, prop_oneof};
use proptest::proptest;
use proptest::test_runner::RngSeed;

use super::{Book, Request, Seats};
use crate::office::office_plan::OfficePlan;
use crate::office::plan::Plan;
use crate::scenario::{Scenario, Window};
use crate::time::{Day, Instant, Span, TimeOfDay};

/// One place in the twin's book.
struct Place {
    day: Day,
    slot: usize,
    time: TimeOfDay,
    is_taken: bool,
}

/// A book that looks through all its places for every request.
struct Twin<'plan> {
    plan: &'plan OfficePlan,
    places: Vec<Place>,
}

impl<'plan> Twin<'plan> {
    fn new(plan: &'plan OfficePlan) -> Self {
        let place = |day: Day| {
            let slots = plan.slots_on(day).iter().enumerate();
            slots.flat_map(move |(slot, of)| {
                (0..of.places).map(move |_| Place { day, slot, time: of.time, is_taken: false })
            })
        };
        let days = plan.calendar.working_days().iter().copied();
        Twin { plan, places: days.flat_map(place).collect() }
    }

    /// Places that a request may take, day by day.
    fn open(&self, request: &Request) -> Vec<usize> {
        let booking = self.plan.scenario.booking.as_ref().expect("a book");
        let today = request.now.day();
        let same_day = booking.earliest == crate::scenario::Earliest::SameDay;
        let released = self.plan.last_release(request.now);
        let may_take = |place: &Place| {
            let lead = self.plan.calendar.working_between(released, place.day);
            let is_released = match booking.window {
                Window::WorkingDays(days) => place.day <= released || lead <= days,
                Window::Weeks(weeks) => place.day.0 <= released.0 + 7 * weeks,
                Window::Months(months) => {
                    place.day <= self.plan.calendar.months_after(released, months)
                }
            };
            let is_to_come = today < place.day
                || (same_day && today == place.day && request.now.time_of_day() <= place.time);
            !place.is_taken && is_released && is_to_come
        };
        (0..self.places.len()).filter(|&index| may_take(&self.places[index])).collect()
    }

    fn seat(&mut self, request: &Request) -> Vec<Seats> {
        let booking = self.plan.scenario.booking.as_ref().expect("a book");
        let together = booking.families == crate::scenario::Families::SameDay;
        let (mut left, mut seats) = (request.size, Vec::new());
        while 0 < left {
            let open = self.open(request);
            let wanted = if together { left } else { 1 };
            let room = |day: Day| open.iter().filter(|&&at| self.places[at].day == day).count();
            let fits = |day: &Day| wanted as usize <= room(*day);
            let days = || open.iter().map(|&at| self.places[at].day);
            let preferred = |day: &Day| Some(self.plan.calendar.weekday(*day)) == request.weekday;
            let day = days().filter(preferred).find(fits).or_else(|| days().find(fits));
            let Some(day) = day else { break };
            let count = left.min(room(day) as u32);
            let of_day: Vec<usize> =
                open.into_iter().filter(|&at| self.places[at].day == day).collect();
            seats.push(Seats { day, time: self.take(&of_day, count, request.time), count });
            left -= count;
        }
        seats
    }

    /// Takes free places of a day from the first, or from the slot nearest a part of the day, on,
    /// and around.
    fn take(&mut self, of_day: &[usize], count: u32, wanted: Option<f64>) -> TimeOfDay {
        let slots = self.plan.slots_on(self.places[of_day[0]].day).len();
        let first = wanted.map_or(0, |share| {
            let centre = (share * slots as f64) as usize;
            let distance = |&at: &usize| self.places[of_day[at]].slot.abs_diff(centre);
            (0..of_day.len()).min_by_key(|at| (distance(at), *at)).expect("there is room")
        });
        let around = of_day[first..].iter().chain(&of_day[..first]);
        around.take(count as usize).for_each(|&at| self.places[at].is_taken = true);
        self.places[of_day[first]].time
    }

    /// Frees as many places of their day as were given, from their time on, and around.
    fn give_back(&mut self, seats: &Seats) {
        let of_day = |place: &Place| place.is_taken && place.day == seats.day;
        let taken = (0..self.places.len()).filter(|&at| of_day(&self.places[at]));
        let (before, later): (Vec<usize>, Vec<usize>) =
            taken.partition(|&at| self.places[at].time < seats.time);
        let around = later.into_iter().chain(before);
        around.take(seats.count as usize).for_each(|at| self.places[at].is_taken = false);
    }

    /// Places taken on a day.
    fn booked_on(&self, day: Day) -> usize {
        self.places.iter().filter(|place| place.is_taken && place.day == day).count()
    }
}

/// An office whose book has the given rules.
fn plan(rules: &str) -> Plan {
    let text = format!(
        r#"
        channel = "app"
        run = {{ start = 2026-01-05, length = "8 weeks", replications = 1 }}
        office = {{ hours = {{ mon-thu = "08:00-12:00, 13:00-16:00", fri = "08:00-11:00" }} }}
        calendar = {{ closed = [2026-01-14, "2026-01-22 to 2026-01-26"] }}
        period = [{{ name = "extra", dates = [2026-01-17, "2026-02-02 to 2026-02-06"], daily_quota = 3,
                     hours = {{ mon-fri = "09:00-12:00", sat = "08:00-10:00" }}, last_slot = "10:30" }}]
        demand = {{ per_day = 0 }}
        booking = {{ {rules} }}
        "#
    );
    let (scenario, findings) = Scenario::parse("a book", &text);
    assert!(!findings.has_errors(), "{}", findings.render(crate::scenario::reading::Colour::Plain));
    Plan::new(scenario.expect("no mistakes"))
}

fn rules() -> impl Strategy<Value = String> {
    let release = [
        "\"rolling\"",
        "{ weekly = \"fri 14:00\" }",
        "{ weekly = \"mon 00:00\" }",
        "{ monthly = \"20 09:00\" }",
    ];
    let choices = (0..4_usize, 0..2_usize, 0..2_usize);
    let windows = prop_oneof![
        (1..12_u32).prop_map(|days| format!("{days} working days")),
        (1..3_u32).prop_map(|weeks| format!("{weeks} weeks")),
        Just("1 month".to_string()),
    ];
    (1..9_u32, windows, choices).prop_map(move |(quota, window, choices)| {
        let earliest = ["next day", "same day"][choices.1];
        let families = ["same day", "may split"][choices.2];
        format!(
            "daily_quota = {{ mon-thu = {quota}, fri = 2 }}, window = \"{window}\", \
             short_weeks = {{ 3-4 = 5 }}, \
             release = {}, earliest = \"{earliest}\", families = \"{families}\"",
            release[choices.0]
        )
    })
}

/// Requests as minutes since the one before, size, weekday and part of the day; and how many of the
/// places given last are kept before one is given back first, mostly more than there are.
type Asked = (i64, u32, usize, f64, usize);

fn requests() -> impl Strategy<Value = Vec<Asked>> {
    prop::collection::vec((0..700_i64, 1..5_u32, 0..9_usize, 0.0..2.0_f64, 0..30_usize), 1..150)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, rng_seed: RngSeed::Fixed(2019), ..ProptestConfig::default() })]

    #[test]
    fn the_book_agrees_with_a_list_of_places(rules in rules(), asked in requests()) {
        let plan = plan(&rules);
        let (mut book, mut twin) = (Book::default(), Twin::new(plan.office()));
        book.reset(plan.office());
        let mut now = plan.first.start();
        let mut given: Vec<Seats> = Vec::new();
        for (later, size, weekday, time, kept) in asked {
            now = (now + Span::from_minutes(later)).min(last_instant(&plan));
            given.retain(|seats| now.day() <= seats.day);
            if kept < given.len() {
                let seats = given.remove(given.len() - 1 - kept);
                book.give_back(plan.office(), &seats);
                twin.give_back(&seats);
                prop_assert_eq!(book.booked_on(seats.day) as usize, twin.booked_on(seats.day));
            }
            let weekday = Some(weekday).filter(|weekday| *weekday < 5);
            let time = Some(time).filter(|time| *time < 1.0);
            let request = Request { now, size, weekday, time };
            let mut seats = Vec::new();
            book.seat(plan.office(), &request, &mut seats);
            prop_assert_eq!(&seats, &twin.seat(&request), "at {:?}", request);
            given.append(&mut seats);
        }
    }
}

fn last_instant(plan: &Plan) -> Instant {
    plan.end.start() - Span::from_milliseconds(1)
}
