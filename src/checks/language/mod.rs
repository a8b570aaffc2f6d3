//! Is the target sound Chinese?

mod repeated_phrase;
mod repeated_token;

use super::Check;

pub(super) const CHECKS: &[Check] = &[repeated_phrase::CHECK, repeated_token::CHECK];
