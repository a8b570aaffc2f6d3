use super::matrix::Matrix;

/// The numbers of the network, little-endian, in the order of [`Weights`]: vectors of floats, and for
/// each matrix the units of its columns, floats, then the columns, whole numbers of eight bits.
/// `tools/sentence_encoder.py` makes it.
static DENSE: &[u8] = include_bytes!("dense.bin");

/// For each piece the mean of its row, the unit, and a code of four bits for each of its 512
/// numbers: byte n holds those of number n and, above, of number n + 256.
static ROWS: &[u8] = include_bytes!("rows.bin");

/// The numbers of a row.
pub(super) const ROW: usize = 512;

const HALF: usize = ROW / 2;
const ROW_BYTES: usize = 8 + HALF;

/// What a code stands for, in units above the mean.
const LEVELS: [i16; 16] = [-127, -96, -75, -58, -44, -31, -18, -6, 6, 18, 31, 44, 58, 75, 96, 127];

/// The width of a branch of the network, and of the three together.
pub(super) const BRANCH: usize = 256;
pub(super) const BRANCHES: usize = 3 * BRANCH;

/// What is known of a piece: its row and what the branches say.
pub(super) const FEATURES: usize = ROW + BRANCHES;

/// The width of the layers behind.
pub(super) const DEEP: usize = 320;

/// A row that was read: its numbers are `mean + unit * level`.
pub(super) struct Row {
    pub(super) mean: f32,
    pub(super) unit: f32,
    pub(super) levels: [i16; ROW],
}

impl Row {
    /// The row of a piece.
    pub(super) fn of(piece: u16) -> Self {
        let row = &ROWS[usize::from(piece) * ROW_BYTES..][..ROW_BYTES];
        let (head, codes) = row.split_at(8);
        let mut levels = [0; ROW];
        let (low, high) = levels.split_at_mut(HALF);
        for ((low, high), code) in low.iter_mut().zip(high).zip(codes) {
            *low = LEVELS[usize::from(code & 15)];
            *high = LEVELS[usize::from(code >> 4)];
        }
        let mut floats = floats(head);
        let mut next = || floats.next().unwrap_or_default();
        Self { mean: next(), unit: next(), levels }
    }
}

/// The numbers of the network, in the order of the original's numpy code.
#[derive(Debug)]
pub(super) struct Weights {
    /// For each column of `projection` the sum of its numbers.
    pub(super) sums: Vec<f32>,
    pub(super) projection_bias: Vec<f32>,
    pub(super) projection_scale: Vec<f32>,
    pub(super) projection_shift: Vec<f32>,
    /// Of the first layer of each branch, then of the second.
    pub(super) biases: [[Vec<f32>; 3]; 2],
    pub(super) scale: Vec<f32>,
    pub(super) shift: Vec<f32>,
    pub(super) output_bias: Vec<f32>,
    pub(super) projection: Matrix,
    pub(super) layers: [[Matrix; 3]; 2],
    pub(super) output: Matrix,
    pub(super) deep: Deep,
}

/// The layers behind the sum over the pieces.
#[derive(Debug)]
pub(super) struct Deep {
    pub(super) first: Matrix,
    pub(super) first_past: Matrix,
    pub(super) second: Matrix,
    pub(super) third: Matrix,
    pub(super) third_past: Matrix,
    pub(super) fourth: Matrix,
}

/// How many pieces each branch sees at once, and how many of them before the one it is about.
pub(super) const WINDOWS: [(usize, usize); 3] = [(2, 0), (3, 1), (5, 2)];

impl Weights {
    /// The network that is part of the program.
    pub(super) fn embedded() -> Self {
        let mut read = Reader { rest: DENSE };
        Self {
            sums: read.floats(BRANCHES),
            projection_bias: read.floats(BRANCHES),
            projection_scale: read.floats(BRANCHES),
            projection_shift: read.floats(BRANCHES),
            biases: [(); 2].map(|()| WINDOWS.map(|_| read.floats(BRANCH))),
            scale: read.floats(FEATURES),
            shift: read.floats(FEATURES),
            output_bias: read.floats(ROW),
            projection: read.matrix(ROW, BRANCHES),
            layers: [(); 2].map(|()| WINDOWS.map(|(seen, _)| read.matrix(seen * BRANCH, BRANCH))),
            output: read.matrix(FEATURES, ROW),
            deep: Deep {
                first: read.matrix(ROW, DEEP),
                first_past: read.matrix(ROW, DEEP),
                second: read.matrix(DEEP, DEEP),
                third: read.matrix(DEEP, ROW),
                third_past: read.matrix(DEEP, ROW),
                fourth: read.matrix(ROW, ROW),
            },
        }
    }
}

/// Reads the table from its beginning.
struct Reader {
    rest: &'static [u8],
}

impl Reader {
    fn bytes(&mut self, count: usize) -> &'static [u8] {
        let (bytes, rest) = self.rest.split_at(count);
        self.rest = rest;
        bytes
    }

    fn floats(&mut self, count: usize) -> Vec<f32> {
        floats(self.bytes(4 * count)).collect()
    }

    fn matrix(&mut self, depth: usize, width: usize) -> Matrix {
        Matrix::new(self.floats(width), self.bytes(depth * width), depth)
    }
}

fn floats(bytes: &[u8]) -> impl Iterator<Item = f32> {
    bytes.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::{DENSE, ROW_BYTES, ROWS, Reader, Row, Weights};

    #[test]
    fn the_tables_are_read_to_their_ends() {
        let weights = Weights::embedded();
        let numbers = weights.deep.fourth.numbers().as_ptr_range();
        assert_eq!(numbers.end, DENSE.as_ptr_range().end);
        assert_eq!(ROWS.len() % ROW_BYTES, 0);
        assert_eq!(Reader { rest: &[0, 0, 0x80, 0x3f, 7] }.floats(1), [1.0]);
    }

    #[test]
    fn a_row_is_spread_around_its_mean() {
        let row = Row::of(1000);
        let sum: i32 = row.levels.iter().map(|level| i32::from(*level)).sum();
        assert!(sum.abs() < 512 * 6, "{sum}");
        assert!(row.unit > 0.0 && row.mean.is_finite());
    }
}
