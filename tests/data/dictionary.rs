//! Holds a folder of results against its `datapackage.json`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// What a folder holds beside data.
const NOT_DATA: [&str; 3] = ["datapackage.json", "report.html", "replications.bin"];

/// A CSV file as it was read: its resource and its rows.
struct Table<'package> {
    resource: &'package Value,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// Asserts that the package of a folder lists its files of data, all of them and no others, and
/// that every cell is what the package says of its column.
#[track_caller]
pub fn assert_described(folder: &Path) {
    let package = package(folder);
    assert_eq!(paths(&package), files(folder), "the files of {}", folder.display());
    let names: BTreeSet<&str> = resources(&package).map(|of| text(of, "name")).collect();
    assert_eq!(names.len(), resources(&package).count(), "{names:?}");
    for resource in resources(&package) {
        assert!(!text(resource, "title").is_empty(), "{resource}");
        let path = resource["path"].as_str().unwrap_or_default();
        if path.ends_with(".csv") {
            assert_table(&read(resource, &folder.join(path)), &package);
        }
    }
}

/// The package of a folder.
#[track_caller]
pub fn package(folder: &Path) -> Value {
    let text = fs::read_to_string(folder.join("datapackage.json")).expect("a dictionary");
    serde_json::from_str(&text).expect("JSON")
}

/// The resources of a package.
pub fn resources(package: &Value) -> impl Iterator<Item = &Value> {
    package["resources"].as_array().expect("resources").iter()
}

fn paths(package: &Value) -> BTreeSet<String> {
    resources(package).filter_map(|of| of["path"].as_str()).map(str::to_string).collect()
}

fn files(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("results").flatten();
    let files = entries.filter(|entry| entry.path().is_file());
    let names = files.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| !NOT_DATA.contains(&name.as_str())).collect()
}

fn read<'package>(resource: &'package Value, path: &Path) -> Table<'package> {
    let mut table = csv::Reader::from_path(path).expect("a table");
    let cells = |row: &csv::StringRecord| row.iter().map(str::to_string).collect();
    let header = cells(table.headers().expect("a header"));
    let rows = table.records().map(|row| cells(&row.expect("as many cells as columns")));
    Table { resource, header, rows: rows.collect() }
}

fn text<'value>(of: &'value Value, key: &str) -> &'value str {
    of[key].as_str().unwrap_or_else(|| panic!("no {key}: {of}"))
}

fn list<'value>(of: &'value Value, key: &str) -> Vec<&'value str> {
    of[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn assert_table(table: &Table, package: &Value) {
    let schema = &table.resource["schema"];
    let fields = schema["fields"].as_array().expect("fields");
    let names: Vec<&str> = fields.iter().map(|field| text(field, "name")).collect();
    assert_eq!(table.header, names, "{}", table.resource);
    assert!(!table.rows.is_empty(), "{}", table.resource);
    for (place, field) in fields.iter().enumerate() {
        assert!(!text(field, "description").is_empty(), "{field}");
        let unit_field = field["unitField"].as_str();
        assert!(unit_field.is_none_or(|column| names.contains(&column)), "{field}");
        for row in &table.rows {
            assert!(is_as_said(&row[place], field), "{:?} in {row:?} is not {field}", row[place]);
        }
    }
    let key = list(schema, "primaryKey");
    let key: Vec<usize> = key.iter().map(|column| position(&names, column)).collect();
    let of_key = |row: &Vec<String>| key.iter().map(|place| row[*place].clone()).collect();
    let keys: BTreeSet<Vec<String>> = table.rows.iter().map(of_key).collect();
    let is_told_apart = key.is_empty() || keys.len() == table.rows.len();
    assert!(is_told_apart, "rows of {} share a key", table.resource["path"]);
    for foreign in schema["foreignKeys"].as_array().into_iter().flatten() {
        let column = position(&names, list(foreign, "fields")[0]);
        let known = catalogue(package, text(&foreign["reference"], "resource"));
        for row in &table.rows {
            assert!(known.contains(row[column].as_str()), "{} is not explained", row[column]);
        }
    }
}

fn position(names: &[&str], name: &str) -> usize {
    names.iter().position(|column| *column == name).unwrap_or_else(|| panic!("no column {name}"))
}

/// The names that an inline resource explains.
fn catalogue<'package>(package: &'package Value, name: &str) -> BTreeSet<&'package str> {
    let found = resources(package).find(|of| of["name"] == name).expect("the catalogue");
    found["data"].as_array().expect("data").iter().map(|entry| text(entry, "name")).collect()
}

/// Whether a cell is of the type of its field, and keeps what is said of it.
fn is_as_said(cell: &str, field: &Value) -> bool {
    let constraints = &field["constraints"];
    if cell.is_empty() {
        return constraints["required"] != true;
    }
    let words = list(constraints, "enum");
    let digits = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
    match text(field, "type") {
        "string" => words.is_empty() || words.contains(&cell),
        "number" => cell.parse::<f64>().is_ok_and(f64::is_finite),
        "integer" => digits(cell),
        "date" => is_date(cell),
        "datetime" => cell.split_once('T').is_some_and(|(date, time)| {
            is_date(date) && time.len() == "09:30:00.000".len() && time.contains('.')
        }),
        "boolean" => {
            [list(field, "trueValues"), list(field, "falseValues")].concat().contains(&cell)
        }
        other => panic!("no type {other}"),
    }
}

fn is_date(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [4, 2, 2] && parts.iter().all(|part| part.parse::<u32>().is_ok())
}
