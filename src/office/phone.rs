//! Who can use the app by themselves, known from the wish on.

use crate::office::people::{Cause, family_of};
use crate::random::Streams;
use crate::scenario::{Demand, Origin};

/// Whether a family can use the app by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phone {
    Own,
    No,
}

impl Phone {
    /// Both, as figures show them.
    pub const ALL: [Phone; 2] = [Phone::Own, Phone::No];

    /// Its place among both.
    pub fn index(self) -> usize {
        self as usize
    }

    /// As it stands in files and tables.
    pub fn name(self) -> &'static str {
        match self {
            Phone::Own => "own phone",
            Phone::No => "no phone",
        }
    }

    /// What a member or a whole family of an origin has; chance is asked only where the origin has
    /// both.
    pub fn of(origin: &Origin, streams: Streams, identity: u64) -> Phone {
        let draw = || Cause::Phone.stream(streams, family_of(identity)).happens(origin.phone);
        let has_one = 1.0 <= origin.phone || 0.0 < origin.phone && draw();
        if has_one { Phone::Own } else { Phone::No }
    }

    /// Whether people of both kinds may want a passport.
    pub fn divides(demand: &Demand) -> bool {
        let origins = || demand.origins.iter().filter(|origin| 0.0 < origin.share);
        origins().any(|origin| 0.0 < origin.phone) && origins().any(|origin| origin.phone < 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Phone;
    use crate::office::people::{Cause, RunDay, family_identity};
    use crate::random::Streams;
    use crate::scenario::{Origin, Scenario, Trip};
    use crate::time::Day;

    fn origin(phone: f64) -> Origin {
        let to_office = Trip::default();
        let name = "island".to_string();
        Origin {
            name,
            share: 1.0,
            phone,
            helped: 1.0,
            to_office,
            kiosk: None,
            cancelled: None,
            home: 0,
        }
    }

    #[test]
    fn families_have_the_phone_that_they_always_had() {
        let streams = Streams::new(7, 3);
        for number in 0..100 {
            let family = family_identity(0, RunDay::new(Day(3), Day(0)), number);
            let drawn = Cause::Phone.stream(streams, family).happens(0.3);
            for member in 0..3 {
                let of = Phone::of(&origin(0.3), streams, family + member);
                assert_eq!(of == Phone::Own, drawn);
            }
            assert_eq!(Phone::of(&origin(1.0), streams, family), Phone::Own);
            assert_eq!(Phone::of(&origin(0.0), streams, family), Phone::No);
        }
    }

    #[test]
    fn people_are_divided_only_where_both_kinds_can_be() {
        let with = |phones: [f64; 2]| {
            let text = include_str!("../../tests/behaviour/office.toml");
            let (scenario, findings) = Scenario::parse("office.toml", text);
            let mut demand = scenario.unwrap_or_else(|| panic!("{findings:?}")).demand;
            demand.origins = phones.map(origin).to_vec();
            Phone::divides(&demand)
        };
        assert!(with([0.5, 1.0]) && with([0.0, 1.0]) && with([0.2, 0.3]));
        assert!(!with([1.0, 1.0]) && !with([0.0, 0.0]));
    }
}
