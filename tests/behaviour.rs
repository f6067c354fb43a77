//! How an office behaves whatever its figures: what must hold, what must change nothing, and which
//! changes can only help.
//!
//! `behaviour/register.rs` tells which test holds which property of `reference/properties.json`,
//! or why none does.

#[path = "behaviour/access.rs"]
mod access;
#[path = "behaviour/app_outages.rs"]
mod app_outages;
#[path = "behaviour/boats.rs"]
mod boats;
#[path = "behaviour/branches.rs"]
mod branches;
#[path = "behaviour/brokers.rs"]
mod brokers;
#[path = "behaviour/chance.rs"]
mod chance;
#[path = "behaviour/closed.rs"]
mod closed;
#[path = "behaviour/cut_over.rs"]
mod cut_over;
#[path = "behaviour/drawn.rs"]
mod drawn;
#[path = "behaviour/extremes.rs"]
mod extremes;
#[path = "behaviour/given_back.rs"]
mod given_back;
#[path = "behaviour/lanes.rs"]
mod lanes;
#[path = "behaviour/limits.rs"]
mod limits;
#[path = "behaviour/monotone.rs"]
mod monotone;
#[path = "behaviour/neutral.rs"]
mod neutral;
#[path = "behaviour/ordered.rs"]
mod ordered;
#[path = "behaviour/outages.rs"]
mod outages;
#[path = "behaviour/outreach.rs"]
mod outreach;
#[path = "behaviour/payment.rs"]
mod payment;
#[path = "support/playing.rs"]
mod playing;
#[path = "support/ready.rs"]
mod ready;
#[path = "behaviour/recorded.rs"]
mod recorded;
#[path = "behaviour/register.rs"]
mod register;
#[path = "behaviour/repeated.rs"]
mod repeated;
#[path = "behaviour/scaled.rs"]
mod scaled;
#[path = "behaviour/seen.rs"]
mod seen;
#[path = "behaviour/starting.rs"]
mod starting;
#[path = "behaviour/traced.rs"]
mod traced;
#[path = "behaviour/written.rs"]
mod written;
