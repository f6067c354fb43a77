//! `manifest.toml`: what was run, so that it can be run again; the only file with clock and paths.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::report::ReportError;

/// What was run.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Manifest {
    pub antrean: String,
    /// The command as it was typed.
    pub command: String,
    /// When the results were written, in UTC.
    pub written: String,
    /// Hash of version, scenario texts and everything else that the results depend on.
    pub inputs: String,
    /// Hash of the data files: the same inputs give the same results on any number of threads.
    pub results: String,
    pub replications: Vec<u32>,
    pub seeds: Vec<u64>,
    pub level: f64,
    pub scenarios: Vec<ScenarioText>,
}

/// A scenario as it was read: its file, the files it extends, and settings of the command line.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct ScenarioText {
    pub name: String,
    pub sources: Vec<SourceText>,
}

/// One text of a scenario.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct SourceText {
    /// File name or `--set`, as given.
    pub name: String,
    pub text: String,
}

impl Manifest {
    /// The file's text.
    ///
    /// # Errors
    /// If it cannot be serialised.
    pub fn text(&self) -> Result<Vec<u8>, ReportError> {
        Ok(toml::to_string_pretty(self)?.into_bytes())
    }
}

/// A hash over texts in their order.
pub fn fingerprint<'text>(texts: impl IntoIterator<Item = &'text [u8]>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn a_fingerprint_tells_where_texts_end() {
        let joined = fingerprint([b"ab".as_slice(), b"c"]);
        assert_eq!(joined, fingerprint([b"ab".as_slice(), b"c"]));
        assert_ne!(joined, fingerprint([b"a".as_slice(), b"bc"]));
        assert_eq!(joined.len(), 64);
    }
}
