//! Numbers, dates and times in a Chinese text, alone and beside its source.

mod broken;
mod compare;
mod date;
mod english;
mod figure;
mod han;
mod units;
mod value;

pub use broken::{BrokenNumber, broken_numbers, mixed_widths};
pub use compare::{Difference, Fault, differences};
pub use date::{Misordered, impossible_dates, misordered_dates};
pub use english::english;
pub use figure::{Figure, Kind, Reading};
pub use han::han;
pub use units::Unit;
pub use value::Value;
