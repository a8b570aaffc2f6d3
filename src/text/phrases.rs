use rustc_hash::FxHashMap;
use std::ops::Range;

/// Phrases that are looked for in texts, all in one pass, character by character.
///
/// Hardly any place of a text begins with the first two characters of a phrase: a set of bits
/// tells so at a glance. Where one does, what follows is looked up in each of the lengths that such
/// phrases have. On Chinese text that is faster than an automaton, and costs next to nothing to
/// make.
///
/// ```
/// use xindaya::text::Phrases;
///
/// let phrases: Phrases = ["人工", "人工智能"].into_iter().collect();
/// let text: Vec<char> = "说人工智能".chars().collect();
/// assert_eq!(phrases.longest(&text), [(1..5, 1)]);
/// ```
#[derive(Debug, Default)]
pub struct Phrases {
    /// How many there are.
    count: u32,
    /// By their first two characters; the second of a phrase of one is [`NONE`].
    heads: FxHashMap<Head, Tails>,
    begins: Heads,
    /// Whether there are phrases of one character.
    has_single: bool,
}

/// A set of pairs of characters that may be asked for a pair that it does not have, and then
/// nearly always says so.
#[derive(Clone, Debug, Default)]
pub struct Heads(Vec<u64>);

impl Heads {
    /// Puts a pair in.
    pub fn add(&mut self, first: char, second: char) {
        self.0.resize(BITS / 64, 0);
        let bit = bit(first, second);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether the pair may have been put in.
    pub fn may_have(&self, first: char, second: char) -> bool {
        let bit = bit(first, second);
        self.0.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }
}

/// The first two characters of a phrase.
type Head = (char, char);

/// What phrases with the same two characters go on with.
#[derive(Debug, Default)]
struct Tails {
    /// The number of the phrase that has no more than its head.
    whole: Option<u32>,
    /// With which characters the others go on, as bits: most texts go on with none of them.
    next: u64,
    /// How long these are, shortest first.
    lengths: Vec<usize>,
    /// What they are, sorted, with the number of each phrase.
    sorted: Vec<(Box<[char]>, u32)>,
}

/// Stands for a second character where a phrase has none.
const NONE: char = '\u{10ffff}';

/// Bits for beginnings: so many that most of them stay free.
const BITS: usize = 1 << 19;

impl Phrases {
    /// Takes a phrase in, and gives its number; none to an empty one. Phrases are numbered from 0,
    /// each once.
    pub fn add(&mut self, phrase: &str) -> Option<u32> {
        let (head, tail) = split(phrase)?;
        self.begins.add(head.0, head.1);
        self.has_single |= head.1 == NONE;
        let number = self.heads.entry(head).or_default().add(tail, self.count);
        self.count += u32::from(number == self.count);
        Some(number)
    }

    /// The number of a phrase that was taken in.
    pub fn number(&self, phrase: &str) -> Option<u32> {
        let (head, tail) = split(phrase)?;
        self.heads.get(&head)?.number(&tail)
    }

    /// Tells every place where a phrase stands, overlaps included, with its number: in the order
    /// of their beginnings, the shortest first.
    pub fn each(&self, text: &[char], mut tell: impl FnMut(Range<usize>, u32)) {
        for (at, first) in text.iter().enumerate() {
            if self.has_single
                && let Some(number) = self.tails(*first, NONE).and_then(|it| it.whole)
            {
                tell(at..at + 1, number);
            }
            if let Some(tails) = text.get(at + 1).and_then(|second| self.tails(*first, *second)) {
                tails.each(&text[at + 2..], |length, number| tell(at..at + 2 + length, number));
            }
        }
    }

    /// The places of phrases, leftmost first, the longest of those that begin together, none inside
    /// another.
    pub fn longest(&self, text: &[char]) -> Vec<(Range<usize>, u32)> {
        let mut found: Vec<(Range<usize>, u32)> = vec![];
        self.each(text, |range, number| match found.last_mut() {
            Some(last) if last.0.start == range.start => *last = (range, number),
            Some(last) if range.start < last.0.end => {}
            _ => found.push((range, number)),
        });
        found
    }

