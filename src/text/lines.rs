/// The lines of a text: finds line and column of a byte.
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<u32>,
    first: u32,
}

/// Where a byte stands, for people and for editors; everything is counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line's number in the file.
    pub line: u32,
    /// The column in characters (code points).
    pub column: u32,
    /// The column in UTF-16 code units.
    pub column_utf16: u32,
}

impl<'t> Lines<'t> {
    /// The lines of `text`, whose first one has the number `first`.
    pub fn of(text: &'t str, first: u32) -> Self {
        let after = |(at, _)| u32::try_from(at + 1).expect("formats refuse a text of 4 GiB");
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(after)).collect();
        Self { text, starts, first }
    }

    /// The position of a byte of the text.
    pub fn position(&self, byte: u32) -> Position {
        let nth = self.nth(byte);
        let before = &self.text[self.starts[nth] as usize..byte as usize];
        let count = |n: usize| u32::try_from(n + 1).expect("a line is shorter than its text");
        Position {
            line: self.line(byte),
            column: count(before.chars().count()),
            column_utf16: count(before.chars().map(char::len_utf16).sum()),
        }
    }

    /// The number of the line that a byte stands on.
    pub fn line(&self, byte: u32) -> u32 {
        self.first + u32::try_from(self.nth(byte)).expect("lines are fewer than bytes")
    }

    fn nth(&self, byte: u32) -> usize {
        self.starts.partition_point(|start| *start <= byte) - 1
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn columns_count_characters_and_code_units() {
        let text = "一\n二😀三";
        let lines = Lines::of(text, 1);
        let at =
            lines.position(u32::try_from(text.find('三').expect("is there")).expect("is small"));
        assert_eq!((at.line, at.column, at.column_utf16), (2, 3, 4));
        assert_eq!(lines.position(0).line, 1);
    }
}
