//! Findings that the configuration suppresses.

use super::{Review, Why};
use crate::config::{Ignore, Rules};
use crate::finding::Finding;
use crate::text::{Document, Segment, Shadow, Span};

/// Sets aside what the configuration ignores, and notes which of its entries were of use.
pub(super) fn ignore(review: &mut Review, document: &Document, rules: &Rules) {
    if rules.ignores.is_empty() || review.findings.is_empty() {
        return;
    }
    let mut used = std::mem::take(&mut review.used);
    review.set_aside(document, Why::Suppressed, |_, finding| {
        let block = &document.paragraphs[finding.place.paragraph as usize];
        let segment = &block.segments[finding.place.segment as usize];
        let fitting = rules.ignores.iter().filter(|it| fits(it, finding, segment));
        let before = fitting.map(|it| used.insert(it.line)).count();
        before > 0
    });
    review.used = used;
}

fn fits(ignore: &Ignore, finding: &Finding, segment: &Segment) -> bool {
    let is_check = ignore.checks.is_empty() || ignore.checks.contains(&finding.check);
    is_check
        && ignore.id.as_ref().is_none_or(|it| is_named(it, finding, segment))
        && ignore.text.as_ref().is_none_or(|it| stands_in(it, finding.span, segment))
}

/// The check of units that are not there: they are named by what it says.
const MISSING_KEY: &str = "missing-key";

fn is_named(id: &str, finding: &Finding, segment: &Segment) -> bool {
    if finding.check == MISSING_KEY {
        return finding.message.argument(0) == Some(id);
    }
    segment.id.as_deref() == Some(id)
}

/// Whether a span of a segment stands inside a text.
fn stands_in(text: &str, span: Span, segment: &Segment) -> bool {
    let (prose, text) = (segment.target.prose(), Shadow::of(text));
    let shadow = Shadow::of(prose.as_str());
    let mut places = shadow.text().match_indices(text.text()).map(|(at, found)| {
        let first = shadow.text()[..at].chars().count();
        prose.in_content(shadow.span(first..first + found.chars().count()))
    });
    !text.text().is_empty() && places.any(|it| it.contains(span))
}
