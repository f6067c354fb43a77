//! Characters that nobody sees, but that change what others look like or stand for.

/// Something hidden in a text, with what it is called; none where there is nothing.
pub fn hidden(text: &str) -> Option<(char, &'static str)> {
    let characters: Vec<char> = text.chars().collect();
    let is_between = |place: usize| {
        let neighbours = [place.checked_sub(1), Some(place + 1)];
        neighbours
            .into_iter()
            .all(|of| of.and_then(|of| characters.get(of)).is_some_and(|letter| !letter.is_ascii()))
    };
    let kind = |(place, character): (usize, &char)| match character {
        // Persian, the scripts of India and pictures of people need joiners between letters.
        '\u{200c}' | '\u{200d}' if is_between(place) => None,
        '\u{200c}' | '\u{200d}' => Some((*character, "a joiner of letters")),
        character => what(*character).map(|what| (*character, what)),
    };
    characters.iter().enumerate().find_map(kind)
}

/// A text without what is hidden in it.
pub fn without_hidden(text: &str, instead: char) -> String {
    text.chars().map(|character| what(character).map_or(character, |_| instead)).collect()
}

/// What a character is that is hidden wherever it stands.
fn what(character: char) -> Option<&'static str> {
    match character {
        character if character.is_control() => Some("a control character"),
        '\u{2028}' | '\u{2029}' => Some("a line break"),
        '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("a mark of direction")
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{115f}'..='\u{1160}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'..='\u{ffff}'
        | '\u{e0000}'..='\u{e007f}' => Some("a character without width"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{hidden, without_hidden};

    #[test]
    fn what_is_hidden_is_found() {
        for (text, character) in [
            ("\u{202e}reversed", '\u{202e}'),
            ("a\u{2066}b", '\u{2066}'),
            ("zero\u{200b}width", '\u{200b}'),
            ("\u{feff}app", '\u{feff}'),
            ("ap\u{200d}p", '\u{200d}'),
            ("app\u{200c}", '\u{200c}'),
            ("a\u{2028}b", '\u{2028}'),
            ("a\u{1b}[31m", '\u{1b}'),
        ] {
            assert_eq!(hidden(text).map(|of| of.0), Some(character), "{text:?}");
        }
    }

    #[test]
    fn texts_of_all_scripts_stay() {
        for text in
            ["جوازات السفر", "می\u{200c}خواهم", "👩\u{200d}👩\u{200d}👧", "e\u{301}", "Jalan № 5"]
        {
            assert_eq!(hidden(text), None, "{text:?}");
        }
    }

    #[test]
    fn file_names_lose_what_is_hidden() {
        assert_eq!(without_hidden("a\u{202e}b\nc", '-'), "a-b-c");
    }
}
