//! The name somebody probably meant.

use strsim::damerau_levenshtein;

/// Shortest part of a name that is taken as a hint to the whole.
const TELLING: usize = 4;

/// The name among `names` that is most like `wrong`, if any is like it.
pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = plain(wrong);
    names
        .into_iter()
        .filter_map(|name| Some((unlikeness(&wrong, &plain(name))?, name)))
        .min_by_key(|(unlikeness, _)| *unlikeness)
        .map(|(_, name)| name)
}

/// What to say of a wrong name where it must be one of some: the nearest, or all, or that there is
/// none.
pub fn meant_name(wrong: &str, names: &[&str], none: &str) -> String {
    match (names, nearest(wrong, names.iter().copied())) {
        ([], _) => none.to_string(),
        (_, Some(near)) => format!("did you mean \"{near}\"?"),
        (names, None) => format!("there are {}", names.join(", ")),
    }
}

/// How many edits two names are apart; one that contains the other comes after all that are near.
fn unlikeness(wrong: &str, name: &str) -> Option<usize> {
    let length = wrong.chars().count().max(name.chars().count());
    let shorter = wrong.len().min(name.len());
    let distance = damerau_levenshtein(wrong, name);
    if distance < length && distance * 3 <= length.max(3) {
        return Some(distance);
    }
    let contained = wrong.contains(name) || name.contains(wrong);
    (contained && TELLING <= shorter).then_some(length + distance)
}

/// Without case and with one sign between words.
fn plain(name: &str) -> String {
    name.chars().take(100).flat_map(char::to_lowercase).map(one_joint).collect()
}

fn one_joint(character: char) -> char {
    match character {
        '-' | ' ' => '_',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_is_seen_through() {
        let names = ["daily_quota", "window", "release"];
        assert_eq!(nearest("daly_quotta", names), Some("daily_quota"));
        assert_eq!(nearest("Daily-Quota", names), Some("daily_quota"));
        assert_eq!(nearest("quota", names), Some("daily_quota"));
        assert_eq!(nearest("exponental", ["lognormal", "exponential"]), Some("exponential"));
    }

    #[test]
    fn nothing_is_near_what_is_far() {
        assert_eq!(nearest("desks", ["daily_quota", "window"]), None);
        assert_eq!(nearest("", ["window"]), None);
        assert_eq!(nearest("x", ["y_axis"]), None);
    }
}
