//! Weighs findings into points: a transparent sum, not a person's judgement. Beside them stands a
//! risk, which also hears what no finding tells.

mod found;
mod gate;
mod gauge;
mod limit;
mod risk;
mod signature;

pub use found::Found;
pub use gate::{Counts, Gate, shown, shown_share};
pub use gauge::{Score, Weighed, penalty, weight};
pub use limit::{FailOn, Limit};
pub use risk::{Reason, Risk, Signals};
pub use signature::{Signature, Standard};
