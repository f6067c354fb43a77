//! Who is served: people by phone, their hours by boat, and the gaps between groups.

use antrean::experiment::{GroupGap, ScenarioResult, compare};
use antrean::office::{Better, figures};
use antrean::scenario::Scenario;
use antrean::statistics::Verdict;
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::drawn::{cases, offices};
use crate::playing::{level, played};
use crate::ready::ready;
use crate::seen::{Seen, office, plan};

/// All get a passport with one trip.
const SMOOTH: [&str; 7] = [
    "channel=app",
    "booking.daily_quota=400",
    "stage.check.desks=unlimited",
    "stage.interview.desks=unlimited",
    "production.per_week=unlimited",
    "run.follow_up=60 days",
    "origin.South.to_office.by=boat",
];

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

fn results(settings: &[&str]) -> ScenarioResult {
    played(vec![plan(&[&SMOOTH, settings].concat())]).remove(0)
}

fn gap<'result>(result: &'result ScenarioResult, of: (&str, &str)) -> Option<&'result GroupGap> {
    result.gaps.iter().find(|gap| (gap.measure.name, gap.worst.kind()) == of)
}

/// Worst, best, and the ends of the interval.
fn told(result: &ScenarioResult, of: (&str, &str)) -> (String, String, [f64; 2]) {
    let gap = gap(result, of).expect("a gap");
    let ends = [gap.gap.low(), gap.gap.high()].map(|end| end.expect("three replications"));
    (gap.worst.name().to_string(), gap.best.name().to_string(), ends)
}

/// One trip, there and back: 1.5 h and Rp 40,000 for the South, 20 min and Rp 5,000 for the
/// North, in every replication.
#[test]
fn the_gap_between_islands_by_hand() {
    let result = results(&[]);
    for (measure, expected) in [
        ("trips_per_passport", 0.0),
        ("travel_per_passport", 2.0 * (1.5 - 1.0 / 3.0)),
        ("boat_per_passport", 2.0 * 1.5),
        ("fares_per_passport", 2.0 * 35_000.0),
    ] {
        let (worst, best, ends) = told(&result, (measure, "origin"));
        assert!(ends.iter().all(|end| (end - expected).abs() < 1e-6), "{measure}: {ends:?}");
        let groups = [worst.as_str(), best.as_str()];
        assert!(expected <= 0.0 || groups == ["South", "North"], "{measure}: {groups:?}");
    }
    assert!(result.gaps.iter().all(|gap| gap.worst.kind() == "origin"), "all have a phone");
}

#[test]
fn islands_as_far_off_as_each_other_are_not_told_apart() {
    let way = "{ travel = \"17 min\", fare = 700 }";
    let ways = ["North", "South"].map(|name| format!("origin.{name}.to_office={way}"));
    let result = results(&[ways[0].as_str(), ways[1].as_str(), "run.replications=7"]);
    for measure in ["trips_per_passport", "travel_per_passport", "fares_per_passport"] {
        let gap = gap(&result, (measure, "origin")).expect("two groups");
        assert!(!gap.is_seen() && !gap.is_sure(), "{gap:?}");
    }
}

#[test]
fn those_who_are_shut_out_are_the_worst_served() {
    let result = results(&["origin.North.phone=0", "origin.North.helped=0"]);
    let north_south = ("North".to_string(), "South".to_string(), [1.0, 1.0]);
    assert_eq!(told(&result, ("shut_out", "origin")), north_south);
    assert_eq!(told(&result, ("issued", "origin")), north_south);
    assert!(
        gap(&result, ("travel_per_passport", "origin")).is_none(),
        "the North has no passports"
    );
    let phones = ("no phone".to_string(), "own phone".to_string(), [1.0, 1.0]);
    assert_eq!(told(&result, ("shut_out", "phone")), phones);
}

#[test]
fn one_island_with_phones_has_no_gap() {
    let one = results(&["origin=[{ name = \"x\", share = 1 }]"]);
    assert!(one.gaps.is_empty(), "{:?}", one.gaps);
}

/// Closing the gap of one island opens another: that of the North, whose way of 20 minutes
/// is now the longest: 7/3 hours before, 2/3 after.
#[test]
fn a_change_of_the_gap_is_between_the_worst_and_the_best_of_each() {
    let base = plan(&SMOOTH);
    let near = plan(&[&SMOOTH[..6], &["origin.South.to_office={ travel = \"0 min\" }"]].concat());
    let comparisons = compare(&played(vec![base.clone(), near, base]), level());
    let of = |place: usize, measure: &str| {
        let gaps: &[_] = &comparisons[place].gaps;
        gaps.iter().find(|of| of.base.measure.name == measure).expect("both have it").clone()
    };
    let change = of(0, "travel_per_passport");
    assert_eq!((change.base.worst.name(), change.other.worst.name()), ("South", "North"));
    let mean = change.change.mean.expect("three replications");
    assert!((mean + 5.0 / 3.0).abs() < 1e-6, "{mean}");
    assert!(matches!(change.verdict, Verdict::Lower { .. }), "{:?}", change.verdict);
    assert!(comparisons[1].gaps.iter().all(|of| of.verdict == Verdict::Identical));
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn no_group_is_beyond_the_worst_and_the_best(office in offices()) {
        let office = office.but("origin.South.phone", "0.3");
        let plan = ready(Scenario::parse("office", &office.text()));
        let result = played(vec![plan]).remove(0);
        for gap in &result.gaps {
            let [worst, best] = gap.means;
            let groups = result.figures.iter().filter(|of| {
                of.figure.measure.name == gap.measure.name
                    && of.figure.scope.kind() == gap.worst.kind()
            });
            for mean in groups.filter_map(|of| of.estimate.mean) {
                let between = match gap.measure.better {
                    Better::More => worst <= mean && mean <= best,
                    Better::Less | Better::Neither => best <= mean && mean <= worst,
                };
                prop_assert!(between, "{gap:?}: {mean}");
            }
        }
    }

    #[test]
    fn the_sea_changes_nothing_but_who_is_told_of_it(office in offices()) {
        let by = |carrier: &str| office.but("origin.South.to_office.by", carrier).seen();
prop_assert!(!by("'boat'").differs_from(&by("'land'")), "a boat is a way like another");
    }
}
