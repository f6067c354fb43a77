//! `[demand]` and `[[origin]]`: how many people want a passport, when, from where, and in what
//! company.

use std::ops::RangeInclusive;

use crate::random::DailyCount;
use crate::scenario::boats::{Cancelled, Passage};
use crate::scenario::branch::{Head, find_home};
use crate::scenario::intake::Site;
use crate::scenario::lane::Lane;
use crate::scenario::outreach::Outreach;
use crate::scenario::reading::{
    Findings, Node, NonNegative, OneOf, Positive, Read, Reader, Share, meant_name, read_table,
};
use crate::scenario::recorded::{Draft, Recorded};
use crate::scenario::{SiteId, Trip};
use crate::time::Date;

/// The wishes for a passport.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// Mean number of people a day, over all origins, at factors of 1.
    pub per_day: f64,
    pub counts: DailyCount,
    /// Factors by weekday, Monday first; they average 1.
    pub weekday_factors: [f64; 7],
    /// Factors by month, January first; they average 1.
    pub month_factors: [f64; 12],
    /// Cumulative weights of the 24 hours of a day.
    pub hours: Vec<f64>,
    /// Cumulative shares of families of 1, 2, ... people.
    pub family_sizes: Vec<f64>,
    pub origins: Vec<Origin>,
    /// At least one.
    pub lanes: Vec<Lane>,
    /// Cumulative shares of the lanes.
    pub lane_shares: Vec<f64>,
    /// Wishes that come from data in the place of a rate.
    pub recorded: Option<Recorded>,
    /// Teams that serve people beside all these.
    pub outreach: Vec<Outreach>,
}

/// An island or district that applicants come from.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    pub name: String,
    /// Share of all wishes that arise here.
    pub share: f64,
    /// Share of families that can use the app by themselves.
    pub phone: f64,
    /// Share of the others that find somebody who helps.
    pub helped: f64,
    pub to_office: Trip,
    /// The kiosk that people from here go to, and the way there.
    pub kiosk: Option<(SiteId, Trip)>,
    /// Days without boats to the office or the kiosk.
    pub cancelled: Option<Cancelled>,
    /// The office to which they belong, by its place among the branches.
    pub home: u16,
}

impl Demand {
    /// Mean number of people in a family.
    pub fn mean_family(&self) -> f64 {
        let total = self.family_sizes.last().copied().unwrap_or(1.0);
        let mut before = 0.0;
        let mut mean = 0.0;
        for (index, edge) in self.family_sizes.iter().enumerate() {
            mean += (index as f64 + 1.0) * (edge - before) / total;
            before = *edge;
        }
        mean
    }
}

/// How far from 1 a sum of shares or an average of factors may lie.
const TOLERANCE: f64 = 1e-6;
/// More people a day than live on most islands, and as many as the model can number.
const MOST_PER_DAY: f64 = 1e6;
const MOST_VARIANCE_TO_MEAN: f64 = 1_000.0;
const DAYS_PER_YEAR: f64 = 365.0;
/// People in a family at most.
pub const LARGEST_FAMILY: usize = 8;
const HOURS: usize = 24;

impl Demand {
    /// Reads `[demand]`; the origins come later.
    pub fn read(reader: &mut Reader<'_>) -> Option<Demand> {
        let per_day = read_rate(reader);
        let (mut counts, mut weekday_factors, mut month_factors) =
            (DailyCount::Poisson, [1.0; 7], [1.0; 12]);
        // Data have their own scatter, weekdays and months.
        if reader.node("from").is_none() {
            counts = reader.or("counts", DailyCount::Poisson);
            weekday_factors = read_factors(reader, "weekday_factors");
            month_factors = read_factors(reader, "month_factors");
        }
        let hours = reader.optional::<[NonNegative; HOURS]>("hour_weights");
        let hours = hours.map_or([1.0; HOURS], |weights| weights.map(NonNegative::value));
        if hours.iter().sum::<f64>() <= 0.0 {
            reader.wrong("hour_weights", "at least one hour needs a weight above 0", "");
        }
        let families = reader.or::<Vec<Share>>("family_sizes", Vec::new());
        let family_sizes = read_family_sizes(reader, &families);
        Some(Demand {
            per_day: per_day?,
            counts,
            weekday_factors,
            month_factors,
            hours: cumulative(&hours),
            family_sizes,
            origins: Vec::new(),
            lanes: Vec::new(),
            lane_shares: Vec::new(),
            recorded: None,
            outreach: Vec::new(),
        })
    }

