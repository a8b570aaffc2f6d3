//! Is the target sound Chinese?

use super::Check;

pub(super) const CHECKS: &[Check] = &[];
