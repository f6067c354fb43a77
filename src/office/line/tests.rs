//! A stage's plain twin: obvious and slow, it looks at everybody at every instant. Bit for bit the
//! same waits as the office shows that lines, patience, priorities and batches are what they say.

use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq};
use proptest::proptest;
use proptest::test_runner::RngSeed;

use crate::office::arrivals::{Wish, draw_wishes};
use crate::office::office_plan::OfficeId;
use crate::office::people::{Applicant, Cause, Visitor};
use crate::office::phone::Phone;
use crate::office::plan::Plan;
use crate::office::replication::Simulator;
use crate::office::usage::Usage;
use crate::random::Streams;
use crate::scenario::reading::Colour;
use crate::scenario::{Channel, LaneId, Scenario};
use crate::time::{Day, Instant, Span};

/// What becomes of everybody, in whole milliseconds.
#[derive(Debug, PartialEq, Eq)]
struct Fates {
    served: u64,
    waited: i64,
    /// The median wait and that of the slowest tenth.
    quantiles: [Option<i64>; 2],
    left: u64,
    left_waited: i64,
    full: u64,
    balked: u64,
}

/// Somebody who comes to the only stage.
struct Customer {
    visitor: Visitor,
    since: Instant,
    state: State,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    ToCome,
    Waits,
    /// Until then, at a desk that somebody else may share.
    Served(Instant, usize),
    Gone,
}

struct Twin<'plan> {
    plan: &'plan Plan,
    streams: Streams,
    customers: Vec<Customer>,
    usage: Usage,
}

impl<'plan> Twin<'plan> {
    fn new(plan: &'plan Plan, streams: Streams) -> Self {
        let mut customers = Vec::new();
        for day in plan.first.0..plan.end.0 {
            let mut wishes = Vec::new();
            draw_wishes(plan, streams, Day(day), &mut wishes);
            wishes.sort_by_key(|wish| (wish.at, wish.identity));
            let customer = |wish: Wish| Customer {
                visitor: Visitor::new(
                    applicant(plan, streams, &wish),
                    OfficeId::default(),
                    wish.at,
                ),
                since: wish.at,
                state: State::ToCome,
            };
            customers.extend(wishes.into_iter().map(customer));
        }
        Twin { plan, streams, customers, usage: Usage::default() }
    }

    fn played(mut self) -> Fates {
        while let Some(now) = self.next_instant() {
            self.let_finished_go(now);
            self.serve(now);
            self.let_impatient_go(now);
            while let Some(index) = self.who_comes(now) {
                self.receive(index, now);
                self.serve(now);
            }
        }
        Fates::of(&self.usage)
    }

    fn next_instant(&self) -> Option<Instant> {
        let due = |customer: &Customer| match customer.state {
            State::ToCome => Some(customer.since),
            State::Waits => self.end_of_patience(customer),
            State::Served(ends, _) => Some(ends),
            State::Gone => None,
        };
        self.customers.iter().filter_map(due).min()
    }

    fn end_of_patience(&self, customer: &Customer) -> Option<Instant> {
        let patience = self.plan.stations[0].line.patience.as_ref()?;
        let mut stream = customer.visitor.stream(self.streams, Cause::LinePatience(0));
        Some(customer.since + patience.sample(&mut stream))
    }

    fn let_finished_go(&mut self, now: Instant) {
        for customer in &mut self.customers {
            if matches!(customer.state, State::Served(ends, _) if ends == now) {
                customer.state = State::Gone;
            }
        }
    }

    fn let_impatient_go(&mut self, now: Instant) {
        for index in self.waiting() {
            if self.end_of_patience(&self.customers[index]) == Some(now) {
                self.customers[index].state = State::Gone;
                let waited = now - self.customers[index].since;
                self.usage.record_leaving(waited, Span::ZERO);
            }
        }
    }

    fn who_comes(&self, now: Instant) -> Option<usize> {
        let comes = |customer: &Customer| customer.state == State::ToCome && customer.since == now;
        self.customers.iter().position(comes)
    }

    /// Those who wait, in the order in which they will be called.
    fn waiting(&self) -> Vec<usize> {
        let waits = |index: &usize| self.customers[*index].state == State::Waits;
        let mut waiting: Vec<usize> = (0..self.customers.len()).filter(waits).collect();
        waiting.sort_by_key(|&index| {
            let lane = self.customers[index].visitor.applicant.lane;
            self.plan.scenario.demand.lanes[usize::from(lane.0)].priority
        });
        waiting
    }

    fn free_desk(&self) -> Option<usize> {
        let desks = self.plan.stations[0].servers.expect("desks are counted") as usize;
        let taken = |desk: usize| {
            let at =
                |customer: &Customer| matches!(customer.state, State::Served(_, of) if of == desk);
            self.customers.iter().any(at)
        };
        (0..desks).find(|&desk| !taken(desk))
    }

