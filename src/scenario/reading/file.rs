//! Reading a file that ought to be a scenario, and saying why it is none.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::scenario::reading::leaf::Fault;
use crate::scenario::reading::nearest::nearest;

/// Bytes of a scenario file at most.
const LARGEST: u64 = 4 * 1024 * 1024;
/// Names of a folder looked at for a hint at most.
const LOOKED_AT: usize = 1_000;
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The text of a file, without a byte order mark.
///
/// # Errors
/// Says why it cannot be read, to be read after its name.
pub fn read(path: &Path) -> Result<String, Fault> {
    let about = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if about.is_dir() {
        return Err(Fault::new("is a folder").help("name a file in it"));
    }
    if !about.is_file() {
        return Err(Fault::new("is not a regular file"));
    }
    if LARGEST < about.len() {
        return Err(too_large());
    }
    let bytes = bytes(path).map_err(|error| unreadable(path, &error))?;
    text(bytes)
}

/// The bytes of a file up to one more than is allowed: its length may be more than it said.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn text(bytes: Vec<u8>) -> Result<String, Fault> {
    if LARGEST < bytes.len() as u64 {
        return Err(too_large());
    }
    let text = String::from_utf8(bytes).map_err(|error| not_a_text(error.as_bytes()))?;
    match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => Ok(rest.to_string()),
        None if looks_like_utf16(text.as_bytes()) => Err(utf16()),
        None => Ok(text),
    }
}

fn too_large() -> Fault {
    Fault::new(format!("is larger than {} MiB", LARGEST / 1024 / 1024))
        .help("a scenario has some hundred lines: is this the right file?")
}

fn not_a_text(bytes: &[u8]) -> Fault {
    if looks_like_utf16(bytes) {
        return utf16();
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Fault::new("is a zip archive, such as a spreadsheet; a scenario is TOML");
    }
    let sound = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let line = sound.matches('\n').count() + 1;
    let column = sound.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    Fault::new(format!("is not UTF-8 text (line {line}, column {column})")).help("save it as UTF-8")
}

fn utf16() -> Fault {
    Fault::new("is not UTF-8 text: it looks like UTF-16").help("save it as UTF-8")
}

/// A UTF-16 byte order mark, or every other byte of the beginning zero.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let zero = |first: usize| bytes.iter().skip(first).step_by(2).take(16).all(|byte| *byte == 0);
    let marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    marked || (4 <= bytes.len() && (zero(0) || zero(1)))
}

/// Why the system does not let a file be read, with the nearest name if there is none.
fn unreadable(path: &Path, error: &io::Error) -> Fault {
    let reason = error.to_string();
    let reason = reason.split(" (os error").next().unwrap_or(&reason);
    let near = match error.kind() {
        io::ErrorKind::NotFound => nearest_file(path),
        _ => None,
    };
    Fault::new(format!("cannot be read: {reason}")).guess(near)
}

/// The file of the same folder whose name is most like a name that is not there.
fn nearest_file(path: &Path) -> Option<String> {
    let folder = path.parent()?;
    let listed = match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    };
    let entries = fs::read_dir(listed).ok()?.filter_map(Result::ok).take(LOOKED_AT);
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| name.ends_with(".toml"));
    names.sort();
    let wrong = path.file_name()?.to_str()?;
    let near = nearest(stem(wrong), names.iter().map(|name| stem(name)))?;
    Some(folder.join(format!("{near}.toml")).display().to_string())
}

fn stem(name: &str) -> &str {
    name.strip_suffix(".toml").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{LARGEST, read};

    fn of(bytes: &[u8]) -> Result<String, String> {
        let file = tempfile::NamedTempFile::new().expect("a file");
        fs::write(file.path(), bytes).expect("written");
        read(file.path()).map_err(|fault| format!("{} | {}", fault.message, fault.help.join(" ")))
    }

    #[test]
    fn a_text_is_read_as_it_is_but_for_its_mark() {
        assert_eq!(of(b"a = 1\r\n"), Ok("a = 1\r\n".to_string()));
        assert_eq!(of("\u{feff}a = 1".as_bytes()), Ok("a = 1".to_string()));
        assert_eq!(of(b""), Ok(String::new()));
    }

    #[test]
    fn other_encodings_are_named() {
        let utf16: Vec<u8> = "title = 1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [&[0xff, 0xfe], utf16.as_slice()].concat();
        for bytes in [utf16, marked] {
            assert!(of(&bytes).expect_err("UTF-16").contains("looks like UTF-16"));
        }
        let latin = of(b"a = 1\nb = \"caf\xe9\"").expect_err("Latin 1");
        assert_eq!(latin, "is not UTF-8 text (line 2, column 9) | save it as UTF-8");
        assert!(of(b"PK\x03\x04\xff\xff").expect_err("zip").contains("spreadsheet"));
    }

    #[test]
    fn a_file_of_more_than_the_limit_is_refused() {
        let largest = vec![b'#'; LARGEST as usize];
        assert!(of(&largest).is_ok());
        assert!(of(&[largest, vec![b'#']].concat()).expect_err("large").contains("4 MiB"));
    }

    #[test]
    fn what_is_no_regular_file_is_refused_without_reading() {
        let fault = read(Path::new("/dev/zero")).expect_err("a device");
        assert_eq!(fault.message, "is not a regular file");
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(read(folder.path()).expect_err("a folder").message, "is a folder");
    }

    #[test]
    fn a_missing_file_is_told_with_its_nearest() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("karimun-app.toml"), "").expect("written");
        let fault = read(&folder.path().join("karimun-ap.toml")).expect_err("missing");
        assert_eq!(fault.message, "cannot be read: No such file or directory");
        assert!(fault.help[0].ends_with("karimun-app.toml`?"), "{:?}", fault.help);
    }
}
