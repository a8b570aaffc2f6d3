use super::{Origin, Span, View};

/// A text, and where each of its bytes stood in the document's `raw`.
///
/// What is no prose inside it (a tag, a placeholder, code) is one U+FFFC in the content, and an
/// [`Inline`] that says what it was.
#[derive(Clone, Debug, Default)]
pub struct Text {
    content: String,
    origin: Origin,
    inlines: Vec<Inline>,
    level: Option<u8>,
}

/// What stands in a text for one U+FFFC of its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inline {
    /// The byte of the content at which its U+FFFC begins.
    pub at: u32,
    /// What it is to the words around it.
    pub role: Role,
    /// The file's own name for it, which its other half and its copy in the source share.
    pub id: Option<String>,
    /// How it is written in the file.
    pub raw: Box<str>,
}

impl Inline {
    /// Where its U+FFFC stands in the content.
    pub fn span(&self) -> Span {
        Span { start: self.at, end: self.at + INLINE_BYTES }
    }
}

/// What an inline element is to the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// It opens a stretch of text: formatting, a link, an annotation.
    Open,
    /// It closes a stretch.
    Close,
    /// Something is shown in its place: a value, a picture, a line break.
    Placeholder,
    /// It is shown as it is and not translated.
    Code,
}

impl Role {
    /// Whether a reader sees nothing in its place, so that the words on both sides are neighbours.
    pub fn is_tag(self) -> bool {
        matches!(self, Self::Open | Self::Close)
    }
}

/// A part of a text that another one is made of.
#[derive(Clone, Debug)]
pub enum Strand {
    /// The bytes as they are, with the inline elements among them.
    Copy(Span),
    /// A character that stands for the bytes.
    Char(char, Span),
    /// The placeholder of this name, which is written with the bytes.
    Placeholder(String, Span),
}

impl Strand {
    fn span(&self) -> Span {
        match self {
            Self::Copy(span) | Self::Char(_, span) | Self::Placeholder(_, span) => *span,
        }
    }
}

impl Text {
    /// The character that stands for an inline element.
    pub const INLINE: char = '\u{fffc}';

    /// A text that stood at `origin`.
    pub fn new(content: impl Into<String>, origin: Origin) -> Self {
        Self { content: content.into(), origin, inlines: vec![], level: None }
    }

    /// The same text with these inline elements, in the order of their places.
    #[must_use]
    pub fn with_inlines(self, inlines: Vec<Inline>) -> Self {
        Self { inlines, ..self }
    }

    /// The same text as a heading of this level.
    #[must_use]
    pub fn with_level(self, level: Option<u8>) -> Self {
        Self { level, ..self }
    }

    /// Of a heading its level, 1 for the highest, where the format has levels.
    pub fn level(&self) -> Option<u8> {
        self.level
    }

    /// The text, each inline element one character of it.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// The inline elements, in order.
    pub fn inlines(&self) -> &[Inline] {
        &self.inlines
    }

    /// The text as prose, which is what checks read: tags are left out, and what is shown in the
    /// place of something stays one character.
    pub fn prose(&self) -> View<'_> {
        View::of(&self.content, &self.inlines, |it| if it.role.is_tag() { "" } else { "\u{fffc}" })
    }

    /// The inline elements, each with its byte in the prose.
    pub fn inlines_in_prose(&self) -> impl Iterator<Item = (u32, &Inline)> {
        let mut left_out = 0;
        self.inlines.iter().map(move |it| {
            let at = it.at - left_out;
            left_out += if it.role.is_tag() { INLINE_BYTES } else { 0 };
            (at, it)
        })
    }

    /// The text as it was given, inline elements as the file has them.
    pub fn given(&self) -> View<'_> {
        View::of(&self.content, &self.inlines, |it| &it.raw)
    }

    /// The same text in a document that has `by` more bytes before it.
    #[must_use]
    pub fn moved(self, by: u32) -> Self {
        Self { origin: self.origin.moved(by), ..self }
    }

    /// The bytes `span` of the text as a text of their own.
    #[must_use]
    pub fn part(&self, span: Span) -> Self {
        let length = Span::from(0..self.content.len()).end;
        let inside = self.inlines.iter().filter(|it| (span.start..span.end).contains(&it.at));
        let moved = |it: &Inline| Inline { at: it.at - span.start, ..it.clone() };
        Self {
            content: self.content[span.range()].to_owned(),
            origin: self.origin.part(span, length),
            inlines: inside.map(moved).collect(),
            level: self.level,
        }
    }

    /// The text that these parts of it make, one after the other.
    #[must_use]
    pub fn woven(&self, parts: &[Strand]) -> Self {
        let given = self.given();
        let start = parts.first().map_or(0, |it| it.span().start);
        let start = self.origin.locate(Span { start, end: start });
        let mut woven = Self::new("", Origin::copied(start));
        for part in parts {
            let span = part.span();
            let at = Span::from(0..woven.content.len()).end;
            match part {
                Strand::Copy(_) => {
                    let copy = self.part(span);
                    woven.origin.append(at, copy.origin);
                    woven.content.push_str(&copy.content);
                    let moved = copy.inlines.into_iter().map(|it| Inline { at: it.at + at, ..it });
                    woven.inlines.extend(moved);
                }
                Strand::Char(c, _) => {
                    woven.origin.escape(at, self.origin.locate(span));
                    woven.content.push(*c);
                }
                Strand::Placeholder(id, _) => {
                    woven.origin.escape(at, self.origin.locate(span));
                    woven.content.push(Self::INLINE);
                    let raw = given.as_str()[given.of_content(span).range()].into();
                    let id = Some(id.clone());
                    woven.inlines.push(Inline { at, role: Role::Placeholder, id, raw });
                }
            }
        }
        woven
    }

    /// The bytes of the document's `raw` that `span` was read from.
    pub fn in_raw(&self, span: Span) -> Span {
        self.origin.locate(span)
    }

    /// The bytes of the document's `raw` that the pieces of `span` were read from, in order. What
    /// stands between them (a line that goes on, a tag that shows nothing) is no part of the text.
    pub fn pieces_in_raw(&self, span: Span) -> Vec<Span> {
        self.origin.pieces(span)
    }

    /// The byte of the text that was read from the byte `raw` of the document, if one was.
    pub fn read_from(&self, raw: u32) -> Option<u32> {
        self.origin.read_from(raw)
    }
}

/// How long [`Text::INLINE`] is.
const INLINE_BYTES: u32 = 3;

impl From<&str> for Text {
    fn from(content: &str) -> Self {
        Self::new(content, Origin::default())
    }
}
