//! Does the target say what the source says?

mod calque;

use super::Check;

pub(super) const CHECKS: &[Check] = &[calque::CHECK];
