//! Units with the same source, and units with the same target.

use super::{Manuscript, Unit};
use crate::text::{Kind, Size, fold};
use rustc_hash::FxHashMap;
use std::hash::Hasher;

/// Of each unit the first unit with the same source, where that is another one, by their numbers.
/// Only sources that say enough to have one translation count.
pub(super) fn same_sources(units: &Manuscript) -> Vec<(usize, usize)> {
    let source = |unit: &Unit| unit.target.source().filter(|it| !it.trim().is_empty()).map(letters);
    let enough = |unit: &Unit| {
        let words = unit.target.source().map_or(0.0, |it| Size::of(it).words());
        words >= least_words(unit.kind)
    };
    again(units, source, enough)
}

/// The same of targets of so many Chinese characters that have sources.
pub(super) fn same_targets(units: &Manuscript, least: u32) -> Vec<(usize, usize)> {
    let target = |unit: &Unit| unit.target.source().map(|_| letters(unit.target.text()));
    again(units, target, |unit| unit.target.size().han >= least)
}

/// A label depends on where it stands, and a line of a film on who says it.
fn least_words(kind: Kind) -> f64 {
    match kind {
        Kind::Message => 4.0,
        Kind::Cue => 6.0,
        _ => 3.0,
    }
}

/// Nearly all texts of a document are new to it, so that only those whose hash was there before
/// are looked at.
fn again(
    units: &Manuscript,
    hash: impl Fn(&Unit) -> Option<u64>,
    enough: impl Fn(&Unit) -> bool,
) -> Vec<(usize, usize)> {
    let mut first: FxHashMap<u64, usize> = FxHashMap::default();
    let mut found = vec![];
    for (nth, unit) in units.iter().enumerate() {
        let Some(hash) = hash(unit) else { continue };
        let earlier = *first.entry(hash).or_insert(nth);
        if earlier != nth && enough(unit) {
            found.push((earlier, nth));
        }
    }
    found
}

/// What is the same of two texts that differ in blanks and capitals alone.
fn letters(text: &str) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    for byte in text.bytes().filter(|it| !it.is_ascii_whitespace()) {
        hasher.write_u8(byte.to_ascii_lowercase());
    }
    hasher.finish()
}

/// Whether two texts say the same in the same words, whatever their marks, blanks and scripts are.
pub(super) fn says_the_same(a: &str, b: &str) -> bool {
    words(a).eq(words(b))
}

fn words(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).map(fold)
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
