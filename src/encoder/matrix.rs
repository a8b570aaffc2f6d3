use super::kernel::Whole;
use super::products::{self, COLUMNS, ROWS};

/// The longest column.
const DEEPEST: usize = 1280;

/// A matrix whose columns lie one after the other in the table.
#[derive(Debug)]
pub(super) struct Matrix {
    units: Vec<f32>,
    numbers: &'static [u8],
    depth: usize,
}

impl Matrix {
    /// A matrix of columns of whole numbers, so many in each, with the unit of each.
    pub(super) fn new(units: Vec<f32>, numbers: &'static [u8], depth: usize) -> Self {
        assert!(depth <= DEEPEST, "a column is too long");
        Self { units, numbers, depth }
    }

    /// Multiplies rows with the matrix, the nth of which begins at number `n * step`, and adds the
    /// products to `sums`, row by row, as many as it has room for.
    pub(super) fn multiply(&self, rows: &Whole, step: usize, sums: &mut [f32]) {
        products::widest(self.product(rows, step, sums));
    }

    /// What [`Self::multiply`] has to do.
    pub(super) fn product<'p>(
        &'p self,
        rows: &'p Whole,
        step: usize,
        sums: &'p mut [f32],
    ) -> Product<'p> {
        Product { matrix: self, rows, step, sums }
    }

    /// The numbers of its columns.
    #[cfg(test)]
    pub(super) fn numbers(&self) -> &'static [u8] {
        self.numbers
    }
}

/// What is to be multiplied, and where the sums go.
pub(super) struct Product<'p> {
    matrix: &'p Matrix,
    rows: &'p Whole,
    step: usize,
    sums: &'p mut [f32],
}

impl Product<'_> {
    /// Multiplies with these ways of adding the products of several rows, and of one, with several
    /// columns. Inlined, so that what adds decides for which processor all of it is compiled.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "see above")]
    pub(super) fn with(
        &mut self,
        several: impl Fn([&[i16]; ROWS], [&[i16]; COLUMNS]) -> [[i32; COLUMNS]; ROWS],
        one: impl Fn([&[i16]; 1], [&[i16]; COLUMNS]) -> [[i32; COLUMNS]; 1],
    ) {
        let (width, depth) = (self.matrix.units.len(), self.matrix.depth);
        let count = self.sums.len() / width;
        let row = |at: usize| &self.rows.numbers[at * self.step..][..depth];
        let mut wide = [[0; DEEPEST]; COLUMNS];
        for first in (0..width).step_by(COLUMNS) {
            for (wide, nth) in wide.iter_mut().zip(first..) {
                self.matrix.widen(nth, wide);
            }
            let columns = [&wide[0][..depth], &wide[1][..depth]];
            for at in (0..count / ROWS).map(|block| block * ROWS) {
                let found = several([row(at), row(at + 1), row(at + 2), row(at + 3)], columns);
                add(self.matrix, self.rows.unit, (at, first), &found, self.sums);
            }
            for at in count / ROWS * ROWS..count {
                let found = one([row(at)], columns);
                add(self.matrix, self.rows.unit, (at, first), &found, self.sums);
            }
        }
    }
}

impl Matrix {
    /// Writes the numbers of a column out.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "compiled for the processor that multiplies")]
    fn widen(&self, nth: usize, wide: &mut [i16; DEEPEST]) {
        let column = &self.numbers[nth * self.depth..][..self.depth];
        for (wide, byte) in wide.iter_mut().zip(column) {
            *wide = i16::from(byte.cast_signed());
        }
    }
}

/// Adds what was found for the rows and columns that begin here.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a few sums in the innermost loop but one")]
#[expect(clippy::cast_precision_loss, reason = "the last bits of a sum do not matter")]
fn add<const R: usize>(
    matrix: &Matrix,
    unit: f32,
    (row, column): (usize, usize),
    found: &[[i32; COLUMNS]; R],
    sums: &mut [f32],
) {
    let width = matrix.units.len();
    for (found, row) in found.iter().zip(row..) {
        let sums = sums[row * width + column..].iter_mut();
        for ((sum, found), of_column) in sums.zip(found).zip(&matrix.units[column..]) {
            *sum += *found as f32 * (of_column * unit);
        }
    }
}
