//! How a table writes a rendering that is wrong only in a context: `加入[元]的`.

use super::index::is_wordlike;
use crate::text::chars;
use std::ops::Range;

/// A forbidden rendering without its brackets, and the characters that stood in them, or all.
pub(super) fn bracketed(text: &str) -> (String, Range<usize>) {
    let chars = |text: &str| text.chars().count();
    let parts = text.split_once('[').and_then(|(head, rest)| {
        let (wrong, tail) = rest.split_once(']')?;
        let wrong_at = chars(head)..chars(head) + chars(wrong);
        Some((format!("{head}{wrong}{tail}"), wrong_at))
    });
    parts.unwrap_or_else(|| (text.to_owned(), 0..chars(text)))
}

/// The text with a space between Latin and Chinese, as many houses set them: `Docker [图片]`.
pub(super) fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    let mut last = ' ';
    for c in text.chars() {
        let meets =
            (is_wordlike(last) && chars::is_han(c)) || (chars::is_han(last) && is_wordlike(c));
        if meets && out.ends_with('[') {
            out.insert(out.len() - 1, ' ');
        } else if meets {
            out.push(' ');
        }
        last = if matches!(c, '[' | ']') { last } else { c };
        out.push(c);
    }
    out
}
