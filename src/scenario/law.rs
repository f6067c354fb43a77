//! Laws as planners write them: `{ lognormal = { mean = "12 min", cv = 0.5 } }`.

use crate::random::{Law, LawError};
use crate::scenario::reading::{
    Count, Fault, Findings, Node, NonNegative, Positive, Read, ReadVariant, Reader, SignedSpan,
    Value, read_table, variant,
};
use crate::time::Span;

/// Beyond this a few draws in millions make the mean, and no run is long enough.
const LARGEST_CV: f64 = 20.0;

/// Laws that cannot be negative, for services and delays; a plain duration is a constant.
const LAWS: [(&str, ReadVariant<Law>); 9] = [
    ("constant", |node, findings| Span::read(node, findings).map(Law::Constant)),
    ("exponential", |node, findings| read_table(node, findings, exponential)),
    ("uniform", |node, findings| read_table(node, findings, uniform::<Span>)),
    ("triangular", |node, findings| read_table(node, findings, triangular::<Span>)),
    ("lognormal", |node, findings| read_table(node, findings, lognormal)),
    ("gamma", |node, findings| read_table(node, findings, gamma)),
    ("erlang", |node, findings| read_table(node, findings, erlang)),
    ("weibull", |node, findings| read_table(node, findings, weibull)),
    ("empirical", |node, findings| read_table(node, findings, empirical)),
];

/// Laws that may be negative, for punctuality.
const SIGNED_LAWS: [(&str, ReadVariant<Law>); 4] = [
    ("constant", |node, findings| signed(node, findings).map(Law::Constant)),
    ("normal", |node, findings| read_table(node, findings, normal)),
    ("uniform", |node, findings| read_table(node, findings, uniform::<SignedSpan>)),
    ("triangular", |node, findings| read_table(node, findings, triangular::<SignedSpan>)),
];

/// A law whose draws may be negative.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedLaw(pub Law);

impl Read for Law {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match &node.value {
            Value::Table(table) if table.get("normal").is_some() => {
                findings.refuse(node, no_normal());
                None
            }
            Value::Table(_) => variant(node, findings, &LAWS),
            _ => Span::read(node, findings).map(Law::Constant),
        }
    }
}

impl Read for SignedLaw {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match &node.value {
            Value::Table(_) => variant(node, findings, &SIGNED_LAWS),
            _ => signed(node, findings).map(Law::Constant),
        }
        .map(SignedLaw)
    }
}

fn no_normal() -> Fault {
    Fault::new("cannot be normal: a normal law gives negative times")
        .help("use lognormal or gamma with the same mean and cv = deviation / mean")
}

fn signed(node: &Node, findings: &mut Findings) -> Option<Span> {
    SignedSpan::read(node, findings).map(SignedSpan::value)
}

/// A length of time as a parameter, negative or not.
trait Parameter: Read {
    fn span(self) -> Span;
}

impl Parameter for Span {
    fn span(self) -> Span {
        self
    }
}

impl Parameter for SignedSpan {
    fn span(self) -> Span {
        self.value()
    }
}

/// Notes at a table what keeps its parameters from making a law.
fn made(reader: &mut Reader<'_>, law: Result<Law, LawError>) -> Option<Law> {
    law.map_err(|error| {
        reader.refuse("", &format!("makes no law: {error}"), "");
    })
    .ok()
}

fn exponential(reader: &mut Reader<'_>) -> Option<Law> {
    let mean = reader.required::<Span>("mean")?;
    made(reader, Law::exponential(mean))
}

fn uniform<P: Parameter>(reader: &mut Reader<'_>) -> Option<Law> {
    let low = reader.required::<P>("low").map(P::span);
    let high = reader.required::<P>("high").map(P::span);
    made(reader, Law::uniform(low?, high?))
}

fn triangular<P: Parameter>(reader: &mut Reader<'_>) -> Option<Law> {
    let low = reader.required::<P>("low").map(P::span);
    let mode = reader.required::<P>("mode").map(P::span);
    let high = reader.required::<P>("high").map(P::span);
    made(reader, Law::triangular(low?, mode?, high?))
}

fn mean_and_cv(reader: &mut Reader<'_>) -> (Option<Span>, Option<f64>) {
    let mean = reader.required::<Span>("mean");
    let cv = reader.required::<NonNegative>("cv").map(NonNegative::value);
    if cv.is_some_and(|cv| LARGEST_CV < cv) {
        reader.refuse("cv", "must be at most 20", "it is the deviation divided by the mean");
    }
    (mean, cv)
}

fn lognormal(reader: &mut Reader<'_>) -> Option<Law> {
    let (mean, cv) = mean_and_cv(reader);
    made(reader, Law::lognormal(mean?, cv?))
}

fn gamma(reader: &mut Reader<'_>) -> Option<Law> {
    let (mean, cv) = mean_and_cv(reader);
    made(reader, Law::gamma(mean?, cv?))
}

fn erlang(reader: &mut Reader<'_>) -> Option<Law> {
    let mean = reader.required::<Span>("mean");
    let phases = reader.required::<Count<1, 1000>>("phases").map(Count::value);
    made(reader, Law::erlang(mean?, phases?))
}

fn weibull(reader: &mut Reader<'_>) -> Option<Law> {
    let mean = reader.required::<Span>("mean");
    let shape = reader.required::<Positive>("shape").map(Positive::value);
    made(reader, Law::weibull(mean?, shape?))
}

fn normal(reader: &mut Reader<'_>) -> Option<Law> {
    let mean = reader.required::<SignedSpan>("mean").map(SignedSpan::value);
    let deviation = reader.required::<Span>("deviation");
    made(reader, Law::normal(mean?, deviation?))
}

fn empirical(reader: &mut Reader<'_>) -> Option<Law> {
    let values = reader.required::<Vec<Span>>("values");
    let weights = reader.optional::<Vec<NonNegative>>("weights");
    let values = values?;
    let weights = match weights {
        Some(weights) => weights.into_iter().map(NonNegative::value).collect(),
        None => vec![1.0; values.len()],
    };
    made(reader, Law::empirical(values, &weights))
}

/// Notes a doubt where a law's mean is longer than is plausible.
pub fn doubt_long(reader: &mut Reader<'_>, key: &str, law: &Law, longest: Span) {
    if longest < law.mean() {
        let message = format!("a mean of {:.1} hours is very long", law.mean().hours());
        reader.doubtful(key, &message, "is the unit right?");
    }
}
