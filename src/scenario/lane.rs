//! `[[lane]]`: kinds of applicants that take ways of their own to the counter, that desks call in
//! different order or serve differently, or whose passports take another time.

use crate::random::Law;
use crate::scenario::Scenario;
use crate::scenario::intake::{Channel, Channels};
use crate::scenario::production::MOST_WORKING_DAYS;
use crate::scenario::reading::{Count, Limit, Reader, Share, WorkingDays, nearest};
use crate::time::{TimeOfDay, WeeklyHours};

/// Lanes at most: more than any office has, as many as an applicant can carry.
pub const MOST_LANES: usize = 50;
const LAST_PRIORITY: u32 = 100;

/// A kind of applicants.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub name: String,
    /// Share of all families.
    pub share: f64,
    /// Who is called first where several wait: 1 before 2 before 3.
    pub priority: u32,
    /// The channels of its people, where they are not those of all.
    pub channels: Option<Channels>,
    /// Its people who are let in without an appointment a day, where they are counted apart;
    /// `u32::MAX` is no limit.
    pub daily_cap: Option<u32>,
    /// None of its people is let in without an appointment at or after this time of day.
    pub until: Option<TimeOfDay>,
    /// Working days that a file takes at least, where these are not those of production.
    pub processing: Option<u32>,
    /// Working days within which a passport is promised, likewise.
    pub promise: Option<u32>,
}

/// A lane, by its place in the scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LaneId(pub u8);

impl Lane {
    /// The one lane of a scenario that names none.
    pub fn everybody() -> Lane {
        Lane {
            name: "everybody".to_string(),
            share: 1.0,
            priority: 1,
            channels: None,
            daily_cap: None,
            until: None,
            processing: None,
            promise: None,
        }
    }

    /// Whether any of its people come without an appointment, where others do or do not.
    fn walks_in(&self, others: &Channels) -> bool {
        0.0 < self.channels.as_ref().unwrap_or(others).share(Channel::WalkIn)
    }

    /// Reads a `[[lane]]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Lane> {
        let name = reader.required::<String>("name");
        let share = reader.required::<Share>("share").map(Share::value);
        let priority = reader.optional::<Count<1, LAST_PRIORITY>>("priority");
        let channels = reader.optional::<Channels>("channel");
        let daily_cap = reader.optional::<Limit>("daily_cap");
        let daily_cap = daily_cap.map(|cap| cap.value().unwrap_or(u32::MAX));
        let until = reader.optional::<TimeOfDay>("until");
        let mut days = |key| {
            let days = reader.optional::<WorkingDays>(key).map(|WorkingDays(days)| days);
            if days.is_some_and(|days| MOST_WORKING_DAYS < days) {
                reader.refuse(key, "must be at most 1000 working days", "");
            }
            days
        };
        let processing = days("processing");
        let promise = days("promise");
        if let (Some(processing), Some(promise)) = (processing, promise)
            && promise < processing
        {
            let message = "the promise is shorter than the processing time of this lane";
            reader.doubtful("promise", message, "it counts working days from the interview");
        }
        Some(Lane {
            name: name?,
            share: share?,
            priority: priority.map_or(1, Count::value),
            channels,
            daily_cap,
            until,
            processing,
            promise,
        })
    }
}

impl Scenario {
    /// Whether anybody ever takes a channel, before or after a cut-over, in whatever lane.
    pub fn uses(&self, channel: Channel) -> bool {
        let taken = |lane: &Lane| match &lane.channels {
            Some(channels) => 0.0 < channels.share(channel),
            None => self.intake.uses(channel),
        };
        match channel {
            Channel::Outreach => {
                let played = self.run.first_date()..=self.run.last_played_date();
                self.demand.outreach.iter().any(|team| 0 < team.files && team.goes_out(&played))
            }
            _ => self.demand.lanes.iter().any(taken),
        }
    }

    /// Notes what lanes say that concerns nobody, or cannot be.
    pub fn check_lanes(&self, reader: &mut Reader<'_>) {
        for lane in &self.demand.lanes {
            let stated = |key: &str| format!("the lane {} has {key}, but", lane.name);
            let of_walk_ins = lane.daily_cap.map(|_| "`daily_cap`");
            let of_walk_ins = of_walk_ins.or(lane.until.map(|_| "`until`"));
            let later = self.intake.cut_overs.iter().map(|cut_over| &cut_over.channels);
            let mut channels = std::iter::once(&self.intake.channels).chain(later);
            if let Some(key) = of_walk_ins
                && !channels.any(|channels| lane.walks_in(channels))
            {
                let message = format!("{} nobody of it walks in", stated(key));
                reader.doubtful("lane", &message, "give it `channel = \"walk-in\"`");
            }
            let largest = self.demand.family_sizes.len() as u32;
            if lane.daily_cap.is_some_and(|cap| 0 < cap && cap < largest) {
                let message =
                    format!("{} families of {largest} never fit in", stated("`daily_cap`"));
                reader.doubtful("lane", &message, "raise it to the largest family");
            }
            let of_files = lane.processing.or(lane.promise);
            if of_files.is_some()
                && self.production.is_none()
                && reader.node("production").is_none()
            {
                let message = format!("{} there is no production", stated("working days"));
                reader.wrong("lane", &message, "add `[production]`");
            }
            let is_open = |hours: &WeeklyHours| hours.first_weekday().is_some();
            if let Some(until) = lane.until
                && is_open(&self.opening.hours)
                && !is_open(&self.opening.hours.until(until))
            {
                let message = format!("{} the office opens no earlier", stated("`until`"));
                reader.wrong("lane", &message, "it must be after opening time");
            }
        }
    }
}

/// Reads `lane_service` of a stage: a law for each lane that it names.
pub fn read_lane_services(reader: &mut Reader<'_>, lanes: &[Lane]) -> Vec<Option<Law>> {
    let mut services = vec![None; lanes.len()];
    for entry in reader.entries() {
        let law = reader.read::<Law>(&entry.node);
        match lanes.iter().position(|lane| lane.name == entry.key) {
            Some(lane) => services[lane] = law,
            None => {
                let message = format!("`{}` is no lane", entry.key);
                reader.wrong(&entry.key, &message, &help(&entry.key, lanes));
            }
        }
    }
    services
}

fn help(wrong: &str, lanes: &[Lane]) -> String {
    let names: Vec<&str> = lanes.iter().map(|lane| lane.name.as_str()).collect();
    match (names.as_slice(), nearest(wrong, names.iter().copied())) {
        ([], _) => "no `[[lane]]` is stated".to_string(),
        (_, Some(near)) => format!("did you mean `{near}`?"),
        (names, None) => format!("there are {}", names.join(", ")),
    }
}
