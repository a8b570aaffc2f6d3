//! What is said about something that stands twice or more in a row.

use super::Prose;
use crate::finding::{Bilingual, Confidence, Findings, Severity, say};
use crate::text::Span;

/// Something said again and again.
pub(super) struct Copies {
    /// How many there are.
    pub(super) count: usize,
    /// The first one.
    pub(super) first: Span,
    /// The others.
    pub(super) rest: Span,
    /// Whether they are the same to the letter.
    pub(super) exact: bool,
    /// How sure it is that they are a fault.
    pub(super) confidence: Confidence,
}

/// Reports the copies, unless the source repeats itself too.
pub(super) fn tell(copies: &Copies, target: &Prose, out: &mut Findings) {
    if target.licenses(copies.count, copies.first) {
        return;
    }
    let (says, severity) = match copies.count {
        0..=2 => (TWICE, Severity::Major),
        _ if copies.exact => (OFTEN, Severity::Critical),
        _ => (NEARLY, Severity::Critical),
    };
    let message = says.with(&[&target.text()[copies.first.range()], &copies.count.to_string()]);
    let reported = out
        .report(copies.rest, message)
        .severity(severity)
        .confidence(copies.confidence)
        .related(copies.first);
    if copies.exact {
        reported.suggest("");
    }
}

const TWICE: Bilingual =
    say("“{0}” is said twice in a row; keep one copy.", "“{0}”连续出现两次，应只保留一处。");

const OFTEN: Bilingual = say(
    "“{0}” is said {1} times in a row, as an engine does that is caught in a loop; keep one copy.",
    "“{0}”连续出现{1}次，像是引擎陷入循环，应只保留一处。",
);

const NEARLY: Bilingual = say(
    "“{0}” is said {1} times in a row, exactly or nearly: the engine was caught in a loop. Write \
     what the source says.",
    "“{0}”原样或近似地连续出现{1}次：引擎陷入了循环，应按原文重写。",
);
