//! From pieces to a vector, in the order of the original.

use super::kernel::{LEAST, Whole, add, dot, normalize, tanh};
use super::vector::{Vector, WIDTH};
use super::weights::{BRANCH, BRANCHES, DEEP, FEATURES, ROW, Row, WINDOWS, Weights};

/// What is known of a piece among its neighbours.
pub(super) type Features = [f32; FEATURES];

/// What is known of each piece of a text: its own row, and what the three branches say of it and
/// the pieces beside it.
pub(super) fn features(weights: &Weights, pieces: &[u16]) -> Vec<Features> {
    let mut features = vec![[0.0; FEATURES]; pieces.len()];
    let joined = project(weights, pieces, &mut features);
    for branch in 0..WINDOWS.len() {
        let own = branch * BRANCH..(branch + 1) * BRANCH;
        let input: Vec<f32> = joined.iter().flat_map(|row| &row[own.clone()]).copied().collect();
        let inner = layer(weights, 0, branch, input);
        let outer = layer(weights, 1, branch, inner);
        for (features, said) in features.iter_mut().zip(outer.chunks_exact(BRANCH)) {
            features[ROW..][own.clone()].copy_from_slice(said);
        }
    }
    for features in &mut features {
        normalize(features, &weights.scale, &weights.shift);
    }
    features
}

/// Reads the rows of the pieces, and turns each into what the branches begin with.
fn project(weights: &Weights, pieces: &[u16], features: &mut [Features]) -> Vec<[f32; BRANCHES]> {
    let rows: Vec<Row> = pieces.iter().map(|piece| Row::of(*piece)).collect();
    let numbers = rows.iter().flat_map(|row| row.levels).collect();
    let mut joined = vec![[0.0; BRANCHES]; pieces.len()];
    let levels = Whole { numbers, unit: 1.0 };
    weights.projection.multiply(&levels, ROW, joined.as_flattened_mut());
    for ((row, features), joined) in rows.iter().zip(features).zip(&mut joined) {
        for (number, level) in features.iter_mut().zip(row.levels) {
            *number = row.mean + row.unit * f32::from(level);
        }
        for (number, (sum, bias)) in
            joined.iter_mut().zip(weights.sums.iter().zip(&weights.projection_bias))
        {
            *number = *number * row.unit + row.mean * sum + bias;
        }
        normalize(joined, &weights.projection_scale, &weights.projection_shift);
    }
    joined
}

/// A layer of a branch: what each window gives is added to the piece that it is about.
fn layer(weights: &Weights, nth: usize, branch: usize, mut input: Vec<f32>) -> Vec<f32> {
    let (seen, before) = WINDOWS[branch];
    // Beyond the ends of a text there are zeros.
    let padded = Whole::of(&input, before * BRANCH, (seen - 1 - before) * BRANCH);
    let bias = &weights.biases[nth][branch];
    let mut found = vec![0.0; input.len()];
    weights.layers[nth][branch].multiply(&padded, BRANCH, &mut found);
    for (input, found) in input.chunks_exact_mut(BRANCH).zip(found.chunks_exact(BRANCH)) {
        for ((number, found), bias) in input.iter_mut().zip(found).zip(bias) {
            *number += (found + bias).max(0.0);
        }
    }
    input
}

/// The vector of a text whose pieces' features have this sum.
pub(super) fn vector(weights: &Weights, sum: &Features, pieces: usize) -> Vector {
    let count = f32::from(u16::try_from(pieces).unwrap_or(u16::MAX));
    let mut mean = [0.0; ROW];
    weights.output.multiply(&Whole::of(sum, 0, 0), 0, &mut mean);
    for (number, bias) in mean.iter_mut().zip(&weights.output_bias) {
        *number = (*number + count * bias) / count.sqrt();
    }
    let deep = &weights.deep;
    let mean = Whole::of(&mean, 0, 0);
    let mut first = [0.0; DEEP];
    deep.first.multiply(&mean, 0, &mut first);
    let mut second = [0.0; DEEP];
    deep.first_past.multiply(&mean, 0, &mut second);
    deep.second.multiply(&positive(&mut first), 0, &mut second);
    let second = positive(&mut second);
    let mut third = [0.0; ROW];
    deep.third.multiply(&second, 0, &mut third);
    let mut last = [0.0; WIDTH];
    deep.third_past.multiply(&second, 0, &mut last);
    deep.fourth.multiply(&positive(&mut third), 0, &mut last);
    unit(last.map(tanh))
}

fn positive(numbers: &mut [f32]) -> Whole {
    for number in numbers.iter_mut() {
        *number = number.max(0.0);
    }
    Whole::of(numbers, 0, 0)
}

fn unit(mut numbers: [f32; WIDTH]) -> Vector {
    let length = dot(&numbers, &numbers).max(LEAST).sqrt();
    for number in &mut numbers {
        *number /= length;
    }
    Vector(numbers)
}

/// The sum of the features of some pieces.
pub(super) fn total<'f>(features: impl Iterator<Item = &'f Features>) -> Features {
    let mut total = [0.0; FEATURES];
    features.for_each(|features| add(&mut total, features));
    total
}
