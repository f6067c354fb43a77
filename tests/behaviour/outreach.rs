//! Teams that serve people where they live.

use antrean::office::{Daily, Item, Outcome};
use antrean::scenario::Channel;

use crate::seen::{Seen, office, shipped};

const PLENTY: &str = "production.per_week=\"unlimited\"";
/// 10 January 2026 is a Saturday, 13 January a Tuesday: days 5 and 8 of the small office.
const TEAM: &str = "outreach=[{ name = \"team\", dates = [2026-01-10, 2026-01-13], files = 9, \
                    origin = \"South\" }]";

fn of_team(seen: &Seen, item: Item) -> i64 {
    seen.runs.iter().map(|run| run.channels[Channel::Outreach.index()][item]).sum()
}

#[test]
fn a_team_serves_so_many_on_its_days_and_nobody_else_notices() {
    let (base, team) = (office(&[PLENTY]), office(&[PLENTY, TEAM]));
    for column in [Daily::Wishes, Daily::Completed] {
        for (days, of_team) in base.column(column).iter().zip(team.column(column)) {
            let more: Vec<u32> =
                days.iter().zip(&of_team).map(|(base, team)| team - base).collect();
            let expected: Vec<u32> =
                (0..days.len()).map(|day| if [5, 8].contains(&day) { 9 } else { 0 }).collect();
            assert_eq!(more, expected, "{column:?}");
        }
    }
    for column in [Daily::Booked, Daily::Due, Daily::Attended, Daily::WalkIns] {
        assert_eq!(base.column(column), team.column(column), "{column:?}");
    }
    for (run, of_base) in team.runs.iter().zip(&base.runs) {
        assert_eq!(run.channels[..3], of_base.channels[..3]);
        let served = &run.channels[Channel::Outreach.index()];
        assert_eq!((served[Item::Wishes], served[Outcome::Issued]), (18, 18));
        assert_eq!((served[Item::Trips], served[Item::Requests]), (0, 0));
    }
}

/// Three working days after a Saturday is Wednesday, as after the Friday before.
#[test]
fn files_of_a_closed_day_count_from_the_last_working_day() {
    let seen = office(&[PLENTY, TEAM]);
    assert_eq!(of_team(&seen, Item::ProcessingWorkingDays), 3 * of_team(&seen, Item::Ready));
    let (base, made) = (office(&[PLENTY]).column(Daily::Produced), seen.column(Daily::Produced));
    for (base, made) in base.iter().zip(&made) {
        // Wednesday the 14th and Friday the 16th.
        assert_eq!((made[9] - base[9], made[11] - base[11]), (9, 9));
    }
}

#[test]
fn desks_that_a_team_takes_along_are_missing() {
    let takes = TEAM.replace("files = 9", "files = 9, takes = { interview = 1 }");
    let (plain, taken) = (office(&[PLENTY, TEAM]), office(&[PLENTY, &takes]));
    let open = |seen: &Seen, stage| seen.read_of("station_use", stage)[0].denominator;
    // Seven hours on the Tuesday; on the Saturday the office is closed.
    let missing = open(&plain, "interview") - open(&taken, "interview");
    assert!((missing - 7.0 * 3_600_000.0).abs() < 1.0, "{missing}");
    assert_eq!(open(&plain, "check"), open(&taken, "check"));
    assert!(plain.read("waiting")[0].numerator < taken.read("waiting")[0].numerator);
}

/// What the head of the scenario says.
#[test]
fn outreach_at_karimun_reaches_people_and_strains_production() {
    let (app, outreach) = (shipped("karimun-app"), shipped("karimun-outreach"));
    assert_eq!(of_team(&outreach, Item::Wishes), 2 * 20 * 39);
    assert!(0.99 < outreach.mean_of("issued", "outreach"));
    assert_eq!(outreach.mean_of("shut_out", "outreach"), 0.0);
    let kept = |seen: &Seen| seen.mean_of("ready_within_promise", "all");
    assert!(kept(&outreach) < kept(&app) - 0.05);
}
