use super::around::{after, before, is_wide_end, is_wide_stop};
use crate::text::{Landmarks, chars};
use std::ops::Range;

/// The spaces beside a full-width mark, which has its own room: before a stop or a closing mark,
/// after a stop or an opening one. Spaces at an edge of a line are not meant.
///
/// ```
/// use xindaya::text::Landmarks;
/// use xindaya::typography::stray_spaces;
///
/// assert_eq!(stray_spaces(&Landmarks::of("好 。「 走」。")), [3..4, 10..11]);
/// ```
pub fn stray_spaces(marks: &Landmarks) -> Vec<Range<usize>> {
    let (text, mut found) = (marks.text(), vec![]);
    let mut done = 0;
    for space in marks.iter().filter(|it| it.c == ' ') {
        let at = space.start();
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
/// use xindaya::text::Landmarks;
///
/// let found = xindaya::typography::joints(&Landmarks::of("用 AI写"));
/// assert_eq!(found.iter().map(|it| it.is_spaced).collect::<Vec<_>>(), [true, false]);
/// ```
pub fn joints(marks: &Landmarks) -> Vec<Joint> {
    let (text, mut found) = (marks.text(), vec![]);
    for it in marks.iter().filter(|it| it.c.is_ascii_alphanumeric()) {
        let is_digit = it.c.is_ascii_digit();
        let bare = text[..it.start()].strip_suffix(' ');
        let left = bare.unwrap_or(&text[..it.start()]);
        if let Some(han) = left.chars().next_back().filter(|c| chars::is_han(*c)) {
            let start = left.len() - han.len_utf8();
            found.push(Joint { start, end: it.start() + 1, is_spaced: bare.is_some(), is_digit });
        }
        let bare = text[it.end()..].strip_prefix(' ');
        let right = bare.unwrap_or(&text[it.end()..]);
        if let Some(han) = right.chars().next().filter(|c| chars::is_han(*c)) {
            let end = text.len() - right.len() + han.len_utf8();
            found.push(Joint { start: it.end() - 1, end, is_spaced: bare.is_some(), is_digit });
        }
    }
    found
}
