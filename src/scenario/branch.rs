//! `[offices]` and `[[branch]]`: several offices in one run, each stated by what differs from the
//! rest of the scenario.

use crate::scenario::reading::{
    Count, Entry, Findings, KeyPath, Node, Positive, Read, Reader, Share, Table, Value, choice,
    meant_name, merge, read_table, remove_sheet,
};
use crate::scenario::{Origin, Scenario, Trip};

/// Offices at most: more than any country has, as many as stations can be numbered for.
pub const MOST_OFFICES: usize = 500;
/// Offices that one looks at after one's own at most.
const MOST_LOOKS: u32 = 500;
const LOOKS: u32 = 5;

/// What an office may have of its own: all else holds for the whole run.
const OWN_SECTIONS: [&str; 11] = [
    "payment",
    "office",
    "calendar",
    "period",
    "booking",
    "visit",
    "stage",
    "production",
    "collection",
    "walk_in",
    "start",
];
/// What an office does not take over: it is about the people, or about the file.
const OF_THE_WHOLE: [&str; 9] =
    ["offices", "branch", "origin", "sources", "known", "title", "label", "language", "start"];

/// The offices of a run, and which of them people may choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offices {
    /// None where there is but one office, which the scenario itself describes.
    pub branches: Vec<Branch>,
    pub choice: Choice,
    /// Share of those who find their own office full that looks at others.
    pub elsewhere: f64,
    /// Other offices that they look at, in the order of nearness.
    pub looks_at: u32,
    /// The way to another office of the own province, and to one beyond.
    pub to_another: Trip,
    pub to_another_province: Trip,
}

/// One office among several.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    pub name: String,
    /// Empty where none is stated: all such offices lie in one.
    pub province: String,
    /// The whole scenario with what differs in this office.
    pub scenario: Scenario,
}

/// Where people may book when their own office is full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Nowhere else.
    #[default]
    Home,
    /// In the offices of their own province.
    Province,
    All,
}

/// What a `[[branch]]` says.
#[derive(Clone, Debug)]
pub struct Head {
    pub name: String,
    province: String,
    weight: Option<f64>,
    phone: f64,
    helped: f64,
    to_office: Trip,
    /// The sections that differ.
    differences: Node,
}

impl Offices {
    /// Reads `[offices]`; the branches come later.
    pub fn read(reader: &mut Reader<'_>) -> Option<Offices> {
        // Its rows stand among the branches already.
        reader.optional::<String>("table");
        let choice = reader.or("choice", Choice::Home);
        let elsewhere = reader.optional::<Share>("elsewhere").map_or(0.0, Share::value);
        let looks_at = reader.optional::<Count<1, MOST_LOOKS>>("looks_at");
        let to_another = reader.or("to_another", Trip::default());
        let to_another_province = reader.or("to_another_province", to_another);
        Some(Offices {
            branches: Vec::new(),
            choice,
            elsewhere,
            looks_at: looks_at.map_or(LOOKS, Count::value),
            to_another,
            to_another_province,
        })
    }
}

impl Read for Choice {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let words = [("home", Choice::Home), ("province", Choice::Province), ("all", Choice::All)];
        choice(node, findings, &words)
    }
}

impl Head {
    /// Reads a `[[branch]]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Head> {
        let name = reader.required::<String>("name");
        let province = reader.or("province", String::new());
        let weight = reader.optional::<Positive>("weight").map(Positive::value);
        let phone = reader.optional::<Share>("phone").map_or(1.0, Share::value);
        let helped = reader.optional::<Share>("helped").map_or(1.0, Share::value);
        let to_office = reader.or("to_office", Trip::default());
        let own = OWN_SECTIONS.into_iter().filter_map(|key| {
            let node = reader.node(key)?;
            Some(Entry { key: key.to_string(), place: node.place, node: node.clone() })
        });
        let entries = own.collect();
        let differences = Node::new(reader.place_of(""), Value::Table(Table { entries }));
        Some(Head { name: name?, province, weight, phone, helped, to_office, differences })
    }

    /// Whether it says what an `[[origin]]` says.
    fn describes_people(&self) -> bool {
        self.weight.is_some()
            || self.phone < 1.0
            || self.helped < 1.0
            || self.to_office != Trip::default()
    }

    /// Reads the whole scenario with what differs in this office.
    pub fn branch(&self, whole: &Node, findings: &mut Findings) -> Option<Branch> {
        let mut base = whole.clone();
        if let Value::Table(table) = &mut base.value {
            table.entries.retain(|entry| !OF_THE_WHOLE.contains(&entry.key.as_str()));
        }
        // Whose wishes they are is the matter of the whole run.
        remove_sheet(&mut base);
        let mut tree = merge(vec![base, self.differences.clone()], findings)?;
        tree.name_paths(KeyPath::default());
        let name = self.name.clone();
        let (scenario, _) =
            read_table(&tree, findings, |reader| Scenario::read(reader, name.clone()))?;
        Some(Branch { name, province: self.province.clone(), scenario })
    }
}

/// The people of each office, where no `[[origin]]` says otherwise.
pub fn origins(heads: &[Head]) -> Vec<Origin> {
    let weight = |head: &Head| head.weight.unwrap_or(1.0);
    let whole: f64 = heads.iter().map(weight).sum();
    let origin = |(head, home): (&Head, u16)| Origin {
        name: head.name.clone(),
        share: weight(head) / whole,
        phone: head.phone,
        helped: head.helped,
        to_office: head.to_office,
        kiosk: None,
        cancelled: None,
        home,
    };
    heads.iter().zip(0..).map(origin).collect()
}

/// Notes that people are described twice: by origins, and by the offices themselves.
pub fn check_people(reader: &mut Reader<'_>, heads: &[Head]) {
    for head in heads.iter().filter(|head| head.describes_people()) {
        let message = format!("the people of {} are described by `[[origin]]` already", head.name);
        let help = "take `weight`, `phone`, `helped` and `to_office` out of `[[branch]]`";
        reader.wrong("branch", &message, help);
    }
}

/// The office that an origin names as its own; the first where it names none.
pub fn find_home(reader: &mut Reader<'_>, heads: &[Head]) -> u16 {
    let Some(name) = reader.optional::<String>("office") else { return 0 };
    let found = heads.iter().position(|head| head.name == name);
    if found.is_none() {
        let names: Vec<&str> = heads.iter().map(|head| head.name.as_str()).collect();
        let help = meant_name(&name, &names, "no `[[branch]]` is stated");
        reader.refuse("office", "must be the name of a `[[branch]]`", &help);
    }
    found.unwrap_or(0) as u16
}
