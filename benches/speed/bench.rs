//! How things are measured: by criterion, or directly where one run takes seconds.

use std::hint::black_box;
use std::time::{Duration, Instant};

use cpu_time::ProcessTime;
use criterion::{Criterion, Throughput};
use peak_alloc::PeakAlloc;

use crate::table::{Row, table};

/// What is measured: one run of it makes so many of something.
#[derive(Clone, Debug)]
pub struct Subject {
    pub name: String,
    /// What the run is made of, in the singular.
    pub of: &'static str,
    /// How many of them one run has.
    pub count: u64,
    /// The name of what it is held against in the same run.
    pub twin: Option<String>,
    pub clock: Clock,
}

/// Which time counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Of the processor, which other programs disturb least.
    Processor,
    /// Of a clock on the wall: several threads are there to save it.
    Wall,
}

/// How long a run takes, and so how many are worth their while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    Short,
    Long,
}

/// Measures, and keeps what was found.
pub struct Bench {
    criterion: Criterion,
    heap: &'static PeakAlloc,
    rows: Vec<Row>,
}

impl Subject {
    /// So many of something in each run.
    pub fn new(name: &str, of: &'static str, count: u64) -> Subject {
        Subject { name: name.to_string(), of, count, twin: None, clock: Clock::Processor }
    }

    /// Held against what is measured under another name.
    pub fn beside(self, twin: &str) -> Subject {
        Subject { twin: Some(twin.to_string()), ..self }
    }

    /// By the clock on the wall.
    pub fn by_wall_clock(self) -> Subject {
        Subject { clock: Clock::Wall, ..self }
    }
}

impl Bench {
    /// As the command line says.
    pub fn new(heap: &'static PeakAlloc) -> Bench {
        Bench { criterion: Criterion::default().configure_from_args(), heap, rows: Vec::new() }
    }

    /// Measures by criterion.
    pub fn measure<T>(&mut self, subject: Subject, effort: Effort, mut run: impl FnMut() -> T) {
        let mut row = Row::new(subject);
        let heap = self.heap;
        let (samples, warm_up, measurement) = match effort {
            Effort::Short => (30, 500, 1_500),
            Effort::Long => (10, 500, 3_000),
        };
        let mut group = self.criterion.benchmark_group("antrean");
        group.sample_size(samples).warm_up_time(Duration::from_millis(warm_up));
        group.measurement_time(Duration::from_millis(measurement));
        group.throughput(Throughput::Elements(row.subject.count));
        let name = row.subject.name.clone();
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|times| row.time(heap, times, || black_box(run())));
        });
        group.finish();
        self.keep(row);
    }

    /// Measures long runs in turn, so many times each, without criterion, which would take ten at
    /// least. Each says how much it had in it.
    pub fn measure_in_turn(
        &mut self,
        subjects: Vec<Subject>,
        times: u64,
        mut run: impl FnMut(usize) -> u64,
    ) {
        let mut rows: Vec<Row> = subjects.into_iter().map(Row::new).collect();
        for _ in 0..times {
            let wanted = rows.iter_mut().enumerate();
            for (index, row) in wanted.filter(|(_, row)| is_asked_for(&row.subject.name)) {
                let mut count = 0;
                let elapsed = row.time(self.heap, 1, || count = run(index));
                row.subject.count = count;
                println!("antrean/{:<40} time: {elapsed:.3?}", row.subject.name);
            }
        }
        rows.into_iter().for_each(|row| self.keep(row));
    }

    fn keep(&mut self, row: Row) {
        if !row.seconds.is_empty() {
            self.rows.push(row);
        }
    }

    /// The table of all that was measured.
    pub fn finish(self) -> String {
        self.criterion.final_summary();
        table(&self.rows)
    }
}

impl Row {
    /// Runs it so many times, and notes the time of each and the most memory.
    fn time<T>(&mut self, heap: &PeakAlloc, times: u64, mut run: impl FnMut() -> T) -> Duration {
        heap.reset_peak_usage();
        let (begun, begun_on_wall) = (ProcessTime::now(), Instant::now());
        for _ in 0..times {
            run();
        }
        let elapsed = match self.subject.clock {
            Clock::Processor => begun.elapsed(),
            Clock::Wall => begun_on_wall.elapsed(),
        };
        self.seconds.push(elapsed.as_secs_f64() / times as f64);
        self.peak = self.peak.max(heap.peak_usage() as u64);
        elapsed
    }
}

/// Whether the command line wants something long: `cargo bench` without a name, or with one that it
/// has in its own; never where benches are only tried.
fn is_asked_for(name: &str) -> bool {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |option: &str| arguments.iter().any(|argument| argument == option);
    let mut names = arguments.iter().filter(|argument| !argument.starts_with("--")).peekable();
    let named = names.peek().is_none() || names.any(|wanted| name.contains(wanted.as_str()));
    has("--bench") && !has("--test") && !has("--list") && named
}
