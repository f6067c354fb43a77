//! `antrean explain`: what scenarios mean, without playing them.

use crate::cli::arguments::{ExplainRequest, PageChoice};
use crate::cli::load::load;
use crate::cli::machine::width;
use crate::cli::{End, show};
use crate::office::Plan;
use crate::report::explain::{Form, page};

/// Prints what each scenario means.
pub fn explain(request: &ExplainRequest) -> End {
    let Some(loaded) = load(&request.scenarios, &request.settings) else {
        return End::Refused;
    };
    let form = match request.format {
        PageChoice::Text => Form::Text { width: width() },
        PageChoice::Markdown => Form::Markdown,
    };
    let pages: Vec<String> =
        loaded.into_iter().map(|of| page(&Plan::new(of.scenario), form)).collect();
    show(&pages.join("\n"))
}
