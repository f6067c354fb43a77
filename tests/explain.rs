//! `antrean explain`: simple arithmetic that agrees with the simulator, doubts that arise where
//! they should, and the whole command.

#[path = "explain/command.rs"]
mod command;
#[path = "explain/loads.rs"]
mod loads;
#[path = "faults/place.rs"]
mod place;
#[path = "support/playing.rs"]
mod playing;
#[path = "support/program.rs"]
mod program;
#[path = "support/ready.rs"]
mod ready;
