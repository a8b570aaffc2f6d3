//! Numbers, dates and times in a Chinese text, and what cannot be right about them.

mod broken;
mod date;

pub use broken::{BrokenNumber, broken_numbers, mixed_widths};
pub use date::{Misordered, impossible_dates, misordered_dates};
