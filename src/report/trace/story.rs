//! The story of one applicant in each scenario: what they have in common, where they part, and
//! what they come to.

mod choice;
mod teller;

use std::fmt::Display;

use comfy_table::{CellAlignment, Table, presets};

pub use choice::{CHOICES, UnknownApplicant};

use crate::experiment::Traced;
use crate::office::{AtStation, Happening, Register, Step};
use crate::report::language::{Noun, counted, say, word};
use crate::report::trace::story::choice::chosen;
use crate::report::trace::story::teller::{Line, duration, lines};
use crate::time::Span;

const DAYS: Noun = ("1 day", "{number} days");

/// The story of an applicant in one scenario.
struct Story<'run> {
    traced: &'run Traced,
    happenings: Vec<&'run Happening>,
    lines: Vec<Line>,
}

/// Tells in words what happens to an applicant in each scenario, at most `width` columns wide.
/// `asked` names it, or says what to look for in the first scenario (see [`CHOICES`]).
///
/// # Errors
/// If there is no such applicant.
pub fn story(traced: &[Traced], asked: &str, width: u16) -> Result<String, UnknownApplicant> {
    let identity = chosen(traced, asked)?;
    let stories: Vec<Story<'_>> = traced.iter().map(|of| Story::new(of, identity)).collect();
    let wish = stories.iter().find_map(|of| of.happenings.first().map(|first| (of, *first)));
    let Some((of, wish)) = wish else { return Ok(String::new()) };
    let name = Register::new(&of.traced.plan).applicant(identity);
    let origin = &of.traced.plan.scenario.demand.origins[usize::from(wish.origin)].name;
    let head = match wish.people {
        1 => "{applicant}: from {origin}, alone",
        _ => "{applicant}: from {origin}, in a family of {people}",
    };
    let parts: [(&str, &dyn Display); 3] =
        [("applicant", &name), ("origin", origin), ("people", &wish.people)];
    Ok(say(head, &parts) + "\n\n" + &told(&stories) + "\n" + &sums(&stories, width))
}

impl<'run> Story<'run> {
    fn new(traced: &'run Traced, identity: u64) -> Story<'run> {
        let happens_to = |happening: &&Happening| happening.identities().contains(&identity);
        let happenings: Vec<&Happening> = traced.happenings.iter().filter(happens_to).collect();
        Story { traced, lines: lines(&traced.plan, &happenings), happenings }
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
        text += &listed(&stories[0].lines[..common]);
        if stories.iter().all(|story| story.lines.len() == common) {
            return text + word("The stories are the same to the end.") + "\n";
        }
        text += word("Here the stories part.");
        text += "\n\n";
    }
    let parts: Vec<String> =
        stories.iter().map(|story| story.title() + &listed(&story.lines[common..])).collect();
    text + &parts.join("\n")
}

/// How many lines all stories begin with; none where there is only one.
fn common(stories: &[Story<'_>]) -> usize {
    let Some((first, others)) = stories.split_first().filter(|(_, others)| !others.is_empty())
    else {
        return 0;
    };
    let same = |index: &usize| {
        others.iter().all(|other| other.lines.get(*index) == first.lines.get(*index))
    };
    (0..first.lines.len()).take_while(same).count()
}

fn listed(lines: &[Line]) -> String {
    lines.iter().map(|line| format!("  {}  {}\n", line.time, line.sentence)).collect()
}

/// What each story comes to.
fn sums(stories: &[Story<'_>], width: u16) -> String {
    let mut table = Table::new();
    let names = stories.iter().map(|story| story.traced.plan.scenario.name.clone());
    let header = std::iter::once(String::new()).chain(names);
    table.load_style(presets::NOTHING).set_width(width).set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let mut row = |title: &'static str, value: &dyn Fn(&Story<'_>) -> String| {
        table.add_row(std::iter::once(word(title).to_string()).chain(stories.iter().map(value)));
    };
    row("outcome", &|story| story.outcome().to_string());
    row("requests to the book", &|story| story.count(|step| step == Step::Asks));
    row("trips to the office", &|story| {
        story.count(|step| {
            matches!(step, Step::ArrivesAtOffice | Step::FindsCapReached | Step::Collects)
        })
    });
    row("trips to a kiosk", &|story| story.count(|step| step == Step::ArrivesAtKiosk));
    row("waited in lines", &|story| duration(story.waited()));
    row("from wish to appointment", &|story| {
        story.days_to(|happening| match happening.step {
            Step::Books { appointed, .. } => Some(appointed.day().0),
            _ => None,
        })
    });
    row("from wish to passport", &|story| {
        story.days_to(|happening| match happening.step {
            Step::Ready { .. } => Some(happening.at.day().0),
            _ => None,
        })
    });
    table.trim_fmt() + "\n"
}
