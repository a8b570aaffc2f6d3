//! Does the target say what the source says?

mod broken_number;
mod calque;
mod century_slip;
mod date_mismatch;
mod extra_number;
mod foreign_script;
mod impossible_date;
mod magnitude_slip;
mod missing_identifier;
mod missing_number;
mod model_debris;
mod number_mismatch;
mod unit_mismatch;
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
    missing_identifier::CHECK,
];
