//! What a text is made of: Chinese characters, and words in others.

use crate::text::chars::{self, is_common_han, is_han};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
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
    pub(super) at: usize,
}

impl Iterator for Units<'_> {
    type Item = Unit;

    #[inline]
    fn next(&mut self) -> Option<Unit> {
        loop {
            let (at, c) = (self.at, *self.text.get(self.at)?);
            self.at += 1;
            if is_common_han(c) || is_han(c) {
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
        let is_inside = |c: &&char| !is_han(**c) && chars::is_alphanumeric(**c);
        let said = &rest[..rest.iter().take_while(is_inside).count()];
        self.at = start + said.len();
        let is_number = chars::is_numeric(said[0]);
        let id = if is_number { (1 << 32) + start as u64 } else { word(said) };
        Unit { id, chars: start..self.at }
    }
}

/// A number for a word, beyond those of characters.
fn word(said: &[char]) -> u64 {
    let mut hasher = FxHasher::default();
    said.hash(&mut hasher);
    hasher.finish() | 1 << 63
}
