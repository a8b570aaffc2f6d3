use super::{Span, chars};

/// The sentences of a text, in order and without gaps; spaces after a sentence belong to it.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = vec![];
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if chars::is_terminal(c) || c == '\n' {
            found.push(Span::from(start..end));
            start = end;
        }
    }
    if start < text.len() {
        found.push(Span::from(start..text.len()));
    }
    found
}
