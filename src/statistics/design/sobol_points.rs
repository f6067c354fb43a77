//! The low-discrepancy sequence of Sobol.

use crate::statistics::design::directions::DIRECTIONS;

const BITS: usize = 32;

/// Points of the unit cube in which every beginning of a power of two is spread evenly, coordinates
/// from 0 to 1, 1 excluded (Sobol 1967; the order of Antonov & Saleev 1979; direction numbers of
/// Joe & Kuo 2008).
///
/// The first point is the origin, unless all are shifted. Ends after 2^32 points.
#[derive(Clone, Debug)]
pub struct SobolPoints {
    /// By dimension: what changes with each bit.
    directions: Vec<[u32; BITS]>,
    /// By dimension: the next point, in parts of 2^32.
    next: Vec<u32>,
    number: u64,
}

impl SobolPoints {
    /// The most dimensions for which there are direction numbers here.
    pub const MOST_DIMENSIONS: usize = DIRECTIONS.len() + 1;

    /// The sequence in so many dimensions; none for more than [`SobolPoints::MOST_DIMENSIONS`].
    pub fn new(dimensions: usize) -> Option<Self> {
        let known = dimensions <= SobolPoints::MOST_DIMENSIONS;
        known.then(|| SobolPoints {
            directions: (0..dimensions).map(directions).collect(),
            next: vec![0; dimensions],
            number: 0,
        })
    }

    /// All points shifted at random, bit by bit and in each dimension alike, which keeps them as
    /// even and makes each of them uniform (a digital shift; Owen 1998). `uniform` gives numbers
    /// from 0 to 1, 1 excluded.
    pub fn shifted(self, mut uniform: impl FnMut() -> f64) -> Self {
        let shift = |next: &u32| next ^ (uniform() * f64::powi(2.0, BITS as i32)) as u32;
        SobolPoints { next: self.next.iter().map(shift).collect(), ..self }
    }
}

impl Iterator for SobolPoints {
    type Item = Vec<f64>;

    fn next(&mut self) -> Option<Vec<f64>> {
        let step = self.number.trailing_ones() as usize;
        if BITS < step {
            return None;
        }
        let point = self.next.iter().map(|place| f64::from(*place) * f64::powi(2.0, -32)).collect();
        self.number += 1;
        for (next, directions) in self.next.iter_mut().zip(&self.directions) {
            // After the last point nothing changes any more.
            *next ^= directions.get(step).copied().unwrap_or(0);
        }
        Some(point)
    }
}

/// The direction numbers of a dimension, the greatest bit first.
fn directions(dimension: usize) -> [u32; BITS] {
    let place = |number: usize| BITS as u32 - 1 - number as u32;
    let Some((coefficients, initial)) = dimension.checked_sub(1).map(|row| DIRECTIONS[row]) else {
        // The first dimension is the sequence of van der Corput.
        return std::array::from_fn(|number| 1 << place(number));
    };
    let degree = initial.len();
    let mut numbers = [0; BITS];
    for number in 0..BITS {
        numbers[number] = match initial.get(number) {
            Some(value) => value << place(number),
            None => recurrence(&numbers[number - degree..number], coefficients),
        };
    }
    numbers
}

/// The next direction number after as many as the polynomial has degrees, whose inner coefficients
/// are the bits of `coefficients`.
fn recurrence(before: &[u32], coefficients: u32) -> u32 {
    let degree = before.len();
    let own = before[0] ^ (before[0] >> degree);
    (1..degree).fold(own, |number, back| {
        let coefficient = (coefficients >> (degree - 1 - back)) & 1;
        number ^ (coefficient * before[degree - back])
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::SobolPoints;
    use crate::statistics::dice::dice;

    #[test]
    fn the_first_points_are_those_of_joe_and_kuo() {
        let points: Vec<Vec<f64>> = SobolPoints::new(3).expect("few").take(10).collect();
        let expected = [
            [0.0, 0.0, 0.0],
            [0.5, 0.5, 0.5],
            [0.75, 0.25, 0.25],
            [0.25, 0.75, 0.75],
            [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125],
            [0.625, 0.125, 0.875],
            [0.125, 0.625, 0.375],
            [0.1875, 0.3125, 0.9375],
            [0.6875, 0.8125, 0.4375],
        ];
        assert_eq!(points, expected);
    }

    /// How many of the first points lie in each box of so many slices of two dimensions.
    fn crowded(points: &[Vec<f64>], pair: (usize, usize), slices: (usize, usize)) -> usize {
        let slice = |place: f64, slices: usize| (place * slices as f64) as usize;
        let in_box =
            |point: &Vec<f64>| (slice(point[pair.0], slices.0), slice(point[pair.1], slices.1));
        let boxes: BTreeSet<_> = points.iter().map(in_box).collect();
        points.len() - boxes.len()
    }

    #[test]
    fn every_dimension_is_cut_evenly_shifted_or_not() {
        let most = SobolPoints::MOST_DIMENSIONS;
        let plain = SobolPoints::new(most).expect("as many");
        let shifted = plain.clone().shifted(dice(5));
        for points in [plain, shifted] {
            let points: Vec<Vec<f64>> = points.take(256).collect();
            for dimension in 0..most {
                assert_eq!(crowded(&points, (dimension, dimension), (256, 1)), 0);
            }
        }
    }

    /// The first two dimensions make a perfect net: every box of that volume has its point.
    #[test]
    fn the_first_pair_is_a_perfect_net() {
        let points: Vec<Vec<f64>> = SobolPoints::new(2).expect("few").take(64).collect();
        for width in [1, 2, 4, 8, 16, 32, 64] {
            assert_eq!(crowded(&points, (0, 1), (width, 64 / width)), 0, "{width} slices");
        }
    }

    /// A pair of random dimensions is off by 1e-3; a slip of the pen in the table costs as much.
    #[test]
    fn products_of_all_pairs_have_their_mean() {
        let most = SobolPoints::MOST_DIMENSIONS;
        let points: Vec<Vec<f64>> = SobolPoints::new(most).expect("as many").take(4_096).collect();
        let product = |one: usize, other: usize| {
            let products = points.iter().map(|point| (point[one] - 0.5) * (point[other] - 0.5));
            products.sum::<f64>().abs() / 4_096.0
        };
        let pairs = (0..most).flat_map(|one| (0..one).map(move |other| (other, one)));
        let stray: Vec<_> = pairs.filter(|(one, other)| 1e-4 < product(*one, *other)).collect();
        // Known of these numbers, and of no consequence: correlations of 0.012 and less.
        assert_eq!(stray, [(26, 32), (36, 37), (21, 38)]);
    }

    #[test]
    fn there_are_no_more_dimensions_than_known() {
        assert!(SobolPoints::new(SobolPoints::MOST_DIMENSIONS + 1).is_none());
        assert_eq!(SobolPoints::MOST_DIMENSIONS, 40);
        assert_eq!(SobolPoints::new(0).and_then(|mut none| none.next()), Some(vec![]));
    }
}
