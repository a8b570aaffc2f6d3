use super::{Fit, Part};
use crate::score::{Reason, shown};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Which of two translations is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// The first one.
    A,
    /// The second one.
    B,
    /// Neither.
    Same,
}

/// The same part of a text in two translations.
#[derive(Clone, Debug)]
pub struct Pair {
    /// In the first one.
    pub a: Part,
    /// In the second one.
    pub b: Part,
}

/// How often a check found something in each translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub check: &'static str,
    /// How often in the first one.
    pub a: u32,
    /// How often in the second one.
    pub b: u32,
    /// By how much the penalty of the second one is greater for it, in tenths.
    pub tenths: i64,
}

/// Two translations of one text, side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// What was put beside what.
    pub fit: Fit,
    /// Each part in both, in the order of the first one.
    pub pairs: Vec<Pair>,
    /// How many units only the first one has, and how many only the second one.
    pub alone: [usize; 2],
}

impl Pair {
    /// How many points the second one has more; less than none if it is worse.
    pub fn gain(&self) -> f64 {
        let [a, b] = [&self.a, &self.b].map(|it| shown(it.score.paragraph_points()));
        shown(b - a)
    }

    /// Which is better: the one with less risk, which counts the findings and hears what no finding
    /// tells. Where the risks are close, the one with less penalty a word.
    pub fn better(&self) -> Better {
        let safer = self.a.risk() - self.b.risk();
        let cleaner = self.a.rate() - self.b.rate();
        match if safer.abs() > CLOSE { safer } else { cleaner } {
            0.0 => Better::Same,
            gain if gain > 0.0 => Better::B,
            _ => Better::A,
        }
    }

    /// What makes the worse one worse.
    pub fn reason(&self) -> Option<Reason> {
        let worse = if self.better() == Better::B { &self.a } else { &self.b };
        worse.score.risk.reason()
    }

    /// What was found more or less often, what weighs most first.
    pub fn changes(&self) -> Vec<Change> {
        let mut both: BTreeMap<&'static str, [(u32, u32); 2]> = BTreeMap::new();
        for (side, part) in [&self.a, &self.b].into_iter().enumerate() {
            for (check, found) in &part.checks {
                both.entry(check).or_default()[side] = *found;
            }
        }
        let change = |(check, [a, b]): (&'static str, [(u32, u32); 2])| {
            let tenths = i64::from(b.1) - i64::from(a.1);
            Change { check, a: a.0, b: b.0, tenths }
        };
        let mut changes: Vec<Change> = both.into_iter().map(change).collect();
        changes.retain(|it| it.a != it.b || it.tenths != 0);
        changes.sort_by_key(|it| (Reverse(it.tenths.abs()), it.check));
        changes
    }
}

/// Risks that differ by a hundredth are close; they are shown with two decimals.
const CLOSE: f64 = 0.015;

impl Comparison {
    /// All parts of each as one.
    pub fn whole(&self) -> Pair {
        let mut sum = Pair { a: Part::default(), b: Part::default() };
        for it in &self.pairs {
            sum.a += &it.a;
            sum.b += &it.b;
        }
        sum
    }

    /// How many points the second one has less as a whole; less than none if it has more.
    pub fn drop(&self) -> f64 {
        let Pair { a, b } = self.whole();
        shown(shown(a.score.document_points()) - shown(b.score.document_points()))
    }

    /// Which one is better as a whole.
    pub fn better(&self) -> Better {
        self.whole().better()
    }

    /// How many parts are better in the first one, the same, better in the second one.
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for it in &self.pairs {
            counts[match it.better() {
                Better::A => 0,
                Better::Same => 1,
                Better::B => 2,
            }] += 1;
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::{Better, Change, Pair, Part};
    use crate::score::Score;

    fn part(checks: &[(&'static str, u32, u32)], risk: f64) -> Part {
        let checks = checks.iter().map(|(id, count, tenths)| (*id, (*count, *tenths))).collect();
        Part { checks, worry: risk, ..Part::default() }
    }

    #[test]
    fn the_one_with_less_risk_is_better() {
        let better = |a, b| Pair { a: part(&[], a), b: part(&[], b) }.better();
        assert_eq!(better(0.3, 0.1), Better::B);
        assert_eq!(better(0.1, 0.3), Better::A);
        assert_eq!(better(0.1, 0.11), Better::Same);
    }

    #[test]
    fn where_the_risks_are_close_the_penalty_decides() {
        let part =
            |tenths, risk| Part { score: Score { tenths, ..Score::default() }, ..part(&[], risk) };
        let better = |a, b| Pair { a, b }.better();
        assert_eq!(better(part(50, 0.1), part(10, 0.11)), Better::B);
        assert_eq!(better(part(10, 0.1), part(50, 0.1)), Better::A);
        assert_eq!(better(part(50, 0.1), part(10, 0.2)), Better::A);
    }

    #[test]
    fn what_changed_is_told_the_heaviest_first() {
        let a = part(&[("collapse", 1, 250), ("calque", 2, 100), ("mojibake", 1, 10)], 0.0);
        let b = part(&[("calque", 1, 50), ("mojibake", 1, 10), ("homoglyph", 3, 30)], 0.0);
        let change = |check, a, b, tenths| Change { check, a, b, tenths };
        let expected = [
            change("collapse", 1, 0, -250),
            change("calque", 2, 1, -50),
            change("homoglyph", 0, 3, 30),
        ];
        assert_eq!(Pair { a, b }.changes(), expected);
    }
}
