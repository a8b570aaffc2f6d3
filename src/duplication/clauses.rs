//! Clauses that a document says again a little later.

use crate::text::Shadow;
use crate::text::chars::{is_common_han, is_han};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;
use std::ops::Range;

/// A segment cut into clauses; places are characters of its shadow.
#[derive(Clone, Copy, Debug)]
pub struct Clauses<'t> {
    /// The segment's shadow.
    pub shadow: &'t Shadow,
    /// Its clauses, in order.
    pub clauses: &'t [Range<usize>],
}

/// A clause whose beginning was said before: segments are counted from 0 through the document,
/// places are characters of their shadows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseCopy {
    /// Segment and place of the first copy.
    pub first: (usize, Range<usize>),
    /// Segment and place of the second.
    pub second: (usize, Range<usize>),
}

/// How many segments back a clause is remembered.
const REACH: usize = 2;

/// Copies that stand further apart, in characters, may be meant: formal prose repeats itself.
const FAR: usize = 400;

/// Where a clause was seen: its segment, its first character, and the characters of the document
/// before that.
#[derive(Clone, Copy)]
struct Seen {
    segment: usize,
    at: usize,
    passed: usize,
}

/// The clauses that are as one was shortly before, with at least `least` Chinese characters; of
/// those that tell what is done with something, the beginning is enough. Time is linear in the
/// document.
pub fn clause_copies(segments: &[Clauses], least: usize) -> Vec<ClauseCopy> {
    let count = segments.iter().map(|it| it.clauses.len()).sum();
    let mut heads: FxHashMap<u64, Seen> = FxHashMap::with_capacity_and_hasher(count, FxBuildHasher);
    let mut found = vec![];
    let mut passed = 0;
    for (segment, text) in segments.iter().enumerate() {
        for clause in text.clauses {
            let chars = &text.shadow.chars()[clause.clone()];
            let Some(head) = head(chars, least) else { continue };
            let now = Seen { segment, at: clause.start, passed: passed + clause.start };
            let before = heads.insert(FxBuildHasher.hash_one(head), now);
            found.extend(before.filter(|it| is_near(*it, now)).and_then(|before| {
                let earlier = &segments[before.segment].shadow.chars()[before.at..];
                let again = earlier.starts_with(head);
                again.then(|| copy(before, now, earlier, chars)).flatten()
            }));
        }
        passed += text.shadow.chars().len();
    }
    found
}

/// The beginning of a clause that has `least` Chinese characters.
fn head(clause: &[char], least: usize) -> Option<&[char]> {
    let first = clause.get(..least)?;
    if first.iter().all(|c| is_common_han(*c)) {
        return Some(first);
    }
    let mut han = 0;
    let end = clause.iter().position(|c| {
        han += usize::from(is_han(*c));
        han == least
    })?;
    Some(&clause[..=end])
}

fn is_near(before: Seen, now: Seen) -> bool {
    now.segment - before.segment <= REACH && now.passed - before.passed <= FAR
}

/// The copy, if it is the whole clause or says what is done with something: 将, 把 and their like
/// open such a clause.
fn copy(before: Seen, now: Seen, earlier: &[char], clause: &[char]) -> Option<ClauseCopy> {
    let length = earlier.iter().zip(clause).take_while(|(a, b)| a == b).count();
    let disposes = matches!(clause[0], '将' | '把' | '使' | '让' | '被');
    let stretch = |seen: Seen| (seen.segment, seen.at..seen.at + length);
    (length == clause.len() || disposes)
        .then(|| ClauseCopy { first: stretch(before), second: stretch(now) })
}
