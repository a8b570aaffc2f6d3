//! Where the reading goes on behind what is broken: at the next line that stands where the keys or
//! the items of a mapping or a list that is open stand.

use super::{Open, Reader};
use std::ops::Range;

/// So many places at which a file is broken are passed over.
const MOST: usize = 100;

/// What is looked at, in lengths of the file, before the rest of a broken one is given up; and so
/// many bytes at least.
const TIMES: usize = 8;
const LEAST: usize = 1 << 20;

/// Parts of a file that are read one after the other.
pub(super) struct Sections {
    broken: usize,
    left: usize,
}

impl Sections {
    pub(super) fn of(text: &str) -> Self {
        Self { broken: 0, left: text.len() * TIMES + LEAST }
    }

    /// Whether the reading may go on after it broke off so many bytes behind where it began.
    pub(super) fn may_go_on(&mut self, read: usize) -> bool {
        self.broken += 1;
        self.takes(read) && self.broken < MOST
    }

    fn takes(&mut self, bytes: usize) -> bool {
        let left = self.left.checked_sub(bytes);
        self.left = left.unwrap_or_default();
        left.is_some()
    }

    /// The next part that can be read, from the line on that begins at this byte or behind it. What
    /// is open then is what stands around it.
    pub(super) fn next(&mut self, reader: &mut Reader, from: usize) -> Option<Range<usize>> {
        let mut start = from;
        for line in reader.text.get(from..)?.split_inclusive('\n') {
            let bare = line.trim_ascii();
            if bare == "---" || line.starts_with("--- ") {
                reader.open.clear();
                return Some(start..reader.text.len());
            }
            if let Some(column) = column(line).filter(|it| reader.goes_on(*it, bare)) {
                let end = start + length(&reader.text[start..], column);
                return self.takes(end - start).then_some(start..end);
            }
            start += line.len();
        }
        None
    }
}

/// Where the words of a line begin; nowhere in one that is blank or a comment.
fn column(line: &str) -> Option<usize> {
    let words = line.trim_start_matches(' ');
    let is_blank = words.trim_ascii().is_empty() || words.starts_with(['#', '\t']);
    (!is_blank).then_some(line.len() - words.len())
}

/// How long the part is that a text begins with: up to a line that begins further left.
fn length(text: &str, column: usize) -> usize {
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        if column > 0 && self::column(line).is_some_and(|it| it < column) {
            break;
        }
        length += line.len();
    }
    length
}

impl Reader<'_> {
    /// Whether a line with these words at this column goes on with a mapping or a list that is
    /// open. That is taken from what is open, since it will be read as one that begins.
    fn goes_on(&mut self, column: usize, line: &str) -> bool {
        let is_item = line == "-" || line.starts_with("- ");
        let is_key = line.ends_with(':') || line.contains(": ");
        let fits = |it: &Open| it.column == Some(column) && it.is_mapping != is_item;
        let Some(nth) = self.open.iter().rposition(fits).filter(|_| is_item || is_key) else {
            return false;
        };
        self.items = if is_item { self.open[nth].items + 1 } else { 0 };
        self.open.truncate(nth);
        true
    }
}
