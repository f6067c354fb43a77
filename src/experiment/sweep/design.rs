//! Which points of all combinations of values are played.

use std::collections::BTreeSet;

use crate::random::Streams;
use crate::statistics::{SobolPoints, latin_hypercube};

/// How the points lie. None is played twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// Every combination; the values of the last key change fastest.
    Grid,
    /// So many points; cut into as many slices as there are points, each key has one in each.
    LatinHypercube(usize),
    /// So many points of the sequence of Sobol: more of them begin with the same ones.
    Sobol(usize),
}

impl Design {
    /// How many points there are at most, of keys with so many values each.
    pub fn count(self, values: &[usize]) -> f64 {
        match self {
            Design::Grid => values.iter().map(|count| *count as f64).product(),
            Design::LatinHypercube(points) | Design::Sobol(points) => points as f64,
        }
    }

    /// The points, each by the places of its values; `values` is how many each key has. A design
    /// has no more dimensions than [`SobolPoints::MOST_DIMENSIONS`].
    pub fn points(self, values: &[usize], seed: u64) -> Vec<Vec<usize>> {
        match self {
            Design::Grid => grid(values),
            Design::LatinHypercube(points) => {
                // No replication has this number: the points are of no applicant's luck.
                let mut stream = Streams::new(seed, u64::MAX).stream(0, 0);
                let cube = latin_hypercube(points, values.len(), || stream.uniform());
                picked(cube.into_iter(), values)
            }
            Design::Sobol(points) => {
                picked(SobolPoints::new(values.len()).into_iter().flatten().take(points), values)
            }
        }
    }

    /// In words, for people.
    pub fn name(self) -> &'static str {
        match self {
            Design::Grid => "grid",
            Design::LatinHypercube(_) => "latin-hypercube",
            Design::Sobol(_) => "sobol",
        }
    }
}

fn grid(values: &[usize]) -> Vec<Vec<usize>> {
    let longer = |points: Vec<Vec<usize>>, count: &usize| {
        let with = |point: &Vec<usize>, value: usize| [point.as_slice(), &[value]].concat();
        points.iter().flat_map(|point| (0..*count).map(move |value| with(point, value))).collect()
    };
    values.iter().fold(vec![Vec::new()], longer)
}

/// The values in whose equal share of the unit each coordinate lies; the first of equal points.
fn picked(cube: impl Iterator<Item = Vec<f64>>, values: &[usize]) -> Vec<Vec<usize>> {
    let pick = |(share, count): (f64, &usize)| ((share * *count as f64) as usize).min(count - 1);
    let mut seen = BTreeSet::new();
    let points = cube.map(|point| point.into_iter().zip(values).map(pick).collect::<Vec<usize>>());
    points.filter(|point| seen.insert(point.clone())).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Design;

    #[test]
    fn a_grid_has_every_combination_once() {
        let points = Design::Grid.points(&[2, 3], 1);
        assert_eq!(points, [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]]);
        assert_eq!(Design::Grid.count(&[100_000, 100_000]), 1e10);
    }

    #[test]
    fn a_latin_hypercube_tries_every_value_as_often() {
        let points = Design::LatinHypercube(20).points(&[20, 10], 7);
        assert_eq!(points.len(), 20);
        for value in 0..10 {
            assert_eq!(points.iter().filter(|point| point[1] == value).count(), 2);
        }
        assert_ne!(points, Design::LatinHypercube(20).points(&[20, 10], 8));
    }

    #[test]
    fn more_points_of_sobol_begin_with_the_same() {
        let few = Design::Sobol(16).points(&[41, 9], 1);
        let many = Design::Sobol(32).points(&[41, 9], 1);
        assert_eq!(many[..few.len()], few);
        assert_eq!(few[0], [0, 0]);
    }

    #[test]
    fn no_point_is_played_twice() {
        for design in [Design::LatinHypercube(50), Design::Sobol(50)] {
            let points = design.points(&[3, 2], 1);
            let different: BTreeSet<&Vec<usize>> = points.iter().collect();
            assert_eq!((points.len(), different.len()), (6, 6), "{design:?}");
        }
    }
}
