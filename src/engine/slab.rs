//! Storage for what comes and goes: entries keep their index, and freed indices are used again.

use std::ops::Index;

/// A growing store with a free list; indices are small and stable while an entry lives.
#[derive(Clone, Debug)]
pub struct Slab<T> {
    entries: Vec<Option<T>>,
    free: Vec<u32>,
}

impl<T> Default for Slab<T> {
    fn default() -> Self {
        Slab { entries: Vec::new(), free: Vec::new() }
    }
}

impl<T> Slab<T> {
    /// Stores a value and returns its index.
    pub fn insert(&mut self, value: T) -> u32 {
        match self.free.pop() {
            Some(index) => {
                self.entries[index as usize] = Some(value);
                index
            }
            None => {
                self.entries.push(Some(value));
                self.entries.len() as u32 - 1
            }
        }
    }

    /// Takes a value out; its index will be used again.
    ///
    /// # Panics
    /// Where no value lives at this index: a fault of the model, not of its input.
    pub fn remove(&mut self, index: u32) -> T {
        self.free.push(index);
        self.entries[index as usize].take().expect("an entry lives until it is removed")
    }

    /// The value at an index.
    ///
    /// # Panics
    /// Where no value lives at this index: a fault of the model, not of its input.
    pub fn at(&mut self, index: u32) -> &mut T {
        self.entries[index as usize].as_mut().expect("an entry lives until it is removed")
    }

    /// The value at an index, if one lives there.
    pub fn get(&self, index: u32) -> Option<&T> {
        self.entries.get(index as usize)?.as_ref()
    }

    /// Removes everything, keeping the memory.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.free.clear();
    }

    /// All values that live, by index.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().flatten()
    }
}

impl<T> Index<u32> for Slab<T> {
    type Output = T;

    /// The value at an index.
    ///
    /// # Panics
    /// Where no value lives at this index: a fault of the model, not of its input.
    fn index(&self, index: u32) -> &T {
        self.entries[index as usize].as_ref().expect("an entry lives until it is removed")
    }
}

#[cfg(test)]
mod tests {
    use super::Slab;

    #[test]
    fn indices_are_stable_and_used_again() {
        let mut slab = Slab::default();
        let (first, second) = (slab.insert('x'), slab.insert('y'));
        assert_eq!(slab.remove(first), 'x');
        assert_eq!(*slab.at(second), 'y');
        assert_eq!(slab.insert('z'), first);
        assert_eq!(slab.iter().collect::<String>(), "zy");
    }
}
