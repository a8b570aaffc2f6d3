//! The way back: a text that was changed is read again as a part of its file, and written into it.

use super::encode::Coding;
use super::{Format, Options, PIECE, decode, docx, read, written};
use crate::error::Error;
use crate::text::Document;
use std::borrow::Cow;

/// Reads a document again whose `raw` was changed, as if it stood in its file.
#[derive(Clone, Debug)]
pub struct Again<'b> {
    format: Format,
    options: Options,
    coding: Coding,
    /// What a table has before its first row: the names of its columns.
    head: Cow<'b, str>,
    /// What the parts of an archive stand in.
    archive: &'b [u8],
}

impl<'b> Again<'b> {
    /// The way back to a file that begins with these bytes, or to an archive that has all of them;
    /// the first document starts at the byte `first` of the decoded text.
    ///
    /// # Errors
    ///
    /// If the bytes cannot be read.
    pub fn of(name: &str, bytes: &'b [u8], first: u64, options: &Options) -> Result<Self, Error> {
        let format = options.format_of(name);
        let is_archive = format == Format::Docx;
        let label = options.label(format, bytes);
        let is_stream = comes_in_lines(name, bytes, options);
        let told = if is_stream { Some("utf-8") } else { label.as_deref() };
        let coding = if is_archive { Coding::of(b"", None)? } else { Coding::of(bytes, told)? };
        let head = match format {
            Format::Tsv | Format::Csv if first > 0 => {
                head(bytes, first, &coding, is_stream, label.as_deref())?
            }
            _ => Cow::Borrowed(""),
        };
        let encoding = Some("utf-8".to_owned());
        let options = Options { format: Some(format), encoding, ..options.clone() };
        Ok(Self { format, options, coding, head, archive: if is_archive { bytes } else { b"" } })
    }

    /// The format of the file.
    pub fn format(&self) -> Format {
        self.format
    }

    /// What is read of a `raw`: its documents, and what cannot be read of it.
    pub fn read(&self, raw: &str) -> Vec<Result<Document, Error>> {
        let whole = match &*self.head {
            "" => Cow::Borrowed(raw),
            head => Cow::Owned(head.to_owned() + raw),
        };
        let documents = if self.format == Format::Docx {
            docx::read_as(self.archive, raw)
        } else {
            read("", whole.as_bytes(), &self.options)
        };
        documents.map_or_else(|error| vec![Err(error)], Iterator::collect)
    }

    /// The ways to write a text in a document of the file, the likely ones first. Which of them is
    /// right depends on the place: reading it again tells. None if the file cannot hold the text.
    pub fn ways(&self, text: &str, raw: &str) -> Vec<String> {
        // Where all that is no ASCII was escaped, it goes on to be.
        let is_escaped = !text.is_ascii() && raw.is_ascii();
        written::ways(self.format, text, &|c| self.coding.holds(c) && (c.is_ascii() || !is_escaped))
    }
}

/// What stands before the first row of a table.
fn head<'b>(
    bytes: &'b [u8],
    first: u64,
    coding: &Coding,
    is_stream: bool,
    label: Option<&str>,
) -> Result<Cow<'b, str>, Error> {
    let first = usize::try_from(first).unwrap_or(usize::MAX);
    if is_stream {
        let head = bytes.get(coding.mark()..coding.mark() + first).unwrap_or_default();
        return Ok(String::from_utf8_lossy(head));
    }
    let text = decode::decode(bytes, label)?;
    Ok(Cow::Owned(text.get(..first).unwrap_or_default().to_owned()))
}

/// Whether the documents of a file that begins with these bytes come in line by line, so that
/// their places are those of its bytes after the byte order mark.
pub fn comes_in_lines(name: &str, bytes: &[u8], options: &Options) -> bool {
    let head = usize::try_from(PIECE).unwrap_or(usize::MAX);
    options.may_come_in_lines(options.format_of(name))
        && bytes.get(..head).is_some_and(decode::begins_as_utf8)
}

/// The text of a file as people compare it: decoded, and of an archive its paragraphs, one a line.
///
/// # Errors
///
/// If the bytes cannot be read.
pub fn text_of<'b>(name: &str, bytes: &'b [u8], options: &Options) -> Result<Cow<'b, str>, Error> {
    let format = options.format_of(name);
    if format != Format::Docx {
        return options.decode(format, bytes);
    }
    let mut text = String::new();
    for document in docx::read(bytes)?.flatten() {
        for segment in document.paragraphs.iter().flat_map(|it| &it.segments) {
            text.push_str(segment.target.as_str());
            text.push('\n');
        }
    }
    Ok(Cow::Owned(text))
}

/// What a document of a file became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// The byte of the decoded file that the document starts at.
    pub start: u64,
    /// How many bytes it had.
    pub length: usize,
    /// What stands there now.
    pub raw: String,
}

/// The bytes of a file some of whose documents were changed, in the encoding that they are in.
///
/// # Errors
///
/// If the encoding does not hold the text, or the file has bytes that cannot be written back as
/// they are, so that more would be changed than the patches say.
pub fn rewrite(
    name: &str,
    bytes: &[u8],
    patches: &[Patch],
    options: &Options,
) -> Result<Vec<u8>, Error> {
    let format = options.format_of(name);
    if format == Format::Docx {
        return patches
            .first()
            .map_or_else(|| Ok(bytes.to_vec()), |it| docx::rewrite(bytes, &it.raw));
    }
    let label = options.label(format, bytes);
    let label = label.as_deref();
    let text = decode::decode(bytes, label)?;
    let coding = Coding::of(bytes, label)?;
    if coding.encode(&text).as_deref() != Some(bytes) {
        return Err(Error::new("not written: the file has bytes that would not stay as they are")
            .help("convert the file to UTF-8"));
    }
    let new = patched(&text, patches);
    let lacks = || Error::new("not written: the encoding lacks a character of the fixes");
    let made = coding.encode(&new).ok_or_else(lacks)?;
    if decode::decode(&made, options.label(format, &made).as_deref()).ok().as_deref() != Some(&new)
    {
        return Err(Error::new("not written: the fixed file would be read in another encoding")
            .help("name the encoding with --encoding"));
    }
    Ok(made)
}

fn patched(text: &str, patches: &[Patch]) -> String {
    let (mut made, mut at) = (String::with_capacity(text.len()), 0);
    for Patch { start, length, raw } in patches {
        let start = usize::try_from(*start).unwrap_or(usize::MAX);
        made.push_str(&text[at..start]);
        made.push_str(raw);
        at = start + length;
    }
    made + &text[at..]
}
