use crate::text::{Landmarks, chars};
use std::ops::Range;

/// The character right before a place.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character at a place.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// Where the spaces before a place begin.
pub(super) fn skip_back(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches(' ').len()
}

/// Where the spaces from a place on end.
pub(super) fn skip(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches(' ').len()
}

/// Whether a mark of Chinese ends before it: its full-width stops and closing marks. The curly
/// ones serve English too and are not meant.
pub(super) fn is_wide_end(c: char) -> bool {
    is_wide_stop(c) || matches!(c, '」' | '』' | '）' | '》' | '〉' | '】')
}

/// Whether `c` is a full-width stop.
pub(super) fn is_wide_stop(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？')
}

/// Whether a Chinese text stands right before a place: a character, or a mark that closes one.
pub(super) fn chinese_before(text: &str, at: usize) -> bool {
    let mut back = text[..at].chars().rev();
    match back.next() {
        Some('”' | '’') => back.next().is_some_and(|c| chars::is_han(c) || is_wide_stop(c)),
        Some(c) => chars::is_han(c) || is_wide_end(c),
        None => false,
    }
}

/// Whether a Chinese text begins at a place.
pub(super) fn chinese_after(text: &str, at: usize) -> bool {
    let mut next = text[at..].chars();
    match next.next() {
        Some('“' | '‘') => next.next().is_some_and(chars::is_han),
        Some(c) => chars::is_han(c) || matches!(c, '「' | '『' | '（' | '《' | '〈' | '【'),
        None => false,
    }
}

/// The stretches of a text whose marks belong to a machine: URLs and code in backticks.
pub(super) struct Machine(Vec<Range<usize>>);

impl Machine {
    pub(super) fn of(marks: &Landmarks) -> Self {
        let mut found = marks.urls();
        if marks.iter().any(|it| it.c == '`') {
            found.extend(code(marks.text()));
            found.sort_by_key(|it| it.start);
        }
        Self(found)
    }

    pub(super) fn owns(&self, at: usize) -> bool {
        let before = self.0.partition_point(|it| it.start <= at);
        before > 0 && self.0[before - 1].end > at
    }
}

/// What stands between backticks, line by line.
fn code(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut open) = (vec![], None);
    for (at, mark) in text.match_indices(['`', '\n']) {
        open = match open {
            _ if mark == "\n" => None,
            None => Some(at),
            Some(start) => {
                found.push(start..at + 1);
                None
            }
        };
    }
    found
}
