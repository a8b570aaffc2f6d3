use crate::text::Shadow;
use crate::text::chars::{self, is_common_han, is_han};
use std::borrow::Cow;
use std::ops::Range;

/// A shadow without the spaces that Chinese does not need, so that a copy after a space is still
/// a copy. Between Latin tokens one space stays, and so do the ends of lines.
#[derive(Debug)]
pub(crate) struct Squeezed<'s> {
    chars: Cow<'s, [char]>,
    /// Of each character its number in the shadow; nothing where all are there.
    at: Vec<u32>,
}

impl<'s> Squeezed<'s> {
    pub(crate) fn of(shadow: &'s Shadow) -> Self {
        let all = shadow.chars();
        if !all.iter().any(|c| is_space(*c)) {
            return Self { chars: Cow::Borrowed(all), at: vec![] };
        }
        let (mut chars, mut places) =
            (Vec::with_capacity(all.len()), Vec::with_capacity(all.len()));
        for (at, c) in all.iter().copied().enumerate() {
            if !is_space(c) || needs_space(all, at) {
                chars.push(if is_space(c) { ' ' } else { c });
                places.push(u32::try_from(at).expect("formats refuse a text of 4 GiB"));
            }
        }
        Self { chars: Cow::Owned(chars), at: places }
    }

    pub(crate) fn chars(&self) -> &[char] {
        &self.chars
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
    !is_common_han(c) && c != '\n' && c.is_whitespace()
}

/// Whether the space at `at` is the last one between two Latin tokens.
fn needs_space(all: &[char], at: usize) -> bool {
    let divides = |c: &char| !is_han(*c) && chars::is_alphanumeric(*c);
    all.get(at + 1).is_some_and(divides)
        && all[..at].iter().rev().find(|c| !c.is_whitespace()).is_some_and(divides)
}
