//! Are names and terms the right ones?

mod brand_casing;
mod forbidden_rendering;
mod inconsistent_name;
mod mangled_name;
mod misspelled_name;

use super::Check;

pub(super) const CHECKS: &[Check] = &[
    forbidden_rendering::CHECK,
    misspelled_name::CHECK,
    mangled_name::CHECK,
    brand_casing::CHECK,
    inconsistent_name::CHECK,
];
