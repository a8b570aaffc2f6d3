//! The way from the prose that checks read to the text with its inline elements, and back.

use crate::finding::Finding;
use crate::text::{Document, Inline, Place, Span, Text, View};

/// What checks read of a segment, its source and its target: both without their tags.
pub(super) struct Views<'t> {
    pub(super) place: Place,
    pub(super) source: Option<View<'t>>,
    pub(super) target: View<'t>,
    inlines: &'t [Inline],
}

pub(super) fn prose(document: &Document) -> Vec<Views<'_>> {
    let mut views = vec![];
    for (paragraph, block) in (0..).zip(&document.paragraphs) {
        for (segment, unit) in (0..).zip(&block.segments) {
            let source = unit.source.as_ref().map(Text::prose);
            let place = Place { paragraph, segment };
            let (target, inlines) = (unit.target.prose(), unit.target.inlines());
            views.push(Views { place, source, target, inlines });
        }
    }
    views
}

/// Leads the spans of a finding from the prose that its check read to the text with its inline
/// elements. A replacement knows nothing of those that stand in its place, and is dropped.
pub(super) fn lead_back(finding: &mut Finding, prose: &[Views]) {
    let span =
        element(finding, prose).unwrap_or_else(|| led_back(finding.place, finding.span, prose));
    if span.len() != finding.span.len() {
        finding.fix = None;
    }
    finding.span = span;
    for (place, span) in &mut finding.related {
        *span = led_back(*place, *span, prose);
    }
}

/// Where the inline element stands that a finding is about, if it is about one.
fn element(finding: &Finding, prose: &[Views]) -> Option<Span> {
    let inline = views(finding.place, prose).inlines.get(finding.element? as usize)?;
    Some(inline.span())
}

pub(super) fn led_back(place: Place, span: Span, prose: &[Views]) -> Span {
    views(place, prose).target.in_content(span)
}

fn views<'v, 't>(place: Place, prose: &'v [Views<'t>]) -> &'v Views<'t> {
    &prose[prose.partition_point(|it| it.place < place)]
}
