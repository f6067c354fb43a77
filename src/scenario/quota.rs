//! Quotas by weekday, and by the number of working days in a week.

use crate::scenario::reading::{Count, Fault, Findings, Node, Read, Value, weekdays};

const MOST_APPOINTMENTS: u32 = 10_000_000;

/// Appointments by weekday, Monday first.
pub struct Quota(pub [u32; 7]);

/// Appointments a day in weeks of 1, 2, ... working days; `None` is as in any week.
#[derive(Default)]
pub struct ShortWeeks(pub [Option<u32>; 7]);

impl Read for Quota {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Value::Table(table) = &node.value else {
            return count(node, findings).map(|quota| Quota([quota; 7]));
        };
        let mut quota = [0; 7];
        for entry in &table.entries {
            let days = weekdays(&entry.key).map_err(|fault| findings.refuse(&entry.node, fault));
            let count = count(&entry.node, findings);
            for day in days.ok()? {
                quota[day] = count?;
            }
        }
        Some(Quota(quota))
    }
}

impl Read for ShortWeeks {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let fault = |message: &str| Fault::new(message).help("for example { 4 = 66, 1-3 = 75 }");
        let Value::Table(table) = &node.value else {
            let message = "must be appointments by the working days of a week";
            findings.refuse(node, fault(message));
            return None;
        };
        let mut quotas = [None; 7];
        for entry in &table.entries {
            let count = count(&entry.node, findings);
            match working_days(&entry.key) {
                Some(lengths) => quotas[lengths].fill(Some(count?)),
                None => {
                    let message = "must be named after 1 to 7 working days, or a range of them";
                    findings.refuse(&entry.node, fault(message));
                    return None;
                }
            }
        }
        Some(ShortWeeks(quotas))
    }
}

fn count(node: &Node, findings: &mut Findings) -> Option<u32> {
    Count::<0, MOST_APPOINTMENTS>::read(node, findings).map(Count::value)
}

/// The places of numbers of working days such as `4` or `1-3`, 0 for one day.
fn working_days(text: &str) -> Option<std::ops::Range<usize>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let number = |text: &str| text.trim().parse().ok().filter(|days| (1..=7).contains(days));
    let (first, last): (usize, usize) = (number(first)?, number(last)?);
    (first <= last).then_some(first - 1..last)
}

#[cfg(test)]
mod tests {
    use super::working_days;

    #[test]
    fn weeks_are_named_by_their_working_days() {
        assert_eq!(working_days("4"), Some(3..4));
        assert_eq!(working_days("1-3"), Some(0..3));
        for wrong in ["0", "8", "3-1", "four", "1-", ""] {
            assert_eq!(working_days(wrong), None, "{wrong}");
        }
    }
}
