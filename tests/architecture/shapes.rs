//! Rules for functions and types: their length, their arguments, their fields, names and docs.

use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, FnArg, Ident, Signature, Type, Visibility};

use crate::source::{Offence, Place, Source};

const MOST_LINES: usize = 70;
const MOST_LINES_MEDIAN: usize = 10;
const MOST_LINES_NINETIETH_PERCENTILE: usize = 25;
const MOST_ARGUMENTS: usize = 4;
const MOST_FIELDS: usize = 12;
const EMPTY_NAMES: [&str; 6] = ["Manager", "Helper", "Helpers", "Util", "Utils", "Handler"];

/// All functions and types of a file that are out of shape.
pub fn offences(source: &Source) -> Vec<Offence> {
    look_at(source).offences
}

/// Whether the functions of the program, tests apart, are short as a whole.
pub fn length_offences(sources: &[Source]) -> Vec<Offence> {
    let program = sources.iter().filter(|source| source.place() != Place::Tests);
    let mut lengths: Vec<usize> = program.flat_map(|source| look_at(source).lengths).collect();
    lengths.sort_unstable();
    let bounds = [(50, MOST_LINES_MEDIAN), (90, MOST_LINES_NINETIETH_PERCENTILE)];
    let too_long = bounds.into_iter().filter_map(|(percent, most)| {
        let length = percentile(&lengths, percent);
        (most < length).then(|| {
            format!("{percent} in 100 functions have up to {length} lines; at most {most}")
        })
    });
    too_long.map(|advice| Offence { path: "src".into(), line: 1, advice }).collect()
}

/// The smallest length that `percent` of the sorted lengths do not exceed.
fn percentile(sorted: &[usize], percent: usize) -> usize {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(0)
}

fn look_at(source: &Source) -> Shapes<'_> {
    let mut shapes =
        Shapes { source, offences: Vec::new(), lengths: Vec::new(), for_a_trait: false };
    shapes.visit_file(&source.syntax);
    shapes
}

/// Collects what is out of shape in a file, and how long its functions are, tests apart.
struct Shapes<'a> {
    source: &'a Source,
    offences: Vec<Offence>,
    lengths: Vec<usize>,
    /// Whether we are in an implementation of a trait, which prescribes names and arguments.
    for_a_trait: bool,
}

impl Shapes<'_> {
    fn complain(&mut self, span: Span, advice: impl Into<String>) {
        self.offences.push(self.source.offence(line(span), advice));
    }

    fn look_at_signature(&mut self, signature: &Signature) {
        let name = &signature.ident;
        let arguments: Vec<&Type> = signature.inputs.iter().filter_map(argument).collect();
        if MOST_ARGUMENTS < arguments.len() {
            let advice =
                format!("`{name}` has {} arguments, at most {MOST_ARGUMENTS}", arguments.len());
            self.complain(name.span(), advice);
        }
        if arguments.into_iter().any(is_bool) {
            self.complain(name.span(), format!("`{name}` takes a bool; take an enum or split it"));
        }
        if name.to_string().starts_with("get_") || name.to_string().ends_with("_impl") {
            self.complain(name.span(), format!("`{name}`: no `get_`, no `_impl`; say what it is"));
        }
    }

    fn look_at_length(&mut self, signature: &Signature, body: &Block) {
        let first = line(signature.fn_token.span);
        let length = line(body.brace_token.span.close()) + 1 - first;
        if !self.source.in_tests(first) {
            self.lengths.push(length);
        }
        if MOST_LINES < length {
            let advice = format!("`{}` has {length} lines, at most {MOST_LINES}", signature.ident);
            self.complain(signature.ident.span(), advice);
        }
    }

    fn look_at_type(&mut self, visibility: &Visibility, attributes: &[Attribute], name: &Ident) {
        self.look_at_docs(visibility, attributes, name);
        if let Some(empty) = EMPTY_NAMES.iter().find(|empty| name.to_string().ends_with(**empty)) {
            self.complain(name.span(), format!("`{name}`: {empty} says nothing; name what it is"));
        }
    }

    fn look_at_docs(&mut self, visibility: &Visibility, attributes: &[Attribute], name: &Ident) {
        let is_public = matches!(visibility, Visibility::Public(_));
        let documented = attributes.iter().any(|attribute| attribute.path().is_ident("doc"));
        if is_public && !documented && !self.source.in_tests(line(name.span())) {
            self.complain(name.span(), format!("`{name}` is public; say in one `///` what it is"));
        }
    }
}

