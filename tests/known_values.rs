//! The exact values that the shipped cases state are those of the reference files, or of formulas
//! written out here.

#[path = "known_values/formulas.rs"]
mod formulas;
#[path = "known_values/lines.rs"]
mod lines;
#[path = "known_values/numerics.rs"]
mod numerics;
#[path = "known_values/reference.rs"]
mod reference;
#[path = "known_values/releases.rs"]
mod releases;

use antrean::scenario::{Known, Scenario, THEORY, theory_files};

use formulas::{erlang_c, erlang_c_wait, pollaczek_khinchine};
use reference::{book, theory};

/// A measure, what it is of, and its exact value.
type Exact = (&'static str, &'static str, f64);

/// Digits of the reference files.
const PRECISION: f64 = 1e-8;

/// Every value of a case, in the order of its file.
fn exact(case: &str) -> Vec<Exact> {
    if let Some(exacts) = lines::exact(case) {
        return exacts;
    }
    match case.split('-').next() {
        Some("book") => books(case),
        Some("first" | "appointments" | "office" | "tandem") => chains(case),
        Some("walk" | "weekly") => weeks(case),
        Some("monthly") => releases::monthly(),
        _ => desks(case),
    }
}

fn at_desk(measure: &'static str, value: f64) -> Exact {
    (measure, "desk", value)
}

fn waits(wait: f64, delayed: f64) -> Vec<Exact> {
    vec![at_desk("station_wait", wait), at_desk("station_delayed", delayed)]
}

fn waits_of(id: &str) -> Vec<Exact> {
    let known = theory(id);
    waits(known.value("mean_wait"), known.value("P_wait_gt_0"))
}

fn desks(case: &str) -> Vec<Exact> {
    let used = |mut exacts: Vec<Exact>, load: f64| {
        exacts.push(at_desk("station_use", load));
        exacts
    };
    let general = |mean: f64, second_moment: f64| {
        waits(pollaczek_khinchine(0.2, mean, second_moment), 0.2 * mean)
    };
    match case {
        "mm1" => single_desk(),
        "md1" => used(waits_of("T05"), 0.8),
        "md3" => waits_of("T11"),
        "mm1-busy" => erlang(5.0, 1),
        "mm2" => erlang(10.0, 2),
        "mm3" => erlang(12.0, 3),
        "mm3-busy" => erlang(16.5, 3),
        "mm3-load-90" => used(waits(erlang_c_wait(3, 2.7, 12.0), erlang_c(3, 2.7)), 0.9),
        "mg-unlimited" => vec![
            ("in_office", "all", 25.0),
            at_desk("station_delayed", 0.0),
            at_desk("station_people", 0.2 * 25.0),
        ],
        "mg1-lognormal" => waits_of("T06"),
        "mg1-erlang" | "mg1-gamma" => general(4.0, 16.0 * 1.25),
        "mg1-uniform" => general(4.0, 16.0 + 36.0 / 12.0),
        "mg1-triangular" => general(4.0, (1.0 + 9.0 + 64.0 + 3.0 + 8.0 + 24.0) / 6.0),
        // Moments of the Weibull law of shape 2: gamma(3/2) = sqrt(pi) / 2 and gamma(2) = 1.
        "mg1-weibull" => general(4.0, 16.0 * 4.0 / std::f64::consts::PI),
        "mg1-empirical" => general(4.0, (4.0 + 4.0 + 64.0) / 3.0),
        other => panic!("say here where the exact values of {other}.toml come from"),
    }
}

fn single_desk() -> Vec<Exact> {
    let known = theory("T01");
    let mut exacts = waits_of("T01");
    exacts.extend([
        at_desk("station_use", known.value("rho")),
        ("long_waits", "all", 0.8 * (-0.2_f64 * 30.0 / 4.0).exp()),
        at_desk("station_wait_p90", known.value("wait_quantile_0.9")),
        ("in_office", "all", known.value("mean_time_in_system")),
    ]);
    exacts
}

