use super::{Origin, Span, Variant};

/// What is reviewed as one: a file, or the rows of a file that carry the same `document` key.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The decoded text that the document was read from; origins lead back to its bytes.
    pub raw: String,
    /// The number of the file's line that `raw` starts on, counted from 1.
    pub first_line: u32,
    /// What a reader sees as blocks, in order.
    pub paragraphs: Vec<Paragraph>,
}

/// What a reader sees as one block. Points are given for each paragraph.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// What the block is.
    pub kind: Kind,
    /// Its translation units; a running text has one until it is paired.
    pub segments: Vec<Segment>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Running text.
    #[default]
    Body,
    /// A heading: short, without a final stop.
    Heading,
    /// An item of a list.
    Item,
    /// A unit of a table, a catalogue or a row-based file.
    Cell,
}

/// One translation unit: a target, beside its source where the file has one.
#[derive(Clone, Debug, Default)]
pub struct Segment {
    /// The file's own name for the unit.
    pub id: Option<String>,
    /// The text that was translated.
    pub source: Option<Text>,
    /// The translation.
    pub target: Text,
    /// The variant that the row declares, over that of the run.
    pub variant: Option<Variant>,
    /// The row's own glossary: source terms, each with its accepted renderings.
    pub terms: Vec<(String, Vec<String>)>,
}

/// A text, and where each of its bytes stood in the document's `raw`.
#[derive(Clone, Debug, Default)]
pub struct Text {
    content: String,
    origin: Origin,
}

impl Text {
    /// A text that stood at `origin`.
    pub fn new(content: impl Into<String>, origin: Origin) -> Self {
        Self { content: content.into(), origin }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// The same text in a document that has `by` more bytes before it.
    #[must_use]
    pub fn moved(self, by: u32) -> Self {
        Self { content: self.content, origin: self.origin.moved(by) }
    }

    /// The bytes of the document's `raw` that `span` was read from.
    pub fn in_raw(&self, span: Span) -> Span {
        self.origin.locate(span)
    }
}

impl From<&str> for Text {
    fn from(content: &str) -> Self {
        Self::new(content, Origin::default())
    }
}

/// Where a segment stands: paragraph by paragraph, then segment by segment, both from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The paragraph's number in the document.
    pub paragraph: u32,
    /// The segment's number in the paragraph.
    pub segment: u32,
}
