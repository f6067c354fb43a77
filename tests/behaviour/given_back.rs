//! Places that come back before their day: unpaid, cancelled or moved.

use antrean::office::{Daily, Item, Outcome};

use crate::seen::{Seen, office, shipped};

/// Nobody but by app, one by one; more than there is room for, or room for everybody.
const BUSY: [&str; 4] =
    ["channel=app", "demand.family_sizes=[1]", "demand.per_day=30", "booking.daily_quota=12"];
const ROOM: [&str; 3] = ["channel=app", "demand.family_sizes=[1]", "booking.daily_quota=500"];

fn busy(settings: &[&str]) -> Seen {
    office(&[&BUSY, settings].concat())
}

fn room(settings: &[&str]) -> Seen {
    office(&[&ROOM, settings].concat())
}

fn sum(seen: &Seen, column: Daily) -> u32 {
    seen.column(column).iter().flatten().sum()
}

#[test]
fn who_never_pays_has_no_place() {
    let nobody = room(&["booking.prepayment={ within = \"2 h\", unpaid = 1 }"]);
    assert_eq!(sum(&nobody, Daily::Attended), 0);
    assert_eq!(nobody.count(Item::Lapsed), nobody.count(Item::Booked));
    assert_eq!(nobody.ended(Outcome::NeverPaid), nobody.count(Item::Booked));
    let some = room(&["booking.prepayment={ within = \"2 h\", unpaid = 0.25 }"]);
    let share = some.count(Item::Lapsed) as f64 / some.count(Item::Booked) as f64;
    assert!((0.2..0.3).contains(&share), "{share}");
}

/// Others take the places that come back within hours; those of no-shows are lost.
#[test]
fn a_place_not_paid_for_serves_somebody_else() {
    let all = busy(&[]);
    let unpaid = busy(&["booking.prepayment={ within = \"2 h\", unpaid = 0.5 }"]);
    let missed = busy(&["booking.no_show=0.5"]);
    let served = |seen: &Seen| f64::from(sum(seen, Daily::Attended));
    assert!(0.9 * served(&all) < served(&unpaid), "{} {}", served(&all), served(&unpaid));
    assert!(served(&missed) < 0.6 * served(&all));
    for (due, quota) in unpaid.column(Daily::Due).iter().zip(unpaid.column(Daily::Quota)) {
        assert!(due.iter().zip(&quota).all(|(due, quota)| due <= quota));
    }
}

/// A later end of the time to pay leaves less of it to others.
#[test]
fn the_longer_one_may_pay_the_fewer_get_the_place() {
    let served = |within: &str| {
        let setting = format!("booking.prepayment={{ within = \"{within}\", unpaid = 0.5 }}");
        sum(&busy(&[&setting]), Daily::Attended)
    };
    let (hours, days) = (served("2 h"), served("9 days"));
    assert!(days < hours, "{days} {hours}");
}

#[test]
fn who_cancels_or_does_not_come_loses_the_fee() {
    let prepaid = "booking.prepayment={ within = \"2 h\", fee = 1000 }";
    let cancelled = room(&[prepaid, "booking.cancelling={ share = 1, notice = \"1 h\" }"]);
    let booked = cancelled.count(Item::Booked);
    assert_eq!(sum(&cancelled, Daily::Attended), 0);
    assert_eq!(cancelled.ended(Outcome::GaveUp), booked);
    assert_eq!(cancelled.count(Item::FeesLost), 1000 * booked);
    let missed = room(&[prepaid, "booking.no_show=1"]);
    assert_eq!(missed.count(Item::FeesLost), 1000 * missed.count(Item::MissedAppointments));
    let unpaid = room(&["booking.prepayment={ within = \"2 h\", unpaid = 1, fee = 1000 }"]);
    assert_eq!(unpaid.count(Item::FeesLost), 0, "nobody has paid");
}

/// Nobody can come: everybody moves the appointment as often as allowed, and then misses it.
#[test]
fn an_appointment_is_moved_as_often_as_allowed() {
    for most in [1, 2, 3] {
        let reschedule =
            format!("booking.reschedule={{ at_most = {most}, share = 1, notice = \"2 h\" }}");
        let seen = room(&["booking.no_show=1", &reschedule]);
        let missed = seen.count(Item::MissedAppointments);
        assert!(100 < missed);
        assert_eq!(seen.ended(Outcome::NoShow), missed);
        assert_eq!(seen.count(Item::Rescheduled), most * missed, "{most}");
    }
}

#[test]
fn who_may_never_move_an_appointment_misses_it() {
    let missed = office(&["booking.no_show=0.3"]);
    for never in [
        "{ at_most = 0, share = 1, notice = \"1 day\" }",
        "{ at_most = 3, share = 0, notice = \"1 day\" }",
    ] {
        let reschedule = format!("booking.reschedule={never}");
        office(&["booking.no_show=0.3", &reschedule]).is_the_same_as(&missed, never);
    }
}

#[test]
fn moving_frees_a_place_where_missing_wastes_it() {
    let missed = busy(&["booking.no_show=0.4"]);
    let reschedule = "booking.reschedule={ at_most = 1, share = 1, notice = \"1 day\" }";
    let moved = busy(&["booking.no_show=0.4", reschedule]);
    assert!(missed.mean("quota_attended") + 0.1 < moved.mean("quota_attended"));
    assert!(moved.mean("missed_appointments") < missed.mean("missed_appointments"));
}

/// A broker who cannot pay loses what it has not sold when the time to pay is over.
#[test]
fn prepayment_takes_places_from_brokers() {
    let prepaid = "booking.prepayment={ within = \"2 h\" }";
    let waste = |prepays: &str| {
        let broker = format!(
            "broker=[{{ name = \"calo\", accounts = 2, places = 2, prepays = {prepays} }}]"
        );
        busy(&[prepaid, &broker])
    };
    let [none, some, all] = ["0", "3", "\"unlimited\""].map(waste);
    assert_eq!(sum(&none, Daily::Wasted), 0);
    assert!(0 < sum(&some, Daily::Wasted));
    assert!(sum(&some, Daily::Wasted) < sum(&all, Daily::Wasted) / 2);
    assert!(sum(&all, Daily::Attended) < sum(&some, Daily::Attended));
    assert!(sum(&some, Daily::Attended) < sum(&none, Daily::Attended));
}

/// What the head of the scenario says.
#[test]
fn hardly_anybody_misses_a_prepaid_appointment_at_karimun() {
    let (app, prepaid) = (shipped("karimun-app"), shipped("karimun-mpaspor"));
    assert!(prepaid.mean("missed_appointments") < app.mean("missed_appointments") / 4.0);
    assert!(app.mean("issued") < prepaid.mean("issued"));
    assert!(prepaid.mean("ready_within_promise") + 0.03 < app.mean("ready_within_promise"));
    assert!((0.02..0.04).contains(&prepaid.mean("never_paid")));
    assert!((5_000.0..25_000.0).contains(&prepaid.mean("fees_lost")));
}
