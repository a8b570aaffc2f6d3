//! Weighs findings into points: a transparent sum, not a person's judgement.

mod gate;
mod gauge;
mod signature;

pub use gate::{Counts, FailOn, Gate, shown, shown_share};
pub use gauge::{Score, Weighed, penalty, weight};
pub use signature::Signature;
