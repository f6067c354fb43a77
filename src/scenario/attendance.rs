//! Which appointments are kept: those that nobody pays for lapse, some are cancelled or moved to
//! another day, and some people do not come.

use crate::random::Law;
use crate::scenario::reading::{Count, Findings, Node, Read, Reader, Share, Value, read_table};
use crate::time::Span;

/// What becomes of appointments until their day.
#[derive(Clone, Debug, PartialEq)]
pub struct Attendance {
    pub no_show: NoShow,
    pub prepayment: Option<Prepayment>,
    pub cancelling: Option<Cancelling>,
    pub reschedule: Option<Reschedule>,
}

/// Probability not to come: `from` at no lead, rising to `to` with the lead time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoShow {
    pub from: f64,
    pub to: f64,
    /// Lead in calendar days at which 63 % of the rise has happened.
    pub scale_days: f64,
    /// Share of them that ask for an appointment again.
    pub books_again: f64,
}

/// Paying for the passport when booking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prepayment {
    /// Time after booking at which a place that is not paid for is free again.
    pub within: Span,
    /// Share of bookings that are not paid for.
    pub unpaid: f64,
    /// Share of them that ask for an appointment again.
    pub asks_again: f64,
    /// What a passport costs, in rupiah; lost by those who cancel or do not come.
    pub fee: u32,
}

/// Giving a place back.
#[derive(Clone, Debug, PartialEq)]
pub struct Cancelling {
    /// Share of appointments that are cancelled.
    pub share: f64,
    /// Time from the cancelling to the appointment; at most that since booking.
    pub notice: Law,
    /// Share of them that ask for an appointment again.
    pub asks_again: f64,
}

/// Asking for another day instead of not coming.
#[derive(Clone, Debug, PartialEq)]
pub struct Reschedule {
    /// How often an appointment can be moved.
    pub at_most: u8,
    /// Share of those who will not come that do.
    pub share: f64,
    /// Time from the moving to the appointment; at most that since booking.
    pub notice: Law,
}

const MOST_RUPIAH: u32 = 100_000_000;
const MOST_MOVES: u32 = 100;
/// A place that lapses as soon as it is given could be given for ever at one instant.
const SHORTEST_WITHIN: Span = Span::from_minutes(1);

impl Attendance {
    /// Reads these keys of `[booking]`.
    pub fn read(reader: &mut Reader<'_>) -> Attendance {
        let mut no_show = reader.or("no_show", NoShow::constant(0.0));
        no_show.books_again = reader.optional::<Share>("books_again").map_or(0.0, Share::value);
        Attendance {
            no_show,
            prepayment: reader.optional("prepayment"),
            cancelling: reader.optional("cancelling"),
            reschedule: reader.optional("reschedule"),
        }
    }

    /// Whether any place can come back before its day.
    pub fn gives_back(&self) -> bool {
        self.prepayment.is_some_and(|of| 0.0 < of.unpaid)
            || self.cancelling.as_ref().is_some_and(|of| 0.0 < of.share)
            || self.reschedule.as_ref().is_some_and(|of| self.no_show.is_moved(of))
    }

    /// What those lose who have paid and do not come, in rupiah each.
    pub fn fee(&self) -> u32 {
        self.prepayment.map_or(0, |prepayment| prepayment.fee)
    }
}

impl NoShow {
    /// The probability not to come at a lead of so many calendar days: from + (to - from)(1 -
    /// exp(-lead / scale)).
    pub fn probability(&self, lead_days: u32) -> f64 {
        if self.from == self.to {
            return self.from;
        }
        let risen = 1.0 - (-f64::from(lead_days) / self.scale_days).exp();
        self.from + (self.to - self.from) * risen
    }

    fn is_moved(&self, reschedule: &Reschedule) -> bool {
        0.0 < self.from.max(self.to) && 0.0 < reschedule.share && 0 < reschedule.at_most
    }

    fn constant(probability: f64) -> NoShow {
        NoShow { from: probability, to: probability, scale_days: 1.0, books_again: 0.0 }
    }
}

impl Read for NoShow {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        if !matches!(node.value, Value::Table(_)) {
            return Share::read(node, findings).map(|share| NoShow::constant(share.value()));
        }
        read_table(node, findings, |reader| {
            let from = reader.required::<Share>("from");
            let to = reader.required::<Share>("to");
            let scale = reader.required::<Span>("scale");
            let scale_days = scale?.days();
            if scale_days <= 0.0 {
                reader.refuse("scale", "must be longer than nothing", "for example \"5 days\"");
            }
            Some(NoShow { from: from?.value(), to: to?.value(), scale_days, books_again: 0.0 })
        })
    }
}

impl Read for Prepayment {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| {
            let within = reader.required::<Span>("within");
            let unpaid = reader.optional::<Share>("unpaid").map_or(0.0, Share::value);
            let asks_again = reader.optional::<Share>("asks_again").map_or(0.0, Share::value);
            let fee = reader.optional::<Count<0, MOST_RUPIAH>>("fee").map_or(0, Count::value);
            let within = within?;
            if within < SHORTEST_WITHIN {
                reader.refuse("within", "must be 1 min or longer", "for example \"2 h\"");
            }
            Some(Prepayment { within, unpaid, asks_again, fee })
        })
    }
}

impl Read for Cancelling {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| {
            let share = reader.required::<Share>("share").map(Share::value);
            let notice = reader.required::<Law>("notice");
            let asks_again = reader.optional::<Share>("asks_again").map_or(0.0, Share::value);
            Some(Cancelling { share: share?, notice: notice?, asks_again })
        })
    }
}

impl Read for Reschedule {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| {
            let at_most = reader.required::<Count<0, MOST_MOVES>>("at_most").map(Count::value);
            let share = reader.required::<Share>("share").map(Share::value);
            let notice = reader.required::<Law>("notice");
            Some(Reschedule { at_most: at_most? as u8, share: share?, notice: notice? })
        })
    }
}
