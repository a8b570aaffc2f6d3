//! Where a document says the words that show what it is about.

use super::Unit;

/// Characters on either side within which a word is near: a paper changes its subject from one piece
/// to the next.
const NEAR: u32 = 2000;

/// The words of the glossary's contexts that a document says.
#[derive(Debug)]
pub(super) struct Said {
    /// The number of each with the place of its unit, sorted.
    words: Vec<(u32, u32)>,
    /// The place of each unit: how many characters stand before it.
    places: Vec<u32>,
}

impl Said {
    pub(super) fn by(units: &[Unit]) -> Self {
        let (mut words, mut places, mut passed) = (vec![], Vec::with_capacity(units.len()), 0_u32);
        for unit in units {
            words.extend(unit.target.said().iter().map(|number| (*number, passed)));
            places.push(passed);
            passed = passed.saturating_add(unit.target.size().chars);
        }
        words.sort_unstable();
        Self { words, places }
    }

    /// Whether the document says a word at all.
    pub(super) fn anywhere(&self, number: u32) -> bool {
        self.from(number, 0).is_some()
    }

    /// Whether it says a word near its unit `nth`.
    pub(super) fn near(&self, number: u32, nth: usize) -> bool {
        let here = self.places[nth];
        let place = self.from(number, here.saturating_sub(NEAR));
        place.is_some_and(|it| it <= here.saturating_add(NEAR))
    }

    /// The first place from `least` on where it says a word.
    fn from(&self, number: u32, least: u32) -> Option<u32> {
        let next = self.words.partition_point(|it| *it < (number, least));
        self.words.get(next).filter(|it| it.0 == number).map(|it| it.1)
    }
}
