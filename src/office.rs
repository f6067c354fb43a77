//! The office: the model of one replication, from the wish for a passport to its collection.

mod app_outage;
mod arrivals;
mod boats;
mod book;
mod brokers;
mod channels;
mod desk;
mod doors;
mod event;
mod event_lists;
mod in_order;
mod intake;
mod journal;
mod ledger;
mod line;
mod load;
mod measure;
mod model;
mod office_plan;
mod outreach;
mod packed;
mod patience;
mod payment;
mod people;
mod phone;
mod plan;
mod production;
mod recovery;
mod register;
mod replay;
mod replication;
mod service;
mod starting;
mod station;
mod station_hours;
mod tally;
mod usage;
mod visit;
mod week;
mod withdrawal;

pub use journal::{AtStation, Happening, Step};
pub use ledger::{Daily, DayRecord, Ledger};
pub use load::{BookLoad, Load, OfficeLoad, ProductionLoad, StationLoad, WalkInLoad};
pub use measure::{
    Better, Figure, Measure, Read, Scope, Unit, check_named_figures, figures, measures,
    named_figure,
};
pub use office_plan::{OfficeId, OfficePlan};
pub use packed::{pack, unpack};
pub use phone::Phone;
pub use plan::Plan;
pub use register::Register;
pub use replication::{ConservationError, Replication, Simulator};
pub use station::{StationId, StationKind};
pub use tally::{Item, Outcome, Tally};
pub use week::Week;
