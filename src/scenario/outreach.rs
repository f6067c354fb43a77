//! `[[outreach]]`: days on which a team goes out and serves people where they live.

use std::ops::RangeInclusive;

use crate::scenario::reading::{
    Count, DateRange, DateRanges, Fault, Reader, meant_name, word_list,
};
use crate::scenario::{Origin, Stage};
use crate::time::Date;

/// A team with what it needs for photo, fingerprints and interview.
#[derive(Clone, Debug, PartialEq)]
pub struct Outreach {
    pub name: String,
    /// When it goes out.
    pub dates: Vec<DateRange>,
    /// People whom it serves on each of these days.
    pub files: u32,
    /// Where these live, by the place among the origins.
    pub origin: u16,
    /// By stage, the desks that stay empty meanwhile.
    pub takes: Vec<u32>,
}

/// Teams at most.
pub const MOST_TEAMS: usize = 200;
/// People whom a team serves on a day at most, as many as the model can number.
const MOST_FILES: u32 = 4_000;

/// What a team can be sent to, and what it can take along.
pub struct Base<'a> {
    pub origins: &'a [Origin],
    pub stages: &'a [Stage],
    pub played: Option<&'a RangeInclusive<Date>>,
}

impl Outreach {
    /// Reads an `[[outreach]]`.
    pub fn read(reader: &mut Reader<'_>, base: &Base<'_>) -> Option<Outreach> {
        let name = reader.required::<String>("name");
        let dates = reader.required::<DateRanges>("dates").map(|DateRanges(dates)| dates);
        let files = reader.required::<Count<0, MOST_FILES>>("files").map(Count::value);
        let origin = find_origin(reader, base.origins);
        let takes = reader.section("takes", |reader| Some(read_takes(reader, base.stages)));
        let takes = takes.unwrap_or_else(|| vec![0; base.stages.len()]);
        let outreach = Outreach { name: name?, dates: dates?, files: files?, origin, takes };
        if let Some(played) = base.played {
            reader.expect_played("dates", &outreach.dates, played);
        }
        Some(outreach)
    }

    /// Whether the team is out on any of some dates.
    pub fn goes_out(&self, dates: &RangeInclusive<Date>) -> bool {
        self.dates.iter().any(|of| of.meets(dates))
    }

    /// Whether the team is out on a date.
    pub fn is_out(&self, date: Date) -> bool {
        self.dates.iter().any(|dates| dates.has(date))
    }
}

/// The origin that is named; the only one need not be.
fn find_origin(reader: &mut Reader<'_>, origins: &[Origin]) -> u16 {
    let names: Vec<&str> = origins.iter().map(|origin| origin.name.as_str()).collect();
    let Some(name) = reader.optional::<String>("origin") else {
        if 1 < origins.len() {
            let help = format!("add `origin = \"...\"`: {}", word_list(names.iter().copied()));
            reader.wrong("", "it is not said where the team goes", &help);
        }
        return 0;
    };
    let found = names.iter().position(|known| *known == name);
    if found.is_none() {
        let help = meant_name(&name, &names, "no `[[origin]]` is stated");
        reader.refuse("origin", "must be the name of an `[[origin]]`", &help);
    }
    found.unwrap_or(0) as u16
}

/// Desks by stage that a team takes along.
fn read_takes(reader: &mut Reader<'_>, stages: &[Stage]) -> Vec<u32> {
    let mut takes = vec![0; stages.len()];
    for entry in reader.entries() {
        let desks = reader.read::<Count<0>>(&entry.node).map_or(0, Count::value);
        let Some(place) = stages.iter().position(|stage| stage.name == entry.key) else {
            let names: Vec<&str> = stages.iter().map(|stage| stage.name.as_str()).collect();
            let help = meant_name(&entry.key, &names, "no `[[stage]]` is stated");
            reader.wrong(&entry.key, &format!("`{}` is no stage", entry.key), &help);
            continue;
        };
        takes[place] = desks;
        let stage = &stages[place];
        let fault = match stage.desks {
            _ if desks == 0 => None,
            None => Some(Fault::new("must name a stage with so many desks, not \"unlimited\"")),
            Some(there) if there < desks => {
                Some(Fault::new(format!("must be at most {there}, the desks of that stage")))
            }
            Some(_) if stage.outage.is_some() => {
                Some(Fault::new("cannot be of a stage whose desks have an `outage`"))
            }
            Some(_) => None,
        };
        fault.into_iter().for_each(|fault| reader.refuse_node(&entry.node, fault));
    }
    takes
}
