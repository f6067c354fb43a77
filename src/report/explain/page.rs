//! A page of headings, sentences, lists and tables, as text for a terminal or as Markdown.

use comfy_table::{ContentArrangement, Table, presets};

use crate::report::explain::Form;
use crate::report::lines::wrapped;

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Title(String),
    Heading(&'static str),
    Text(String),
    /// Numbered from 1.
    Steps(Vec<String>),
    Points(Vec<String>),
    /// A header, and rows of as many cells.
    Table(Vec<&'static str>, Vec<Vec<String>>),
}

/// The text of a page.
pub fn render(blocks: &[Block], form: Form) -> String {
    let texts: Vec<String> = blocks.iter().map(|block| block.render(form)).collect();
    texts.join("\n")
}

impl Block {
    fn render(&self, form: Form) -> String {
        match (self, form) {
            (Block::Title(title), Form::Markdown) => format!("# {}\n", escaped(title)),
            (Block::Heading(heading), Form::Markdown) => format!("## {heading}\n"),
            (Block::Title(title), Form::Text { .. }) => {
                format!("{title}\n{}\n", "=".repeat(title.chars().count()))
            }
            (Block::Heading(heading), Form::Text { .. }) => format!("{heading}\n"),
            (Block::Text(text), _) => item("", text, form),
            (Block::Steps(steps), _) => {
                let steps = steps.iter().zip(1..);
                steps.map(|(step, number)| item(&format!("{number}. "), step, form)).collect()
            }
            (Block::Points(points), _) => {
                points.iter().map(|point| item("- ", point, form)).collect()
            }
            (Block::Table(header, rows), Form::Text { width }) => in_columns(header, rows, width),
            (Block::Table(header, rows), Form::Markdown) => in_bars(header, rows),
        }
    }
}

/// A sentence behind a mark, wrapped where a terminal needs it.
fn item(mark: &str, text: &str, form: Form) -> String {
    match form {
        Form::Markdown => format!("{mark}{}\n", escaped(text)),
        // The last column stays free.
        Form::Text { width } => wrapped(mark, text, usize::from(width.saturating_sub(1))),
    }
}

fn in_columns(header: &[&str], rows: &[Vec<String>], width: u16) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_width(width).set_header(header);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    for row in rows {
        table.add_row(row);
    }
    format!("{}\n", table.trim_fmt())
}

fn in_bars(header: &[&str], rows: &[Vec<String>]) -> String {
    let rule = "|---".repeat(header.len());
    let rows = rows.iter().map(|row| {
        let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    });
    format!("| {} |\n{rule}|\n{}", header.join(" | "), rows.collect::<String>())
}

/// A planner's words as they are: nothing in them is Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if matches!(letter, '|' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '\\' | '#') {
            escaped.push('\\');
        }
        escaped.push(if letter.is_control() { ' ' } else { letter });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Block, render};
    use crate::report::explain::Form;

    #[test]
    fn text_is_wrapped_and_markdown_is_escaped() {
        let blocks = [Block::Points(vec!["one two three".into()])];
        assert_eq!(render(&blocks, Form::Text { width: 10 }), "- one two\n  three\n");
        let table = [Block::Table(vec!["a", "b"], vec![vec!["x|y".into(), "2".into()]])];
        assert_eq!(render(&table, Form::Markdown), "| a | b |\n|---|---|\n| x\\|y | 2 |\n");
    }
}
