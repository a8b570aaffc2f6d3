//! Which characters usually stand side by side, as the Chinese Wikipedia has them.
//!
//! Such a model says little of modern engines: what they garble is as fluent, character by
//! character, as what they do well, and rare names surprise it more than nonsense. It knows word
//! salad where the rest of the document does not read like that, and it can point at a place. It
//! is never asked alone, and only of sentences against which there is something else.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::LazyLock;

/// The most frequent characters in the form of the shadow, and the pairs of them that occur.
///
/// All numbers are little-endian. First the code points of the characters (`u16`), sorted; then
/// -16 ln p of each (`u8`); then where the row of each starts among the rows (`u32`, and where the
/// last ends); then the rows (`u16`): for each pair twelve bits of the number of its second
/// character and four of its ln p. `tools/build_resources.py` makes it.
static TABLE: &[u8] = include_bytes!("pairs.bin");

const COUNT: usize = 4096;
const SINGLES: usize = 2 * COUNT;
const STARTS: usize = SINGLES + COUNT;
const ROWS: usize = STARTS + 4 * (COUNT + 1);

/// The least ln p of a pair that occurs, and how far the sixteen steps are apart.
const FLOOR: f64 = -16.0;
const STEP: f64 = 0.75;

/// What is taken for the ln p of a pair that the table does not have.
const UNSEEN: f64 = -16.5;

/// The pairs from which the looseness of a text is reckoned at least.
const LEAST: usize = 12;

/// Characters that met by chance would make such a pair twelve times as often as the rarest that
/// the table has.
const EXPECTED: f64 = -13.5;

/// How much less often than by chance its characters stand side by side, in nats a pair: about
/// -2.15 in good texts, 0 where they are thrown together. Nothing for a text of few characters.
///
/// Rare characters weigh no more than usual ones. It is to be held against what is [`usual`] in
/// the same document.
pub fn looseness(shadow: &[char]) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0);
    for pair in pairs(shadow) {
        sum += pair.expected() - pair.seen.unwrap_or(UNSEEN);
        count += 1;
    }
    (count >= LEAST).then(|| sum / f64::from(u32::try_from(count).unwrap_or(u32::MAX)))
}

/// The sentences that a document has at least before they tell what is usual in it.
const ENOUGH: usize = 8;

/// The median of clean news and other texts.
const GENERAL: f64 = -2.15;

/// What is usual in a document: the median of its sentences' looseness, or that of all texts where
/// it has only a few sentences.
pub fn usual(mut sentences: Vec<f64>) -> f64 {
    sentences.sort_by(f64::total_cmp);
    if sentences.len() < ENOUGH { GENERAL } else { sentences[sentences.len() / 2] }
}

/// Of the pairs of characters that should be common and are never seen, the one that should be the
/// most common.
pub fn odd_pair(shadow: &[char]) -> Option<Range<usize>> {
    let odd = pairs(shadow).filter(|it| it.seen.is_none() && it.expected() >= EXPECTED);
    // Of equals the first one counts.
    let worse = |one: Pair, two: Pair| if two.expected() > one.expected() { two } else { one };
    odd.reduce(worse).map(|it| it.at..it.at + 2)
}

/// Two characters side by side that the table knows.
struct Pair {
    /// Where the first one stands.
    at: usize,
    /// The ln p of each, and of the two together.
    first: f64,
    second: f64,
    seen: Option<f64>,
}

impl Pair {
    fn of(at: usize, first: usize, second: usize) -> Self {
        let row = start(first)..start(first + 1);
        let wanted = u16::try_from(second).unwrap_or(u16::MAX);
        let entry = |nth: usize| short(ROWS + 2 * nth);
        let seen = find(row, |nth| (entry(nth) >> 4).cmp(&wanted));
        let seen = seen.map(|nth| STEP.mul_add(f64::from(entry(nth) & 15) + 0.5, FLOOR));
        Self { at, first: alone(first), second: alone(second), seen }
    }

    /// The ln p that the pair has if its characters meet by chance.
    fn expected(&self) -> f64 {
        self.first + self.second
    }
}

