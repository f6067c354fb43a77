//! How far the highest and the lowest of several groups lie apart.

use crate::statistics::{Estimate, Level, Observation, estimate, paired_difference, pseudo_values};

/// The gap between two groups, of which the pair was chosen by looking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Place of the group that is lowest over all replications.
    pub lowest: usize,
    /// Place of the group that is highest over all replications.
    pub highest: usize,
    /// Highest minus lowest in the unit of the groups, over the replications in which both speak;
    /// its interval holds for all pairs of groups at once.
    pub difference: Estimate,
    /// Among how many pairs this one was chosen.
    pub pairs: usize,
}

/// The observations of two groups, lowest and highest, and among how many pairs they were chosen.
#[derive(Clone, Copy, Debug)]
pub struct Chosen<'a> {
    pub low: &'a [Observation],
    pub high: &'a [Observation],
    pub pairs: usize,
}

/// The gap among groups; none where fewer than two have something to say. Observation `i` of all
/// groups must come from replication `i`.
///
/// A gap that each replication chose for itself would be too large: the largest of several noisy
/// figures less the smallest is above 0 even among equals. So the pair is chosen once, over all
/// replications, and highest minus lowest is taken within each replication, where both groups had
/// the same days.
///
/// Yet the pair was chosen by looking, and a plain interval for what looks widest leaves the truth
/// out too often. So the interval is Bonferroni's: for `m` pairs of groups each has one at level
/// `1 - a / m`, all of which hold together at level `1 - a`, and hence so does that of the pair
/// chosen, whichever it is. An interval that reaches 0 does not tell the two apart. As no other
/// pair can be wider than the widest, the true gap is at least its lower end.
pub fn gap(groups: &[&[Observation]], level: Level) -> Option<Gap> {
    let mean = |group: &&[Observation]| estimate(group, level).mean;
    let means = groups.iter().enumerate();
    let means: Vec<(usize, f64)> =
        means.filter_map(|(place, group)| Some((place, mean(group)?))).collect();
    let pairs = means.len() * means.len().saturating_sub(1) / 2;
    if pairs == 0 {
        return None;
    }
    // Among equals the first is the lowest and the last the highest: never the same.
    let lowest = means.iter().min_by(|one, other| one.1.total_cmp(&other.1))?.0;
    let highest = means.iter().max_by(|one, other| one.1.total_cmp(&other.1))?.0;
    let paired = paired_difference(groups[lowest], groups[highest], level.of_each(pairs));
    Some(Gap { lowest, highest, difference: paired.difference, pairs })
}

/// How much wider the gap of another scenario is than that of a base, each between its own two
/// groups, over the replications in which all four speak.
///
/// Both pairs were chosen by looking, so that the interval holds for every pair of the one with
/// every pair of the other, in the same and in the opposite direction: twice the product of how
/// many pairs there are.
pub fn gap_change(base: Chosen, other: Chosen, level: Level) -> Estimate {
    let lists = [base.low, base.high, other.low, other.high];
    let length = lists.iter().map(|list| list.len()).min().unwrap_or(0);
    let is_whole = |place: &usize| lists.iter().all(|list| list[*place].speaks());
    let places: Vec<usize> = (0..length).filter(is_whole).collect();
    let values = lists.map(|list| {
        let spoken: Vec<Observation> = places.iter().map(|place| list[*place]).collect();
        pseudo_values(&spoken).into_iter().flatten().collect::<Vec<f64>>()
    });
    let change = |place: usize| {
        let [low, high, low_then, high_then] = [0, 1, 2, 3].map(|list: usize| values[list][place]);
        (high_then - low_then) - (high - low)
    };
    let changes: Vec<f64> = (0..places.len()).map(change).collect();
    Estimate::of_values(&changes, level.of_each(2 * base.pairs * other.pairs))
}

#[cfg(test)]
mod tests {
    use super::{Chosen, Gap, gap, gap_change};
    use crate::statistics::{Level, Observation, paired_difference};

    fn group(values: &[f64]) -> Vec<Observation> {
        values.iter().copied().map(Observation::value).collect()
    }

    fn of(groups: &[Vec<Observation>]) -> Option<Gap> {
        let groups: Vec<&[Observation]> = groups.iter().map(Vec::as_slice).collect();
        gap(&groups, Level::NINETY_FIVE)
    }

