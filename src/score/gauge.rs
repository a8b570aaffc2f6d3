use super::Risk;
use crate::finding::{Confidence, Severity};
use crate::text::{Size, Span};
use std::ops::AddAssign;

/// A penalty and the size of the text that it was found in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// The sum of the multipliers, in whole tenths, so that sums are exact.
    pub tenths: u32,
    /// How much text was weighed.
    pub size: Size,
    /// How much of it stands in garbled sentences.
    pub garbled: Size,
    /// The risk of its riskiest segment.
    pub risk: Risk,
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.tenths += other.tenths;
        self.size += other.size;
        self.garbled += other.garbled;
        self.risk = self.risk.max(other.risk);
    }
}

/// How steeply a paragraph's points fall: one major finding in 100 words leaves 86.
const STEEPNESS: f64 = 3.0;

/// Paragraphs under this many words are weighed as if they had as many.
const FLOOR: f64 = 40.0;

impl Score {
    /// The penalty: the sum of the multipliers.
    pub fn penalty(self) -> f64 {
        f64::from(self.tenths) / 10.0
    }

    /// The points of a document, 0 to 100, linear as MQM reckons:
    /// `100 × (1 − penalty / words)`.
    pub fn document_points(self) -> f64 {
        (100.0 * (1.0 - self.penalty() / self.size.words().max(1.0))).clamp(0.0, 100.0)
    }

    /// The points of a paragraph, 0 to 100, damped on short text:
    /// `100 × exp(−3 × penalty / max(words, 40))`.
    pub fn paragraph_points(self) -> f64 {
        let share = self.penalty() / self.size.words().max(FLOOR);
        (100.0 * (-STEEPNESS * share).exp()).clamp(0.0, 100.0)
    }

    /// The share of the words that stand in garbled sentences, 0 to 1.
    pub fn garbled_share(self) -> f64 {
        (self.garbled.words() / self.size.words().max(1.0)).min(1.0)
    }

    /// The penalty for each thousand Chinese characters.
    pub fn per_thousand(self) -> f64 {
        self.penalty() * 1000.0 / f64::from(self.size.han.max(1))
    }
}

/// What a finding weighs, in tenths: MQM's multipliers 0, 1, 5 and 25, a tenth of a minor one for
/// house style, nothing for a finding of low confidence.
pub fn weight(severity: Severity, confidence: Confidence, systematic: bool) -> u32 {
    if confidence == Confidence::Low {
        return 0;
    }
    let full = match severity {
        Severity::Neutral => 0,
        Severity::Minor => 10,
        Severity::Major => 50,
        Severity::Critical => 250,
    };
    if systematic { full / 10 } else { full }
}

/// A finding's bytes in its segment, with its weight in tenths.
pub type Weighed = (Span, u32);

/// The penalty of one segment's findings, in tenths. Where findings overlap, the heaviest counts.
pub fn penalty(mut findings: Vec<Weighed>) -> u32 {
    findings.retain(|(_, weight)| *weight > 0);
    findings.sort_by_key(|(span, weight)| (std::cmp::Reverse(*weight), *span));
    let mut counted = std::collections::BTreeMap::new();
    findings
        .into_iter()
        .filter(|(span, _)| is_free(*span, &mut counted))
        .map(|(_, weight)| weight)
        .sum()
}

/// Whether `span` touches none of the spans counted before; if so it is counted.
fn is_free(span: Span, counted: &mut std::collections::BTreeMap<u32, u32>) -> bool {
    let span = Span { start: span.start, end: span.end.max(span.start + 1) };
    let before = counted.range(..span.end).next_back();
    let free = before.is_none_or(|(_, end)| *end <= span.start);
    if free {
        counted.insert(span.start, span.end);
    }
    free
}

#[cfg(test)]
mod tests {
    use super::{Score, penalty, weight};
    use crate::finding::{Confidence, Severity};
    use crate::text::{Size, Span};

    fn score(tenths: u32, han: u32) -> Score {
        Score { tenths, size: Size { chars: han, han, tokens: 0 }, ..Score::default() }
    }

    #[test]
    fn one_major_in_a_hundred_words_leaves_86() {
        assert!((score(50, 170).paragraph_points() - 86.07).abs() < 0.01);
        assert!((score(250, 170).paragraph_points() - 47.24).abs() < 0.01);
        assert!((score(50, 170).document_points() - 95.0).abs() < 0.01);
    }

    #[test]
    fn shares_of_garbled_words_add_up() {
        let size = |han| Size { chars: han, han, tokens: 0 };
        let mut sum = Score { garbled: size(30), ..score(50, 40) };
        sum += score(0, 60);
        assert!((sum.garbled_share() - 0.3).abs() < 1e-9);
        assert!(Score::default().garbled_share().abs() < f64::EPSILON);
    }

    #[test]
    fn points_stay_between_0_and_100() {
        assert!((score(0, 0).document_points() - 100.0).abs() < f64::EPSILON);
        assert!(score(9_999, 1).document_points().abs() < f64::EPSILON);
    }

    #[test]
    fn overlapping_findings_count_once_the_heaviest() {
        let at = |start, end, weight| (Span { start, end }, weight);
        assert_eq!(penalty(vec![at(0, 9, 10), at(3, 6, 50), at(9, 12, 10), at(5, 10, 50)]), 60);
        assert_eq!(penalty(vec![at(0, 3, 10), at(3, 6, 10), at(6, 6, 10), at(6, 6, 10)]), 30);
    }

    #[test]
    fn low_confidence_and_neutral_weigh_nothing() {
        assert_eq!(weight(Severity::Critical, Confidence::Low, false), 0);
        assert_eq!(weight(Severity::Neutral, Confidence::High, false), 0);
        assert_eq!(weight(Severity::Minor, Confidence::High, true), 1);
    }
}
