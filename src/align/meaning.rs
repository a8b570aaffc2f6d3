//! What pieces say, as the sentence encoder reads them, and what that weighs.

use super::band::Band;
use super::piece::{Original, Rendered, small};
use crate::encoder::{Encoder, Vector};
use std::ops::Range;

/// What a piece says, and how near the pieces of the other text are to it on the whole.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) vector: Vector,
    ground: f32,
}

/// How near a piece of another topic is, and as how many pieces that counts.
const GROUND: (f32, f32) = (0.2, 10.0);

/// Reads with the encoder what the pieces of two texts say, each given with its text; [`align`]
/// then counts it. Sources have to be in English.
///
/// [`align`]: super::align
pub fn understand(
    encoder: &Encoder,
    (source, said): (&mut [Original], &[&str]),
    (target, shown): (&mut [Rendered], &[&str]),
) {
    let (said, shown) = (encoder.encode_all(said), encoder.encode_all(shown));
    tell(encoder, (source, said), (target, shown));
}

/// Gives the pieces of two texts their vectors.
pub(super) fn tell(
    encoder: &Encoder,
    (source, said): (&mut [Original], Vec<Vector>),
    (target, shown): (&mut [Rendered], Vec<Vector>),
) {
    let (ours, theirs) = (encoder.mean(&said), encoder.mean(&shown));
    let all = |vectors: Vec<Vector>, other: (Vector, f32), count: usize| {
        let count = small(count);
        vectors.into_iter().map(move |vector| {
            let near = vector.cosine(&other.0) * other.1 * count;
            let ground = (near + GROUND.0 * GROUND.1) / (count + GROUND.1);
            Some(Box::new(Said { vector, ground }))
        })
    };
    let (n, m) = (source.len(), target.len());
    source.iter_mut().zip(all(said, theirs, m)).for_each(|(piece, it)| piece.said = it);
    target.iter_mut().zip(all(shown, ours, n)).for_each(|(piece, it)| piece.said = it);
}

/// The evidence of what the pieces of two texts say.
#[derive(Debug)]
pub(super) struct Meaning {
    source: Side,
    target: Side,
    /// For each piece of the source the first piece of the target that it may belong to, and how
    /// near it and those after it are.
    rows: Vec<(usize, Vec<f32>)>,
}

/// Pieces are joined by adding their vectors: what the sums need.
#[derive(Debug)]
struct Side {
    grounds: Vec<f32>,
    /// How near the next piece and the one after it are.
    next: Vec<[f32; 2]>,
}

/// How much the margin of a cosine over the ground weighs, how much of the ground counts, and
/// where the evidence is none: chosen on one half of glued documents of both scripts.
const SCALE: f32 = 30.0;
const MARGIN: f32 = 0.5;
const MIDDLE: f32 = 0.35;

impl Meaning {
    /// What all pieces say, if they were read.
    pub(super) fn of(source: &[Original], target: &[Rendered], band: &Band) -> Option<Self> {
        let said: Vec<&Said> = source.iter().map(|it| it.said.as_deref()).collect::<Option<_>>()?;
        let shown: Vec<&Said> =
            target.iter().map(|it| it.said.as_deref()).collect::<Option<_>>()?;
        let row = |(i, one): (usize, &&Said)| {
            let pieces = band.pieces(i);
            let near = shown[pieces.clone()].iter().map(|it| one.vector.cosine(&it.vector));
            (pieces.start, near.collect())
        };
        let rows = said.iter().enumerate().map(row).collect();
        Some(Self { source: Side::of(&said), target: Side::of(&shown), rows })
    }

    /// How much likelier the pieces are as translations of each other than as strangers.
    pub(super) fn bead(&self, source: &Range<usize>, target: &Range<usize>) -> f32 {
        let near = |i: usize| -> f32 {
            let (from, row) = &self.rows[i];
            target.clone().filter_map(|j| row.get(j.checked_sub(*from)?)).sum()
        };
        let (one, two) = (self.source.length(source), self.target.length(target));
        let cosine = source.clone().map(near).sum::<f32>() / (one * two);
        let ground = self.source.ground(source) / one + self.target.ground(target) / two;
        SCALE * (cosine - MARGIN * ground / 2.0 - MIDDLE)
    }
}

impl Side {
    fn of(said: &[&Said]) -> Self {
        let near = |i: usize, by: usize| {
            said.get(i + by).map_or(0.0, |it| said[i].vector.cosine(&it.vector))
        };
        Self {
            grounds: said.iter().map(|it| it.ground).collect(),
            next: (0..said.len()).map(|i| [near(i, 1), near(i, 2)]).collect(),
        }
    }

    /// The length of the sum of the vectors of some pieces, three at most.
    fn length(&self, pieces: &Range<usize>) -> f32 {
        let pairs = |i: usize| self.next[i].iter().take(pieces.end - i - 1).sum::<f32>();
        let square = small(pieces.len()) + 2.0 * pieces.clone().map(pairs).sum::<f32>();
        square.max(1.0).sqrt()
    }

    fn ground(&self, pieces: &Range<usize>) -> f32 {
        self.grounds[pieces.clone()].iter().sum()
    }
}
