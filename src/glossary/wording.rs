//! The words of a source, and whether two of them are one word in two forms.

use crate::text::chars;
use std::ops::Range;

/// The bytes of the words and marks of a text. Blanks, hyphens, quotation marks and the s of a
/// possessive are none, so that `exchange-rate` is `exchange rate`; what is written without blanks
/// is taken apart character by character.
pub(super) fn tokens(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut start) = (vec![], None);
    for (at, c) in text.char_indices() {
        if is_letter(c) {
            start.get_or_insert(at);
            continue;
        }
        found.extend(start.take().map(|start| start..at).filter(|it| !is_possessive(text, it)));
        if !is_joint(c) {
            found.push(at..at + c.len_utf8());
        }
    }
    let last = start.map(|start| start..text.len());
    found.extend(last.filter(|it| !is_possessive(text, it)));
    found
}

/// Whether words are written with the character, apart from their neighbours.
fn is_letter(c: char) -> bool {
    let joined = matches!(c, '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7af}') || chars::is_han(c);
    c.is_alphanumeric() && !joined
}

fn is_joint(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '\u{2010}'..='\u{201f}' | '"' | '\'' | '«' | '»' | '「' | '」')
}

fn is_possessive(text: &str, word: &Range<usize>) -> bool {
    let before = text[..word.start].strip_suffix(['\'', '’']);
    &text[word.clone()] == "s" && before.is_some_and(|it| it.ends_with(is_letter))
}

/// What is the same of all forms of a word that the index has to bring together.
pub(super) fn stem(word: &str) -> String {
    let small = word.to_lowercase();
    let stem = small.trim_end_matches(['s', 'e', 'y', 'i']);
    if stem.is_empty() { small } else { stem.to_owned() }
}

/// Whether a word of a source may be this word of a term, by its form and its capitals.
pub(super) fn is_form_of(said: &str, term: &str, exact: bool) -> bool {
    let fits = exact || is_acronym(term);
    if fits {
        return said == term || said.strip_suffix('s') == Some(term);
    }
    let (said, term) = (said.to_lowercase(), term.to_lowercase());
    said == term || is_plural(&said, &term) || is_plural(&term, &said)
}

/// Whether capitals stand inside a word: `HKMA`, `OpenAI`, `AIs`.
fn is_acronym(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase)
}

/// Whether a term of one word is written in capitals that its word has not, or the other way
/// round: the apple is no Apple, and IT is not it.
pub(super) fn differs_in_capitals(said: &str, term: &str) -> bool {
    let begins = |word: &str| word.starts_with(char::is_uppercase);
    let shouted = || said.chars().all(char::is_uppercase) && (2..=4).contains(&said.len());
    begins(term) != begins(said) && (begins(term) || shouted())
}

fn is_plural(many: &str, one: &str) -> bool {
    let regular = many.strip_suffix('s').is_some_and(|it| it == one);
    let hissing = many.strip_suffix("es") == Some(one) && one.ends_with(['s', 'x', 'z', 'h', 'o']);
    let ended = many.strip_suffix("ies").is_some_and(|it| one.strip_suffix('y') == Some(it));
    one.len() > 1 && (regular || hissing || ended)
}

#[cfg(test)]
mod tests {
    use super::{differs_in_capitals, is_form_of, stem, tokens};

    fn words(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|it| &text[it]).collect()
    }

    #[test]
    fn joints_and_possessives_are_no_words() {
        assert_eq!(
            words("the bank’s exchange-rate policy"),
            ["the", "bank", "exchange", "rate", "policy"]
        );
        assert_eq!(
            words("AML/CFT (\"s\" and banks')"),
            ["AML", "/", "CFT", "(", "s", "and", "banks", ")"]
        );
        assert_eq!(words("中央bank銀行"), ["中", "央", "bank", "銀", "行"]);
    }

    #[test]
    fn forms_of_a_word_are_one() {
        for (said, term) in [
            ("policies", "policy"),
            ("boxes", "box"),
            ("Banks", "bank"),
            ("flow", "flows"),
            ("HKMA", "HKMA"),
            ("IPOs", "IPO"),
        ] {
            assert!(is_form_of(said, term, false), "{said} {term}");
            assert_eq!(stem(said), stem(term));
        }
        for (said, term) in [("care", "car"), ("ais", "AIs"), ("plane", "plan"), ("a", "as")] {
            assert!(!is_form_of(said, term, false), "{said} {term}");
        }
    }

    #[test]
    fn a_common_noun_is_no_name() {
        assert!(differs_in_capitals("apple", "Apple") && differs_in_capitals("IT", "it"));
        assert!(!differs_in_capitals("APPLE", "Apple") && !differs_in_capitals("Bank", "bank"));
    }
}
