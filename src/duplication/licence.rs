use super::runs::{Run, runs};
use crate::text::chars;
use rustc_hash::FxHashMap;

/// What a source allows its target to repeat.
#[derive(Clone, Debug, Default)]
pub struct Licence {
    /// Where the source says something again directly after itself, or after a word or two.
    repeats: Vec<Repeat>,
    /// Whether a word of the source is drawn out (loooong) or laughs (hahaha).
    drawn_out: bool,
    /// How many words the source has.
    words: usize,
}

#[derive(Clone, Copy, Debug)]
struct Repeat {
    /// Where it stands, as a share of the source.
    at: f64,
    copies: usize,
    /// How many words one copy has.
    words: usize,
}

impl Repeat {
    /// How many copies a target may have: of a phrase as many; a cry grows (no, no: 不不不).
    fn allows(&self) -> usize {
        if self.words == 1 { 2 * self.copies } else { self.copies }
    }
}

/// A repetition in a target that asks for a licence.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// How many copies there are.
    pub copies: usize,
    /// How many evaluation words one copy has.
    pub words: f64,
    /// How many characters one copy has.
    pub chars: usize,
    /// Where it stands, as a share of the target.
    pub at: f64,
}

/// Sources of fewer words license a repetition wherever it stands.
const SHORT: usize = 30;

/// How far a repetition may stand from where the source has one, as a share of the text.
const NEAR: f64 = 0.25;

/// A loop of more copies than this is nobody's laughter.
const ENDLESS: usize = 20;

/// A word that is drawn out is rendered by a sound of so many characters that is: 啊啊啊, hehehe.
const SOUND: usize = 2;

impl Licence {
    /// What `source` allows.
    pub fn of(source: &str) -> Self {
        let tokens = tokens(source);
        let drawn_out = tokens.iter().any(|token| is_drawn_out(token));
        Self { repeats: repeats(&tokens), drawn_out, words: tokens.len() }
    }

    /// Whether the source repeats something itself where the target does.
    pub fn covers(&self, claim: Claim) -> bool {
        let near = |it: &Repeat| self.words < SHORT || (it.at - claim.at).abs() <= NEAR;
        let alike = |it: &Repeat| claim.words <= 1.5 * share(it.words, 1) + 1.5;
        let allowed: usize =
            self.repeats.iter().filter(|it| near(it) && alike(it)).map(Repeat::allows).sum();
        claim.copies <= allowed || self.drawn_out && claim.chars <= SOUND && claim.copies < ENDLESS
    }
}

/// The words of a source in small letters, without its links.
fn tokens(source: &str) -> Vec<String> {
    let said = source.split_whitespace().filter(|word| !word.contains("://"));
    let words = said.flat_map(|word| word.split(|c: char| !chars::is_alphanumeric(c)));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn repeats(tokens: &[String]) -> Vec<Repeat> {
    let ids = numbered(tokens);
    let at = |start: usize| share(start, tokens.len());
    let repeat = |run: Run| Repeat { at: at(run.start), copies: run.copies(), words: run.period };
    let mut found: Vec<Repeat> = runs(&ids, |id| id, 0).into_iter().map(repeat).collect();
    for distance in PHRASE + 1..=FAR {
        for (start, words) in again(&ids, distance) {
            if words >= PHRASE && (distance - GAP..distance).contains(&words) {
                found.push(Repeat { at: at(start), copies: 2, words });
            }
        }
    }
    found
}

/// So many words in a row that come again after a gap are no accident: I'm going to Rome, you're
/// going to Rome.
const PHRASE: usize = 3;
const GAP: usize = 2;

/// So many words apart a phrase is still heard as said again.
const FAR: usize = 12;

/// The stretches that stand again `distance` items later, each with its first item and its length.
fn again(ids: &[u32], distance: usize) -> Vec<(usize, usize)> {
    let equal: Vec<bool> = ids.iter().zip(ids.iter().skip(distance)).map(|(a, b)| a == b).collect();
    let mut start = 0;
    let mut found = vec![];
    for group in equal.chunk_by(|a, b| a == b) {
        if group[0] {
            found.push((start, group.len()));
        }
        start += group.len();
    }
    found
}

/// A number for each item, the same for equal ones.
pub(crate) fn numbered<T: Eq + std::hash::Hash>(items: &[T]) -> Vec<u32> {
    let mut numbers = FxHashMap::default();
    let mut ids = Vec::with_capacity(items.len());
    for item in items {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        ids.push(*numbers.entry(item).or_insert(next));
    }
    ids
}

/// Where the `nth` of so many items stands, as a share.
#[expect(clippy::cast_precision_loss, reason = "a share needs no more than 52 bits")]
pub(crate) fn share(nth: usize, of: usize) -> f64 {
    nth as f64 / of.max(1) as f64
}

/// Whether a letter stands three times in a row, or a syllable does: looong, hahaha; III does not.
fn is_drawn_out(token: &str) -> bool {
    let chars: Vec<char> = token.chars().collect();
    let drawn =
        |run: &Run| run.copies() >= 3 && run.period <= 2 && chars[run.start].is_alphabetic();
    !matches!(token, "iii" | "www" | "viii" | "xiii")
        && runs(&chars, u32::from, 0).iter().any(drawn)
}

#[cfg(test)]
mod tests {
    use super::{Claim, Licence};

    fn covers(source: &str, copies: usize, words: f64) -> bool {
        let chars = if words > 1.0 { 4 } else { 1 };
        Licence::of(source).covers(Claim { copies, words, chars, at: 0.0 })
    }

    #[test]
    fn a_source_that_repeats_licenses_as_much() {
        assert!(covers("No, no, no!", 3, 0.6));
        assert!(covers("I get it, I get it.", 2, 2.4));
        assert!(!covers("No, no!", 30, 0.6));
        assert!(!covers("No, no!", 2, 6.0));
        assert!(!covers("She left early.", 2, 1.2));
    }

    #[test]
    fn a_phrase_is_allowed_as_often_as_it_is_said() {
        assert!(covers("I am going to Rome. You are going to Rome.", 2, 3.0));
        assert!(!covers("I am going to Rome. You are going to Rome.", 3, 3.0));
        assert!(!covers("Catcher pouch, mail pouch, mail sack", 4, 1.2));
    }

    #[test]
    fn a_drawn_out_word_licenses_sounds_alone() {
        assert!(covers("It is soooo good", 8, 0.6));
        assert!(!covers("It is soooo good", 8, 3.5));
        assert!(!covers("Look at PHOOOS", 2, 1.1));
        assert!(!covers("Pope Innocent III spoke", 3, 0.6));
    }
}
