//! Is the target sound Chinese?

mod bracket_mismatch;
mod broken_paragraph;
mod collapse;
mod dangling_end;
mod dangling_start;
mod doubled_function_word;
mod doubled_punctuation;
mod echoed_phrase;
mod end_punctuation;
mod fading_document;
mod garbled_sentence;
mod glued_period;
mod homoglyph;
mod injected_pinyin;
mod invisible_character;
mod joined_to_itself;
mod missing_final_stop;
mod misused_quotation_mark;
mod mixed_script;
mod mixed_width_number;
mod mojibake;
mod odd_character;
mod open_frame;
mod quotation_mismatch;
mod redundant_doublet;
mod repeated_clause;
mod repeated_paragraph;
mod repeated_phrase;
mod repeated_token;
mod runaway_mark;
mod self_definition;
mod sentence_fragment;
mod unpaired_mark;
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
    dangling_start::CHECK,
    dangling_end::CHECK,
    broken_paragraph::CHECK,
    missing_final_stop::CHECK,
    sentence_fragment::CHECK,
    open_frame::CHECK,
    self_definition::CHECK,
    doubled_punctuation::CHECK,
    runaway_mark::CHECK,
    unpaired_mark::CHECK,
    misused_quotation_mark::CHECK,
    glued_period::CHECK,
    garbled_sentence::CHECK,
    collapse::CHECK,
    fading_document::CHECK,
    mojibake::CHECK,
    invisible_character::CHECK,
    odd_character::CHECK,
    homoglyph::CHECK,
    injected_pinyin::CHECK,
    end_punctuation::CHECK,
    bracket_mismatch::CHECK,
    quotation_mismatch::CHECK,
    mixed_width_number::CHECK,
    mixed_script::CHECK,
    wrong_conversion::CHECK,
];
