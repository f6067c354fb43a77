//! Sentences in the lines of a terminal.

/// A sentence in lines of at most so many columns, each with its end, behind a mark under which
/// the later lines are indented.
pub fn wrapped(mark: &str, text: &str, width: usize) -> String {
    let indent = " ".repeat(mark.len());
    let (mut lines, mut line) = (String::new(), mark.to_string());
    let mut empty = true;
    for word in text.split_whitespace() {
        if !empty && width < line.chars().count() + word.chars().count() {
            lines += &format!("{}\n", line.trim_end());
            line.clone_from(&indent);
        }
        line += &format!("{word} ");
        empty = false;
    }
    lines + &format!("{}\n", line.trim_end())
}
