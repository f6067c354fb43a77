//! What the page allows itself: its own style and its own script, and nothing from outside.

use sha2::{Digest, Sha256};

/// The digits of base 64.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The policy of a page with this script and no other.
pub fn policy(script: &str) -> String {
    let hash = base_64(&Sha256::digest(script.as_bytes()));
    format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'; \
         base-uri 'none'; form-action 'none'"
    )
}

/// Bytes as text, three of them in four digits.
fn base_64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = (0..3).fold(0_u32, |number, place| {
            number << 8 | u32::from(three.get(place).copied().unwrap_or(0))
        });
        for place in 0..4_usize {
            let digit = (number >> (18 - 6 * place)) & 63;
            let is_padding = three.len() < place;
            text.push(if is_padding { '=' } else { char::from(DIGITS[digit as usize]) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base_64, policy};

    #[test]
    fn texts_are_those_of_the_standard() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base_64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn only_the_script_of_the_page_may_run() {
        // What `openssl dgst -sha256 -binary | base64` says of nothing.
        let empty = "script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert!(policy("").contains(empty), "{}", policy(""));
    }
}
