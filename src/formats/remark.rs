//! Comments of a file that speak to us.

use crate::text::{Remark, Span, line_ranges};
use std::ops::Range;

/// The remarks in a comment at these bytes of the file: its lines that begin with the mark, behind
/// whatever marks the comment.
pub(super) fn remarks(
    text: &str,
    comment: Range<usize>,
    about: Option<Range<usize>>,
) -> impl Iterator<Item = Remark> {
    let words = &text[comment.clone()];
    let has_mark = words.contains(Remark::MARK);
    let lines = has_mark.then(|| line_ranges(words)).into_iter().flatten();
    let about = about.map(|it| Span::from(it).range()).map(|it| small(it.start)..small(it.end));
    lines.filter_map(move |line| {
        let is_ornament = |c: char| c.is_whitespace() || "#*/!.;<-".contains(c);
        let whole = &words[line.clone()];
        let said = whole.trim_start_matches(is_ornament);
        let start = comment.start + line.end - said.len();
        let end = ["-->", "*/"].iter().filter_map(|it| said.find(it)).min().unwrap_or(said.len());
        let said = said[..end].trim_end();
        said.starts_with(Remark::MARK)
            .then(|| Remark { raw: Span::from(start..start + said.len()), about: about.clone() })
    })
}

fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The remarks in comments that are lines of their own beginning with one of these marks. A line
/// that stands in a text is none.
pub(super) fn in_lines(text: &str, marks: &[char], texts: &[Range<usize>]) -> Vec<Remark> {
    if !text.contains(Remark::MARK) {
        return vec![];
    }
    let is_comment = |line: &Range<usize>| {
        let next = texts.partition_point(|it| it.end <= line.start);
        let is_text = texts.get(next).is_some_and(|it| it.start < line.end);
        text[line.clone()].trim_start().starts_with(marks) && !is_text
    };
    line_ranges(text).filter(is_comment).flat_map(|it| remarks(text, it, None)).collect()
}
