//! How many different characters a text of a length has.

use crate::text::chars;
use crate::text::chars::is_han;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// How much richer than clean text, as the logarithm of a ratio: about 0 for good text, -0.6
/// where hardly half the characters are new that should be.
///
/// The curve was fitted on news translated by people.
pub fn richness(distinct: u32, of: u32) -> f64 {
    let length = f64::from(of.max(1)).ln();
    f64::from(distinct.max(1)).ln()
        - (0.0381 * length).mul_add(-length, 1.138f64.mul_add(length, -0.141))
}

/// The units in a window that is looked at.
const WINDOW: usize = 40;

/// A text shorter than this tells nothing.
const LEAST: usize = 16;

/// Where a window has collapsed; in clean text one in ten thousand segments has such a one.
const COLLAPSED: f64 = -0.75;

/// Where a text shorter than a window has.
const COLLAPSED_SHORT: f64 = -0.6;

/// The part of a text in which it says next to nothing new, from the first poor stretch to the
/// end of the last.
pub fn collapse(text: &str) -> Option<Range<usize>> {
    let units = units(text);
    if units.len() < LEAST {
        return None;
    }
    let (window, limit) =
        if units.len() < WINDOW { (units.len(), COLLAPSED_SHORT) } else { (WINDOW, COLLAPSED) };
    let mut counts: Vec<u32> = vec![0; units.len()];
    let (mut distinct, mut first, mut last) = (0, None, 0);
    for (nth, unit) in units.iter().enumerate() {
        counts[unit.id] += 1;
        distinct += u32::from(counts[unit.id] == 1);
        if nth + 1 < window {
            continue;
        }
        let oldest = &units[nth + 1 - window];
        if richness(distinct, u32::try_from(window).unwrap_or(u32::MAX)) <= limit {
            first.get_or_insert(oldest.bytes.start);
            last = unit.bytes.end;
        }
        counts[oldest.id] -= 1;
        distinct -= u32::from(counts[oldest.id] == 0);
    }
    first.map(|first| first..last)
}

/// How rich each window of a text is; they stand side by side, and what is left over is none.
pub fn windows(text: &str) -> Vec<f64> {
    units(text).chunks_exact(WINDOW).map(of_window).collect()
}

fn of_window(units: &[Unit]) -> f64 {
    let distinct: BTreeSet<usize> = units.iter().map(|unit| unit.id).collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    richness(count(distinct.len()), count(units.len()))
}

/// A Chinese character, or a word or number in other characters.
struct Unit {
    id: usize,
    bytes: Range<usize>,
}

/// Numbers are all different: tables and lists of figures are not poor.
fn units(text: &str) -> Vec<Unit> {
    let mut ids: HashMap<&str, usize> = HashMap::new();
    let mut found = vec![];
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let length = length(&text[at..], c);
        let said = &text[at..at + length];
        if c.is_numeric() && !is_han(c) {
            found.push(Unit { id: found.len(), bytes: at..at + length });
        } else if chars::is_alphanumeric(c) {
            let id = *ids.entry(said).or_insert(found.len());
            found.push(Unit { id, bytes: at..at + length });
        }
        at += length;
    }
    found
}

/// The bytes of the unit that a text begins with, or of a character that is none.
fn length(text: &str, first: char) -> usize {
    let in_word = |c: char| chars::is_alphanumeric(c) && !is_han(c);
    match first {
        _ if in_word(first) => text.find(|c| !in_word(c)).unwrap_or(text.len()),
        _ => first.len_utf8(),
    }
}

#[cfg(test)]
mod tests {
    use super::{collapse, richness};

    #[test]
    fn clean_text_is_about_as_rich_as_the_curve() {
        assert!(richness(32, 40).abs() < 0.2);
        assert!(richness(16, 40) < -0.6);
    }

    #[test]
    fn a_text_that_says_nothing_new_collapses() {
        let tail = "的问题是一个问题的问题".repeat(6);
        let text = format!("今年以来全国各地的粮食产量都比往年同期有所增加，价格平稳。{tail}");
        assert!(collapse(&text).is_some_and(|it| it.end == text.len() && it.start > 20));
        assert_eq!(collapse("好吧，好吧，好吧。"), None);
    }
}
