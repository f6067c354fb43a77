//! Exact values of lines that lose people, of lanes, rework, outages, families and batches.

use crate::formulas::{erlang_c, erlang_c_wait};
use crate::numerics::{BirthAndDeath, Periodic, Production};
use crate::reference::{book, theory};
use crate::{Exact, at_desk, waits};

/// Every value of a case, in the order of its file; none of a case that is not of this kind.
pub fn exact(case: &str) -> Option<Vec<Exact>> {
    Some(match case {
        "loss-system" => loss_system(),
        "waiting-room" => waiting_room(),
        "balking" => balking(),
        "patience-exponential" => erlang_a(),
        "patience-constant" => constant_patience(),
        "priority" => priority(),
        "rework" => rework(),
        "rework-network" => rework_network(),
        "desk-outage" => desk_outage(),
        "desk-outage-when-busy" => desk_outage_when_busy(),
        "groups" => groups(),
        "bulk-service" => bulk_service(),
        "hours-of-day" => hours_of_day(),
        "hours-of-office" => hours_of_office(),
        "outage-days" => outage_days(0.9),
        "outage-days-92" => outage_days(0.92),
        "outages-clustered" => produced(&Production::of(0.8, 0.01, 0.25)),
        _ => return None,
    })
}

fn loss_system() -> Vec<Exact> {
    let (desks, load) = (5.0, 4.0);
    let lost = (1..=5).fold(1.0, |lost, desk| load * lost / (f64::from(desk) + load * lost));
    let carried = load * (1.0 - lost);
    vec![
        at_desk("station_full", lost),
        at_desk("station_use", carried / desks),
        at_desk("station_people", carried),
        ("gave_up", "all", lost),
    ]
}

/// Two desks of 9 min, three places to wait, 12 people an hour.
fn waiting_room() -> Vec<Exact> {
    let rate = 0.2;
    let line = BirthAndDeath::new(6, |_| rate, |people| people.min(2) as f64 / 9.0);
    let full = line.chance(5..6);
    let admitted = rate * (1.0 - full);
    vec![
        at_desk("station_full", full),
        at_desk("station_wait", line.waiting(2) / admitted),
        at_desk("station_line", line.waiting(2)),
        at_desk("station_delayed", line.chance(2..5) / (1.0 - full)),
        at_desk("station_use", admitted * 9.0 / 2.0),
    ]
}

/// Two desks of 9 min, 15 people an hour of whom ever fewer join.
fn balking() -> Vec<Exact> {
    let (rate, joins) = (0.25, [0.9, 0.7, 0.5, 0.3, 0.1]);
    let share = |people: usize| people.checked_sub(2).map_or(1.0, |waiting| joins[waiting.min(4)]);
    let line =
        BirthAndDeath::new(80, |people| rate * share(people), |people| people.min(2) as f64 / 9.0);
    let balked = line.mean(|people| 1.0 - share(people));
    let joined = line.mean(|people| if people < 2 { 0.0 } else { share(people) });
    let admitted = rate * (1.0 - balked);
    vec![
        at_desk("station_balked", balked),
        at_desk("station_line", line.waiting(2)),
        at_desk("station_wait", line.waiting(2) / admitted),
        at_desk("station_delayed", joined / (1.0 - balked)),
        at_desk("station_use", admitted * 9.0 / 2.0),
    ]
}

fn erlang_a() -> Vec<Exact> {
    let known = theory("T16");
    let of = |measure, key| at_desk(measure, known.value(key));
    vec![
        of("station_left", "P_abandon"),
        ("gave_up", "all", known.value("P_abandon")),
        of("station_delayed", "P_wait_gt_0"),
        of("station_line", "mean_queue_length"),
        ("waiting", "all", known.value("mean_wait_all")),
        of("station_wait", "mean_wait_served"),
        of("station_left_wait", "mean_wait_abandoned"),
        of("station_long_waits", "P_wait_gt_10_all"),
        of("station_use", "utilisation"),
    ]
}