    #[test]
    fn one_group_has_no_gap() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[group(&[1.0, 2.0])]), None);
        assert_eq!(of(&[group(&[1.0, 2.0]), vec![Observation::none(); 2]]), None);
    }

    #[test]
    fn equals_are_no_gap_apart() {
        let gap = of(&[group(&[1.0, 2.0]), group(&[1.0, 2.0])]).expect("two groups");
        assert_eq!((gap.lowest, gap.highest), (0, 1));
        assert_eq!((gap.difference.low(), gap.difference.high()), (Some(0.0), Some(0.0)));
    }

    /// Three groups, so three pairs, each at 1 - 0.05 / 3. With two degrees of freedom
    /// `P(|T| <= t) = p` is `t / sqrt(2 + t * t) = p`, so `t = p * sqrt(2 / (1 - p * p))`.
    #[test]
    fn the_interval_by_hand() {
        let groups = [group(&[5.0, 7.0, 6.0]), group(&[1.0, 2.0, 3.0]), group(&[3.0, 3.0, 3.0])];
        let gap = of(&groups).expect("three groups");
        assert_eq!((gap.lowest, gap.highest), (1, 0));
        // Differences 4, 5, 3: mean 4, deviation 1.
        assert_eq!(gap.difference.mean, Some(4.0));
        let share: f64 = 1.0 - 0.05 / 3.0;
        let student = share * (2.0 / (1.0 - share * share)).sqrt();
        let half_width = gap.difference.half_width.expect("three values");
        assert!((half_width - student / 3.0_f64.sqrt()).abs() < 1e-9, "{half_width}");
    }

    /// One pair each, so two directions, each at 1 - 0.05 / 2; the quantile as above.
    #[test]
    fn a_change_is_paired_twice() {
        let (low, high) = (group(&[1.0, 2.0, 3.0]), group(&[5.0, 7.0, 6.0]));
        let (low_then, high_then) = (group(&[2.0, 3.0, 4.0]), group(&[7.0, 9.0, 8.0]));
        let base = Chosen { low: &low, high: &high, pairs: 1 };
        let other = Chosen { low: &low_then, high: &high_then, pairs: 1 };
        let change = gap_change(base, other, Level::NINETY_FIVE);
        assert_eq!((change.mean, change.standard_deviation), (Some(1.0), Some(0.0)));
        let none = gap_change(base, base, Level::NINETY_FIVE);
        assert_eq!((none.low(), none.high()), (Some(0.0), Some(0.0)));
        // Gaps of 4, 5, 3 and of 1, 2, 6: changes -3, -3, 3, of mean -1 and deviation 2 sqrt 3.
        let wild = group(&[6.0, 9.0, 12.0]);
        let wild = Chosen { low: &high, high: &wild, pairs: 1 };
        let change = gap_change(base, wild, Level::NINETY_FIVE);
        assert_eq!(change.mean, Some(-1.0));
        let student = 0.975 * (2.0 / (1.0 - 0.975_f64 * 0.975)).sqrt();
        let half_width = change.half_width.expect("three values");
        assert!((half_width - 2.0 * student).abs() < 1e-9, "{half_width}");
    }

    #[test]
    fn replications_in_which_one_is_silent_are_left_out() {
        let (low, mut high) = (group(&[1.0, 2.0, 3.0]), group(&[5.0, 7.0, 6.0]));
        high[1] = Observation::none();
        let gap = of(&[low.clone(), high.clone()]).expect("two groups");
        assert_eq!((gap.difference.mean, gap.difference.replications), (Some(3.5), 2));
        let (low, high) = (low.as_slice(), high.as_slice());
        let chosen = Chosen { low, high, pairs: 1 };
        assert_eq!(gap_change(chosen, chosen, Level::NINETY_FIVE).replications, 2);
    }

    /// SplitMix64, as a number from 0 to 1.
    fn uniform(state: &mut u64) -> f64 {
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Four groups that differ by nothing but chance: 0 lies in at least 95 of 100 intervals,
    /// though not in as many of the plain ones, which do not know that the pair was chosen.
    #[test]
    fn equals_are_covered_though_the_pair_was_chosen() {
        let mut state = 2019;
        let mut normal = || (0..12).map(|_| uniform(&mut state)).sum::<f64>() - 6.0;
        let mut group = || (0..10).map(|_| Observation::value(normal())).collect::<Vec<_>>();
        let (mut covered, mut plainly) = (0, 0);
        for _ in 0..1_000 {
            let groups: Vec<Vec<Observation>> = (0..4).map(|_| group()).collect();
            let gap = of(&groups).expect("four groups");
            let pair = [groups[gap.lowest].as_slice(), groups[gap.highest].as_slice()];
            let plain = paired_difference(pair[0], pair[1], Level::NINETY_FIVE).difference;
            covered += i32::from(gap.difference.low().expect("ten values") <= 0.0);
            plainly += i32::from(plain.low().expect("ten values") <= 0.0);
        }
        // 926 is the lower end of the 99.9 % band about 950.
        assert!(926 <= covered && plainly < 926, "{covered}, {plainly}");
    }
}
