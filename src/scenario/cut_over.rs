//! `[[cut_over]]`: a date from which people ask through other channels, at once or by and by.

use std::ops::RangeInclusive;

use crate::scenario::Release;
use crate::scenario::intake::{Channels, Intake};
use crate::scenario::reading::{Fault, Findings, Leaf, Node, Read, Reader, Share, Value};
use crate::time::{Date, Span};

/// Other channels from a date on.
#[derive(Clone, Debug, PartialEq)]
pub struct CutOver {
    pub name: String,
    pub date: Date,
    /// Cumulative shares of the channels for those who have changed.
    pub channels: Channels,
    /// Shares of the applicants who have changed in the first, second, ... week from the date on,
    /// each at least the one before; after these weeks all have.
    pub ramp: Vec<f64>,
    /// When the book opens from the date on, if not as before.
    pub release: Option<Release>,
}

/// Cut-overs at most: more than any office lives through.
pub const MOST_CUT_OVERS: usize = 50;
/// Weeks of a ramp at most.
const MOST_WEEKS: f64 = 520.0;

/// Shares by week.
struct Ramp(Vec<f64>);

impl CutOver {
    /// Reads a `[[cut_over]]` of a run that plays these dates.
    pub fn read(reader: &mut Reader<'_>, played: Option<&RangeInclusive<Date>>) -> Option<CutOver> {
        let name = reader.required::<String>("name");
        let date = reader.required::<Date>("date");
        let channels = reader.required::<Channels>("channel");
        let Ramp(ramp) = reader.or("ramp", Ramp(Vec::new()));
        let release = reader.optional::<Release>("release");
        let cut_over = CutOver { name: name?, date: date?, channels: channels?, ramp, release };
        if let Some(played) = played
            && *played.end() < cut_over.date
        {
            let message = format!("is after the last day that is played, {}", played.end());
            reader.doubtful("date", &message, "");
        }
        Some(cut_over)
    }

    /// The share of the applicants who have changed on a day so many days after the date.
    pub fn changed(&self, days: i64) -> f64 {
        match usize::try_from(days) {
            Err(_) => 0.0,
            Ok(days) => self.ramp.get(days / 7).copied().unwrap_or(1.0),
        }
    }
}

impl Intake {
    /// Notes cut-overs that are not in the order of their dates, or change a book that is not
    /// there.
    pub fn check_cut_overs(&self, reader: &mut Reader<'_>) {
        let no_book = reader.node("booking").is_none();
        for cut_over in self.cut_overs.iter().filter(|of| no_book && of.release.is_some()) {
            let message =
                format!("{} changes the release of a book, but there is none", cut_over.name);
            reader.wrong("cut_over", &message, "add `[booking]`");
        }
        for pair in self.cut_overs.windows(2).filter(|pair| pair[1].date <= pair[0].date) {
            let message = format!(
                "{} of {} does not come after {} of {}",
                pair[1].name, pair[1].date, pair[0].name, pair[0].date
            );
            reader.wrong("cut_over", &message, "state them in the order of their dates");
        }
    }
}

impl Read for Ramp {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        if !matches!(node.value, Value::List(_)) {
            let weeks = Span::parse(&node.value).ok().and_then(whole_weeks);
            if weeks.is_none() {
                let fault = Fault::new("must be from 1 to 520 weeks, or shares by week");
                let help = "for example \"8 weeks\", or shares by week as [0.1, 0.3, 0.6]";
                findings.refuse(node, fault.help(help));
            }
            return weeks.map(|weeks| Ramp(even(weeks)));
        }
        let shares: Vec<f64> =
            Vec::<Share>::read(node, findings)?.into_iter().map(Share::value).collect();
        if shares.windows(2).any(|pair| pair[1] < pair[0]) {
            let help = "they are shares of all who have changed by then: nobody changes back";
            findings.refuse(node, Fault::new("must not fall from week to week").help(help));
            return None;
        }
        Some(Ramp(shares))
    }
}

/// A length of 1 to 520 weeks.
fn whole_weeks(length: Span) -> Option<u32> {
    let (days, week) = (length.days(), 7.0);
    let weeks = (days / week).round();
    (weeks * week == days && (1.0..=MOST_WEEKS).contains(&weeks)).then_some(weeks as u32)
}

/// As many more each week: one part in the first, all in the last.
fn even(weeks: u32) -> Vec<f64> {
    (1..=weeks).map(|week| f64::from(week) / f64::from(weeks)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{CutOver, even};
    use crate::scenario::intake::Channels;

    #[test]
    fn people_change_week_by_week() {
        let app = Channels([0.0, 1.0, 1.0]);
        let cut_over = |ramp| CutOver {
            name: "app".to_string(),
            date: date(2019, 7, 1),
            channels: app,
            ramp,
            release: None,
        };
        let ramp = |ramp: &[f64]| {
            let of = cut_over(ramp.to_vec());
            [-1, 0, 6, 7, 27, 28].map(|days| of.changed(days))
        };
        assert_eq!(ramp(&[]), [0.0, 1.0, 1.0, 1.0, 1.0, 1.0], "at once");
        assert_eq!(ramp(&even(4)), [0.0, 0.25, 0.25, 0.5, 1.0, 1.0]);
        assert_eq!(ramp(&[0.0, 0.1]), [0.0, 0.0, 0.0, 0.1, 1.0, 1.0]);
    }
}
