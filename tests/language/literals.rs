//! The texts in the source of the program, but for those of tests and of messages to developers.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::LitStr;

/// A text in the source.
pub struct Literal {
    /// Relative to the repository.
    pub file: String,
    pub line: usize,
    pub text: String,
    /// Whether it is handed to `say` or `word` as it stands.
    pub is_spoken: bool,
}

/// Functions that tell a text in the language spoken.
const SPEAKERS: [&str; 2] = ["say", "word"];
/// Functions and macros whose texts are for developers.
const DEVELOPERS: [&str; 4] = ["expect", "unreachable", "panic", "assert"];

/// All texts of `src`.
pub fn literals() -> Vec<Literal> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&top.join("src"), &mut files);
    files.sort();
    let mut found = Vec::new();
    for path in files {
        let file = path.strip_prefix(top).expect("inside").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).expect("readable");
        let tokens: TokenStream = text.parse().expect("Rust");
        walk(tokens, &file, "", &mut found);
    }
    found
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("readable") {
        let path = entry.expect("readable").path();
        match path.extension() {
            _ if path.is_dir() => collect(&path, files),
            Some(extension) if extension == "rs" && !path.ends_with("tests.rs") => files.push(path),
            _ => {}
        }
    }
}

/// Walks tokens; `caller` is what stands before the parentheses around them.
fn walk(tokens: TokenStream, file: &str, caller: &str, found: &mut Vec<Literal>) {
    let (mut name, mut hash, mut in_tests) = (String::new(), false, false);
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (place, token) in tokens.iter().cloned().enumerate() {
        match token {
            TokenTree::Ident(ident) => name = ident.to_string(),
            TokenTree::Punct(punct) => {
                match punct.as_char() {
                    '!' => continue,
                    ';' => in_tests = false,
                    _ => {}
                }
                name.clear();
                hash = punct.as_char() == '#';
                continue;
            }
            TokenTree::Group(group) if hash && group.delimiter() == Delimiter::Bracket => {
                in_tests |= group.stream().to_string().replace(' ', "") == "cfg(test)";
            }
            TokenTree::Group(group) => {
                let skipped = in_tests || DEVELOPERS.iter().any(|of| name.starts_with(of));
                if !skipped {
                    let mapped = is_mapped(&tokens[place + 1..]);
                    walk(group.stream(), file, mapped.unwrap_or(&name), found);
                }
                if group.delimiter() == Delimiter::Brace {
                    in_tests = false;
                }
                name.clear();
            }
            TokenTree::Literal(literal) => {
                let line = literal.span().start().line;
                let tree = TokenStream::from(TokenTree::from(literal));
                if let Ok(text) = syn::parse2::<LitStr>(tree) {
                    let (text, file) = (text.value(), file.to_string());
                    let is_spoken = SPEAKERS.contains(&caller);
                    found.push(Literal { file, line, text, is_spoken });
                }
            }
        }
        hash = false;
    }
}

/// The speaker that each of an array is handed to, as in `["a", "b"].map(word)`.
fn is_mapped(behind: &[TokenTree]) -> Option<&'static str> {
    let text: String = behind.iter().take(3).map(|token| token.to_string()).collect();
    SPEAKERS.into_iter().find(|speaker| text == format!(".map({speaker})"))
}
