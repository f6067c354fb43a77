//! The files of a story: its chart and page for people, and what happens as tables.

use std::fmt::Display;

use crate::experiment::Traced;
use crate::office::Happening;
use crate::report::language::{say, within};
use crate::report::trace::story::page::content;
use crate::report::trace::story::picture::picture;
use crate::report::trace::story::{stories, who};
use crate::report::trace::{LogFormat, files};
use crate::report::{Manifest, ReportError, with_page};
use crate::scenario::Language;

/// The files of the story of the applicant with an identity in a replication, counted from 1: names
/// within the folder, and contents. The command is without folders.
///
/// # Errors
/// If a table, the chart or the page cannot be made.
pub fn story_files(
    traced: &[Traced],
    (identity, replication): (u64, u64),
    manifest: &Manifest,
    command: String,
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let own: Vec<Traced> = traced.iter().map(|of| alone(of, identity)).collect();
    let data = within(Language::English, || files(&own, &[LogFormat::Csv]))?;
    let stories = stories(traced, identity);
    let who = who(&stories, identity).unwrap_or_default();
    let seed = manifest.seeds.first().copied().unwrap_or_default();
    let parts: [(&str, &dyn Display); 3] =
        [("who", &who), ("replication", &replication), ("seed", &seed)];
    let basis = match stories.len() {
        1 => say("{who}; replication {replication}, seed {seed}", &parts),
        _ => say(
            "{who}; with the same luck in each scenario; replication {replication}, seed {seed}",
            &parts,
        ),
    };
    let pictures = vec![picture(&stories, basis.clone())?];
    let content = content(&stories, basis, &pictures);
    with_page(data, (content, pictures), (manifest, command))
}

/// What happens to one applicant, without its family.
fn alone(traced: &Traced, identity: u64) -> Traced {
    let own = traced.happenings.iter().filter(|of| of.identities().contains(&identity));
    let own = own.map(|of| Happening { identity, people: 1, ..*of });
    Traced { plan: traced.plan.clone(), happenings: own.collect() }
}
