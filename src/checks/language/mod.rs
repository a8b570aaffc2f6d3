//! Is the target sound Chinese?

mod doubled_function_word;
mod echoed_phrase;
mod joined_to_itself;
mod mixed_script;
mod redundant_doublet;
mod repeated_clause;
mod repeated_paragraph;
mod repeated_phrase;
mod repeated_token;
mod wrong_conversion;

use super::Check;

pub(super) const CHECKS: &[Check] = &[
    repeated_phrase::CHECK,
    repeated_token::CHECK,
    echoed_phrase::CHECK,
    joined_to_itself::CHECK,
    redundant_doublet::CHECK,
    doubled_function_word::CHECK,
    repeated_clause::CHECK,
    repeated_paragraph::CHECK,
    mixed_script::CHECK,
    wrong_conversion::CHECK,
];
