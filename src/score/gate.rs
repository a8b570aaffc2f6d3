use super::{FailOn, Found, Risk, Score};
use crate::finding::{Bilingual, Confidence, Finding, Message, Severity, say};
use std::collections::BTreeMap;
use std::ops::{AddAssign, Index};

/// What a text must reach to pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// The least points of a document.
    pub document: f64,
    /// The least points of each of its paragraphs.
    pub paragraph: Option<f64>,
    /// The greatest risk of a paragraph; none is asked for unless somebody does.
    pub risk: Option<f64>,
    /// How many critical findings are allowed, unless `fail_on` says otherwise.
    pub critical: u32,
    /// How many findings are allowed, whatever they weigh.
    pub findings: Option<u32>,
    /// How many findings of a check are allowed, by its id.
    pub checks: BTreeMap<&'static str, u32>,
    /// What fails a text whatever its points are.
    pub fail_on: FailOn,
    /// How sure a finding must be to be counted. Points do not depend on it.
    pub confidence: Confidence,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            document: 80.0,
            paragraph: None,
            risk: None,
            critical: 0,
            findings: None,
            checks: BTreeMap::new(),
            fail_on: FailOn::Default,
            confidence: Confidence::Medium,
        }
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
    pub fn refuse(&self, score: Score, worst: Option<(u32, Score)>, found: &Found) -> Vec<Message> {
        let mut reasons = vec![];
        reasons.extend(self.severities(found));
        reasons.extend(self.points(score));
        reasons.extend(worst.and_then(|it| self.worst(it)));
        reasons.extend(self.count(found));
        reasons.extend(self.checks.iter().filter_map(|it| self.of_check(it, found)));
        reasons
    }

    fn severities(&self, counted: &Found) -> Option<Message> {
        let at_least = |severity| counted.at_least(severity, self.confidence);
        let (found, allowed, said) = match self.fail_on {
            FailOn::Never => return None,
            FailOn::Default => {
                let said = say("{0} critical, allowed: {1}", "致命问题 {0} 处，允许 {1} 处");
                (at_least(Severity::Critical), self.critical, said)
            }
            FailOn::Severity(severity) => (at_least(severity), 0, or_worse(severity)),
        };
        (found > allowed).then(|| said.with(&[&found.to_string(), &allowed.to_string()]))
    }

    fn count(&self, found: &Found) -> Option<Message> {
        let (found, allowed) = (found.at_least(Severity::Neutral, self.confidence), self.findings?);
        let said = say("findings: {0}, allowed: {1}", "发现 {0} 处，允许 {1} 处");
        (found > allowed).then(|| said.with(&[&found.to_string(), &allowed.to_string()]))
    }

    fn of_check(&self, (id, allowed): (&&'static str, &u32), found: &Found) -> Option<Message> {
        let found = found.of(id, self.confidence);
        let said = say("{0} {1}, allowed: {2}", "{1} {0} 处，允许 {2} 处");
        (found > *allowed).then(|| said.with(&[&found.to_string(), id, &allowed.to_string()]))
    }

    fn points(&self, score: Score) -> Option<Message> {
        let points = shown(score.document_points());
        let said = say("{0} points, at least: {1}", "得分 {0}，至少须 {1}");
        (points < self.document)
            .then(|| said.with(&[&format!("{points:.1}"), &self.document.to_string()]))
    }

    /// Why a text does not pass for its risk: `riskiest` is its riskiest paragraph, by its number
    /// from 1.
    pub fn refuse_risk(&self, riskiest: Option<(u32, Risk)>) -> Option<Message> {
        let ((number, risk), most) = (riskiest?, self.risk?);
        let said =
            say("paragraph {0} has a risk of {1}, at most: {2}", "第 {0} 段风险 {1}，至多可有 {2}");
        let shown = format!("{:.2}", risk.value());
        (risk.value() > most).then(|| said.with(&[&number.to_string(), &shown, &most.to_string()]))
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
        Severity::Neutral => say("findings: {0}, allowed: none", "发现 {0} 处，一处也不允许"),
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
    use super::{Counts, Gate, shown, shown_share};
    use crate::finding::{Confidence, Finding, Language, Severity, say};
    use crate::score::{FailOn, Found, Limit, Risk, Score, Signals};
    use crate::text::{Place, Size, Span};

    fn finding(severity: Severity, confidence: Confidence) -> Finding {
        Finding {
            place: Place::default(),
            span: Span::default(),
            check: "repeated-phrase",
            severity,
            confidence,
            message: say("", "").with(&[]),
            related: vec![],
            fix: None,
            element: None,
        }
    }

    fn found(all: &[(Severity, Confidence)]) -> Found {
        let mut found = Found::default();
        for (severity, confidence) in all {
            found.add(&finding(*severity, *confidence));
        }
        found
    }

    fn refused(gate: &Gate, tenths: u32, found: &Found) -> Vec<String> {
        let score =
            Score { tenths, size: Size { chars: 170, han: 170, tokens: 0 }, ..Score::default() };
        let reasons = gate.refuse(score, Some((3, score)), found);
        reasons.iter().map(|it| it.text(Language::English)).collect()
    }

    fn gate(limits: &[Limit]) -> Gate {
        let mut gate = Gate::default();
        for limit in limits {
            gate.set(*limit);
        }
        gate
    }

    #[test]
    fn a_share_is_none_only_where_there_is_none() {
        let shown: Vec<f64> = [0.0, 0.001, 0.004_9, 0.434_9, 1.0].map(shown_share).to_vec();
        assert_eq!(shown, [0.0, 0.01, 0.01, 0.43, 1.0]);
    }

    #[test]
    fn a_critical_finding_or_few_points_fail() {
        let none = Found::default();
        assert!(refused(&Gate::default(), 200, &none).is_empty());
        assert_eq!(refused(&Gate::default(), 201, &none), ["79.9 points, at least: 80"]);
        let one = found(&[(Severity::Critical, Confidence::Medium)]);
        assert_eq!(refused(&Gate::default(), 0, &one), ["1 critical, allowed: 0"]);
        assert!(refused(&gate(&[Limit::Critical(1)]), 0, &one).is_empty());
        assert!(refused(&gate(&[Limit::FailOn(FailOn::Never)]), 0, &one).is_empty());
    }

    #[test]
    fn a_finding_of_low_confidence_gates_only_if_it_is_asked_for() {
        let unsure = found(&[(Severity::Critical, Confidence::Low)]);
        let neutral = Limit::FailOn(FailOn::Severity(Severity::Neutral));
        assert!(refused(&gate(&[neutral]), 0, &unsure).is_empty());
        let low = gate(&[neutral, Limit::Confidence(Confidence::Low)]);
        assert_eq!(refused(&low, 0, &unsure), ["findings: 1, allowed: none"]);
        let medium = found(&[(Severity::Critical, Confidence::Medium)]);
        assert!(refused(&gate(&[Limit::Confidence(Confidence::High)]), 0, &medium).is_empty());
        let mut counts = Counts::default();
        counts.add(&finding(Severity::Critical, Confidence::Low));
        assert_eq!((counts.sum(), counts[Severity::Critical]), (1, 0));
    }

    #[test]
    fn findings_are_counted_all_and_by_check() {
        let two = found(&[
            (Severity::Neutral, Confidence::High),
            (Severity::Minor, Confidence::Medium),
            (Severity::Minor, Confidence::Low),
        ]);
        assert!(refused(&gate(&[Limit::Findings(2)]), 0, &two).is_empty());
        let strict = [Limit::Findings(1), Limit::Check("repeated-phrase", 0)];
        let said = ["findings: 2, allowed: 1", "2 repeated-phrase, allowed: 0"];
        assert_eq!(refused(&gate(&strict), 0, &two), said);
        assert!(refused(&gate(&[Limit::Check("mojibake", 0)]), 0, &two).is_empty());
    }

    #[test]
    fn a_paragraph_has_a_floor_of_its_own() {
        let gate = gate(&[Limit::Document(0.0), Limit::Paragraph(90.0)]);
        let said = "paragraph 3 has 86.1 points, at least: 90";
        assert_eq!(refused(&gate, 50, &Found::default()), [said]);
    }

    #[test]
    fn a_risk_gates_only_where_it_is_asked_to() {
        let signals = Signals { length: Some(0.75), ..Signals::default() };
        let riskiest = Some((2, Risk::of(Score::default(), signals)));
        let gate = |risk| Gate { risk, ..Gate::default() };
        assert!(gate(None).refuse_risk(riskiest).is_none());
        assert!(gate(Some(0.5)).refuse_risk(riskiest).is_none());
        let said = gate(Some(0.49)).refuse_risk(riskiest).expect("it is riskier");
        let expected = "paragraph 2 has a risk of 0.50, at most: 0.49";
        assert_eq!(said.text(Language::English), expected);
    }

    #[test]
    fn points_are_shown_with_one_decimal() {
        assert!((shown(79.96) - 80.0).abs() < f64::EPSILON);
    }
}
