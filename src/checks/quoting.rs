//! The quotation marks and brackets of a document that lack their other half.

use super::Unit;
use super::settled::is_whole;
use crate::finding::Severity;
use crate::text::chars::{is_opener, is_quote, partner};
use crate::text::{Lone, Pairing};
use std::borrow::Cow;

/// Paragraphs that a quotation may run through.
const THROUGH: usize = 16;

/// A paragraph: its first unit, how many it has, and its marks.
struct Block<'u> {
    first: usize,
    units: usize,
    pairing: Cow<'u, Pairing>,
}

/// The lone marks of a document with the numbers of their units. A quotation may run through
/// several paragraphs, each of which opens it again; what a document of one paragraph leaves
/// open may be closed in a text that is not seen.
pub(super) fn lone_marks(units: &[Unit]) -> Vec<(usize, Lone)> {
    let blocks = blocks(units);
    let pairings: Vec<&Pairing> = blocks.iter().map(|it| &*it.pairing).collect();
    let mut found = vec![];
    for (nth, block) in blocks.iter().enumerate() {
        let pairing = &block.pairing;
        if **pairing == Pairing::default() {
            continue;
        }
        let whole = |it: &Lone| block.units == 1 && is_whole(&units[block.first], it.mark);
        let is_lone = |it: &Lone, others| whole(it) || is_lone(it, others, blocks.len());
        let closed = pairing.closed.iter().filter(|it| is_lone(it, &pairings[..nth]));
        let open = pairing.open.iter().filter(|it| {
            let next = units.get(block.first + block.units);
            is_lone(it, &pairings[nth + 1..]) && (whole(it) || !is_opened_again(it, next))
        });
        let straight =
            pairing.straight.iter().filter(|it| whole(it) || is_lone_straight(nth, &pairings));
        let all = closed.chain(&pairing.faults).chain(open).chain(straight);
        found.extend(all.map(|it| block.in_unit(it, units)));
    }
    found
}

/// The paragraphs of a document. Marks may pair from one sentence to the next, so that a paragraph
/// of several units is read as one text.
fn blocks<'u>(units: &'u [Unit]) -> Vec<Block<'u>> {
    let mut first = 0;
    let block = |units: &'u [Unit]| {
        let whole = &units[0].target;
        let is_bare = |it: &Unit| *it.target.pairing() == Pairing::default();
        let pairing = if units.len() == 1 || units.iter().all(is_bare) {
            Cow::Borrowed(whole.pairing())
        } else {
            let text: String = units.iter().map(|it| it.target.text()).collect();
            Cow::Owned(Pairing::of(&text))
        };
        let block = Block { first, units: units.len(), pairing };
        first += units.len();
        block
    };
    units.chunk_by(|a, b| a.place.paragraph == b.place.paragraph).map(block).collect()
}

impl Block<'_> {
    /// The unit that a mark stands in, and the mark in its text.
    fn in_unit(&self, lone: &Lone, units: &[Unit]) -> (usize, Lone) {
        let (mut nth, mut before) = (self.first, 0);
        while nth + 1 < self.first + self.units {
            let length = units[nth].target.text().len();
            if lone.at.start < before + length {
                break;
            }
            before += length;
            nth += 1;
        }
        let at = lone.at.start - before..lone.at.end - before;
        (nth, Lone { at, ..lone.clone() })
    }
}

/// Whether no paragraph near the one with this number has the other half of its straight quote.
fn is_lone_straight(nth: usize, all: &[&Pairing]) -> bool {
    let near = &all[nth.saturating_sub(THROUGH)..all.len().min(nth + THROUGH + 1)];
    all.len() > 1 && near.iter().filter(|it| it.straight.is_some()).count() == 1
}

/// Whether no paragraph near this one has the other half.
fn is_lone(lone: &Lone, others: &[&Pairing], all: usize) -> bool {
    let half =
        |it: &Option<Lone>| it.as_ref().is_some_and(|it| partner(lone.mark) == Some(it.mark));
    let is_half =
        |it: &&Pairing| if is_opener(lone.mark) { half(&it.closed) } else { half(&it.open) };
    let near = if is_opener(lone.mark) {
        others.iter().take(THROUGH).any(is_half)
    } else {
        others.iter().rev().take(THROUGH).any(is_half)
    };
    !near && !others.is_empty() && all > 1
}

/// Whether the next paragraph begins with the same mark.
fn is_opened_again(lone: &Lone, next: Option<&Unit>) -> bool {
    next.is_some_and(|next| next.target.text().trim_start().starts_with(lone.mark))
}

/// What a lone mark of a unit weighs: a quotation mark in a row on its own weighs nothing, for the
/// row may be a piece of a text that is not seen, unless its source is whole.
pub(super) fn weight(lone: &Lone, unit: &Unit, units: &[Unit]) -> Severity {
    let may_go_on = units.len() == 1 && is_quote(lone.mark) && !is_whole(unit, lone.mark);
    if may_go_on { Severity::Neutral } else { Severity::Minor }
}
