use super::Term;
use super::context::{bracketed, spaced};
use super::scan::{Scan, Standing};
use crate::text::{Phrases, chars};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// What a text of a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A rendering that is wrong.
    Forbidden,
    /// A rendering that is right in some variant.
    Rendering,
    /// A name in the source language.
    Name,
}

/// A text of a glossary that stands in a text.
#[derive(Clone, Debug)]
pub struct Match<'g> {
    /// Whose it is.
    pub term: &'g Term,
    /// What it is.
    pub role: Role,
    /// Its characters in the shadow.
    pub chars: Range<usize>,
    /// The same with the context that the table asks for.
    pub whole: Range<usize>,
}

/// Whose a pattern is, in which role, and the characters of it that count.
type Owner = (Role, u32, Range<usize>);

/// Terms, and which of their texts is whose.
#[derive(Debug)]
pub(super) struct Index {
    terms: Vec<Term>,
    /// Whose each pattern is, in which role, by its number.
    owners: Vec<Vec<Owner>>,
    /// The Latin words of names and renderings, folded.
    words: FxHashSet<String>,
}

impl Index {
    /// Of `terms` and of those of the user, who overrules what ships. What is to be looked for,
    /// `scan` takes in.
    pub(super) fn new(mut terms: Vec<Term>, own: &[Term], scan: &mut Scan) -> Self {
        let accepted = accepted(own);
        terms.extend_from_slice(own);
        let mut index = Self {
            words: terms.iter().flat_map(latin_words).collect(),
            terms: vec![],
            owners: vec![],
        };
        for (nth, term) in (0..).zip(&terms) {
            index.add(nth, term, &accepted, scan);
        }
        index.terms = terms;
        index
    }

    pub(super) fn terms(&self) -> &[Term] {
        &self.terms
    }

    pub(super) fn find(&self, text: &str, phrases: &Phrases) -> Option<&Term> {
        let mut owners = self.of(phrases.number(&fold(text))?).iter();
        let (_, term, _) = owners.find(|(role, _, _)| *role != Role::Forbidden)?;
        Some(&self.terms[*term as usize])
    }

    pub(super) fn has_word(&self, word: &str) -> bool {
        self.words.contains(&fold(word))
    }

    /// Takes a term's texts in; what the user accepts for a name is not forbidden.
    fn add(
        &mut self,
        nth: u32,
        term: &Term,
        accepted: &FxHashSet<(String, String)>,
        scan: &mut Scan,
    ) {
        let spaced = term.forbidden.iter().map(|text| spaced(text));
        for text in term.forbidden.iter().cloned().chain(spaced) {
            let (text, wrong) = bracketed(&fold(&text));
            let is_accepted = |name: &String| accepted.contains(&(fold(name), text.clone()));
            if !term.names.iter().any(is_accepted) {
                self.own(scan.add(&text), (Role::Forbidden, nth, wrong));
            }
        }
        if term.calque {
            return;
        }
        let renderings = term.all_renderings().map(|text| (text, Role::Rendering));
        for (text, role) in
            renderings.chain(term.names.iter().map(|name| (name.as_str(), Role::Name)))
        {
            let text = fold(text);
            let whole = 0..text.chars().count();
            self.own(scan.add(&text), (role, nth, whole));
        }
    }

    fn own(&mut self, pattern: Option<u32>, owner: Owner) {
        let Some(pattern) = pattern else { return };
        let nth = pattern as usize;
        if self.owners.len() <= nth {
            self.owners.resize_with(nth + 1, Vec::new);
        }
        let owners = &mut self.owners[nth];
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }

    /// Of what stands in a text what is here, leftmost first, the longest of those that start
    /// together, none inside another.
    pub(super) fn apart(&self, standing: &[Standing]) -> Vec<Match<'_>> {
        let own = standing.iter().filter(|(_, number)| !self.of(*number).is_empty());
        let mut found: Vec<&Standing> = own.collect();
        found.sort_unstable_by_key(|(range, _)| (range.start, usize::MAX - range.end));
        let mut free = 0;
        found.retain(|(range, _)| {
            let keeps = range.start >= free;
            free = if keeps { range.end } else { free };
            keeps
        });
        found.into_iter().flat_map(|(chars, number)| self.owned(chars, *number)).collect()
    }

    /// Of what stands in a text all that is here in the order of their places, overlaps included,
    /// the longest first.
    pub(super) fn all(&self, standing: &[Standing]) -> Vec<Match<'_>> {
        let mut found: Vec<Match> =
            standing.iter().flat_map(|(chars, number)| self.owned(chars, *number)).collect();
        found.sort_by_key(|it| (it.chars.start, usize::MAX - it.chars.end));
        found
    }

    /// Whose a pattern is.
    fn of(&self, number: u32) -> &[Owner] {
        self.owners.get(number as usize).map_or(&[], Vec::as_slice)
    }

    fn owned(&self, chars: &Range<usize>, number: u32) -> impl Iterator<Item = Match<'_>> {
        let chars = chars.clone();
        self.of(number).iter().map(move |(role, nth, part)| Match {
            term: &self.terms[*nth as usize],
            role: *role,
            chars: chars.start + part.start..chars.start + part.end,
            whole: chars.clone(),
        })
    }
}

fn latin_words(term: &Term) -> Vec<String> {
    let texts = term.names.iter().map(String::as_str).chain(term.all_renderings());
    let word =
        |c: char| !(chars::is_latin(c) || c.is_ascii_digit() || matches!(c, '-' | '\'' | '’'));
    texts.flat_map(|text| text.split(word)).filter(|it| it.len() > 1).map(fold).collect()
}

/// Each name with each of its renderings.
fn accepted(terms: &[Term]) -> FxHashSet<(String, String)> {
    let of_term = |term: &Term| -> Vec<(String, String)> {
        let pairs = term
            .names
            .iter()
            .flat_map(|name| term.all_renderings().map(|rendering| (fold(name), fold(rendering))));
        pairs.collect()
    };
    terms.iter().flat_map(of_term).collect()
}

/// Whether a match does not cut a Latin word or a number in two. A Chinese neighbour is fine.
pub(super) fn stands_alone(text: &[char], chars: &Range<usize>) -> bool {
    let cut = |left: Option<&char>, right: Option<&char>| matches!((left, right), (Some(&left), Some(&right)) if is_wordlike(left) && is_wordlike(right));
    !cut(text[..chars.start].last(), text.get(chars.start))
        && !cut(text[..chars.end].last(), text.get(chars.end))
}

/// Whether a text has this word as it is written.
pub fn holds_as_is(text: &str, word: &str) -> bool {
    place_as_is(text, word).is_some()
}

/// The first bytes of a text where this word stands as it is written.
pub fn place_as_is(text: &str, word: &str) -> Option<Range<usize>> {
    let cut = |left: Option<char>, right: Option<char>| {
        left.is_some_and(is_wordlike) && right.is_some_and(is_wordlike)
    };
    let stands = |(at, _): &(usize, &str)| {
        let (before, after) = (&text[..*at], &text[at + word.len()..]);
        !cut(before.chars().next_back(), word.chars().next())
            && !cut(word.chars().next_back(), after.chars().next())
    };
    let found = text.match_indices(word).filter(|_| !word.is_empty()).find(stands);
    found.map(|(at, _)| at..at + word.len())
}

pub(super) fn is_wordlike(c: char) -> bool {
    chars::is_latin(c) || c.is_ascii_digit()
}

pub(super) fn fold(text: &str) -> String {
    text.chars().map(crate::text::fold).collect()
}
