//! The models: reception with the book, stages with their desks, and production.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use nexosim::model::{Context, Model, schedulable};
use nexosim::ports::Output;
use nexosim::simulation::{Mailbox, SimInit, SimulationError};
use nexosim::time::MonotonicTime;
use rand::{RngExt, SeedableRng};
use rand_distr::Exp1;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use crate::figures::Figures;
use crate::parameters::{DAY, DAYS_OF_WEEK, Parameters};

const SECONDS_PER_MINUTE: f64 = 60.0;
/// The smallest step of nexosim's clock: it refuses to schedule anything for the present.
const TICK: Duration = Duration::from_nanos(1);

type Shared = Arc<Mutex<Figures>>;

/// Plays one replication on one thread.
pub fn play(parameters: &Parameters, seed: u64) -> Result<Figures, SimulationError> {
    let figures = Arc::new(Mutex::new(Figures::new(parameters.stages.len())));
    let reception_mailbox = Mailbox::new();
    let stage_mailboxes: Vec<Mailbox<Stage>> =
        parameters.stages.iter().map(|_| Mailbox::new()).collect();
    let production_mailbox = Mailbox::new();

    let mut reception = Reception::new(parameters, seed, &figures);
    reception.comes.connect(Stage::arrive, &stage_mailboxes[0]);
    let mut stages: Vec<Stage> = (0..parameters.stages.len())
        .map(|index| Stage::new(parameters, index, seed, &figures))
        .collect();
    for (index, stage) in stages.iter_mut().enumerate() {
        match stage_mailboxes.get(index + 1) {
            Some(next) => stage.done.connect(Stage::arrive, next),
            None => stage.done.connect(Production::receive, &production_mailbox),
        };
    }
    let production = Production::new(parameters, &figures);

    let mut bench = SimInit::with_num_threads(1)
        .add_model(reception, reception_mailbox, "reception")
        .add_model(production, production_mailbox, "production");
    for (index, (stage, mailbox)) in stages.into_iter().zip(stage_mailboxes).enumerate() {
        bench = bench.add_model(stage, mailbox, &parameters.stages[index].name);
    }
    let mut simulation = bench.init(MonotonicTime::EPOCH)?;
    simulation.step_until(span(parameters.days as f64 * DAY))?;
    let counted = figures.lock().expect("one thread").clone();
    Ok(counted)
}

/// Hands out appointments and sends people in on their day.
#[derive(Serialize, Deserialize)]
pub struct Reception {
    pub comes: Output<()>,
    rate: f64,
    quota: u64,
    window: u64,
    opening: (f64, f64),
    taken: Vec<u64>,
    chance: Pcg64Mcg,
    #[serde(skip)]
    figures: Shared,
}

#[Model]
impl Reception {
    fn new(parameters: &Parameters, seed: u64, figures: &Shared) -> Reception {
        Reception {
            comes: Output::default(),
            rate: parameters.requests_per_day / DAY,
            quota: parameters.quota,
            window: parameters.window,
            opening: (parameters.opens, parameters.closes),
            taken: vec![0; (parameters.days + parameters.window) as usize + 1],
            chance: chance(seed, 0),
            figures: figures.clone(),
        }
    }

    #[nexosim(init)]
    async fn init(&mut self, context: &Context<Self>) {
        self.await_request(context);
    }

    /// People ask for an appointment, day and night; who finds the book full is lost.
    #[nexosim(schedulable)]
    async fn request(&mut self, _: (), context: &Context<Self>) {
        let now = now(context);
        let today = (now / DAY) as u64;
        let day = self.first_free(today);
        let mut figures = self.figures.lock().expect("one thread");
        figures.requests += 1;
        match day {
            None => figures.lost += 1,
            Some(day) => {
                figures.lead_days += day - today;
                let (opens, closes) = self.opening;
                let at = day as f64 * DAY + opens + self.chance.random::<f64>() * (closes - opens);
                let event = schedulable!(Self::come_in);
                context.schedule_event(span(at - now), event, ()).expect("in the future");
            }
        }
        drop(figures);
        self.await_request(context);
    }

    #[nexosim(schedulable)]
    async fn come_in(&mut self) {
        self.figures.lock().expect("one thread").arrivals += 1;
        self.comes.send(()).await;
    }

