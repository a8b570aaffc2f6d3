use crate::text::{Inline, Origin, Role, Span, Text};
use std::ops::Range;

/// A text that is put together from copied stretches and from escapes, with its origin.
pub(super) struct Gather {
    content: String,
    origin: Origin,
    inlines: Vec<Inline>,
    after_return: bool,
}

impl Gather {
    /// A text that begins at the byte `start` of the document.
    pub(super) fn from(start: usize) -> Self {
        let origin = Origin::copied(Span::from(start..start));
        Self { content: String::new(), origin, inlines: vec![], after_return: false }
    }

    /// Goes on with a stretch of the document, without carriage returns, that begins at `start`.
    pub(super) fn copy(&mut self, stretch: &str, start: usize) {
        if !stretch.is_empty() {
            self.origin.copy(self.end(), Span::from(start..start + stretch.len()));
            self.content.push_str(stretch);
            self.after_return = false;
        }
    }

    /// Goes on with one character that stands for the document's bytes `raw`.
    pub(super) fn escape(&mut self, c: char, raw: Range<usize>) {
        self.origin.escape(self.end(), Span::from(raw));
        self.content.push(c);
        self.after_return = false;
    }

    /// The same for a character that may be half of a line end: a carriage return becomes a line
    /// feed, or a space if a line feed follows, so that the characters keep their number.
    pub(super) fn cell(&mut self, c: char, raw: Range<usize>) {
        if c == '\n' && self.after_return {
            self.content.pop();
            self.content.push(' ');
        }
        self.escape(if c == '\r' { '\n' } else { c }, raw);
        self.after_return = c == '\r';
    }

    /// Goes on with a stretch of the document that may hold carriage returns.
    pub(super) fn copy_cell(&mut self, mut stretch: &str, mut start: usize) {
        while let Some(at) = stretch.find('\r') {
            self.copy(&stretch[..at], start);
            self.cell('\r', start + at..start + at + 1);
            start += at + 1;
            stretch = &stretch[at + 1..];
            if stretch.starts_with('\n') {
                self.cell('\n', start..start + 1);
                start += 1;
                stretch = &stretch[1..];
            }
        }
        self.copy(stretch, start);
    }

    /// Goes on with a stretch of running text, in which each line end is one line feed.
    pub(super) fn copy_lines(&mut self, mut stretch: &str, mut start: usize) {
        while let Some(at) = stretch.find('\r') {
            self.copy(&stretch[..at], start);
            let length = if stretch[at..].starts_with("\r\n") { 2 } else { 1 };
            self.escape('\n', start + at..start + at + length);
            stretch = &stretch[at + length..];
            start += at + length;
        }
        self.copy(stretch, start);
    }

    /// Goes on with an inline element that is written as `text[raw]`.
    pub(super) fn inline(&mut self, role: Role, id: Option<String>, text: &str, raw: Range<usize>) {
        self.inlines.push(Inline { at: self.end(), role, id, raw: text[raw.clone()].into() });
        self.escape(Text::INLINE, raw);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    pub(super) fn finish(self) -> Text {
        Text::new(self.content, self.origin).with_inlines(self.inlines)
    }

    fn end(&self) -> u32 {
        Span::from(0..self.content.len()).end
    }
}

#[cfg(test)]
mod tests {
    use super::Gather;
    use crate::text::Span;

    #[test]
    fn a_carriage_return_keeps_its_place_and_its_number() {
        let mut gather = Gather::from(2);
        gather.copy_cell("一\r\n二\r三", 2);
        let text = gather.finish();
        assert_eq!(text.as_str(), "一 \n二\n三");
        let third = text.as_str().find('三').expect("is there");
        assert_eq!(text.in_raw(Span::from(third..third + 3)), Span { start: 11, end: 14 });
    }

    #[test]
    fn an_empty_text_has_a_place() {
        let text = Gather::from(9).finish();
        assert_eq!(text.in_raw(Span::default()), Span { start: 9, end: 9 });
    }
}
