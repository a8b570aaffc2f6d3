use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::OnceLock;

/// A table whose lines are sorted by the bytes of their keys, searched as it lies in the program:
/// nothing is read or built before the first question.
#[derive(Debug)]
pub(crate) struct Sorted {
    table: &'static str,
    /// Where the lines begin and end that have the same first bytes.
    parts: OnceLock<FxHashMap<Head, Range<usize>>>,
}

/// The first bytes of a line.
type Head = [u8; 3];

impl Sorted {
    pub(crate) const fn new(table: &'static str) -> Self {
        Self { table, parts: OnceLock::new() }
    }

    /// The line that is `key` itself, or begins with it and a `separator`.
    pub(crate) fn line(&self, key: &str, separator: u8) -> Option<&'static str> {
        self.find(|line| {
            let end = line.bytes().position(|byte| byte == separator).unwrap_or(line.len());
            line.as_bytes()[..end].cmp(key.as_bytes())
        })
    }

    /// What stands behind `key` and a tab. The first question reads the table once, as that of
    /// [`Self::contains`] does.
    pub(crate) fn entry(&self, key: &str) -> Option<&'static str> {
        // A key of two bytes has its tab in the head, a shorter one the first byte behind it too.
        let mut start = key.bytes().chain([b'\t']);
        let head = [start.next()?, start.next()?, start.next().unwrap_or_default()];
        let whole = (key.len() < 2).then_some(0..self.table.len());
        let part = whole.or_else(|| self.parts().get(&head).cloned())?;
        let line = self.find_in(part, |line| {
            let end = line.bytes().position(|byte| byte == b'\t').unwrap_or(line.len());
            line.as_bytes()[..end].cmp(key.as_bytes())
        })?;
        line.get(key.len() + 1..)
    }

    fn parts(&self) -> &FxHashMap<Head, Range<usize>> {
        self.parts.get_or_init(|| parts(self.table))
    }

    /// Whether `key` is a line of the table. The first question reads the table once, so that the
    /// next ones have few lines to look at.
    pub(crate) fn contains(&self, key: &str) -> bool {
        let part = match key.as_bytes().first_chunk() {
            Some(head) => self.parts().get(head).cloned(),
            None => Some(0..self.table.len()),
        };
        !key.is_empty()
            && part.is_some_and(|part| self.find_in(part, |line| line.cmp(key)).is_some())
    }

    /// The line that `order` calls equal; `order` says where a line stands beside what is sought.
    pub(crate) fn find(&self, order: impl Fn(&str) -> Ordering) -> Option<&'static str> {
        self.find_in(0..self.table.len(), order)
    }

    fn find_in(
        &self,
        part: Range<usize>,
        order: impl Fn(&str) -> Ordering,
    ) -> Option<&'static str> {
        let (mut low, mut high) = (part.start, part.end);
        while low < high {
            let (start, end) = self.line_around(low + (high - low) / 2);
            let line = &self.table[start..end];
            match order(line) {
                Ordering::Equal => return Some(line),
                Ordering::Less => low = end + 1,
                Ordering::Greater => high = start,
            }
        }
        None
    }

    /// Where the line that holds byte `at` starts and ends.
    fn line_around(&self, at: usize) -> (usize, usize) {
        let bytes = self.table.as_bytes();
        let start =
            bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        let end = bytes[at..].iter().position(|byte| *byte == b'\n');
        (start, end.map_or(bytes.len(), |more| at + more))
    }
}

/// The lines of a table that begin with the same bytes, those left out that are shorter.
fn parts(table: &str) -> FxHashMap<Head, Range<usize>> {
    let mut parts: FxHashMap<Head, Range<usize>> = FxHashMap::default();
    let mut start = 0;
    for line in table.lines() {
        let end = start + line.len();
        if let Some(head) = line.as_bytes().first_chunk() {
            parts.entry(*head).or_insert(start..end).end = end;
        }
        start = end + 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::Sorted;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        let table = Sorted::new("a 1\nab 2\nb 3\né 4\n");
        for (key, line) in [("a", "a 1"), ("ab", "ab 2"), ("b", "b 3"), ("é", "é 4")] {
            assert_eq!(table.line(key, b' '), Some(line));
        }
        for key in ["", "A", "aa", "abc", "c", "ê"] {
            assert_eq!(table.line(key, b' '), None, "{key}");
        }
    }

    #[test]
    fn entries_are_found_by_their_keys() {
        let table = Sorted::new("a\t甲\nab\t乙\nab c\t丙\nabc\t丁 戊\n");
        for (key, entry) in [("a", "甲"), ("ab", "乙"), ("ab c", "丙"), ("abc", "丁 戊")] {
            assert_eq!(table.entry(key), Some(entry));
        }
        for key in ["", "b", "abcd", "ac", "ab "] {
            assert_eq!(table.entry(key), None, "{key}");
        }
    }

    #[test]
    fn a_table_may_be_empty_or_lack_the_last_newline() {
        assert!(!Sorted::new("").contains("a"));
        assert!(!Sorted::new("a\n").contains(""));
        assert!(Sorted::new("a\nb").contains("b"));
    }
}
