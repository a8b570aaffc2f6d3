//! Are names and terms the right ones?

use super::Check;

pub(super) const CHECKS: &[Check] = &[];
