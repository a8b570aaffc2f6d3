//! Are tags, links and placeholders whole?

mod altered_tag;
mod broken_message;
mod damaged_entity;
mod damaged_markdown;
mod damaged_placeholder;
mod damaged_url;
mod edge_whitespace;
mod extra_placeholder;
mod extra_tag;
mod leaked_markup;
mod line_break_mismatch;
mod link_mismatch;
mod markdown_mismatch;
mod misnested_tag;
mod missing_placeholder;
mod missing_tag;
mod over_length;
mod plural_forms;
mod reordered_placeholder;

use super::Check;

pub(super) const CHECKS: &[Check] = &[
    leaked_markup::CHECK,
    damaged_url::CHECK,
    damaged_placeholder::CHECK,
    damaged_markdown::CHECK,
    damaged_entity::CHECK,
    missing_placeholder::CHECK,
    extra_placeholder::CHECK,
    reordered_placeholder::CHECK,
    broken_message::CHECK,
    missing_tag::CHECK,
    extra_tag::CHECK,
    misnested_tag::CHECK,
    altered_tag::CHECK,
    link_mismatch::CHECK,
    markdown_mismatch::CHECK,
    line_break_mismatch::CHECK,
    edge_whitespace::CHECK,
    over_length::CHECK,
    plural_forms::CHECK,
];
