//! Is the target sound Chinese?

mod doubled_function_word;
mod echoed_phrase;
mod homoglyph;
mod injected_pinyin;
mod invisible_character;
mod joined_to_itself;
mod mixed_script;
mod mixed_width_number;
mod mojibake;
mod odd_character;
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
    mojibake::CHECK,
    invisible_character::CHECK,
    odd_character::CHECK,
    homoglyph::CHECK,
    injected_pinyin::CHECK,
    mixed_width_number::CHECK,
    mixed_script::CHECK,
    wrong_conversion::CHECK,
];
