//! `--parquet`: the same tables for programs that read many rows.

use crate::commands::office;
use crate::place::Place;

#[cfg(not(feature = "parquet"))]
#[test]
fn a_program_without_parquet_says_how_to_get_it_and_plays_nothing() {
    let place = Place::with(&office());
    let there = place.everything();
    let ended = place.run(&["run", "a.toml", "--parquet", "-o", "results"]);
    ended.expect(2, "built without Parquet | cargo build --release --features parquet");
    assert_eq!(place.everything(), there, "nothing is written");
}

#[test]
fn a_choice_has_no_parquet() {
    let place = Place::with(&office());
    let ended = place.run(&["compare", "a.toml", "a.toml", "--best", "waiting", "--parquet"]);
    ended.expect(2, "cannot be used with");
}

#[cfg(feature = "parquet")]
mod built_in {
    use std::fs::File;

    use antrean::time::{Date, days_since_1970};
    use parquet::basic::{LogicalType, Type};
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;

    use crate::commands::place;
    use crate::dictionary::{assert_described, package, resources};
    use crate::place::Place;

    fn reader(place: &Place, name: &str) -> SerializedFileReader<File> {
        let file = File::open(place.path(name)).expect("the file");
        SerializedFileReader::new(file).expect("Parquet")
    }

    /// A value as the CSV file has it.
    fn written(field: &Field, cell: &str) -> String {
        match field {
            Field::Null => String::new(),
            Field::Double(value) => value.to_string(),
            Field::Long(value) => value.to_string(),
            Field::Str(text) => text.clone(),
            Field::Date(days) => {
                let date: Date = cell.parse().expect("a date");
                assert_eq!(days_since_1970(date), *days);
                date.to_string()
            }
            other => panic!("{other:?}"),
        }
    }

    fn assert_same(place: &Place, folder: &str, stem: &str) {
        let parquet = reader(place, &format!("{folder}/{stem}.parquet"));
        let path = place.path(&format!("{folder}/{stem}.csv"));
        let mut table = csv::Reader::from_path(path).expect("a table");
        let header = table.headers().expect("a header").clone();
        let columns = parquet.metadata().file_metadata().schema_descr().columns().to_vec();
        let names: Vec<&str> = columns.iter().map(|column| column.name()).collect();
        assert_eq!(header.iter().collect::<Vec<_>>(), names);
        let mut rows = parquet.get_row_iter(None).expect("rows");
        for row in table.records().map(|row| row.expect("a row")) {
            let other = rows.next().expect("as many rows").expect("a row");
            for ((_, field), cell) in other.get_column_iter().zip(&row) {
                assert_eq!(written(field, cell), cell.strip_prefix('\'').unwrap_or(cell));
            }
        }
        assert!(rows.next().is_none());
    }

    #[test]
    fn both_tables_are_those_of_the_csv_files_with_types() {
        let place = place();
        let asked = ["compare", "a.toml", "b.toml", "-q", "--parquet", "-o", "results"];
        place.run(&asked).expect(0, "");
        assert_same(&place, "results", "measures");
        assert_same(&place, "results", "series");
        assert_described(&place.path("results"));
        let columns = reader(&place, "results/series.parquet");
        let columns = columns.metadata().file_metadata().schema_descr().columns().to_vec();
        let of = |name: &str| columns.iter().find(|column| column.name() == name).expect("it is");
        assert_eq!(of("mean").physical_type(), Type::DOUBLE);
        assert_eq!(of("date").logical_type_ref(), Some(&LogicalType::Date));
        assert_eq!(of("scenario").logical_type_ref(), Some(&LogicalType::String));
    }

    /// More rows than are held at a time.
    #[test]
    fn long_tables_are_whole() {
        let place = place();
        place.run(&["run", "a.toml", "-q", "-n", "400", "--parquet", "-o", "results"]);
        let groups = reader(&place, "results/measures.parquet").num_row_groups();
        assert!(1 < groups, "{groups}");
        assert_same(&place, "results", "measures");
    }

    #[test]
    fn it_changes_nothing_else_and_is_described() {
        let place = place();
        place.run(&["run", "a.toml", "-q", "-o", "results"]).expect(0, "");
        let hash = |place: &Place| {
            let manifest = place.read("results/manifest.toml");
            manifest.lines().find(|line| line.starts_with("results = ")).map(str::to_string)
        };
        let plain = hash(&place);
        place.run(&["run", "a.toml", "-q", "--parquet", "-o", "results"]).expect(0, "");
        assert_eq!(hash(&place), plain, "the same results");
        assert!(place.read("results/manifest.toml").contains("run a.toml --parquet"));
        let package = package(&place.path("results"));
        let of = resources(&package).find(|of| of["path"] == "series.parquet").expect("described");
        assert_eq!(of["schema"]["fields"][3]["name"], "date");
    }
}
