use crate::text::Span;

/// White space at an edge of a message that differs from that of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The white space of the target; empty where it has none.
    pub span: Span,
    /// The white space of the source.
    pub right: String,
}

/// The edges at which a message has other white space than its source.
///
/// A full-width mark has room of its own, so a space may be left out beside it. Carriage returns
/// are left over from a file's line ends and say nothing.
pub fn edges(source: &str, target: &str) -> Vec<Edge> {
    if source.trim().is_empty() || target.trim().is_empty() {
        return vec![];
    }
    let leading = |it: &str| it.len() - it.trim_start().len();
    let trailing = |it: &str| it.trim_end().len();
    let (before, after) = (target.trim().chars().next(), target.trim().chars().next_back());
    let (one, other) = (leading(source), leading(target));
    let (end, other_end) = (trailing(source), trailing(target));
    let start = edge(&source[..one], &target[..other], 0, before);
    start.into_iter().chain(edge(&source[end..], &target[other_end..], other_end, after)).collect()
}

fn edge(right: &str, space: &str, at: usize, beside: Option<char>) -> Option<Edge> {
    let has_room = |c: char| "：，。；！？、（）「」『』《》【】".contains(c);
    let is_left_out =
        space.is_empty() && right.chars().all(|c| c == ' ') && beside.is_some_and(has_room);
    let span = (at..at + space.len()).into();
    let same = right.chars().filter(|c| *c != '\r').eq(space.chars().filter(|c| *c != '\r'));
    (!same && !is_left_out).then(|| Edge { span, right: right.replace('\r', "") })
}

/// How many lines a message is broken into in each way that programs know: by a line end, by `\n`
/// written out, by `<br>`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Breaks {
    /// Line ends inside the text.
    pub lines: usize,
    /// `\n` as two characters.
    pub escapes: usize,
    /// `<br>` and `<br/>`.
    pub tags: usize,
}

impl Breaks {
    /// Those of a text, without the line ends at its edges.
    pub fn of(text: &str) -> Self {
        let escapes = text.match_indices("\\n").filter(|(at, _)| is_escape(text, *at)).count();
        let lower =
            |at: usize| text.get(at..at + 3).is_some_and(|it| it.eq_ignore_ascii_case("<br"));
        let is_tag =
            |at: usize| lower(at) && text[at + 3..].trim_start_matches([' ', '/']).starts_with('>');
        let tags = text.match_indices('<').filter(|(at, _)| is_tag(*at)).count();
        Self { lines: text.trim().matches('\n').count(), escapes, tags }
    }
}

/// Whether a backslash before an n is no part of a path (`C:\new`) and no escape of its own.
fn is_escape(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 2..].chars().next();
    let in_path = before.is_some_and(|c| matches!(c, ':' | '\\'))
        || before.is_some_and(|c| c.is_ascii_alphanumeric())
            && after.is_some_and(|c| c.is_ascii_lowercase())
            && text[..at].rsplit(' ').next().is_some_and(|word| word.contains(":\\"));
    !in_path
}

#[cfg(test)]
mod tests {
    use super::{Breaks, edges};

    #[test]
    fn edges_differ_where_chinese_needs_them() {
        let found = |source, target| edges(source, target).len();
        assert_eq!(found("a\n", "甲"), 1);
        assert_eq!(found("a", " 甲 "), 2);
        assert_eq!(found("\ta", "甲"), 1);
        assert_eq!(found(" %s", "%s"), 1);
        assert_eq!(found("Name: ", "名称："), 0);
        assert_eq!(found(" by ", "作者"), 2);
        assert_eq!(found("a\r\n", "甲\n"), 0);
        assert_eq!(found("a… ", "甲…"), 1);
        assert_eq!(found("Name: ", "名称: "), 0);
        assert_eq!(found("a ", ""), 0);
    }

    #[test]
    fn breaks_are_counted_in_each_way() {
        let text = "\na\\nb\n<br>c<BR />d C:\\new \\\\n\n";
        assert_eq!(Breaks::of(text), Breaks { lines: 1, escapes: 1, tags: 2 });
    }
}
