//! Weighs findings into points: a transparent sum, not a person's judgement. Beside them stands a
//! risk, which also hears what no finding tells.

mod gate;
mod gauge;
mod risk;
mod signature;

pub use gate::{Counts, FailOn, Gate, shown, shown_share};
pub use gauge::{Score, Weighed, penalty, weight};
pub use risk::{Risk, Signals};
pub use signature::Signature;
