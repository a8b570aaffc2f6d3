//! What a target says again, each kind of it searched for only where a glance shows some.

use super::Prose;
use crate::duplication::{
    Candidates, Claim, Echo, Licence, Passage, Repeats, Tandem, TokenLoop, coverage, echoes,
    joined, joints, share, tandems, token_loops,
};
use crate::text::{Size, Span};
use std::ops::Range;

/// A target less near to its source than this was not made from it: of 3,994 clean pairs of news
/// that say enough 8 are.
const ASTRAY: f32 = 0.3;

impl Prose<'_> {
    /// What it says twice or more in a row. Words are cut only where something repeats at all.
    pub fn tandems(&self) -> &[Tandem] {
        &self.repetition().0
    }

    /// What it has of repetition at a glance.
    pub(super) fn repeats(&self) -> Repeats {
        self.repetition().1
    }

    /// The share of it that stood shortly before, as [`coverage`] has it: nothing where no three
    /// neighbours come again.
    pub fn coverage(&self) -> f64 {
        if self.repeats().close { coverage(self.text()) } else { 0.0 }
    }

    fn repetition(&self) -> &(Vec<Tandem>, Repeats) {
        self.repetition.get_or_init(|| {
            let candidates = Candidates::of(self.shadow(), self.landmarks());
            if candidates.is_empty() {
                return (vec![], candidates.repeats());
            }
            let words = self.words_at(candidates.places());
            let (shadow, segmenter) = (self.shadow(), self.segmenter());
            let passage = Passage { shadow, words: &words, segmenter };
            let found = tandems(&candidates, &passage, &|| self.is_astray());
            (found, candidates.repeats())
        })
    }

    /// What it says again after a few characters.
    pub fn echoes(&self) -> &[Echo] {
        if !self.repeats().near {
            return &[];
        }
        self.echoes.get_or_init(|| echoes(self.shadow()))
    }

    /// The phrases that it joins to themselves.
    pub fn joined(&self) -> Vec<Echo> {
        self.around(joints(self.shadow(), self.cues()), |it| joined(it, self.source().is_some()))
    }

    /// Its loops of Latin words.
    pub fn token_loops(&self) -> &[TokenLoop] {
        if !self.has_letters() {
            return &[];
        }
        self.token_loops.get_or_init(|| {
            let source = self.source().unwrap_or_default();
            let given = |token: &str| {
                let words = self.original()?;
                Some(source.contains(token) || words.explains(token))
            };
            token_loops(self.landmarks(), self.with.lexicon, &given)
        })
    }

    /// Whether the source repeats what the target does: `copies` copies of `first`.
    pub fn licenses(&self, copies: usize, first: Span) -> bool {
        let licence =
            self.licence.get_or_init(|| self.source().map(Licence::of).unwrap_or_default());
        let size = Size::of(&self.text()[first.range()]);
        let (words, chars) = (size.words(), size.chars as usize);
        let at = share(first.start as usize, self.text().len());
        licence.covers(Claim { copies, words, chars, at }) && !self.is_astray()
    }

    /// Whether it says something else than its source, which then explains nothing in it.
    pub(super) fn is_astray(&self) -> bool {
        self.telling_cosine().is_some_and(|it| it < ASTRAY)
    }

    /// Whether something said twice in a row covers a part of `chars`, so that another check of
    /// repetition need not tell it again.
    pub fn loops_at(&self, chars: &Range<usize>) -> bool {
        self.tandems().iter().any(|it| it.rest.start < chars.end && chars.start < it.rest.end)
    }
}
