//! Java's .properties.

use super::path::joined;
use crate::formats::escape::{json, unescaped};
use crate::formats::fault::Catalogue;
use crate::text::{Segment, line_ranges};
use std::ops::Range;

/// The units of a file. Any line is one, so nothing can be wrong with a file.
pub(in crate::formats) fn read(text: &str) -> Catalogue {
    let mut found = Catalogue::default();
    let mut notes = vec![];
    let mut lines = line_ranges(text);
    while let Some(line) = lines.next() {
        let words = text[line.clone()].trim_start();
        if let Some(note) = words.strip_prefix(['#', '!']) {
            found.comment(text, line);
            notes.extend((!note.trim().is_empty()).then(|| note.trim().to_owned()));
            continue;
        }
        if words.is_empty() {
            notes.clear();
            continue;
        }
        let mut end = line.end;
        while goes_on(&text[line.start..end]) {
            let Some(next) = lines.next() else { break };
            end = next.end;
        }
        let start = line.end - words.len();
        found.add(entry(text, start..end, std::mem::take(&mut notes)));
    }
    found
}

/// Whether a line ends with a backslash that no other one escapes.
fn goes_on(line: &str) -> bool {
    (line.len() - line.trim_end_matches('\\').len()) % 2 == 1
}

fn entry(text: &str, line: Range<usize>, notes: Vec<String>) -> Segment {
    let words = &text[line.clone()];
    let key = key_length(words);
    let after = words[key..].trim_start_matches([' ', '\t', '\u{c}']);
    let after = after.strip_prefix(['=', ':']).unwrap_or(after);
    let value = after.trim_start_matches([' ', '\t', '\u{c}']);
    let id = unescaped(&words[..key], 0, escape);
    Segment {
        id: Some(joined([id.as_str()])),
        target: unescaped(value, line.end - value.len(), escape),
        notes,
        ..Segment::default()
    }
}

fn key_length(words: &str) -> usize {
    let mut chars = words.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            '=' | ':' | ' ' | '\t' | '\u{c}' => return at,
            _ => {}
        }
    }
    words.len()
}

/// A backslash at the end of a line leaves the line end and the next line's indent out.
fn escape(text: &str) -> (Option<char>, usize) {
    let rest = &text[1..];
    let ending = if rest.starts_with("\r\n") { 2 } else { 1 };
    if rest.starts_with(['\n', '\r']) {
        let next = rest[ending..].trim_start_matches([' ', '\t', '\u{c}']);
        return (None, text.len() - next.len());
    }
    match rest.chars().next() {
        // `\b` is no escape here.
        Some('b') => (Some('b'), 2),
        _ => json(text),
    }
}
