//! Units with the same source, and units with the same target.

use super::{Manuscript, Unit};
use crate::text::{Kind, Size, fold};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::Hasher;

/// Of each unit the first unit with the same source in the same context, where that is another
/// one, by their numbers.
/// Only sources that say enough to have one translation count.
pub(super) fn same_sources<'t>(units: &Manuscript<'t>) -> Vec<(usize, usize)> {
    let enough = |unit: &Unit| {
        let words = unit.target.source().map_or(0.0, |it| Size::of(it).words());
        words >= least_words(unit.kind)
    };
    let source = |unit: &Unit<'t>| unit.target.source().filter(|it| it.len() > SHORT);
    again(units, source, |unit| unit.segment.context.as_deref().unwrap_or_default(), enough)
}

/// The same of targets of so many Chinese characters that have sources.
pub(super) fn same_targets<'t>(units: &Manuscript<'t>, least: u32) -> Vec<(usize, usize)> {
    let long = |it: &&str| it.len() >= 3 * least as usize;
    let target = |unit: &Unit<'t>| unit.target.source().map(|_| unit.target.text()).filter(long);
    again(units, target, |_| "", |unit| unit.target.size().han >= least)
}

/// So few bytes are no three words.
const SHORT: usize = 6;

/// A label depends on where it stands, and a line of a film on who says it.
fn least_words(kind: Kind) -> f64 {
    match kind {
        Kind::Message => 4.0,
        Kind::Cue => 6.0,
        _ => 3.0,
    }
}

/// The first unit with a text that has this hash: of its ends, or of all of it.
type First = FxHashMap<u64, usize>;

/// Nearly all texts of a document are new to it, and their ends show it. Only of those whose ends
/// were there before all letters are read.
fn again<'t>(
    units: &Manuscript<'t>,
    text: impl Fn(&Unit<'t>) -> Option<&'t str>,
    context: impl Fn(&Unit<'t>) -> &'t str,
    enough: impl Fn(&Unit) -> bool,
) -> Vec<(usize, usize)> {
    let (mut ends, mut whole) = (First::default(), First::default());
    let mut found = vec![];
    for (nth, unit) in units.iter().enumerate() {
        let Some(said) = text(unit) else { continue };
        let first = *ends.entry(hash_of_ends(said)).or_insert(nth);
        if first == nth {
            continue;
        }
        if let Some(before) = text(&units[first]) {
            whole.entry(hash_in(context(&units[first]), before)).or_insert(first);
        }
        let earlier = *whole.entry(hash_in(context(unit), said)).or_insert(nth);
        if earlier != nth && enough(unit) {
            found.push((earlier, nth));
        }
    }
    found
}

/// What is the same of two texts that differ in blanks and capitals alone.
fn letters(text: &str) -> impl DoubleEndedIterator<Item = u8> {
    text.bytes().filter(|it| !it.is_ascii_whitespace()).map(|it| it.to_ascii_lowercase())
}

fn hash_in(context: &str, text: &str) -> u64 {
    hash(context.bytes().chain([0]).chain(letters(text)))
}

fn hash_of_ends(text: &str) -> u64 {
    const MOST: usize = 16;
    hash(letters(text).take(MOST).chain(letters(text).rev().take(MOST)))
}

fn hash(letters: impl Iterator<Item = u8>) -> u64 {
    let mut hasher = FxHasher::default();
    letters.for_each(|it| hasher.write_u8(it));
    hasher.finish()
}

/// Whether two texts say the same in the same words, whatever their marks, blanks and scripts are.
pub(super) fn says_the_same(a: &str, b: &str) -> bool {
    words(a).eq(words(b))
}

fn words(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).map(fold)
}

/// Whether two sources share less than half of their words: with more they may mean the same.
pub(super) fn are_apart(one: &str, other: &str) -> bool {
    let (one, other) = (vocabulary(one), vocabulary(other));
    // Short words tell little.
    let telling =
        |words: &FxHashSet<String>| words.iter().filter(|it| it.chars().count() > 3).count();
    let shared = one.intersection(&other).filter(|it| it.chars().count() > 3).count();
    2 * shared < telling(&one).min(telling(&other))
}

/// Whether two sources have the same words, in whatever order.
pub(super) fn has_same_words(one: &str, other: &str) -> bool {
    one == other || vocabulary(one) == vocabulary(other)
}

fn vocabulary(text: &str) -> FxHashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The start of a text, as much as a message can quote.
pub(super) fn start(text: &str) -> String {
    const MOST: usize = 30;
    let text = text.trim();
    let mut start: String = text.chars().take(MOST).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}
