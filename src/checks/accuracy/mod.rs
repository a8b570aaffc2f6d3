//! Does the target say what the source says?

mod added_passage;
mod broken_number;
mod calque;
mod century_slip;
mod copied_source;
mod date_mismatch;
mod empty_target;
mod extra_key;
mod extra_latin;
mod extra_number;
mod foreign_script;
mod impossible_date;
mod magnitude_slip;
mod missing_content;
mod missing_identifier;
mod missing_key;
mod missing_number;
mod missing_passage;
mod missing_sentence;
mod model_debris;
mod number_mismatch;
mod too_long;
mod too_short;
mod uncovered_word;
mod unit_mismatch;
mod unrelated_target;
mod unsupported_clause;
mod untranslated_clause;
mod untranslated_paragraph;
mod untranslated_word;
mod wrong_language;

use super::Check;

pub(super) const CHECKS: &[Check] = &[
    calque::CHECK,
    wrong_language::CHECK,
    untranslated_paragraph::CHECK,
    untranslated_clause::CHECK,
    untranslated_word::CHECK,
    foreign_script::CHECK,
    model_debris::CHECK,
    broken_number::CHECK,
    impossible_date::CHECK,
    number_mismatch::CHECK,
    magnitude_slip::CHECK,
    unit_mismatch::CHECK,
    date_mismatch::CHECK,
    century_slip::CHECK,
    missing_number::CHECK,
    extra_number::CHECK,
    missing_passage::CHECK,
    added_passage::CHECK,
    missing_key::CHECK,
    extra_key::CHECK,
    unrelated_target::CHECK,
    unsupported_clause::CHECK,
    missing_content::CHECK,
    uncovered_word::CHECK,
    empty_target::CHECK,
    copied_source::CHECK,
    extra_latin::CHECK,
    missing_sentence::CHECK,
    too_short::CHECK,
    too_long::CHECK,
    missing_identifier::CHECK,
];
