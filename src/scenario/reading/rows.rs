//! Tables in CSV files beside a scenario: their cells, each with the place where it stands.

use std::path::{Component, Path};

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::nearest::nearest;
use crate::scenario::reading::settings;
use crate::scenario::reading::shelf::Shelf;
use crate::scenario::reading::source::{Place, SourceId};
use crate::scenario::reading::tree::Node;
use crate::scenario::reading::words;

/// A table: its headings, and its rows with as many cells each.
#[derive(Debug, PartialEq)]
pub struct Rows {
    /// Where the headings stand.
    pub place: Place,
    pub headings: Vec<Cell>,
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, PartialEq)]
pub struct Row {
    pub place: Place,
    pub cells: Vec<Cell>,
}

/// A cell without the blanks around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub text: String,
    pub place: Place,
}

impl Rows {
    /// Reads the CSV file that a value names, relative to the file in which the value stands, and
    /// within its folder. What is wrong goes to the findings; `file` is the scenario that was asked
    /// for.
    pub fn read(
        (shelf, file): (Shelf, &Path),
        named: &Node,
        findings: &mut Findings,
    ) -> Option<Rows> {
        let (name, place) = (named.text()?, named.place);
        let from = findings.sources.name(place.source);
        let from = if from == settings::SOURCE { file } else { Path::new(from) };
        let beside = |part| matches!(part, Component::Normal(_) | Component::CurDir);
        if !Path::new(name).components().all(beside) {
            let message =
                format!("`{}` must stay in the folder of the scenario", name.escape_debug());
            let help = "name a file beside the scenario, or in a folder beneath";
            findings.note(Diagnostic::error(message).at(place).help(help));
            return None;
        }
        let path = from.with_file_name(name);
        match shelf.read(&path) {
            Ok(text) => {
                let source = findings.sources.add(&path.display().to_string(), text.clone());
                Rows::parse((&text, source), findings)
            }
            Err(fault) => {
                let message = format!("`{}` {}", path.display(), fault.message);
                findings.note(Diagnostic::error(message).at(place).helps(fault.help));
                None
            }
        }
    }

    /// The table of a CSV text, but for rows that cannot be read.
    fn parse((text, source): (&str, SourceId), findings: &mut Findings) -> Option<Rows> {
        let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text.as_bytes());
        let Ok(headings) = reader.headers().cloned() else {
            let message = "this table has no headings that can be read";
            findings.note(Diagnostic::error(message).at(Place::new(source, 0..0)));
            return None;
        };
        let headings = cells(&headings, Places { text, source, next: 0 });
        let mut rows = Vec::new();
        for record in reader.records() {
            match record {
                Ok(record) => {
                    let start = record.position().map_or(0, |position| position.byte() as usize);
                    let place = line_at(text, start, source);
                    let cells = cells(&record, Places { text, source, next: start });
                    rows.push(Row { place, cells });
                }
                Err(error) => {
                    let start = error.position().map_or(0, |position| position.byte() as usize);
                    let message = format!("this row cannot be read: {error}");
                    findings.note(Diagnostic::error(message).at(line_at(text, start, source)));
                }
            }
        }
        Some(Rows { place: line_at(text, 0, source), headings, rows })
    }

    /// Where columns stand that must all be there, and no others; notes what is not so.
    pub fn columns<const COUNT: usize>(
        &self,
        names: [&str; COUNT],
        findings: &mut Findings,
    ) -> Option<[usize; COUNT]> {
        let found = self.some_columns((&names, &[]), findings)?;
        let found: Option<Vec<usize>> = found.into_iter().collect();
        found?.try_into().ok()
    }

    /// Where columns stand that must be there, then those that may be, and no others; notes what
    /// is not so.
    pub fn some_columns(
        &self,
        (required, optional): (&[&str], &[&str]),
        findings: &mut Findings,
    ) -> Option<Vec<Option<usize>>> {
        let names = [required, optional].concat();
        let mut places = vec![None; names.len()];
        let mut sound = true;
        for (index, heading) in self.headings.iter().enumerate() {
            let known = names.iter().position(|name| *name == heading.text);
            let fault = match known.map(|column| places[column].replace(index)) {
                Some(None) => continue,
                Some(Some(_)) => twice(heading),
                None => unknown_column(heading, &names),
            };
            findings.note(fault);
            sound = false;
        }
        let missing = required.iter().zip(&places).filter(|(_, place)| place.is_none());
        let missing: Vec<&&str> = missing.filter(|_| sound).map(|(name, _)| name).collect();
        for name in &missing {
            let help = format!("the columns are {}", words::all(names.iter().copied()));
            let message = format!("there is no column `{name}`");
            findings.note(Diagnostic::error(message).at(self.place).help(help));
        }
        (sound && missing.is_empty()).then_some(places)
    }
}

fn twice(heading: &Cell) -> Diagnostic {
    let message = format!("the column `{}` is there twice", heading.text.escape_debug());
    Diagnostic::error(message).at(heading.place)
}

fn unknown_column(heading: &Cell, names: &[&str]) -> Diagnostic {
    let help = match nearest(&heading.text, names.iter().copied()) {
        _ if heading.text.contains(';') => "separate columns by commas".to_string(),
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("the columns are {}", words::all(names.iter().copied())),
    };
    let message = format!("unknown column `{}`", heading.text.escape_debug());
    Diagnostic::error(message).at(heading.place).help(help)
}

fn cells(record: &StringRecord, mut places: Places<'_>) -> Vec<Cell> {
    let cell = |text: &str| Cell { text: text.to_string(), place: places.of(text) };
    record.iter().map(cell).collect()
}

/// Where cells stand, one after the other.
struct Places<'a> {
    text: &'a str,
    source: SourceId,
    next: usize,
}

impl Places<'_> {
    /// The place of the next cell, by its text.
    fn of(&mut self, cell: &str) -> Place {
        let rest = self.text.get(self.next..).unwrap_or_default();
        let start = self.next + rest.find(cell).unwrap_or(0);
        self.next = (start + cell.len()).min(self.text.len());
        Place::new(self.source, start..self.next)
    }
}

fn line_at(text: &str, start: usize, source: SourceId) -> Place {
    let rest = text.get(start..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start().len();
    let length = rest.trim_start().lines().next().map_or(0, str::len);
    Place::new(source, start + blank..start + blank + length)
}
