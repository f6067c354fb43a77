//! What happens to applicants, in short words for logs.

use crate::office::{AtStation, Plan, StationId, StationKind, Step};

/// The name of an activity, for logs.
pub fn activity(step: Step, plan: &Plan) -> String {
    let name = match step {
        Step::Wish => "wish",
        Step::FindsHelp => "finds help",
        Step::ChangesChannel { to } => return format!("changes to {}", to.name()),
        Step::ArrivesAtKiosk => "arrives at the kiosk",
        Step::Asks => "asks for an appointment",
        Step::Books { .. } => "books",
        Step::BuysPlace => "buys a place from a broker",
        Step::FindsBookFull => "finds the book full",
        Step::LosesPlace => "loses the place unpaid",
        Step::Cancels => "cancels",
        Step::Reschedules => "reschedules",
        Step::MissesAppointment => "misses the appointment",
        Step::ArrivesAtOffice => "arrives at the office",
        Step::FindsAppDown => "finds the app down",
        Step::FindsNoBoat => "finds no boat",
        Step::FindsCapReached => "finds the day's cap reached",
        Step::At(station, step) => return at_station(station, step, plan),
        Step::SentBack { to } => return format!("sent back to {}", service(to, plan)),
        Step::ServedOutside => "served by the outreach team",
        Step::PapersIncomplete => "papers incomplete",
        Step::Pays => "pays",
        Step::FileReceived => "file received",
        Step::Ready { .. } => "passport ready",
        Step::Collects => "collects",
        Step::Ends(outcome) => outcome.title(),
    };
    name.to_string()
}

fn at_station(station: StationId, step: AtStation, plan: &Plan) -> String {
    let name = service(station, plan);
    match step {
        AtStation::Waits => format!("waits for {name}"),
        AtStation::ServiceBegins { .. } => format!("{name} begins"),
        AtStation::ServiceEnds => format!("{name} ends"),
        AtStation::OutOfOrder => "finds no machine that works".to_string(),
        AtStation::DoorsClosed => "finds the doors closed".to_string(),
        AtStation::NoRoom => "finds no room to wait".to_string(),
        AtStation::TurnsRound => "turns round before the line".to_string(),
        AtStation::LosesPatience => "leaves the line".to_string(),
        AtStation::ClosingTime => "sent away at closing time".to_string(),
    }
}

/// What is done at a station.
fn service(station: StationId, plan: &Plan) -> &str {
    let station = &plan.stations[usize::from(station.0)];
    match station.kind {
        StationKind::Kiosk(_) => "data entry",
        StationKind::Stage(_) => &station.name,
    }
}
