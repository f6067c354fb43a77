//! Weekdays by their English names, and sets of them such as `mon-thu`.

use crate::scenario::reading::leaf::text::text_of;
use crate::scenario::reading::leaf::{Fault, Leaf};
use crate::scenario::reading::nearest::nearest;
use crate::scenario::reading::tree::Value;
use crate::time::Weekday;

const SHORT: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const FULL: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Leaf for Weekday {
    fn parse(value: &Value) -> Result<Self, Fault> {
        let text = text_of(value, fault)?;
        let number = number(text)?;
        Weekday::from_monday_zero_offset(number as i8).map_err(|_| fault())
    }
}

/// The weekdays of a text such as `mon`, `mon-thu`, `mon, wed` or `every day`, 0 for Monday.
pub fn weekdays(text: &str) -> Result<Vec<usize>, Fault> {
    if text.trim() == "every day" {
        return Ok((0..7).collect());
    }
    let parts: Result<Vec<Vec<usize>>, Fault> = text.split(',').map(range).collect();
    Ok(parts?.concat())
}

fn range(text: &str) -> Result<Vec<usize>, Fault> {
    let Some((first, last)) = text.split_once(['-', '–']) else {
        return number(text).map(|day| vec![day]);
    };
    let (first, last) = (number(first)?, number(last)?);
    let length = (last + 7 - first) % 7;
    Ok((first..=first + length).map(|day| day % 7).collect())
}

/// The number of a weekday, 0 for Monday.
fn number(text: &str) -> Result<usize, Fault> {
    let name = text.trim().to_lowercase();
    let place = |names: &[&str]| names.iter().position(|known| *known == name);
    place(&SHORT).or_else(|| place(&FULL)).ok_or_else(|| fault().guess(near(&name)))
}

fn near(name: &str) -> Option<String> {
    let names = SHORT.into_iter().chain(FULL);
    let near = nearest(name, names)?;
    near.get(..3).map(str::to_string)
}

fn fault() -> Fault {
    Fault::new("must be a weekday").help(format!("weekdays are {}", SHORT.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::weekdays;
    use crate::scenario::reading::leaf::Leaf;
    use crate::scenario::reading::tree::Value;
    use crate::time::Weekday;

    fn weekday(text: &str) -> Result<Weekday, String> {
        Weekday::parse(&Value::Text(text.to_string())).map_err(|fault| fault.help.join(" "))
    }

    #[test]
    fn weekdays_have_short_and_full_names() {
        assert_eq!(weekday("mon"), Ok(Weekday::Monday));
        assert_eq!(weekday("Sunday"), Ok(Weekday::Sunday));
        let advice = weekday("wendesday").expect_err("misspelt");
        assert!(advice.ends_with("did you mean `wed`?"), "{advice}");
        assert!(weekday("someday").is_err());
    }

    #[test]
    fn sets_of_weekdays_are_ranges_and_lists() {
        assert_eq!(weekdays("mon-thu").ok(), Some(vec![0, 1, 2, 3]));
        assert_eq!(weekdays("sat-mon").ok(), Some(vec![5, 6, 0]));
        assert_eq!(weekdays("mon, wed").ok(), Some(vec![0, 2]));
        assert_eq!(weekdays("fri-fri").ok(), Some(vec![4]));
        assert_eq!(weekdays("every day").map(|days| days.len()).ok(), Some(7));
        assert!(weekdays("mon-").is_err());
        assert!(weekdays("").is_err());
    }
}
