//! YAML. Anchors are not expanded. What is broken ends the reading: what stands behind it depends
//! on what stands before.

use super::align::{Escapes, Folds, Style, aligned};
use super::path::joined;
use crate::formats::fault::Catalogue;
use crate::formats::remark::in_lines;
use crate::text::{Segment, Span, Text, Variant};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle};
use std::ops::Range;

/// Mappings and lists that may stand inside each other.
const DEEPEST: usize = 256;

const HELP: &str = "the file is not well-formed YAML; what stands before this place is checked";

/// The units of a file.
pub(in crate::formats) fn read(text: &str) -> Catalogue {
    let starts = text.char_indices().map(|(at, _)| Span::from(at..at).start).collect();
    let mut reader = Reader { text, starts, found: Catalogue::default(), open: vec![] };
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = reader.byte(*error.marker());
                reader.found.fault(at, format!("not YAML: {}", error.info()), HELP);
                break;
            }
        };
        let place = reader.byte(span.start)..reader.byte(span.end);
        if !reader.event(&event, place) {
            break;
        }
    }
    let Reader { mut found, .. } = reader;
    let texts = found
        .paragraphs
        .iter()
        .flat_map(|it| &it.segments)
        .map(|it| it.target.in_raw(Span::from(0..it.target.as_str().len())));
    let texts: Vec<Range<usize>> = texts.map(Span::range).collect();
    found.remarks = in_lines(text, &['#'], &texts);
    without_language(found)
}

struct Reader<'t> {
    text: &'t str,
    /// The first byte of every character: the library counts characters.
    starts: Vec<u32>,
    found: Catalogue,
    open: Vec<Open>,
}

/// A mapping or a list that is being read.
struct Open {
    is_mapping: bool,
    /// The key of the value that comes next.
    key: Option<String>,
    items: u32,
}

impl Reader<'_> {
    fn byte(&self, marker: Marker) -> usize {
        self.starts.get(marker.index()).map_or(self.text.len(), |it| *it as usize)
    }

    /// Takes an event in; whether to go on.
    fn event(&mut self, event: &Event, place: Range<usize>) -> bool {
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                if self.open.len() == DEEPEST {
                    let what = format!("more than {DEEPEST} mappings and lists inside each other");
                    self.found.fault(place.start, what, HELP);
                    return false;
                }
                let is_mapping = matches!(event, Event::MappingStart(..));
                self.open.push(Open { is_mapping, key: None, items: 0 });
            }
            Event::MappingEnd | Event::SequenceEnd => {
                self.open.pop();
                self.next();
            }
            Event::Alias(_) => self.next(),
            Event::Scalar(value, style, ..) => self.scalar(value, *style, place),
            _ => {}
        }
        true
    }

    /// A value has ended: a key is awaited, or the next item.
    fn next(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.items += 1;
            // A mapping as a key has no name.
            open.key = (open.is_mapping && open.key.is_none()).then(String::new);
        }
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, place: Range<usize>) {
        let awaits_key = self.open.last().is_some_and(|it| it.is_mapping && it.key.is_none());
        if awaits_key {
            if let Some(open) = self.open.last_mut() {
                open.key = Some(value.to_owned());
            }
            return;
        }
        if style != ScalarStyle::Plain || is_text(value) {
            let id = Some(self.path());
            let target = self.text_of(value, style, place);
            self.found.add(Segment { id, target, ..Segment::default() });
        }
        self.next();
    }

    fn path(&self) -> String {
        let name = |it: &Open| it.key.clone().unwrap_or_else(|| it.items.to_string());
        joined(self.open.iter().map(name))
    }

    fn text_of(&self, value: &str, style: ScalarStyle, place: Range<usize>) -> Text {
        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let place = if is_block { self.block(place) } else { self.flow(place, style) };
        let (escapes, folds) = match style {
            ScalarStyle::Plain => (Escapes::None, Folds::All),
            ScalarStyle::SingleQuoted => (Escapes::Doubled, Folds::All),
            ScalarStyle::DoubleQuoted => (Escapes::Backslash, Folds::All),
            ScalarStyle::Literal => (Escapes::None, Folds::No),
            ScalarStyle::Folded => (Escapes::None, Folds::Ends),
        };
        aligned(self.text, place, value, Style { escapes, folds })
    }

    /// Where a plain or quoted scalar stands, without its quotes: a tag, an anchor and a comment
    /// before it are no part of it.
    fn flow(&self, place: Range<usize>, style: ScalarStyle) -> Range<usize> {
        let mut raw = &self.text[place.clone()];
        while raw.starts_with(['!', '&', '#']) {
            let is_end = |c: char| c == '\n' || c.is_ascii_whitespace() && !raw.starts_with('#');
            raw = raw[raw.find(is_end).unwrap_or(raw.len())..].trim_ascii_start();
        }
        let mark = match style {
            ScalarStyle::SingleQuoted => "'",
            ScalarStyle::DoubleQuoted => "\"",
            _ => "",
        };
        let inside = raw.strip_prefix(mark).unwrap_or(raw);
        let start = place.end - inside.len();
        start..start + inside.strip_suffix(mark).unwrap_or(inside).len()
    }

    /// Where the lines of a block scalar stand, those that are blank before the first one too.
    fn block(&self, place: Range<usize>) -> Range<usize> {
        let before = &self.text[..place.start];
        let line = before.rsplit('\n').next().unwrap_or_default();
        // The place begins on the line of the header, or on the first one that is not blank.
        let has_header = !line.trim_ascii().is_empty();
        let start = if has_header { place.start } else { before.trim_ascii_end().len() };
        let lines = &self.text[start..place.end];
        start + lines.find('\n').map_or(0, |at| at + 1)..place.end
    }
}

/// Whether a plain scalar is a string: no number, no truth value, not nothing.
fn is_text(value: &str) -> bool {
    let word = value.to_ascii_lowercase();
    let is_other = matches!(word.as_str(), "" | "~" | "null" | "true" | "false");
    !is_other && value.parse::<f64>().is_err()
}

/// Catalogues of Rails have their language as the outermost key: it is no part of the names.
fn without_language(mut found: Catalogue) -> Catalogue {
    let segments = || found.paragraphs.iter().flat_map(|it| &it.segments);
    let first = segments().next().and_then(|it| it.id.clone()).unwrap_or_default();
    let Some((language, _)) = first.split_once('.').filter(|(it, _)| is_language(it)) else {
        return found;
    };
    let start = format!("{language}.");
    if !segments().all(|it| it.id.as_ref().is_some_and(|id| id.starts_with(&start))) {
        return found;
    }
    let variant: Option<Variant> = language.parse().ok();
    for segment in found.paragraphs.iter_mut().flat_map(|it| &mut it.segments) {
        segment.id = segment.id.take().map(|id| id[start.len()..].to_owned());
        segment.variant = variant;
    }
    found
}

/// Whether a key is the tag of a language: `zh-TW`, `en`, `pt_BR`.
fn is_language(key: &str) -> bool {
    let mut parts = key.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|it| it.is_ascii_lowercase())
        && parts.all(|it| {
            (2..=8).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric())
        })
}
