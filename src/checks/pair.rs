use super::{Prose, Unit, Usual};
use crate::finding::{Confidence, Findings, Message, Reported};
use crate::numbers::{self, Difference, Fault, Figure};
use crate::residue;
use crate::text::{Kind, Segment, Span, State};

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
    /// How long translations are in the document.
    pub(super) usual: Usual,
}

impl<'u, 't> Pair<'u, 't> {
    /// The pair of a unit whose source is known, unless the file says that nobody has translated
    /// it yet.
    pub fn of(unit: &'u Unit<'t>, usual: Usual) -> Option<Self> {
        let Unit { target, kind, segment, .. } = unit;
        let source = target.source().filter(|_| segment.state != Some(State::Untranslated))?;
        Some(Self { source, target, kind: *kind, segment, usual })
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
        sentence_at(self.source, self.target, span)
    }

    /// The beginning of what stands in a span of the source, enough to find it by.
    pub(super) fn quoted(&self, span: Span) -> String {
        let said = self.source[span.range()].trim();
        match said.char_indices().nth(QUOTED) {
            Some((end, _)) => format!("{}…", said[..end].trim_end()),
            None => said.to_owned(),
        }
    }

    /// All that is written in the target.
    pub(super) fn written(&self) -> Span {
        let text = self.target.text();
        Span::from(0..text.len()).trimmed(text)
    }
}

/// So many characters of the source are quoted.
const QUOTED: usize = 40;

/// The sentence of a target that stands where `span` does in the source, by its share of the text.
pub(super) fn sentence_at(source: &str, target: &Prose, span: Span) -> Span {
    let text = target.text();
    let at = span.start as usize * text.len() / source.len().max(1);
    let holds = |it: &&Span| it.range().contains(&at);
    let sentence = target.sentences().iter().find(holds).copied();
    sentence.unwrap_or(Span::from(0..text.len())).trimmed(text)
}

fn suggest(report: Reported, right: Option<String>) {
    if let Some(right) = right {
        report.suggest(right);
    }
}
