//! `demand.from`: wishes that were written down, to be replayed as they are or by whole weeks.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::scenario::demand::LARGEST_FAMILY;
use crate::scenario::reading::{
    Cell, Diagnostic, Findings, Leaf, Node, Read, Reader, Row, Rows, Value, choice, nearest,
    read_table,
};
use crate::scenario::{Demand, LaneId};
use crate::time::{Date, TimeOfDay, shifted};

/// Wishes from data, by date.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// In the order of the file.
    days: BTreeMap<Date, Vec<Group>>,
    /// Mondays of the whole weeks that are drawn; none where the data are replayed as they are.
    pub weeks: Vec<Date>,
}

/// A row: a family with its time, or all people of a day who are told apart no further. What it
/// does not say is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    pub time: Option<TimeOfDay>,
    pub people: Option<u32>,
    pub origin: Option<u16>,
    pub lane: Option<LaneId>,
}

/// What `demand.from` says before origins and lanes are known.
pub struct Draft {
    rows: Vec<DraftRow>,
    resample: Resample,
}

struct DraftRow {
    date: Date,
    group: Group,
    origin: Option<Cell>,
    lane: Option<Cell>,
    place: Cell,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Resample {
    #[default]
    None,
    Weeks,
}

/// People in a row of daily counts at most: as many as the model takes a day.
const MOST_PER_DAY: u32 = 1_000_000;
const DAYS_PER_WEEK: i64 = 7;
/// Columns of wishes by time and of counts by day: those that must be there, and those that may.
const TIMES: ([&str; 1], [&str; 3]) = (["time"], ["people", "origin", "lane"]);
const COUNTS: ([&str; 2], [&str; 2]) = (["date", "count"], ["origin", "lane"]);

impl Recorded {
    /// The rows of a date, in the order of the file.
    pub fn on(&self, date: Date) -> &[Group] {
        self.days.get(&date).map_or(&[], Vec::as_slice)
    }

    /// People a day over the days from the first row to the last, each family without a number
    /// counted as one.
    pub fn people_a_day(&self) -> f64 {
        let groups = self.days.values().flatten();
        let people: f64 = groups.map(|group| f64::from(group.people.unwrap_or(1))).sum();
        let (Some(first), Some(last)) = (self.first(), self.last()) else { return 0.0 };
        people / (days_between(first, last) + 1) as f64
    }

    fn first(&self) -> Option<Date> {
        self.days.keys().next().copied()
    }

    fn last(&self) -> Option<Date> {
        self.days.keys().next_back().copied()
    }
}

impl Read for Draft {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| {
            let resample = reader.or("resample", Resample::None);
            let rows = reader.required::<Sheet>("csv").map(|Sheet(rows)| rows);
            Some(Draft { rows: rows?, resample })
        })
    }
}

impl Read for Resample {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        choice(node, findings, &[("none", Resample::None), ("weeks", Resample::Weeks)])
    }
}

/// The rows of the file, if all of them are sound.
struct Sheet(Vec<DraftRow>);

impl Read for Sheet {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        // What is no file was refused when it was looked for.
        let Value::Sheet(table) = &node.value else { return None };
        let timed = table.headings.iter().any(|heading| heading.text == TIMES.0[0]);
        let rows = if timed { times(table, findings) } else { counts(table, findings) }?;
        if rows.is_empty() {
            let message = "this table of wishes has no rows";
            findings.note(Diagnostic::error(message).at(table.place));
        }
        Some(Sheet(rows)).filter(|Sheet(rows)| rows.len() == table.rows.len() && !rows.is_empty())
    }
}

/// Rows with a time each.
fn times(table: &Rows, findings: &mut Findings) -> Option<Vec<DraftRow>> {
    let columns = table.some_columns((&TIMES.0, &TIMES.1), findings)?;
    let read = |row: &Row| {
        let [time, people, origin, lane] =
            [0, 1, 2, 3].map(|column| columns[column].map(|index| &row.cells[index]));
        let moment = time.and_then(|cell| stated(cell, row, ("time", moment), findings));
        let people = written(people);
        let size = people.map(|cell| number(&cell, 1..=LARGEST_FAMILY as u32, findings));
        let (date, time) = moment?;
        let people = if let Some(size) = size { Some(size?) } else { None };
        let group = Group { time: Some(time), people, origin: None, lane: None };
        Some(draft((date, group), row, [origin, lane]))
    };
    Some(table.rows.iter().filter_map(read).collect())
}

