//! The languages that people can be told in.

use crate::scenario::reading::{Findings, Node, Read, choice};

/// A language of what people read; machine files are English in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Indonesian,
    English,
}

impl Language {
    /// All there are.
    pub const ALL: [Language; 2] = [Language::Indonesian, Language::English];

    /// The code of ISO 639-1, as pages and locales name it.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Indonesian => "id",
        }
    }

    /// The language of a locale such as "id-ID" or "en_GB.UTF-8", if it is known here.
    pub fn of_locale(locale: &str) -> Option<Language> {
        let code = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Language::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }
}

impl Read for Language {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        choice(node, findings, &Language::ALL.map(|language| (language.code(), language)))
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn locales_have_a_language() {
        assert_eq!(Language::of_locale("id-ID"), Some(Language::Indonesian));
        assert_eq!(Language::of_locale("ID"), Some(Language::Indonesian));
        assert_eq!(Language::of_locale("en_GB.UTF-8"), Some(Language::English));
        assert_eq!(Language::of_locale("C"), None);
        assert_eq!(Language::of_locale("idx-ID"), None);
        assert_eq!(Language::of_locale(""), None);
    }
}
