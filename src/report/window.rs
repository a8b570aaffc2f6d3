use std::fmt;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A marked part of a text with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) before: String,
    pub(super) mark: String,
    pub(super) after: String,
}

impl Window {
    /// The part `span` of `text`, and up to `room` characters on each side of it; of a longer part
    /// its two ends. A paragraph may be one line of megabytes with thousands of marks.
    pub(super) fn of(text: &str, span: &Range<usize>, room: usize) -> Self {
        let (before, mark) = (&text[..span.start], &text[span.clone()]);
        let (first, last) = (head(mark, room), tail(mark, room));
        let is_long = first.len() + last.len() < mark.len();
        let mark = if is_long { format!("{first}…{last}") } else { mark.to_owned() };
        let near = tail(before, room);
        let dots = if near.len() < before.len() { "…" } else { "" };
        Self { before: format!("{dots}{near}"), mark, after: cut(&text[span.end..], room) }
    }
}

/// The mark stands between `⟦` and `⟧`.
impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}⟦{}⟧{}", self.before, self.mark, self.after)
    }
}

/// The first characters of a text, with an ellipsis if more follows.
pub(super) fn cut(text: &str, room: usize) -> String {
    let near = head(text, room);
    format!("{near}{}", if near.len() < text.len() { "…" } else { "" })
}

/// The first characters of a text, as people count them.
fn head(text: &str, room: usize) -> &str {
    let end = text.grapheme_indices(true).nth(room).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

fn tail(text: &str, room: usize) -> &str {
    let mut ends = text.grapheme_indices(true).rev().take(room);
    &text[ends.by_ref().last().map_or(text.len(), |(at, _)| at)..]
}

#[cfg(test)]
mod tests {
    use super::{Window, cut};

    fn window(text: &str, part: &str, room: usize) -> String {
        let at = text.find(part).expect("it is there");
        Window::of(text, &(at..at + part.len()), room).to_string()
    }

    #[test]
    fn a_mark_has_text_around_it() {
        assert_eq!(window("一二三四五六七", "四", 9), "一二三⟦四⟧五六七");
        assert_eq!(window("一二三四五六七", "四", 2), "…二三⟦四⟧五六…");
        assert_eq!(window("一二三四五六七", "二三四五六", 2), "一⟦二三…五六⟧七");
        assert_eq!(window("一二三四五六七", "二三四五", 2), "一⟦二三四五⟧六七");
        assert_eq!(Window::of("一", &(3..3), 2).to_string(), "一⟦⟧");
    }

    #[test]
    fn no_character_is_halved() {
        assert_eq!(window("👨‍👩‍👧‍👦e\u{301}四e\u{301}👨‍👩‍👧‍👦", "四", 1), "…e\u{301}⟦四⟧e\u{301}…");
        assert_eq!(cut("e\u{301}e\u{301}", 1), "e\u{301}…");
    }
}
