//! antrean: a discrete-event capacity simulator for offices that hand out appointments.

pub mod cli;
pub mod engine;
pub mod experiment;
pub mod office;
pub mod random;
pub mod report;
pub mod scenario;
pub mod statistics;
pub mod time;
