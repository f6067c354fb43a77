//! Recovery: how long due files wait after the outages of an issuing system.

use std::ops::Range;

use crate::office::model::Offices;
use crate::office::office_plan::{OfficeId, OfficePlan};
use crate::scenario::ProductionOutage;
use crate::statistics::DayHistogram;
use crate::time::Day;

/// The outages of one issuing system that are not over yet, in one way or the other.
#[derive(Clone, Debug, Default)]
pub struct Recovery {
    /// The last working day, if it was one of an outage.
    ongoing: Option<OutageDay>,
    /// The last days of outages after which due files have waited ever since.
    behind: Vec<Day>,
}

#[derive(Clone, Copy, Debug)]
struct OutageDay {
    day: Day,
    /// Whether due files waited at its end.
    is_behind: bool,
}

/// The outages whose last day is measured, of all offices.
#[derive(Clone, Debug, Default)]
pub struct Recoveries {
    /// Working days from the end of an outage to that of the first day without due files; for those
    /// that did not get there, to the end of the run.
    pub days: DayHistogram,
    /// Outages after which due files have waited until the end of the run.
    pub not_recovered: u64,
}

impl Recovery {
    /// Forgets all outages.
    pub fn reset(&mut self) {
        self.ongoing = None;
        self.behind.clear();
    }
}

impl Recoveries {
    /// Forgets all outages.
    pub fn reset(&mut self) {
        self.days = DayHistogram::default();
        self.not_recovered = 0;
    }
}

impl Offices<'_> {
    /// Ends a working day of an issuing system on which so many due files are left.
    pub fn watch_recovery(&mut self, id: OfficeId, day: Day, backlog: usize) {
        let issuing = &mut self.offices[id.index()].issuing;
        let is_lowered = issuing.is_lowered;
        let recovery = &mut issuing.recovery;
        let over = if is_lowered { None } else { recovery.ongoing.take() };
        let is_behind = 0 < backlog;
        if is_lowered {
            recovery.ongoing = Some(OutageDay { day, is_behind });
        }
        match over {
            Some(last) if last.is_behind => recovery.behind.push(last.day),
            Some(last) => self.note_recovery(id, last.day, last.day),
            None => {}
        }
        let behind = &mut self.offices[id.index()].issuing.recovery.behind;
        if is_behind || behind.is_empty() {
            return;
        }
        let mut ends = std::mem::take(behind);
        ends.drain(..).for_each(|end| self.note_recovery(id, end, day));
        self.offices[id.index()].issuing.recovery.behind = ends;
    }

    /// Counts the outages after which due files still wait when the run ends.
    pub fn count_unrecovered(&mut self) {
        let last = Day(self.plan.end.0 - 1);
        for id in self.plan.office_ids() {
            let behind = std::mem::take(&mut self.offices[id.index()].issuing.recovery.behind);
            for end in behind {
                self.note_recovery(id, end, last);
                self.ledger.recoveries.not_recovered += u64::from(self.plan.is_measured(end));
            }
        }
    }

    /// Writes down how long due files waited after the last day of an outage.
    fn note_recovery(&mut self, id: OfficeId, end: Day, recovered: Day) {
        if self.plan.is_measured(end) {
            let calendar = &self.offices[id.index()].plan.calendar;
            self.ledger.recoveries.days.add(calendar.working_between(end, recovered), 1);
        }
    }
}

impl OfficePlan {
    /// Whether production may have outages on some days: by chance, or on given dates.
    pub fn may_be_lowered(&self, days: Range<Day>) -> bool {
        let Some(production) = &self.scenario.production else { return false };
        let mut working = self.calendar.working_days().iter().filter(|day| days.contains(day));
        production.outage.as_ref().is_some_and(may_lower)
            || working.any(|day| self.is_lowered(*day))
    }
}

fn may_lower(outage: &ProductionOutage) -> bool {
    let slow = outage.slow.is_some_and(|slow| 0.0 < slow.share && slow.output < 1.0);
    0.0 < outage.spells.starts && (outage.output < 1.0 || slow)
}
