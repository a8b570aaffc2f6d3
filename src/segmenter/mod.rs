//! Cuts Chinese text into words.

use crate::text::{Shadow, Span};
use std::ops::Range;

/// A word, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its characters in the shadow.
    pub chars: Range<usize>,
    /// Its bytes in the text.
    pub span: Span,
}

/// Cuts Chinese text into words.
#[derive(Debug, Default)]
pub struct Segmenter;

impl Segmenter {
    /// The words of a text, from its shadow.
    pub fn cut(&self, shadow: &Shadow) -> Vec<Word> {
        let _ = self;
        (0..shadow.chars().len())
            .map(|at| Word { chars: at..at + 1, span: shadow.span(at..at + 1) })
            .collect()
    }
}
