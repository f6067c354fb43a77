//! Text from outside, made fit for one line of a drawing.

/// No three lines of a page hold more, even of the narrowest characters.
const MOST_CHARACTERS: usize = 1_500;
/// A letter carries two marks in Vietnamese; more would reach into the next line.
const MOST_MARKS: usize = 2;

/// One line without control characters, overrides of direction, piles of marks and what XML
/// cannot hold.
pub fn clean(text: &str) -> String {
    let mut marks = 0;
    let shown = text.chars().take(MOST_CHARACTERS).filter(|character| {
        marks = if is_mark(*character) { marks + 1 } else { 0 };
        marks <= MOST_MARKS && !is_hidden(*character)
    });
    let spaced: String = shown.map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks that stand above or below the letter before them.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Overrides of direction, spaces without width and what is no character at all.
fn is_hidden(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fffe}'..='\u{ffff}')
}

/// A name as part of a longer text, which its direction of writing leaves in order.
pub fn isolated(name: &str) -> String {
    if name.chars().any(is_right_to_left) {
        format!("\u{2068}{name}\u{2069}")
    } else {
        name.to_owned()
    }
}

fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::{clean, isolated};

    #[test]
    fn control_characters_and_overrides_of_direction_go() {
        assert_eq!(clean("o\u{302}\u{301}\u{303}\u{303}"), "o\u{302}\u{301}");
        assert_eq!(clean("a\u{0}b\n\u{202e}c\u{ffff}"), "a b c");
    }

    #[test]
    fn only_names_written_from_the_right_are_isolated() {
        assert_eq!(isolated("app"), "app");
        assert_eq!(isolated("אב"), "\u{2068}אב\u{2069}");
    }
}
