//! What a source says that its translation should show, and what a target shows.

use super::words::{is_function_word, latin};
use crate::lexicon::{Lexicon, pairs};
use crate::numbers::{self, Figure};
use crate::text::Shadow;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// Something that stands in a target: a character, two neighbours, a Latin word, a value.
pub(super) type Key = u32;

/// One thing that a source says: a word, a number, that it asks.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    /// What in a target shows it.
    pub(super) keys: Rc<[Key]>,
    /// How likely a true translation shows it.
    pub(super) shown: f32,
    /// How often a character of another text shows it by chance.
    pub(super) rate: f32,
    /// Whether it is said by few texts: a name, a number.
    pub(super) is_rare: bool,
}

fn key(what: impl Hash) -> Key {
    let mut hasher = FxHasher::default();
    what.hash(&mut hasher);
    #[allow(clippy::cast_possible_truncation, reason = "half of a hash is a hash")]
    let half = (hasher.finish() >> 32) as Key;
    half
}

const QUESTION: (u8, char) = (1, '?');
const QUOTATION: (u8, char) = (1, '"');

fn latin_key(word: &str) -> Key {
    key((2_u8, word.trim_end_matches("'s").trim_end_matches("’s").to_lowercase()))
}

fn han_key(pair: &str) -> Key {
    key((3_u8, pair))
}

/// The values of the numbers that are written to be counted.
fn values(figures: &[Figure]) -> impl Iterator<Item = Key> {
    figures.iter().filter(|it| it.is_telling()).filter_map(Figure::value).map(|it| key((4_u8, it)))
}

/// Reads sources. What a word claims is worked out once for all pieces.
#[derive(Debug, Default)]
pub(super) struct Reader {
    words: FxHashMap<String, Claim>,
}

/// How often a single character of a rendering, and how often two neighbours, stand at a place of
/// a text by chance, measured on clean pairs against the next sentence.
const BY_CHANCE: (f32, f32) = (0.0015, 0.0001);

/// The share of content words a rendering of which stands in a good translation.
const SHOWN: f32 = 0.62;

impl Reader {
    /// What a source claims, without what it says again, and how many of its words have
    /// renderings, of how many.
    pub(super) fn claims(&mut self, source: &str) -> (Vec<Claim>, (usize, usize)) {
        let (mut claims, known) = self.said(source);
        claims.extend(marks(source));
        (claims, known)
    }

    /// The same without what its marks claim.
    pub(super) fn said(&mut self, source: &str) -> (Vec<Claim>, (usize, usize)) {
        let figures = numbers::english(source);
        let value = |key| Claim::of(vec![key], 0.8, 0.0005, true);
        let mut claims: Vec<Claim> = values(&figures).map(value).collect();
        let (mut known, mut all) = (0, 0);
        let mut seen: Vec<&str> = latin(source).filter(|it| !is_number(it)).collect();
        seen.sort_unstable();
        seen.dedup();
        for word in seen {
            let small = word.to_lowercase();
            all += 1;
            if is_function_word(&small) {
                known += 1;
                continue;
            }
            if !self.words.contains_key(word) {
                self.words.insert(word.to_owned(), claim(word));
            }
            let claim = &self.words[word];
            known += usize::from(claim.keys.len() > 1);
            claims.push(claim.clone());
        }
        (claims, (known, all))
    }
}

impl Claim {
    fn of(keys: Vec<Key>, shown: f32, rate: f32, is_rare: bool) -> Self {
        Self { keys: keys.into(), shown, rate, is_rare }
    }

    /// How likely a strange text of so many characters shows it.
    pub(super) fn by_chance(&self, length: f32) -> f32 {
        (1.0 - (-self.rate * length).exp()).clamp(0.01, 0.9)
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|c| c.is_ascii_digit())
}

/// What the marks of a source claim.
fn marks(source: &str) -> Vec<Claim> {
    let asks = source.contains('?');
    let quotes = source.contains(['"', '“', '”', '‘']);
    let question = asks.then(|| Claim::of(vec![key(QUESTION)], 0.93, 0.002, false));
    let quotation = quotes.then(|| Claim::of(vec![key(QUOTATION)], 0.85, 0.006, false));
    question.into_iter().chain(quotation).collect()
}

/// What a word claims: one of its renderings, or itself.
fn claim(word: &str) -> Claim {
    let is_name = word.starts_with(char::is_uppercase);
    let named = Lexicon.name_renderings(word).filter(|_| is_name);
    let mut shown: Vec<&str> = Lexicon.renderings(word).chain(named).flat_map(pairs).collect();
    shown.sort_unstable();
    shown.dedup();
    let single = shown.iter().filter(|it| it.chars().nth(1).is_none()).count();
    let double = shown.len() - single;
    #[allow(clippy::cast_precision_loss, reason = "they are few")]
    let rate = BY_CHANCE.0 * single as f32 + BY_CHANCE.1 * double as f32;
    let has_none = shown.is_empty();
    let keys = std::iter::once(latin_key(word)).chain(shown.into_iter().map(han_key)).collect();
    match (has_none, is_name) {
        // A word that no list has is kept in some translations, and in most of them it is not.
        (true, _) => Claim::of(keys, 0.25, 0.0001, true),
        (false, true) => Claim::of(keys, 0.5, rate.max(0.0002), false),
        (false, false) => Claim::of(keys, SHOWN, rate, false),
    }
}

/// What a target shows, in order and each thing once.
pub(super) fn shown(target: &str) -> Vec<Key> {
    let shadow = Shadow::of(target);
    let mut keys: Vec<Key> = values(&numbers::han(target, &shadow)).collect();
    keys.extend(latin(target).map(latin_key));
    let folded = shadow.text();
    let mut before = None;
    for (at, c) in folded.char_indices() {
        let is_han = crate::text::chars::is_han(c);
        let end = at + c.len_utf8();
        if is_han {
            keys.push(han_key(&folded[at..end]));
            keys.extend(before.map(|start: usize| han_key(&folded[start..end])));
        }
        before = is_han.then_some(at);
    }
    let asks = target.contains(['？', '?', '吗', '嗎', '呢']);
    let quotes = target.contains(['"', '“', '”', '「', '『', '‘', '《']);
    keys.extend(asks.then(|| key(QUESTION)));
    keys.extend(quotes.then(|| key(QUOTATION)));
    keys.sort_unstable();
    keys.dedup();
    keys
}
