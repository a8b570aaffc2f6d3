//! What a document says elsewhere: whether a forbidden rendering is wrong where it stands.

use super::{Manuscript, Resources, Unit};
use crate::glossary::{Glossary, Match, Term, holds_as_is};
use crate::script::Script;
use crate::text::chars;
use crate::text::{Place, Shadow, Variant};
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// A document as the context of its terms. What was asked once is remembered, so that a text full
/// of one term takes no longer to check.
pub(super) struct Context<'m, 't> {
    units: &'m Manuscript<'t>,
    glossary: &'m Glossary,
    variant: Variant,
    /// Of lists of words the numbers of those that the document says.
    said: RefCell<FxHashMap<*const [String], Vec<u32>>>,
    wrong: RefCell<FxHashMap<(*const Term, Place), bool>>,
}

impl<'m, 't> Context<'m, 't> {
    pub(super) fn new(units: &'m Manuscript<'t>, with: &'m Resources) -> Self {
        let written = match units.census().majority() {
            Some(Script::Hant) => Variant::Hant,
            _ => Variant::Hans,
        };
        Self {
            units,
            glossary: &with.glossary,
            variant: with.variant.unwrap_or(written),
            said: RefCell::default(),
            wrong: RefCell::default(),
        }
    }

    /// The variant of a unit: its row's, the run's, or that of the document's script.
    pub(super) fn variant(&self, unit: &Unit) -> Variant {
        unit.variant.unwrap_or(self.variant)
    }

    /// Whether a forbidden rendering is wrong here.
    pub(super) fn is_wrong(&self, unit: &Unit, it: &Match) -> bool {
        let ordinary = it.term.calque || it.term.is_conditional() || it.chars.len() <= 2;
        // What the document says around it is asked first: no word need be cut for that.
        self.is_wrong_in(unit, it.term)
            && !(ordinary && (is_amount(unit.target.shadow(), it) || cuts_word(unit, it)))
            && is_beside(unit.target.shadow(), it)
    }

    /// Whether the forbidden renderings of a term are wrong in a unit, wherever they stand there.
    fn is_wrong_in(&self, unit: &Unit, term: &Term) -> bool {
        let key = (std::ptr::from_ref(term), unit.place);
        if let Some(known) = self.wrong.borrow().get(&key) {
            return *known;
        }
        let named = names_in_source(unit, term);
        // A name in the source settles what the text means; an ordinary word has several senses.
        let settled = !term.asks() || (named == Some(true) && !term.calque);
        let needed = settled || self.is_needed(unit, term);
        let wrong = named != Some(false) && needed && !self.is_excused(unit, term);
        self.wrong.borrow_mut().insert(key, wrong);
        wrong
    }

    /// Whether the document shows what the term asks for: one of its words, or two of a subject, for
    /// one of these may come by chance. For an ordinary word it must do so around the unit: rope is no
    /// string because a program was spoken of ten pages before.
    fn is_needed(&self, unit: &Unit, term: &Term) -> bool {
        let nth = self.units.partition_point(|it| it.place < unit.place);
        let nth = term.calque.then_some(nth);
        self.says(&term.needs, 1, nth) || term.subjects.iter().any(|it| self.says(it, 2, nth))
    }

    /// Whether so many of these words stand near the unit `nth`, or anywhere.
    fn says(&self, words: &[String], least: usize, nth: Option<usize>) -> bool {
        let said = self.units.said();
        let anywhere = || {
            let numbers = words.iter().filter_map(|word| self.glossary.number(word));
            numbers.filter(|number| said.anywhere(*number)).collect()
        };
        let mut known = self.said.borrow_mut();
        let numbers = known.entry(std::ptr::from_ref(words)).or_insert_with(anywhere);
        let is_near = |number: &&u32| nth.is_none_or(|nth| said.near(**number, nth));
        numbers.iter().filter(is_near).take(least).count() == least
    }

    fn is_excused(&self, unit: &Unit, term: &Term) -> bool {
        let paragraph = unit.place.paragraph;
        let start = self.units.partition_point(|it| it.place.paragraph < paragraph);
        let same = || self.units[start..].iter().take_while(|it| it.place.paragraph == paragraph);
        let has =
            |number: u32| same().any(|unit| unit.target.said().binary_search(&number).is_ok());
        term.unless.iter().filter_map(|word| self.glossary.number(word)).any(has)
    }
}

/// Whether the match is part of a longer word, as 元 in 美元 is.
fn cuts_word(unit: &Unit, it: &Match) -> bool {
    let cuts = |edge: usize, given: usize| {
        // Where a calque has its context in the table, that settles the edge better than a segmenter.
        let is_settled = it.term.calque && edge != given;
        !is_settled && !unit.target.is_word_edge(edge)
    };
    cuts(it.chars.start, it.whole.start) || cuts(it.chars.end, it.whole.end)
}

/// Whether a rendering of one character is a unit after a number, or after the name of a coin.
fn is_amount(shadow: &Shadow, it: &Match) -> bool {
    let before = shadow.chars()[..it.chars.start].iter().rev().find(|c| !c.is_whitespace());
    let counts = "一二三四五六七八九十百千万亿兆两几多余数每美日欧港";
    it.chars.len() == 1 && before.is_some_and(|c| c.is_ascii_digit() || counts.contains(*c))
}

/// Whether one of the words that must stand directly before or after it does.
fn is_beside(shadow: &Shadow, it: &Match) -> bool {
    let around =
        |chars: &[char]| -> String { chars.iter().filter(|c| !c.is_whitespace()).collect() };
    let start = it.chars.start.saturating_sub(16);
    let end = shadow.chars().len().min(it.chars.end + 16);
    let before = around(&shadow.chars()[start..it.chars.start]);
    let after = around(&shadow.chars()[it.chars.end..end]);
    let stands = |word: &String| {
        let word = around(Shadow::of(word).chars());
        before.ends_with(&word) || after.starts_with(&word)
    };
    it.term.beside.is_empty() || it.term.beside.iter().any(stands)
}

/// Whether the source has the name, where there is a source: 跑道 is right where it says runway.
fn names_in_source(unit: &Unit, term: &Term) -> Option<bool> {
    let source = unit.target.source().filter(|_| !term.names.is_empty())?;
    if term.calque {
        // An invention is wrong whatever stood there; for a word with a right sense the source must
        // have the English one.
        return term.is_conditional().then(|| has_word(&Shadow::of(source), &term.names));
    }
    if term.is_conditional() || term.case {
        return Some(term.names.iter().any(|name| holds_as_is(source, name)));
    }
    let shadow = Shadow::of(source);
    Some(term.names.iter().any(|name| holds_as_is(shadow.text(), Shadow::of(name).text())))
}

/// Whether a text has one of the words, inflected or not: `exits` for `exit`.
fn has_word(source: &Shadow, words: &[String]) -> bool {
    words.iter().any(|word| {
        let folded = Shadow::of(word);
        let stem = folded.text().trim_end_matches(['e', 'y']);
        let starts = |(at, _)| !source.text()[..at].ends_with(chars::is_alphanumeric);
        source.text().match_indices(stem).any(starts)
    })
}
