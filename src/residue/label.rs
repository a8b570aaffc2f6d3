use super::stretch::{left_clauses, left_paragraph};
use super::{function, word};
use crate::lexicon::Lexicon;
use crate::names::{Case, Latin, is_first_name};
use crate::text::Span;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Words of buttons, menus and headings, which every program in Chinese translates. Some are names
/// or borrowed words elsewhere.
static LABELS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let words = "about accept account accounts add address all allow apply archive back browse calendar camera cancel cart category \
        categories change checkout clear close comment comments completed confirm connect contact continue copy \
        create cut dashboard date delete deny description details disable disabled disconnect discard done download downloads draft edit \
        email enable enabled error errors exit export failed favorites favourites feedback file files filter finish folder \
        folders follow format general group groups help hide history home image images import inbox insert install \
        invite language languages loading location login logout manage members menu message messages more \
        move name network new next notification notifications none offline online open optional options order \
        orders overview pages password paste pause payment pending permissions phone photos play preferences preview \
        previous price print privacy products profile projects quantity received refresh register reload remove rename \
        replace reply report reports required reset restart restore results retry save saved schedule search security select \
        send sent settings share shipping show skip sort start status stop submit subtitle success summary sync \
        tags tasks teams terms theme time title today tools total trash undo uninstall unknown update updated updates upload \
        username users version videos view warning warnings welcome yesterday tomorrow";
    words.split_whitespace().collect()
});

/// The words of a text without Chinese, if it is a label or a few words that were left in English,
/// rather than names and codes. Sentences are found by [`left_clauses`] and [`left_paragraph`].
pub fn left_label(text: &str, words: &[Latin], lexicon: Lexicon) -> Option<Span> {
    let plain: Vec<&Latin> = words.iter().filter(|word| !is_code(text, word)).collect();
    let (first, last) = (plain.first()?, plain.last()?);
    let span = Span { start: first.span.start, end: last.span.end };
    let is_label = |word: &&Latin| LABELS.contains(word.text.to_lowercase().as_str());
    let known = |word: &&Latin| {
        is_label(word)
            || is_ordinary(word, lexicon)
            || function::is_english(&word.text.to_lowercase())
    };
    let left = match plain.as_slice() {
        [word] => is_label(word) || word.case() == Case::Title && is_ordinary(word, lexicon),
        all if all.iter().all(known) => {
            let small = |word: &&Latin| word.case() == Case::Small && is_ordinary(word, lexicon);
            all.iter().any(is_label) || all[1..].iter().any(small)
        }
        all => all.iter().filter(|word| is_label(word)).count() * 2 >= all.len(),
    };
    let told = || {
        left_paragraph(text, words, lexicon).is_some()
            || !left_clauses(text, words, lexicon).is_empty()
    };
    (left && !told()).then_some(span)
}

/// Whether a word is one of the dictionary, and neither a name nor borrowed.
fn is_ordinary(word: &Latin, lexicon: Lexicon) -> bool {
    let titled = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().into_iter().flat_map(char::to_uppercase);
        first.chain(chars).collect::<String>()
    };
    matches!(word.case(), Case::Small | Case::Title)
        && word.is_letters()
        && word.text.len() > 2
        && lexicon.is_word(word.text)
        && !lexicon.is_name(&titled(word.text))
        && !is_first_name(word.text)
        && lexicon.brand(word.text).is_none()
        && !word::is_loan(&word.text.to_lowercase())
}

/// Whether a word is part of a placeholder, an option or an address.
fn is_code(text: &str, word: &Latin) -> bool {
    let before = &text[..word.span.start as usize];
    let after = &text[word.span.end as usize..];
    word.code
        || before.ends_with(['%', '{', '<', '[', '$', '@', '-', '_', '\\', '/', '.', '&'])
        || before.ends_with("%(")
        || after.starts_with(['_', '>', '=', '/', '\\'])
        || after.starts_with("()")
}
