//! Streams that turn from a bundle downwards, side by side.

use std::f64::consts::FRAC_PI_2;

use crate::report::chart::geometry::Point;

/// Straight pieces of which a bend is made.
const PIECES: usize = 16;

/// A quarter turn from going right to going down, about `centre`, between two radii, and on down to
/// `bottom`.
pub fn bend(centre: Point, (inner, outer): (f64, f64), bottom: f64) -> Vec<Point> {
    let at = |radius: f64, piece: usize| {
        let angle = FRAC_PI_2 * piece as f64 / PIECES as f64;
        centre.shifted(radius * angle.sin(), -radius * angle.cos())
    };
    let out = (0..=PIECES).map(|piece| at(outer, piece));
    let back = (0..=PIECES).rev().map(|piece| at(inner, piece));
    let ends = [outer, inner].map(|radius| Point::new(centre.x + radius, bottom));
    out.chain(ends).chain(back).collect()
}

#[cfg(test)]
mod tests {
    use super::bend;
    use crate::report::chart::geometry::Point;

    #[test]
    fn a_bend_keeps_its_width() {
        let points = bend(Point::new(100.0, 50.0), (10.0, 14.0), 90.0);
        let [first, last] = [points[0], points[points.len() - 1]];
        assert_eq!((first.x, last.x), (100.0, 100.0));
        assert!((last.y - first.y - 4.0).abs() < 1e-9);
        assert!(
            points.contains(&Point::new(114.0, 90.0)) && points.contains(&Point::new(110.0, 90.0))
        );
    }
}
