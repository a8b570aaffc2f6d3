//! What the lines of Markdown are.

use std::ops::Range;

/// The name of the link whose target a line tells: `[name]: target`.
pub(super) fn definition(line: &str) -> Option<&str> {
    let (name, rest) = line.strip_prefix('[')?.split_once("]:")?;
    let target = rest.trim_start().split([' ', '\t']).next().unwrap_or_default();
    let is_target = !target.is_empty() && target.is_ascii();
    (is_target && !name.starts_with('^') && !name.contains(['[', ']'])).then_some(name)
}

/// The end tags of what may hold blank lines.
const LASTING: [&str; 4] = ["</pre", "</script", "</style", "</textarea"];

/// The end tag of what a line opens that may hold blank lines.
pub(super) fn lasting(line: &str) -> Option<&'static str> {
    let inside = line.strip_prefix('<')?;
    LASTING.iter().copied().find(|it| starts_with(inside, &it[2..]))
}

fn starts_with(text: &str, name: &str) -> bool {
    text.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name))
}

pub(super) fn contains(line: &str, tag: &str) -> bool {
    line.match_indices('<').any(|(at, _)| starts_with(&line[at..], tag))
}

/// The mark of the fenced block that a line opens, and how many of it: three or more.
pub(super) fn fence(line: &str) -> Option<(char, usize)> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = line.trim_start_matches(mark);
    let opened = line.len() - rest.len();
    (opened >= 3 && !(mark == '`' && rest.contains('`'))).then_some((mark, opened))
}

/// Where the text of a `#` heading stands in its line.
pub(super) fn heading(line: &str) -> Option<Range<usize>> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let is_heading = (1..=6).contains(&level) && (rest.is_empty() || rest.starts_with([' ', '\t']));
    let title = rest.trim_end_matches('#');
    let end = if title.ends_with(' ') { level + title.len() } else { line.len() };
    is_heading.then_some(level..end.max(level))
}

/// How long the mark of a list item is, a check box included, or that of a footnote.
pub(super) fn marker(line: &str) -> Option<usize> {
    if let Some((name, note)) = line.strip_prefix("[^").and_then(|it| it.split_once("]:")) {
        return (!name.contains(']')).then(|| line.len() - note.len());
    }
    let rest = line.strip_prefix(['-', '*', '+']).or_else(|| {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = line.len() - rest.len();
        rest.strip_prefix(['.', ')']).filter(|_| (1..=9).contains(&digits))
    })?;
    let item = rest.strip_prefix([' ', '\t'])?.trim_start();
    let boxed = ["[ ] ", "[x] ", "[X] "].iter().find_map(|mark| item.strip_prefix(mark));
    Some(line.len() - boxed.unwrap_or(item).len())
}

/// Whether a line is a rule: three or more of `-`, `*` or `_`, spaces among them.
pub(super) fn is_rule(line: &str) -> bool {
    let marks: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    marks.len() >= 3 && ['-', '*', '_'].iter().any(|mark| marks.chars().all(|c| c == *mark))
}

pub(super) fn is_underline(line: &str, mark: char) -> bool {
    line.chars().all(|c| c == mark)
}
