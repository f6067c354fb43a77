//! The chart of a story.

use std::fmt::Display;

use crate::office::{Happening, Outcome, Plan, StationKind, Step};
use crate::report::chart::{
    ChartError, Closure, Heading, StoryChart, StoryEvent, StoryLane, StorySpan, StoryStep,
    StoryVisit,
};
use crate::report::language::{
    Noun, capital, counted, day_and_month, fixed, say, short_date, short_weekday, time_of_day, word,
};
use crate::report::pictures::Picture;
use crate::report::trace::story::marks::mark;
use crate::report::trace::story::stays::{Stay, Turn, stays};
use crate::report::trace::story::teller::{duration, service, when};
use crate::report::trace::story::way::{Stretch, due, office_of, way};
use crate::report::trace::story::{DAYS, Story};
use crate::time::{Date, Day, Instant, Span};

/// Stays that are drawn of all scenarios together, and of each at least.
const MOST_STAYS: usize = 12;
const FEWEST_STAYS: usize = 2;
const EARLIER: Noun = ("1 earlier stay is not drawn", "{number} earlier stays are not drawn");

/// Days since the first day of a story.
#[derive(Clone, Copy)]
struct Since(Date);

/// The chart of an applicant's stories; `basis` says who it is and what it rests on.
///
/// # Errors
/// If it cannot be drawn.
pub fn picture(stories: &[Story<'_>], basis: String) -> Result<Picture, ChartError> {
    let heading = Heading { stem: "story".to_string(), title: headline(stories), subtitle: basis };
    let first_day = stories.iter().filter_map(Story::first_date).min().unwrap_or(Date::ZERO);
    let since = Since(first_day);
    let lanes: Vec<StoryLane> =
        stories.iter().map(|story| lane(story, since, stories.len())).collect();
    let last = stories.iter().filter_map(Story::last_date);
    let dues = lanes.iter().filter_map(|lane| Some(lane.due.as_ref()?.0));
    let days = last.chain(dues).max().map_or(1, |date| since.days_to(date) + 1);
    let days = usize::try_from(days).unwrap_or(1);
    let chart = StoryChart { heading, first_day, days, lanes };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

/// How the stories end: "Passport in hand after 15 days (kiosks), after 9 days (app)".
pub fn headline(stories: &[Story<'_>]) -> String {
    let named = |story: &Story<'_>, text: String| match stories.len() {
        1 => text,
        _ => format!("{text} ({})", story.traced.plan.scenario.label),
    };
    let days: Option<Vec<u32>> = stories.iter().map(Story::days_to_hand).collect();
    match days {
        Some(days) => {
            let told = stories.iter().zip(days);
            let told: Vec<String> = told.map(|(story, days)| named(story, after(days))).collect();
            say("Passport in hand {when}", &[("when", &told.join(", "))])
        }
        None => {
            let told = stories.iter().map(|story| named(story, story.ending()));
            capital(&told.collect::<Vec<String>>().join("; "))
        }
    }
}

fn after(days: u32) -> String {
    match days {
        0 => word("on the same day").to_string(),
        days => say("after {days}", &[("days", &counted(days, DAYS))]),
    }
}

impl Story<'_> {
    fn plan(&self) -> &Plan {
        &self.traced.plan
    }

    fn first_date(&self) -> Option<Date> {
        self.happenings.first().map(|first| self.date(first))
    }

    fn last_date(&self) -> Option<Date> {
        self.happenings.last().map(|last| self.date(last))
    }

    fn date(&self, of: &Happening) -> Date {
        self.plan().calendar().date(of.at.day())
    }

    /// Days from the wish to fetching the passport, or to having it where none is fetched.
    fn days_to_hand(&self) -> Option<u32> {
        let is_end =
            |of: &&&Happening| matches!(of.step, Step::Collects | Step::Ends(Outcome::Issued));
        let last = self.happenings.iter().find(is_end)?;
        Some(last.at.day().0 - self.happenings.first()?.at.day().0)
    }

    /// How the story ends, and when.
    pub fn ending(&self) -> String {
        let Some((first, last)) = self.happenings.first().zip(self.happenings.last()) else {
            return word("has no such wish").to_string();
        };
        if let Some(days) = self.days_to_hand() {
            return say("passport in hand {when}", &[("when", &after(days))]);
        }
        let when = after(last.at.day().0 - first.at.day().0);
        say("{outcome} {when}", &[("outcome", &self.outcome()), ("when", &when)])
    }
}

impl Since {
    fn days_to(self, date: Date) -> i64 {
        i64::from((date - self.0).get_days())
    }

    fn at(self, plan: &Plan, instant: Instant) -> f64 {
        let day = self.days_to(plan.calendar().date(instant.day())) as f64;
        day + (instant - instant.day().start()).days()
    }
}

fn lane(story: &Story<'_>, since: Since, lanes: usize) -> StoryLane {
    let (plan, happenings) = (story.plan(), &story.happenings);
    let stays = stays(happenings);
    let span = |of: Stretch| StorySpan {
        phase: of.phase,
        from: since.at(plan, of.from),
        until: since.at(plan, of.until),
        length: length(of.until - of.from),
    };
    let event = |(of, told): (&&Happening, &Option<super::Line>)| {
        let told = told.as_ref().map(|line| line.sentence.clone());
        let mark = mark(plan, of);
        let told = told.or_else(|| mark.as_ref().map(|(_, name)| name.clone()))?;
        Some(StoryEvent { at: since.at(plan, of.at), time: when(plan, of.at), told, mark })
    };
    let most = (MOST_STAYS / lanes.max(1)).max(FEWEST_STAYS);
    let earlier = stays.len().saturating_sub(most);
    let due = due(plan, happenings);
    StoryLane {
        label: plan.scenario.label.clone(),
        note: note(story),
        spans: way(plan, happenings, &stays).into_iter().map(span).collect(),
        events: happenings.iter().zip(&story.told).filter_map(event).collect(),
        due: due.map(|date| (date, say("promised for {date}", &[("date", &day_and_month(date))]))),
        closures: closures(story),
        visits: stays[earlier..].iter().map(|stay| visit(plan, stay)).collect(),
        left_out: match earlier {
            0 => String::new(),
            earlier => counted(earlier as u32, EARLIER),
        },
    }
}

/// How long a part of the way is, in days from one on.
fn length(span: Span) -> String {
    match span {
        short if short < Span::DAY => duration(short),
        long => say("{number} days", &[("number", &fixed(long.days(), 1))]),
    }
}

/// The channel and how it ends.
fn note(story: &Story<'_>) -> String {
    match story.happenings.first() {
        None => story.ending(),
        Some(first) => say(
            "by {channel}: {ending}",
            &[("channel", &word(first.channel.name())), ("ending", &story.ending())],
        ),
    }
}

/// Days of the story on which the office does not work.
fn closures(story: &Story<'_>) -> Vec<Closure> {
    let Some(office) = office_of(story.plan(), &story.happenings) else { return Vec::new() };
    let calendar = &office.calendar;
    let ends = story.happenings.first().zip(story.happenings.last());
    let Some((first, last)) = ends else { return Vec::new() };
    let days = first.at.day().0..=last.at.day().0;
    let closed = days.map(Day).filter(|day| !calendar.is_working(*day));
    Closure::of_dates(closed.map(|day| calendar.date(day)))
}

fn visit(plan: &Plan, stay: &Stay) -> StoryVisit {
    let date = plan.calendar().date(stay.from.day());
    let date = format!("{} {}", short_weekday(date.weekday()), short_date(date));
    let station = stay.turns.first().map(|turn| &plan.stations[usize::from(turn.station.0)]);
    let kiosk = station.filter(|station| matches!(station.kind, StationKind::Kiosk(_)));
    let text = match (kiosk, stay.appointed) {
        (Some(_), _) => "{date}: at the kiosk {kiosk}, {from} to {until}",
        (None, Some(_)) => "{date}: at the office, {from} to {until}, appointed for {appointed}",
        (None, None) => "{date}: at the office, {from} to {until}",
    };
    let [from, until] = [stay.from, stay.until].map(clock);
    let appointed = clock(stay.appointed.unwrap_or(stay.from));
    let kiosk = kiosk.map_or("", |station| station.name.as_str());
    let parts: [(&str, &dyn Display); 5] = [
        ("date", &date),
        ("kiosk", &kiosk),
        ("from", &from),
        ("until", &until),
        ("appointed", &appointed),
    ];
    let title = say(text, &parts);
    StoryVisit { title, steps: stay.turns.iter().map(|turn| step(plan, stay, turn)).collect() }
}

/// The time of day of an instant.
fn clock(instant: Instant) -> String {
    time_of_day(instant.time_of_day())
}

fn step(plan: &Plan, stay: &Stay, turn: &Turn) -> StoryStep {
    let minutes = |instant: Instant| (instant - stay.from).minutes().max(0.0);
    let waited = turn.begins - turn.joins;
    let text = match turn.ends {
        None if turn.joins == turn.begins => "{begins}, not served",
        None => "in line from {joins} to {begins}, not served",
        Some(_) if Span::ZERO < waited => "{begins} to {ends}, after a wait of {time}",
        Some(_) => "{begins} to {ends}",
    };
    let [joins, begins, ends] =
        [turn.joins, turn.begins, turn.ends.unwrap_or(turn.begins)].map(clock);
    let time = duration(waited);
    let parts: [(&str, &dyn Display); 4] =
        [("joins", &joins), ("begins", &begins), ("ends", &ends), ("time", &time)];
    StoryStep {
        label: service(turn.station, plan).to_string(),
        waits: (minutes(turn.joins), minutes(turn.begins)),
        served: turn.ends.map(minutes),
        note: say(text, &parts),
    }
}
