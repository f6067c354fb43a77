//! What holds on every path: waits add up to the line over time, nobody works more than there is
//! time, and no desk is idle while somebody waits.

use antrean::office::Outcome;
use proptest::prelude::{prop_assert, prop_assert_eq};
use proptest::proptest;
use proptest::test_runner::TestCaseError;

use crate::offices::{STATIONS, SmallOffice, quick, small_office};
use crate::sheet::Sheet;

proptest! {
    #![proptest_config(quick())]

    #[test]
    fn waits_add_up_to_the_line_over_time(office in small_office()) {
        let week = Sheet::of(&office.text());
        for station in STATIONS {
            agrees_with_little(&week, station)?;
            works_within_its_time(&week, station)?;
        }
        everybody_is_gone(&week)?;
    }

    #[test]
    fn no_desk_is_idle_while_somebody_waits(
        (people, desks, at_once) in (1..40_i64, 1..6_i64, 1..5_i64),
        minutes in 1..30_i64,
    ) {
        let day = Sheet::of(&before_the_doors(people, (desks, at_once), minutes));
        let batch = |place: i64| place / (desks * at_once);
        let waits: i64 = (0..people).map(|place| 1 + minutes * batch(place)).sum();
        prop_assert_eq!(day.waited("station_wait", "desk"), 60_000 * waits);
        prop_assert_eq!(day.read("station_wait", "desk").denominator, people as f64);
    }

    /// With services of one length it does not matter to the line as a whole who is called first.
    #[test]
    fn priorities_share_out_the_same_waits(office in small_office(), desks in 1..3_u32) {
        let photo = format!("desks = {desks}\nservice = \"9 min\"");
        let office = SmallOffice { line: String::new(), photo, ..only_photo(&office) };
        let with = |priority: u32| {
            let second = format!("{{ name = \"b\", share = 0.5, priority = {priority} }}");
            let head = format!("lane = [{{ name = \"a\", share = 0.5 }}, {second}]");
            Sheet::of(&SmallOffice { head, ..office.clone() }.text())
        };
        let (alike, ranked) = (with(1), with(2));
        prop_assert_eq!(waited(&alike), waited(&ranked));
        prop_assert_eq!(alike.read("station_use", "photo"), ranked.read("station_use", "photo"));
    }

    /// Who waits for nobody finds a desk or goes, whether for want of a chair or of patience.
    #[test]
    fn no_patience_is_no_waiting_room(office in small_office()) {
        let with = |line: &str| {
            Sheet::of(&SmallOffice { line: line.to_string(), ..only_photo(&office) }.text())
        };
        let (hasty, standing) = (with("patience = \"0 min\""), with("waiting_room = 0"));
        prop_assert_eq!(&hasty.run.days, &standing.run.days);
        prop_assert_eq!(waited(&hasty), waited(&standing));
        let left = hasty.read("station_left", "photo");
        prop_assert_eq!(left, standing.read("station_full", "photo"));
    }
}

/// The same office with one stage.
fn only_photo(office: &SmallOffice) -> SmallOffice {
    SmallOffice { tail: String::new(), ..office.clone() }
}

/// People served at the photo and their waits in milliseconds.
fn waited(week: &Sheet) -> (f64, i64) {
    let served = week.read("station_wait", "photo").denominator;
    (served, week.waited("station_wait", "photo"))
}

fn agrees_with_little(week: &Sheet, station: &str) -> Result<(), TestCaseError> {
    let waits = week.waited("station_wait", station) + week.waited("station_left_wait", station);
    prop_assert_eq!(week.read("station_line", station).numerator as i64, waits, "{}", station);
    Ok(())
}

fn works_within_its_time(week: &Sheet, station: &str) -> Result<(), TestCaseError> {
    let used = week.read("station_use", station);
    prop_assert!(used.numerator <= used.denominator, "{} at {}", used.numerator, station);
    Ok(())
}

fn everybody_is_gone(week: &Sheet) -> Result<(), TestCaseError> {
    let under_way: i64 = week.run.channels.iter().map(|tally| tally[Outcome::UnderWay]).sum();
    prop_assert_eq!(under_way, 0);
    Ok(())
}

/// People who all come a minute before the doors open, and services of one length.
fn before_the_doors(people: i64, (desks, at_once): (i64, i64), minutes: i64) -> String {
    format!(
        r#"
        channel = "app"
        run = {{ start = 2026-01-05, length = "1 day", replications = 1 }}
        office = {{ hours = {{ mon-fri = "00:01-24:00" }} }}
        demand = {{ per_day = 0 }}
        booking = {{ daily_quota = {people}, window = "5 working days", slot = "1 day" }}
        start = {{ booked = [{people}] }}
        visit = {{ punctuality = "-1 min" }}
        stage = [{{ name = "desk", desks = {desks}, at_once = {at_once}, service = "{minutes} min" }}]
        "#
    )
}