/// Three desks of 12 min, 14 people an hour who wait 15 min at most. Up to there the density of the
/// wait that a person would have falls as in M/M/3, beyond it as if nobody came (Baccelli &
/// Hebuterne 1981).
fn constant_patience() -> Vec<Exact> {
    let (rate, service, desks, patience): (f64, f64, f64, f64) = (14.0 / 60.0, 12.0, 3.0, 15.0);
    let load = rate * service;
    let (below, above) = (desks / service - rate, desks / service);
    let factor = rate * load * load / 2.0;
    let at_end = (-below * patience).exp();
    let served = factor * (1.0 - at_end) / below;
    let left = factor * at_end / above;
    let total = 1.0 + load + load * load / 2.0 + served + left;
    let waited = factor * (1.0 / below.powi(2) - at_end * (patience / below + 1.0 / below.powi(2)));
    let lost = left / total;
    vec![
        at_desk("station_left", lost),
        at_desk("station_delayed", (served + left) / total),
        at_desk("station_wait", waited / total / (1.0 - lost)),
        at_desk("station_left_wait", patience),
        at_desk("station_use", load * (1.0 - lost) / desks),
    ]
}

fn priority() -> Vec<Exact> {
    let known = theory("T27");
    vec![
        ("waiting", "urgent", known.value("class1_mean_wait")),
        ("waiting", "ordinary", known.value("class2_mean_wait")),
        ("waiting", "all", known.value("mean_wait_all")),
        at_desk("station_wait", known.value("mean_wait_all")),
        at_desk("station_use", known.value("rho")),
    ]
}

fn rework() -> Vec<Exact> {
    let known = theory("T21");
    vec![
        ("in_office", "all", known.value("mean_total_time")),
        ("waiting", "all", known.value("mean_total_wait")),
        at_desk("station_wait", known.value("mean_wait_per_visit")),
        at_desk("station_use", known.value("rho")),
    ]
}

/// Two desks of 6 min, then three of 10 min from which 15 % go back; 12 people an hour.
fn rework_network() -> Vec<Exact> {
    let rounds = 1.0 / (1.0 - 0.15);
    let rate = 0.2 * rounds;
    let (photo, interview) = (rate * 6.0, rate * 10.0);
    let photo_wait = erlang_c_wait(2, photo, 6.0);
    let interview_wait = erlang_c_wait(3, interview, 10.0);
    vec![
        ("station_wait", "photo", photo_wait),
        ("station_delayed", "photo", erlang_c(2, photo)),
        ("station_use", "photo", photo / 2.0),
        ("station_wait", "interview", interview_wait),
        ("station_use", "interview", interview / 3.0),
        ("waiting", "all", rounds * (photo_wait + interview_wait)),
        ("in_office", "all", rounds * (photo_wait + interview_wait + 16.0)),
    ]
}

fn desk_outage() -> Vec<Exact> {
    let known = theory("T23");
    vec![
        at_desk("station_wait", known.value("mean_wait_until_first_start")),
        at_desk("station_delayed", known.value("P_wait_gt_0")),
        ("in_office", "all", known.value("mean_time_in_system")),
        at_desk("station_people", known.value("mean_number_in_system")),
        at_desk("station_use", 0.18 * 4.0),
    ]
}

/// The completion time of a service with its outages takes the place of the service (Gaver 1962).
fn desk_outage_when_busy() -> Vec<Exact> {
    let (rate, service, outages, lasts) = (0.18, 4.0, 1.0 / 240.0, 30.0);
    let completion = service * (1.0 + outages * lasts);
    let second_moment = 2.0 * completion * completion + service * outages * 2.0 * lasts * lasts;
    let wait = rate * second_moment / (2.0 * (1.0 - rate * completion));
    let mut exacts = waits(wait, rate * completion);
    exacts.push(at_desk("station_people", rate * (wait + completion)));
    exacts
}

