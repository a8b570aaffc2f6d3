//! Does the target keep the conventions of its region?

mod accelerator_mismatch;
mod comma_in_list;
mod ellipsis_and_dash;
mod fullwidth_alphanumeric;
mod halfwidth_punctuation;
mod han_latin_spacing;
mod misordered_date;
mod quotation_style;
mod regional_word;
mod space_in_punctuation;
mod wrong_script;

use super::Check;

pub(super) const CHECKS: &[Check] = &[
    wrong_script::CHECK,
    regional_word::CHECK,
    halfwidth_punctuation::CHECK,
    fullwidth_alphanumeric::CHECK,
    quotation_style::CHECK,
    comma_in_list::CHECK,
    ellipsis_and_dash::CHECK,
    space_in_punctuation::CHECK,
    han_latin_spacing::CHECK,
    misordered_date::CHECK,
    accelerator_mismatch::CHECK,
];
