//! antrean: a discrete-event capacity simulator for offices that hand out appointments against a quota.

pub mod engine;
pub mod random;
pub mod time;
