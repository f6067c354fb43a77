//! The figures that matter, and who is served how, as tables.

use crate::report::html::block::Part;
use crate::report::html::words;
use crate::report::language::word;
use crate::report::section::Section;
use crate::report::{Study, terminal};

/// The figures of each scenario, or of each comparison.
pub fn figures(study: &Study) -> Part {
    let mut part = Part::new("figures", words::FIGURES);
    let labels: Vec<&str> =
        study.results.iter().map(|result| result.plan.scenario.label.as_str()).collect();
    for of in &study.comparisons {
        let name = words::compared(labels[of.other], labels[of.base]);
        add(&mut part, terminal::differences(study, of), (study.comparisons.len(), &name));
    }
    if study.comparisons.is_empty() {
        for (place, label) in labels.iter().enumerate() {
            add(&mut part, terminal::figures(study, place), (labels.len(), label));
        }
    }
    part
}

/// Adds sections, with the name of what they are of where that is one of several.
fn add(part: &mut Part, sections: Vec<Section>, (several, name): (usize, &str)) {
    for mut section in sections {
        if let Some(heading) = section.header.first_mut().filter(|_| 1 < several) {
            *heading = format!("{heading}, {name}");
        }
        part.add_section(section, word(words::MEASURE));
    }
}

/// What each group of people has, and the gaps between them.
pub fn access(study: &Study) -> Part {
    let mut part = Part::new("access", words::ACCESS);
    for result in &study.results {
        let label = &result.plan.scenario.label;
        part.add_section(terminal::access(label, result), word(words::GROUP));
    }
    let gaps: Vec<Section> = match study.comparisons.is_empty() {
        true => study.results.iter().map(terminal::gaps).collect(),
        false => study.comparisons.iter().map(|of| terminal::gap_changes(study, of)).collect(),
    };
    let several = gaps.len();
    for (gaps, place) in gaps.into_iter().zip(study.results.len() - several..) {
        add(&mut part, vec![gaps], (several, &study.results[place].plan.scenario.label));
    }
    part
}
