use crate::text::{Document, Paragraph, Span};
use std::ops::Range;

/// The paragraphs of a document by where they stand in the file.
pub(super) struct Order(Vec<(Span, u32)>);

impl Order {
    pub(super) fn of(document: &Document) -> Self {
        let all = (0..).zip(&document.paragraphs);
        let mut all: Vec<_> = all.filter_map(|(nth, it)| Some((place(it)?, nth))).collect();
        all.sort_unstable();
        Self(all)
    }

    /// The paragraph that holds these bytes, or else the next one.
    pub(super) fn around(&self, raw: Span) -> Option<Range<u32>> {
        let next = self.0.partition_point(|(it, _)| it.start <= raw.start);
        let holds = |(it, _): &&(Span, u32)| raw.start < it.end;
        let last = next.checked_sub(1).and_then(|it| self.0.get(it));
        let (_, nth) = last.filter(holds).or_else(|| self.0.get(next))?;
        Some(*nth..*nth + 1)
    }
}

/// The bytes of the file from a paragraph's first text to its last one.
fn place(paragraph: &Paragraph) -> Option<Span> {
    let whole =
        |it: &crate::text::Segment| it.target.in_raw(Span::from(0..it.target.as_str().len()));
    let all = paragraph.segments.iter().map(whole);
    all.reduce(|a, b| Span { start: a.start.min(b.start), end: a.end.max(b.end) })
}
