use super::index::stands_alone;
use crate::text::Shadow;
use daachorse::charwise::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Everything that is looked for in a text, in one automaton over folded texts.
///
/// A name, a wrong sense and a word that shows a subject may be the same text; each is looked for
/// once.
#[derive(Default)]
pub(super) struct Scanner {
    /// The number of each pattern, by its folded text.
    numbers: FxHashMap<String, u32>,
    /// The length of each pattern in characters.
    lengths: Vec<u32>,
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
}

/// The characters of a pattern in a shadow, and its number.
pub(super) type Standing = (Range<usize>, u32);

impl std::fmt::Debug for Scanner {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.debug_struct("Scanner").field("patterns", &self.lengths.len()).finish_non_exhaustive()
    }
}

impl Scanner {
    /// Takes a folded text in, and gives its number; none to an empty one.
    pub(super) fn add(&mut self, folded: String) -> Option<u32> {
        let next = u32::try_from(self.lengths.len()).expect("a glossary fits into memory");
        let length = u32::try_from(folded.chars().count()).expect("a pattern is short");
        if length == 0 {
            return None;
        }
        let number = *self.numbers.entry(folded).or_insert(next);
        if number == next {
            self.lengths.push(length);
        }
        Some(number)
    }

    /// The number of a folded text that was taken in.
    pub(super) fn number(&self, folded: &str) -> Option<u32> {
        self.numbers.get(folded).copied()
    }

    /// How many characters a pattern has.
    pub(super) fn length(&self, number: u32) -> usize {
        self.lengths[number as usize] as usize
    }

    /// Makes the automaton, once all is taken in.
    pub(super) fn build(&mut self) {
        let mut patterns: Vec<(&str, u32)> =
            self.numbers.iter().map(|(text, number)| (text.as_str(), *number)).collect();
        patterns.sort_unstable_by_key(|(_, number)| *number);
        // It refuses an empty list; and patterns that differ and are not empty, it takes.
        self.automaton =
            CharwiseDoubleArrayAhoCorasickBuilder::new().build_with_values(patterns).ok();
    }

    /// Every pattern that stands in the text as a word of its own, overlaps included, in the order
    /// of their ends.
    pub(super) fn standing(&self, shadow: &Shadow) -> Vec<Standing> {
        let Some(automaton) = &self.automaton else { return vec![] };
        let (mut byte, mut end) = (0, 0);
        let mut found = vec![];
        for it in automaton.find_overlapping_iter(shadow.text()) {
            // Matches come in the order of their ends, so the characters are counted only once.
            end += shadow.text()[byte..it.end()].chars().count();
            byte = it.end();
            let chars = end - self.length(it.value())..end;
            if stands_alone(shadow.chars(), &chars) {
                found.push((chars, it.value()));
            }
        }
        found
    }
}
