use super::around::{after, before, is_wide_end, is_wide_stop};
use crate::text::chars;
use std::ops::Range;

/// The spaces beside a full-width mark, which has its own room: before a stop or a closing mark,
/// after a stop or an opening one. Spaces at an edge of a line are not meant.
///
/// ```
/// assert_eq!(xindaya::typography::stray_spaces("好 。「 走」。"), [3..4, 10..11]);
/// ```
pub fn stray_spaces(text: &str) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut done = 0;
    for (at, _) in text.match_indices(' ') {
        if at < done {
            continue;
        }
        done = text.len() - text[at..].trim_start_matches(' ').len();
        let (left, right) = (before(text, at), after(text, done));
        if let (Some(left), Some(right)) = (left, right)
            && left != '\n'
            && right != '\n'
            && is_stray(left, right)
        {
            found.push(at..done);
        }
    }
    found
}

fn is_stray(left: char, right: char) -> bool {
    let is_chinese = |c: char| chars::is_han(c) || is_wide_end(c);
    let opens = |c: char| matches!(c, '「' | '『' | '（' | '《' | '〈' | '【');
    is_wide_stop(left)
        || is_wide_end(right)
        || opens(left)
        || left == '“' && right != '”'
        || left == '‘' && is_chinese(right)
        || matches!(right, '”' | '’') && is_chinese(left)
}

/// A place where Chinese and Latin letters, or digits, meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joint {
    /// Where the characters on both sides start and end.
    pub start: usize,
    /// The end of the character after it.
    pub end: usize,
    /// Whether a space stands there.
    pub is_spaced: bool,
    /// Whether digits meet Chinese, not letters: houses treat the two apart.
    pub is_digit: bool,
}

/// Where Chinese characters meet Latin letters or digits, with one space or none.
///
/// ```
/// let found = xindaya::typography::joints("用 AI写");
/// assert_eq!(found.iter().map(|it| it.is_spaced).collect::<Vec<_>>(), [true, false]);
/// ```
pub fn joints(text: &str) -> Vec<Joint> {
    let mut found = vec![];
    let mut last: Option<(usize, char)> = None;
    let mut is_spaced = false;
    for (at, c) in text.char_indices() {
        if c == ' ' && !is_spaced {
            is_spaced = true;
            continue;
        }
        if let Some((start, left)) = last
            && chars::is_han(left) != chars::is_han(c)
        {
            let other = if chars::is_han(left) { c } else { left };
            if other.is_ascii_alphanumeric() {
                let end = at + c.len_utf8();
                found.push(Joint { start, end, is_spaced, is_digit: other.is_ascii_digit() });
            }
        }
        last = (c != ' ').then_some((at, c));
        is_spaced = false;
    }
    found
}
