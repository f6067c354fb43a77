//! Exact values that need a computer: chains solved state by state.

use std::ops::Range;

/// A line as a chain of births and deaths, in its long run.
pub struct BirthAndDeath {
    chances: Vec<f64>,
}

impl BirthAndDeath {
    /// Solves a chain of so many states by its rates of birth and death in each.
    pub fn new(
        states: usize,
        birth: impl Fn(usize) -> f64,
        death: impl Fn(usize) -> f64,
    ) -> BirthAndDeath {
        let mut weights = vec![1.0];
        for people in 1..states {
            weights.push(weights[people - 1] * birth(people - 1) / death(people));
        }
        let total: f64 = weights.iter().sum();
        BirthAndDeath { chances: weights.iter().map(|weight| weight / total).collect() }
    }

    /// How likely so many people are there.
    pub fn chance(&self, people: Range<usize>) -> f64 {
        self.chances[people].iter().sum()
    }

    /// The mean of a value that depends on how many people are there.
    pub fn mean(&self, value: impl Fn(usize) -> f64) -> f64 {
        self.chances.iter().enumerate().map(|(people, chance)| chance * value(people)).sum()
    }

    /// The mean number of people who wait before so many desks.
    pub fn waiting(&self, desks: usize) -> f64 {
        self.mean(|people| people.saturating_sub(desks) as f64)
    }
}

/// A line before which people come by the hour of the day, day after day.
#[derive(Default)]
pub struct Periodic {
    pub line: f64,
    pub people: f64,
    pub wait: f64,
    pub delayed: f64,
}

const STATES: usize = 160;
const STEPS_PER_MINUTE: usize = 4;
const MINUTES_PER_DAY: usize = 1440;
const DAYS_TO_SETTLE: usize = 4;

impl Periodic {
    /// Solves the line of desks with exponential service (in min), by arrivals a minute in each
    /// hour.
    pub fn of(rates: &[f64; 24], desks: usize, service: f64) -> Periodic {
        let mut chances = vec![0.0; STATES];
        chances[0] = 1.0;
        let step = 1.0 / STEPS_PER_MINUTE as f64;
        let mut day = Periodic::default();
        for minute in 0..(DAYS_TO_SETTLE + 1) * MINUTES_PER_DAY {
            let rate = rates[minute / 60 % 24];
            for _ in 0..STEPS_PER_MINUTE {
                let before = chances.clone();
                let half = moved(&before, rate, (desks, service), step / 2.0);
                chances = moved(&half, rate, (desks, service), step / 2.0);
                if DAYS_TO_SETTLE * MINUTES_PER_DAY <= minute {
                    // Simpson's rule over the step.
                    for (chances, weight) in [(&before, 1.0), (&half, 4.0), (&chances, 1.0)] {
                        day.add(chances, (rate, weight * step / 6.0), (desks, service));
                    }
                }
            }
        }
        let arrivals = 60.0 * rates.iter().sum::<f64>();
        let minutes = MINUTES_PER_DAY as f64;
        Periodic {
            line: day.line / minutes,
            people: day.people / minutes,
            wait: day.wait / arrivals,
            delayed: day.delayed / arrivals,
        }
    }

    fn add(
        &mut self,
        chances: &[f64],
        (rate, minutes): (f64, f64),
        (desks, service): (usize, f64),
    ) {
        for (people, chance) in chances.iter().enumerate() {
            let waiting = people.saturating_sub(desks) as f64;
            let before = (people + 1).saturating_sub(desks) as f64;
            self.line += chance * minutes * waiting;
            self.people += chance * minutes * people as f64;
            self.wait += chance * minutes * rate * before * service / desks as f64;
            self.delayed += chance * minutes * rate * f64::from(u8::from(desks <= people));
        }
    }
}

/// Kolmogorov's equations a short time on, by their Taylor series to the sixth order.
fn moved(chances: &[f64], rate: f64, desks: (usize, f64), time: f64) -> Vec<f64> {
    let mut sum = chances.to_vec();
    let mut term = chances.to_vec();
    for order in 1..=6 {
        term = flow(&term, rate, desks);
        term.iter_mut().for_each(|value| *value *= time / f64::from(order));
        sum.iter_mut().zip(&term).for_each(|(sum, value)| *sum += value);
    }
    sum
}

fn flow(chances: &[f64], rate: f64, (desks, service): (usize, f64)) -> Vec<f64> {
    let leaves = |people: usize| people.min(desks) as f64 / service;
    let comes = |people: usize| if people + 1 < STATES { rate } else { 0.0 };
    (0..STATES)
        .map(|people| {
            let from_below = people.checked_sub(1).map_or(0.0, |below| rate * chances[below]);
            let above = chances.get(people + 1).map_or(0.0, |chance| leaves(people + 1) * chance);
            from_below + above - (leaves(people) + comes(people)) * chances[people]
        })
        .collect()
}