/// Rows with a number of people each, one a date, or one a date, origin and lane.
fn counts(table: &Rows, findings: &mut Findings) -> Option<Vec<DraftRow>> {
    let columns = table.some_columns((&COUNTS.0, &COUNTS.1), findings)?;
    let mut first: BTreeMap<(Date, &str, &str), &Cell> = BTreeMap::new();
    let mut rows = Vec::new();
    for row in &table.rows {
        let [date, count, origin, lane] =
            [0, 1, 2, 3].map(|column| columns[column].map(|index| &row.cells[index]));
        let (Some(written_date), Some(count)) = (date, count) else { continue };
        let date = stated(written_date, row, ("date", date_of), findings);
        let people = match count.text.is_empty() {
            true => missing("count", row, findings),
            false => number(count, 0..=MOST_PER_DAY, findings),
        };
        let Some(date) = date else { continue };
        let of = |cell: Option<&'_ Cell>| cell.map_or("", |cell| cell.text.as_str()).to_string();
        let key = (date, origin.map_or("", |of| &of.text), lane.map_or("", |of| &of.text));
        if let Some(first) = first.insert(key, written_date) {
            let whose = [of(origin), of(lane)].join(" ");
            let whose = format!("{date} {}", whose.trim());
            let message = format!("`{}` is there twice", whose.trim().escape_debug());
            let diagnostic = Diagnostic::error(message).at(written_date.place);
            findings.note(diagnostic.also(first.place, "first here"));
            continue;
        }
        let Some(people) = people else { continue };
        let group = Group { time: None, people: Some(people), origin: None, lane: None };
        rows.push(draft((date, group), row, [origin, lane]));
    }
    Some(rows)
}

fn draft((date, group): (Date, Group), row: &Row, [origin, lane]: [Option<&Cell>; 2]) -> DraftRow {
    let place = Cell { text: String::new(), place: row.place };
    DraftRow { date, group, origin: written(origin), lane: written(lane), place }
}

/// A cell unless it is empty.
fn written(cell: Option<&Cell>) -> Option<Cell> {
    cell.filter(|cell| !cell.text.is_empty()).cloned()
}

fn missing<T>(column: &str, row: &Row, findings: &mut Findings) -> Option<T> {
    let message = format!("this row has no `{column}`");
    findings.note(Diagnostic::error(message).at(row.place));
    None
}

/// How a cell says something, or a message on what it must be and advice.
type Says<T> = fn(&str) -> Result<T, (String, Vec<String>)>;

/// What a cell says that must not be empty.
fn stated<T>(
    cell: &Cell,
    row: &Row,
    (column, says): (&str, Says<T>),
    findings: &mut Findings,
) -> Option<T> {
    if cell.text.is_empty() {
        return missing(column, row, findings);
    }
    let noted = says(&cell.text).map_err(|(must, help)| {
        let message = format!("`{}` {must}", cell.text.escape_debug());
        findings.note(Diagnostic::error(message).at(cell.place).helps(help));
    });
    noted.ok()
}

fn date_of(text: &str) -> Result<Date, (String, Vec<String>)> {
    Date::parse(&Value::Text(text.to_string())).map_err(|fault| (fault.message, fault.help))
}

/// A date and a time of day, with or without seconds.
fn moment(text: &str) -> Result<(Date, TimeOfDay), (String, Vec<String>)> {
    let fault = |help: Vec<String>| {
        ("must be a date and a time of day, such as 2019-06-03 08:30".to_string(), help)
    };
    let (date, time) = text.split_once(['T', ' ']).ok_or_else(|| fault(Vec::new()))?;
    let date = date_of(date).map_err(|(_, help)| fault(help))?;
    let (minutes, seconds) = match time.trim().rsplit_once(':') {
        Some((minutes, seconds)) if minutes.contains(':') => (minutes, Some(seconds)),
        _ => (time.trim(), None),
    };
    let of = TimeOfDay::parse(&Value::Text(minutes.to_string()));
    let of = of.map_err(|fault_of| fault(fault_of.help))?;
    let digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = seconds.map_or(Some(0), |text| text.parse::<i64>().ok().filter(|_| digits(text)));
    let seconds = seconds.filter(|seconds| *seconds < 60).ok_or_else(|| fault(Vec::new()))?;
    if TimeOfDay::END_OF_DAY.milliseconds() <= of.milliseconds() {
        return Err(fault(vec!["24:00 is 00:00 of the next date".to_string()]));
    }
    Ok((date, TimeOfDay::from_milliseconds(of.milliseconds() + seconds * 1_000)))
}

