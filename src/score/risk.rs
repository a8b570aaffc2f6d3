use super::Score;
use serde::Serialize;

/// What a segment shows besides its findings: what is not known is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Signals {
    /// How near what it says is to what its source says.
    pub cosine: Option<f64>,
    /// How much longer it is than its source lets one expect, as the logarithm of a ratio.
    pub length: Option<f64>,
    /// How much richer in different characters it is than clean text, as the logarithm of a ratio.
    pub richness: f64,
    /// The share of it that was said just before, beyond that of its source.
    pub repetition: f64,
}

/// How urgently something should be read, from 0 to 1, for putting what is to be read in order.
/// It is kept in whole thousandths, so that it has an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Risk {
    thousandths: u16,
    reason: Option<Reason>,
}

/// What makes most of a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// The findings.
    Findings,
    /// It says something else than its source.
    Meaning,
    /// It is too long or too short for its source.
    Length,
    /// It has few different characters.
    Richness,
    /// It says again what it said just before.
    Repetition,
}

/// The cosine of a usual translation, and how far below it stands even chances.
const COSINE: (f64, f64) = (0.7, 0.3);

/// How far from the expected length, up or down, stand even chances: 2.1 times.
const LENGTH: f64 = 0.75;

/// How far below the richness of clean text stand even chances: a quarter of the characters.
const RICHNESS: f64 = 0.3;

/// From which share of repetition on the chances are even.
const REPETITION: f64 = 0.2;

impl Signals {
    /// How far off each of them is, squared: 1 is even chances. Clean translations, whose deviation
    /// is about a third of each scale, are at about 0.1.
    fn off(self) -> [(f64, Reason); 4] {
        let cosine = self.cosine.map_or(0.0, |it| (COSINE.0 - it) / COSINE.1);
        let length = self.length.map_or(0.0, |it| it.abs() / LENGTH);
        let off = |it: f64, reason| (it.max(0.0).powi(2), reason);
        [
            off(cosine, Reason::Meaning),
            off(length, Reason::Length),
            off(-self.richness / RICHNESS, Reason::Richness),
            off(self.repetition / REPETITION, Reason::Repetition),
        ]
    }
}

impl Risk {
    /// The risk of a segment: `1 − points / 100 × 2^−(c² + l² + r² + d²)`, where each letter is a
    /// signal on its scale. No piece of evidence hides another one, and each is enough.
    pub fn of(score: Score, signals: Signals) -> Self {
        let findings = -(score.paragraph_points() / 100.0).log2();
        let all = [[(findings, Reason::Findings)].as_slice(), &signals.off()].concat();
        let off: f64 = all.iter().map(|(it, _)| it).sum();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
        let thousandths = ((1.0 - (-off).exp2()).clamp(0.0, 1.0) * 1000.0).round() as u16;
        let most = all.into_iter().max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, reason)| reason);
        Self { thousandths, reason: most.filter(|_| thousandths > 0) }
    }

    /// From 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.thousandths) / 1000.0
    }

    /// What makes most of it; nothing where it is none.
    pub fn reason(self) -> Option<Reason> {
        self.reason
    }
}

#[cfg(test)]
mod tests {
    use super::{Reason, Risk, Signals};
    use crate::score::Score;

    fn risk(signals: Signals) -> f64 {
        Risk::of(Score::default(), signals).value()
    }

    #[test]
    fn each_signal_alone_makes_chances_even() {
        let none = Signals::default();
        for (signals, reason) in [
            (Signals { cosine: Some(0.4), ..none }, Reason::Meaning),
            (Signals { length: Some(0.75), ..none }, Reason::Length),
            (Signals { length: Some(-0.75), ..none }, Reason::Length),
            (Signals { richness: -0.3, ..none }, Reason::Richness),
            (Signals { repetition: 0.2, ..none }, Reason::Repetition),
        ] {
            assert!((risk(signals) - 0.5).abs() < 1e-9, "{signals:?}");
            assert_eq!(Risk::of(Score::default(), signals).reason(), Some(reason));
        }
    }

    #[test]
    fn better_than_usual_is_no_risk_and_hides_none() {
        let good =
            Signals { cosine: Some(0.9), length: Some(0.0), richness: 0.4, repetition: -0.3 };
        assert!(risk(good).abs() < f64::EPSILON);
        assert_eq!(Risk::of(Score::default(), good), Risk::default());
        assert!((risk(Signals { length: Some(0.75), ..good }) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn points_count_too() {
        let score = Score { tenths: 250, ..Score::default() };
        let signals = Signals { cosine: Some(0.1), ..Signals::default() };
        let (points, both) = (score.paragraph_points(), Risk::of(score, signals).value());
        assert!((both - (1.0 - points / 100.0 / 16.0)).abs() < 0.001);
    }
}
