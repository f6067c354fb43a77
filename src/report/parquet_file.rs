//! Tables of results in Parquet: typed columns, compressed, for programs that read many rows.

use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use crate::report::column::{Cell, Column, Kind, rounded};
use crate::report::layout::Layout;
use crate::time::days_since_1970;

/// Rows that are held as columns at a time.
const ROWS: usize = 65_536;

/// The values of one column and, for each row, whether it has one.
struct Values {
    there: Vec<i16>,
    of: Typed,
}

enum Typed {
    Texts(Vec<ByteArray>),
    Numbers(Vec<f64>),
    Counts(Vec<i64>),
    Dates(Vec<i32>),
}

/// The bytes of the file. Texts are as they are, without the apostrophes of CSV files.
///
/// # Errors
/// If it cannot be made.
pub fn file<'text, Row>(
    layout: &Layout,
    rows: impl IntoIterator<Item = Row>,
) -> Result<Vec<u8>, ParquetError>
where
    Row: AsRef<[Cell<'text>]>,
{
    let fields = layout.columns.iter().map(field).collect::<Result<Vec<_>, _>>()?;
    let schema = Type::group_type_builder(&layout.stem).with_fields(fields).build()?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("antrean {}", env!("CARGO_PKG_VERSION")))
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut rows = rows.into_iter();
    loop {
        let mut columns: Vec<Values> = layout.columns.iter().map(Values::new).collect();
        for row in rows.by_ref().take(ROWS) {
            columns.iter_mut().zip(row.as_ref()).for_each(|(column, cell)| column.push(cell));
        }
        if columns.iter().all(|column| column.there.is_empty()) {
            return writer.into_inner();
        }
        write_group(&columns, &mut writer)?;
    }
}

fn write_group(
    columns: &[Values],
    writer: &mut SerializedFileWriter<Vec<u8>>,
) -> Result<(), ParquetError> {
    let mut group = writer.next_row_group()?;
    let mut columns = columns.iter();
    while let Some(mut column) = group.next_column()? {
        if let Some(values) = columns.next() {
            values.write(&mut column)?;
        }
        column.close()?;
    }
    group.close().map(|_| ())
}

fn field(column: &Column) -> Result<Arc<Type>, ParquetError> {
    let (physical, logical) = match column.kind {
        Kind::Text | Kind::OneOf(_) | Kind::Time | Kind::YesNo => {
            (Physical::BYTE_ARRAY, Some(LogicalType::String))
        }
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Count => (Physical::INT64, None),
        Kind::Date => (Physical::INT32, Some(LogicalType::Date)),
    };
    let optional = column.empty.is_some();
    let field = Type::primitive_type_builder(&column.name, physical)
        .with_logical_type(logical)
        .with_repetition(if optional { Repetition::OPTIONAL } else { Repetition::REQUIRED });
    Ok(Arc::new(field.build()?))
}

impl Values {
    fn new(column: &Column) -> Values {
        let of = match column.kind {
            Kind::Text | Kind::OneOf(_) | Kind::Time | Kind::YesNo => Typed::Texts(Vec::new()),
            Kind::Number => Typed::Numbers(Vec::new()),
            Kind::Count => Typed::Counts(Vec::new()),
            Kind::Date => Typed::Dates(Vec::new()),
        };
        Values { there: Vec::new(), of }
    }

    fn push(&mut self, cell: &Cell<'_>) {
        self.there.push(i16::from(*cell != Cell::Nothing));
        match (&mut self.of, cell) {
            (Typed::Texts(texts), Cell::Text(text) | Cell::Stated(text)) => {
                texts.push(ByteArray::from(text.as_ref()));
            }
            (Typed::Numbers(numbers), Cell::Number(number)) => numbers.push(rounded(*number)),
            (Typed::Counts(counts), Cell::Count(count)) => counts.push(*count as i64),
            (Typed::Dates(dates), Cell::Date(date)) => dates.push(days_since_1970(*date)),
            (_, cell) => debug_assert_eq!(*cell, Cell::Nothing, "a cell of its column's kind"),
        }
    }

    fn write(&self, column: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let there = Some(self.there.as_slice());
        match &self.of {
            Typed::Texts(of) => column.typed::<ByteArrayType>().write_batch(of, there, None),
            Typed::Numbers(of) => column.typed::<DoubleType>().write_batch(of, there, None),
            Typed::Counts(of) => column.typed::<Int64Type>().write_batch(of, there, None),
            Typed::Dates(of) => column.typed::<Int32Type>().write_batch(of, there, None),
        }
        .map(|_| ())
    }
}
