//! Reads bytes into documents. A stand-in until the real one is merged.

use crate::error::Error;
use crate::text::{Document, Origin, Paragraph, Segment, Span, Text};
use std::fmt;
use std::str::FromStr;

/// How a file is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Running text.
    #[default]
    Plain,
    /// One JSON object a line.
    Jsonl,
}

impl Format {
    /// Every format with its name.
    pub const ALL: [(Self, &str); 2] = [(Self::Plain, "plain"), (Self::Jsonl, "jsonl")];

    /// The format that a path's extension stands for.
    pub fn of_path(path: &str) -> Option<Self> {
        match path.rsplit_once('.')?.1 {
            "txt" => Some(Self::Plain),
            "jsonl" => Some(Self::Jsonl),
            _ => None,
        }
    }
}

/// What divides running text into paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paragraphs {
    /// Found out.
    #[default]
    Auto,
}

impl Paragraphs {
    /// Every way with its name.
    pub const ALL: [(Self, &str); 1] = [(Self::Auto, "auto")];
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().find(|(_, it)| *it == name).map(|(format, _)| *format);
        found.ok_or_else(|| Error::new("no such format"))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// How to read a file.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The format.
    pub format: Option<Format>,
    /// What divides running text.
    pub paragraphs: Paragraphs,
    /// The encoding.
    pub encoding: Option<String>,
}

/// The documents of a file.
pub struct Documents<'b>(Box<dyn Iterator<Item = Result<Document, Error>> + Send + 'b>);

impl Iterator for Documents<'_> {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }
}

/// Reads a file.
///
/// # Errors
///
/// If it is not UTF-8.
pub fn read<'b>(name: &str, bytes: &'b [u8], options: &Options) -> Result<Documents<'b>, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::new("not UTF-8"))?;
    let format = options.format.or_else(|| Format::of_path(name)).unwrap_or_default();
    let mut document = Document { raw: text.to_owned(), first_line: 1, paragraphs: vec![] };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::from(at..at + line.trim_end().len());
        at += line.len();
        let row: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
        let target = match format {
            Format::Plain => line.trim_end(),
            Format::Jsonl => row["target"].as_str().unwrap_or_default(),
        };
        let id = row["id"].as_str().map(str::to_owned).filter(|_| format == Format::Jsonl);
        let target = Text::new(target, Origin::copied(span));
        let segment = Segment { id, target, ..Segment::default() };
        document.paragraphs.push(Paragraph { segments: vec![segment], ..Paragraph::default() });
    }
    Ok(Documents(Box::new(std::iter::once(Ok(document)))))
}
