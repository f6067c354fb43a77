//! `replications.bin`: the replications themselves, so that a later run can add to them.

use std::fs;
use std::path::Path;

use crate::office::{Replication, unpack};
use crate::report::manifest::fingerprint;

/// The name of the file.
pub const FILE: &str = "replications.bin";

/// What the file begins with.
const HEADER: &str = "antrean replications 2\n";
/// Characters of a fingerprint.
const FINGERPRINT: usize = 64;

/// The file: what the replications are of, how many scenarios there are, and their packed
/// replications, with a fingerprint of all that.
pub fn file(of: &str, packed: &[u8]) -> Vec<u8> {
    let body = [of.as_bytes(), packed].concat();
    let sum = fingerprint([body.as_slice()]);
    [HEADER.as_bytes(), sum.as_bytes(), &body].concat()
}

/// The replications by scenario that a folder keeps of the same scenarios, as many as wanted; none
/// if it keeps none, if they are of others, or if the file is damaged.
pub fn read(folder: &Path, of: &str, scenarios: usize) -> Option<Vec<Vec<Replication>>> {
    let bytes = fs::read(folder.join(FILE)).ok()?;
    let (sum, body) = bytes.strip_prefix(HEADER.as_bytes())?.split_at_checked(FINGERPRINT)?;
    let is_whole = fingerprint([body]).as_bytes() == sum;
    let mut rest = body.strip_prefix(of.as_bytes()).filter(|_| is_whole)?;
    let runs: Option<Vec<_>> = (0..scenarios).map(|_| unpack(&mut rest)).collect();
    runs.filter(|_| rest.is_empty())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{FILE, file, read};
    use crate::office::pack;

    #[test]
    fn a_file_of_others_or_a_damaged_one_is_none() {
        let place = tempfile::tempdir().expect("a folder");
        let mut packed = Vec::new();
        pack(&[], &mut packed);
        let mut bytes = file("these", &packed);
        assert!(read(place.path(), "these", 1).is_none(), "nothing there");
        fs::write(place.path().join(FILE), &bytes).expect("written");
        assert!(read(place.path(), "these", 1).is_some());
        assert!(read(place.path(), "these", 2).is_none());
        assert!(read(place.path(), "those", 1).is_none());
        bytes.push(0);
        fs::write(place.path().join(FILE), &bytes).expect("written");
        assert!(read(place.path(), "these", 1).is_none(), "damaged");
    }
}
