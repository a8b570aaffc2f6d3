use super::index::stands_alone;
use crate::text::Shadow;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Everything that is looked for in a text, by its folded characters.
///
/// Hardly any place of a text begins with the first two characters of a pattern: a set of bits
/// tells so at a glance. Where one does, the text is looked up in each of the lengths that such
/// patterns have. On Chinese text that is several times faster than an automaton, and costs
/// next to nothing to make.
#[derive(Debug, Default)]
pub(super) struct Scanner {
    /// The number of each pattern.
    numbers: FxHashMap<Box<[char]>, u32>,
    /// The lengths of the patterns that begin with two characters, shortest first; the second of
    /// a pattern of one is [`NONE`].
    lengths: FxHashMap<(char, char), Vec<u32>>,
    /// The beginnings as bits, of which two may share one.
    begins: Vec<u64>,
}

/// The characters of a pattern in a shadow, and its number.
pub(super) type Standing = (Range<usize>, u32);

/// Stands for a second character where a pattern has none; no text holds it after its end.
const NONE: char = '\u{10ffff}';

/// Bits for beginnings: so many that most of them stay free.
const BITS: usize = 1 << 18;

impl Scanner {
    /// Takes a folded text in, and gives its number; none to an empty one.
    pub(super) fn add(&mut self, folded: &str) -> Option<u32> {
        let chars: Box<[char]> = folded.chars().collect();
        if chars.is_empty() {
            return None;
        }
        let next = u32::try_from(self.numbers.len()).expect("a glossary fits into memory");
        let number = *self.numbers.entry(chars.clone()).or_insert(next);
        if number < next {
            return Some(number);
        }
        let second = chars.get(1).copied().unwrap_or(NONE);
        self.note(chars[0], second, chars.len());
        Some(number)
    }

    fn note(&mut self, first: char, second: char, length: usize) {
        self.begins.resize(BITS / 64, 0);
        let bit = bit(first, second);
        self.begins[bit / 64] |= 1 << (bit % 64);
        let lengths = self.lengths.entry((first, second)).or_default();
        let length = u32::try_from(length).expect("a pattern is short");
        if let Err(at) = lengths.binary_search(&length) {
            lengths.insert(at, length);
        }
    }

    /// The number of a folded text that was taken in.
    pub(super) fn number(&self, folded: &str) -> Option<u32> {
        let chars: Vec<char> = folded.chars().collect();
        self.numbers.get(chars.as_slice()).copied()
    }

    /// Every pattern that stands in the text as a word of its own, overlaps included, in the order
    /// of their beginnings, the shortest first.
    pub(super) fn standing(&self, shadow: &Shadow) -> Vec<Standing> {
        let chars = shadow.chars();
        let mut found = vec![];
        let mut note = |range: Range<usize>, number: u32| {
            if stands_alone(chars, &range) {
                found.push((range, number));
            }
        };
        for (at, first) in chars.iter().enumerate() {
            let second = chars.get(at + 1).copied().unwrap_or(NONE);
            for second in [NONE, second].into_iter().filter(|second| self.begins(*first, *second)) {
                for length in self.lengths.get(&(*first, second)).into_iter().flatten() {
                    let range = at..at + *length as usize;
                    let number = chars.get(range.clone()).and_then(|it| self.numbers.get(it));
                    number.into_iter().for_each(|number| note(range.clone(), *number));
                }
            }
        }
        found
    }

    /// Whether a pattern may begin with these two characters.
    fn begins(&self, first: char, second: char) -> bool {
        let bit = bit(first, second);
        self.begins.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }
}

fn bit(first: char, second: char) -> usize {
    let mixed =
        u32::from(first).wrapping_mul(0x9e37_79b1) ^ u32::from(second).wrapping_mul(0x85eb_ca6b);
    (mixed >> 14) as usize % BITS
}