/// Families before a desk of 4 min, 12 people an hour: the wait of the first of a family as in
/// M/G/1 with the work of a whole family, then that for those before one within it.
fn groups() -> Vec<Exact> {
    let shares = [0.55, 0.2, 0.12, 0.08, 0.05];
    let moment = |power: i32| -> f64 {
        shares.iter().zip(1..).map(|(share, size)| share * f64::from(size).powi(power)).sum()
    };
    let (mean, square, service, load) = (moment(1), moment(2), 4.0, 0.8);
    let work_square = (mean + square) * service * service;
    let first = 0.2 / mean * work_square / (2.0 * (1.0 - load));
    let within = service * (square - mean) / (2.0 * mean);
    let mut exacts = waits(first + within, 1.0 - (1.0 - load) / mean);
    exacts.push(at_desk("station_use", load));
    exacts
}

/// One desk of 8 min for up to five at once, 30 people an hour: the line is geometric in the root
/// of the operator equation (Bailey 1954).
fn bulk_service() -> Vec<Exact> {
    let (rate, ends) = (0.5_f64, 1.0_f64 / 8.0);
    let equation = |root: f64| ends * root.powi(6) - (rate + ends) * root + rate;
    let (mut low, mut high) = (0.5, 0.99);
    for _ in 0..100 {
        let middle = (low + high) / 2.0;
        match 0.0 < equation(middle) {
            true => low = middle,
            false => high = middle,
        }
    }
    let first = 1.0 / (1.0 / (1.0 - low) + ends / rate);
    let line = first * low / (1.0 - low).powi(2);
    let busy = 1.0 - first * ends / rate;
    vec![
        at_desk("station_wait", line / rate),
        at_desk("station_line", line),
        at_desk("station_delayed", busy),
        at_desk("station_use", busy),
    ]
}

/// Three desks of 10 min, 240 people a day by the hour.
fn hours_of_day() -> Vec<Exact> {
    let weights = [1, 1, 1, 1, 1, 1, 2, 4, 6, 8, 8, 6, 4, 4, 6, 8, 8, 6, 4, 3, 2, 1, 1, 1];
    let total: i32 = weights.iter().sum();
    let rates = weights.map(|weight| 240.0 * f64::from(weight) / f64::from(total) / 60.0);
    let day = Periodic::of(&rates, 3, 10.0);
    vec![
        at_desk("station_line", day.line),
        at_desk("station_people", day.people),
        at_desk("station_wait", day.wait),
        at_desk("station_delayed", day.delayed),
    ]
}

/// The same with 96 people a day who come from 08:00 to 16:00: before and after that nobody does.
fn hours_of_office() -> Vec<Exact> {
    let weights = [1.0, 2.0, 3.0, 2.0, 1.0, 1.0, 1.0, 1.0];
    let total: f64 = weights.iter().sum();
    let mut rates = [0.0; 24];
    for (rate, weight) in rates[8..16].iter_mut().zip(weights) {
        *rate = 96.0 * weight / total / 60.0;
    }
    let day = Periodic::of(&rates, 3, 10.0);
    waits(day.wait, day.delayed)
}

fn outage_days(show: f64) -> Vec<Exact> {
    let known = book("D2", &[("show_prob", show)]);
    let of_the_day = 60.0 * show;
    vec![
        ("interview_to_ready", "all", known.value("mean_delay_days")),
        ("ready_within_promise", "all", known.value("share_delay_le_3")),
        ("backlog", "all", known.value("mean_backlog_end_of_day") - of_the_day),
    ]
}

fn produced(production: &Production) -> Vec<Exact> {
    vec![
        ("interview_to_ready", "all", production.delay),
        ("ready_within_promise", "all", production.within_three_days),
        ("backlog", "all", production.left_over),
    ]
}

#[test]
fn independent_outages_come_out_as_in_the_reference() {
    let computed = produced(&Production::of(0.9, 0.05, 0.95));
    for ((_, _, computed), (measure, _, known)) in computed.into_iter().zip(outage_days(0.9)) {
        assert!((computed - known).abs() < 1e-7 * known, "{measure}: {computed} {known}");
    }
}
