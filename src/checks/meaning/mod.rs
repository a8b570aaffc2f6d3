//! What a source and its target say, each read once by the encoder: how near the two are, which
//! clauses of the target the source does not say, and what of the source is lost.

mod loss;
mod parts;
mod support;

pub use loss::Loss;
pub use support::Support;

use super::{Pair, Prose};
use crate::encoder::Encoder;
use crate::residue::speaks_english;
use loss::Absence;
use parts::Parts;

/// What the encoder tells of a target beside its source.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    /// How near what the target says is to what the source says.
    cosine: f32,
    is_telling: bool,
    supports: Vec<Support>,
    absence: Option<Absence>,
}

/// Pieces that both texts have at least, words or parts of words: what a label says depends on
/// where it stands.
const TELLING: usize = 8;

/// Pieces that both have at most whose parts are looked at: more are a whole document, in which a
/// clause weighs nothing.
const LONGEST: usize = 512;

impl Meaning {
    fn of(source: &str, target: &Prose, encoder: &Encoder) -> Self {
        let said = Parts::of_source(source, encoder);
        let shown = Parts::of(target.text(), target.clause_spans(), encoder);
        let pieces = [said.pieces(), shown.pieces()];
        let has_parts = pieces.iter().all(|it| *it <= LONGEST);
        let supports = || support::supports(&said, &shown);
        let absence = || loss::absence(&said, &shown, target.size());
        Self {
            cosine: said.whole().cosine(shown.whole()),
            is_telling: pieces.iter().all(|it| *it >= TELLING),
            supports: if has_parts { supports() } else { vec![] },
            absence: if has_parts { absence() } else { None },
        }
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

    /// The same where both say enough, and what is translated is in Chinese.
    pub(super) fn telling_cosine(&self) -> Option<f32> {
        let size = self.size();
        let meaning = self.meaning().filter(|it| it.is_telling && size.han > size.tokens)?;
        Some(meaning.cosine)
    }

    /// How well the source supports each of its longer clauses, where there is a cosine.
    pub fn supports(&self) -> &[Support] {
        self.meaning().map_or(&[], |it| &it.supports)
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
