use super::{Span, chars};

/// What the mark at the end of a text says, in whatever script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// There is none.
    Bare,
    /// A statement ends.
    Stop,
    /// A question.
    Question,
    /// An exclamation.
    Exclamation,
    /// Something is left out, or goes on.
    Ellipsis,
    /// Something follows.
    Colon,
    /// The sentence goes on: a comma, a dash.
    Open,
}

/// How a text ends, behind closing marks and spaces, and where the mark stands: nowhere, but at the
/// end of the last word, where there is none.
pub fn end(text: &str) -> (End, Span) {
    let closes = |c: char| {
        c.is_whitespace() || chars::is_closer(c) || matches!(c, '"' | '\'' | '“' | '*' | '_' | '`')
    };
    let bare = text.trim_end_matches(closes);
    let words = bare.trim_end_matches(is_mark);
    let end = match &bare[words.len()..] {
        "" => End::Bare,
        it if it.contains(['?', '？']) => End::Question,
        it if it.contains(['!', '！']) => End::Exclamation,
        it if it.contains(['…', '⋯', '·']) || it.contains("...") || it.contains("。。") => {
            End::Ellipsis
        }
        it if it.ends_with([':', '：']) => End::Colon,
        it if it.ends_with(['.', '。', '｡', '．']) => End::Stop,
        _ => End::Open,
    };
    (end, Span::from(words.len()..bare.len()))
}

fn is_mark(c: char) -> bool {
    chars::is_stop(c) && c != '\n' || matches!(c, '⋯' | '·')
}

#[cfg(test)]
mod tests {
    use super::{End, end};

    #[test]
    fn an_end_is_told_in_both_scripts() {
        for (text, expected) in [
            ("Really?", End::Question),
            ("真的嗎？」", End::Question),
            ("什么？！", End::Question),
            ("Go!\"", End::Exclamation),
            ("Loading...", End::Ellipsis),
            ("載入中⋯⋯", End::Ellipsis),
            ("加载中……", End::Ellipsis),
            ("Name: ", End::Colon),
            ("名称：", End::Colon),
            ("Done.)", End::Stop),
            ("完成。）", End::Stop),
            ("他说，", End::Open),
            ("设置", End::Bare),
            ("", End::Bare),
        ] {
            assert_eq!(end(text).0, expected, "{text}");
        }
    }

    #[test]
    fn the_mark_has_a_place() {
        assert_eq!(end("好。」").1, (3..6).into());
        assert_eq!(end("好」").1, (3..3).into());
    }
}
