//! Does the target say what the source says?

use super::Check;

pub(super) const CHECKS: &[Check] = &[];
