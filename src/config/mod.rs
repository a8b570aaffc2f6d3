//! What runs, and how strictly.

mod rules;

pub use rules::Rules;
