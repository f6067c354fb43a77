//! In which language people are told: as they ask, as the scenario says, or by the locale.

use std::sync::OnceLock;

use crate::cli::load::Loaded;
use crate::report::language::speak;
use crate::scenario::Language;

/// What the command must say to be told in the same language wherever it is typed.
static SAID: OnceLock<Language> = OnceLock::new();

/// Speaks the language that was asked for, if one was.
pub fn ask(asked: Option<Language>) {
    if let Some(language) = asked {
        SAID.get_or_init(|| language);
        speak(language);
    }
}

/// Speaks the language of the first scenario that states one, or else that of the locale; one that
/// was asked for stays.
pub fn heed(loaded: &[Loaded]) {
    let stated = loaded.iter().find_map(|of| of.scenario.references.language);
    match stated {
        Some(language) => speak(language),
        None => ask(of_locale().filter(|language| *language != Language::English)),
    }
}

/// The words of a command that make it speak the language that was chosen beside the scenarios.
pub fn words() -> Option<String> {
    SAID.get().map(|language| format!("--language {}", language.code()))
}

fn of_locale() -> Option<Language> {
    Language::of_locale(&sys_locale::get_locale()?)
}
