use crate::text::Shadow;
use crate::text::chars;
use crate::text::chars::{is_common_han, is_han};
use std::ops::Range;

/// A shadow without the spaces that Chinese does not need, so that a copy after a space is still
/// a copy. Between Latin tokens one space stays, and so do the ends of lines.
#[derive(Debug)]
pub(crate) struct Squeezed {
    chars: Vec<char>,
    /// Of each character its number in the shadow.
    at: Vec<u32>,
}

impl Squeezed {
    pub(crate) fn of(shadow: &Shadow) -> Self {
        let all = shadow.chars();
        let mut squeezed =
            Self { chars: Vec::with_capacity(all.len()), at: Vec::with_capacity(all.len()) };
        for (at, c) in (0..).zip(all.iter().copied()) {
            if is_common_han(c) || c == '\n' {
                squeezed.push(c, at);
            } else if c.is_whitespace() {
                if needs_space(all, at as usize) {
                    squeezed.push(' ', at);
                }
            } else {
                squeezed.push(c, at);
            }
        }
        squeezed
    }

    fn push(&mut self, c: char, at: u32) {
        self.chars.push(c);
        self.at.push(at);
    }

    pub(crate) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The characters of the shadow from the first to the last of `range`, which is not empty.
    pub(crate) fn in_shadow(&self, range: Range<usize>) -> Range<usize> {
        self.at[range.start] as usize..self.at[range.end - 1] as usize + 1
    }
}

/// Whether the space at `at` is the last one between two Latin tokens.
fn needs_space(all: &[char], at: usize) -> bool {
    let divides = |c: &char| !is_han(*c) && chars::is_alphanumeric(*c);
    all.get(at + 1).is_some_and(divides)
        && all[..at].iter().rev().find(|c| !c.is_whitespace()).is_some_and(divides)
}
