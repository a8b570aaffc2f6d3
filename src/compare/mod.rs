//! Puts two translations of one text side by side, paragraph by paragraph: which is better, by how
//! much, and why.

mod fit;
mod part;
mod verdict;

pub use fit::{Fit, compare};
pub use part::{Part, Translation};
pub use verdict::{Better, Change, Comparison, Pair};
