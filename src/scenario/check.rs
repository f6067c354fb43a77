//! The check of the whole: what concerns several sections at once.

use crate::scenario::reading::Reader;
use crate::scenario::{Booking, Bound, Channel, Release, Scenario, Target, Window};
use crate::time::{Calendar, Day};

/// Stages of all offices at most, as many as the model can number.
const MOST_STATIONS: usize = 50_000;

impl Scenario {
    /// Notes every contradiction between sections.
    pub fn check(&self, reader: &mut Reader<'_>) {
        self.check_channels(reader);
        self.check_calendar(reader);
        self.check_periods(reader);
        self.check_start(reader);
        self.check_targets(reader);
        if let Some(booking) = &self.booking {
            self.check_families(booking, reader);
            self.check_release(booking, reader);
            if booking.attendance.prepayment.is_some() && self.visit.payment.is_some() {
                let message = "people pay when booking (`booking.prepayment`) and once more here";
                reader.doubtful("payment", message, "leave one of them out");
            }
        }
    }

    /// Notes what several offices cannot have, and rules between offices where there is but one.
    pub fn check_offices(&self, reader: &mut Reader<'_>, offices: usize) {
        match offices {
            0 if reader.node("offices").is_some() => {
                let help = "add a `[[branch]]` for each office";
                reader.wrong("offices", "there is but one office", help);
            }
            0 => {}
            _ if self.uses(Channel::Kiosk) => {
                let help = "give each office with kiosks a scenario of its own";
                reader.wrong("channel", "several offices have no kiosks in this program", help);
            }
            _ if !self.intake.brokers.is_empty() => {
                let help = "give each office with brokers a scenario of its own";
                reader.wrong("broker", "several offices have none in this program", help);
            }
            _ if !self.demand.outreach.is_empty() => {
                let help = "give each office with outreach a scenario of its own";
                reader.wrong("outreach", "several offices have none in this program", help);
            }
            _ if MOST_STATIONS < offices * self.visit.stages.len().max(1) => {
                let message = format!("so many offices can have at most {MOST_STATIONS} stages");
                reader.wrong("branch", &message, "");
            }
            _ => {}
        }
    }

    fn check_channels(&self, reader: &mut Reader<'_>) {
        self.intake.check_cut_overs(reader);
        self.check_lanes(reader);
        self.check_brokers(reader);
        let books = self.uses(Channel::App) || self.uses(Channel::Kiosk);
        if books && self.booking.is_none() && reader.node("booking").is_none() {
            let help = "add `[booking]` with `daily_quota` and `window`, or use \"walk-in\"";
            reader.wrong("channel", "app and kiosk need an appointment book", help);
        }
        if self.uses(Channel::Kiosk) {
            self.check_kiosks(reader);
        }
    }

    /// Brokers need a book, and safeguards somebody against whom they are.
    fn check_brokers(&self, reader: &mut Reader<'_>) {
        let (brokers, safeguards) = (&self.intake.brokers, &self.intake.safeguards);
        if !brokers.is_empty() && self.booking.is_none() && reader.node("booking").is_none() {
            reader.wrong("broker", "brokers take places, but there is no book", "add `[booking]`");
        }
        let prepaid = self.booking.as_ref().is_none_or(|of| of.attendance.prepayment.is_some());
        for broker in brokers.iter().filter(|of| of.prepays.is_some() && !prepaid) {
            let message = format!("the `prepays` of {} limits nothing", broker.name);
            reader.doubtful("broker", &message, "it does with `booking.prepayment`");
        }
        for broker in brokers.iter().filter(|of| of.identities.is_some()) {
            if !safeguards.one_per_identity {
                let message = format!("the `identities` of {} limit nothing", broker.name);
                let help = "they do with `safeguards.one_per_identity = true`";
                reader.doubtful("broker", &message, help);
            }
        }
    }

    fn check_kiosks(&self, reader: &mut Reader<'_>) {
        let without = |name: &str| {
            format!("people from {name} have no kiosk to go to, but the channel is the kiosk")
        };
        let from = |share: f64| 0.0 < share || self.demand.recorded.is_some();
        let origins = self.demand.origins.iter();
        for origin in origins.filter(|origin| from(origin.share) && origin.kiosk.is_none()) {
            let help = "give the origin `kiosk = \"...\"`, the name of a `[[kiosk]]`";
            reader.wrong("channel", &without(&origin.name), help);
        }
        let calendar = self.calendar();
        let timetable = self.opening.timetable();
        for site in &self.intake.sites {
            let hours = timetable.of_part(&site.hours);
            let opens = |day: &Day| {
                let date = calendar.date(*day);
                let is_closed = site.closed.iter().any(|dates| dates.has(date));
                let pattern = calendar.pattern(*day).filter(|_| !is_closed);
                pattern.is_some_and(|pattern| !hours.on(pattern).is_empty())
            };
            if !(0..calendar.days()).map(Day).any(|day| opens(&day)) {
                let message = format!("the kiosk {} is never open", site.name);
                reader.wrong(
                    "kiosk",
                    &message,
                    "give it `hours`, or take dates out of its `closed`",
                );
            }
        }
    }

