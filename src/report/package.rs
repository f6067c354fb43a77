//! `datapackage.json`: the dictionary of a folder of results, as a Frictionless Data Package.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::experiment::ScenarioResult;
use crate::office::{Measure, measures};
use crate::report::column::{Column, In, Kind, YES_OR_NO};
use crate::report::layout::Layout;
use crate::report::schema::SummaryOf;
use crate::report::{ReportError, SUMMARY, json_file};

/// The name of the file.
pub const FILE: &str = "datapackage.json";

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const READING: &str = "Numbers have a point and nothing between thousands, dates are \
    year-month-day, texts are UTF-8; an empty cell is a missing value. In a CSV file a text that a \
    spreadsheet would take for a formula, or that begins with an apostrophe, has an apostrophe \
    before it: take one off to get the text. Charts and report.html show the same data and are not \
    listed, nor is what --keep keeps.";

/// What a folder of results holds.
#[derive(Clone, Debug)]
pub struct Contents {
    /// What the results are, such as "Results of antrean run".
    pub title: String,
    /// Of which kind its `summary.json` is, if it has one.
    pub summary: Option<SummaryOf>,
    /// Its tables, all of them in CSV.
    pub tables: Vec<Layout>,
    /// What the names in columns of its tables mean.
    pub catalogues: Vec<Catalogue>,
    /// Other files of data.
    pub others: Vec<Other>,
}

/// A file of data that is no table in CSV.
#[derive(Clone, Debug)]
pub struct Other {
    pub path: String,
    pub title: &'static str,
    pub mediatype: &'static str,
    /// The columns, if it is a table.
    pub layout: Option<Layout>,
}

/// What the names in a column mean.
#[derive(Clone, Debug)]
pub struct Catalogue {
    column: &'static str,
    title: &'static str,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, Serialize)]
struct Entry {
    name: &'static str,
    title: &'static str,
    unit: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    better: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Package<'of> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: &'static str,
    title: &'of str,
    description: &'static str,
    /// The version of the program.
    antrean: &'static str,
    resources: Vec<Resource<'of>>,
}

#[derive(Debug, Default, Serialize)]
struct Resource<'of> {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    title: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mediatype: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'of [Entry]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<TableSchema<'of>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct TableSchema<'of> {
    fields: Vec<Field<'of>>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    primary_key: &'of [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Field<'of> {
    name: &'of str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    /// The column in which each row has its own unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit_field: Option<&'static str>,
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    true_values: &'static [&'static str],
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    false_values: &'static [&'static str],
    #[serde(skip_serializing_if = "Constraints::is_none")]
    constraints: Constraints,
}

#[derive(Debug, Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    r#enum: &'static [&'static str],
}

#[derive(Debug, Serialize)]
struct ForeignKey {
    fields: [&'static str; 1],
    reference: Reference,
}

#[derive(Debug, Serialize)]
struct Reference {
    resource: String,
    fields: [&'static str; 1],
}

impl Contents {
    /// The results of a command: its summary and its tables.
    pub fn of(summary: SummaryOf, tables: Vec<Layout>) -> Contents {
        let title = format!("Results of antrean {}", summary.command());
        let (catalogues, others) = (Vec::new(), Vec::new());
        Contents { title, summary: Some(summary), tables, catalogues, others }
    }

    /// The same with what the names of these measures mean.
    pub fn with_measures<'of>(mut self, shown: impl IntoIterator<Item = &'of Measure>) -> Contents {
        self.catalogues.push(Catalogue::of_measures(shown));
        self
    }

    /// The file and its name.
    ///
    /// # Errors
    /// If it cannot be serialised.
    pub fn file(&self) -> Result<(String, Vec<u8>), ReportError> {
        let summary = self.summary.map(summary);
        let tables = self.tables.iter().map(|layout| self.table(layout));
        let others = self.others.iter().map(|of| self.other(of));
        let catalogues = self.catalogues.iter().map(Catalogue::resource);
        let manifest = Resource {
            name: "manifest".to_string(),
            path: Some("manifest.toml".to_string()),
            title: "What was run: the command, the scenarios and hashes of what was read and found",
            mediatype: Some("application/toml"),
            ..Resource::default()
        };
        let resources = summary.into_iter().chain(tables).chain(others).chain(catalogues);
        let package = Package {
            profile: PROFILE,
            name: "antrean-results",
            title: &self.title,
            description: READING,
            antrean: env!("CARGO_PKG_VERSION"),
            resources: told_apart(resources.chain([manifest]).collect()),
        };
        Ok((FILE.to_string(), json_file(&package)?))
    }

    fn table<'of>(&'of self, layout: &'of Layout) -> Resource<'of> {
        Resource {
            name: resource_name(&layout.stem),
            r#type: Some("table"),
            path: Some(layout.file("csv")),
            title: layout.title,
            mediatype: Some("text/csv"),
            encoding: Some("utf-8"),
            schema: Some(self.schema(layout)),
            ..Resource::default()
        }
    }

