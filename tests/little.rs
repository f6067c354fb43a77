//! Identities of waiting lines, on random small offices that start and end empty: Little's law on
//! each path, work that is not lost, and what lines, lanes and outages must not change.
//!
//! Properties `M17`, `M18`, `M20`, `M22`, `M30` and `M32` to `M34` of `reference/properties.json`.

#[path = "little/identities.rs"]
mod identities;
#[path = "little/idle.rs"]
mod idle;
#[path = "little/offices.rs"]
mod offices;
#[path = "little/poisson.rs"]
mod poisson;
#[path = "support/ready.rs"]
mod ready;
#[path = "support/sheet.rs"]
mod sheet;
