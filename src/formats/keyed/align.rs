//! Leads the characters of a value back to the file, where a library gives the value and the
//! place of the whole of it.

use crate::formats::gather::Gather;
use crate::text::Text;
use std::ops::Range;

/// How a value is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) escapes: Escapes,
    pub(super) folds: Folds,
}

/// How a value writes what cannot stand in it as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Escapes {
    None,
    /// A backslash before it.
    Backslash,
    /// Single quotes are doubled.
    Doubled,
}

/// Whether a space of the value may be the end of a line in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folds {
    No,
    /// It is, with the spaces before the line end.
    All,
    /// It is, and spaces before the line end stand for themselves.
    Ends,
}

/// What the next bytes of the file are to the next character of the value.
enum Step {
    /// The character stands for so many of them.
    Is(usize),
    /// So many of them are indents, or the ends of lines that were joined.
    LeaveOut(usize),
    Lost,
}

/// The text of a `value` that is written at these bytes of the file.
pub(super) fn aligned(text: &str, raw: Range<usize>, value: &str, style: Style) -> Text {
    let mut gather = Gather::from(raw.start);
    let mut at = raw.start;
    for c in value.chars() {
        let length = loop {
            let rest = &text[at..raw.end];
            match step(rest, c, style) {
                Step::Is(length) => break length,
                Step::LeaveOut(length) => at += length,
                // What follows in the file is no copy of the value: its place is the best we know.
                Step::Lost => break rest.chars().next().map_or(0, char::len_utf8),
            }
        };
        // A line end that the library puts to the end of a file is not in it.
        if length == 0 {
            break;
        }
        if text[at..at + length].chars().eq([c]) && c != '\r' {
            gather.copy(&text[at..at + length], at);
        } else {
            gather.cell(c, at..at + length);
        }
        at += length;
    }
    gather.finish()
}

fn step(rest: &str, c: char, style: Style) -> Step {
    let space = rest.len() - rest.trim_ascii_start().len();
    let has_line_end = rest[..space].contains(['\n', '\r']);
    let folds = match style.folds {
        Folds::No => false,
        Folds::All => has_line_end,
        Folds::Ends => rest.starts_with(['\n', '\r']),
    };
    match c {
        _ if style.escapes == Escapes::Backslash && rest.starts_with('\\') => escape(rest),
        '\'' if style.escapes == Escapes::Doubled && rest.starts_with("''") => Step::Is(2),
        '\n' if rest.starts_with("\r\n") => Step::Is(2),
        '\n' if rest.starts_with('\r') => Step::Is(1),
        ' ' if folds => Step::Is(space),
        _ if rest.starts_with(c) => Step::Is(c.len_utf8()),
        '\n' if has_line_end => Step::LeaveOut(rest.find(['\n', '\r']).unwrap_or(space)),
        _ if space > 0 => Step::LeaveOut(rest[..space].find(c).unwrap_or(space)),
        _ => Step::Lost,
    }
}

/// An escape by its length. One of a line end stands for nothing, with the next line's indent.
fn escape(rest: &str) -> Step {
    let after = rest[1..].trim_start_matches([' ', '\t']);
    if after.starts_with(['\n', '\r']) {
        let ending = if after.starts_with("\r\n") { 2 } else { 1 };
        let next = after[ending..].trim_start_matches([' ', '\t']);
        return Step::LeaveOut(rest.len() - next.len());
    }
    let length = match rest[1..].chars().next() {
        Some('x') => 4,
        Some('u') => 6,
        Some('U') => 10,
        Some(c) => 1 + c.len_utf8(),
        None => 1,
    };
    Step::Is(if rest.is_char_boundary(length) { length } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::{Escapes, Folds, Style, aligned};
    use crate::text::Span;

    const PLAIN: Style = Style { escapes: Escapes::None, folds: Folds::All };
    const ESCAPED: Style = Style { escapes: Escapes::Backslash, folds: Folds::All };
    const DOUBLED: Style = Style { escapes: Escapes::Doubled, folds: Folds::All };
    const BLOCK: Style = Style { escapes: Escapes::None, folds: Folds::Ends };

    /// What stands in the file for the last of the characters `part` of a value.
    fn raw<'t>(text: &'t str, value: &str, style: Style, part: &str) -> &'t str {
        let found = aligned(text, 0..text.len(), value, style);
        assert_eq!(found.as_str(), value);
        let at = value.rfind(part).expect("is there");
        &text[found.in_raw(Span::from(at..at + part.len())).range()]
    }

    #[test]
    fn folded_lines_and_escapes_lead_back() {
        let folded = "甲，\n    乙\r\n\r\n  丙";
        assert_eq!(raw(folded, "甲， 乙\n丙", PLAIN, " "), "\n    ");
        assert_eq!(raw(folded, "甲， 乙\n丙", PLAIN, "丙"), "丙");
        assert_eq!(raw("甲 - \n  乙", "甲 -  乙", BLOCK, " "), "\n  ");
        let escaped = "\\u7532\\x2C\\\n   乙\\\"";
        assert_eq!(raw(escaped, "甲,乙\"", ESCAPED, "甲,"), "\\u7532\\x2C");
        assert_eq!(raw(escaped, "甲,乙\"", ESCAPED, "乙\""), "乙\\\"");
        assert_eq!(raw("甲\\\n\n  乙", "甲\n乙", ESCAPED, "乙"), "乙");
        assert_eq!(raw("it''s", "it's", DOUBLED, "'"), "''");
        assert_eq!(raw("甲  \n\n  乙", "甲\n乙", PLAIN, "乙"), "乙");
        assert_eq!(raw("  \t甲", "\t甲", BLOCK, "\t"), "\t");
    }
}
