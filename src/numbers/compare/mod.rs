//! Beside each other: the numbers of a source and of its translation.

mod excuse;
mod index;
mod rewrite;
mod suspicion;

use super::figure::{Figure, Kind};
use crate::text::Span;
use index::Index;
use std::cmp::Reverse;

/// What is wrong with a number of the translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is another power of ten: 1.5亿 for 1.5 billion.
    Magnitude,
    /// It is another number.
    Number,
    /// A decade or a century stands a hundred years off.
    Century,
    /// It is another month, day, weekday, hour, minute or decade.
    Date,
    /// It counts another unit or currency.
    Unit,
    /// It is not there.
    Missing,
    /// The source does not have it.
    Extra,
}

/// A number on which source and translation differ.
#[derive(Clone, Debug)]
pub struct Difference {
    /// What is wrong.
    pub fault: Fault,
    /// The number of the source; none where the translation added one.
    pub source: Option<Figure>,
    /// The number of the translation; none where it is missing.
    pub target: Option<Figure>,
    /// Both sides are written so that the numbers are nothing else.
    pub sure: bool,
}

/// More numbers than these are a table: what belongs to what is not for a sentence to say.
const MANY: usize = 500;

/// Where the numbers of a translation differ from those of its source.
pub fn differences(source: &[Figure], target: &[Figure]) -> Vec<Difference> {
    if source.len() > MANY || target.len() > MANY {
        return vec![];
    }
    let pairing = Pairing::of(source, target);
    let mut found = suspicion::wrong_units(&pairing);
    found.extend(suspicion::differences(&pairing));
    found.sort_by_key(|it| it.target.as_ref().or(it.source.as_ref()).map(|it| it.span));
    found
}

/// Which numbers of the two sides say the same.
pub(super) struct Pairing<'f> {
    source: &'f [Figure],
    target: &'f [Figure],
    /// The number of the target that each of the source is taken for.
    partner: Vec<Option<usize>>,
    /// Whether a number has its like on the other side, taken or not.
    known: [Vec<bool>; 2],
    taken: Vec<bool>,
}

impl<'f> Pairing<'f> {
    fn of(source: &'f [Figure], target: &'f [Figure]) -> Self {
        let index = Index::of(target);
        let mut it = Self {
            source,
            target,
            partner: vec![None; source.len()],
            known: [vec![false; source.len()], vec![false; target.len()]],
            taken: vec![false; target.len()],
        };
        let ends = [end(source), end(target)];
        for firm in [true, false] {
            for (nth, figure) in source.iter().enumerate().filter(|(_, it)| it.firm == firm) {
                let mut answers = index.answers(figure);
                answers.retain(|other| is_like(figure, &target[*other]));
                it.known[0][nth] = !answers.is_empty();
                for other in &answers {
                    it.known[1][*other] = true;
                }
                let free = answers.into_iter().filter(|other| !it.taken[*other]);
                it.partner[nth] = free.min_by_key(|other| unlike(figure, &target[*other], ends));
                if let Some(other) = it.partner[nth] {
                    it.taken[other] = true;
                }
            }
        }
        excuse::excuse(&mut it);
        it
    }

    /// The figures of the source, or of the target, whose like is nowhere on the other side.
    fn unknown(&self, side: usize) -> impl Iterator<Item = usize> {
        (0..self.known[side].len()).filter(move |nth| !self.known[side][*nth])
    }
}

/// A weekday answers for no number, nor a number for a weekday, nor morning for afternoon.
fn is_like(a: &Figure, b: &Figure) -> bool {
    let halves = a.afternoon.zip(b.afternoon);
    (a.kind == Kind::Weekday) == (b.kind == Kind::Weekday) && halves.is_none_or(|(a, b)| a == b)
}

fn end(figures: &[Figure]) -> u32 {
    figures.last().map_or(1, |it| it.span.end.max(1))
}

/// How unlike two figures are that are worth the same: by kind, unit, firmness, place.
fn unlike(a: &Figure, b: &Figure, ends: [u32; 2]) -> (Reverse<u8>, u64) {
    let same_unit = a.unit.is_some() && a.unit == b.unit;
    let alike = u8::from(a.kind == b.kind) + u8::from(same_unit) + u8::from(a.firm == b.firm);
    let place = |it: Span, end: u32| u64::from(it.start) * 1000 / u64::from(end);
    (Reverse(alike), place(a.span, ends[0]).abs_diff(place(b.span, ends[1])))
}
