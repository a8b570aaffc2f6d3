use std::cmp::Ordering;

/// A table whose lines are sorted by the bytes of their keys, searched as it lies in the program:
/// nothing is read or built before the first question.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sorted(&'static str);

impl Sorted {
    pub(crate) const fn new(table: &'static str) -> Self {
        Self(table)
    }

    /// The line that is `key` itself, or begins with it and a `separator`.
    pub(crate) fn line(self, key: &str, separator: u8) -> Option<&'static str> {
        self.find(|line| {
            let end = line.bytes().position(|byte| byte == separator).unwrap_or(line.len());
            line.as_bytes()[..end].cmp(key.as_bytes())
        })
    }

    /// Whether `key` is a line of the table.
    pub(crate) fn contains(self, key: &str) -> bool {
        !key.is_empty() && self.find(|line| line.cmp(key)).is_some()
    }

    /// The line that `order` calls equal; `order` says where a line stands beside what is sought.
    pub(crate) fn find(self, order: impl Fn(&str) -> Ordering) -> Option<&'static str> {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            let (start, end) = self.line_around(low + (high - low) / 2);
            let line = &self.0[start..end];
            match order(line) {
                Ordering::Equal => return Some(line),
                Ordering::Less => low = end + 1,
                Ordering::Greater => high = start,
            }
        }
        None
    }

    /// Where the line that holds byte `at` starts and ends.
    fn line_around(self, at: usize) -> (usize, usize) {
        let bytes = self.0.as_bytes();
        let start =
            bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        let end = bytes[at..].iter().position(|byte| *byte == b'\n');
        (start, end.map_or(bytes.len(), |more| at + more))
    }
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
    fn a_table_may_be_empty_or_lack_the_last_newline() {
        assert!(!Sorted::new("").contains("a"));
        assert!(!Sorted::new("a\n").contains(""));
        assert!(Sorted::new("a\nb").contains("b"));
    }
}