    fn check_calendar(&self, reader: &mut Reader<'_>) {
        let closed = self.opening.hours.first_weekday().is_none();
        if self.run.days == 0 || closed || !self.calendar().working_days().is_empty() {
            return;
        }
        let (first, last) = (self.run.start, self.run.last_date());
        let message = format!("the office is never open between {first} and {last}");
        reader.wrong("calendar", &message, "check `closed`, the holidays and `office.hours`");
    }

    /// The calendar of the measured days.
    fn calendar(&self) -> Calendar {
        self.opening.calendar(self.run.start, self.run.days)
    }

    /// Notes periods that change what is not there.
    fn check_periods(&self, reader: &mut Reader<'_>) {
        let no_book = self.booking.is_none() && reader.node("booking").is_none();
        let no_production = self.production.is_none() && reader.node("production").is_none();
        for period in &self.opening.periods {
            if no_book && (period.daily_quota.is_some() || period.last_slot.is_some()) {
                let message = format!("{} changes a book, but there is none", period.name);
                reader.wrong("period", &message, "add `[booking]`");
            }
            if no_production && period.output.is_some() {
                let message = format!("{} changes an output, but there is none", period.name);
                reader.wrong("period", &message, "add `[production]`");
            }
        }
    }

    /// Notes targets of one figure that no value reaches together.
    fn check_targets(&self, reader: &mut Reader<'_>) {
        let targets = &self.references.targets;
        for (index, one) in targets.iter().enumerate() {
            let same = |other: &&Target| other.measure == one.measure && other.of == one.of;
            for other in targets[index + 1..].iter().filter(same) {
                let (least, most) = match (one.bound, other.bound) {
                    (Bound::AtLeast(least), Bound::AtMost(most))
                    | (Bound::AtMost(most), Bound::AtLeast(least)) => (least, most),
                    _ => continue,
                };
                if most < least {
                    let message =
                        format!("`{}` cannot be at least {least} and at most {most}", one.measure);
                    reader.wrong("target", &message, "change one of these targets");
                }
            }
        }
    }

    fn check_start(&self, reader: &mut Reader<'_>) {
        let stated = self.start.has_book() || self.start.has_backlog();
        if stated && 0 < self.run.warm_up_days {
            let help = "state `[start]` or `run.warm_up`, not both";
            reader.wrong("start", "a warm-up would wash out the stated start", help);
        }
        if self.start.has_book() && self.booking.is_none() {
            reader.wrong("start", "people are booked, but there is no `[booking]`", "");
        }
        if let Some(booking) = &self.booking {
            let quota = booking.largest_quota(&self.opening);
            if let Some(most) = self.start.booked.iter().find(|people| quota < **people) {
                let message =
                    format!("{most} people are booked on a day with at most {quota} places");
                reader.wrong("start", &message, "lower `booked`, or raise `booking.daily_quota`");
            }
        }
        if self.start.has_backlog() && self.production.is_none() {
            reader.wrong("start", "files wait, but there is no `[production]`", "");
        }
    }

    /// A window shorter than the days between two releases leaves days that nobody can book.
    fn check_release(&self, booking: &Booking, reader: &mut Reader<'_>) {
        let later = self.intake.cut_overs.iter().filter_map(|cut_over| cut_over.release);
        let releases: Vec<Release> = std::iter::once(booking.release).chain(later).collect();
        let is_monthly = |release: &Release| matches!(release, Release::Monthly { .. });
        let is_weekly = |release: &Release| matches!(release, Release::Weekly { .. });
        if releases.iter().any(is_monthly) && booking.window.is_shorter_than_months() {
            let message = "the book opens once a month, and not every day of a month lies within \
                           the window: the rest is never open for booking";
            let help = "state `window` in months, or release weekly or daily";
            return reader.doubtful("booking", message, help);
        }
        let Window::WorkingDays(window) = booking.window else { return };
        if !releases.iter().any(is_weekly) {
            return;
        }
        let calendar = self.calendar();
        let ordinary = self.opening.hours.open_weekdays().count() as u32;
        let weeks = calendar.working_days().iter().map(|day| calendar.working_in_week(*day));
        let worked = weeks.max().unwrap_or(ordinary);
        if window < worked {
            let message = format!(
                "the window covers {window} of the {worked} working days of a week: the rest is \
                 never open for booking"
            );
            let help =
                "widen `window`, state it in weeks, or release daily: `release = \"rolling\"`";
            reader.doubtful("booking", &message, help);
        }
    }

    fn check_families(&self, booking: &Booking, reader: &mut Reader<'_>) {
        let largest = self.demand.family_sizes.len() as u32;
        let quota = booking.largest_quota(&self.opening);
        if quota == 0 {
            let help = "raise `daily_quota` above 0";
            reader.doubtful("booking", "the book has no appointments: its quota is 0", help);
        } else if quota < largest {
            let message = format!("families of {largest} never fit into a day of the book");
            let help = "raise `daily_quota` or let families split: `families = \"may split\"`";
            reader.doubtful("booking", &message, help);
        }
    }
}
