use super::Score;

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
pub struct Risk(u16);

/// The cosine of a usual translation, and how far below it stands even chances.
const COSINE: (f64, f64) = (0.7, 0.3);

/// How far from the expected length, up or down, stand even chances: 2.1 times.
const LENGTH: f64 = 0.75;

/// How far below the richness of clean text stand even chances: a quarter of the characters.
const RICHNESS: f64 = 0.3;

/// From which share of repetition on the chances are even.
const REPETITION: f64 = 0.2;

impl Signals {
    /// How far off it is in all: 1 is even chances. Clean translations, whose deviation is about
    /// a third of each scale, are at about 0.2.
    fn off(self) -> f64 {
        let cosine = self.cosine.map_or(0.0, |it| (COSINE.0 - it) / COSINE.1);
        let length = self.length.map_or(0.0, |it| it.abs() / LENGTH);
        let below = [cosine, length, -self.richness / RICHNESS, self.repetition / REPETITION];
        below.into_iter().map(|it| it.max(0.0).powi(2)).sum()
    }
}

impl Risk {
    /// The risk of a segment: `1 − points / 100 × 2^−(c² + l² + r² + d²)`, where each letter is a
    /// signal on its scale. No piece of evidence hides another one, and each is enough.
    pub fn of(score: Score, signals: Signals) -> Self {
        let clean = score.paragraph_points() / 100.0 * (-signals.off()).exp2();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
        Self(((1.0 - clean).clamp(0.0, 1.0) * 1000.0).round() as u16)
    }

    /// From 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Risk, Signals};
    use crate::score::Score;

    fn risk(signals: Signals) -> f64 {
        Risk::of(Score::default(), signals).value()
    }

    #[test]
    fn each_signal_alone_makes_chances_even() {
        let none = Signals::default();
        for signals in [
            Signals { cosine: Some(0.4), ..none },
            Signals { length: Some(0.75), ..none },
            Signals { length: Some(-0.75), ..none },
            Signals { richness: -0.3, ..none },
            Signals { repetition: 0.2, ..none },
        ] {
            assert!((risk(signals) - 0.5).abs() < 1e-9, "{signals:?}");
        }
    }

    #[test]
    fn better_than_usual_is_no_risk_and_hides_none() {
        let good =
            Signals { cosine: Some(0.9), length: Some(0.0), richness: 0.4, repetition: -0.3 };
        assert!(risk(good).abs() < f64::EPSILON);
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
