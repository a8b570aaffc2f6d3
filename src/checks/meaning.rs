//! What a source and its target say, each read once by the encoder.

use super::{Pair, Prose};
use crate::encoder::Encoder;
use crate::residue::speaks_english;

/// What the encoder tells of a target beside its source.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    /// How near what the target says is to what the source says.
    pub(super) cosine: f32,
}

impl Meaning {
    pub(super) fn of(source: &str, target: &Prose, encoder: &Encoder) -> Self {
        let (source, target) = (encoder.open(source), encoder.open(target.text()));
        Self { cosine: source.whole().cosine(&target.whole()) }
    }
}

impl Prose<'_> {
    /// How near what it says is to what its source says, if the effort is full and the source is
    /// in English: about 0.7 for a good translation, 0.25 for another sentence of the same
    /// document, 0 for one of another topic. An untranslated copy is near its source too.
    ///
    /// Worked out at the first call, in a few milliseconds.
    pub fn cosine(&self) -> Option<f32> {
        self.meaning().map(|it| it.cosine)
    }

    pub(super) fn meaning(&self) -> Option<&Meaning> {
        let read = || {
            let encoder = self.with.encoder()?;
            let source = self.source().filter(|it| speaks_english(it))?;
            Some(Meaning::of(source, self, encoder))
        };
        self.meaning.get_or_init(read).as_ref()
    }
}

impl Pair<'_, '_> {
    /// How near what the target says is to what the source says, as [`Prose::cosine`] has it.
    pub fn cosine(&self) -> Option<f32> {
        self.target.cosine()
    }
}
