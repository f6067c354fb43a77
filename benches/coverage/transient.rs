//! The exact mean wait of the first customers of an empty M/M/1 queue.

/// The mean wait of the first `customers`, in the unit of `service` (the mean service), where one
/// comes in each unit of time on average.
///
/// What customer `i` finds is a Markov chain: of those there then, some leave before the next
/// comes, each sooner than the next with the same probability (Kelton & Law 1985,
/// Operations Research 33).
pub fn mean_wait(customers: usize, service: f64) -> f64 {
    let leaves_first = 1.0 / (1.0 + service);
    let mut found = vec![1.0];
    let mut sum = 0.0;
    for _ in 0..customers {
        sum += mean(&found) * service;
        found = next(&found, leaves_first);
    }
    sum / customers as f64
}

fn mean(shares: &[f64]) -> f64 {
    shares.iter().enumerate().map(|(number, share)| number as f64 * share).sum()
}

/// What the next customer finds, if one finds `number` with the share at that place.
fn next(found: &[f64], leaves_first: f64) -> Vec<f64> {
    let mut shares = vec![0.0; found.len() + 1];
    for (number, share) in found.iter().enumerate() {
        let mut left = *share;
        for there in (1..=number + 1).rev() {
            shares[there] += left * (1.0 - leaves_first);
            left *= leaves_first;
        }
        shares[0] += left;
    }
    shares
}
