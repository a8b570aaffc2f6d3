//! The quotation marks and brackets of a document that lack their other half.

use super::Unit;
use super::settled::is_whole;
use crate::finding::Severity;
use crate::text::chars::{is_opener, is_quote, partner};
use crate::text::{Lone, Pairing};

/// Paragraphs that a quotation may run through.
const THROUGH: usize = 16;

/// The lone marks of a document with the numbers of their units. A quotation may run through
/// several paragraphs, each of which opens it again; what a document of one paragraph leaves
/// open may be closed in a text that is not seen.
pub(super) fn lone_marks(units: &[Unit]) -> Vec<(usize, Lone)> {
    let pairings: Vec<&Pairing> = units.iter().map(|unit| unit.target.pairing()).collect();
    let mut found = vec![];
    for (nth, pairing) in pairings.iter().enumerate() {
        if *pairing == &Pairing::default() {
            continue;
        }
        let whole = |it: &Lone| is_whole(&units[nth], it.mark);
        let is_lone = |it: &Lone, others| whole(it) || is_lone(it, others, units.len());
        let closed = pairing.closed.iter().filter(|it| is_lone(it, &pairings[..nth]));
        let open = pairing.open.iter().filter(|it| {
            is_lone(it, &pairings[nth + 1..]) && (whole(it) || !is_opened_again(it, units, nth))
        });
        let straight =
            pairing.straight.iter().filter(|it| whole(it) || is_lone_straight(nth, &pairings));
        let all = closed.chain(&pairing.faults).chain(open).chain(straight);
        found.extend(all.map(|it| (nth, it.clone())));
    }
    found
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
fn is_opened_again(lone: &Lone, units: &[Unit], nth: usize) -> bool {
    units.get(nth + 1).is_some_and(|next| next.target.text().trim_start().starts_with(lone.mark))
}

/// What a lone mark of a unit weighs: a quotation mark in a row on its own weighs nothing, for the
/// row may be a piece of a text that is not seen, unless its source is whole.
pub(super) fn weight(lone: &Lone, unit: &Unit, units: &[Unit]) -> Severity {
    let may_go_on = units.len() == 1 && is_quote(lone.mark) && !is_whole(unit, lone.mark);
    if may_go_on { Severity::Neutral } else { Severity::Minor }
}
