use crate::text::{Document, Given, Lines, Place, Position, Segment, Span, Text};
use serde::Serialize;
use std::cell::OnceCell;

/// A span of a segment's target as given, inline elements at their full length, in every unit;
/// and where it begins in the file.
#[derive(Debug, Serialize)]
pub(super) struct Range {
    chars: [u32; 2],
    bytes: [u32; 2],
    utf16: [u32; 2],
    line: u32,
    column: u32,
}

/// Where a span stands in the file: its first character, and the one behind its last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Region {
    pub(super) start: Position,
    pub(super) end: Position,
}

/// The places of a document, each ruler made when it is first asked for.
pub(super) struct Places<'d> {
    document: &'d Document,
    lines: Lines<'d>,
    rulers: Vec<Vec<OnceCell<Given<'d>>>>,
}

impl<'d> Places<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let rulers = document.paragraphs.iter();
        let rulers = rulers.map(|it| it.segments.iter().map(|_| OnceCell::new()).collect());
        Self {
            document,
            lines: Lines::of(&document.raw, document.first_line),
            rulers: rulers.collect(),
        }
    }

    /// The file's line that a segment begins on.
    pub(super) fn line(&self, place: Place) -> u32 {
        let start = |it: &Segment| it.target.in_raw(Span::default()).start;
        self.segment(place).map_or(self.document.first_line, |it| self.line_of(start(it)))
    }

    /// The line that a byte of the document stands on, as people count.
    fn line_of(&self, byte: u32) -> u32 {
        let counted = &self.document.line_starts;
        let passed = counted.partition_point(|(start, _)| *start <= byte);
        let last = passed.checked_sub(1).map(|nth| counted[nth].1);
        last.unwrap_or_else(|| self.lines.line(byte))
    }

    /// The line and the column of the file where a span of a segment begins.
    pub(super) fn start(&self, place: Place, span: Span) -> Option<(u32, u32)> {
        let position = self.lines.position(self.segment(place)?.target.in_raw(span).start);
        Some((position.line, position.column))
    }

    /// The segment at a place, if there is one.
    pub(super) fn segment(&self, place: Place) -> Option<&'d Segment> {
        let paragraph = self.document.paragraphs.get(place.paragraph as usize)?;
        paragraph.segments.get(place.segment as usize)
    }

    /// The same as people count in a file whose lines are not those of its `raw`.
    pub(super) fn position(&self, place: Place, span: Span) -> Option<(u32, u32)> {
        self.range(place, span).map(|it| (it.line, it.column))
    }

    pub(super) fn range(&self, place: Place, span: Span) -> Option<Range> {
        let (target, ruler) = self.ruler(place)?;
        let (start, end) = (ruler.at(span.start), ruler.at(span.end));
        let byte = target.in_raw(span).start;
        let is_counted = self.document.line_starts.is_empty();
        let column = if is_counted { self.lines.position(byte).column } else { start.chars + 1 };
        Some(Range {
            chars: [start.chars, end.chars],
            bytes: [start.byte, end.byte],
            utf16: [start.utf16, end.utf16],
            line: self.line_of(byte),
            column,
        })
    }

    /// Where a span of a segment stands in the file. Lines that people count otherwise than `raw`
    /// has them hold whole segments.
    pub(super) fn region(&self, place: Place, span: Span) -> Option<Region> {
        let (target, ruler) = self.ruler(place)?;
        let raw = target.in_raw(span);
        if self.document.line_starts.is_empty() {
            let at = |byte| self.lines.position(byte);
            return Some(Region { start: at(raw.start), end: at(raw.end) });
        }
        let line = self.line_of(raw.start);
        let at = |byte| {
            let at = ruler.at(byte);
            let (column, column_utf16, column_bytes) = (at.chars + 1, at.utf16 + 1, at.byte + 1);
            Position { line, column, column_utf16, column_bytes }
        };
        Some(Region { start: at(span.start), end: at(span.end) })
    }

    fn ruler(&self, place: Place) -> Option<(&'d Text, &Given<'d>)> {
        let target = &self.segment(place)?.target;
        let cell = &self.rulers[place.paragraph as usize][place.segment as usize];
        Some((target, cell.get_or_init(|| Given::of(target))))
    }
}