    fn receive(&mut self, index: usize, now: Instant) {
        let line = &self.plan.stations[0].line;
        let waiting = self.waiting().len();
        let at_once = waiting == 0 && self.free_desk().is_some();
        let visitor = self.customers[index].visitor;
        let mut luck = visitor.stream(self.streams, Cause::Joins(0));
        self.customers[index].state = match line.waiting_room {
            Some(places) if !at_once && places as usize <= waiting => {
                self.usage.lost.full += 1;
                State::Gone
            }
            _ if !at_once && !luck.happens(line.joins(waiting)) => {
                self.usage.lost.balked += 1;
                State::Gone
            }
            _ => State::Waits,
        };
        self.customers[index].since = now;
    }

    fn serve(&mut self, now: Instant) {
        while let (Some(desk), [first, ..]) = (self.free_desk(), self.waiting().as_slice()) {
            let plan = &self.plan.stations[0];
            let visitor = self.customers[*first].visitor;
            let law = plan.service_of(visitor.applicant.lane);
            let ends = now + law.sample(&mut visitor.stream(self.streams, Cause::Service(0)));
            for index in self.waiting().into_iter().take(plan.at_once as usize) {
                let waited = now - self.customers[index].since;
                self.usage.record_wait(waited, Span::ZERO);
                self.customers[index].state = State::Served(ends, desk);
            }
        }
    }
}

fn applicant(plan: &Plan, streams: Streams, wish: &Wish) -> Applicant {
    let lane = Cause::Lane.stream(streams, wish.identity).index(&plan.scenario.demand.lane_shares);
    Applicant {
        identity: wish.identity,
        wish: wish.at,
        origin: wish.origin,
        channel: Channel::WalkIn,
        way: Channel::WalkIn,
        lane: LaneId(lane as u8),
        phone: Phone::Own,
        counted: true,
        attempt: 0,
    }
}

impl Fates {
    fn of(usage: &Usage) -> Fates {
        Fates {
            served: usage.served,
            waited: usage.waited.milliseconds(),
            quantiles: [0.5, 0.9].map(|share| usage.waits.quantile(share)),
            left: usage.lost.left,
            left_waited: usage.lost.waited.milliseconds(),
            full: usage.lost.full,
            balked: usage.lost.balked,
        }
    }
}

fn stage() -> impl Strategy<Value = String> {
    let service = ["\"7 min\"", "{ exponential = { mean = \"7 min\" } }", "\"1 min\""];
    let rules = [
        "",
        "waiting_room = 2",
        "waiting_room = 0",
        "patience = \"5 min\"",
        "patience = { exponential = { mean = \"10 min\" } }\nwaiting_room = 4",
        "joins = [0.9, 0.5, 0.2]",
        "lane_service = { second = \"3 min\" }\njoins = [1, 0.7]\npatience = \"12 min\"",
    ];
    let choices = (0..3_usize, 0..7_usize, 1..4_u32, 1..4_u32, 0..3_u32);
    choices.prop_map(move |(law, rule, desks, at_once, priorities)| {
        format!(
            r#"
            lane = [
                {{ name = "first", share = 0.5, priority = {} }},
                {{ name = "second", share = 0.5, priority = {} }},
            ]
            [[stage]]
            name = "desk"
            desks = {desks}
            at_once = {at_once}
            service = {}
            {}
            "#,
            1 + priorities % 2,
            1 + priorities / 2,
            service[law],
            rules[rule]
        )
    })
}

fn plan(stage: &str, (per_hour, seed): (u32, u32)) -> Plan {
    let text = format!(
        r#"
        channel = "walk-in"
        run = {{ start = 2026-01-05, length = "4 days", seed = {seed} }}
        office = {{ hours = "always" }}
        demand = {{ per_hour = {per_hour}, weekday_factors = [3.5, 3.5, 0, 0, 0, 0, 0] }}
        {stage}
        "#
    );
    let (scenario, findings) = Scenario::parse("one stage", &text);
    assert!(!findings.has_errors(), "{}", findings.render(Colour::Plain));
    Plan::new(scenario.expect("no mistakes"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, rng_seed: RngSeed::Fixed(2019), ..ProptestConfig::default() })]

    #[test]
    fn a_stage_agrees_with_its_plain_twin(stage in stage(), luck in (1..9_u32, 0..1_000_u32)) {
        let plan = plan(&stage, luck);
        let streams = Streams::new(plan.scenario.run.seed, 0);
        let twin = Twin::new(&plan, streams).played();
        let plan = plan.by_hour();
        let mut simulator = Simulator::new(&plan);
        let run = simulator.replicate(0, &[]).expect("applicants and outcomes add up");
        let usage = simulator.usage(0);
        prop_assert_eq!(Fates::of(usage), twin);
        let sums = [&run.weeks[0].open, &run.weeks[0].busy].map(|hours| hours.iter().sum::<i64>());
        prop_assert_eq!(sums, [usage.work.open, usage.work.busy].map(|time| time.milliseconds()));
    }
}
