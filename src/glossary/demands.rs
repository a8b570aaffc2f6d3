//! What a glossary asks of a translation: which of its terms stand in a source, and which of their
//! renderings in the target.

use super::Term;
use super::accepted::{Accepted, Rendered};
use super::wording::{differs_in_capitals, is_form_of, stem, tokens};
use crate::text::Shadow;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The terms of a user, to be found in sources and targets.
#[derive(Debug, Default)]
pub struct Demands {
    terms: Vec<Term>,
    /// From a node and the stem of a word to the next node; the first node is 0.
    steps: FxHashMap<(u32, Box<str>), u32>,
    /// The names that end at a node.
    ends: FxHashMap<u32, Vec<Name>>,
    accepted: Accepted,
}

/// A name of a term: its number, and its words.
type Name = (u32, Box<[Box<str>]>);

/// A term that stands in a source.
#[derive(Clone, Debug)]
pub struct Demand {
    /// The number of the term.
    pub term: u32,
    /// Its bytes in the source, place by place.
    pub said: Vec<Range<usize>>,
    /// Its renderings that stand in the target.
    pub found: Vec<Rendered>,
}

/// A name of more words is a sentence.
const LONGEST: usize = 32;

impl Demands {
    pub(super) fn new(terms: Vec<Term>) -> Self {
        let mut demands = Self { accepted: Accepted::new(&terms), ..Self::default() };
        for (nth, term) in (0..).zip(&terms) {
            term.names.iter().for_each(|name| demands.add(nth, name));
        }
        demands.terms = terms;
        demands
    }

    fn add(&mut self, term: u32, name: &str) {
        let words: Vec<Box<str>> = tokens(name).into_iter().map(|it| name[it].into()).collect();
        if words.is_empty() || words.len() > LONGEST {
            return;
        }
        let mut node = 0;
        for word in &words {
            let next = u32::try_from(self.steps.len() + 1).expect("a glossary fits into memory");
            node = *self.steps.entry((node, stem(word).into())).or_insert(next);
        }
        self.ends.entry(node).or_default().push((term, words.into()));
    }

    /// What a pair of source and target owes to the glossary, in the order of the glossary.
    pub fn of(&self, source: &str, target: &Shadow) -> Vec<Demand> {
        let said = self.said(source);
        if said.is_empty() {
            return vec![];
        }
        let mut found = self.accepted.find(target);
        let mut demands: Vec<Demand> = vec![];
        for (term, bytes) in said {
            if let Some(last) = demands.last_mut().filter(|last| last.term == term) {
                last.said.push(bytes);
            } else {
                let found = found.remove(&term).unwrap_or_default();
                demands.push(Demand { term, said: vec![bytes], found });
            }
        }
        demands
    }

    /// The term of this number.
    pub fn term(&self, nth: u32) -> &Term {
        &self.terms[nth as usize]
    }

    /// The terms that stand in a source, each with its places: a term inside a longer one does not
    /// count.
    fn said(&self, source: &str) -> Vec<(u32, Range<usize>)> {
        let tokens = tokens(source);
        let stems: Vec<Box<str>> =
            tokens.iter().map(|it| stem(&source[it.clone()]).into()).collect();
        let words: Vec<&str> = tokens.iter().map(|it| &source[it.clone()]).collect();
        let mut standing: Vec<(Range<usize>, u32)> = vec![];
        for start in 0..tokens.len() {
            self.from(start, &stems, &words, &mut standing);
        }
        standing.sort_by_key(|(range, _)| (usize::MAX - range.len(), range.start));
        let mut taken: Vec<Option<usize>> = vec![None; tokens.len()];
        // Two terms may have the same name, and then both count.
        let mut free = |range: &Range<usize>| {
            let whole = Some(range.start << 6 | range.len());
            let fits = taken[range.clone()].iter().all(|it| it.is_none() || *it == whole);
            if fits {
                taken[range.clone()].fill(whole);
            }
            fits
        };
        standing.retain(|(range, _)| free(range));
        let bytes = |it: &Range<usize>| tokens[it.start].start..tokens[it.end - 1].end;
        let mut said: Vec<_> = standing.iter().map(|(it, term)| (*term, bytes(it))).collect();
        said.sort_unstable_by_key(|(term, bytes)| (*term, bytes.start));
        said.dedup();
        said
    }

    /// The names that begin at a word.
    fn from(
        &self,
        start: usize,
        stems: &[Box<str>],
        words: &[&str],
        standing: &mut Vec<(Range<usize>, u32)>,
    ) {
        let mut node = 0;
        for (end, stem) in (start + 1..).zip(&stems[start..]) {
            let Some(next) = self.steps.get(&(node, stem.clone())) else { return };
            node = *next;
            for (term, name) in self.ends.get(&node).into_iter().flatten() {
                if self.is_said(*term, name, &words[start..end]) {
                    standing.push((start..end, *term));
                }
            }
        }
    }

    fn is_said(&self, term: u32, name: &[Box<str>], words: &[&str]) -> bool {
        let exact = self.terms[term as usize].case;
        let alone = name.len() == 1 && differs_in_capitals(words[0], &name[0]);
        !alone && name.iter().zip(words).all(|(name, word)| is_form_of(word, name, exact))
    }
}

#[cfg(test)]
mod tests {
    use super::{Demands, Shadow, Term};

    fn said(names: &[&str], source: &str) -> Vec<(String, Vec<String>)> {
        let term = |name: &&str| Term::of_row(name, &["甲".to_owned()]);
        let demands = Demands::new(names.iter().map(term).collect());
        let asked = demands.of(source, &Shadow::of(""));
        let places =
            |it: &super::Demand| it.said.iter().map(|it| source[it.clone()].to_owned()).collect();
        asked.iter().map(|it| (demands.term(it.term).names[0].clone(), places(it))).collect()
    }

    #[test]
    fn a_term_inside_a_longer_one_does_not_count() {
        let names = ["Base Rate", "HKMA", "HKMA Base Rate", "Rate Cut"];
        assert_eq!(
            said(&names, "the HKMA Base Rate cut"),
            [("HKMA Base Rate".into(), vec!["HKMA Base Rate".into()])]
        );
        let both = said(&names, "HKMA's base-rates; the HKMA.");
        assert_eq!(
            both,
            [
                ("HKMA Base Rate".into(), vec!["HKMA's base-rates".into()]),
                ("HKMA".into(), vec!["HKMA".into()])
            ]
            .into_iter()
            .rev()
            .collect::<Vec<_>>()
        );
    }

    #[test]
    fn capitals_and_edges_matter() {
        assert!(said(&["Apple", "port", "AIs"], "an apple, a report, ais, import").is_empty());
        assert_eq!(said(&["Apple", "port"], "APPLE Ports").len(), 2);
    }
}
