//! Payment: a file goes into production when it is paid for.

use std::collections::BTreeMap;

use crate::office::event_lists::EventLists;
use crate::office::journal::Step;
use crate::office::model::Offices;
use crate::office::office_plan::OfficeId;
use crate::office::people::{Applicant, Cause};
use crate::office::tally::Outcome;
use crate::time::{Day, Instant};

/// Those who will pay, by the day on which they do.
pub type Unpaid = BTreeMap<Day, Vec<Applicant>>;

impl Offices<'_> {
    /// An applicant has done all at the counters, and pays at once, later or never.
    pub fn expect_payment(&mut self, id: OfficeId, applicant: Applicant, events: &EventLists) {
        let now = events.now();
        if self.offices[id.index()].plan.scenario.visit.payment.is_some() {
            return self.pay_later((id, applicant), now);
        }
        self.receive_file(id, applicant, now.day());
    }

    #[cold]
    fn pay_later(&mut self, (id, applicant): (OfficeId, Applicant), now: Instant) {
        let office = &mut self.offices[id.index()];
        let Some(payment) = &office.plan.scenario.visit.payment else { return };
        let mut luck = applicant.stream(self.streams, Cause::Payment);
        let never = luck.happens(payment.never);
        let delay = payment.delay.sample(&mut luck);
        if never || payment.within.is_some_and(|within| within < delay) {
            return self.ledger.end(&applicant, Outcome::NeverPaid, 1);
        }
        let paid = now + delay;
        if paid.day() == now.day() {
            self.ledger.tell_ahead((applicant.identity, 1), paid, Step::Pays);
            return self.receive_file(id, applicant, now.day());
        }
        office.unpaid.entry(paid.day()).or_default().push(applicant);
    }

    /// Those who pay on a day do so before its production.
    pub fn receive_payments(&mut self, id: OfficeId, day: Day) {
        let Some(paying) = self.offices[id.index()].unpaid.remove(&day) else { return };
        for applicant in paying {
            self.ledger.tell(applicant.identity, 1, Step::Pays);
            self.receive_file(id, applicant, day);
        }
    }
}
