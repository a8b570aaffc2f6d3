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
    /// By their first two characters.
    heads: FxHashMap<Head, Begun>,
    begins: Heads,
    tails: Vec<Tails>,
    /// Those of one character, with a bit for each: many places of a text have one of them.
    singles: FxHashMap<char, u32>,
    single: Bits<SINGLES>,
}

/// Bits, so many words of them: their number is known, so that a place in them need not be checked.
#[derive(Clone, Debug)]
struct Bits<const WORDS: usize>(Box<[u64; WORDS]>);

impl<const WORDS: usize> Default for Bits<WORDS> {
    fn default() -> Self {
        Self(Box::new([0; WORDS]))
    }
}

impl<const WORDS: usize> Bits<WORDS> {
    fn set(&mut self, bit: usize) {
        self.0[bit / 64 % WORDS] |= 1 << (bit % 64);
    }

    #[inline]
    fn has(&self, bit: usize) -> bool {
        self.0[bit / 64 % WORDS] >> (bit % 64) & 1 == 1
    }
}

/// A set of pairs of characters that may be asked for a pair that it does not have, and then
/// nearly always says so: each pair has a bit.
#[derive(Clone, Debug, Default)]
pub struct Heads(Bits<HEADS>);

impl Heads {
    /// Puts a pair in.
    pub fn add(&mut self, first: char, second: char) {
        self.0.set(pair_bit(first, second));
    }

    /// Whether the pair may have been put in.
    #[inline]
    pub fn may_have(&self, first: char, second: char) -> bool {
        self.0.has(pair_bit(first, second))
    }
}

/// Words of bits for pairs, a power of two: few enough to stay at hand, and so many that nearly all
/// bits stay free.
const HEADS: usize = 1 << 12;

#[inline]
fn pair_bit(first: char, second: char) -> usize {
    let first = u32::from(first).wrapping_mul(0x9e37_79b1);
    let hash = first ^ u32::from(second).wrapping_mul(0x85eb_ca6b);
    (hash >> 14) as usize
}

/// The first two characters of a phrase.
type Head = (char, char);

/// The phrases with the same two characters: what is asked of most is small and stands together.
#[derive(Clone, Copy, Debug, Default)]
struct Begun {
    /// With which characters those go on that have more, as bits: most texts go on with none of them.
    next: u64,
    /// The number of the phrase that has no more.
    whole: Option<u32>,
    /// Which of the [`Tails`] are theirs.
    tails: u32,
}

/// What phrases with the same two characters go on with.
#[derive(Debug, Default)]
struct Tails {
    /// How long they are, shortest first.
    lengths: Vec<usize>,
    /// What they are, sorted, with the number of each phrase.
    sorted: Vec<(Box<[char]>, u32)>,
}

impl Phrases {
    /// Takes a phrase in, and gives its number; none to an empty one. Phrases are numbered from 0,
    /// each once.
    pub fn add(&mut self, phrase: &str) -> Option<u32> {
        let mut chars = phrase.chars();
        let first = chars.next()?;
        let number = match chars.next() {
            Some(second) => {
                self.begins.add(first, second);
                self.add_tail((first, second), chars.collect())
            }
            None => self.add_single(first),
        };
        self.count += u32::from(number == self.count);
        Some(number)
    }

    fn add_tail(&mut self, head: Head, tail: Box<[char]>) -> u32 {
        let next = u32::try_from(self.tails.len()).expect("phrases fit into memory");
        let begun = self.heads.entry(head).or_insert(Begun { tails: next, ..Begun::default() });
        if begun.tails == next {
            self.tails.push(Tails::default());
        }
        let Some(first) = tail.first() else { return *begun.whole.get_or_insert(self.count) };
        begun.next |= next_bit(*first);
        self.tails[begun.tails as usize].add(tail, self.count)
    }

    fn add_single(&mut self, c: char) -> u32 {
        self.single.set(c as usize);
        *self.singles.entry(c).or_insert(self.count)
    }

    /// The number of a phrase that was taken in.
    pub fn number(&self, phrase: &str) -> Option<u32> {
        let mut chars = phrase.chars();
        let first = chars.next()?;
        let Some(second) = chars.next() else { return self.one(first) };
        let begun = self.begun(first, second)?;
        let tail: Vec<char> = chars.collect();
        if tail.is_empty() { begun.whole } else { self.tails[begun.tails as usize].number(&tail) }
    }

    /// Tells every place where a phrase stands, overlaps included, with its number: in the order
    /// of their beginnings, the shortest first.
    pub fn each(&self, text: &[char], mut tell: impl FnMut(Range<usize>, u32)) {
        for (at, [first, second]) in text.array_windows().enumerate() {
            if let Some(number) = self.one(*first) {
                tell(at..at + 1, number);
            }
            let Some(begun) = self.begun(*first, *second) else { continue };
            if let Some(number) = begun.whole {
                tell(at..at + 2, number);
            }
            let rest = &text[at + 2..];
            if rest.first().is_some_and(|c| begun.next & next_bit(*c) != 0) {
                let tails = &self.tails[begun.tails as usize];
                tails.each(rest, |length, number| tell(at..at + 2 + length, number));
            }
        }
        if let Some(number) = text.last().and_then(|last| self.one(*last)) {
            tell(text.len() - 1..text.len(), number);
        }
    }

    /// The number of the phrase that is this character.
    #[inline]
    fn one(&self, c: char) -> Option<u32> {
        if self.single.has(c as usize) { self.singles.get(&c).copied() } else { None }
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

    /// The phrases that begin so, where there are any.
    #[inline]
    fn begun(&self, first: char, second: char) -> Option<Begun> {
        let begins = self.begins.may_have(first, second);
        if begins { self.heads.get(&(first, second)).copied() } else { None }
    }
}

impl Tails {
    fn add(&mut self, tail: Box<[char]>, next: u32) -> u32 {
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
        let at = self.sorted.binary_search_by(|(it, _)| it.as_ref().cmp(tail)).ok()?;
        Some(self.sorted[at].1)
    }

    /// Those that `rest` begins with, with their lengths.
    fn each(&self, rest: &[char], mut tell: impl FnMut(usize, u32)) {
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

/// Words of bits for phrases of one character: so many that nearly all of them stay free.
const SINGLES: usize = 1 << 7;

impl<S: AsRef<str>> FromIterator<S> for Phrases {
    fn from_iter<I: IntoIterator<Item = S>>(all: I) -> Self {
        let mut phrases = Self::default();
        for phrase in all {
            phrases.add(phrase.as_ref());
        }
        phrases
    }
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
