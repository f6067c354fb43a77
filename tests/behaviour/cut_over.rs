//! Cut-overs: who changes channel and when, against the same applicants without one.

use antrean::office::{Daily, DayRecord, Item, Outcome};
use proptest::{prop_assert_eq, proptest};

use crate::drawn::{cases, offices};
use crate::seen::{Seen, office, shipped};

const KIOSK: &str = "channel=kiosk";
const APP_ON_15TH: &str =
    "cut_over=[{ name = \"app\", date = 2026-01-15, channel = \"app\", ramp = [] }]";
/// 15 January is the eleventh day of the small office.
const DAYS_BEFORE: usize = 10;

proptest! {
    #![proptest_config(cases(24))]

    /// Only the note of the channels by day tells one from the other.
    #[test]
    fn a_cut_over_before_the_run_is_the_channel_itself(office in offices()) {
        let stated = office.but("channel", "'app'");
        let changed = "[{ name = 'app', date = 2020-01-01, channel = 'app', ramp = '9 weeks' }]";
        assert_same(&office.but("cut_over", changed).seen(), &stated.but("cut_over", "[]").seen());
    }

    #[test]
    fn a_cut_over_after_the_run_changes_nothing(office in offices()) {
        let later = "[{ name = 'later', date = 2040-01-01, channel = 'walk-in', release = 'rolling' }]";
        assert_same(&office.but("cut_over", later).seen(), &office.but("cut_over", "[]").seen());
    }

    #[test]
    fn to_change_to_the_same_channels_changes_nothing(office in offices()) {
        let office = office.but("channel", "{ kiosk = 0.5, app = 0.5 }");
        let same = "[{ name = 'same', date = 2026-01-12, channel = { kiosk = 0.5, app = 0.5 }, ramp = '2 weeks' }]";
        assert_same(&office.but("cut_over", same).seen(), &office.but("cut_over", "[]").seen());
    }

    #[test]
    fn every_wish_takes_one_channel(office in offices()) {
        let changing = "[{ name = 'app', date = 2026-01-12, ramp = '3 weeks', \
                        channel = { app = 0.7, walk-in = 0.3 } }]";
        let seen = office.but("cut_over", changing).seen();
        for run in &seen.runs {
            for day in &run.days {
                let by = [Daily::ByKiosk, Daily::ByApp, Daily::ByWalkIn, Daily::ByOutreach];
                let by = by.map(|column| day[column as usize]);
                prop_assert_eq!(by.iter().sum::<u32>(), day[Daily::Wishes as usize]);
            }
        }
    }
}

/// Fails unless all but the wishes by channel is the same.
#[track_caller]
fn assert_same(seen: &Seen, other: &Seen) {
    for (run, of_other) in seen.runs.iter().zip(&other.runs) {
        assert_eq!(run.observations.len(), seen.names().len());
        for (day, of_other) in run.days.iter().zip(&of_other.days) {
            assert_eq!(day[..Daily::ByKiosk as usize], of_other[..Daily::ByKiosk as usize]);
        }
        assert_eq!(run.channels, of_other.channels);
        assert_eq!(
            (&run.processing, &run.wish_to_ready),
            (&of_other.processing, &of_other.wish_to_ready)
        );
    }
}

#[test]
fn until_its_date_nothing_differs_and_afterwards_no_kiosk_is_used() {
    let (kiosk, changed) = (office(&[KIOSK]), office(&[KIOSK, APP_ON_15TH]));
    for (run, of_changed) in kiosk.runs.iter().zip(&changed.runs) {
        let upto = |days: &[DayRecord]| -> Vec<Vec<u32>> {
            let before = days[..DAYS_BEFORE].iter();
            before.map(|day| day[..Daily::ByKiosk as usize].to_vec()).collect()
        };
        assert_eq!(upto(&run.days), upto(&of_changed.days));
    }
    let by = |column| {
        let columns = changed.column(column);
        let sum = |days: &[u32]| days.iter().sum::<u32>();
        let before: u32 = columns.iter().map(|days| sum(&days[..DAYS_BEFORE])).sum();
        (before, columns.iter().map(|days| sum(&days[DAYS_BEFORE..])).sum::<u32>())
    };
    let ((kiosk_before, kiosk_after), (app_before, app_after)) =
        (by(Daily::ByKiosk), by(Daily::ByApp));
    assert!(0 < kiosk_before && 0 < app_after);
    assert_eq!((kiosk_after, app_before), (0, 0));
    // Use is a share of the hours until the kiosks closed, which are the same as without their end.
    let entered = |seen: &Seen| seen.read_of("station_use", "Harbour")[0].denominator;
    assert!(entered(&changed) < entered(&kiosk) / 2.0, "they close for good");
}

