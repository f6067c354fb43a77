//! Speed: the event list, a line, years at Karimun, offices of four sizes, threads, and files.
//!
//! A name behind `cargo bench --bench speed --` runs only what has it in its own. The table at the
//! end says what was measured, in words.

#[path = "speed/bench.rs"]
mod bench;
#[path = "speed/event_list.rs"]
mod event_list;
#[path = "speed/files.rs"]
mod files;
#[path = "shared/hold.rs"]
mod hold;
#[path = "shared/line.rs"]
mod line;
#[path = "speed/offices.rs"]
mod offices;
#[path = "speed/one_line.rs"]
mod one_line;
#[path = "shared/shipped.rs"]
mod shipped;
#[path = "speed/table.rs"]
mod table;
#[path = "shared/words.rs"]
mod words;

use peak_alloc::PeakAlloc;

use crate::bench::Bench;

/// Counts what the program holds, so that every row can say how much at its peak.
#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

fn main() {
    let mut bench = Bench::new(&HEAP);
    event_list::measure(&mut bench);
    one_line::measure(&mut bench);
    offices::measure_years(&mut bench);
    offices::measure_sizes(&mut bench);
    offices::measure_threads(&mut bench);
    files::measure(&mut bench);
    print!("{}", bench.finish());
}
