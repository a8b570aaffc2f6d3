//! Text on a terminal: graphemes, columns, cutting and wrapping.
//!
//! `tabled` halves a wide character and takes emoji apart when it cuts, so every cell is cut here
//! and handed over finished. Everything shown went through [`visible`]: nothing that a terminal
//! would obey is ever sent.

use crate::error::visible;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// One character as people count them, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// Its bytes in the text.
    pub(super) bytes: Range<usize>,
    /// What stands for it on the terminal.
    pub(super) shown: String,
    /// How many columns that takes.
    pub(super) width: usize,
}

/// The glyphs of `text` from byte `from` on.
pub(super) fn glyphs(text: &str, from: usize) -> impl Iterator<Item = Glyph> {
    text[from..].grapheme_indices(true).map(move |(at, cluster)| {
        let shown = visible(cluster);
        let width = shown.width();
        Glyph { bytes: from + at..from + at + cluster.len(), shown, width }
    })
}

/// How many columns `text` takes when it is shown.
pub(super) fn columns(text: &str) -> usize {
    glyphs(text, 0).map(|it| it.width).sum()
}

/// Whether `text` takes more than `limit` columns; looks no further than it must.
pub(super) fn is_wider(text: &str, limit: usize) -> bool {
    let mut width = 0;
    glyphs(text, 0).any(|it| {
        width += it.width;
        width > limit
    })
}

/// The start of `text` in at most `limit` columns, with an ellipsis if more follows.
pub(super) fn cut(text: &str, limit: usize) -> String {
    if !is_wider(text, limit) {
        return visible(text);
    }
    let (mut shown, mut width) = (String::new(), 0);
    for glyph in glyphs(text, 0) {
        width += glyph.width;
        if width >= limit {
            break;
        }
        shown.push_str(&glyph.shown);
    }
    shown.truncate(shown.trim_end().len());
    if limit > 0 { shown + "…" } else { shown }
}

/// `text` cut or filled up with blanks to exactly `width` columns.
pub(super) fn fit(text: &str, width: usize) -> String {
    let shown = cut(text, width);
    let blanks = width.saturating_sub(shown.width());
    shown + &" ".repeat(blanks)
}

/// The end of the row that starts at byte `from`: after the last place where a line may break by
/// the rules of Unicode (no full stop starts a row) and the row still fits, else after the last
/// glyph that fits. A row has a glyph at least.
pub(super) fn row_end(text: &str, from: usize, width: usize) -> usize {
    let (mut end, mut used) = (from, 0);
    for glyph in glyphs(text, from) {
        used += glyph.width;
        if used > width && end > from && !glyph.shown.trim().is_empty() {
            return break_before(text, from, end);
        }
        end = glyph.bytes.end;
        if glyph.shown.ends_with('␊') {
            return end;
        }
    }
    end
}

/// The last byte in `from + 1..=end` before which a row may end, or `end` where there is none
/// near: a row that is mostly blank reads worse than a word that is cut.
fn break_before(text: &str, from: usize, end: usize) -> usize {
    let near = text[from..].ceil_char_boundary((end - from) * 2 / 3);
    let after = text[end..].chars().next().map_or(0, char::len_utf8);
    let breaks = unicode_linebreak::linebreaks(&text[from..end + after]);
    let fitting = breaks.map(|(at, _)| from + at).take_while(|at| *at <= end);
    fitting.filter(|at| *at >= from + near && *at > from).last().unwrap_or(end)
}

/// `text` in rows of at most `width` columns, made visible.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let (mut rows, mut at) = (vec![], 0);
    while at < text.len() {
        let end = row_end(text, at, width);
        rows.push(visible(text[at..end].trim_end_matches(' ')));
        at = end;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{columns, cut, fit, glyphs, wrap};
    use unicode_width::UnicodeWidthStr;

    const FAMILY: &str = "👨‍👩‍👧‍👦";

    #[test]
    fn a_text_is_cut_between_graphemes() {
        assert_eq!(cut("信達雅", 6), "信達雅");
        assert_eq!(cut("信達雅", 5), "信達…");
        assert_eq!(cut("信達雅", 4), "信…");
        assert_eq!(cut("信達雅", 1), "…");
        assert_eq!(cut("信達雅", 0), "");
        assert_eq!(cut(&format!("一{FAMILY}二三"), 5), format!("一{FAMILY}…"));
        assert_eq!(cut("ne\u{301}e\u{301}e\u{301}", 3), "ne\u{301}…");
        assert_eq!(fit("信達雅", 4), "信… ");
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_shown() {
        assert_eq!(cut("a\x1b[31m字\t\u{202e}", 40), "a␛[31m字 <U+202E>");
        assert_eq!(columns("\t\x1b"), 2);
    }

    #[test]
    fn a_glyph_keeps_its_bytes() {
        let text = format!("a{FAMILY}字");
        let all: Vec<_> = glyphs(&text, 0).map(|it| (it.bytes, it.width)).collect();
        assert_eq!(all, [(0..1, 1), (1..26, 2), (26..29, 2)]);
    }

    #[test]
    fn rows_start_with_no_closing_mark_and_cut_no_word() {
        assert_eq!(wrap("他說這是一個決定。然後走了", 16), ["他說這是一個決", "定。然後走了"]);
        assert_eq!(wrap("two words here", 10), ["two words", "here"]);
        assert_eq!(wrap("abcdefghijkl", 5), ["abcde", "fghij", "kl"]);
        assert_eq!(wrap("一\n二", 9), ["一␊", "二"]);
        assert!(wrap("", 9).is_empty());
    }

    #[test]
    fn no_row_is_wider_than_asked() {
        let text =
            format!("{FAMILY}梅塔(Meta)的e\u{301}，“新，，，，，，，，”超級 Openai").repeat(9);
        for width in 2..40 {
            for row in wrap(&text, width) {
                assert!(row.width() <= width.max(2), "{width}: {row}");
            }
        }
    }
}