    /// What phrases that begin so go on with, where there are any.
    fn tails(&self, first: char, second: char) -> Option<&Tails> {
        let begins = self.begins.may_have(first, second);
        if begins { self.heads.get(&(first, second)) } else { None }
    }
}

impl Tails {
    fn add(&mut self, tail: Box<[char]>, next: u32) -> u32 {
        let Some(first) = tail.first() else { return *self.whole.get_or_insert(next) };
        self.next |= next_bit(*first);
        if let Err(at) = self.lengths.binary_search(&tail.len()) {
            self.lengths.insert(at, tail.len());
        }
        match self.sorted.binary_search_by(|(it, _)| it.cmp(&tail)) {
            Ok(at) => self.sorted[at].1,
            Err(at) => {
                self.sorted.insert(at, (tail, next));
                next
            }
        }
    }

    fn number(&self, tail: &[char]) -> Option<u32> {
        if tail.is_empty() {
            return self.whole;
        }
        let at = self.sorted.binary_search_by(|(it, _)| it.as_ref().cmp(tail)).ok()?;
        Some(self.sorted[at].1)
    }

    /// Those that `rest` begins with, with their lengths.
    fn each(&self, rest: &[char], mut tell: impl FnMut(usize, u32)) {
        if let Some(number) = self.whole {
            tell(0, number);
        }
        if rest.first().is_none_or(|c| self.next & next_bit(*c) == 0) {
            return;
        }
        for length in &self.lengths {
            if let Some(number) = rest.get(..*length).and_then(|tail| self.number(tail)) {
                tell(*length, number);
            }
        }
    }
}

/// The bit of what goes on with a character.
fn next_bit(c: char) -> u64 {
    1 << (u32::from(c).wrapping_mul(0x9e37_79b1) >> 26)
}

/// The first two characters of a phrase, and the others.
fn split(phrase: &str) -> Option<(Head, Box<[char]>)> {
    let mut chars = phrase.chars();
    let head = (chars.next()?, chars.next().unwrap_or(NONE));
    Some((head, chars.collect()))
}

impl<S: AsRef<str>> FromIterator<S> for Phrases {
    fn from_iter<I: IntoIterator<Item = S>>(all: I) -> Self {
        let mut phrases = Self::default();
        for phrase in all {
            phrases.add(phrase.as_ref());
        }
        phrases
    }
}

fn bit(first: char, second: char) -> usize {
    let first = u32::from(first).wrapping_mul(0x9e37_79b1);
    let second = u32::from(second).wrapping_mul(0x85eb_ca6b);
    ((first ^ second) >> 14) as usize % BITS
}

#[cfg(test)]
mod tests {
    use super::Phrases;
    use std::ops::Range;

    fn each(phrases: &[&str], text: &str) -> Vec<(Range<usize>, u32)> {
        let mut found = vec![];
        let text: Vec<char> = text.chars().collect();
        phrases
            .iter()
            .collect::<Phrases>()
            .each(&text, |range, number| found.push((range, number)));
        found
    }

    #[test]
    fn all_places_are_told() {
        let found = each(&["甲", "甲乙", "乙丙丁", "甲", ""], "甲乙丙丁甲");
        assert_eq!(found, [(0..1, 0), (0..2, 1), (1..4, 2), (4..5, 0)]);
        assert_eq!(each(&[], "甲乙"), []);
        assert_eq!(each(&["甲乙"], ""), []);
    }

    #[test]
    fn the_longest_of_each_beginning_wins() {
        let phrases: Phrases = ["甲", "甲乙", "乙丙丁", "丙"].into_iter().collect();
        let text: Vec<char> = "甲乙丙丁".chars().collect();
        assert_eq!(phrases.longest(&text), [(0..2, 1), (2..3, 3)]);
        assert_eq!((phrases.number("乙丙丁"), phrases.number("丁")), (Some(2), None));
    }
}
