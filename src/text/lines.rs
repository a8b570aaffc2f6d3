use super::Ruler;
use super::landmarks::small;
use std::cell::OnceCell;
use std::ops::Range;

/// The lines of a text: finds line and column of a byte.
///
/// A line ends at a line feed, at a carriage return, or at both together, as editors have it.
/// Looking a byte up costs the same on a line of five megabytes as on a short one.
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    text: &'t str,
    /// Made when a column is first asked for.
    ruler: OnceCell<Ruler<'t>>,
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
    /// The column in bytes of UTF-8.
    pub column_bytes: u32,
}

impl<'t> Lines<'t> {
    /// The lines of `text`, whose first one has the number `first`.
    pub fn of(text: &'t str, first: u32) -> Self {
        let starts = line_ranges(text).map(|line| small(line.start)).collect();
        Self { text, ruler: OnceCell::new(), starts, first }
    }

    /// The position of a byte of the text, or of the character that holds it.
    pub fn position(&self, byte: u32) -> Position {
        let ruler = self.ruler.get_or_init(|| Ruler::of(self.text));
        let (start, at) = (ruler.at(self.starts[self.nth(byte)]), ruler.at(byte));
        Position {
            line: self.line(byte),
            column: at.chars - start.chars + 1,
            column_utf16: at.utf16 - start.utf16 + 1,
            column_bytes: at.byte - start.byte + 1,
        }
    }

    /// The number of the line that a byte stands on.
    pub fn line(&self, byte: u32) -> u32 {
        self.first + small(self.nth(byte))
    }

    fn nth(&self, byte: u32) -> usize {
        self.starts.partition_point(|start| *start <= byte) - 1
    }
}

/// Where each line of `text` stands, its end left out. A final line end is followed by one more
/// line, which is empty.
pub fn line_ranges(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let length = text.as_bytes()[start..].iter().position(is_end);
        let end = length.map_or(text.len(), |length| start + length);
        next = length.map(|_| end + if text[end..].starts_with("\r\n") { 2 } else { 1 });
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::{Lines, Position, line_ranges};

    fn position(text: &str, of: char) -> (u32, u32, u32, u32) {
        let byte = text.find(of).and_then(|at| u32::try_from(at).ok()).expect("is there");
        let Position { line, column, column_utf16, column_bytes } =
            Lines::of(text, 1).position(byte);
        (line, column, column_utf16, column_bytes)
    }

    #[test]
    fn columns_count_characters_and_code_units() {
        assert_eq!(position("一\n二😀三", '三'), (2, 3, 4, 8));
        assert_eq!(position("一\n二😀三", '一'), (1, 1, 1, 1));
    }

    #[test]
    fn every_kind_of_line_end_ends_one_line() {
        assert_eq!(position("一\r\n二\r三\n\n四", '四'), (5, 1, 1, 1));
        assert_eq!(line_ranges("一\r\n\r\n").collect::<Vec<_>>(), [0..3, 5..5, 7..7]);
    }

    #[test]
    fn a_long_line_is_counted_in_steps() {
        let text = format!("首行\n{}終", "字😀".repeat(1000));
        assert_eq!(position(&text, '終'), (2, 2001, 3001, 7001));
    }

    #[test]
    fn the_end_of_a_text_has_a_position_too() {
        for text in ["", "a", &"b".repeat(512), "c\n"] {
            let end = u32::try_from(text.len()).expect("is small");
            let column = if text.ends_with('\n') { 1 } else { end + 1 };
            assert_eq!(Lines::of(text, 7).position(end).column, column);
        }
    }
}
