//! How much likelier pieces are as translations of each other than as strangers.

use super::band::Band;
use super::claims::Key;
use super::meaning::Meaning;
use super::piece::{Original, Rendered, small};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::ops::Range;

/// Chinese characters for each English one, and what their variance grows by, as measured on good
/// translations; and how far two translators differ.
const RATIO: f32 = 0.338;
const VARIANCE: f32 = 0.8;
const STYLE: f32 = 0.1;

/// How much the lengths and the claims count. The claims of one piece lean on each other.
const WEIGHTS: (f32, f32) = (1.0, 0.6);

/// The same beside what the pieces say, which speaks of the same things.
const BESIDE_MEANING: (f32, f32) = (0.75, 0.2);

/// How much the length may say against a bead at most.
const FLOOR: f32 = -8.0;

/// Lengths of targets for which claims are weighed: powers of two characters.
const LENGTHS: usize = 14;

/// The evidence for the beads of two texts.
#[derive(Debug)]
pub(super) struct Evidence<'a> {
    source: &'a [Original],
    target: &'a [Rendered],
    ratio: f32,
    /// The mean and the spread of the logarithm of a target's length.
    usual: (f32, f32),
    rows: Vec<Row>,
    meaning: Option<Meaning>,
}

/// What one piece of the source finds in the pieces of the target.
#[derive(Debug)]
struct Row {
    /// The first piece that was looked at.
    from: usize,
    /// The claims that each piece shows, a bit each.
    hits: Vec<u128>,
    /// By the length of a target, once it was asked for.
    weights: [OnceCell<Weights>; LENGTHS],
}

/// What all claims weigh if none is shown, and what each adds that is.
type Weights = (f32, Vec<f32>);

impl<'a> Evidence<'a> {
    pub(super) fn of(source: &'a [Original], target: &'a [Rendered], band: &Band) -> Self {
        let rows = (0..source.len()).map(|i| Row::of(&source[i], target, band.pieces(i)));
        let usual = usual(target);
        let meaning = Meaning::of(source, target, band);
        Self { source, target, ratio: ratio(source, target), usual, rows: rows.collect(), meaning }
    }

    /// The evidence for one bead that has pieces on both sides.
    pub(super) fn bead(&self, source: Range<usize>, target: Range<usize>) -> f32 {
        let said: f32 = self.source[source.clone()].iter().map(|it| it.length).sum();
        let length: f32 = self.target[target.clone()].iter().map(|it| it.length).sum();
        let claims: f32 = source.clone().map(|i| self.claims(i, &target, length)).sum();
        let length = self.length(said, length);
        match &self.meaning {
            None => WEIGHTS.0 * length + WEIGHTS.1 * claims,
            Some(meaning) => {
                let (lengths, words) = BESIDE_MEANING;
                meaning.bead(&source, &target) + lengths * length + words * claims
            }
        }
    }

    /// What the claims of one piece of the source weigh beside pieces of the target.
    fn claims(&self, i: usize, target: &Range<usize>, length: f32) -> f32 {
        let row = &self.rows[i];
        let mut hits = target.clone().fold(0_u128, |all, j| {
            let hit = j.checked_sub(row.from).and_then(|at| row.hits.get(at));
            all | hit.copied().unwrap_or_default()
        });
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is small")]
        let log = (length.max(1.0).log2().round() as usize).min(LENGTHS - 1);
        let weigh = || weights(&self.source[i], small(1 << log));
        let (none, weights) = row.weights[log].get_or_init(weigh);
        let mut sum = *none;
        while hits != 0 {
            sum += weights[hits.trailing_zeros() as usize];
            hits &= hits - 1;
        }
        sum
    }

    /// The evidence of the lengths: that of a translation against that of any piece.
    fn length(&self, said: f32, length: f32) -> f32 {
        let expected = self.ratio * said;
        let variance = VARIANCE * said * self.ratio / RATIO + (STYLE * expected).powi(2) + 1.0;
        let apart = (length - expected).powi(2) / (2.0 * variance);
        let (mean, spread) = self.usual;
        let strange = ((length.ln() - mean) / spread).powi(2) / 2.0;
        let density = -variance.ln() / 2.0 + spread.ln() + length.ln();
        (density - apart + strange.min(4.0)).clamp(FLOOR, 4.0)
    }
}

/// Characters of the target for each of the source: what good translations have, unless the two
/// texts as a whole say otherwise.
fn ratio(source: &[Original], target: &[Rendered]) -> f32 {
    let said: f32 = source.iter().map(|it| it.length).sum();
    let length: f32 = target.iter().map(|it| it.length).sum();
    let own = (length / said.max(1.0)).clamp(RATIO * 0.75, RATIO * 4.0);
    // A few sentences of which one is missing say little of the others.
    let trust = said / (said + 2000.0);
    (own.ln() * trust + RATIO.ln() * (1.0 - trust)).exp()
}

fn usual(target: &[Rendered]) -> (f32, f32) {
    let count = small(target.len()).max(1.0);
    let mean = target.iter().map(|it| it.length.ln()).sum::<f32>() / count;
    let square = target.iter().map(|it| (it.length.ln() - mean).powi(2)).sum::<f32>() / count;
    (mean, square.sqrt().max(0.5))
}

impl Row {
    fn of(original: &Original, target: &[Rendered], pieces: Range<usize>) -> Self {
        let mut places: FxHashMap<Key, u128> = FxHashMap::default();
        // Most of what a target shows no claim asks for, which one bit tells.
        let mut asked = [0_u64; 256];
        let bit = |key: Key| ((key as usize >> 6) % 256, 1_u64 << (key % 64));
        for (nth, claim) in original.claims.iter().enumerate() {
            for key in claim.keys.iter() {
                *places.entry(*key).or_default() |= 1 << nth;
                let (word, bit) = bit(*key);
                asked[word] |= bit;
            }
        }
        let is_asked = |key: &&Key| {
            let (word, bit) = bit(**key);
            asked[word] & bit != 0
        };
        let hits = |it: &Rendered| {
            let found = it.shown.iter().filter(is_asked).filter_map(|key| places.get(key));
            found.fold(0, |all, one| all | one)
        };
        let from = pieces.start;
        let hits = target[pieces].iter().map(hits).collect();
        Self { from, hits, weights: Default::default() }
    }
}

/// What the claims of a piece weigh beside a target of some length.
fn weights(original: &Original, length: f32) -> Weights {
    let mut none = 0.0;
    let weigh = |claim: &super::claims::Claim| {
        let chance = claim.by_chance(length);
        let shown = claim.shown.max(chance + 0.5 * (1.0 - chance) * claim.shown).min(0.97);
        let missed = ((1.0 - shown) / (1.0 - chance)).ln();
        none += missed;
        (shown / chance).ln() - missed
    };
    let each = original.claims.iter().map(weigh).collect();
    (none, each)
}
