use std::cmp::Ordering;
use std::ops::Range;
use std::sync::OnceLock;

/// A table whose lines are sorted by the bytes of their keys, searched as it lies in the program:
/// hardly anything is read or built before the first question.
#[derive(Debug)]
pub(crate) struct Sorted {
    table: &'static str,
    /// Where about every [`STEP`]th byte a line begins.
    marks: OnceLock<Vec<usize>>,
}

/// Bytes between two marks: a few lines.
const STEP: usize = 256;

impl Sorted {
    pub(crate) const fn new(table: &'static str) -> Self {
        Self { table, marks: OnceLock::new() }
    }

    /// The line that is `key` itself, or begins with it and a `separator`.
    pub(crate) fn line(&self, key: &str, separator: u8) -> Option<&'static str> {
        self.find(|line| {
            let end = line.bytes().position(|byte| byte == separator).unwrap_or(line.len());
            line.as_bytes()[..end].cmp(key.as_bytes())
        })
    }

    /// What stands behind `key` and a tab.
    pub(crate) fn entry(&self, key: &str) -> Option<&'static str> {
        self.line(key, b'\t')?.get(key.len() + 1..)
    }

    /// Whether `key` is a line of the table.
    pub(crate) fn contains(&self, key: &str) -> bool {
        !key.is_empty() && self.find(|line| line.cmp(key)).is_some()
    }

    /// The line that `order` calls equal; `order` says where a line stands beside what is sought.
    pub(crate) fn find(&self, order: impl Fn(&str) -> Ordering) -> Option<&'static str> {
        let marks = self.marks.get_or_init(|| self.marks());
        let passed = marks.partition_point(|mark| order(self.line_from(*mark)).is_le());
        let end = marks.get(passed).copied().unwrap_or(self.table.len());
        self.find_in(marks[passed.checked_sub(1)?]..end, order)
    }

    fn marks(&self) -> Vec<usize> {
        let next = |at: usize| Some(at + self.table.as_bytes()[at..].iter().position(is_end)? + 1);
        let after = (0..self.table.len()).step_by(STEP).skip(1).filter_map(next);
        let mut marks: Vec<usize> = std::iter::once(0).chain(after).collect();
        marks.retain(|mark| *mark < self.table.len());
        marks.dedup();
        marks
    }

    fn line_from(&self, start: usize) -> &'static str {
        let rest = &self.table[start..];
        rest.bytes().position(|byte| is_end(&byte)).map_or(rest, |end| &rest[..end])
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
        let start = bytes[..at].iter().rposition(is_end).map_or(0, |newline| newline + 1);
        let end = bytes[at..].iter().position(is_end);
        (start, end.map_or(bytes.len(), |more| at + more))
    }
}

fn is_end(byte: &u8) -> bool {
    *byte == b'\n'
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
