//! Does it read well?

use super::Check;

pub(super) const CHECKS: &[Check] = &[];
