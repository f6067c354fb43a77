//! A Latin hypercube: in each dimension one point in each of equally wide slices.

/// So many points in the unit cube of so many dimensions, coordinates from 0 to 1, 1 excluded
/// (McKay, Beckman & Conover 1979, *Technometrics* 21:239-245).
///
/// Cut into as many slices as there are points, each dimension has one point in each slice, at a
/// random place of it. `uniform` gives numbers from 0 to 1, 1 excluded.
pub fn latin_hypercube(
    points: usize,
    dimensions: usize,
    mut uniform: impl FnMut() -> f64,
) -> Vec<Vec<f64>> {
    let mut cube = vec![Vec::with_capacity(dimensions); points];
    for _ in 0..dimensions {
        let slices = shuffled(points, &mut uniform);
        for (point, slice) in cube.iter_mut().zip(slices) {
            point.push(within(slice, points, uniform()));
        }
    }
    cube
}

/// A place in a slice; rounding may not carry it into the next.
fn within(slice: usize, slices: usize, share: f64) -> f64 {
    let end = (slice + 1) as f64 / slices as f64;
    ((slice as f64 + share) / slices as f64).min(end.next_down())
}

/// The numbers below `count` in random order (Fisher & Yates).
fn shuffled(count: usize, uniform: &mut impl FnMut() -> f64) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..count).collect();
    for place in (1..count).rev() {
        let other = (uniform() * (place + 1) as f64) as usize;
        numbers.swap(place, other.min(place));
    }
    numbers
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{latin_hypercube, shuffled};
    use crate::statistics::dice::dice;

    #[test]
    fn each_slice_of_each_dimension_has_one_point() {
        let mut uniform = dice(5);
        for points in [1, 2, 7, 100] {
            let cube = latin_hypercube(points, 4, &mut uniform);
            for dimension in 0..4 {
                let slice = |point: &Vec<f64>| (point[dimension] * points as f64) as usize;
                let slices: BTreeSet<usize> = cube.iter().map(slice).collect();
                assert_eq!(slices, (0..points).collect(), "{points} points");
            }
        }
    }

    #[test]
    fn extreme_numbers_stay_inside() {
        for share in [0.0, 1.0 - f64::EPSILON / 2.0] {
            let cube = latin_hypercube(10, 3, || share);
            assert!(cube.iter().flatten().all(|place| (0.0..1.0).contains(place)));
        }
        assert_eq!(latin_hypercube(0, 3, || 0.5), Vec::<Vec<f64>>::new());
    }

    #[test]
    fn all_orders_are_equally_likely() {
        let mut uniform = dice(6);
        let mut seen = [0; 3];
        for _ in 0..3_000 {
            seen[shuffled(3, &mut uniform)[0]] += 1;
        }
        assert!(seen.iter().all(|count| (900..1_100).contains(count)), "{seen:?}");
    }
}
