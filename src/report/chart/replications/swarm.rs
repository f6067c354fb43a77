//! Dots on a line that make way for each other.

/// Places for dots of a diameter at some pixels, in ascending order: each as near to the line as
/// those before it let, at most so far away. Where even that is full they cover each other.
pub fn swarm(across: &[f64], (diameter, furthest): (f64, f64)) -> Vec<(f64, f64)> {
    let mut placed: Vec<(f64, f64)> = Vec::new();
    // Dots further left than this no longer matter.
    let mut first = 0;
    for &x in across {
        while first < placed.len() && placed[first].0 + diameter < x {
            first += 1;
        }
        let near = &placed[first..];
        let is_free =
            |down: &f64| near.iter().all(|other| diameter <= (other.0 - x).hypot(other.1 - down));
        let down = offsets(diameter, furthest).find(is_free).unwrap_or(0.0);
        placed.push((x, down));
    }
    placed
}

/// Offsets from the line in the order in which they are tried: 0, up, down, further up...
fn offsets(diameter: f64, furthest: f64) -> impl Iterator<Item = f64> {
    let step = diameter / 2.0;
    let steps = ((furthest - step) / step).max(0.0) as usize;
    std::iter::once(0.0).chain(
        (1..=steps).flat_map(move |place| [-1.0, 1.0].map(|side| side * place as f64 * step)),
    )
}

#[cfg(test)]
mod tests {
    use super::swarm;

    #[test]
    fn dots_make_way_and_stay_where_they_have_room() {
        let placed = swarm(&[0.0, 1.0, 50.0], (4.0, 20.0));
        assert_eq!(placed[0], (0.0, 0.0));
        assert!(4.0 <= placed[1].1.abs() + 1.0, "{placed:?}");
        assert_eq!(placed[2], (50.0, 0.0));
    }

    #[test]
    fn a_crowd_stays_within_its_room() {
        let placed = swarm(&[7.0; 500], (4.0, 15.0));
        assert!(placed.iter().all(|(_, down)| down.abs() <= 15.0));
    }
}