/// Ten people an hour.
fn erlang(service: f64, desks: u32) -> Vec<Exact> {
    let load = 10.0 * service / 60.0;
    let known = book("E1", &[("mean_service_min", service), ("servers", f64::from(desks))]);
    let mut exacts = waits(erlang_c_wait(desks, load, service), erlang_c(desks, load));
    exacts.extend([
        ("long_waits", "all", known.value("p_wait_gt_30")),
        at_desk("station_wait_p90", known.value("Wq_p90")),
        at_desk("station_use", load / f64::from(desks)),
    ]);
    exacts
}

fn chains(case: &str) -> Vec<Exact> {
    let day = |show: f64, minutes: f64| {
        let known = book("F2", &[("show_prob", show), ("mean_service_min", minutes)]);
        waits(known.value("mean_wait"), known.value("p_wait"))
    };
    let first = |key| vec![at_desk("station_wait", theory("T34").value(key))];
    match case {
        "appointments-dm1" => waits_of("T12"),
        "office-day" => day(1.0, 15.0),
        "office-day-no-shows" => day(0.8, 15.0),
        "office-day-quick" => day(1.0, 12.0),
        "first-10-customers" => first("d(10)"),
        "first-25-customers" => first("d(25)"),
        "first-50-customers" => first("d(50)"),
        "first-100-customers" => first("d(100)"),
        "tandem" => tandem(),
        other => panic!("say here where the exact values of {other}.toml come from"),
    }
}

fn tandem() -> Vec<Exact> {
    let known = theory("T19");
    let stages = ["photo", "fingerprints", "interview"];
    let of = |measure, key: &str| {
        stages.map(|stage| (measure, stage, known.value(&format!("{stage}_{key}"))))
    };
    let mut exacts = of("station_wait", "mean_wait").to_vec();
    exacts.extend(of("station_delayed", "P_wait_gt_0"));
    exacts.push(("waiting", "all", known.value("mean_total_wait")));
    exacts.push(("in_office", "all", known.value("mean_total_time")));
    exacts
}

const LEAD: (&str, &str) = ("lead_time_working_days", "mean_lead_working_days");
const WITHIN: (&str, &str) = ("booked_within_target", "share_lead_le_1");
const BOOKED: (&str, &str) = ("quota_booked", "quota_utilisation");
const THIRD: (&str, &str) = ("third_available", "mean_third_next_available_lead_start_of_day");
const LOST: (&str, &str) = ("turned_away", "loss_fraction");
const MEDIAN: (&str, &str) = ("lead_time_working_days_median", "lead_p50");
const NINETY: (&str, &str) = ("lead_time_working_days_p90", "lead_p90");

fn books(case: &str) -> Vec<Exact> {
    let of = |known: reference::Book, keys: &[(&'static str, &'static str)]| {
        keys.iter().map(|(measure, key)| (*measure, "all", known.value(key))).collect::<Vec<_>>()
    };
    let plain = |requests: f64| book("A", &[("lam", requests), ("W", 5.0)]);
    let compound =
        |dispersion: f64| book("B", &[("mean", 57.0), ("index_of_dispersion", dispersion)]);
    match case {
        "book-prepaid" => releases::prepaid(),
        "book-50" => of(plain(50.0), &[LEAD, WITHIN, BOOKED, THIRD, LOST]),
        "book-57" => of(plain(57.0), &[LEAD, WITHIN, BOOKED, LOST]),
        "book-59" => of(plain(59.0), &[LEAD, WITHIN, BOOKED, THIRD]),
        "book-63" => of(plain(63.0), &[LEAD, BOOKED, THIRD, LOST, MEDIAN, NINETY]),
        "book-70" => of(plain(70.0), &[LEAD, BOOKED, THIRD, LOST, MEDIAN, NINETY]),
        "book-waves" => of(compound(2.0), &[LEAD, WITHIN, BOOKED]),
        "book-families" => of(compound(2.638_297_87), &[LEAD, WITHIN, BOOKED, THIRD]),
        "book-no-shows" => {
            let known = book("C1", &[("lam", 57.0), ("no_show_prob", 0.2)]);
            let mut exacts = of(known, &[("quota_attended", "attended_share_of_quota"), LEAD]);
            exacts.insert(1, ("missed_appointments", "all", 0.2));
            exacts
        }
        "book-overbooked" => {
            let known = book("C1", &[("lam", 57.0), ("no_show_prob", 0.2)]);
            let attended = 60.0 / 48.0 * known.value("attended_share_of_quota");
            let booked = 60.0 / 48.0 * 0.95;
            vec![
                ("quota_booked", "all", booked),
                ("quota_attended", "all", attended),
                ("lead_time_working_days", "all", known.value("mean_lead_working_days")),
            ]
        }
        "book-same-day" => {
            let known = theory("T35");
            vec![
                ("lead_time_calendar_days", "all", known.value("mean_delay_days")),
                ("booked_within_target", "all", known.value("P_same_day")),
            ]
        }
        other => panic!("say here where the exact values of {other}.toml come from"),
    }
}

