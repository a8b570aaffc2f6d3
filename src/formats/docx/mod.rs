//! Word's documents.
//!
//! A .docx is an archive of XML. The document's `raw` is the XML of those parts that hold text, one
//! after the other, each ended by a NUL: the body, the footnotes and endnotes, the headers and
//! footers. Nobody knows a
//! .docx by the lines of its XML, so its lines are its paragraphs, empty ones counted, and columns
//! are counted in the paragraph's text.

mod archive;
mod styles;
mod words;

use super::Documents;
use super::block::paragraph;
use super::xml::{Element, Tree};
use crate::error::Error;
use crate::text::{Document, Span};
use archive::Archive;
use styles::Styles;

/// The parts that hold text, in the order in which they are read.
const PARTS: [&str; 5] = ["document", "footnotes", "endnotes", "header", "footer"];

/// Reads a document. One of no bytes is an empty one, as Windows makes them.
///
/// # Errors
///
/// If the bytes are no archive, or there is no document in it, or it is not what it seems to be.
pub(super) fn read(bytes: &[u8]) -> Result<Documents<'static>, Error> {
    if is_empty(bytes) {
        return Ok(Found::default().documents());
    }
    let mut archive = Archive::of(bytes)?;
    let parts = parts(&mut archive)?;
    Ok(Found::of(&mut archive, parts).documents())
}

/// Reads the document of an archive as if its parts were those of another `raw`.
pub(super) fn read_as(bytes: &[u8], raw: &str) -> Result<Documents<'static>, Error> {
    let mut archive = Archive::of(bytes)?;
    let mut texts = raw.split_terminator(END).map(str::to_owned);
    let renewed = |(name, text): Part| (name, text.map(|_| texts.next().unwrap_or_default()));
    let parts = parts(&mut archive)?.into_iter().map(renewed).collect();
    Ok(Found::of(&mut archive, parts).documents())
}

/// The archive with the parts of this `raw` in it, and all else as it is.
pub(super) fn rewrite(bytes: &[u8], raw: &str) -> Result<Vec<u8>, Error> {
    let mut archive = Archive::of(bytes)?;
    let mut texts = raw.split_terminator(END);
    let mut changed = vec![];
    for (name, old) in parts(&mut archive)? {
        if let Ok(old) = old
            && let Some(new) = texts.next().filter(|new| *new != old)
        {
            changed.push((name, new));
        }
    }
    archive.with(&changed)
}

fn is_empty(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii().is_empty()
}

/// A part's name, and its text, if it can be read.
type Part = (String, Result<String, Error>);

fn parts(archive: &mut Archive) -> Result<Vec<Part>, Error> {
    let mut found = vec![];
    for part in PARTS {
        let names = archive.parts(part);
        if part == "document" && names.is_empty() {
            let what = "this archive holds no document of Word: it has no word/document.xml";
            return Err(Error::new(what).help("only .docx and its kin are read of archives"));
        }
        for name in names {
            let text = archive.read(&name);
            found.push((name, text));
        }
    }
    Ok(found)
}

/// Ends a part in the `raw`: no XML holds this character.
const END: char = '\0';

/// What was read.
#[derive(Default)]
struct Found {
    errors: Vec<Error>,
    document: Document,
    /// How many paragraphs were counted.
    count: u32,
}

impl Found {
    fn of(archive: &mut Archive, parts: Vec<Part>) -> Self {
        let styles = archive.parts("styles");
        let styles = styles.first().and_then(|it| archive.read(it).ok());
        let styles = styles.map(|it| Styles::of(&it)).unwrap_or_default();
        let mut found = Self::default();
        for (name, text) in parts {
            match text {
                Ok(text) => found.part(&name, &text, &styles),
                Err(error) => found.errors.push(error),
            }
        }
        found
    }

    fn part(&mut self, name: &str, text: &str, styles: &Styles) {
        let tree = Tree::of(text);
        if let Some(fault) = tree.faults.first() {
            let what = format!("{name} is not well-formed: {}", fault.what);
            self.errors.push(Error::new(what).help("what could be read of it is checked"));
        }
        let before = Span::from(0..self.document.raw.len()).end;
        let mut around = vec![];
        for it in tree.named("p").filter(|it| is_read(*it)) {
            self.number(it, before, &mut around);
            self.paragraph(it, before, styles);
        }
        self.document.line_starts.sort_by_key(|(start, _)| *start);
        self.document.raw.push_str(text);
        self.document.raw.push(END);
    }

    /// Counts a paragraph. One that stands in a text box stands inside another one, which goes on
    /// behind it: those around are told with their ends and their numbers.
    fn number(&mut self, it: Element, before: u32, around: &mut Vec<(u32, u32)>) {
        let Span { start, end } = it.span();
        while around.pop_if(|(outer, _)| *outer <= start).is_some() {}
        self.count += 1;
        self.document.line_starts.push((before + start, self.count));
        let outer = around.last().map(|(_, number)| (before + end, *number));
        self.document.line_starts.extend(outer);
        around.push((end, self.count));
    }

    fn paragraph(&mut self, it: Element, before: u32, styles: &Styles) {
        if let Some(target) = words::words(it) {
            self.document.paragraphs.push(paragraph(styles.kind(it), target.moved(before)));
        }
    }

    fn documents(self) -> Documents<'static> {
        let document = Document { first_line: 1, ..self.document };
        Documents(Box::new(self.errors.into_iter().map(Err).chain([Ok(document)])))
    }
}

/// Whether a paragraph is one of Word's, and not the copy of a text box for old programs, nor the
/// line that divides footnotes from the text.
fn is_read(it: Element) -> bool {
    let is_copy = |it: &Element| {
        let kind = || it.attribute("type").unwrap_or_default();
        match it.full_name() {
            "mc:Fallback" => true,
            "w:footnote" | "w:endnote" => {
                kind().ends_with("eparator") || kind().ends_with("Notice")
            }
            _ => false,
        }
    };
    it.full_name() == "w:p" && !it.and_around().any(|it| is_copy(&it))
}
