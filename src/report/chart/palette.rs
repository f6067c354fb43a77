//! Colours that stay apart for colour-blind readers (Okabe and Ito, 2008), with greys for the
//! frame.

/// A colour in red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Paper.
pub const WHITE: Colour = Colour(255, 255, 255);
/// Text and the zero line.
pub const INK: Colour = Colour(34, 34, 34);
/// Secondary text, at 7:1 on white.
pub const GREY: Colour = Colour(89, 89, 89);
/// Axes, leaders and reference lines.
pub const RULE: Colour = Colour(150, 150, 150);
/// Gridlines.
pub const GRID: Colour = Colour(229, 229, 229);
/// Days on which the office is closed.
pub const CLOSED: Colour = Colour(236, 236, 236);
/// The first series, and a change for the better.
pub const BLUE: Colour = Colour(0, 114, 178);
/// A change for the worse, dark enough for words.
pub const DEEP_VERMILLION: Colour = Colour(184, 76, 0);

/// The darkest of shares: darker than any of the series, so that greys tell many steps apart.
const DARKEST: Colour = Colour(0, 60, 100);
const FAINTEST: f64 = 0.06;

const VERMILLION: Colour = Colour(213, 94, 0);
/// A third series, and what is ready.
pub const GREEN: Colour = Colour(0, 158, 115);
/// A fourth series, and what is in the making.
pub const PURPLE: Colour = Colour(204, 121, 167);
/// A sixth series, and what is wanted.
pub const ORANGE: Colour = Colour(230, 159, 0);
/// What is agreed on.
pub const SKY: Colour = Colour(86, 180, 233);
const YELLOW: Colour = Colour(240, 228, 66);
const BROWN: Colour = Colour(122, 71, 22);
const SILVER: Colour = Colour(190, 190, 190);

const SERIES: [Colour; 6] = [BLUE, VERMILLION, GREEN, PURPLE, INK, ORANGE];
/// Neighbours differ in lightness too, so that a grey print still shows the seams.
const PARTS: [Colour; 10] =
    [BLUE, ORANGE, PURPLE, SKY, VERMILLION, YELLOW, GREEN, SILVER, BROWN, Colour(70, 70, 70)];

impl Colour {
    /// Parts of a whole that have colours of their own.
    pub const MOST_PARTS: usize = PARTS.len();

    /// The colour of the series at `index`.
    pub fn of_series(index: usize) -> Colour {
        SERIES[index % SERIES.len()]
    }

    /// The colour of the part of a whole at `index`.
    pub fn of_part(index: usize) -> Colour {
        PARTS[index % PARTS.len()]
    }

    /// From almost white for 0 to the darkest for 1, evenly in lightness, so that it reads the same
    /// in grey.
    pub fn of_share(share: f64) -> Colour {
        DARKEST.tint(FAINTEST + (1.0 - FAINTEST) * share)
    }

    /// This colour thinned with white; `strength` 1 leaves it as it is, 0 gives white.
    pub fn tint(self, strength: f64) -> Colour {
        let mix = |channel: u8| (255.0 - strength * (255.0 - f64::from(channel))).round() as u8;
        Colour(mix(self.0), mix(self.1), mix(self.2))
    }

    /// Ink or white, whichever reads better on this colour.
    pub fn readable_ink(self) -> Colour {
        if self.luminance() < 0.2 { WHITE } else { Colour(0, 0, 0) }
    }

    fn luminance(self) -> f64 {
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// The share of full light behind a channel of the screen (sRGB, approximated by a power).
fn linear(channel: u8) -> f64 {
    (f64::from(channel) / 255.0).powf(2.2)
}

#[cfg(test)]
mod tests {
    use super::{BLUE, Colour, INK, WHITE};

    #[test]
    fn text_on_dark_parts_is_white_and_on_light_parts_black() {
        assert_eq!(BLUE.readable_ink(), WHITE);
        assert_eq!(Colour::of_part(5).readable_ink(), Colour(0, 0, 0));
    }

    #[test]
    fn shades_run_from_light_to_dark() {
        let light = |share: f64| {
            let shade = Colour::of_share(share);
            u32::from(shade.0) + u32::from(shade.1) + u32::from(shade.2)
        };
        let shades: Vec<u32> = (0..=20).map(|step| light(f64::from(step) / 20.0)).collect();
        assert!(shades.is_sorted_by(|left, right| right < left), "{shades:?}");
        assert_eq!(Colour::of_share(1.0).readable_ink(), WHITE);
    }

    #[test]
    fn a_tint_runs_from_white_to_the_colour() {
        assert_eq!(INK.tint(0.0), WHITE);
        assert_eq!(INK.tint(1.0), INK);
    }
}