impl<'ast> Visit<'ast> for Shapes<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.look_at_signature(&function.sig);
        self.look_at_length(&function.sig, &function.block);
        self.look_at_docs(&function.vis, &function.attrs, &function.sig.ident);
        visit::visit_item_fn(self, function);
    }

    fn visit_item_impl(&mut self, implementation: &'ast syn::ItemImpl) {
        let before = self.for_a_trait;
        self.for_a_trait = implementation.trait_.is_some();
        visit::visit_item_impl(self, implementation);
        self.for_a_trait = before;
    }

    fn visit_impl_item_fn(&mut self, method: &'ast syn::ImplItemFn) {
        self.look_at_length(&method.sig, &method.block);
        if !self.for_a_trait {
            self.look_at_signature(&method.sig);
        }
        if !is_one_line(&method.block) {
            self.look_at_docs(&method.vis, &method.attrs, &method.sig.ident);
        }
        visit::visit_impl_item_fn(self, method);
    }

    fn visit_trait_item_fn(&mut self, method: &'ast syn::TraitItemFn) {
        self.look_at_signature(&method.sig);
        if let Some(body) = &method.default {
            self.look_at_length(&method.sig, body);
        }
        visit::visit_trait_item_fn(self, method);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.look_at_type(&item.vis, &item.attrs, &item.ident);
        let named = item.fields.iter().filter(|field| field.ident.is_some()).count();
        if MOST_FIELDS < named {
            let advice = format!("`{}` has {named} fields, at most {MOST_FIELDS}", item.ident);
            self.complain(item.ident.span(), advice);
        }
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.look_at_type(&item.vis, &item.attrs, &item.ident);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.look_at_type(&item.vis, &item.attrs, &item.ident);
        visit::visit_item_trait(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.look_at_type(&item.vis, &item.attrs, &item.ident);
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.look_at_docs(&item.vis, &item.attrs, &item.ident);
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.look_at_docs(&item.vis, &item.attrs, &item.ident);
    }
}

fn argument(input: &FnArg) -> Option<&Type> {
    match input {
        FnArg::Typed(typed) => Some(&typed.ty),
        FnArg::Receiver(_) => None,
    }
}

fn is_bool(argument: &Type) -> bool {
    matches!(argument, Type::Path(named) if named.path.is_ident("bool"))
}

/// Whether a body is so short that the name of the method says all of it.
fn is_one_line(body: &Block) -> bool {
    let braces = body.brace_token.span;
    line(braces.close()) <= line(braces.open()) + 2
}

fn line(span: Span) -> usize {
    span.start().line
}

#[cfg(test)]
mod tests {
    use super::{length_offences, offences};
    use crate::source::Source;

    fn advice(text: &str) -> Vec<String> {
        let source = Source::new("src/office.rs", text);
        offences(&source).into_iter().map(|offence| offence.advice).collect()
    }

    fn assert_one(text: &str, words: &str) {
        let advice = advice(text);
        assert!(advice.len() == 1 && advice[0].contains(words), "{text}: {advice:?}");
    }

    fn function(lines: usize) -> String {
        format!("fn a() {{{}}}\n", "\n".repeat(lines - 1))
    }

    #[test]
    fn long_functions_are_offences() {
        assert_eq!(advice(&function(70)), [""; 0]);
        assert_one(&function(71), "71 lines");
        assert_one(&format!("impl A for B {{ {} }}", function(71)), "71 lines");
        assert_one(&format!("trait A {{ {} }}", function(71)), "71 lines");
    }

    #[test]
    fn most_functions_must_be_short() {
        let count = |short: usize, long: usize, length| {
            let text = function(3).repeat(short) + &function(length).repeat(long);
            length_offences(&[Source::new("src/office.rs", &text)]).len()
        };
        assert_eq!((count(5, 5, 11), count(4, 6, 11)), (0, 1));
        assert_eq!((count(9, 1, 26), count(8, 2, 26)), (0, 1));
        assert_eq!(length_offences(&[]), []);
    }

    #[test]
    fn tests_do_not_count_among_the_lengths() {
        let text = format!("#[cfg(test)] mod tests {{ {} }}", function(50));
        assert_eq!(length_offences(&[Source::new("src/office.rs", &text)]), []);
    }

    #[test]
    fn many_arguments_are_offences() {
        assert_one("fn a(b: u8, c: u8, d: u8, e: u8, f: u8) {}", "5 arguments");
        assert_eq!(advice("impl A { fn a(&self, b: u8, c: u8, d: u8, e: u8) {} }"), [""; 0]);
        assert_eq!(advice("impl A for B { fn a(b: u8, c: u8, d: u8, e: u8, f: u8) {} }"), [""; 0]);
    }

    #[test]
    fn bool_arguments_are_offences() {
        assert_one("fn a(b: bool) {}", "takes a bool");
        assert_one("impl A { fn a(&mut self, b: bool) {} }", "takes a bool");
        assert_one("trait A { fn a(&self, b: bool); }", "takes a bool");
    }

    #[test]
    fn names_that_say_nothing_are_offences() {
        assert_one("fn get_day() {}", "no `get_`");
        assert_one("fn run_impl() {}", "no `get_`");
        assert_one("struct QueueManager;", "Manager says nothing");
        assert_one("enum TextUtils {}", "Utils says nothing");
    }

    #[test]
    fn many_fields_are_offences() {
        let fields: String = (0..13).map(|number| format!("field_{number}: u8,")).collect();
        assert_one(&format!("struct A {{ {fields} }}"), "13 fields");
    }

    #[test]
    fn public_items_need_docs() {
        let items = ["struct A;", "enum A {}", "trait A {}", "type A = u8;", "const A: u8 = 0;"];
        for item in items.into_iter().chain(["static A: u8 = 0;", "fn a() {}"]) {
            assert_one(&format!("pub {item}"), "is public");
            assert_eq!(advice(&format!("/// Said.\npub {item}")), [""; 0]);
            assert_eq!(advice(&format!("pub(crate) {item}")), [""; 0]);
        }
    }

    #[test]
    fn public_methods_of_more_than_a_line_need_docs() {
        assert_one("impl A {\n pub fn a() {\n  b();\n  c();\n }\n}", "is public");
        assert_eq!(advice("impl A {\n pub fn a() {\n  b();\n }\n}"), [""; 0]);
    }
}
