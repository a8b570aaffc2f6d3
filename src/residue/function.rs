//! Words that hold sentences together: where they stand in small letters, somebody speaks the
//! language, and does not only name something in it.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Function words of English.
const ENGLISH: &str = "a about after all also although an and any are as at be because been before being between both but \
    by can could did do does during each either every for from had has have he her here hers him his \
    how however if in instead into is it its itself just many may me might more most much must my neither \
    no nor not of on one only or other our out over own she should since so some such than that the their \
    them then there these they this those though through thus to too under until up upon us very was we \
    were what when where whether which while who whom whose why will with within without would yet you \
    your i i'm i've i'll i'd don't can't didn't doesn't isn't aren't wasn't won't it's that's there's let's \
    we're they're you're we've";

/// Function words of other languages that machines translate from, without those that English has.
const OTHERS: [&str; 6] = [
    "der die das und ist nicht ein eine einen den dem des mit für auf von zu im wird sich auch werden sind oder als bei nach wie aus",
    "le la les des du et est une un que qui dans pour pas avec sur au aux ce cette sont par ne plus il elle nous vous",
    "el la los las del que en un una por para con no es al lo como más su se sus este esta y",
    "il lo la gli le di che è un una per con non del della nel sono si alla dei delle",
    "o os as um uma do da dos das que em para com não é no na por mais se ao",
    "de het een en van is dat niet op te voor met zijn aan er maar om ook als bij",
];

/// For each function word the languages that have it, a bit each; English is the first.
static WORDS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for (nth, list) in std::iter::once(ENGLISH).chain(OTHERS).enumerate() {
        for word in list.split_whitespace() {
            *words.entry(word).or_insert(0) |= 1 << nth;
        }
    }
    words
});

/// Whether a word in small letters is a function word of English.
pub(super) fn is_english(word: &str) -> bool {
    languages(word) & 1 != 0
}

/// How many of the words are function words, in the language that has most of them.
pub(super) fn most(words: &[&str]) -> usize {
    let spoken: Vec<u8> = words.iter().map(|word| languages(word)).collect();
    let count = |nth: usize| spoken.iter().filter(|bits| **bits >> nth & 1 != 0).count();
    (0..=OTHERS.len()).map(count).max().unwrap_or(0)
}

/// Whether a text is English, as far as its letters and its function words tell: a label of a few
/// plain words may be.
pub fn speaks_english(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (plain, other): (Vec<char>, Vec<char>) = letters.partition(char::is_ascii);
    let small = text.to_lowercase();
    let words = small.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’')));
    let spoken: Vec<u8> = words.filter(|it| !it.is_empty()).map(languages).collect();
    let count = |nth: usize| spoken.iter().filter(|bits| **bits >> nth & 1 != 0).count();
    let others = (1..=OTHERS.len()).map(count).max().unwrap_or(0);
    plain.len() > other.len() * 9 && (count(0) > others || others < 2 && spoken.len() <= LABEL)
}

/// So many words may be a label, without a word that holds a sentence together.
const LABEL: usize = 12;

fn languages(word: &str) -> u8 {
    if word.contains('’') {
        return WORDS.get(word.replace('’', "'").as_str()).copied().unwrap_or(0);
    }
    WORDS.get(word).copied().unwrap_or(0)
}
