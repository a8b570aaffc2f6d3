//! Which names of a document are near misses of known ones.

use super::homophone::{Short, sound};
use super::{Prose, Resources, Unit};
use crate::glossary::{Glossary, NearMiss, Sightings};
use crate::names::{Case, Latin, is_known, is_sound, is_syllables};
use crate::text::{Span, fold};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::{OnceCell, RefCell};

/// A misspelled name, and the one that it was meant for.
#[derive(Debug)]
pub(super) struct Slip {
    pub(super) span: Span,
    pub(super) right: String,
}

/// The names that a document's names are held against.
#[derive(Debug)]
pub(super) struct Spelling<'u, 't> {
    with: &'u Resources,
    /// What was found for each Latin word before.
    found: RefCell<FxHashMap<String, Option<String>>>,
    /// The document.
    units: &'u [Unit<'t>],
    /// The renderings that the document has, folded.
    written: OnceCell<FxHashSet<Vec<char>>>,
    /// Those of three characters.
    short: Short,
}

impl<'u, 't> Spelling<'u, 't> {
    pub(super) fn of(units: &'u [Unit<'t>], with: &'u Resources) -> Self {
        Self {
            with,
            found: RefCell::default(),
            units,
            written: OnceCell::new(),
            short: Short::of(units),
        }
    }

    /// The misspelled names of a unit.
    pub(super) fn slips(&self, unit: &Unit) -> Vec<Slip> {
        let prose = &unit.target;
        let mut slips = self.latin_slips(prose);
        slips.extend(self.chinese_slips(prose, &self.with.glossary, prose.sightings(), false));
        slips.extend(self.short.slips(prose));
        if let Some(terms) = &unit.terms {
            slips.extend(self.chinese_slips(prose, terms, &terms.sight(prose.shadow()), true));
        }
        slips
    }

    fn latin_slips(&self, prose: &Prose) -> Vec<Slip> {
        let words = prose.latin();
        let strange = words.iter().enumerate().filter(|(nth, _)| self.is_strange(words, *nth));
        let slip = |(nth, word): (usize, &Latin)| {
            let right = match prose.original() {
                Some(source) if source.has(word.text) => None,
                Some(source) => source.near(word.text),
                None => self.near(words, nth),
            }?;
            Some(Slip { span: word.span, right })
        };
        strange.filter_map(slip).collect()
    }

    /// Whether a word is unknown, and written as names are. What may be pinyin is somebody else's
    /// name, unless another part of a known one stands beside.
    fn is_strange(&self, words: &[Latin], nth: usize) -> bool {
        let word = &words[nth];
        !word.code
            && matches!(word.case(), Case::Title | Case::Mixed)
            && word.text.chars().count() > 4
            && word.is_letters()
            && !is_known(word.text, self.with.lexicon, &self.with.glossary)
            && (!is_syllables(word.text) || self.has_part_beside(words, nth))
    }

    /// The one known name that is a slip away. A name that many people have is only meant where
    /// another part of it stands beside.
    fn near(&self, words: &[Latin], nth: usize) -> Option<String> {
        let word = &words[nth];
        let mut found = self.found.borrow_mut();
        let near =
            found.entry(word.text.to_owned()).or_insert_with(|| self.look_up(word.text)).clone()?;
        let lexicon = self.with.lexicon;
        let whole = near.len() > 8
            || lexicon.brand(&near).is_some()
            || self.with.glossary.find(&near).is_some();
        let common = lexicon.is_name(&near) && lexicon.brand(&near).is_none()
            || lexicon.is_word(&near) && self.with.glossary.find(&near).is_none();
        (whole && !common || self.has_part_beside(words, nth)).then_some(near)
    }

    /// Whether a word of the glossary's names stands beside, as a first name does.
    fn has_part_beside(&self, words: &[Latin], nth: usize) -> bool {
        let beside = [nth.checked_sub(1), Some(nth + 1)].into_iter().flatten();
        let mut beside = beside.filter_map(|it| words.get(it));
        beside.any(|it| it.run == words[nth].run && self.with.glossary.has_word(it.text))
    }

    fn look_up(&self, word: &str) -> Option<String> {
        let slips = if word.len() < 9 { 1 } else { 2 };
        let near = self
            .with
            .glossary
            .near_name(word, slips)
            .filter(|near| initial(near) == initial(word))?;
        let famous = self.with.glossary.has_word(near) || self.with.lexicon.is_frequent(near);
        (near.len() > 5 && famous).then(|| near.to_owned())
    }

    /// The near misses of renderings; `own` are those that the text was told to have.
    fn chinese_slips(
        &self,
        prose: &Prose,
        glossary: &Glossary,
        sightings: &Sightings,
        own: bool,
    ) -> Vec<Slip> {
        let near = glossary.near_misses(prose.shadow(), sightings);
        let meant = near.into_iter().filter(|it| self.is_meant(prose, it, own));
        let slip = |it: NearMiss| {
            let span = prose.shadow().span(it.chars.clone());
            let right = it
                .term
                .all_renderings()
                .find(|text| text.chars().map(fold).eq(it.rendering.iter().copied()));
            Some(Slip { span, right: right?.to_owned() })
        };
        meant.filter_map(slip).collect()
    }

    /// Whether something else says that the rendering was meant: the wrong character sounds like
    /// the right one (but a foreign name may be written with other characters of its sounds), the
    /// original follows in brackets, or the document has the right form of the name elsewhere.
    fn is_meant(&self, prose: &Prose, it: &NearMiss, own: bool) -> bool {
        let edges = || prose.is_word_edge(it.chars.start) && prose.is_word_edge(it.chars.end);
        let alone =
            || it.wrong.is_none_or(|(at, _)| prose.is_word_edge(at) && prose.is_word_edge(at + 1));
        let foreign =
            it.rendering.iter().filter(|c| is_sound(**c)).count() * 4 >= it.rendering.len() * 3;
        let elsewhere = || foreign && self.written().contains(it.rendering);
        let sounds = |(at, nth): (usize, usize)| {
            (own || !foreign) && sound(prose.shadow().chars()[at]) == sound(it.rendering[nth])
        };
        (it.wrong.is_some_and(sounds) || elsewhere() || is_glossed(prose, it)) && edges() && alone()
    }

    /// The renderings that the document has, folded.
    fn written(&self) -> &FxHashSet<Vec<char>> {
        let of_prose = |prose: &'u Prose| {
            let chars = prose.shadow().chars();
            prose.matches().iter().map(|it| chars[it.chars.clone()].to_vec())
        };
        let all = || self.units.iter().flat_map(|unit| of_prose(&unit.target)).collect();
        self.written.get_or_init(all)
    }
}

/// Whether the original of the rendering follows in brackets.
fn is_glossed(prose: &Prose, it: &NearMiss) -> bool {
    let end = prose.shadow().span(it.chars.clone()).end;
    let place = prose.glosses().partition_point(|gloss| gloss.chinese.end < end);
    let here = prose.glosses().get(place).filter(|gloss| gloss.chinese.end == end);
    here.is_some_and(|gloss| it.term.names.iter().any(|name| name.eq_ignore_ascii_case(gloss.name)))
}

fn initial(word: &str) -> Option<char> {
    word.chars().next().map(|c| c.to_ascii_lowercase())
}
