//! Chooses what of a long text is shown around its marks, in rows of a given width.
//!
//! `annotate-snippets` was tried for this: it puts a whole paragraph of several marks on one row,
//! wider than the terminal, and takes emoji apart. A translated paragraph is one line of
//! hundreds of characters, so it is laid out in rows here, and rows without marks are left out.

use super::layout::{columns, glyphs, is_wider, row_end};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A row of the text. Rows that follow each other without a gap form a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Its bytes.
    pub(super) bytes: Range<usize>,
    /// Whether text was left out before it.
    pub(super) after_gap: bool,
}

/// The rows of `text` that show every span of `marks` with some text around it.
pub(super) fn rows(text: &str, marks: &[Range<usize>], width: usize) -> Vec<Row> {
    let mut wanted: Vec<Range<usize>> =
        marks.iter().flat_map(|mark| edges(text, mark, width)).collect();
    wanted.sort_by_key(|it| (it.start, it.end));
    let (mut rows, mut at) = (vec![], 0);
    for part in wanted {
        let mut after_gap = false;
        if part.start > at && is_wider(&text[at..part.start], width) {
            at = before(text, at, part.start, width / 3);
            after_gap = true;
        }
        while at < part.end.max(part.start + 1).min(text.len()) {
            let end = row_end(text, at, width);
            rows.push(Row { bytes: at..end, after_gap });
            (at, after_gap) = (end, false);
        }
    }
    rest(text, at, width, &mut rows);
    rows
}

/// Ends the last window with the text's end, if one more row is enough for that.
fn rest(text: &str, at: usize, width: usize, rows: &mut Vec<Row>) {
    let few = at > 0 && at < text.len() && !is_wider(&text[at..], width);
    if few || text.is_empty() {
        rows.push(Row { bytes: at..text.len(), after_gap: false });
    }
}

/// What of a mark must be seen: all of it, or its two ends when it is long.
fn edges(text: &str, mark: &Range<usize>, width: usize) -> Vec<Range<usize>> {
    if !is_wider(&text[mark.clone()], 4 * width) {
        return vec![mark.clone()];
    }
    let first = row_end(text, mark.start, width);
    let last = before(text, first, mark.end, width / 2);
    vec![mark.start..first, last..mark.end]
}

/// Where a window begins that shows byte `at`: up to `limit` columns before it, after a stop if
/// there is one.
fn before(text: &str, from: usize, at: usize, limit: usize) -> usize {
    let (mut start, mut used) = (at, 0);
    for (offset, cluster) in text[from..at].grapheme_indices(true).rev() {
        used += columns(cluster);
        if used > limit {
            break;
        }
        if start < at && cluster.starts_with(crate::text::chars::is_stop) {
            return start;
        }
        start = from + offset;
    }
    start
}

/// The columns of a row at which its glyphs start, and the column after the last.
pub(super) struct Columns(Vec<(usize, usize)>);

impl Columns {
    /// The columns of the row of `text` that holds these bytes.
    pub(super) fn of(text: &str, row: &Range<usize>) -> Self {
        let (mut starts, mut column) = (vec![], 0);
        for glyph in glyphs(&text[..row.end], row.start) {
            starts.push((glyph.bytes.start, column));
            column += glyph.width;
        }
        starts.push((row.end, column));
        Self(starts)
    }

    /// The columns that a span takes in the row, none if it stands elsewhere. A span of no bytes
    /// takes the one column where something is missing.
    pub(super) fn of_span(&self, span: &Range<usize>, is_last: bool) -> Option<Range<usize>> {
        let (first, end) = (self.0[0].0, self.0[self.0.len() - 1].0);
        let after = span.start > end || span.start == end && !(is_last && span.is_empty());
        if after || span.end < first || span.end == first && span.start < first {
            return None;
        }
        let from = self.column(span.start.max(first), false);
        let to = self.column(span.end.min(end), true);
        Some(from..to.max(from + 1))
    }

    /// The column of the glyph that holds `byte`, or of the first one from there on.
    fn column(&self, byte: usize, up: bool) -> usize {
        let next = self.0.partition_point(|(start, _)| *start < byte);
        let exact = self.0[next].0 == byte;
        self.0[if exact || up { next } else { next - 1 }].1
    }
}

#[cfg(test)]
mod tests {
    use super::{Columns, Row, rows};
    use std::ops::Range;

    fn find(text: &str, part: &str) -> Range<usize> {
        let at = text.find(part).expect("it is there");
        at..at + part.len()
    }

    fn shown<'t>(text: &'t str, rows: &[Row]) -> Vec<(&'t str, bool)> {
        rows.iter().map(|row| (&text[row.bytes.clone()], row.after_gap)).collect()
    }

    #[test]
    fn rows_without_marks_are_left_out() {
        let text = format!("{}，他說這是這是好的。{}", "前".repeat(60), "後".repeat(60));
        let rows = rows(&text, std::slice::from_ref(&find(&text, "這是這是")), 20);
        assert_eq!(shown(&text, &rows), [("他說這是這是好的。後", true)]);
    }

    #[test]
    fn near_marks_share_a_window() {
        let text = "一二三四五六七八九十".repeat(6);
        let marks = [find(&text, "二"), 36..39, 150..156];
        let rows = rows(&text, &marks, 20);
        let gaps: Vec<bool> = rows.iter().map(|it| it.after_gap).collect();
        assert_eq!(gaps, [false, false, true, false]);
    }

    #[test]
    fn a_long_mark_shows_its_ends() {
        let text = "甲".repeat(2000);
        let mark = 300..5700;
        let rows = rows(&text, std::slice::from_ref(&mark), 40);
        assert!(rows.len() < 6, "{rows:?}");
        assert!(rows.iter().any(|it| it.bytes.contains(&300)));
        assert!(rows.iter().any(|it| it.bytes.contains(&5699)));
    }

    #[test]
    fn an_empty_text_has_a_row_for_its_mark() {
        let mark = 0..0;
        assert_eq!(
            rows("", std::slice::from_ref(&mark), 20),
            [Row { bytes: 0..0, after_gap: false }]
        );
        let columns = Columns::of("", &(0..0));
        assert_eq!(columns.of_span(&(0..0), true), Some(0..1));
    }

    #[test]
    fn columns_follow_wide_joined_and_combining_characters() {
        let text = "a\t👨‍👩‍👧‍👦e\u{301}字\u{202e}x";
        let columns = Columns::of(text, &(0..text.len()));
        let at = |part| columns.of_span(&find(text, part), true);
        assert_eq!(at("\t"), Some(1..2));
        assert_eq!(at("👩"), Some(2..4));
        assert_eq!(at("\u{301}"), Some(4..5));
        assert_eq!(at("字"), Some(5..7));
        assert_eq!(at("x"), Some(15..16));
        assert_eq!(columns.of_span(&(text.len()..text.len()), true), Some(16..17));
        assert_eq!(columns.of_span(&(text.len()..text.len()), false), None);
    }
}
