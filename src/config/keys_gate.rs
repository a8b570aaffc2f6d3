//! The keys of `[gate]`.

use super::choices::{confidences, failures};
use super::keys::{Holds, Key};
use crate::finding::Confidence;
use crate::score::{FailOn, Limit};

/// The keys of `[gate]`.
pub(super) const LIMITS: &[Key] =
    &[DOCUMENT, PARAGRAPH, RISK, CRITICAL, FAIL_ON, FINDINGS, CONFIDENCE, CHECKS];

const DOCUMENT: Key = Key {
    name: "document",
    holds: Holds::Points,
    means: "The least points of a file; 80 unless it is given.",
    example: "80",
    read: |it, value, draft| it.points(value).map(|it| draft.limit(Limit::Document(it))),
};

const PARAGRAPH: Key = Key {
    name: "paragraph",
    holds: Holds::Points,
    means: "The least points of each paragraph; none unless it is given.",
    example: "40",
    read: |it, value, draft| it.points(value).map(|it| draft.limit(Limit::Paragraph(it))),
};

const RISK: Key = Key {
    name: "risk",
    holds: Holds::Share,
    means: "The greatest risk of a paragraph; none unless it is given.",
    example: "0.9",
    read: |it, value, draft| it.risk(value).map(|it| draft.limit(Limit::Risk(it))),
};

const CRITICAL: Key = Key {
    name: "critical",
    holds: Holds::Whole,
    means: "How many critical findings a file may have, unless `fail-on` says otherwise; 0 unless \
            it is given.",
    example: "1",
    read: |it, value, draft| it.number(value).map(|it| draft.limit(Limit::Critical(it))),
};

const FAIL_ON: Key = Key {
    name: "fail-on",
    holds: Holds::Name(failures),
    means: "A file fails on a single finding of this severity or worse; `never` leaves severities \
            to the points.",
    example: r#""major""#,
    read: |it, value, draft| {
        it.one_of("severity", &FailOn::ALL, value).map(|it| draft.limit(Limit::FailOn(it)))
    },
};

const FINDINGS: Key = Key {
    name: "findings",
    holds: Holds::Whole,
    means: "How many findings a file may have, neutral ones and house style counted.",
    example: "100",
    read: |it, value, draft| it.number(value).map(|it| draft.limit(Limit::Findings(it))),
};

const CONFIDENCE: Key = Key {
    name: "confidence",
    holds: Holds::Name(confidences),
    means: "How sure a finding must be to be counted by the gate; `medium` unless it is given. \
            Points do not depend on it.",
    example: r#""high""#,
    read: |it, value, draft| {
        let least = it.one_of("confidence", &Confidence::ALL, value);
        least.map(|it| draft.limit(Limit::Confidence(it)))
    },
};

const CHECKS: Key = Key {
    name: "checks",
    holds: Holds::ByCheck(&Holds::Whole),
    means: "How many findings of a check a file may have.",
    example: "{ number-mismatch = 0 }",
    read: |it, value, draft| it.limits_of_checks(value, draft),
};
