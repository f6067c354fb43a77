//! What chance does to figures: it is unbiased, shrinks with the root of the replications, and is
//! shared by scenarios that are compared.
//!
//! A figure that strays is looked at once more with other seeds, and fails only if it strays again.

use antrean::experiment::compare;
use antrean::statistics::Estimate;

use crate::playing::{level, played};
use crate::seen::plan;

const SUSPICIOUS: f64 = 3.0;
const WRONG: f64 = 3.3;
const SEEDS: [u32; 2] = [100, 1_909];

/// Two estimates of one thing, and its name.
pub type Pair = (String, Estimate, Estimate);

/// Fails if a pair of independent estimates that stray from each other does so under other seeds.
#[track_caller]
pub fn agree<P: IntoIterator<Item = Pair>>(pairs: impl Fn(u32) -> P) {
    let strays = |seed: u32, most: f64| {
        let strays = pairs(seed).into_iter().filter(|(_, one, other)| most < apart(one, other));
        strays.map(|(name, _, _)| name).collect::<Vec<String>>()
    };
    let suspects = strays(SEEDS[0], SUSPICIOUS);
    if !suspects.is_empty() {
        let again = strays(SEEDS[1], WRONG);
        let guilty: Vec<_> = suspects.iter().filter(|name| again.contains(name)).collect();
        assert!(guilty.is_empty(), "{guilty:?} stray twice");
    }
}

/// How many standard errors two estimates lie apart; what never varies must be the same.
fn apart(one: &Estimate, other: &Estimate) -> f64 {
    let Some((left, right)) = one.mean.zip(other.mean) else { return 0.0 };
    let square = |of: &Estimate| {
        of.standard_deviation.unwrap_or(0.0).powi(2) / of.replications.max(1) as f64
    };
    let distance = (left - right).abs();
    if distance == 0.0 { 0.0 } else { distance / (square(one) + square(other)).sqrt() }
}

/// All figures of the small office under a seed.
fn figures(seed: u32, replications: u32) -> Vec<(String, Estimate)> {
    let settings = [format!("run.seed={seed}"), format!("run.replications={replications}")];
    let result = played(vec![plan(&settings.each_ref().map(String::as_str))]).remove(0);
    let name = |of: &antrean::office::Figure| format!("{} {:?}", of.measure.name, of.scope);
    result.figures.iter().map(|of| (name(&of.figure), of.estimate)).collect()
}

#[test]
fn two_seeds_agree() {
    agree(|seed| {
        let pairs = figures(seed, 60).into_iter().zip(figures(seed + 1, 60));
        pairs.map(|((name, one), (_, other))| (name, one, other)).collect::<Vec<Pair>>()
    });
    let (one, other) = (figures(1, 60), figures(2, 60));
    let strays = one.iter().zip(&other).filter(|((_, one), (_, two))| 2.0 < apart(one, two));
    assert!(strays.count() * 8 < one.len(), "about 5 in 100 are 2 standard errors apart");
}

/// The names of figures whose interval from four times the replications is not about half as wide.
/// Left out are the far quantiles of whole days, which are the same in most replications.
fn not_halved(seed: u32) -> Vec<String> {
    let of_days = |name: &str| name.starts_with("lead_time") && name.contains("_p9");
    let pairs = figures(seed, 50).into_iter().zip(figures(seed, 200));
    let pairs = pairs.filter(|((name, _), _)| !of_days(name));
    let halved = |few: &Estimate, many: &Estimate| {
        let widths = few.half_width.zip(many.half_width).filter(|(few, _)| 0.0 < *few);
        widths.is_none_or(|(few, many)| (0.4..=0.62).contains(&(many / few)))
    };
    let pairs = pairs.filter(|((_, few), (_, many))| !halved(few, many));
    pairs.map(|((name, _), _)| name).collect()
}

#[test]
fn four_times_the_replications_halve_the_intervals() {
    let suspects = not_halved(SEEDS[0]);
    let again = not_halved(SEEDS[1]);
    let guilty: Vec<_> = suspects.iter().filter(|name| again.contains(name)).collect();
    assert!(guilty.len() <= 1, "{guilty:?}");
    assert!(suspects.len() < 15 && again.len() < 15, "{suspects:?} {again:?}");
}

/// The spread of the difference in lead time between two quotas.
fn spread_of_difference(seeds: [u32; 2]) -> (f64, f64) {
    let plans = [(16, seeds[0]), (19, seeds[1])].map(|(quota, seed)| {
        plan(&[
            &format!("booking.daily_quota={quota}"),
            &format!("run.seed={seed}"),
            "run.replications=40",
        ])
    });
    let comparison = compare(&played(plans.into()), level()).remove(0);
    let is_lead = |name: &str| name == "lead_time_working_days";
    let mut differences = comparison.differences.into_iter();
    let paired = differences.find(|of| is_lead(of.figure.measure.name)).expect("leads").paired;
    let spread = paired.difference.standard_deviation.expect("forty pairs");
    (spread * spread, paired.variance_ratio.expect("it varies"))
}

#[test]
fn the_same_applicants_make_differences_surer() {
    let (common, said) = spread_of_difference([7, 7]);
    let (independent, without) = spread_of_difference([7, 8]);
    assert!(2.0 * common < independent, "{common} {independent}");
    assert!(2.0 < said, "the ratio that is reported: {said}");
    assert!((0.5..2.0).contains(&without), "nothing gained: {without}");
}
