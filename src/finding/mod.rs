//! What is said about a text: findings, their weight, their wording.

mod fingerprint;
mod message;
mod pad;

pub use fingerprint::{Fingerprint, Fingerprints, NoFingerprint};
pub use message::{Bilingual, Language, Message, say};
pub use pad::{Findings, Reported};

use crate::text::{Place, Span};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How much a fault hurts: the four levels of MQM, mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth a look; weighs nothing.
    Neutral,
    /// Noticed, but the text can be used.
    Minor,
    /// Misleads or stops the reader.
    Major,
    /// Makes the text unfit.
    Critical,
}

impl Severity {
    /// Every severity, mildest first.
    pub const ALL: [Self; 4] = [Self::Neutral, Self::Minor, Self::Major, Self::Critical];

    /// The name that configuration and machine formats use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Critical => "critical",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How often a finding of this kind is right, as measured: high 0.90 or better, medium 0.60 or
/// better. Low weighs nothing and never gates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Wrong more than two times in five.
    Low,
    /// Right three times in five or more.
    Medium,
    /// Right nine times in ten or more.
    High,
}

impl Confidence {
    /// Each confidence with its name.
    pub const ALL: [(Self, &str); 3] =
        [(Self::Low, "low"), (Self::Medium, "medium"), (Self::High, "high")];

    /// The name that configuration and machine formats use.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// The dimension of MQM that a fault belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Does the target say what the source says?
    Accuracy,
    /// Are names and terms the right ones?
    Terminology,
    /// Is the target sound Chinese?
    Language,
    /// Does it read well?
    Style,
    /// Does it keep the conventions of its region?
    Locale,
    /// Are tags, links and placeholders whole?
    Markup,
}

/// One fault in one segment. Findings sort by where they stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The segment.
    pub place: Place,
    /// The faulty bytes of the segment's target.
    pub span: Span,
    /// The id of the check that found it.
    pub check: &'static str,
    /// How much it hurts.
    pub severity: Severity,
    /// How sure the check is.
    pub confidence: Confidence,
    /// What is wrong, why it matters and what to do.
    pub message: Message,
    /// Other places that belong to it: the other copies of a repetition, the other names.
    pub related: Vec<(Place, Span)>,
    /// What to write instead of the span.
    pub fix: Option<Fix>,
    /// The number of the target's inline element that it is about, where that takes no room in the
    /// prose that a check reads.
    pub element: Option<u32>,
}

/// A replacement for the span of a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fix {
    /// What to write; empty to delete.
    pub replacement: String,
    /// Whether it may be applied without being read.
    pub certain: bool,
}
