//! Segments and findings as programs read them. Scripts rely on these fields: none is renamed or
//! removed, and new ones are added at the end.

use super::Page;
use crate::checks;
use crate::finding::{Finding, Fix, Language};
use crate::score::shown;
use crate::text::{Document, Lines, Place, Ruler, Span};
use serde::Serialize;
use std::cell::OnceCell;

/// A segment with its findings.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "the field is called so in the output")]
pub(super) struct Segment<'d> {
    pub(super) file: &'d str,
    pub(super) id: Option<&'d str>,
    /// The file's line that the paragraph stands on.
    pub(super) line: u32,
    /// Counted through the file, from 1.
    pub(super) paragraph: u32,
    /// Counted in the paragraph, from 1.
    pub(super) segment: u32,
    pub(super) points: f64,
    pub(super) penalty: f64,
    pub(super) findings: Vec<Record<'d>>,
}

/// A finding.
#[derive(Debug, Serialize)]
pub(super) struct Record<'d> {
    check: &'static str,
    category: Option<crate::finding::Category>,
    mqm: &'static str,
    its: &'static str,
    severity: crate::finding::Severity,
    confidence: crate::finding::Confidence,
    #[serde(flatten)]
    range: Range,
    message: Texts,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<&'d Fix>,
}

#[derive(Debug, Serialize)]
pub(super) struct Texts {
    en: String,
    zh: String,
}

#[derive(Debug, Serialize)]
struct Related {
    paragraph: u32,
    segment: u32,
    #[serde(flatten)]
    range: Range,
}

/// A span of a segment's target in every unit, and where it begins in the file.
#[derive(Debug, Serialize)]
struct Range {
    chars: [u32; 2],
    bytes: [u32; 2],
    utf16: [u32; 2],
    line: u32,
    column: u32,
}

/// The places of a document, each ruler made when it is first asked for.
pub(super) struct Places<'d> {
    document: &'d Document,
    lines: Lines<'d>,
    rulers: Vec<Vec<OnceCell<Ruler<'d>>>>,
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
        self.segment(place).map_or(self.document.first_line, |it| {
            self.lines.line(it.target.in_raw(Span::default()).start)
        })
    }

    fn segment(&self, place: Place) -> Option<&'d crate::text::Segment> {
        let paragraph = self.document.paragraphs.get(place.paragraph as usize)?;
        paragraph.segments.get(place.segment as usize)
    }

    fn range(&self, place: Place, span: Span) -> Option<Range> {
        let target = &self.segment(place)?.target;
        let ruler = self.rulers[place.paragraph as usize][place.segment as usize]
            .get_or_init(|| Ruler::of(target.as_str()));
        let (start, end) = (ruler.at(span.start), ruler.at(span.end));
        let position = self.lines.position(target.in_raw(span).start);
        Some(Range {
            chars: [start.chars, end.chars],
            bytes: [start.byte, end.byte],
            utf16: [start.utf16, end.utf16],
            line: position.line,
            column: position.column,
        })
    }
}

/// The segments of a document, in order.
pub(super) fn segments(page: Page) -> impl Iterator<Item = Segment> {
    let places = Places::of(page.document);
    let all = (0..).zip(&page.document.paragraphs).flat_map(|(paragraph, block)| {
        (0..).zip(&block.segments).map(move |(segment, unit)| (Place { paragraph, segment }, unit))
    });
    all.zip(&page.review.segments).map(move |((place, unit), score)| Segment {
        file: page.file,
        id: unit.id.as_deref(),
        line: places.line(place),
        paragraph: page.before + place.paragraph + 1,
        segment: place.segment + 1,
        points: shown(score.paragraph_points()),
        penalty: score.penalty(),
        findings: records(page, place, &places),
    })
}

fn records<'d>(page: Page<'d>, place: Place, places: &Places<'d>) -> Vec<Record<'d>> {
    let found = page.review.in_segment(place).iter();
    found.filter_map(|finding| record(page, finding, places)).collect()
}

fn record<'d>(page: Page, finding: &'d Finding, places: &Places<'d>) -> Option<Record<'d>> {
    let check = checks::find(finding.check);
    let related = finding.related.iter().filter_map(|(place, span)| {
        Some(Related {
            paragraph: page.before + place.paragraph + 1,
            segment: place.segment + 1,
            range: places.range(*place, *span)?,
        })
    });
    Some(Record {
        check: finding.check,
        category: check.map(|it| it.category),
        mqm: check.map_or("", |it| it.mqm),
        its: check.map_or("", |it| it.its),
        severity: finding.severity,
        confidence: finding.confidence,
        range: places.range(finding.place, finding.span)?,
        message: texts(&finding.message),
        related: related.collect(),
        fix: finding.fix.as_ref(),
    })
}

/// A message in both languages.
pub(super) fn texts(message: &crate::finding::Message) -> Texts {
    Texts { en: message.text(Language::English), zh: message.text(Language::Hans) }
}