    fn other<'of>(&'of self, of: &'of Other) -> Resource<'of> {
        Resource {
            name: resource_name(&of.path),
            path: Some(of.path.clone()),
            title: of.title,
            mediatype: Some(of.mediatype),
            schema: of.layout.as_ref().map(|layout| self.schema(layout)),
            ..Resource::default()
        }
    }

    fn schema<'of>(&'of self, layout: &'of Layout) -> TableSchema<'of> {
        let has = |column: &str| layout.columns.iter().any(|of| of.name == column);
        let explained = self.catalogues.iter().filter(|catalogue| has(catalogue.column));
        let foreign_key = |catalogue: &Catalogue| ForeignKey {
            fields: [catalogue.column],
            reference: Reference { resource: catalogue.name(), fields: ["name"] },
        };
        TableSchema {
            fields: layout.columns.iter().map(field).collect(),
            missing_values: [""],
            primary_key: &layout.key,
            foreign_keys: explained.map(foreign_key).collect(),
        }
    }
}

impl Catalogue {
    /// What the names in the column `measure` mean, in the order of the catalogue of measures.
    fn of_measures<'of>(shown: impl IntoIterator<Item = &'of Measure>) -> Catalogue {
        let shown: Vec<&str> = shown.into_iter().map(|measure| measure.name).collect();
        let entry = |measure: &'static Measure| Entry {
            name: measure.name,
            title: measure.title,
            unit: measure.unit.name(),
            better: Some(measure.better.name()),
        };
        let entries = measures().filter(|of| shown.contains(&of.name)).map(entry).collect();
        Catalogue { column: "measure", title: "What the measures are", entries }
    }

    /// What the names in the column `series` mean.
    pub fn of_series(results: &[ScenarioResult]) -> Catalogue {
        let mut entries: Vec<Entry> = Vec::new();
        for of in results.iter().flat_map(|result| &result.series) {
            let (name, title, unit) = (of.series.name, of.series.title, of.series.unit.name());
            if entries.iter().all(|entry| entry.name != name) {
                entries.push(Entry { name, title, unit, better: None });
            }
        }
        Catalogue { column: "series", title: "What the series are", entries }
    }

    fn name(&self) -> String {
        format!("{}-catalogue", self.column)
    }

    fn resource(&self) -> Resource<'_> {
        Resource {
            name: self.name(),
            r#type: Some("table"),
            title: self.title,
            data: Some(&self.entries),
            ..Resource::default()
        }
    }
}

fn summary<'of>(of: SummaryOf) -> Resource<'of> {
    let command = of.command();
    let description = format!("`antrean schema {command}` prints its JSON Schema");
    Resource {
        name: "summary".to_string(),
        path: Some(SUMMARY.to_string()),
        title: "What was found, for programs",
        description: Some(description),
        mediatype: Some("application/json"),
        encoding: Some("utf-8"),
        ..Resource::default()
    }
}

/// The resources with names of their own: those of files may differ in other characters only.
fn told_apart(mut resources: Vec<Resource<'_>>) -> Vec<Resource<'_>> {
    let mut seen = BTreeSet::new();
    for resource in &mut resources {
        while !seen.insert(resource.name.clone()) {
            resource.name.push_str("-2");
        }
    }
    resources
}

/// A name without the characters that the standard does not have in names.
fn resource_name(text: &str) -> String {
    let plain = |letter: char| match letter.to_ascii_lowercase() {
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => '-',
    };
    text.chars().map(plain).collect()
}

fn field(column: &Column) -> Field<'_> {
    let empty = column.empty.map_or(String::new(), |why| format!("; empty where {why}"));
    let [yes, no] = YES_OR_NO.each_ref().map(std::slice::from_ref);
    let is_yes_or_no = column.kind == Kind::YesNo;
    let (r#type, format) = match column.kind {
        Kind::Text | Kind::OneOf(_) => ("string", None),
        Kind::Number => ("number", None),
        Kind::Count => ("integer", None),
        Kind::Date => ("date", None),
        Kind::Time => ("datetime", Some("%Y-%m-%dT%H:%M:%S.%f")),
        Kind::YesNo => ("boolean", None),
    };
    let (unit, unit_field) = match column.unit {
        None => (None, None),
        Some(In::Unit(unit)) => (Some(unit), None),
        Some(In::UnitOfRow) => (None, Some("unit")),
    };
    Field {
        name: &column.name,
        r#type,
        format,
        description: format!("{}{empty}", column.meaning),
        unit,
        unit_field,
        true_values: if is_yes_or_no { yes } else { &[] },
        false_values: if is_yes_or_no { no } else { &[] },
        constraints: constraints(column),
    }
}

fn constraints(column: &Column) -> Constraints {
    Constraints {
        required: column.empty.is_none().then_some(true),
        minimum: (column.kind == Kind::Count).then_some(0),
        r#enum: if let Kind::OneOf(words) = column.kind { words } else { &[] },
    }
}

impl Constraints {
    fn is_none(&self) -> bool {
        self.required.is_none() && self.minimum.is_none() && self.r#enum.is_empty()
    }
}
