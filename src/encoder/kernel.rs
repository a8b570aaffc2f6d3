//! Floats of the network: rounded, added, scaled.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "the numbers are small, and the places after the point beyond a float's do not matter"
)]

/// So many sums are kept side by side, so that the machine adds them at once and in a known order.
const LANES: usize = 16;

/// The largest whole number that stands for a float. The longest row of a matrix has 1,280 numbers
/// up to 127: the sum of the products is less than 2^31.
const LARGEST: f32 = 13_000.0;

/// 1.5 x 2^23: a float with this added has its whole part, rounded, in its last bits.
const ROUNDING: f32 = 12_582_912.0;

/// Floats as whole numbers of a unit.
pub(super) struct Whole {
    pub(super) numbers: Vec<i16>,
    pub(super) unit: f32,
}

impl Whole {
    /// Rounds `values`; so many zeros stand before and behind them.
    pub(super) fn of(values: &[f32], before: usize, behind: usize) -> Self {
        let largest = largest(values);
        let unit = if largest > 0.0 { largest / LARGEST } else { 1.0 };
        let mut numbers = vec![0; before + values.len() + behind];
        for (number, value) in numbers[before..].iter_mut().zip(values) {
            *number = (value / unit + ROUNDING).to_bits() as i16;
        }
        Self { numbers, unit }
    }
}

fn largest(values: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    let (chunks, rest) = values.as_chunks::<LANES>();
    for chunk in chunks {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane = lane.max(value.abs());
        }
    }
    lanes.iter().chain(rest).fold(0.0, |largest, value| largest.max(value.abs()))
}

/// The sum of the products of two lists of floats.
pub(super) fn dot(one: &[f32], two: &[f32]) -> f32 {
    let mut lanes = [0.0; LANES];
    for (one, two) in one.as_chunks::<LANES>().0.iter().zip(two.as_chunks::<LANES>().0) {
        for (lane, (one, two)) in lanes.iter_mut().zip(one.iter().zip(two)) {
            *lane += one * two;
        }
    }
    folded(lanes)
}

fn sum(values: &[f32]) -> f32 {
    let mut lanes = [0.0; LANES];
    for chunk in values.as_chunks::<LANES>().0 {
        add(&mut lanes, chunk);
    }
    folded(lanes)
}

fn folded(lanes: [f32; LANES]) -> f32 {
    lanes.as_chunks::<4>().0.iter().map(|four| (four[0] + four[1]) + (four[2] + four[3])).sum()
}

/// Adds `other` to `values`, number by number.
pub(super) fn add(values: &mut [f32], other: &[f32]) {
    for (value, other) in values.iter_mut().zip(other) {
        *value += other;
    }
}

/// What keeps a division by the length of nothing defined.
pub(super) const LEAST: f32 = 1e-12;

/// Numbers of mean 0 and variance 1, each then scaled and shifted.
pub(super) fn normalize(values: &mut [f32], scale: &[f32], shift: &[f32]) {
    let count = values.len() as f32;
    let mean = sum(values) / count;
    for value in values.iter_mut() {
        *value -= mean;
    }
    let factor = 1.0 / (dot(values, values) / count + LEAST).sqrt();
    for (value, (scale, shift)) in values.iter_mut().zip(scale.iter().zip(shift)) {
        *value = *value * factor * scale + shift;
    }
}

/// The hyperbolic tangent, to seven places, from sums and products alone: the one of the system
/// differs between systems.
pub(super) fn tanh(x: f32) -> f32 {
    // The continued fraction x / (1 + x² / (3 + x² / (5 + ...))) of a quarter of the argument, doubled twice.
    let quarter = f64::from(x.clamp(-9.0, 9.0)) / 4.0;
    let square = quarter * quarter;
    let odds = [13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0];
    let below = odds.iter().fold(15.0, |below, odd| odd + square / below);
    let double = |t: f64| 2.0 * t / (1.0 + t * t);
    double(double(quarter / below)) as f32
}

#[cfg(test)]
mod tests {
    use super::{Whole, dot, normalize, tanh};

    #[test]
    fn the_tangent_is_the_systems() {
        for step in -1200_i16..=1200 {
            let x = f32::from(step) / 100.0;
            assert!((tanh(x) - x.tanh()).abs() < 3e-7, "{x}: {} {}", tanh(x), x.tanh());
        }
    }

    #[test]
    fn whole_numbers_stand_for_floats() {
        let values = [0.5, -2.0, 1.999, 0.0, -0.0001];
        let whole = Whole::of(&values, 2, 1);
        assert_eq!(whole.numbers, [0, 0, 3250, -13000, 12994, 0, -1, 0]);
        assert!((f32::from(whole.numbers[2]) * whole.unit - 0.5).abs() < 1e-6);
        assert_eq!(Whole::of(&[0.0; 3], 0, 0).numbers, [0; 3]);
    }

    #[test]
    fn what_is_normalized_has_mean_0_and_variance_1() {
        let mut values: Vec<f32> = (0_u16..64).map(|it| f32::from(it * it % 37)).collect();
        normalize(&mut values, &[1.0; 64], &[0.0; 64]);
        let sum = dot(&values, &[1.0; 64]);
        assert!(sum.abs() < 1e-4, "{sum}");
        let squares = dot(&values, &values);
        assert!((squares - 64.0).abs() < 1e-3, "{squares}");
    }
}
