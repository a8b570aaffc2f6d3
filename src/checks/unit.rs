use super::Resources;
use crate::segmenter::Word;
use crate::text::{self, Place, Shadow, Span};
use std::sync::OnceLock;

/// A segment laid open for checking.
#[derive(Debug)]
pub struct Unit<'t> {
    /// Where the segment stands.
    pub place: Place,
    /// What was translated, where it is known.
    pub source: Option<&'t str>,
    /// The translation.
    pub target: Prose<'t>,
}

/// A target, with all that is worked out from it worked out at most once.
#[derive(Debug)]
pub struct Prose<'t> {
    text: &'t str,
    with: &'t Resources,
    shadow: OnceLock<Shadow>,
    words: OnceLock<Vec<Word>>,
    sentences: OnceLock<Vec<Span>>,
}

impl<'t> Prose<'t> {
    /// Lays a target open.
    pub fn new(text: &'t str, with: &'t Resources) -> Self {
        Self {
            text,
            with,
            shadow: OnceLock::new(),
            words: OnceLock::new(),
            sentences: OnceLock::new(),
        }
    }

    /// The text as it is.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Its simplified, half-width, lower-case copy.
    pub fn shadow(&self) -> &Shadow {
        self.shadow.get_or_init(|| Shadow::of(self.text))
    }

    /// Its words.
    pub fn words(&self) -> &[Word] {
        self.words.get_or_init(|| self.with.segmenter.cut(self.shadow()))
    }

    /// Its sentences.
    pub fn sentences(&self) -> &[Span] {
        self.sentences.get_or_init(|| text::sentences(self.text))
    }
}
