use std::cmp::Ordering;
use std::ops::Range;
use std::sync::OnceLock;

/// A table whose lines are sorted by the bytes of their keys, searched as it lies in the program:
/// hardly anything is read or built before the first question.
///
/// What ends a key, a separator or the line, sorts before all that a key has in it, so that the
/// lines are sorted by their bytes as well.
#[derive(Debug)]
pub(crate) struct Sorted {
    table: &'static str,
    marks: OnceLock<Marks>,
}

/// Where a line begins about every [`STEP`] bytes, in order.
#[derive(Debug, Default)]
struct Marks {
    /// How each begins.
    heads: Vec<Head>,
    /// Its first byte.
    starts: Vec<usize>,
}

/// The first bytes of a line, as a number that is greater for what sorts later.
type Head = u64;

/// Bytes between two marks: a few lines.
const STEP: usize = 128;

impl Sorted {
    pub(crate) const fn new(table: &'static str) -> Self {
        Self { table, marks: OnceLock::new() }
    }

    /// The line that is `key` itself, or begins with it and a `separator`.
    pub(crate) fn line(&self, key: &str, separator: u8) -> Option<&'static str> {
        self.find(key, separator, |line| {
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
        !key.is_empty() && self.find(key, b'\n', |line| line.cmp(key)).is_some()
    }

    /// The line that `order` calls equal to a key; `order` says where a line stands beside it.
    fn find(
        &self,
        key: &str,
        separator: u8,
        order: impl Fn(&str) -> Ordering,
    ) -> Option<&'static str> {
        let marks = self.marks.get_or_init(|| self.marks());
        let end = |byte: u8| key.bytes().chain([byte]);
        let least = head(end(separator.min(b'\n')), u8::MIN);
        let most = head(end(separator.max(b'\n')), u8::MAX);
        let first = marks.heads.partition_point(|it| *it < least).saturating_sub(1);
        // A key stands between two marks, or few: to walk them is faster than to search again.
        let behind = marks.heads[first..].iter().take_while(|it| **it <= most).count();
        let place = |nth: usize| marks.starts.get(nth).copied().unwrap_or(self.table.len());
        self.find_in(place(first)..place(first + behind), order)
    }

    fn marks(&self) -> Marks {
        let bytes = self.table.as_bytes();
        let next = |at: usize| Some(at + bytes[at..].iter().position(|byte| *byte == b'\n')? + 1);
        let after = (0..bytes.len()).step_by(STEP).skip(1).filter_map(next);
        let mut starts: Vec<usize> = std::iter::once(0).chain(after).collect();
        starts.retain(|start| *start < bytes.len());
        starts.dedup();
        let head = |start: &usize| head(bytes[*start..].iter().copied(), u8::MIN);
        Marks { heads: starts.iter().map(head).collect(), starts }
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

/// The first bytes of a line; `fill` stands for those that it lacks.
fn head(line: impl Iterator<Item = u8>, fill: u8) -> Head {
    line.chain(std::iter::repeat(fill)).take(8).fold(0, |head, byte| head << 8 | Head::from(byte))
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
    fn every_line_of_a_long_table_is_found() {
        let words: Vec<String> = (1000..3000).map(|it| format!("wort{it}")).collect();
        let table = |behind: &str| {
            let lines = words.iter().map(|word| format!("{word}{behind}\n"));
            Sorted::new(Box::leak(lines.collect::<String>().into_boxed_str()))
        };
        let (bare, full) = (table(""), table("\t词"));
        for word in &words {
            assert!(bare.contains(word), "{word}");
            assert_eq!(full.entry(word), Some("词"), "{word}");
            assert!(!bare.contains(&format!("{word}a")) && full.entry(&word[..7]).is_none());
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
