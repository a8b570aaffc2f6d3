use super::Score;
use crate::finding::{Bilingual, Confidence, Finding, Message, Severity, say};
use std::ops::{AddAssign, Index};

/// What a text must reach to pass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gate {
    /// The least points of a document.
    pub document: f64,
    /// The least points of each of its paragraphs.
    pub paragraph: Option<f64>,
    /// How many critical findings are allowed, unless `fail_on` says otherwise.
    pub critical: u32,
    /// What fails a text whatever its points are.
    pub fail_on: FailOn,
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

impl Default for Gate {
    fn default() -> Self {
        Self { document: 80.0, paragraph: None, critical: 0, fail_on: FailOn::Default }
    }
}

/// How many findings there are of each severity. Only those of high and medium confidence are
/// counted by severity: the others weigh nothing and never gate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    by_severity: [u32; 4],
    /// Findings of low confidence.
    pub unsure: u32,
}

impl Counts {
    /// Counts a finding.
    pub fn add(&mut self, finding: &Finding) {
        match finding.confidence {
            Confidence::Low => self.unsure += 1,
            Confidence::Medium | Confidence::High => {
                self.by_severity[finding.severity as usize] += 1;
            }
        }
    }

    /// All of them.
    pub fn sum(&self) -> u32 {
        self.by_severity.iter().sum::<u32>() + self.unsure
    }

    fn at_least(&self, severity: Severity) -> u32 {
        self.by_severity[severity as usize..].iter().sum()
    }
}

impl Index<Severity> for Counts {
    type Output = u32;

    fn index(&self, severity: Severity) -> &u32 {
        &self.by_severity[severity as usize]
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        for (sum, more) in self.by_severity.iter_mut().zip(other.by_severity) {
            *sum += more;
        }
        self.unsure += other.unsure;
    }
}

/// Points as people read them: one decimal. The gate looks at these, so that what is shown and
/// what is decided agree.
pub fn shown(points: f64) -> f64 {
    (points * 10.0).round() / 10.0
}

/// A share from 0 to 1 as programs read it: two decimals, never none where there is some.
pub fn shown_share(share: f64) -> f64 {
    (share * 100.0).round().max(share.ceil()) / 100.0
}

impl Gate {
    /// Why a text does not pass: nothing if it passes. `worst` is its worst paragraph, by its
    /// number from 1.
    pub fn refuse(
        &self,
        score: Score,
        worst: Option<(u32, Score)>,
        counts: &Counts,
    ) -> Vec<Message> {
        let reasons =
            [self.severities(counts), self.points(score), worst.and_then(|it| self.worst(it))];
        reasons.into_iter().flatten().collect()
    }

    fn severities(&self, counts: &Counts) -> Option<Message> {
        let (found, allowed) = match self.fail_on {
            FailOn::Never => return None,
            FailOn::Default => (counts[Severity::Critical], self.critical),
            FailOn::Severity(severity) => (counts.at_least(severity), 0),
        };
        let said = match self.fail_on {
            FailOn::Severity(severity) => or_worse(severity),
            _ => say("{0} critical, allowed: {1}", "致命问题 {0} 处，允许 {1} 处"),
        };
        (found > allowed).then(|| said.with(&[&found.to_string(), &allowed.to_string()]))
    }

    fn points(&self, score: Score) -> Option<Message> {
        let points = shown(score.document_points());
        let said = say("{0} points, at least: {1}", "得分 {0}，至少须 {1}");
        (points < self.document)
            .then(|| said.with(&[&format!("{points:.1}"), &self.document.to_string()]))
    }

    fn worst(&self, (number, score): (u32, Score)) -> Option<Message> {
        let (least, points) = (self.paragraph?, shown(score.paragraph_points()));
        let said =
            say("paragraph {0} has {1} points, at least: {2}", "第 {0} 段得分 {1}，至少须 {2}");
        (points < least)
            .then(|| said.with(&[&number.to_string(), &format!("{points:.1}"), &least.to_string()]))
    }
}

fn or_worse(severity: Severity) -> Bilingual {
    match severity {
        Severity::Neutral => say("{0} findings, allowed: none", "发现 {0} 处，一处也不允许"),
        Severity::Minor => {
            say("{0} minor or worse, allowed: none", "轻微以上问题 {0} 处，一处也不允许")
        }
        Severity::Major => {
            say("{0} major or worse, allowed: none", "严重以上问题 {0} 处，一处也不允许")
        }
        Severity::Critical => say("{0} critical, allowed: none", "致命问题 {0} 处，一处也不允许"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, FailOn, Gate, shown, shown_share};
    use crate::finding::{Confidence, Finding, Language, Severity, say};
    use crate::score::Score;
    use crate::text::Size;
    use crate::text::{Place, Span};

    fn counts(found: &[(Severity, Confidence)]) -> Counts {
        let mut counts = Counts::default();
        for (severity, confidence) in found {
            counts.add(&Finding {
                place: Place::default(),
                span: Span::default(),
                check: "x",
                severity: *severity,
                confidence: *confidence,
                message: say("", "").with(&[]),
                related: vec![],
                fix: None,
            });
        }
        counts
    }

    fn refused(gate: Gate, tenths: u32, counts: &Counts) -> Vec<String> {
        let score =
            Score { tenths, size: Size { chars: 170, han: 170, tokens: 0 }, ..Score::default() };
        let reasons = gate.refuse(score, Some((3, score)), counts);
        reasons.iter().map(|it| it.text(Language::English)).collect()
    }

    #[test]
    fn a_share_is_none_only_where_there_is_none() {
        let shown: Vec<f64> = [0.0, 0.001, 0.004_9, 0.434_9, 1.0].map(shown_share).to_vec();
        assert_eq!(shown, [0.0, 0.01, 0.01, 0.43, 1.0]);
    }

    #[test]
    fn a_critical_finding_or_few_points_fail() {
        let none = Counts::default();
        assert!(refused(Gate::default(), 200, &none).is_empty());
        assert_eq!(refused(Gate::default(), 201, &none), ["79.9 points, at least: 80"]);
        let one = counts(&[(Severity::Critical, Confidence::Medium)]);
        assert_eq!(refused(Gate::default(), 0, &one), ["1 critical, allowed: 0"]);
        assert!(refused(Gate { critical: 1, ..Gate::default() }, 0, &one).is_empty());
        assert!(refused(Gate { fail_on: FailOn::Never, ..Gate::default() }, 0, &one).is_empty());
    }

    #[test]
    fn a_finding_of_low_confidence_never_gates() {
        let unsure = counts(&[(Severity::Critical, Confidence::Low)]);
        let strict = Gate { fail_on: FailOn::Severity(Severity::Neutral), ..Gate::default() };
        assert!(refused(strict, 0, &unsure).is_empty());
        assert_eq!(unsure.sum(), 1);
    }

    #[test]
    fn a_paragraph_has_a_floor_of_its_own() {
        let gate = Gate { document: 0.0, paragraph: Some(90.0), ..Gate::default() };
        let said = "paragraph 3 has 86.1 points, at least: 90";
        assert_eq!(refused(gate, 50, &Counts::default()), [said]);
    }

    #[test]
    fn points_are_shown_with_one_decimal() {
        assert!((shown(79.96) - 80.0).abs() < f64::EPSILON);
    }
}
