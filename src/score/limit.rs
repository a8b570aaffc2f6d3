use super::Gate;
use crate::finding::{Confidence, Severity};

/// One limit of a gate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// The least points of a document.
    Document(f64),
    /// The least points of each of its paragraphs.
    Paragraph(f64),
    /// The greatest risk of a paragraph.
    Risk(f64),
    /// How many critical findings are allowed.
    Critical(u32),
    /// How many findings are allowed.
    Findings(u32),
    /// How many findings of a check are allowed.
    Check(&'static str, u32),
    /// What fails a text whatever its points are.
    FailOn(FailOn),
    /// How sure a finding must be to be counted.
    Confidence(Confidence),
}

/// Which findings fail a text whatever its points are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FailOn {
    /// More critical findings than the gate allows.
    #[default]
    Default,
    /// A single finding of this severity or worse.
    Severity(Severity),
    /// None.
    Never,
}

impl FailOn {
    /// What a user may ask for, with its name.
    pub const ALL: [(Self, &str); 5] = [
        (Self::Never, "never"),
        (Self::Severity(Severity::Neutral), "neutral"),
        (Self::Severity(Severity::Minor), "minor"),
        (Self::Severity(Severity::Major), "major"),
        (Self::Severity(Severity::Critical), "critical"),
    ];
}

impl Gate {
    /// Sets one of the limits.
    pub fn set(&mut self, limit: Limit) {
        match limit {
            Limit::Document(points) => self.document = points,
            Limit::Paragraph(points) => self.paragraph = Some(points),
            Limit::Risk(most) => self.risk = Some(most),
            Limit::Critical(count) => self.critical = count,
            Limit::Findings(count) => self.findings = Some(count),
            Limit::Check(id, count) => {
                self.checks.insert(id, count);
            }
            Limit::FailOn(what) => self.fail_on = what,
            Limit::Confidence(least) => self.confidence = least,
        }
    }
}
