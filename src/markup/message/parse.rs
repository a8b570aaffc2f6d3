use super::{Message, Part};
use crate::text::Span;

/// Where a text is no message, and what is wrong there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What is wrong.
    pub wrong: Wrong,
    /// Where.
    pub span: Span,
}

/// What is wrong with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A brace that is never closed.
    Unclosed,
    /// A brace that closes nothing.
    Unopened,
    /// Something that is no argument stands in braces.
    Argument,
    /// A word in a choice that no branch in braces follows.
    Branch,
    /// A word that no number is counted by.
    Category,
    /// A choice without a branch for everything else.
    NoOther,
    /// Too many choices inside each other.
    Depth,
}

/// Reads a text as a message.
///
/// ```
/// use xindaya::markup::message;
///
/// assert!(message("{n, plural, one {# file} other {# files}}").unwrap().chooses());
/// assert!(message("{n, plural, one {# file} other {# files}").is_err());
/// ```
///
/// # Errors
///
/// If the text is none: where it goes wrong first.
pub fn message(text: &str) -> Result<Message, Flaw> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let found = parser.message(false)?;
    if parser.at < text.len() {
        return Err(parser.flaw(Wrong::Unopened, parser.at, parser.at + 1));
    }
    Ok(found)
}

pub(super) struct Parser<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) depth: usize,
}

impl<'t> Parser<'t> {
    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    pub(super) fn flaw(&self, wrong: Wrong, start: usize, end: usize) -> Flaw {
        let (start, end) = (start.min(self.text.len()), end.min(self.text.len()));
        Flaw { wrong, span: Span::from(start..end) }
    }

    /// Reads up to the brace that closes it, or to the end. A `#` is a number if `counts`.
    pub(super) fn message(&mut self, counts: bool) -> Result<Message, Flaw> {
        let start = self.at;
        let mut parts = vec![];
        while let Some(length) = self.words_length(counts) {
            let from = self.at;
            self.at += length;
            parts.extend((length > 0).then(|| Part::Words(Span::from(from..self.at))));
            let rest = self.rest();
            if rest.starts_with("''") {
                parts.push(Part::Apostrophe(self.take(2)));
            } else if rest.starts_with('\'') {
                self.quoted(&mut parts);
            } else if rest.starts_with('#') {
                parts.push(Part::Number(self.take(1)));
            } else if rest.starts_with('{') {
                parts.push(self.argument(counts)?);
            } else {
                break;
            }
        }
        Ok(Message { span: Span::from(start..self.at), parts })
    }

    fn take(&mut self, length: usize) -> Span {
        self.at += length;
        Span::from(self.at - length..self.at)
    }

    /// How many bytes of plain words follow; none at the end.
    fn words_length(&self, counts: bool) -> Option<usize> {
        let rest = self.rest().as_bytes();
        let is_mark = |at: usize| match rest[at] {
            b'{' | b'}' => true,
            b'#' => counts,
            // An apostrophe quotes only what would otherwise mean something.
            b'\'' => {
                let next = rest.get(at + 1);
                next.is_some_and(|it| matches!(it, b'\'' | b'{' | b'}') || *it == b'#' && counts)
            }
            _ => false,
        };
        if rest.is_empty() {
            return None;
        }
        Some((0..rest.len()).find(|at| is_mark(*at)).unwrap_or(rest.len()))
    }

    /// Words in apostrophes, in which nothing means anything; without the second one to the end.
    fn quoted(&mut self, parts: &mut Vec<Part>) {
        self.at += 1;
        while let Some(length) = self.rest().find('\'') {
            let words = self.take(length);
            parts.extend((length > 0).then_some(Part::Words(words)));
            if !self.rest().starts_with("''") {
                self.at += 1;
                return;
            }
            parts.push(Part::Apostrophe(self.take(2)));
        }
        let words = self.take(self.rest().len());
        parts.extend((!words.is_empty()).then_some(Part::Words(words)));
    }

    pub(super) fn space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// A name, a word or a number of a choice.
    pub(super) fn word(&mut self) -> Span {
        let is_part = |c: char| c.is_alphanumeric() || "_-.$@[]=".contains(c);
        self.take(self.rest().find(|c| !is_part(c)).unwrap_or(self.rest().len()))
    }

    /// Reads what stands in braces.
    fn argument(&mut self, counts: bool) -> Result<Part, Flaw> {
        let open = self.at;
        self.at += 1;
        self.space();
        let name = self.word();
        self.space();
        let wrong = |it: &Self| {
            let end = it.rest().chars().next().map_or(0, char::len_utf8);
            let wrong = if end == 0 { Wrong::Unclosed } else { Wrong::Argument };
            let start = if end == 0 { open } else { it.at };
            Err(it.flaw(wrong, start, if end == 0 { open + 1 } else { it.at + end }))
        };
        if name.is_empty() {
            return wrong(self);
        }
        if self.rest().starts_with('}') {
            self.at += 1;
            return Ok(Part::Argument(Span::from(open..self.at), name));
        }
        if !self.rest().starts_with(',') {
            return wrong(self);
        }
        self.at += 1;
        self.space();
        let kind = self.word();
        self.space();
        let word = &self.text[kind.range()];
        if matches!(word, "plural" | "select" | "selectordinal") {
            return self.choice(open, name, kind, counts).map(Part::Choice);
        }
        self.style(open)?;
        Ok(Part::Argument(Span::from(open..self.at), name))
    }

    /// Passes over the style of an argument, up to the brace that closes it.
    fn style(&mut self, open: usize) -> Result<(), Flaw> {
        let mut depth = 1_usize;
        for (at, byte) in self.rest().bytes().enumerate() {
            match byte {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.at += at + 1;
                return Ok(());
            }
        }
        Err(self.flaw(Wrong::Unclosed, open, open + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::{Wrong, message};

    #[test]
    fn flaws_have_their_places() {
        for (text, wrong, place) in [
            ("{n, plural, other {# 个}", Wrong::Unclosed, "{"),
            ("{n, plural, other {# 个}}}", Wrong::Unopened, "}"),
            ("{n, plural, 其他 {# 个}}", Wrong::Category, "其他"),
            ("{n, plural, one {# 个}}", Wrong::NoOther, "{n, plural"),
            ("{n, plural, other # 个}", Wrong::Branch, "other"),
            ("{n, plural, other ｛# 个｝}", Wrong::Branch, "other"),
            ("{n， plural, other {# 个}}", Wrong::Argument, "，"),
            ("{n, plural， other {# 个}}", Wrong::Branch, "plural"),
            ("{{count}} 个", Wrong::Argument, "{"),
            ("甲 {", Wrong::Unclosed, "{"),
            ("{g, select, other}", Wrong::Branch, "other"),
        ] {
            let flaw = message(text).expect_err(text);
            assert_eq!((flaw.wrong, &text[flaw.span.range()]), (wrong, place), "{text}");
        }
    }

    #[test]
    fn any_depth_and_length_is_read_or_refused() {
        let deep = |n: usize| format!("{}甲{}", "{n, plural, other {".repeat(n), "}}".repeat(n));
        assert!(message(&deep(64)).is_ok());
        assert_eq!(message(&deep(65)).expect_err("is too deep").wrong, Wrong::Depth);
        for part in ["'", "''", "'{", "{a}", "{a, b", "{n, plural, other {", "}", "{n, select,"] {
            let _ = message(&part.repeat(50_000));
        }
    }
}
