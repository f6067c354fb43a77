//! A source file as the rules see it: its place in the house, its syntax, its tokens, its text.

use std::fmt;
use std::ops::RangeInclusive;

use proc_macro2::{Delimiter, Literal, Spacing, TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// One breach of a rule: where it is and what to do about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offence {
    pub path: String,
    pub line: usize,
    pub advice: String,
}

/// Where a file stands: at the root of the crate, in a layer, or among tests and benches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place<'a> {
    Root,
    Layer(&'a str),
    Tests,
}

/// A parsed Rust file.
pub struct Source {
    /// Path from the top of the repository, with `/` between its parts.
    pub path: String,
    pub text: String,
    pub syntax: syn::File,
    pub tokens: Vec<Token>,
    modules: Vec<InlineModule>,
}

/// A word, mark or bracket of the code; a literal is one token, `::` is one token.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

/// A module written inside a file, `mod name { ... }`.
struct InlineModule {
    lines: RangeInclusive<usize>,
    for_tests: bool,
}

impl Source {
    /// Parses a file; `path` decides which rules hold in it.
    pub fn new(path: &str, text: &str) -> Self {
        let stream: TokenStream =
            text.parse().unwrap_or_else(|error| panic!("{path} is not Rust: {error}"));
        let syntax: syn::File =
            syn::parse2(stream.clone()).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut tokens = Vec::new();
        flatten(stream, &mut tokens);
        let mut modules = Modules(Vec::new());
        modules.visit_file(&syntax);
        let (path, text) = (path.to_string(), text.to_string());
        Source { path, text, syntax, tokens, modules: modules.0 }
    }

    /// Where the file stands, by its path.
    pub fn place(&self) -> Place<'_> {
        match self.path.strip_prefix("src/") {
            None => Place::Tests,
            Some("main.rs" | "lib.rs") => Place::Root,
            Some(path) => Place::Layer(path.split(['/', '.']).next().unwrap_or(path)),
        }
    }

    /// Whether the file is compiled for tests only, as a whole.
    pub fn is_test_file(&self) -> bool {
        let named_tests = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        named_tests || self.place() == Place::Tests
    }

    /// Whether a line is compiled for tests only.
    pub fn in_tests(&self, line: usize) -> bool {
        self.is_test_file() || self.enclosing(line).any(|module| module.for_tests)
    }

    /// How many modules deep a line is: 0 at the root, 1 in `src/layer.rs`.
    pub fn depth(&self, line: usize) -> usize {
        let file = match self.place() {
            Place::Layer(_) => self.path.matches('/').count(),
            Place::Root | Place::Tests => 0,
        };
        file + self.enclosing(line).count()
    }

    /// An offence in this file.
    pub fn offence(&self, line: usize, advice: impl Into<String>) -> Offence {
        Offence { path: self.path.clone(), line, advice: advice.into() }
    }

    /// The lines of the file with all string literals blanked out.
    pub fn lines_without_strings(&self) -> Vec<String> {
        let mut lines: Vec<Vec<char>> =
            self.text.lines().map(|line| line.chars().collect()).collect();
        for literal in self.tokens_as_literals() {
            blank(&mut lines, &literal);
        }
        lines.into_iter().map(String::from_iter).collect()
    }

    fn tokens_as_literals(&self) -> Vec<Literal> {
        let mut found = Vec::new();
        literals(self.text.parse().unwrap_or_default(), &mut found);
        found
    }

    fn enclosing(&self, line: usize) -> impl Iterator<Item = &InlineModule> {
        self.modules.iter().filter(move |module| module.lines.contains(&line))
    }
}

impl fmt::Display for Offence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.path, self.line, self.advice)
    }
}

/// Collects the inline modules of a file.
struct Modules(Vec<InlineModule>);

impl Visit<'_> for Modules {
    fn visit_item_mod(&mut self, module: &syn::ItemMod) {
        if let Some((brace, _)) = &module.content {
            let lines = brace.span.open().start().line..=brace.span.close().end().line;
            let for_tests = module.attrs.iter().any(is_for_tests);
            self.0.push(InlineModule { lines, for_tests });
        }
        visit::visit_item_mod(self, module);
    }
}

fn is_for_tests(attribute: &syn::Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    let mut half_of_a_pair = false;
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                tokens.push(Token { text: open.into(), line });
                flatten(group.stream(), tokens);
                tokens.push(Token { text: close.into(), line: group.span_close().end().line });
            }
            TokenTree::Punct(mark) if half_of_a_pair && mark.as_char() == ':' => {
                half_of_a_pair = false;
                if let Some(first_half) = tokens.last_mut() {
                    first_half.text.push(':');
                }
            }
            TokenTree::Punct(mark) => {
                half_of_a_pair = mark.as_char() == ':' && mark.spacing() == Spacing::Joint;
                tokens.push(Token { text: mark.to_string(), line });
            }
            other => tokens.push(Token { text: other.to_string(), line }),
        }
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

fn literals(stream: TokenStream, found: &mut Vec<Literal>) {
    for tree in stream {
        match tree {
            TokenTree::Group(group) => literals(group.stream(), found),
            TokenTree::Literal(literal) => found.push(literal),
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

/// Blanks a literal out, unless it is a comment, which the parser hands over as a literal too.
fn blank(lines: &mut [Vec<char>], literal: &Literal) {
    let (start, end) = (literal.span().start(), literal.span().end());
    if lines[start.line - 1].get(start.column) == Some(&'/') {
        return;
    }
    for number in start.line..=end.line {
        let line = &mut lines[number - 1];
        let from = if number == start.line { start.column } else { 0 };
        let until = if number == end.line { end.column } else { line.len() };
        line[from..until].fill(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Source};

    #[test]
    fn a_path_tells_the_place() {
        assert_eq!(Source::new("src/main.rs", "").place(), Place::Root);
        assert_eq!(Source::new("src/office.rs", "").place(), Place::Layer("office"));
        assert_eq!(Source::new("src/office/book.rs", "").place(), Place::Layer("office"));
        assert_eq!(Source::new("benches/engine.rs", "").place(), Place::Tests);
    }

    #[test]
    fn test_modules_are_known_by_their_attribute() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nmod c {\n}";
        let source = Source::new("src/office.rs", text);
        assert!(!source.in_tests(1) && source.in_tests(4) && !source.in_tests(6));
        assert!(Source::new("src/office/book/tests.rs", "fn a() {}").in_tests(1));
        assert_eq!((source.depth(1), source.depth(4)), (1, 2));
    }

    #[test]
    fn tokens_are_code_without_comments() {
        let source = Source::new("src/office.rs", "// unsafe\nfn a() { b::c(\"unsafe\") }");
        let words: Vec<&str> = source.tokens.iter().map(|token| token.text.as_str()).collect();
        let code = ["fn", "a", "(", ")", "{", "b", "::", "c", "(", "\"unsafe\"", ")", "}"];
        assert_eq!(words, code);
    }

    #[test]
    fn strings_are_blanked_and_comments_are_not() {
        let text = "/// Said.\nconst A: &str = \"one\n two\"; // three";
        let lines = Source::new("src/office.rs", text).lines_without_strings();
        assert_eq!(lines, ["/// Said.", "const A: &str =     ", "     ; // three"]);
    }
}
