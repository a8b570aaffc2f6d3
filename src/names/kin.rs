use super::{Case, Latin, Source, is_syllables};

/// A Latin word of a translation that its source does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranger {
    /// Its number among the words of the translation.
    pub nth: usize,
    /// The word of the source that it was meant for, where one is near.
    pub meant: Option<String>,
}

/// The Latin words of a translation that are spelled otherwise than in its source, or glued
/// together from pieces of it. What the source has is right, and so are words and names that
/// somebody has listed and that are near none of it.
///
/// Unknown words that nobody could take for a Chinese or Japanese name are mangled or misspelled,
/// which is said elsewhere.
pub fn strangers(words: &[Latin], source: &Source, knows: &dyn Fn(&str) -> bool) -> Vec<Stranger> {
    let fits = |name: &String| !words.iter().any(|it| it.text == name);
    let judge = |(nth, word): (usize, &Latin)| {
        if word.code || word.text.len() < 3 || source.has(word.text) {
            return None;
        }
        let meant = meant(word, source, knows).filter(fits);
        (meant.is_some() || is_glued(word, source, knows)).then_some(Stranger { nth, meant })
    };
    words.iter().enumerate().filter_map(judge).collect()
}

/// The word of the source that a word was meant for.
fn meant(word: &Latin, source: &Source, knows: &dyn Fn(&str) -> bool) -> Option<String> {
    if !word.is_letters() {
        return renumbered(word.text, source);
    }
    match word.case() {
        Case::Capital => source.written().find(|it| is_jumbled(word.text, it)).map(str::to_owned),
        Case::Title if is_left_to_us(word, knows) => {
            let near = source.near(word.text)?;
            // A word that somebody has listed mends the source's, unless both are somebody's name
            // in pinyin: nobody knows which Zhang is meant but the source.
            let mended = knows(word.text) && !(is_syllables(word.text) && is_syllables(&near));
            (near.starts_with(char::is_uppercase) && !mended).then_some(near)
        }
        _ => None,
    }
}

/// Whether no check of misspelled names looks at the word.
fn is_left_to_us(word: &Latin, knows: &dyn Fn(&str) -> bool) -> bool {
    knows(word.text) || is_syllables(word.text) || word.text.chars().count() <= 4
}

/// The one word of the source with the same letters and other digits: GPT-4 for GPT-5.
fn renumbered(word: &str, source: &Source) -> Option<String> {
    let letters = |it: &str| it.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let digits = |it: &str| it.contains(|c: char| c.is_ascii_digit());
    let own = letters(word);
    let mut same = source.written().filter(|it| digits(it) && letters(it) == own);
    let first = same.next().filter(|_| digits(word))?;
    same.next().is_none().then(|| first.to_owned())
}

/// Whether two abbreviations have the same letters in another order, or differ in one of four
/// at least.
fn is_jumbled(one: &str, other: &str) -> bool {
    let sorted = |it: &str| {
        let mut bytes = it.as_bytes().to_vec();
        bytes.sort_unstable();
        bytes
    };
    let capital = other.len() == one.len() && other.bytes().all(|it| it.is_ascii_uppercase());
    let differ = || one.bytes().zip(other.bytes()).filter(|(a, b)| a != b).count();
    capital && (sorted(one) == sorted(other) || one.len() > 3 && differ() == 1)
}

/// Whether an unknown word has capitals inside, as two words written as one: `ParkArena`. A Roman
/// numeral may be written close to its word.
fn is_glued(word: &Latin, source: &Source, knows: &dyn Fn(&str) -> bool) -> bool {
    let bare = word.text.trim_end_matches(['I', 'V', 'X']);
    word.case() == Case::Mixed
        && word.is_letters()
        && word.text.len() > 4
        && word.text.starts_with(char::is_uppercase)
        && !knows(word.text)
        && (bare.len() == word.text.len() || !source.has(bare))
}
