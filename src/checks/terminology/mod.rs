//! Are names and terms the right ones?

mod altered_term;
mod ambiguous_translation;
mod brand_casing;
mod contradictory_gloss;
mod forbidden_rendering;
mod half_translated_name;
mod inconsistent_name;
mod inconsistent_term;
mod inconsistent_translation;
mod mangled_name;
mod missing_term;
mod misspelled_name;
mod repeated_gloss;
mod reversed_name;
mod self_gloss;
mod term_in_wrong_script;

use super::Check;

pub(super) const CHECKS: &[Check] = &[
    missing_term::CHECK,
    altered_term::CHECK,
    term_in_wrong_script::CHECK,
    inconsistent_term::CHECK,
    inconsistent_translation::CHECK,
    ambiguous_translation::CHECK,
    forbidden_rendering::CHECK,
    misspelled_name::CHECK,
    mangled_name::CHECK,
    half_translated_name::CHECK,
    brand_casing::CHECK,
    inconsistent_name::CHECK,
    reversed_name::CHECK,
    contradictory_gloss::CHECK,
    repeated_gloss::CHECK,
    self_gloss::CHECK,
];
