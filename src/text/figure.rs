//! Brackets and quotation marks that stand for something else: apostrophes, faces, numbers.

use super::chars;

/// Whether the same mark stands before it or behind it twice: such runs are another fault.
pub(super) fn is_run(text: &str, at: usize, c: char) -> bool {
    let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
    let twice =
        |chars: &mut dyn Iterator<Item = char>| chars.take(2).filter(|it| *it == c).count() == 2;
    let beside = before.ends_with(c) && after.starts_with(c);
    beside || twice(&mut before.chars().rev()) || twice(&mut after.chars())
}

/// Whether the mark is an apostrophe: a letter or a digit follows it at once.
pub(super) fn is_apostrophe(text: &str, at: usize, c: char) -> bool {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let (before, after) =
        (text[..at].chars().next_back(), text[at + c.len_utf8()..].chars().next());
    match c {
        '’' => word(before) && word(after),
        '‘' => word(before) || after.is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// Whether a bracket closes the number of an item: `1)`, `a)`, `（二）`.
pub(super) fn is_item(text: &str, at: usize, mark: char) -> bool {
    const NUMERALS: &str = "一二三四五六七八九十ivx";
    let before = &text[..at];
    let is_numeral = |c: char| c.is_ascii_digit() || NUMERALS.contains(c);
    let rest = before.trim_end_matches(is_numeral);
    let length = before.len() - rest.len();
    let letter = before.ends_with(|c: char| c.is_ascii_alphabetic());
    let rest = if length == 0 && letter { &before[..at - 1] } else { rest };
    let is_free = rest.chars().next_back().is_none_or(|c| !chars::is_alphanumeric(c) && c != '.');
    mark == ')' && rest.len() < at && length <= 9 && is_free
}

/// Whether a bracket belongs to a face, `:)`: it stands beside an eye, and opens nothing.
pub(super) fn is_face(text: &str, at: usize, c: char) -> bool {
    let (before, after) =
        (text[..at].chars().next_back(), text[at + c.len_utf8()..].chars().next());
    let opens = matches!(c, '(' | '（') && after.is_some_and(chars::is_alphanumeric);
    let is_bracket = matches!(c, '(' | ')' | '（' | '）');
    is_bracket && !opens && (is_eye(before) || c == '(' && is_eye(after))
}

fn is_eye(c: Option<char>) -> bool {
    let is_ordinary = |c: char| {
        c >= '\u{1f000}'
            || chars::is_alphanumeric(c)
            || c.is_whitespace()
            || chars::is_stop(c)
            || chars::is_opener(c)
            || chars::is_closer(c)
            || "\"'%/$€£¥+~&".contains(c)
    };
    c.is_some_and(|c| !is_ordinary(c) || matches!(c, ':' | ';' | '=' | '：' | '；'))
}
