use super::{Case, Latin};
use crate::glossary::Glossary;
use crate::lexicon::Lexicon;

/// How a name in the wrong capitals should be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Casing {
    /// The usual way.
    pub usual: String,
    /// Whether it is the only way in use.
    pub only: bool,
}

/// The right capitals of the word, where it is a brand or an acronym in wrong ones.
pub fn casing(word: &Latin, lexicon: Lexicon, glossary: &Glossary) -> Option<Casing> {
    let case = word.case();
    // All capitals are a style of headings and logos, and say nothing about what the writer knows.
    if word.code || case == Case::Capital || word.text.len() < 2 {
        return None;
    }
    let ways = ways(word.text, lexicon, glossary)?;
    let own = |way: &String| way == word.text;
    let ordinary = lexicon.is_word(word.text) || case == Case::Title && lexicon.is_name(word.text);
    // In small letters, or with a capital too many, only a brand that mixes both is surely meant.
    let loose = matches!(case, Case::Small | Case::Mixed) && !is_mixed(&ways[0]);
    if ordinary || loose || ways.iter().any(own) {
        return None;
    }
    // A possessive stays behind its brand.
    let usual = ways.first()?;
    let rest = word.text.get(usual.len()..).unwrap_or("");
    Some(Casing { only: ways.len() == 1, usual: format!("{usual}{rest}") })
}

/// The ways to write a brand: the glossary's, where it says that capitals matter, or the lexicon's.
fn ways(word: &str, lexicon: Lexicon, glossary: &Glossary) -> Option<Vec<String>> {
    // Hardly any word is one of the glossary's.
    let listed = if glossary.has_word(word) { glossary.find(word) } else { None };
    if let Some(term) = listed.filter(|term| term.case) {
        let same = |name: &&String| name.to_lowercase() == word.to_lowercase();
        let names: Vec<String> = term.names.iter().filter(same).cloned().collect();
        return (!names.is_empty()).then_some(names);
    }
    Some(lexicon.brand(word)?.casings().map(str::to_owned).collect())
}

/// Whether a brand mixes capitals and small letters: in small letters alone it is then no acronym
/// that a file or a command is named after.
fn is_mixed(way: &str) -> bool {
    way.chars().skip(1).any(char::is_uppercase) && way.chars().any(char::is_lowercase)
}