    /// Takes the origins and lanes, or one for all people where none are stated; their shares must
    /// add up to 1.
    pub fn settle(&mut self, reader: &mut Reader<'_>, origins: Vec<Origin>, lanes: Vec<Lane>) {
        let shares: Vec<f64> = origins.iter().map(|origin| origin.share).collect();
        check_sum(reader, ("origin", "origins"), &shares);
        let shares: Vec<f64> = lanes.iter().map(|lane| lane.share).collect();
        check_sum(reader, ("lane", "lanes"), &shares);
        self.origins = if origins.is_empty() { vec![Origin::everywhere()] } else { origins };
        self.lanes = if lanes.is_empty() { vec![Lane::everybody()] } else { lanes };
        self.lane_shares = if shares.is_empty() { vec![1.0] } else { cumulative(&shares) };
    }

    /// Takes the wishes that `demand.from` names, for the dates that are played.
    pub fn record(&mut self, reader: &mut Reader<'_>, played: RangeInclusive<Date>) {
        let demand = reader.node("demand").and_then(Node::table);
        let Some(from) = demand.and_then(|demand| demand.get("from")) else { return };
        let draft = reader.read::<Draft>(from);
        self.recorded = draft.and_then(|draft| draft.settle(reader, self, played));
        self.per_day = self.recorded.as_ref().map_or(0.0, Recorded::people_a_day);
    }
}

/// Notes that stated shares do not add up to 1.
fn check_sum(reader: &mut Reader<'_>, (key, whose): (&str, &str), shares: &[f64]) {
    let sum: f64 = shares.iter().sum();
    if !shares.is_empty() && TOLERANCE < (sum - 1.0).abs() {
        let message = format!("the shares of the {whose} add up to {}", rounded(sum));
        reader.wrong(key, &message, "they must add up to 1");
    }
}

/// People a day from whichever of the rates is stated.
fn read_rate(reader: &mut Reader<'_>) -> Option<f64> {
    let per_day = reader.optional::<NonNegative>("per_day").map(NonNegative::value);
    let per_year = reader.optional::<NonNegative>("per_year").map(NonNegative::value);
    let per_hour = reader.optional::<NonNegative>("per_hour").map(NonNegative::value);
    let per_year = per_year.map(|people| people / DAYS_PER_YEAR);
    let per_hour = per_hour.map(|people| people * HOURS as f64);
    let rates: Vec<f64> = [per_day, per_year, per_hour].into_iter().flatten().collect();
    let keys = ["per_day", "per_year", "per_hour", "from"];
    let stated: Vec<&str> = keys.into_iter().filter(|key| reader.node(key).is_some()).collect();
    match stated.as_slice() {
        [_] => {}
        [] => reader.wrong(
            "",
            "`demand` lacks the number of people",
            "add one of `per_day = 60`, `per_year = 15600`, `per_hour = 12` or `from = \"wishes.csv\"`",
        ),
        [_, second, ..] => {
            reader.wrong(second, "the number of people is stated twice", "keep one of the rates");
        }
    }
    for (key, rate) in [("per_day", per_day), ("per_year", per_year), ("per_hour", per_hour)] {
        if rate.is_some_and(|rate| MOST_PER_DAY < rate) {
            reader.refuse(key, "must be at most 1,000,000 people a day", "is the unit right?");
        }
    }
    // What data say is known once there are origins.
    rates.first().copied().or_else(|| reader.node("from").map(|_| 0.0))
}

