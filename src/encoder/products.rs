//! Sums of the products of whole numbers, in the widest registers that the processor has. They are
//! exact, so that every processor finds the same.

use super::matrix::Product;
use wide::{i16x8, i32x4};

/// So many rows are multiplied with so many columns at once: each number that is read is used
/// several times, and the sums fit into the registers.
pub(super) const ROWS: usize = 4;
pub(super) const COLUMNS: usize = 2;

/// Multiplies in the widest registers.
pub(super) fn widest(mut product: Product) {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        #[expect(unsafe_code, reason = "the one place where the processor is asked for more")]
        // SAFETY: the processor was asked whether it has these registers.
        unsafe {
            avx2::multiply(&mut product);
        }
        return;
    }
    product.with(sums, sums);
}

/// The sums of the products of rows with columns, whose lengths are multiples of sixteen.
#[inline]
fn sums<const R: usize>(rows: [&[i16]; R], columns: [&[i16]; COLUMNS]) -> [[i32; COLUMNS]; R] {
    let rows = rows.map(|row| row.as_chunks::<8>().0);
    let columns = columns.map(|column| column.as_chunks::<8>().0);
    let mut sums = [[i32x4::splat(0); COLUMNS]; R];
    for at in 0..columns[0].len() {
        let column = columns.map(|column| i16x8::new(column[at]));
        for (sums, row) in sums.iter_mut().zip(rows) {
            let row = i16x8::new(row[at]);
            for (sum, column) in sums.iter_mut().zip(column) {
                *sum += row.dot(column);
            }
        }
    }
    sums.map(|sums| sums.map(i32x4::reduce_add))
}

/// Registers of 256 bits, which nearly every processor of the last ten years has.
#[cfg(target_arch = "x86_64")]
mod avx2 {
    use super::{COLUMNS, Product};
    use bytemuck::must_cast;
    use std::arch::x86_64::{
        __m256i, _mm_add_epi32, _mm_cvtsi128_si32, _mm_hadd_epi32, _mm256_add_epi32,
        _mm256_castsi256_si128, _mm256_extracti128_si256, _mm256_madd_epi16, _mm256_setzero_si256,
    };

    /// So many numbers fit into a register.
    const WIDTH: usize = 16;

    #[target_feature(enable = "avx2")]
    pub(super) fn multiply(product: &mut Product) {
        product.with(|rows, columns| sums(rows, columns), |rows, columns| sums(rows, columns));
    }

    /// The same as [`super::sums`]. Without closures: what is handed to a function of the library is
    /// not compiled for these registers.
    #[target_feature(enable = "avx2")]
    #[inline]
    fn sums<const R: usize>(rows: [&[i16]; R], columns: [&[i16]; COLUMNS]) -> [[i32; COLUMNS]; R] {
        let count = columns[0].len() / WIDTH;
        let (rows, columns) = (sixteens(rows, count), sixteens(columns, count));
        let mut sums = [[_mm256_setzero_si256(); COLUMNS]; R];
        for at in 0..count {
            for nth in 0..R {
                let row = must_cast(rows[nth][at]);
                for of_column in 0..COLUMNS {
                    let column = must_cast(columns[of_column][at]);
                    let products = _mm256_madd_epi16(row, column);
                    sums[nth][of_column] = _mm256_add_epi32(sums[nth][of_column], products);
                }
            }
        }
        let mut found = [[0; COLUMNS]; R];
        for nth in 0..R {
            for of_column in 0..COLUMNS {
                found[nth][of_column] = total(sums[nth][of_column]);
            }
        }
        found
    }

    /// The sum of the eight numbers of a register.
    #[target_feature(enable = "avx2")]
    #[inline]
    fn total(sums: __m256i) -> i32 {
        let (low, high) = (_mm256_castsi256_si128(sums), _mm256_extracti128_si256::<1>(sums));
        let four = _mm_add_epi32(low, high);
        let two = _mm_hadd_epi32(four, four);
        _mm_cvtsi128_si32(_mm_hadd_epi32(two, two))
    }

    /// The first `count` registers' worth of each.
    #[inline]
    fn sixteens<const N: usize>(of: [&[i16]; N], count: usize) -> [&[[i16; WIDTH]]; N] {
        of.map(|numbers| &numbers.as_chunks().0[..count])
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::cast_precision_loss, reason = "the numbers are small")]

    use super::super::kernel::Whole;
    use super::super::weights::{BRANCH, Weights};
    use super::sums;

    fn numbers(first: i16, step: i16) -> Vec<i16> {
        (0..48).map(|at: i16| first.wrapping_add(at.wrapping_mul(step)) % 13_001).collect()
    }

    fn slow(row: &[i16], column: &[i16]) -> i32 {
        row.iter().zip(column).map(|(one, two)| i32::from(*one) * i32::from(*two)).sum()
    }

    #[test]
    fn sums_are_sums_of_products() {
        let rows = [numbers(13_000, -700), numbers(0, 0), numbers(-2_500, 31), numbers(77, 5)];
        let columns = [numbers(-127, 5), numbers(127, -3)];
        let [one, two, three, four] = &rows;
        let found = sums([one, two, three, four], [&columns[0], &columns[1]]);
        for (row, found) in rows.iter().zip(found) {
            let slow = [0, 1].map(|nth| slow(row, &columns[nth]));
            assert_eq!(found, slow);
            assert_eq!(sums([row], [&columns[0], &columns[1]]), [slow]);
        }
    }

    #[test]
    fn every_width_of_registers_gives_the_same() {
        let weights = Weights::embedded();
        for rows in [1, 3, 4, 9] {
            let values: Vec<f32> = (0..rows * BRANCH).map(|it| (it % 257) as f32 - 99.5).collect();
            let (values, matrix) = (Whole::of(&values, 0, BRANCH), &weights.layers[0][0]);
            let [mut widest, mut narrow] = [(); 2].map(|()| vec![0.5; rows * BRANCH]);
            matrix.multiply(&values, BRANCH, &mut widest);
            matrix.product(&values, BRANCH, &mut narrow).with(sums, sums);
            assert_eq!(widest, narrow);
        }
    }
}
