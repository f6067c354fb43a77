//! Choosing the best of several scenarios and finding the input that matters most: what is
//! promised, and whole commands.

#[path = "choosing/best.rs"]
mod best;
#[path = "faults/place.rs"]
mod place;
#[path = "support/program.rs"]
mod program;
#[path = "choosing/promise.rs"]
mod promise;
#[path = "support/ready.rs"]
mod ready;
#[path = "choosing/sensitivity.rs"]
mod sensitivity;
