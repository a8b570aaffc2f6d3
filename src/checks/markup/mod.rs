//! Are tags, links and placeholders whole?

mod damaged_entity;
mod damaged_markdown;
mod damaged_placeholder;
mod damaged_url;
mod leaked_markup;

use super::Check;

pub(super) const CHECKS: &[Check] = &[
    leaked_markup::CHECK,
    damaged_url::CHECK,
    damaged_placeholder::CHECK,
    damaged_markdown::CHECK,
    damaged_entity::CHECK,
];
