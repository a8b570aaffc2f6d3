//! Weighs findings into points: a transparent sum, not a person's judgement.

mod gauge;
mod signature;

pub use gauge::{Score, Weighed, penalty, weight};
pub use signature::Signature;
