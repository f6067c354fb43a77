//! What a story marks of all that happens, and its names in a word or two.

use crate::office::{AtStation, Happening, Outcome, Plan, Step};
use crate::report::chart::StoryMark;
use crate::report::language::{day_and_month, say, word};
use crate::report::trace::story::teller::{ending, service};

/// The mark of what happens with its name, if it has one.
pub fn mark(plan: &Plan, happening: &Happening) -> Option<(StoryMark, String)> {
    let (mark, name) = match happening.step {
        Step::Wish => (StoryMark::Forward, "wants a passport"),
        Step::FindsHelp => (StoryMark::Forward, "finds help"),
        Step::ChangesChannel { to } => {
            let name = say("now by {channel}", &[("channel", &word(to.name()))]);
            return Some((StoryMark::Forward, name));
        }
        Step::ArrivesAtKiosk => (StoryMark::Trip, "at the kiosk"),
        Step::Books { appointed, .. } => {
            let date = day_and_month(plan.calendar().date(appointed.day()));
            let name = say("books {date}", &[("date", &date)]);
            return Some((StoryMark::Forward, name));
        }
        Step::BuysPlace => (StoryMark::Forward, "buys a place"),
        Step::FindsBookFull => (StoryMark::Setback, "book full"),
        Step::FindsAppDown => (StoryMark::Setback, "app down"),
        Step::LosesPlace => (StoryMark::Setback, "place lost, not paid"),
        Step::Cancels => (StoryMark::Setback, "cancels"),
        Step::Reschedules => (StoryMark::Setback, "asks for another day"),
        Step::MissesAppointment => (StoryMark::Setback, "no-show"),
        Step::FindsNoBoat => (StoryMark::Setback, "no boat"),
        Step::ArrivesAtOffice => (StoryMark::Trip, "at the office"),
        Step::FindsCapReached => (StoryMark::Setback, "the day's cap is reached"),
        Step::At(_, step) => (StoryMark::Setback, failure(step)?),
        Step::SentBack { to } => {
            let name = say("sent back to {stage}", &[("stage", &service(to, plan))]);
            return Some((StoryMark::Setback, name));
        }
        Step::ServedOutside => (StoryMark::Forward, "served by the outreach team"),
        Step::PapersIncomplete => (StoryMark::Setback, "sent home, papers incomplete"),
        Step::Pays => (StoryMark::Forward, "pays"),
        Step::Ready { .. } => (StoryMark::Forward, "passport ready"),
        Step::Collects => (StoryMark::Trip, "fetches the passport"),
        // To have fetched it is the end.
        Step::Ends(Outcome::Issued) if plan.scenario.production.is_some() => return None,
        // In full it has no room.
        Step::Ends(outcome @ Outcome::ShutOut) => (StoryMark::End, outcome.title()),
        Step::Ends(outcome) => (StoryMark::End, ending(outcome)),
        Step::Asks | Step::FileReceived => return None,
    };
    Some((mark, word(name).to_string()))
}

/// Why somebody leaves a station without service.
fn failure(step: AtStation) -> Option<&'static str> {
    match step {
        AtStation::Waits | AtStation::ServiceBegins { .. } | AtStation::ServiceEnds => None,
        AtStation::OutOfOrder => Some("no machine works"),
        AtStation::DoorsClosed => Some("doors closed"),
        AtStation::NoRoom => Some("no room to wait"),
        AtStation::TurnsRound => Some("turns round before the line"),
        AtStation::LosesPatience => Some("leaves the line"),
        AtStation::ClosingTime => Some("sent away at closing time"),
    }
}