/// Production of 60 a day whose system fails and is repaired between days, fed by 60 appointments
/// of which a share is kept.
pub struct Production {
    pub delay: f64,
    pub within_three_days: f64,
    /// Files that could have been made at the end of a day and were not.
    pub left_over: f64,
}

const PLACES: usize = 60;
const CAPACITY: usize = 60;
const LONGEST_LINE: usize = 4_500;
const LONGEST_DELAY: usize = 500;
const MOST_DAYS_TO_SETTLE: usize = 3_000;

/// Chances of a line, while the system works and while it does not.
type Line = [Vec<f64>; 2];

impl Production {
    /// Solves the chain of the system's state and the files that wait.
    pub fn of(show: f64, starts: f64, ends: f64) -> Production {
        let fresh = binomial(show);
        let move_state = |of: [f64; 2]| {
            [of[0] * (1.0 - starts) + of[1] * ends, of[0] * starts + of[1] * (1.0 - ends)]
        };
        let mut waiting: Line = [vec![0.0; LONGEST_LINE], vec![0.0; LONGEST_LINE]];
        waiting[0][0] = 1.0;
        let mut before = 0.0;
        for _ in 0..MOST_DAYS_TO_SETTLE {
            let left = after_production(&waiting, move_state);
            let left_over: f64 = left.iter().map(|line| mean(line)).sum();
            if (left_over - before).abs() < 1e-10 * left_over {
                return Production::read(&left, &fresh, move_state);
            }
            before = left_over;
            waiting = left.map(|line| joined(&line, &fresh));
        }
        panic!("the backlog does not settle");
    }

    /// Follows a file that comes on a day with so many left over.
    fn read(left: &Line, fresh: &[f64], move_state: impl Fn([f64; 2]) -> [f64; 2]) -> Production {
        let per_day: f64 =
            fresh.iter().enumerate().map(|(files, chance)| files as f64 * chance).sum();
        let at_least = |place: usize| fresh[place..].iter().sum::<f64>() / per_day;
        let places: Vec<f64> =
            (0..=PLACES).map(|place| if place == 0 { 0.0 } else { at_least(place) }).collect();
        // By state, working days of the system until the file is made.
        let mut runs =
            [vec![0.0; LONGEST_LINE / CAPACITY + 2], vec![0.0; LONGEST_LINE / CAPACITY + 2]];
        for (runs, line) in runs.iter_mut().zip(left) {
            for (place, chance) in joined(line, &places).iter().enumerate() {
                runs[place.div_ceil(CAPACITY)] += chance;
            }
        }
        let mut made = Vec::new();
        for _ in 0..LONGEST_DELAY {
            let moved: Vec<[f64; 2]> =
                (0..runs[0].len()).map(|run| move_state([runs[0][run], runs[1][run]])).collect();
            made.push(moved[1][0]);
            let works = |run: usize| moved.get(run + 1).filter(|_| 0 < run).map_or(0.0, |of| of[0]);
            runs = [(0..moved.len()).map(works).collect(), moved.iter().map(|of| of[1]).collect()];
        }
        Production {
            delay: made.iter().zip(1..).map(|(chance, days)| chance * f64::from(days)).sum(),
            within_three_days: made[..3].iter().sum(),
            left_over: left.iter().map(|line| mean(line)).sum(),
        }
    }
}

fn after_production(waiting: &Line, move_state: impl Fn([f64; 2]) -> [f64; 2]) -> Line {
    let mut left = [vec![0.0; LONGEST_LINE], vec![0.0; LONGEST_LINE]];
    for files in 0..LONGEST_LINE {
        let [works, fails] = move_state([waiting[0][files], waiting[1][files]]);
        left[0][files.saturating_sub(CAPACITY)] += works;
        left[1][files] += fails;
    }
    left
}

/// The sum of two independent numbers, the second of which is small.
fn joined(line: &[f64], more: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; line.len()];
    for (files, chance) in line.iter().enumerate().filter(|(_, chance)| 1e-30 < **chance) {
        let to = (files + more.len()).min(line.len());
        sum[files..to].iter_mut().zip(more).for_each(|(sum, of)| *sum += chance * of);
        // What is beyond the longest line stays there.
        sum[line.len() - 1] += more[to - files..].iter().sum::<f64>() * chance;
    }
    sum
}

fn mean(line: &[f64]) -> f64 {
    line.iter().enumerate().map(|(files, chance)| files as f64 * chance).sum()
}

fn binomial(share: f64) -> Vec<f64> {
    let mut chances = vec![1.0];
    for _ in 0..PLACES {
        let before = |count: usize| chances.get(count).copied().unwrap_or(0.0);
        let next = |count: usize| {
            let came = count.checked_sub(1).map_or(0.0, |less| share * before(less));
            came + (1.0 - share) * before(count)
        };
        chances = (0..=chances.len()).map(next).collect();
    }
    chances
}