fn read_factors<const LENGTH: usize>(reader: &mut Reader<'_>, key: &'static str) -> [f64; LENGTH] {
    let factors = reader.optional::<[NonNegative; LENGTH]>(key);
    let factors = factors.map_or([1.0; LENGTH], |factors| factors.map(NonNegative::value));
    let average = factors.iter().sum::<f64>() / LENGTH as f64;
    if TOLERANCE < (average - 1.0).abs() {
        let message = format!("the {LENGTH} factors average {}", rounded(average));
        reader.wrong(
            key,
            &message,
            "they must average 1, so that the total demand stays as stated",
        );
    }
    factors
}

fn read_family_sizes(reader: &mut Reader<'_>, shares: &[Share]) -> Vec<f64> {
    let shares: Vec<f64> = shares.iter().map(|share| share.value()).collect();
    if shares.is_empty() {
        return vec![1.0];
    }
    check_sum(reader, ("family_sizes", "family sizes"), &shares);
    if LARGEST_FAMILY < shares.len() {
        let message = format!("must have at most {LARGEST_FAMILY} shares");
        reader.refuse("family_sizes", &message, "families of more are not modelled");
    }
    cumulative(&shares)
}

fn cumulative(weights: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    let running = |weight: &f64| {
        sum += weight;
        sum
    };
    weights.iter().map(running).collect()
}

fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

impl Read for DailyCount {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        OneOf {
            words: &[("poisson", DailyCount::Poisson)],
            variants: &[("negative_binomial", read_negative_binomial)],
        }
        .read(node, findings)
    }
}

fn read_negative_binomial(node: &Node, findings: &mut Findings) -> Option<DailyCount> {
    read_table(node, findings, |reader| {
        let ratio = reader.required::<Positive>("variance_to_mean").map(Positive::value)?;
        if ratio <= 1.0 || MOST_VARIANCE_TO_MEAN < ratio {
            let help = "at 1 the counts are \"poisson\"";
            reader.refuse("variance_to_mean", "must be more than 1, at most 1000", help);
        }
        Some(DailyCount::NegativeBinomial { variance_to_mean: ratio })
    })
}

impl Origin {
    /// The one origin of a scenario that names none.
    fn everywhere() -> Origin {
        Origin {
            name: "everywhere".to_string(),
            share: 1.0,
            phone: 1.0,
            helped: 1.0,
            to_office: Trip::default(),
            kiosk: None,
            cancelled: None,
            home: 0,
        }
    }

    /// Reads an `[[origin]]`; it may name one of the kiosk sites and one of the offices.
    pub fn read(reader: &mut Reader<'_>, sites: &[Site], offices: &[Head]) -> Option<Origin> {
        let name = reader.required::<String>("name");
        let share = reader.required::<Share>("share");
        let phone = reader.optional::<Share>("phone").map_or(1.0, Share::value);
        let helped = reader.optional::<Share>("helped").map_or(1.0, Share::value);
        let to_office = reader.or("to_office", Passage::default());
        let kiosk = reader.optional::<String>("kiosk");
        let to_kiosk = reader.or("to_kiosk", Passage::default());
        let kiosk = kiosk.map(|name| find_site(reader, sites, &name));
        let home = find_home(reader, offices);
        Some(Origin {
            name: name?,
            share: share?.value(),
            phone,
            helped,
            to_office: to_office.trip,
            cancelled: Cancelled::of(&to_office, &to_kiosk),
            kiosk: kiosk.map(|site| (site, to_kiosk.trip)),
            home,
        })
    }
}

fn find_site(reader: &mut Reader<'_>, sites: &[Site], name: &str) -> SiteId {
    let found = sites.iter().position(|site| site.name == name);
    if found.is_none() {
        let names: Vec<&str> = sites.iter().map(|site| site.name.as_str()).collect();
        let help = meant_name(name, &names, "no `[[kiosk]]` is stated");
        reader.refuse("kiosk", "must be the name of a `[[kiosk]]`", &help);
    }
    // After a mistake any site will do: that there is none would be a second one.
    SiteId(found.unwrap_or(0) as u16)
}
