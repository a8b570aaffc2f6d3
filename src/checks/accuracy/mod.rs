//! Does the target say what the source says?

mod broken_number;
mod foreign_script;
mod impossible_date;
mod model_debris;
mod untranslated_clause;
mod untranslated_paragraph;
mod untranslated_word;
mod wrong_language;

use super::Check;

pub(super) const CHECKS: &[Check] = &[
    wrong_language::CHECK,
    untranslated_paragraph::CHECK,
    untranslated_clause::CHECK,
    untranslated_word::CHECK,
    foreign_script::CHECK,
    model_debris::CHECK,
    broken_number::CHECK,
    impossible_date::CHECK,
];
