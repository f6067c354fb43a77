//! The design from which the indices of Sobol are estimated.

use crate::statistics::design::SobolPoints;

/// Two matrices of points in the unit cube, and what comes of exchanging one input between them
/// (Saltelli 2002, *Computer Physics Communications* 145:280-297).
///
/// With `n` rows and `k` inputs it needs `n (k + 2)` evaluations of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct SaltelliDesign {
    /// The first matrix, by row and input.
    pub first: Vec<Vec<f64>>,
    /// The second matrix, by row and input.
    pub second: Vec<Vec<f64>>,
}

impl SaltelliDesign {
    /// The most inputs.
    pub const MOST_INPUTS: usize = SobolPoints::MOST_DIMENSIONS / 2;

    /// So many rows, best a power of two, of so many inputs, from one shifted sequence of
    /// [`SobolPoints`]; none for more than [`SaltelliDesign::MOST_INPUTS`]. `uniform` gives numbers
    /// from 0 to 1, 1 excluded.
    pub fn new(rows: usize, inputs: usize, uniform: impl FnMut() -> f64) -> Option<Self> {
        let points = SobolPoints::new(2 * inputs)?.shifted(uniform).take(rows);
        let halves = points.map(|mut point| {
            let second = point.split_off(inputs);
            (point, second)
        });
        let (first, second) = halves.unzip();
        Some(SaltelliDesign { first, second })
    }

    /// The rows of the first matrix with one input from the second.
    pub fn exchanged(&self, input: usize) -> Vec<Vec<f64>> {
        let exchange = |(first, second): (&Vec<f64>, &Vec<f64>)| {
            let mut point = first.clone();
            point[input] = second[input];
            point
        };
        self.first.iter().zip(&self.second).map(exchange).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::SaltelliDesign;

    #[test]
    fn one_input_is_exchanged() {
        let design = SaltelliDesign::new(8, 3, || 0.3).expect("few inputs");
        assert_eq!((design.first.len(), design.second.len()), (8, 8));
        for (row, point) in design.exchanged(1).iter().enumerate() {
            let (first, second) = (&design.first[row], &design.second[row]);
            assert_eq!(*point, [first[0], second[1], first[2]]);
        }
    }

    #[test]
    fn there_are_no_more_inputs_than_half_the_dimensions() {
        assert!(SaltelliDesign::new(2, SaltelliDesign::MOST_INPUTS, || 0.0).is_some());
        assert!(SaltelliDesign::new(2, SaltelliDesign::MOST_INPUTS + 1, || 0.0).is_none());
    }
}
