use super::{Prose, Unit};
use crate::finding::{Confidence, Findings, Message, Reported};
use crate::numbers::{self, Difference, Fault, Figure};
use crate::residue;
use crate::text::{Kind, Segment, Span};

/// A target beside its source.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'u, 't> {
    /// What was translated.
    pub source: &'t str,
    /// The translation.
    pub target: &'u Prose<'t>,
    /// What its paragraph is.
    pub kind: Kind,
    /// All that the file has of the two: inline elements, limits, states, forms.
    pub segment: &'t Segment,
}

impl<'u, 't> Pair<'u, 't> {
    /// The pair of a unit whose source is known.
    pub fn of(unit: &'u Unit<'t>) -> Option<Self> {
        let Unit { target, kind, segment, .. } = unit;
        Some(Self { source: target.source()?, target, kind: *kind, segment })
    }

    /// The numbers on which the two differ, where the source is in English.
    pub fn differences(&self) -> &'u [Difference] {
        let Self { source, target, .. } = *self;
        target.differences.get_or_init(|| {
            let written = numbers::han(target.text(), target.shadow());
            let digits = source.bytes().any(|c| c.is_ascii_digit());
            // Most sentences have no number on either side, and their sources need not be read.
            if !digits && !written.iter().any(Figure::is_telling) {
                return vec![];
            }
            let found = numbers::differences(&numbers::english(source), &written);
            if found.is_empty() || residue::speaks_english(source) { found } else { vec![] }
        })
    }

    /// The differences of one kind.
    pub(super) fn faults(&self, fault: Fault) -> impl Iterator<Item = &'u Difference> {
        self.differences().iter().filter(move |it| it.fault == fault)
    }

    /// Reports numbers of the target that are not those of the source. `message` is given the
    /// number of the source, that of the target, and what both are worth.
    pub(super) fn report_wrong(
        &self,
        fault: Fault,
        message: impl Fn(&[&str; 4]) -> Message,
        out: &mut Findings,
    ) {
        for it in self.faults(fault) {
            let (Some(source), Some(target)) = (&it.source, &it.target) else { continue };
            let said = &self.source[source.span.range()];
            let written = &self.target.text()[target.span.range()];
            let (right, wrong) = (source.shown(), target.shown());
            let report = out.report(target.span, message(&[said, written, &right, &wrong]));
            let report = if it.sure { report } else { report.confidence(Confidence::Medium) };
            suggest(report, it.rewritten(written));
        }
    }

    /// The sentence of the target that stands where `span` does in the source, by its share of
    /// the text.
    pub(super) fn sentence_at(&self, span: Span) -> Span {
        let text = self.target.text();
        let at = span.start as usize * text.len() / self.source.len().max(1);
        let holds = |it: &&Span| it.range().contains(&at);
        let sentence = self.target.sentences().iter().find(holds).copied();
        let range = sentence.map_or(0..text.len(), Span::range);
        let trimmed = text[range.clone()].trim();
        let start = range.start + text[range].find(trimmed).unwrap_or(0);
        (start..start + trimmed.len()).into()
    }
}

fn suggest(report: Reported, right: Option<String>) {
    if let Some(right) = right {
        report.suggest(right);
    }
}
