use super::kernel::{LEAST, add, dot};

/// The numbers of a vector.
pub(super) const WIDTH: usize = 512;

/// What a text says: a direction of unit length.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector(pub(super) [f32; WIDTH]);

impl Vector {
    /// How near two texts are: 1 for the same one, about 0.7 for a good translation, about 0.25 for
    /// another sentence of the same document, about 0 for one of another topic.
    pub fn cosine(&self, other: &Self) -> f32 {
        dot(&self.0, &other.0).clamp(-1.0, 1.0)
    }

    /// The mean of some vectors: where it points, and how far.
    pub(super) fn mean<'v>(vectors: impl IntoIterator<Item = &'v Self>) -> (Self, f32) {
        let (mut sum, mut count) = ([0.0; WIDTH], 0.0);
        for vector in vectors {
            add(&mut sum, &vector.0);
            count += 1.0;
        }
        let length = dot(&sum, &sum).sqrt();
        (Self(sum.map(|it| it / length.max(LEAST))), length / f32::max(count, 1.0))
    }

    /// Its numbers.
    pub fn as_slice(&self) -> &[f32] {
        &self.0
    }
}