fn weeks(case: &str) -> Vec<Exact> {
    let released = |requests: f64| {
        let known = book("R", &[("requests_per_week_poisson", requests)]);
        vec![
            ("turned_away", "all", known.value("loss_fraction")),
            ("quota_booked", "all", known.value("slots_used_fraction")),
        ]
    };
    let capped = |per_day: f64| {
        let known = book("P", &[("walkins_per_day_poisson", per_day)]);
        vec![
            ("turned_away", "all", known.value("turned_away_fraction")),
            ("served", "all", known.value("mean_served")),
        ]
    };
    let produced = |backlog: f64, ready: f64| {
        vec![("backlog_at_week_end", "all", backlog), ("interview_to_ready", "all", ready)]
    };
    let weekly = |files: f64| {
        let known = book("D1", &[("mean_input", files)]);
        produced(known.value("mean_backlog_week_end"), 3.0 + 7.0 * known.value("mean_weeks_late"))
    };
    match case {
        "weekly-release-285" => released(285.0),
        "weekly-release-315" => released(315.0),
        "weekly-release-450" => released(450.0),
        "weekly-release-patient" => {
            let waited = book("D1", &[("mean_input", 291.0)]).value("mean_weeks_late");
            vec![("tries_per_booking", "all", 1.0 + waited), ("turned_away", "all", 0.0)]
        }
        "weekly-production-294" => {
            let known = book("D1", &[("mean_input", 294.0)]);
            vec![("backlog_at_week_end", "all", known.value("mean_backlog_week_end"))]
        }
        "walk-in-cap-5" => capped(3.0),
        "walk-in-cap-8" => capped(5.0),
        "walk-in-cap-10" => capped(10.0),
        "weekly-production-270" => weekly(270.0),
        "weekly-production-291" => weekly(291.0),
        "weekly-production-285" => {
            let known = theory("T38");
            // Theory counts from the hour of arrival, half a day into its day on average.
            let ready = known.value("mean_wait_days_until_run") - 0.5;
            produced(known.value("mean_left_after_run"), ready)
        }
        other => panic!("say here where the exact values of {other}.toml come from"),
    }
}

fn known_of(path: &std::path::Path) -> Vec<Known> {
    let (scenario, _) = Scenario::load_from(THEORY, path, &[]);
    scenario.expect("shipped cases are sound").references.known
}

#[test]
fn every_shipped_case_states_what_theory_says() {
    for path in theory_files() {
        let case = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let (stated, exact) = (known_of(&path), exact(&case));
        let named: Vec<_> = stated.iter().map(|known| (&*known.measure, known.of())).collect();
        let wanted: Vec<_> = exact.iter().map(|(measure, of, _)| (*measure, *of)).collect();
        assert_eq!(named, wanted, "{case}");
        for (known, (measure, _, value)) in stated.iter().zip(exact) {
            assert!(agree(known.value, value), "{case}, {measure}: {} {value}", known.value);
        }
    }
}

#[test]
fn a_wrong_digit_would_be_seen() {
    let wait = desks("mm2")[0].2;
    assert!(agree(22.7272727, wait) && !agree(22.72727, wait));
}

/// Whether a stated value is the exact one to the digits of the reference files.
fn agree(stated: f64, exact: f64) -> bool {
    (stated - exact).abs() <= PRECISION * exact.abs()
}
