//! YAML. Anchors are not expanded. Behind what is broken the reading goes on.

mod sections;

use super::align::{Escapes, Folds, Style, aligned};
use super::path::joined;
use crate::formats::fault::Catalogue;
use crate::formats::remark::in_lines;
use crate::text::{Segment, Span, Text, Variant};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle};
use sections::Sections;
use std::ops::Range;

/// Mappings and lists that may stand inside each other.
const DEEPEST: usize = 256;

const HELP: &str = "the file is not well-formed YAML; what could be read of it is checked";

/// The units of a file.
pub(in crate::formats) fn read(text: &str) -> Catalogue {
    let starts = text.char_indices().map(|(at, _)| Span::from(at..at).start).collect();
    let (found, open) = (Catalogue::default(), vec![]);
    let mut reader = Reader { text, starts, before: 0, found, open, items: 0 };
    let (mut sections, mut next) = (Sections::of(text), Some(0..text.len()));
    while let Some(section) = next {
        let end = reader.section(section, &mut sections);
        next = end.and_then(|it| sections.next(&mut reader, it));
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
    /// How many characters stand before the part that is read.
    before: usize,
    found: Catalogue,
    open: Vec<Open>,
    /// How many items the list has before it that begins next.
    items: u32,
}

/// A mapping or a list that is being read.
struct Open {
    is_mapping: bool,
    /// The column of its keys or items; none in braces.
    column: Option<usize>,
    /// The key of the value that comes next.
    key: Option<String>,
    items: u32,
}

impl Reader<'_> {
    fn byte(&self, marker: Marker) -> usize {
        self.starts.get(self.before + marker.index()).map_or(self.text.len(), |it| *it as usize)
    }

    /// Reads a part of the file; gives the byte from which the reading goes on, if it does.
    fn section(&mut self, section: Range<usize>, sections: &mut Sections) -> Option<usize> {
        self.before = self.starts.partition_point(|it| (*it as usize) < section.start);
        // The last thing that was read, and how many units there were before it.
        let (mut last, mut units) = (section.start..section.start, self.found.paragraphs.len());
        for event in Parser::new_from_str(&self.text[section.clone()]) {
            let (event, span) = match event {
                Ok(event) => event,
                Err(error) => {
                    let at = self.byte(*error.marker());
                    self.found.fault(at, format!("not YAML: {}", error.info()), HELP);
                    return sections
                        .may_go_on(at.saturating_sub(section.start))
                        .then(|| self.behind(&last, at, units));
                }
            };
            let place = self.byte(span.start)..self.byte(span.end);
            if matches!(event, Event::Scalar(..)) {
                (last, units) = (place.clone(), self.found.paragraphs.len());
            }
            if !self.event(&event, place) {
                return None;
            }
        }
        Some(section.end)
    }

    /// The byte of the line behind the last thing that was read before the text broke at `at`. What
    /// breaks on its own line is not what stands there, and is given up with the units from this
    /// number on; a string of several lines then lacks its quotation mark further up.
    fn behind(&mut self, last: &Range<usize>, at: usize, units: usize) -> usize {
        let said = self.text[last.clone()].trim_ascii_end();
        let end = last.start + said.len();
        let is_cut = !self.text[end..at.max(end)].contains('\n');
        if is_cut {
            self.found.paragraphs.truncate(units);
        }
        let from = if is_cut { last.start } else { end };
        let line = self.text[from..].find('\n');
        line.map_or(self.text.len(), |it| from + it + 1)
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
                let items = std::mem::take(&mut self.items);
                let column = self.column(place.start);
                self.open.push(Open { is_mapping, column, key: None, items });
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

    /// The column of a mapping or a list that begins at this byte; none in braces.
    fn column(&self, at: usize) -> Option<usize> {
        let start = self.text[..at].rfind('\n').map_or(0, |it| it + 1);
        let is_flow = self.text[at..].starts_with(['{', '[']);
        (!is_flow).then(|| at - start)
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
