use super::{Inline, Span, Text};
use std::borrow::Cow;

/// A text with other words in the places of its inline elements, and the way there and back.
#[derive(Clone, Debug)]
pub struct View<'t> {
    text: Cow<'t, str>,
    swaps: Vec<Swap>,
}

/// What an inline element became.
#[derive(Clone, Copy, Debug)]
struct Swap {
    /// Its byte in the content.
    at: u32,
    /// Its byte in the view.
    start: u32,
    /// The byte after it in the view.
    end: u32,
}

impl Swap {
    /// The byte of the content after the inline element.
    fn after(self) -> u32 {
        self.at + Span::from(0..Text::INLINE.len_utf8()).end
    }
}

impl<'t> View<'t> {
    /// The view of a content with `word` in the place of each inline element. A text without any
    /// is not copied.
    pub(super) fn of<'w>(
        content: &'t str,
        inlines: &'w [Inline],
        word: impl Fn(&'w Inline) -> &'w str,
    ) -> Self {
        if inlines.is_empty() {
            return Self { text: Cow::Borrowed(content), swaps: vec![] };
        }
        let (mut text, mut swaps, mut done) = (String::with_capacity(content.len()), vec![], 0);
        for inline in inlines {
            text.push_str(&content[done..inline.at as usize]);
            let start = text.len();
            text.push_str(word(inline));
            let Span { start, end } = Span::from(start..text.len());
            let swap = Swap { at: inline.at, start, end };
            done = swap.after() as usize;
            swaps.push(swap);
        }
        text.push_str(&content[done..]);
        Self { text: Cow::Owned(text), swaps }
    }

    /// The words of the view.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is the text itself.
    pub fn is_whole(&self) -> bool {
        self.swaps.is_empty()
    }

    /// Where a span of the content stands in the view.
    pub fn of_content(&self, span: Span) -> Span {
        Span { start: self.here(span.start), end: self.here(span.end) }
    }

    /// The span of the content that a span of the view stands for. Elements at its edges that
    /// left nothing in the view are not a part of it.
    pub fn in_content(&self, span: Span) -> Span {
        let end = self.back(self.swaps.partition_point(|it| it.start < span.end), span.end);
        if span.start >= span.end {
            return Span { start: end, end };
        }
        let start = self.back(self.swaps.partition_point(|it| it.end <= span.start), span.start);
        Span { start, end }
    }

    fn here(&self, byte: u32) -> u32 {
        let passed = self.swaps.partition_point(|it| it.at < byte);
        let last = passed.checked_sub(1).map(|nth| self.swaps[nth]);
        last.map_or(byte, |it| it.end + byte.saturating_sub(it.after()))
    }

    /// The byte of the content for one of the view that has `passed` elements before it.
    fn back(&self, passed: usize, byte: u32) -> u32 {
        let last = passed.checked_sub(1).map(|nth| self.swaps[nth]);
        last.map_or(byte, |it| it.after() + byte.saturating_sub(it.end))
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{Inline, Role, Span, Text};

    /// `他<b>说</b>{0}好`, its tags and its placeholder inline.
    fn text() -> Text {
        let inline = |at, role, raw: &str| Inline { at, role, id: None, raw: raw.into() };
        Text::from("他\u{fffc}说\u{fffc}\u{fffc}好").with_inlines(vec![
            inline(3, Role::Open, "<b>"),
            inline(9, Role::Close, "</b>"),
            inline(12, Role::Placeholder, "{0}"),
        ])
    }

    fn part(text: &str, part: &str) -> Span {
        let at = text.find(part).expect("is there");
        Span::from(at..at + part.len())
    }

    #[test]
    fn prose_has_no_tags_and_its_spans_come_back_without_those_at_their_edges() {
        let text = text();
        let prose = text.prose();
        assert_eq!(prose.as_str(), "他说\u{fffc}好");
        let back = |it| &text.as_str()[prose.in_content(part(prose.as_str(), it)).range()];
        assert_eq!((back("他"), back("说"), back("好")), ("他", "说", "好"));
        assert_eq!((back("他说"), back("\u{fffc}好")), ("他\u{fffc}说", "\u{fffc}好"));
        assert_eq!(back("说\u{fffc}"), "说\u{fffc}\u{fffc}");
        let point = Span { start: 3, end: 3 };
        assert_eq!(prose.in_content(point), point);
    }

    #[test]
    fn a_text_as_given_has_its_elements_at_full_length() {
        let text = text();
        let given = text.given();
        assert_eq!(given.as_str(), "他<b>说</b>{0}好");
        let there = |it| &given.as_str()[given.of_content(part(text.as_str(), it)).range()];
        assert_eq!((there("他"), there("说"), there("好")), ("他", "说", "好"));
        assert_eq!(there("说\u{fffc}\u{fffc}"), "说</b>{0}");
    }

    #[test]
    fn a_text_without_elements_is_its_own_view() {
        let text = Text::from("字\u{fffc}");
        assert!(text.prose().is_whole() && text.given().as_str() == "字\u{fffc}");
        assert_eq!(text.prose().in_content(Span { start: 3, end: 6 }), Span { start: 3, end: 6 });
    }
}
