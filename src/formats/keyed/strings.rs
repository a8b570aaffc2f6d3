//! Apple's .strings: `"key" = "value";`, comments before it.

use super::path::joined;
use super::scan::string;
use crate::formats::escape::{json, unescaped, unicode};
use crate::formats::fault::Catalogue;
use crate::text::Segment;
use std::ops::Range;

const SHAPE: &str = "a line of .strings is \"key\" = \"value\";";

/// The units of a file.
pub(in crate::formats) fn read(text: &str) -> Catalogue {
    let mut reader = Reader { text, at: 0, found: Catalogue::default(), notes: vec![] };
    while reader.step() {}
    reader.found
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    found: Catalogue,
    notes: Vec<String>,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn step(&mut self) -> bool {
        self.at += self.rest().len() - self.rest().trim_start().len();
        if self.rest().is_empty() {
            return false;
        }
        if !self.comment() && !self.entry() {
            self.found.fault(self.at, "this is no entry of .strings", SHAPE);
            self.at += self.rest().find(['\n', '\r']).unwrap_or(self.rest().len());
        }
        true
    }

    fn comment(&mut self) -> bool {
        let rest = self.rest();
        let (note, length) = if let Some(note) = rest.strip_prefix("/*") {
            let end = note.find("*/").unwrap_or(note.len());
            (&note[..end], (end + 4).min(rest.len()))
        } else if let Some(note) = rest.strip_prefix("//") {
            let end = note.find(['\n', '\r']).unwrap_or(note.len());
            (&note[..end], end + 2)
        } else {
            return false;
        };
        self.found.comment(self.text, self.at..self.at + length);
        self.notes.extend((!note.trim().is_empty()).then(|| note.trim().to_owned()));
        self.at += length;
        true
    }

    /// Reads `key = value;`. What is missing at its end is said, and the value is read.
    fn entry(&mut self) -> bool {
        let start = self.at;
        let found = self.word().and_then(|key| {
            self.mark('=')?;
            self.word().map(|value| (key, value))
        });
        let Some((key, value)) = found else {
            self.at = start;
            return false;
        };
        if self.mark(';').is_none() {
            self.found.fault(self.at, "`;` is missing after the value", SHAPE);
        }
        let words = |it: Range<usize>| unescaped(&self.text[it.clone()], it.start, escape);
        let id = Some(joined([words(key).as_str()]));
        let notes = std::mem::take(&mut self.notes);
        self.found.add(Segment { id, target: words(value), notes, ..Segment::default() });
        true
    }

    /// The inside of a string in quotes, which may go over lines, or a plain word.
    fn word(&mut self) -> Option<Range<usize>> {
        self.at += self.rest().len() - self.rest().trim_start().len();
        if !self.rest().starts_with('"') {
            let is_part = |c: char| c.is_ascii_alphanumeric() || "_.-$/:".contains(c);
            let length = self.rest().find(|c| !is_part(c)).unwrap_or(self.rest().len());
            let word = self.at..self.at + length;
            self.at = word.end;
            return (length > 0).then_some(word);
        }
        let start = self.at;
        let mut end = string(self.text, start);
        // The strings of this format may go over line ends.
        while !end.1 && end.0.end < self.text.len() && !begins_entry(&self.text[end.0.end..]) {
            end = string(self.text, end.0.end);
        }
        if !end.1 {
            self.found.fault(start, "a string is not closed", SHAPE);
        }
        self.at = end.0.end + usize::from(end.1);
        Some(start + 1..end.0.end)
    }

    fn mark(&mut self, mark: char) -> Option<()> {
        let rest = self.rest().trim_start();
        rest.starts_with(mark).then(|| self.at = self.text.len() - rest.len() + 1)
    }
}

/// Whether the next line begins an entry, so that the string before it cannot reach over it.
fn begins_entry(text: &str) -> bool {
    let line = text.trim_start().lines().next().unwrap_or_default();
    line.starts_with('"') && line.contains("\" =")
}

/// `\U4e2d` beside the escapes of C.
fn escape(text: &str) -> (Option<char>, usize) {
    if text[1..].starts_with('U') { unicode(text, 'U') } else { json(text) }
}
