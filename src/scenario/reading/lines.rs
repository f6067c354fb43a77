//! The lines of a text as stretches of bytes.

use std::ops::Range;

/// All lines in order, without their ends.
pub fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let line_start = start;
        start += line.len();
        line_start..line_start + line.trim_end_matches(['\n', '\r']).len()
    })
}

/// The line that a position is on, without its end.
pub fn line_at(text: &str, position: usize) -> Range<usize> {
    let position = text.floor_char_boundary(position.min(text.len()));
    let start = text[..position].rfind('\n').map_or(0, |end| end + 1);
    let end = text[position..].find('\n').map_or(text.len(), |length| position + length);
    start..start + text[start..end].trim_end_matches('\r').len()
}

#[cfg(test)]
mod tests {
    use super::{line_at, lines};

    #[test]
    fn lines_end_before_their_ends() {
        let text = "a\r\n\nbé";
        assert_eq!(lines(text).collect::<Vec<_>>(), [0..1, 3..3, 4..7]);
        assert_eq!(line_at(text, 0), 0..1);
        assert_eq!(line_at(text, 3), 3..3);
        assert_eq!(line_at(text, 6), 4..7);
        assert_eq!(line_at(text, 99), 4..7);
    }
}
