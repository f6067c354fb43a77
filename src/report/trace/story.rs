//! The story of one applicant in each scenario: what they have in common, where they part, and
//! what they come to.

mod choice;
mod files;
mod marks;
mod page;
mod picture;
mod stays;
mod teller;
mod way;

use std::fmt::Display;

use comfy_table::{CellAlignment, Table, presets};

pub use choice::{CHOICES, UnknownApplicant, chosen};
pub use files::story_files;

use crate::experiment::Traced;
use crate::office::{AtStation, Happening, Register, Step};
use crate::report::language::{Noun, counted, say, word};
use crate::report::trace::story::teller::{Line, duration, lines};
use crate::time::Span;

const DAYS: Noun = ("1 day", "{number} days");

/// The story of an applicant in one scenario.
struct Story<'run> {
    traced: &'run Traced,
    happenings: Vec<&'run Happening>,
    /// What is said of each of them, if anything.
    told: Vec<Option<Line>>,
}

/// Tells in words what happens to the applicant with an identity in each scenario, at most `width`
/// columns wide.
pub fn story(traced: &[Traced], identity: u64, width: u16) -> String {
    let stories = stories(traced, identity);
    let Some(who) = who(&stories, identity) else { return String::new() };
    format!("{who}\n\n{}\n{}", told(&stories), sums(&stories, width))
}

fn stories(traced: &[Traced], identity: u64) -> Vec<Story<'_>> {
    traced.iter().map(|of| Story::new(of, identity)).collect()
}

/// Name, origin and family of an applicant who has a wish in any of the scenarios.
fn who(stories: &[Story<'_>], identity: u64) -> Option<String> {
    let wish = stories.iter().find_map(|of| of.happenings.first().map(|first| (of, *first)));
    let (of, wish) = wish?;
    let name = Register::new(&of.traced.plan).applicant(identity);
    let origin = &of.traced.plan.scenario.demand.origins[usize::from(wish.origin)].name;
    let head = match wish.people {
        1 => "{applicant}: from {origin}, alone",
        _ => "{applicant}: from {origin}, in a family of {people}",
    };
    let parts: [(&str, &dyn Display); 3] =
        [("applicant", &name), ("origin", origin), ("people", &wish.people)];
    Some(say(head, &parts))
}

impl<'run> Story<'run> {
    fn new(traced: &'run Traced, identity: u64) -> Story<'run> {
        let happens_to = |happening: &&Happening| happening.identities().contains(&identity);
        let happenings: Vec<&Happening> = traced.happenings.iter().filter(happens_to).collect();
        Story { traced, told: lines(&traced.plan, &happenings), happenings }
    }

    fn lines(&self) -> Vec<&Line> {
        self.told.iter().flatten().collect()
    }

    /// What stands above its part of the text.
    fn title(&self) -> String {
        let name = &self.traced.plan.scenario.name;
        match self.happenings.first() {
            None => say("{name}: has no such wish", &[("name", name)]) + "\n",
            Some(first) => {
                let channel = word(first.channel.name());
                say("{name}, by {channel}", &[("name", name), ("channel", &channel)]) + "\n"
            }
        }
    }

    fn waited(&self) -> Span {
        self.happenings.iter().fold(Span::ZERO, |sum, happening| match happening.step {
            Step::At(_, AtStation::ServiceBegins { waited }) => sum + waited,
            _ => sum,
        })
    }

    fn count(&self, is: fn(Step) -> bool) -> String {
        self.happenings.iter().filter(|happening| is(happening.step)).count().to_string()
    }

    /// Days from the wish to the last step of a kind, or to the day that it names.
    fn days_to(&self, day: fn(&Happening) -> Option<u32>) -> String {
        let last = self.happenings.iter().rev().find_map(|happening| day(happening));
        match (self.happenings.first(), last) {
            (Some(first), Some(last)) => counted(last - first.at.day().0, DAYS),
            _ => "-".to_string(),
        }
    }

    fn outcome(&self) -> &'static str {
        let outcome = self.happenings.iter().rev().find_map(|happening| match happening.step {
            Step::Ends(outcome) => Some(word(outcome.title())),
            _ => None,
        });
        outcome.unwrap_or("-")
    }
}

/// All stories, their common beginning once.
fn told(stories: &[Story<'_>]) -> String {
    let common = common(stories);
    let mut text = String::new();
    if 1 < stories.len() && 0 < common {
        text += match stories.len() {
            2 => word("In both scenarios"),
            _ => word("In all scenarios"),
        };
        text += "\n";
        text += &listed(&stories[0].lines()[..common]);
        if stories.iter().all(|story| story.lines().len() == common) {
            return text + word("The stories are the same to the end.") + "\n";
        }
        text += word("Here the stories part.");
        text += "\n\n";
    }
    let parts: Vec<String> =
        stories.iter().map(|story| story.title() + &listed(&story.lines()[common..])).collect();
    text + &parts.join("\n")
}

/// How many lines all stories begin with; none where there is only one.
fn common(stories: &[Story<'_>]) -> usize {
    let Some((first, others)) = stories.split_first().filter(|(_, others)| !others.is_empty())
    else {
        return 0;
    };
    let (first, others) = (first.lines(), others.iter().map(Story::lines).collect::<Vec<_>>());
    let same = |index: &usize| others.iter().all(|other| other.get(*index) == first.get(*index));
    (0..first.len()).take_while(same).count()
}

fn listed(lines: &[&Line]) -> String {
    lines.iter().map(|line| format!("  {}  {}\n", line.time, line.sentence)).collect()
}

/// What each story comes to, as a table of text.
fn sums(stories: &[Story<'_>], width: u16) -> String {
    let mut table = Table::new();
    let (header, rows) = sum_rows(stories);
    table.load_style(presets::NOTHING).set_width(width).set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.add_rows(rows);
    table.trim_fmt() + "\n"
}

/// What each story comes to: a header with the scenarios, and rows.
fn sum_rows(stories: &[Story<'_>]) -> (Vec<String>, Vec<Vec<String>>) {
    let names = stories.iter().map(|story| story.traced.plan.scenario.name.clone());
    let row = |title: &'static str, value: &dyn Fn(&Story<'_>) -> String| {
        std::iter::once(word(title).to_string()).chain(stories.iter().map(value)).collect()
    };
    let rows = vec![
        row("outcome", &|story| story.outcome().to_string()),
        row("requests to the book", &|story| story.count(|step| step == Step::Asks)),
        row("trips to the office", &|story| story.count(is_trip_to_the_office)),
        row("trips to a kiosk", &|story| story.count(|step| step == Step::ArrivesAtKiosk)),
        row("waited in lines", &|story| duration(story.waited())),
        row("from wish to appointment", &|story| {
            story.days_to(|happening| match happening.step {
                Step::Books { appointed, .. } => Some(appointed.day().0),
                _ => None,
            })
        }),
        row("from wish to passport", &|story| story.days_to(day_of_passport)),
    ];
    (std::iter::once(String::new()).chain(names).collect(), rows)
}

fn is_trip_to_the_office(step: Step) -> bool {
    matches!(step, Step::ArrivesAtOffice | Step::FindsCapReached | Step::Collects)
}

fn day_of_passport(happening: &Happening) -> Option<u32> {
    matches!(happening.step, Step::Ready { .. }).then(|| happening.at.day().0)
}
