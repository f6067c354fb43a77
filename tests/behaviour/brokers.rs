//! Brokers: places that they take, sell and waste, and what is done against it.

use antrean::office::{Daily, Item};

use crate::seen::{Seen, office, shipped};

/// Nobody but by app, one by one, with a full book.
const BUSY: [&str; 4] =
    ["channel=app", "demand.family_sizes=[1]", "demand.per_day=30", "booking.daily_quota=12"];
const WASTE: &str = "broker=[{ name = \"calo\", accounts = 2, places = 2 }]";
const SELL: &str =
    "broker=[{ name = \"calo\", accounts = 2, places = 2, buyers = 1, price = 1000 }]";

fn busy(settings: &[&str]) -> Seen {
    office(&[&BUSY, settings].concat())
}

fn sum(columns: Vec<Vec<u32>>) -> u32 {
    columns.iter().flatten().sum()
}

/// With a rolling release one day more opens each midnight, of which they take four places.
#[test]
fn brokers_take_as_many_as_they_want_whenever_the_book_opens() {
    let seen = busy(&[WASTE]);
    for (captured, quota) in seen.column(Daily::Captured).iter().zip(seen.column(Daily::Quota)) {
        assert!(captured.iter().zip(&quota).all(|(captured, quota)| captured <= quota));
    }
    let (captured, wasted) = (seen.column(Daily::Captured), seen.column(Daily::Wasted));
    assert_eq!(captured, wasted, "nobody buys");
    for (captured, quota) in captured.iter().zip(seen.column(Daily::Quota)) {
        let expected = |quota: &u32| if 0 < *quota { 4 } else { 0 };
        let expected: Vec<u32> = quota[14..].iter().map(expected).collect();
        assert_eq!(captured[14..], expected, "where the book is full, four of each new day");
    }
    assert_eq!(seen.count(Item::Bought) + seen.count(Item::PaidToBrokers), 0);
    let left = |seen: &Seen| sum(seen.column(Daily::Attended));
    assert!(left(&seen) < left(&busy(&[])) - 200, "wasted places serve nobody");
}

#[test]
fn who_finds_the_book_full_buys_and_pays() {
    let seen = busy(&[SELL]);
    assert!(100 < seen.count(Item::Bought));
    assert_eq!(seen.count(Item::PaidToBrokers), 1000 * seen.count(Item::Bought));
    let by_day = |column| seen.column(column);
    for ((captured, resold), wasted) in
        by_day(Daily::Captured).iter().zip(by_day(Daily::Resold)).zip(by_day(Daily::Wasted))
    {
        let parts: Vec<u32> = resold.iter().zip(&wasted).map(|(sold, left)| sold + left).collect();
        assert_eq!(captured, &parts, "each is sold or wasted");
    }
    assert!(seen.count(Item::Bought) <= seen.count(Item::Booked));
    let attended = |seen: &Seen| sum(seen.column(Daily::Attended));
    assert!(attended(&busy(&[WASTE])) < attended(&seen));
}

#[test]
fn safeguards_take_places_back() {
    let captured = |safeguards: &str| sum(busy(&[WASTE, safeguards]).column(Daily::Captured));
    let all = captured("safeguards={}");
    assert_eq!(captured("safeguards.face_match=1"), 0);
    assert_eq!(captured("safeguards.per_account=0"), 0);
    let half = captured("safeguards.per_account=1");
    assert!(half < all && all <= 2 * half + 12, "{half} of {all}");
    let some = captured("safeguards.face_match=0.5");
    assert!(all / 3 < some && some < 2 * all / 3, "{some} of {all}");
    let few = |identities: u32| {
        let broker = WASTE.replace("places = 2", &format!("places = 2, identities = {identities}"));
        let settings = [&BUSY[..], &[&broker, "safeguards.one_per_identity=true"]].concat();
        sum(office(&settings).column(Daily::Captured))
    };
    assert_eq!(few(0), 0);
    assert!(0 < few(3) && few(3) < few(9) && few(9) < all + 1);
    assert_eq!(few(1_000), all, "more numbers than they need");
}

/// What the heads of the scenarios say.
#[test]
fn brokers_at_karimun_cost_honest_people_and_safeguards_give_part_of_it_back() {
    let [app, brokers, safe] =
        ["karimun-app", "karimun-brokers", "karimun-safeguards"].map(shipped);
    for (measure, sign) in [("wish_to_appointment", 1.0), ("gave_up", 1.0), ("issued", -1.0)] {
        let [least, most, between] = [&app, &brokers, &safe].map(|seen| sign * seen.mean(measure));
        assert!(least < between && between < most, "{measure}: {least} {between} {most}");
    }
    assert!(safe.mean("captured") < brokers.mean("captured") / 2.0);
    assert!(brokers.mean("wasted") < brokers.mean("captured"));
}