fn pairs(shadow: &[char]) -> impl Iterator<Item = Pair> {
    let (numbers, mut last) = (NUMBERS.as_slice(), None);
    shadow.iter().enumerate().filter_map(move |(at, c)| {
        let before = std::mem::replace(&mut last, number(numbers, *c));
        let (first, second) = (before?, last?);
        Some(Pair::of(at - 1, first, second))
    })
}

/// The number of a character among those of the table.
fn number(numbers: &[u16], c: char) -> Option<usize> {
    numbers.get(c as usize).map(|it| usize::from(*it)).filter(|it| *it < COUNT)
}

/// For each character of the first plane its number, or one that no character of the table has.
static NUMBERS: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut numbers = vec![u16::MAX; 1 << 16];
    for (nth, at) in (0..).zip((0..SINGLES).step_by(2)) {
        numbers[usize::from(short(at))] = nth;
    }
    numbers
});

/// The ln p of a character.
fn alone(number: usize) -> f64 {
    f64::from(TABLE[SINGLES + number]) / -16.0
}

/// Where the row of a character starts.
fn start(number: usize) -> usize {
    let at = STARTS + 4 * number;
    let bytes = [TABLE[at], TABLE[at + 1], TABLE[at + 2], TABLE[at + 3]];
    usize::try_from(u32::from_le_bytes(bytes)).unwrap_or(usize::MAX)
}

fn short(at: usize) -> u16 {
    u16::from_le_bytes([TABLE[at], TABLE[at + 1]])
}

/// The number in a sorted range that `order` calls equal; `order` says where one stands beside
/// what is sought.
fn find(range: Range<usize>, order: impl Fn(usize) -> Ordering) -> Option<usize> {
    let Range { start: mut low, end: mut high } = range;
    while low < high {
        let middle = usize::midpoint(low, high);
        match order(middle) {
            Ordering::Equal => return Some(middle),
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{COUNT, GENERAL, ROWS, TABLE, looseness, odd_pair, short, start, usual};

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn the_table_is_whole_and_sorted() {
        assert_eq!(TABLE.len(), ROWS + 2 * start(COUNT));
        assert!((1..COUNT).all(|nth| short(2 * nth - 2) < short(2 * nth)));
        for nth in 0..COUNT {
            let row: Vec<u16> =
                (start(nth)..start(nth + 1)).map(|it| short(ROWS + 2 * it) >> 4).collect();
            assert!(row.is_sorted_by(|one, two| one < two), "row {nth}");
        }
    }

    /// A file that git or an editor took for text would still be read.
    #[test]
    fn the_table_is_the_one_that_was_measured() {
        let fnv = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        assert_eq!(TABLE.iter().fold(0xcbf2_9ce4_8422_2325, fnv), 0xdc09_7103_26d0_01d8);
    }

    #[test]
    fn word_salad_is_loose() {
        let said = looseness(&chars("公司昨天公布了新的产品和今年的计划")).expect("it is long");
        let salad = looseness(&chars("计布的今公昨产年公司新划和天品了的")).expect("it is long");
        assert!(salad > said + 1.5, "{salad} {said}");
        assert_eq!(looseness(&chars("公布了 2025 年的产品")), None, "it is short");
        assert_eq!(looseness(&chars("Released in 2025 by the company")), None);
    }

    #[test]
    fn a_document_of_a_few_sentences_is_held_against_all_texts() {
        let near = |one: f64, two: f64| (one - two).abs() < f64::EPSILON;
        assert!(near(usual(vec![-1.0; 7]), GENERAL));
        assert!(near(usual(vec![-3.0, 0.0, -1.0, -2.0, -1.5, -1.0, -1.0, -0.5]), -1.0));
    }

    #[test]
    fn a_pair_that_should_be_common_is_pointed_at() {
        assert_eq!(odd_pair(&chars("公司昨天公布了最的产品")), Some(7..9));
        assert_eq!(odd_pair(&chars("公司昨天公布了最新的产品")), None);
    }
}
