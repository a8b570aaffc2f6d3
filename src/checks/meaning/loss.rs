use super::parts::Parts;
use crate::align::content_words;
use crate::checks::{Pair, length};
use crate::lexicon::Lexicon;
use crate::text::{Size, Span};

/// The part of a source that its target seems to lack.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loss {
    /// Where it stands in the source.
    pub part: Span,
    /// How likely it is, on a scale of its own: see [`Loss::is_likely`].
    pub weight: f32,
}

impl Loss {
    /// Whether so much speaks for it that of the clean pairs of news one in a hundred has as much.
    pub fn is_likely(&self) -> bool {
        self.weight > LIKELY
    }
}

/// What the four witnesses count, and from where on together they are believed: fitted on one
/// script of the clean pairs with 30 to 60 % of the target deleted, and tried on the other.
const ABSENT: f32 = 1.0;
const LENGTH: f32 = 0.9;
const COVERED: f32 = 0.25;
const COSINE: f32 = 0.6;
const LIKELY: f32 = -0.13;

/// The part of a source that is least in its target.
#[derive(Clone, Copy, Debug)]
pub(super) struct Absence {
    part: Span,
    /// How much nearer to the target the source would be without it, less a quarter of how near
    /// it is to any part of the target.
    weight: f32,
}

/// Words that a part has at least, and a source: of less nobody can say that it is missing.
const LEAST: usize = 5;
const ENOUGH: usize = 8;

/// From so much of the usual length on nothing is looked for.
const FULL: f64 = 0.9;

/// The part of a source that is least in its target, if that is short.
pub(super) fn absence(source: &Parts, target: &Parts, size: Size) -> Option<Absence> {
    let words = |it: Span| source.text[it.range()].split_whitespace().count();
    let all = source.text.split_whitespace().count();
    if all < ENOUGH || length::share(source.text, size, length::USUAL) > FULL {
        return None;
    }
    let said = target.said();
    let weigh = |part: Span| {
        let own = source.part(part);
        let near = said.iter().map(|it| it.cosine(&own)).fold(-1.0, f32::max);
        Absence { part, weight: source.gain(part, target.whole()) - near / 4.0 }
    };
    let parts = source.stretches(JOINED).filter(|it| (LEAST..all).contains(&words(*it)));
    parts.map(weigh).max_by(|a, b| a.weight.total_cmp(&b.weight))
}

/// So many parts at most may be missing together.
const JOINED: usize = 3;

impl Pair<'_, '_> {
    /// The part of the source that the target seems to lack, by what the two say, how long the
    /// target is, and which words of the source have a rendering in it. None where there is no
    /// cosine, the target is not short, or the source is.
    pub fn loss(&self) -> Option<Loss> {
        let meaning = self.target.meaning()?;
        let absence = meaning.absence?;
        let share = length::share(self.source, self.target.size(), self.usual);
        #[expect(clippy::cast_possible_truncation, reason = "it is a small number")]
        let length = share.max(0.01).ln() as f32;
        let weight = ABSENT * absence.weight
            - LENGTH * length
            - COVERED * covered(self.source, self.target.shadow().text())
            - COSINE * meaning.cosine;
        Some(Loss { part: absence.part, weight })
    }
}

/// The share of the words of a source that have a rendering in a text of the shadow; one half of
/// two words more, so that a few words prove little.
fn covered(source: &str, shadow: &str) -> f32 {
    let found = content_words(source).filter_map(|it| Lexicon.covers(it, shadow));
    let (mut all, mut covered) = (2.0, 1.0);
    for is_covered in found {
        all += 1.0;
        covered += f32::from(u8::from(is_covered));
    }
    covered / all
}
