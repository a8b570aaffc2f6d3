//! Clauses that a document says again a little later.

use super::passage::count_han;
use crate::text::Shadow;
use crate::text::chars::{is_closer, is_opener, is_stop};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A clause whose beginning was said before: the segments are counted from 0 through the
/// document, places are characters of their shadows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseCopy {
    /// Segment and place of the first copy.
    pub first: (usize, Range<usize>),
    /// Segment and place of the second.
    pub second: (usize, Range<usize>),
}

/// The clauses that begin as one did at most `reach` segments before, with at least `least`
/// Chinese characters. Time is linear in the document.
pub fn clause_copies(shadows: &[&Shadow], least: usize, reach: usize) -> Vec<ClauseCopy> {
    let mut seen: FxHashMap<&[char], (usize, usize)> = FxHashMap::default();
    let mut found = vec![];
    for (segment, shadow) in shadows.iter().enumerate() {
        for clause in clauses(shadow.chars()) {
            let chars = &shadow.chars()[clause.clone()];
            let Some(head) = head(chars, least) else { continue };
            let before = seen.insert(head, (segment, clause.start));
            let near = before.filter(|(earlier, _)| segment - earlier <= reach);
            found.extend(near.map(|(earlier, at)| {
                let length = common(&shadows[earlier].chars()[at..], chars);
                let second = clause.start..clause.start + length;
                ClauseCopy { first: (earlier, at..at + length), second: (segment, second) }
            }));
        }
    }
    found
}

/// The stretches between stops, without the marks and spaces around them.
fn clauses(chars: &[char]) -> impl Iterator<Item = Range<usize>> {
    let divides = |c: &char| is_stop(*c) || is_opener(*c) || is_closer(*c);
    let mut start = 0;
    chars.split(divides).filter_map(move |clause| {
        let from = start + clause.iter().take_while(|c| c.is_whitespace()).count();
        let to = start + clause.len();
        start = to + 1;
        (from < to).then_some(from..to)
    })
}

/// The beginning of a clause that has `least` Chinese characters.
fn head(clause: &[char], least: usize) -> Option<&[char]> {
    let mut han = 0;
    let end = clause.iter().position(|c| {
        han += count_han(&[*c]);
        han == least
    })?;
    Some(&clause[..=end])
}

/// How many characters the two have in common from their start.
fn common(a: &[char], b: &[char]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}