fn number(cell: &Cell, allowed: RangeInclusive<u32>, findings: &mut Findings) -> Option<u32> {
    let read = cell.text.parse::<u32>().ok().filter(|number| allowed.contains(number));
    if read.is_none() {
        let message = format!(
            "`{}` must be a whole number from {} to {}",
            cell.text.escape_debug(),
            allowed.start(),
            allowed.end()
        );
        findings.note(Diagnostic::error(message).at(cell.place));
    }
    read
}

impl Draft {
    /// The wishes with their origins and lanes; notes names that are not there, and dates that have
    /// nothing to do with the run.
    pub fn settle(
        self,
        reader: &mut Reader<'_>,
        demand: &Demand,
        played: RangeInclusive<Date>,
    ) -> Option<Recorded> {
        let origins: Vec<&str> = demand.origins.iter().map(|origin| origin.name.as_str()).collect();
        let lanes: Vec<&str> = demand.lanes.iter().map(|lane| lane.name.as_str()).collect();
        let mut days: BTreeMap<Date, Vec<Group>> = BTreeMap::new();
        let heading = self.rows.first().map(|row| row.place.place);
        for row in self.rows {
            let origin = row.origin.and_then(|cell| find(&cell, ("origin", &origins), reader));
            let lane = row.lane.and_then(|cell| find(&cell, ("lane", &lanes), reader));
            let (origin, lane) =
                (origin.map(|index| index as u16), lane.map(|index| LaneId(index as u8)));
            days.entry(row.date).or_default().push(Group { origin, lane, ..row.group });
        }
        let mut recorded = Recorded { days, weeks: Vec::new() };
        let (first, last) = (recorded.first()?, recorded.last()?);
        let fault = match self.resample {
            Resample::None => uncovered((first, last), &played),
            Resample::Weeks => {
                recorded.weeks = whole_weeks(first, last);
                let message = format!("the wishes from {first} to {last} have no whole week");
                let help = "a week is drawn from Monday to Sunday";
                recorded.weeks.is_empty().then(|| Diagnostic::error(message).help(help))
            }
        };
        if let (Some(fault), Some(place)) = (fault, heading) {
            reader.note(fault.at(place));
        }
        Some(recorded)
    }
}

/// What is wrong with data of other dates than those that are played.
fn uncovered((first, last): (Date, Date), played: &RangeInclusive<Date>) -> Option<Diagnostic> {
    let (start, end) = (*played.start(), *played.end());
    let help = "wishes keep their dates: state the dates of the data in `[run]`, without `warm_up` \
                or `follow_up` beyond them, or draw weeks with `resample = \"weeks\"`";
    let dates = format!("the wishes are from {first} to {last}, the run plays {start} to {end}");
    if last < start || end < first {
        return Some(Diagnostic::error(format!("{dates}: nobody would come")).help(help));
    }
    let before = days_between(start, first).max(0);
    let after = days_between(last, end).max(0);
    let message = format!("{dates}: nobody wishes on the other {} days", before + after);
    (0 < before + after).then(|| Diagnostic::warning(message).help(help))
}

/// The Mondays of the weeks that lie within two dates as a whole.
fn whole_weeks(first: Date, last: Date) -> Vec<Date> {
    let into_week = i64::from(first.weekday().to_monday_zero_offset());
    let monday = shifted(first, (DAYS_PER_WEEK - into_week) % DAYS_PER_WEEK);
    let mondays = (0..).map(|week| shifted(monday, week * DAYS_PER_WEEK));
    mondays.take_while(|monday| shifted(*monday, DAYS_PER_WEEK - 1) <= last).collect()
}

fn days_between(first: Date, last: Date) -> i64 {
    i64::from((last - first).get_days())
}

/// The place of a name in a list; notes where there is none.
fn find(cell: &Cell, (what, names): (&str, &[&str]), reader: &mut Reader<'_>) -> Option<usize> {
    let found = names.iter().position(|name| *name == cell.text);
    if found.is_none() {
        let message = format!("`{}` is no {what} of the scenario", cell.text.escape_debug());
        let near = nearest(&cell.text, names.iter().copied());
        let all: BTreeSet<&str> = names.iter().copied().take(20).collect();
        let listed = || format!("there are {}", all.into_iter().collect::<Vec<_>>().join(", "));
        let help = near.map_or_else(listed, |name| format!("did you mean `{name}`?"));
        reader.note(Diagnostic::error(message).at(cell.place).help(help));
    }
    found
}
