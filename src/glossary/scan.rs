use super::index::stands_alone;
use crate::text::{Phrases, Shadow};
use std::ops::Range;

/// The characters of a phrase in a shadow, and its number.
pub(super) type Standing = (Range<usize>, u32);

/// Every phrase that stands in the text as a word of its own, overlaps included.
pub(super) fn standing(phrases: &Phrases, shadow: &Shadow) -> Vec<Standing> {
    let mut found = Vec::with_capacity(shadow.chars().len() / 8);
    phrases.each(shadow.chars(), |chars, number| {
        if stands_alone(shadow.chars(), &chars) {
            found.push((chars, number));
        }
    });
    found
}
