//! Who is served: people by phone, and their hours by boat.

use antrean::office::figures;
use proptest::{prop_assert_eq, proptest};

use crate::drawn::{cases, offices};
use crate::seen::{Seen, office};

const DIVIDED: [&str; 3] = ["channel=app", "origin.North.phone=0.5", "origin.North.helped=0"];

fn sums(seen: &Seen, measure: &str, of: &str) -> Vec<f64> {
    seen.read_of(measure, of).iter().map(|of| of.numerator).collect()
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn everybody_has_a_phone_or_none(office in offices()) {
        let seen = office.but("origin.South.phone", "0.3").seen();
        for measure in ["wishes", "issued", "shut_out", "trips_per_passport"] {
            let (own, no) = (sums(&seen, measure, "own phone"), sums(&seen, measure, "no phone"));
            let both: Vec<f64> = own.iter().zip(&no).map(|(own, no)| own + no).collect();
            prop_assert_eq!(both, sums(&seen, measure, "all"));
        }
    }
}

#[test]
fn only_those_without_a_phone_are_shut_out() {
    let seen = office(&DIVIDED);
    assert_eq!(sums(&seen, "shut_out", "no phone"), sums(&seen, "wishes", "no phone"));
    assert!(sums(&seen, "shut_out", "own phone").iter().all(|people| *people == 0.0));
    assert!(sums(&seen, "wishes", "no phone").iter().all(|people| 0.0 < *people));
}

#[test]
fn people_are_not_divided_where_all_are_alike() {
    for phone in ["origin.North.phone=1", "origin=[{ name = \"x\", share = 1, phone = 0 }]"] {
        let seen = office(&["channel=app", phone]);
        assert!(figures(&seen.plan).iter().all(|figure| figure.scope.kind() != "phone"));
    }
}

#[test]
fn hours_by_boat_are_those_of_the_islands_that_need_one() {
    let seen = office(&["origin.South.to_office.by=boat"]);
    assert_eq!(sums(&seen, "boat_per_passport", "all"), sums(&seen, "boat_per_passport", "South"),);
    assert!(sums(&seen, "boat_per_passport", "North").iter().all(|hours| *hours == 0.0));
    let (sea, all) = (sums(&seen, "boat_per_passport", "South"), "travel_per_passport");
    for (sea, all) in sea.iter().zip(sums(&seen, all, "South")) {
        assert!(0.0 < *sea && *sea < all, "the way to the kiosk is by land");
    }
    let both = office(&["origin.South.to_office.by=boat", "origin.South.to_kiosk.by=boat"]);
    let travel = sums(&both, "travel_per_passport", "South");
    assert_eq!(sums(&both, "boat_per_passport", "South"), travel);
}

#[test]
fn to_say_that_a_way_is_by_land_changes_nothing() {
    let plain = office(&[]);
    assert!(figures(&plain.plan).iter().all(|of| of.measure.name != "boat_per_passport"));
    office(&["origin.South.to_office.by=land"]).is_the_same_as(&plain, "land is the default");
}
