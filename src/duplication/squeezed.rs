use crate::text::chars::{self, is_han};
use crate::text::{Landmarks, Shadow};
use std::borrow::Cow;
use std::ops::Range;

/// A shadow without the spaces that Chinese does not need, so that a copy after a space is still
/// a copy. Between Latin tokens one space stays, and so do the ends of lines.
#[derive(Debug)]
pub(crate) struct Squeezed<'s> {
    chars: Cow<'s, [char]>,
    is_spaced: bool,
    /// Of each character its number in the shadow; nothing where all are there.
    at: Vec<u32>,
}

impl<'s> Squeezed<'s> {
    /// That of the text with these landmarks, which is much less to look through for spaces.
    pub(crate) fn of(shadow: &'s Shadow, marks: &Landmarks) -> Self {
        let all = shadow.chars();
        if !marks.iter().any(|it| is_white(it.c)) {
            return Self { chars: Cow::Borrowed(all), is_spaced: false, at: vec![] };
        }
        let (mut chars, mut places) =
            (Vec::with_capacity(all.len()), Vec::with_capacity(all.len()));
        let small = |at: usize| u32::try_from(at).expect("formats refuse a text of 4 GiB");
        let mut from = 0;
        for piece in all.split(|c| is_space(*c)) {
            chars.extend_from_slice(piece);
            places.extend(small(from)..small(from + piece.len()));
            from += piece.len();
            if from < all.len() && needs_space(all, from) {
                chars.push(' ');
                places.push(small(from));
            }
            from += 1;
        }
        let is_spaced = chars.iter().any(|c| is_white(*c));
        Self { chars: Cow::Owned(chars), is_spaced, at: places }
    }

    pub(crate) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Whether spaces are left in it, or ends of lines.
    pub(crate) fn is_spaced(&self) -> bool {
        self.is_spaced
    }

    /// The characters of the shadow from the first to the last of `range`, which is not empty.
    pub(crate) fn in_shadow(&self, range: Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end - 1) + 1
    }

    fn place(&self, nth: usize) -> usize {
        self.at.get(nth).map_or(nth, |at| *at as usize)
    }
}

/// Whether `c` is a space that Chinese does not need; the end of a line is none.
fn is_space(c: char) -> bool {
    c != '\n' && is_white(c)
}

/// Whether `c` is white space, of which there is none above U+3000.
fn is_white(c: char) -> bool {
    c <= '\u{3000}' && c.is_whitespace()
}

/// Whether the space at `at` is the last one between two Latin tokens.
fn needs_space(all: &[char], at: usize) -> bool {
    let divides = |c: &char| !is_han(*c) && chars::is_alphanumeric(*c);
    all.get(at + 1).is_some_and(divides)
        && all[..at].iter().rev().find(|c| !c.is_whitespace()).is_some_and(divides)
}
