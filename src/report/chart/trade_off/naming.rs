//! Names beside points, where they cover neither each other nor another point.

use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::scale::Range;

const AWAY: f64 = 10.0;
/// Half the room of a point.
const POINT: f64 = 6.0;
/// Half the room of a place on the line.
const LINE: f64 = 2.0;
const WIDEST: f64 = 260.0;
/// More names than this are not read.
const MOST: usize = 60;

/// The names that have room, each with the point at which it begins, off a line through some
/// places; the first go first.
pub fn names(
    points: &[(Point, &str)],
    line: &[Point],
    (columns, rows): (Range, Range),
) -> Vec<(Point, String)> {
    let small = Lettering::small();
    let points_taken = points.iter().map(|(at, _)| around(*at, POINT));
    let mut taken: Vec<Area> =
        points_taken.chain(line.iter().map(|at| around(*at, LINE))).collect();
    let mut named = Vec::new();
    for (at, name) in points.iter().take(MOST) {
        let name = small.shorten(name, WIDEST);
        let width = small.width(&name);
        let height = small.line_height();
        let starts = [
            at.shifted(AWAY, 0.0),
            at.shifted(-AWAY - width, 0.0),
            at.shifted(-width / 2.0, -AWAY - height / 2.0),
            at.shifted(-width / 2.0, AWAY + height / 2.0),
        ];
        let area = |start: &Point| Area {
            left: start.x,
            top: start.y - height / 2.0,
            right: start.x + width,
            bottom: start.y + height / 2.0,
        };
        let is_free = |start: &Point| {
            let area = area(start);
            let inside = columns.low <= area.left
                && area.right <= columns.high
                && rows.low <= area.top
                && area.bottom <= rows.high;
            inside && !name.is_empty() && taken.iter().all(|other| are_apart(&area, other))
        };
        if let Some(start) = starts.into_iter().find(is_free) {
            taken.push(area(&start));
            named.push((start, name));
        }
    }
    named
}

fn around(at: Point, half: f64) -> Area {
    let (left, right) = (at.x - half, at.x + half);
    Area { left, top: at.y - half, right, bottom: at.y + half }
}

fn are_apart(one: &Area, other: &Area) -> bool {
    one.right <= other.left
        || other.right <= one.left
        || one.bottom <= other.top
        || other.bottom <= one.top
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::report::chart::geometry::Point;
    use crate::report::chart::scale::Range;

    #[test]
    fn a_name_goes_where_there_is_room_or_is_left_out() {
        let room = (Range::new(0.0, 400.0), Range::new(0.0, 100.0));
        let points = [(Point::new(100.0, 50.0), "one"), (Point::new(390.0, 50.0), "two")];
        let named = names(&points, &[], room);
        assert!(100.0 < named[0].0.x, "right of its point");
        assert!(named[1].0.x < 380.0, "left of its point, at the edge");
        let same = [(Point::new(100.0, 50.0), "name"); 9];
        assert!(names(&same, &[], room).len() < 5);
        let line = [Point::new(115.0, 50.0)];
        assert!(names(&points, &line, room)[0].0.x < 100.0, "off the line");
    }
}
