//! `--parquet`: the tables of a study for programs that read many rows, where it is built in.

use crate::report::{ReportError, Study};

/// Why this program cannot write Parquet and what helps; none where it can.
pub const NO_PARQUET: Option<&str> = match cfg!(feature = "parquet") {
    true => None,
    false => Some(
        "this antrean was built without Parquet: leave out --parquet, or build it with \
         `cargo build --release --features parquet`",
    ),
};

/// The files of a study with `measures.parquet` and `series.parquet` beside the CSV files.
///
/// # Errors
/// If a table cannot be made.
#[cfg(feature = "parquet")]
pub fn with_parquet(
    mut files: Vec<(String, Vec<u8>)>,
    study: &Study,
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    use crate::report::package::{self, Other};
    use crate::report::{PARQUET, contents, parquet_file, tables};

    let results = &study.results;
    let (measures, series) = (tables::measures(results), tables::series(results));
    let written = [
        parquet_file::file(&measures, tables::measure_rows(results))?,
        parquet_file::file(&series, tables::series_rows(results))?,
    ];
    let mut contents = contents(study);
    for (layout, bytes) in [measures, series].into_iter().zip(written) {
        let path = format!("{}{PARQUET}", layout.stem);
        let (title, mediatype) = (layout.title, "application/vnd.apache.parquet");
        files.push((path.clone(), bytes));
        contents.others.push(Other { path, title, mediatype, layout: Some(layout) });
    }
    files.retain(|(name, _)| name != package::FILE);
    files.push(contents.file()?);
    Ok(files)
}

/// The files as they are: where Parquet is not built in, the command line refuses `--parquet`.
///
/// # Errors
/// None.
#[cfg(not(feature = "parquet"))]
pub fn with_parquet(
    files: Vec<(String, Vec<u8>)>,
    _: &Study,
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    Ok(files)
}
