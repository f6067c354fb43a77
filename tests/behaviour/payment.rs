//! Paying after the interview, before production.

use antrean::office::{Daily, Outcome};

use crate::seen::{Seen, office, shipped};

const PLENTY: &str = "production.per_week=\"unlimited\"";

#[test]
fn a_file_goes_into_production_on_the_day_it_is_paid() {
    let at_once = office(&[PLENTY, "production.processing=\"0 working days\""]);
    let later =
        office(&[PLENTY, "production.processing=\"0 working days\"", "payment.delay=\"7 days\""]);
    assert_eq!(at_once.column(Daily::Completed), later.column(Daily::Completed));
    for (at_once, later) in
        at_once.column(Daily::Produced).iter().zip(later.column(Daily::Produced))
    {
        assert_eq!(at_once[..23], later[7..], "a week later");
    }
    // Who pays on a Saturday is served as on the Friday before: on Monday.
    let saturday =
        office(&[PLENTY, "production.processing=\"0 working days\"", "payment.delay=\"1 day\""]);
    let produced = |seen: &Seen, day: usize| -> u32 {
        seen.column(Daily::Produced).iter().map(|days| days[day]).sum()
    };
    let completed =
        |day: usize| -> u32 { at_once.column(Daily::Completed).iter().map(|days| days[day]).sum() };
    assert_eq!(produced(&saturday, 14), completed(11), "Friday's visits on Monday");
    assert_eq!(produced(&saturday, 15), completed(14), "Monday's on Tuesday");
}

#[test]
fn who_never_pays_or_too_late_has_no_passport() {
    let never = office(&["payment.never=1"]);
    assert_eq!(never.ended(Outcome::Issued), 0);
    assert!(600 < never.ended(Outcome::NeverPaid));
    let late = office(&["payment={ delay = \"8 days\", within = \"7 days\" }"]);
    assert_eq!(late.ended(Outcome::NeverPaid), never.ended(Outcome::NeverPaid));
    let some = office(&["payment.never=0.25"]);
    let share = some.ended(Outcome::NeverPaid) as f64 / never.ended(Outcome::NeverPaid) as f64;
    assert!((0.2..0.3).contains(&share), "{share}");
}

/// What the head of the scenario says.
#[test]
fn payment_at_karimun_delays_passports_and_bunches_files() {
    let (app, paying) = (shipped("karimun-app"), shipped("karimun-payment"));
    let later = paying.mean("wish_to_passport") - app.mean("wish_to_passport");
    assert!((0.4..1.5).contains(&later), "{later}");
    assert!(paying.mean("ready_within_promise") < app.mean("ready_within_promise") - 0.02);
    assert!((0.005..0.015).contains(&paying.mean("never_paid")));
}
