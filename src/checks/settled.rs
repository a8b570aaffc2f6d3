//! What the source settles: a target beside a whole sentence is whole too.

use super::Unit;
use crate::text::chars::{self, is_quote};
use crate::text::{Kind, Pairing};

/// Whether the source of a unit ends as a sentence does.
pub(super) fn is_sentence(unit: &Unit) -> bool {
    let closes = |c: char| matches!(c, '"' | '\'' | ')') || chars::is_closer(c);
    let ends = |it: &str| {
        it.trim_end().trim_end_matches(closes).ends_with(['.', '!', '?', '。', '！', '？'])
    };
    unit.target.source().is_some_and(ends)
}

/// Whether a lone mark of a unit can have no other half in the next one, because its source is
/// whole: a message stands alone, and no bracket runs through several units. A quotation may,
/// wherever the source ends it.
pub(super) fn is_whole(unit: &Unit, mark: char) -> bool {
    let may_run_on = is_quote(mark) && unit.kind != Kind::Message;
    let source = unit.target.source().filter(|_| !may_run_on);
    source.is_some_and(|it| !has_single_quote(it) && Pairing::of(it) == Pairing::default())
}

/// Whether a text may have a quotation in the marks that are apostrophes too.
fn has_single_quote(text: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_inside = |(at, mark): (usize, &str)| {
        is_letter(text[..at].chars().next_back())
            && is_letter(text[at + mark.len()..].chars().next())
    };
    !text.match_indices(['\'', '’', '‘']).all(is_inside)
}
