use super::band::Band;
use super::evidence::Evidence;
use super::piece::{Original, Rendered};
use std::ops::Range;

/// Pieces that belong together: none on one side, or up to three.
#[derive(Clone, Debug, PartialEq)]
pub struct Bead {
    /// The pieces of the source, by their numbers.
    pub source: Range<usize>,
    /// The pieces of the target.
    pub target: Range<usize>,
    /// The evidence for them; 0 where one side has none.
    pub evidence: f32,
}

/// Which pieces of two texts belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// The beads in order; every piece is in one.
    pub beads: Vec<Bead>,
}

/// Further evidence for pieces of the source beside pieces of the target, both by their numbers:
/// the logarithm of how much likelier they are as translations of each other than as strangers.
/// Where there is none it is 0.
pub type Likeness<'l> = dyn Fn(Range<usize>, Range<usize>) -> f32 + 'l;

/// The kinds of beads by the numbers of their pieces, with the logarithm of how often they come.
const KINDS: [(usize, usize, f32); 8] = [
    (1, 1, -0.12),
    (1, 0, -4.0),
    (0, 1, -5.0),
    (1, 2, -2.3),
    (2, 1, -2.6),
    (2, 2, -5.5),
    (1, 3, -4.5),
    (3, 1, -5.0),
];

/// The best beads for two texts.
pub fn align(source: &[Original], target: &[Rendered], likeness: Option<&Likeness>) -> Alignment {
    let band = Band::of(source, target);
    let evidence = Evidence::of(source, target, &band);
    let mut search = Search { band, evidence, likeness, rows: vec![] };
    for done in 0..=source.len() {
        let row = search.row(done);
        search.rows.push(row);
    }
    search.beads(source.len(), target.len())
}

struct Search<'a> {
    band: Band,
    evidence: Evidence<'a>,
    likeness: Option<&'a Likeness<'a>>,
    rows: Vec<Vec<Cell>>,
}

/// The best way to where so many pieces of both texts are done.
#[derive(Clone, Copy, Debug)]
struct Cell {
    sum: f32,
    evidence: f32,
    /// The last bead's kind.
    kind: usize,
}

const NOWHERE: Cell = Cell { sum: f32::NEG_INFINITY, evidence: 0.0, kind: 0 };

impl Search<'_> {
    fn row(&self, i: usize) -> Vec<Cell> {
        let columns = self.band.row(i);
        let mut row = Vec::with_capacity(columns.len());
        for j in columns.clone() {
            let start = Cell { sum: 0.0, ..NOWHERE };
            let mut best = if (i, j) == (0, 0) { start } else { NOWHERE };
            for (kind, &(a, b, prior)) in KINDS.iter().enumerate() {
                let (Some(from), Some(to)) = (i.checked_sub(a), j.checked_sub(b)) else { continue };
                let before = if a == 0 {
                    to.checked_sub(columns.start).and_then(|at| row.get(at)).copied()
                } else {
                    self.cell(from, to)
                };
                let Some(before) = before.filter(|it| it.sum > f32::NEG_INFINITY) else { continue };
                let evidence = self.weigh(from..i, to..j);
                let sum = before.sum + prior + evidence;
                if sum > best.sum {
                    best = Cell { sum, evidence, kind };
                }
            }
            row.push(best);
        }
        row
    }

    fn weigh(&self, source: Range<usize>, target: Range<usize>) -> f32 {
        if source.is_empty() || target.is_empty() {
            return 0.0;
        }
        let more = self.likeness.map_or(0.0, |it| it(source.clone(), target.clone()));
        self.evidence.bead(source, target) + more
    }

    fn cell(&self, i: usize, j: usize) -> Option<Cell> {
        let at = j.checked_sub(self.band.row(i).start)?;
        self.rows[i].get(at).copied()
    }

    fn beads(&self, mut i: usize, mut j: usize) -> Alignment {
        let mut beads = vec![];
        while (i, j) != (0, 0) {
            let Some(cell) = self.cell(i, j) else { break };
            let (a, b, _) = KINDS[cell.kind];
            let (source, target) = (i - a..i, j - b..j);
            (i, j) = (i - a, j - b);
            beads.push(Bead { source, target, evidence: cell.evidence });
        }
        beads.reverse();
        Alignment { beads }
    }
}

impl Alignment {
    /// The mean evidence of the beads that have pieces on both sides.
    pub fn evidence(&self) -> f32 {
        let both = self.beads.iter().filter(|it| !it.source.is_empty() && !it.target.is_empty());
        let (count, sum) = both.fold((0, 0.0), |(count, sum), it| (count + 1, sum + it.evidence));
        sum / super::piece::small(count).max(1.0)
    }

    /// The share of the source's and of the target's pieces, each weighed by its length, that
    /// belong to nothing on the other side.
    pub fn alone(&self, source: &[Original], target: &[Rendered]) -> (f32, f32) {
        let said: f32 = source.iter().map(|it| it.length).sum();
        let length: f32 = target.iter().map(|it| it.length).sum();
        let (mut left, mut added) = (0.0, 0.0);
        for bead in &self.beads {
            if bead.target.is_empty() {
                left += source[bead.source.clone()].iter().map(|it| it.length).sum::<f32>();
            }
            if bead.source.is_empty() {
                added += target[bead.target.clone()].iter().map(|it| it.length).sum::<f32>();
            }
        }
        (left / said.max(1.0), added / length.max(1.0))
    }
}
