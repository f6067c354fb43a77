//! Numbers that look random, for the tests of this layer, which must not know `random`.

/// Numbers from 0 to 1, 1 excluded, always the same ones (the multiplier of Knuth's MMIX, scrambled
/// by a product of the halves).
pub(super) fn dice(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mixed = (state ^ (state >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (mixed >> 11) as f64 * f64::powi(2.0, -53)
    }
}
