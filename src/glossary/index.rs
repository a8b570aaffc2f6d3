use super::Term;
use super::context::{bracketed, spaced};
use crate::text::{Shadow, chars};
use daachorse::charwise::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};
use rustc_hash::{FxHashMap, FxHashSet};
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

/// All terms, and an automaton over their folded texts.
pub(super) struct Index {
    terms: Vec<Term>,
    /// Of each pattern its length in characters, and whose it is in which role.
    patterns: Vec<(usize, Vec<Owner>)>,
    /// The number of each pattern, by its folded text.
    numbers: FxHashMap<String, u32>,
    /// The Latin words of names and renderings, folded.
    words: FxHashSet<String>,
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.debug_struct("Index").field("terms", &self.terms.len()).finish_non_exhaustive()
    }
}

impl Index {
    /// Of `terms` and of those of the user, who overrules what ships.
    pub(super) fn new(mut terms: Vec<Term>, own: &[Term]) -> Self {
        let accepted = accepted(own);
        terms.extend_from_slice(own);
        let mut index = Self {
            words: terms.iter().flat_map(latin_words).collect(),
            terms: vec![],
            patterns: vec![],
            numbers: FxHashMap::default(),
            automaton: None,
        };
        for (nth, term) in (0..).zip(&terms) {
            index.add(nth, term, &accepted);
        }
        index.terms = terms;
        index.build();
        index
    }

    pub(super) fn terms(&self) -> &[Term] {
        &self.terms
    }

    pub(super) fn find(&self, text: &str) -> Option<&Term> {
        let number = *self.numbers.get(&fold(text))?;
        let mut owners = self.patterns[number as usize].1.iter();
        let (_, term, _) = owners.find(|(role, _, _)| *role != Role::Forbidden)?;
        Some(&self.terms[*term as usize])
    }

    pub(super) fn has_word(&self, word: &str) -> bool {
        self.words.contains(&fold(word))
    }

    /// Takes a term's texts in; what the user accepts for a name is not forbidden.
    fn add(&mut self, nth: u32, term: &Term, accepted: &FxHashSet<(String, String)>) {
        let spaced = term.forbidden.iter().map(|text| spaced(text));
        for text in term.forbidden.iter().cloned().chain(spaced) {
            let (text, wrong) = bracketed(&fold(&text));
            let is_accepted = |name: &String| accepted.contains(&(fold(name), text.clone()));
            if !term.names.iter().any(is_accepted) {
                self.pattern(text, Role::Forbidden, nth, Some(wrong));
            }
        }
        if term.calque {
            return;
        }
        for text in term.all_renderings() {
            self.pattern(fold(text), Role::Rendering, nth, None);
        }
        for text in &term.names {
            self.pattern(fold(text), Role::Name, nth, None);
        }
    }

    fn pattern(&mut self, folded: String, role: Role, term: u32, wrong: Option<Range<usize>>) {
        let next = u32::try_from(self.patterns.len()).expect("a glossary fits into memory");
        let length = folded.chars().count();
        if length == 0 {
            return;
        }
        let number = *self.numbers.entry(folded).or_insert(next);
        if number == next {
            self.patterns.push((length, vec![]));
        }
        let owner = (role, term, wrong.unwrap_or(0..length));
        let owners = &mut self.patterns[number as usize].1;
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }

    fn build(&mut self) {
        let mut patterns: Vec<(&str, u32)> =
            self.numbers.iter().map(|(text, number)| (text.as_str(), *number)).collect();
        patterns.sort_unstable_by_key(|(_, number)| *number);
        // It refuses an empty list; and patterns that differ and are not empty, it takes.
        self.automaton =
            CharwiseDoubleArrayAhoCorasickBuilder::new().build_with_values(patterns).ok();
    }

    pub(super) fn matches(&self, shadow: &Shadow) -> Vec<Match<'_>> {
        let mut found = self.standing(shadow);
        found.sort_unstable_by_key(|(range, _)| (range.start, usize::MAX - range.end));
        let mut free = 0;
        found.retain(|(range, _)| {
            let keeps = range.start >= free;
            free = if keeps { range.end } else { free };
            keeps
        });
        found.into_iter().flat_map(|(chars, number)| self.owned(chars, number)).collect()
    }

    /// Every match in the order of their places, overlaps included, the longest first.
    pub(super) fn all_matches(&self, shadow: &Shadow) -> Vec<Match<'_>> {
        let standing = self.standing(shadow);
        let mut found: Vec<Match> =
            standing.into_iter().flat_map(|(chars, number)| self.owned(chars, number)).collect();
        found.sort_by_key(|it| (it.chars.start, usize::MAX - it.chars.end));
        found
    }

    fn owned(&self, chars: Range<usize>, number: u32) -> impl Iterator<Item = Match<'_>> {
        let owners = &self.patterns[number as usize].1;
        owners.iter().map(move |(role, nth, part)| Match {
            term: &self.terms[*nth as usize],
            role: *role,
            chars: chars.start + part.start..chars.start + part.end,
            whole: chars.clone(),
        })
    }

    /// Every pattern that stands in the text as a word of its own, overlaps included.
    fn standing(&self, shadow: &Shadow) -> Vec<(Range<usize>, u32)> {
        let Some(automaton) = &self.automaton else { return vec![] };
        let (mut byte, mut end) = (0, 0);
        let mut found = vec![];
        for it in automaton.find_overlapping_iter(shadow.text()) {
            // Matches come in the order of their ends, so the characters are counted only once.
            end += shadow.text()[byte..it.end()].chars().count();
            byte = it.end();
            let chars = end - self.patterns[it.value() as usize].0..end;
            if stands_alone(shadow.chars(), &chars) {
                found.push((chars, it.value()));
            }
        }
        found
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

/// Whether a text has this word, in whatever script, width and case.
pub fn holds(shadow: &Shadow, word: &str) -> bool {
    holds_as_is(shadow.text(), &fold(word))
}

/// Whether a text has this word as it is written.
pub fn holds_as_is(text: &str, word: &str) -> bool {
    let cut = |left: Option<char>, right: Option<char>| {
        left.is_some_and(is_wordlike) && right.is_some_and(is_wordlike)
    };
    let stands = |(at, _): (usize, &str)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !cut(before.chars().next_back(), word.chars().next())
            && !cut(word.chars().next_back(), after.chars().next())
    };
    !word.is_empty() && text.match_indices(word).any(stands)
}

pub(super) fn is_wordlike(c: char) -> bool {
    chars::is_latin(c) || c.is_ascii_digit()
}

pub(super) fn fold(text: &str) -> String {
    text.chars().map(crate::text::fold).collect()
}
