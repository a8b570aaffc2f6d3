use super::{Span, Text, Variant};
use std::ops::Range;

/// What is reviewed as one: a file, or the rows of a file that carry the same `document` key.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The decoded text that the document was read from; origins lead back to its bytes.
    pub raw: String,
    /// The decoded text of the file that the sources were read from, if that is another file;
    /// the origins of the sources then lead back to its bytes.
    pub source_raw: Option<String>,
    /// The paragraphs of the source that are not yet beside those of the translation.
    pub original: Vec<Text>,
    /// What of the source is beside nothing, once the two were aligned. A segment without a source
    /// is then beside nothing as well.
    pub missing: Option<Vec<Missing>>,
    /// What of the source has a name that no unit has here, where the two are paired by names. A
    /// segment without a source then has a name that the source has not.
    pub absent: Option<Vec<Missing>>,
    /// The byte of the decoded file that `raw` starts at.
    pub start: u64,
    /// The number of the file's line that `raw` starts on, counted from 1.
    pub first_line: u32,
    /// Where the lines begin in `raw` that people count, in order and each with its number, if they
    /// are others than those of `raw`: of a DOCX its paragraphs. Columns then count in the segment.
    pub line_starts: Vec<(u32, u32)>,
    /// What a reader sees as blocks, in order.
    pub paragraphs: Vec<Paragraph>,
    /// What comments in the file say to us, in the order of the reader.
    pub remarks: Vec<Remark>,
}

/// A comment in a file that speaks to us: `xindaya-ignore repeated-phrase`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its words in the document's `raw`.
    pub raw: Span,
    /// The paragraphs that it is about, by their numbers, where its place in the file does not say
    /// so: else it is about the one that it stands in, or the next.
    pub about: Option<Range<u32>>,
}

impl Remark {
    /// What remarks begin with.
    pub const MARK: &str = "xindaya-ignore";

    /// The same remark in a document that has `by` more bytes before it.
    #[must_use]
    pub fn moved(self, by: u32) -> Self {
        let Span { start, end } = self.raw;
        Self { raw: Span { start: start + by, end: end + by }, ..self }
    }
}

/// A piece of the source that nothing in the translation stands beside.
#[derive(Clone, Debug)]
pub struct Missing {
    /// The file's own name for it.
    pub id: Option<String>,
    /// The paragraph, sentence or unit.
    pub source: Text,
    /// The segment behind which its translation should stand; none if at the very beginning.
    pub after: Option<Place>,
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
    /// A message of a program: it stands alone, and what is around it in the file says nothing
    /// about it.
    Message,
    /// What a subtitle shows at a time.
    Cue,
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
    /// How many characters the translation may have at most.
    pub max_length: Option<u32>,
    /// How far the work on the unit has come, where the file says so.
    pub state: Option<State>,
    /// What people noted for the translator.
    pub notes: Vec<String>,
    /// Which of its unit's forms it is, where the unit counts something.
    pub plural: Option<Plural>,
    /// Where the text is shown, in the file's own words: the same source may be translated
    /// otherwise elsewhere.
    pub context: Option<String>,
    /// The ids of placeholders for which words may stand in this form of the unit: its number, in
    /// the form for one.
    pub in_words: Vec<String>,
}

/// One of the forms of a unit that counts something: `%d file`, `%d files`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Plural {
    /// Its number among the forms, from 0.
    pub nth: u32,
    /// How many forms the unit has.
    pub forms: u32,
    /// How many forms the file says that its language has.
    pub declared: Option<u32>,
}

impl Plural {
    /// The forms of a unit that has so many.
    pub fn all(forms: usize) -> impl Iterator<Item = Self> {
        let forms = u32::try_from(forms).unwrap_or(u32::MAX);
        (0..forms).map(move |nth| Self { nth, forms, declared: None })
    }

    /// The forms of a unit that are told apart by words, in the order of the file. That for any
    /// number, `other`, is the last wherever it stands; where it is lacking none is.
    pub fn named(words: &[impl AsRef<str>]) -> Vec<Self> {
        let is_other = |it: &&_| AsRef::<str>::as_ref(*it) == "other";
        let others = words.iter().filter(|it| !is_other(it)).count();
        let mut forms = Self::all(others + 1);
        let last = Self::all(others + 1).last();
        let form = |it: &_| if is_other(&it) { last } else { forms.next() };
        words.iter().filter_map(form).collect()
    }

    /// Whether it is the form for any number, which is the only one that Chinese needs.
    pub fn is_last(self) -> bool {
        self.nth + 1 >= self.forms
    }
}

/// How far the work on a unit has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Nobody has translated it yet; the target is empty, or a copy of the source.
    Untranslated,
    /// Somebody must look at it again: fuzzy, unfinished, needs review.
    Draft,
    /// It is translated.
    Translated,
    /// It is translated and somebody approved it.
    Approved,
}

/// Where a segment stands: paragraph by paragraph, then segment by segment, both from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The paragraph's number in the document.
    pub paragraph: u32,
    /// The segment's number in the paragraph.
    pub segment: u32,
}
