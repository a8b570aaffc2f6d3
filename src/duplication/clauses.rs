//! Clauses that a document says again a little later.

use super::passage::count_han;
use crate::text::Shadow;
use crate::text::chars::{is_quote, is_stop};
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

/// Copies that stand further apart, in characters, may be meant: formal prose repeats itself.
const FAR: usize = 400;

/// The clauses that are as one was at most `reach` segments before, with at least `least` Chinese
/// characters; of those that tell what is done with something, the beginning is enough. Time is linear in the document.
pub fn clause_copies(shadows: &[&Shadow], least: usize, reach: usize) -> Vec<ClauseCopy> {
    let mut seen: FxHashMap<&[char], (usize, usize)> = FxHashMap::default();
    let mut found = vec![];
    let mut passed: Vec<usize> = vec![];
    for (segment, shadow) in shadows.iter().enumerate() {
        passed.push(passed.last().map_or(0, |all| all + shadows[segment - 1].chars().len()));
        for clause in clauses(shadow.chars()) {
            let chars = &shadow.chars()[clause.clone()];
            let Some(head) = head(chars, least) else { continue };
            let before = seen.insert(head, (segment, clause.start));
            let far = |(earlier, at): &(usize, usize)| {
                passed[segment] + clause.start - passed[*earlier] - at
            };
            let near = before.filter(|it| segment - it.0 <= reach && far(it) <= FAR);
            found.extend(near.and_then(|(earlier, at)| {
                let length = common(&shadows[earlier].chars()[at..], chars);
                let (first, second) = (at..at + length, clause.start..clause.start + length);
                let told = length == chars.len() || is_disposal(chars);
                told.then_some(ClauseCopy { first: (earlier, first), second: (segment, second) })
            }));
        }
    }
    found
}

/// The stretches between stops, without the marks and spaces around them.
fn clauses(chars: &[char]) -> impl Iterator<Item = Range<usize>> {
    let divides = |c: &char| is_stop(*c) || is_quote(*c);
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

/// Whether the clause says what is done with something: 将, 把 and their like open it.
fn is_disposal(clause: &[char]) -> bool {
    matches!(clause[0], '将' | '把' | '使' | '让' | '被')
}

/// How many characters the two have in common from their start.
fn common(a: &[char], b: &[char]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}
