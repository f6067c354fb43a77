//! The way to an office or kiosk.

use crate::scenario::reading::{Count, Findings, Node, Read, Reader, choice, read_table};
use crate::time::Span;

/// One way of a trip, for one person.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Trip {
    pub travel: Span,
    /// Fare in rupiah.
    pub fare: u32,
    pub by: Carrier,
}

/// What people travel by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Carrier {
    #[default]
    Land,
    Boat,
}

impl Trip {
    /// Reads the keys of a way.
    pub fn read_keys(reader: &mut Reader<'_>) -> Trip {
        let travel = reader.or("travel", Span::ZERO);
        let fare = reader.optional::<Count<0, 100_000_000>>("fare").map_or(0, Count::value);
        let by = reader.or("by", Carrier::Land);
        Trip { travel, fare, by }
    }

    /// The part of the travel that is by boat: all of it or nothing.
    pub fn at_sea(&self) -> Span {
        match self.by {
            Carrier::Land => Span::ZERO,
            Carrier::Boat => self.travel,
        }
    }
}

impl Read for Trip {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| Some(Trip::read_keys(reader)))
    }
}

impl Read for Carrier {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        choice(node, findings, &[("land", Carrier::Land), ("boat", Carrier::Boat)])
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::Scenario;
    use crate::scenario::reading::Colour;

    const OFFICE: &str = include_str!("../../tests/behaviour/office.toml");

    #[test]
    fn a_carrier_that_is_none_is_told() {
        let origin = "[[origin]]\nname = \"East\"\nshare = 0\nto_office = { by = \"bote\" }\n";
        let (_, findings) = Scenario::parse("office.toml", &format!("{OFFICE}\n{origin}"));
        let complaint = findings.render(Colour::Plain);
        assert!(complaint.contains("must be \"land\" or \"boat\""), "{complaint}");
    }
}