/// Who could not use the app is shut out from the date on, though the wish came before it.
#[test]
fn who_waited_for_the_kiosk_needs_a_phone_when_it_has_gone() {
    let without = [
        "origin.North.phone=0",
        "origin.North.helped=0",
        "origin.South.phone=0",
        "origin.South.helped=0",
        "booking.daily_quota=2",
        "persistence.try_again=1",
        "persistence.at_most_tries=\"unlimited\"",
        "kiosk.Harbour.machines=90",
        "kiosk.Market.machines=90",
    ];
    let settings: Vec<&str> = [KIOSK, APP_ON_15TH].into_iter().chain(without).collect();
    let seen = office(&settings);
    let wishes_after: u32 =
        seen.column(Daily::Wishes).iter().map(|days| days[DAYS_BEFORE..].iter().sum::<u32>()).sum();
    assert!(i64::from(wishes_after) < seen.ended(Outcome::ShutOut), "and those of before");
    assert_eq!(seen.count(Item::HelpFound), 0);
    let booked: Vec<Vec<u32>> = seen.column(Daily::Booked);
    assert!(booked.iter().all(|days| days[DAYS_BEFORE..].iter().all(|booked| *booked == 0)));
}

/// Nine in ten thousand of such runs lie outside; these do not.
#[test]
fn so_many_have_changed_in_each_week_of_a_ramp() {
    let ramp = "cut_over=[{ name = \"app\", date = 2026-01-05, channel = \"app\", \
                ramp = [0.1, 0.4, 0.8] }]";
    let seen = office(&[KIOSK, ramp, "run.replications=20", "demand.family_sizes=[1]"]);
    let weekly = |column| -> Vec<f64> {
        let mut weeks = vec![0.0; 4];
        for days in seen.column(column) {
            days.iter().take(28).enumerate().for_each(|(day, of)| weeks[day / 7] += f64::from(*of));
        }
        weeks
    };
    let (app, wishes) = (weekly(Daily::ByApp), weekly(Daily::Wishes));
    for ((app, wishes), share) in app.iter().zip(&wishes).zip([0.1, 0.4, 0.8, 1.0]) {
        let error = 3.3 * (share * (1.0 - share) / wishes).sqrt();
        assert!((app / wishes - share).abs() <= error, "{app} of {wishes}, not {share}");
    }
}

#[test]
fn another_rule_opens_the_book_from_the_date_on() {
    let release = "cut_over=[{ name = \"weekly\", date = 2026-01-12, channel = \"app\", \
                   release = { weekly = \"wed 10:00\" } }]";
    let busy = ["channel=app", "demand.per_day=40", release];
    let third = office(&busy).column(Daily::ThirdAvailable);
    let rolling = office(&busy[..2]).column(Daily::ThirdAvailable);
    assert_eq!(third[0][..7], rolling[0][..7], "until Sunday the 11th");
    assert_ne!(third[0], rolling[0]);
}

/// What the head of the scenario says.
#[test]
fn karimun_changes_over_in_eight_weeks() {
    let [kiosk, changed, app] = ["karimun-kiosk", "karimun-cut-over", "karimun-app"].map(shipped);
    let half_year = 181;
    for (run, of_kiosk) in changed.runs.iter().zip(&kiosk.runs) {
        for (day, of_kiosk) in run.days.iter().zip(&of_kiosk.days).take(half_year) {
            assert_eq!(day[..Daily::ByKiosk as usize], of_kiosk[..Daily::ByKiosk as usize]);
        }
        let by_kiosk: Vec<u32> = run.days.iter().map(|day| day[Daily::ByKiosk as usize]).collect();
        let week = |week: usize| by_kiosk[half_year + 7 * week..][..7].iter().sum::<u32>();
        assert!(0 < week(0) && 0 < week(6) && week(6) < week(0));
        assert_eq!(by_kiosk[half_year + 7 * 7..].iter().sum::<u32>(), 0, "from the eighth week on");
    }
    let shut_out = |seen: &Seen| seen.ended(Outcome::ShutOut);
    assert_eq!(shut_out(&kiosk), 0);
    assert!(0 < shut_out(&changed) && shut_out(&changed) < shut_out(&app));
    // While kiosks and weekly release go together, more come in vain and give up than with either.
    let gave_up = |seen: &Seen| seen.ended(Outcome::GaveUp);
    assert!(gave_up(&kiosk).max(gave_up(&app)) < gave_up(&changed));
}
