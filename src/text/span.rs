use std::ops::Range;

/// A half-open range of bytes in one text, always on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span as a range that slices a text.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many bytes it has.
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it has none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The span without the white space at both ends of what it has of `text`.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let said = &text[self.range()];
        let start = self.range().start + said.len() - said.trim_start().len();
        Self::from(start..start + said.trim().len())
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` is one of these.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        let at = |byte| u32::try_from(byte).expect("formats refuse a text of 4 GiB");
        Self { start: at(range.start), end: at(range.end) }
    }
}
