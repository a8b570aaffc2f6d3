//! Marks, widths and spaces: what the house style of a region asks of them.
//!
//! Each scanner reads a text once and tells places; whether a place is a fault is said by checks.

mod around;
mod dashes;
mod halfwidth;
mod quotes;
mod spaces;

pub use dashes::{Stroke, strokes};
pub use halfwidth::{Mark, halfwidth, wide_letters};
pub use quotes::{QuoteStyle, Quotes};
pub use spaces::{Joint, joints, stray_spaces};
