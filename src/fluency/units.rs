//! What a text is made of: Chinese characters, and words in others.

use crate::text::Landmarks;
use crate::text::chars::{self, is_common_han, is_han};
use rustc_hash::FxBuildHasher;
use std::hash::{BuildHasher, Hash};
use std::ops::Range;

/// A Chinese character, or a word or number in other characters.
pub(super) struct Unit {
    /// The same for all that are the same.
    pub(super) id: u64,
    /// Its characters.
    pub(super) chars: Range<usize>,
}

pub(super) fn units(text: &[char]) -> Units<'_> {
    Units { text, at: 0 }
}

/// The units of a text, from the character `at` on.
pub(super) struct Units<'t> {
    text: &'t [char],
    at: usize,
}

impl Iterator for Units<'_> {
    type Item = Unit;

    #[inline]
    fn next(&mut self) -> Option<Unit> {
        loop {
            let (at, c) = (self.at, *self.text.get(self.at)?);
            self.at += 1;
            if is_han(c) {
                return Some(Unit { id: u64::from(c), chars: at..self.at });
            }
            if chars::is_alphanumeric(c) {
                return Some(self.word(at));
            }
        }
    }
}

impl Units<'_> {
    /// The word that begins at `start`. Numbers are all different: tables and lists of figures are
    /// not poor.
    #[cold]
    fn word(&mut self, start: usize) -> Unit {
        let rest = &self.text[start..];
        let is_inside = |c: &&char| is_of_word(**c);
        let said = &rest[..rest.iter().take_while(is_inside).count()];
        self.at = start + said.len();
        let is_number = chars::is_numeric(said[0]);
        let id = if is_number { nth_number(start) } else { word(said) };
        Unit { id, chars: start..self.at }
    }
}

/// The units of a text that are no common Chinese characters, each as its id, by the landmarks of
/// the text: the same for all that are the same, if not what [`units`] has.
pub(super) fn others<'m>(marks: &'m Landmarks) -> impl Iterator<Item = u64> + 'm {
    let is_unit = |c| is_han(c) || chars::is_alphanumeric(c);
    let mut rest = marks.iter().filter(move |it| !is_common_han(it.c) && is_unit(it.c)).peekable();
    std::iter::from_fn(move || {
        let first = rest.next()?;
        if is_han(first.c) {
            return Some(u64::from(first.c));
        }
        let mut end = first.end();
        while let Some(more) = rest.next_if(|it| it.start() == end && is_of_word(it.c)) {
            end = more.end();
        }
        let is_number = chars::is_numeric(first.c);
        Some(if is_number { nth_number(end) } else { word(&marks.text()[first.start()..end]) })
    })
}

/// Whether a word or a number has `c` in it.
fn is_of_word(c: char) -> bool {
    !is_han(c) && chars::is_alphanumeric(c)
}

/// A number of its own for the number at a place, beyond those of characters.
fn nth_number(at: usize) -> u64 {
    (1 << 32) + at as u64
}

/// A number for a word, beyond those of characters.
fn word<W: Hash + ?Sized>(said: &W) -> u64 {
    FxBuildHasher.hash_one(said) | 1 << 63
}