    fn await_request(&mut self, context: &Context<Self>) {
        let gap = exponential(&mut self.chance, 1.0 / self.rate);
        let event = schedulable!(Self::request);
        context.schedule_event(gap, event, ()).expect("in the future");
    }

    /// Takes a place on the first day with one.
    fn first_free(&mut self, today: u64) -> Option<u64> {
        let mut days = today + 1..=today + self.window;
        let day = days.find(|&day| self.taken[day as usize] < self.quota)?;
        self.taken[day as usize] += 1;
        Some(day)
    }
}

/// A stage of the visit: one line before several desks.
#[derive(Serialize, Deserialize)]
pub struct Stage {
    pub done: Output<()>,
    index: usize,
    mean_service: f64,
    free: u64,
    /// When those in line joined it.
    line: VecDeque<f64>,
    chance: Pcg64Mcg,
    #[serde(skip)]
    figures: Shared,
}

#[Model]
impl Stage {
    fn new(parameters: &Parameters, index: usize, seed: u64, figures: &Shared) -> Stage {
        Stage {
            done: Output::default(),
            index,
            mean_service: parameters.stages[index].mean_service,
            free: parameters.stages[index].desks,
            line: VecDeque::new(),
            chance: chance(seed, index as u64 + 1),
            figures: figures.clone(),
        }
    }

    pub async fn arrive(&mut self, _: (), context: &Context<Self>) {
        self.line.push_back(now(context));
        self.serve(context);
    }

    #[nexosim(schedulable)]
    async fn finish(&mut self, _: (), context: &Context<Self>) {
        self.figures.lock().expect("one thread").services[self.index] += 1;
        self.free += 1;
        self.serve(context);
        self.done.send(()).await;
    }

    /// A free desk takes the first in line.
    fn serve(&mut self, context: &Context<Self>) {
        if self.free == 0 {
            return;
        }
        if let Some(joined) = self.line.pop_front() {
            self.free -= 1;
            let waited = now(context) - joined;
            self.figures.lock().expect("one thread").waits[self.index] += waited;
            let service = exponential(&mut self.chance, self.mean_service);
            let event = schedulable!(Self::finish);
            context.schedule_event(service, event, ()).expect("in the future");
        }
    }
}

/// One run at the end of each week, first in, first out.
#[derive(Serialize, Deserialize)]
pub struct Production {
    made_per_week: usize,
    /// Days on which the files came.
    files: VecDeque<u64>,
    #[serde(skip)]
    figures: Shared,
}

#[Model]
impl Production {
    fn new(parameters: &Parameters, figures: &Shared) -> Production {
        let made_per_week = parameters.made_per_week as usize;
        Production { made_per_week, files: VecDeque::new(), figures: figures.clone() }
    }

    #[nexosim(init)]
    async fn init(&mut self, context: &Context<Self>) {
        let week = span(DAYS_OF_WEEK as f64 * DAY);
        let event = schedulable!(Self::run);
        context.schedule_periodic_event(week, week, event, ()).expect("in the future");
    }

    pub async fn receive(&mut self, _: (), context: &Context<Self>) {
        self.files.push_back((now(context) / DAY) as u64);
    }

    #[nexosim(schedulable)]
    async fn run(&mut self, _: (), context: &Context<Self>) {
        let today = (now(context) / DAY).round() as u64 - 1;
        let made = self.made_per_week.min(self.files.len());
        let mut figures = self.figures.lock().expect("one thread");
        figures.ready += made as u64;
        figures.days_to_ready += self.files.drain(..made).map(|day| today - day).sum::<u64>();
    }
}

/// Minutes since the first midnight.
fn now<M: Model>(context: &Context<M>) -> f64 {
    let elapsed = context.time().duration_since(MonotonicTime::EPOCH);
    elapsed.as_secs_f64() / SECONDS_PER_MINUTE
}

fn span(minutes: f64) -> Duration {
    Duration::from_secs_f64(minutes * SECONDS_PER_MINUTE)
}

fn exponential(chance: &mut Pcg64Mcg, mean: f64) -> Duration {
    let unit: f64 = chance.sample(Exp1);
    span(unit * mean).max(TICK)
}

/// A stream of random numbers for each model.
fn chance(seed: u64, model: u64) -> Pcg64Mcg {
    Pcg64Mcg::seed_from_u64(seed << 8 | model)
}
