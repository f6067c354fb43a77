//! In which language people are told: as they ask, as the scenario says, or by the locale.

use crate::cli::load::Loaded;
use crate::report::language::{Chosen, chosen, speak};
use crate::scenario::Language;

/// Speaks the language that was asked for, if one was.
pub fn ask(asked: Option<Language>) {
    if let Some(language) = asked {
        speak(language, Chosen::BesideScenarios);
    }
}

/// Speaks the language of the first scenario that states one, or else that of the locale; one that
/// was asked for stays.
pub fn heed(loaded: &[Loaded]) {
    let stated = loaded.iter().find_map(|of| of.scenario.references.language);
    match stated {
        Some(language) => speak(language, Chosen::ByScenario),
        None => speak(of_locale().unwrap_or(Language::English), Chosen::BesideScenarios),
    }
}

/// The words that make a command speak the language that was chosen beside the scenarios, as other
/// machines have other locales.
pub fn words() -> Option<String> {
    let (language, by) = chosen()?;
    (by == Chosen::BesideScenarios).then(|| format!("--language {}", language.code()))
}

fn of_locale() -> Option<Language> {
    Language::of_locale(&sys_locale::get_locale()?)
}
