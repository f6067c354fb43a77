//! The catalogue of all keys a scenario may have: what each means, with an example.

mod table;

pub use table::KEYS;

/// A key of the scenario language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Where the key stands: `title`, `booking.daily_quota`, `stage[].desks` for each `[[stage]]`.
    pub path: &'static str,
    /// What it means and in which unit, as a noun phrase.
    pub meaning: &'static str,
    /// A line that shows it.
    pub example: &'static str,
}

impl Key {
    /// The key without the table it stands in.
    pub fn name(&self) -> &'static str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }

    /// The table it stands in; empty at the top of the file.
    pub fn table(&self) -> &'static str {
        self.path.rsplit_once('.').map_or("", |(table, _)| table)
    }

    /// Name, meaning and example in one line.
    pub fn explained(&self) -> String {
        format!("`{}`: {}, for example `{}`", self.name(), self.meaning, self.example)
    }
}

/// The key at a path.
pub fn find(path: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.path == path)
}

/// The keys of a table, by its path.
pub fn of_table(table: &str) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.table() == table)
}

#[cfg(test)]
mod tests;
