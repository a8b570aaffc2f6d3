use super::{Review, garbled, weighed};
use crate::finding::Finding;
use crate::score::{self, Risk, Score};
use crate::text::{Document, Place};
use std::ops::AddAssign;

/// How many findings were set aside, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    /// Those that somebody suppressed, in the text itself or in the configuration.
    pub suppressed: u32,
    /// Those that the baseline knows.
    pub accepted: u32,
    /// Those on lines that were not changed.
    pub unchanged: u32,
}

/// Why a finding is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody suppressed it.
    Suppressed,
    /// The baseline knows it.
    Accepted,
    /// Its lines were not changed.
    Unchanged,
}

impl Aside {
    /// All of them.
    pub fn sum(self) -> u32 {
        self.suppressed + self.accepted + self.unchanged
    }

    fn of(&mut self, why: Why) -> &mut u32 {
        match why {
            Why::Suppressed => &mut self.suppressed,
            Why::Accepted => &mut self.accepted,
            Why::Unchanged => &mut self.unchanged,
        }
    }
}

impl AddAssign for Aside {
    fn add_assign(&mut self, other: Self) {
        self.suppressed += other.suppressed;
        self.accepted += other.accepted;
        self.unchanged += other.unchanged;
    }
}

impl Review {
    /// Sets the findings aside that are meant, each told by its number and asked about once, in
    /// order. They are not shown, fail no gate and weigh nothing: points are always those of the
    /// findings that are shown.
    pub fn set_aside(
        &mut self,
        document: &Document,
        why: Why,
        mut is_meant: impl FnMut(usize, &Finding) -> bool,
    ) {
        let before = self.findings.len();
        let mut nth = 0;
        self.findings.retain(|it| {
            nth += 1;
            !is_meant(nth - 1, it)
        });
        let count = before - self.findings.len();
        if count > 0 {
            *self.aside.of(why) += u32::try_from(count).unwrap_or(u32::MAX);
            self.weigh(document);
        }
    }

    /// Weighs the findings, segment by segment; the sizes of these are known.
    pub(super) fn weigh(&mut self, document: &Document) {
        let mut nth = 0;
        self.paragraphs.clear();
        self.score = Score::default();
        for (paragraph, block) in (0..).zip(&document.paragraphs) {
            let mut sum = Score::default();
            for (segment, given) in (0..).zip(&block.segments) {
                let found = self.in_segment(Place { paragraph, segment });
                let tenths = score::penalty(found.iter().map(weighed).collect());
                let garbled = garbled(given.target.as_str(), found);
                let score = Score { tenths, garbled, ..self.segments[nth] };
                let signals = self.signals.get(nth).copied().unwrap_or_default();
                self.segments[nth] = Score { risk: Risk::of(score, signals), ..score };
                sum += self.segments[nth];
                nth += 1;
            }
            self.paragraphs.push(sum);
            self.score += sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Why;
    use crate::checks::Resources;
    use crate::config::Rules;
    use crate::formats::{Options, read};
    use crate::review::review;

    #[test]
    fn points_are_those_of_what_is_left() {
        let text =
            "市場部市場部的負責人說，這是一次失誤。\n\n技術部技術部的負責人說，這是一次失誤。\n";
        let mut documents = read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        let document = documents.next().expect("is one").expect("a text");
        let whole = review(&document, &Resources::default(), &Rules::default());
        assert!(whole.in_paragraph(0).len() == 1 && whole.in_paragraph(1).len() == 1, "{whole:?}");
        let mut first = whole.clone();
        first.set_aside(&document, Why::Accepted, |nth, _| nth > 0);
        assert_eq!((first.findings.len(), first.aside.accepted), (1, 1));
        assert_eq!(first.paragraphs[0], whole.paragraphs[0]);
        assert_eq!((first.paragraphs[1].tenths, first.segments[1].tenths), (0, 0));
        assert_eq!(first.paragraphs[1].size, whole.paragraphs[1].size);
        assert_eq!(first.score.tenths, whole.paragraphs[0].tenths);
        let mut same = whole.clone();
        same.set_aside(&document, Why::Accepted, |_, _| false);
        assert_eq!(same, whole);
    }
}
