use crate::glossary::Glossary;
use crate::lexicon::Lexicon;
use crate::text::chars;

/// Whether a Latin word is a word or a name that somebody has listed, as it stands or in the
/// plural.
pub fn is_known(word: &str, lexicon: Lexicon, glossary: &Glossary) -> bool {
    let listed = |word: &str| lexicon.knows(word) || glossary.has_word(word);
    listed(word) || word.strip_suffix('s').is_some_and(|one| one.len() > 2 && listed(one))
}

/// The words of a source, to ask whether it has one.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Its Latin words in small letters without accents, and as they are written, sorted.
    words: Vec<(String, String)>,
    /// All of its letters and digits, so that a word may be part of a longer one.
    letters: String,
}

impl Source {
    /// The source with this text.
    pub fn of(text: &str) -> Self {
        let mut words: Vec<(String, String)> = super::latin(text)
            .iter()
            .map(|word| (plain(word.text), word.text.to_owned()))
            .collect();
        words.sort_unstable();
        words.dedup();
        Self { words, letters: plain(text) }
    }

    /// Whether the source is written in Latin letters: only then do they say what is missing.
    pub fn is_latin(&self) -> bool {
        self.letters.len() * 2 > self.letters.chars().count() && self.words.len() > 1
    }

    /// Whether the source has the word, perhaps inside a longer one.
    pub fn has(&self, word: &str) -> bool {
        let word = plain(word);
        let place = self.words.partition_point(|(it, _)| *it < word);
        self.words.get(place).is_some_and(|(it, _)| *it == word) || self.letters.contains(&word)
    }

    /// Its Latin words as they are written.
    pub fn written(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(_, word)| word.as_str())
    }

    /// Whether the source has the word, or one that it may be a misspelling of.
    pub fn explains(&self, word: &str) -> bool {
        self.has(word) || self.near(word).is_some()
    }

    /// The word of the source that this one is a misspelling of.
    pub fn near(&self, word: &str) -> Option<String> {
        let small = plain(word);
        let slips = small.chars().count() / 4;
        let of_like_length =
            self.words.iter().filter(|(it, _)| it.len().abs_diff(small.len()) <= slips);
        let measured =
            of_like_length.map(|(it, name)| (crate::glossary::distance(it, &small), name));
        let mut near: Vec<(usize, &String)> =
            measured.filter(|(far, _)| (1..=slips).contains(far)).collect();
        near.sort_unstable();
        let (nearest, name) = *near.first()?;
        let only = near.get(1).is_none_or(|(far, _)| *far > nearest);
        (only && !is_longer(word, name)).then(|| name.clone())
    }
}

/// Whether a word is a name with a plural, or with a numeral that the source has in other signs.
fn is_longer(word: &str, name: &str) -> bool {
    let more = word.strip_prefix(name);
    more.is_some_and(|more| more == "s" || more.chars().all(char::is_uppercase))
}

/// Letters and digits alone, in small letters, without accents: what two spellings of a name
/// share.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| chars::is_alphanumeric(*c))
        .flat_map(char::to_lowercase)
        .map(bare)
        .collect()
}

/// A letter without its accent.
fn bare(c: char) -> char {
    const BARE: [(&str, char); 18] = [
        ("àáâãäåāăąǎ", 'a'),
        ("çćĉċč", 'c'),
        ("ďđð", 'd'),
        ("èéêëēĕėęě", 'e'),
        ("ĝğġģ", 'g'),
        ("ĥħ", 'h'),
        ("ìíîïĩīĭįıǐ", 'i'),
        ("ĵ", 'j'),
        ("ķ", 'k'),
        ("ĺļľŀł", 'l'),
        ("ñńņňŋ", 'n'),
        ("òóôõöøōŏőơǒ", 'o'),
        ("ŕŗř", 'r'),
        ("śŝşšș", 's'),
        ("ţťŧț", 't'),
        ("ùúûüũūŭůűųưǔǖǘǚǜ", 'u'),
        ("ýÿŷ", 'y'),
        ("źżž", 'z'),
    ];
    if c.is_ascii() {
        return c;
    }
    BARE.iter().find(|(accented, _)| accented.contains(c)).map_or(c, |(_, bare)| *bare)
}
