//! How a text begins and how it ends.

use crate::text::chars::{self, is_han};
use std::ops::Range;

/// The marks that a text begins with though none may: the head of its sentence is lost.
pub fn leading(text: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let rest = &text[start..];
    let end = rest.find(|c: char| !is_second(c)).unwrap_or(rest.len());
    let after = rest[end..].trim_start().chars().next()?;
    let is_face = rest[..end].is_ascii() && !is_han(after);
    let is_all_cry = rest[..end].chars().all(|c| matches!(c, '！' | '？' | '!' | '?'));
    (end > 0 && !is_face && !is_all_cry && chars::is_alphanumeric(after))
        .then_some(start..start + end)
}

/// Whether a mark never begins a text.
fn is_second(c: char) -> bool {
    matches!(c, ',' | ';' | '!' | '?' | '，' | '、' | '。' | '；' | '：' | '！' | '？' | '｡')
        || chars::is_closer(c) && !c.is_ascii() && !matches!(c, '’' | '”')
}

/// How a text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With a final stop, or a mark that serves for one.
    Stopped,
    /// With a word or a number.
    Bare,
    /// With a word that something must follow.
    Dangling(&'static str),
    /// With a comma or an opening mark.
    Pending,
}

/// Words that something must follow. After a stop they are the end of a list's item: `……；以及`.
const WORDS: [&str; 27] = [
    "以及", "并且", "而且", "因为", "由于", "关于", "对于", "根据", "尽管", "虽然", "如果", "除了",
    "为了", "随着", "通过", "和", "与", "把", "被", "将", "在", "是", "从", "向", "比", "及", "的",
];

/// What stands before a word that a text ends with.
fn head<'t>(text: &'t [char], word: &str) -> Option<&'t [char]> {
    word.chars().rev().try_fold(text, |rest, c| rest.strip_suffix(&[c]))
}

/// How the text ends, from its last characters: `folded` are those of its shadow.
pub fn ending(folded: &[char]) -> Ending {
    let end = folded.iter().rposition(|c| !c.is_whitespace()).map_or(0, |at| at + 1);
    let Some(last) = end.checked_sub(1).map(|at| folded[at]) else { return Ending::Stopped };
    let before = end.checked_sub(2).map(|at| folded[at]);
    let opens = matches!(last, '「' | '『' | '《' | '(' | '【')
        && before.is_some_and(chars::is_alphanumeric);
    if matches!(last, ',' | '、') || opens {
        return Ending::Pending;
    }
    if !chars::is_alphanumeric(last) {
        return Ending::Stopped;
    }
    let ends = |word: &&&str| {
        let before = head(&folded[..end], word);
        before.is_some_and(|before| {
            before.last().is_some_and(|c| chars::is_alphanumeric(*c) && *c != '之')
        })
    };
    WORDS.iter().find(ends).map_or(Ending::Bare, |word| Ending::Dangling(word))
}
