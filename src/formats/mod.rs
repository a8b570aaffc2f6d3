//! Reads bytes into documents.
//!
//! Only bytes come in: who opens files adds the path to an [`Error`]. A reader keeps for each
//! text where its bytes stood in the document's `raw`, which is the decoded file, of a file of rows
//! the lines of the document's own rows, and of an archive its parts that hold text.
//!
//! A carriage return never gets into a text. Where it ends a line with a line feed after it, the
//! pair is one line feed in running text; in a cell, whose characters people count by the file's
//! own value, it becomes a space before the line feed.

mod block;
mod csv;
mod declared;
mod decode;
mod docx;
mod escape;
mod fault;
mod format;
mod gather;
mod guess;
mod html;
mod jsonl;
mod keyed;
mod markdown;
mod pair;
mod pieces;
mod plain;
mod po;
mod rows;
mod subtitles;
mod table;
mod xml;

pub use format::{Format, Paragraphs};
pub use pair::{File, read_pair};

use crate::error::Error;
use crate::text::Document;
use rows::{Cursor, Grouped};

/// How to read a file.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The format; without one the file's name tells it.
    pub format: Option<Format>,
    /// What divides running text into paragraphs.
    pub paragraphs: Paragraphs,
    /// The encoding by its label (`gb18030`, `big5`, `utf-16le`); without one it is found out.
    pub encoding: Option<String>,
}

/// The documents of a file, one after the other. A row that cannot be read is an error in its
/// place, and the rows after it are read nevertheless.
pub struct Documents<'b>(Box<dyn Iterator<Item = Result<Document, Error>> + Send + 'b>);

impl Iterator for Documents<'_> {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }
}

/// Reads the bytes of the file `name`, which only tells the format, and only where `options` do
/// not. A name without a known extension is plain text.
///
/// # Errors
///
/// If the bytes are not a text, or their encoding is not known, or a table does not tell which
/// column is which. The errors, and those of the rows, name line and column, but not the file.
pub fn read<'b>(name: &str, bytes: &'b [u8], options: &Options) -> Result<Documents<'b>, Error> {
    let format = options.format.or_else(|| Format::of_path(name)).unwrap_or_default();
    let label = options.encoding.clone().or_else(|| declared::declared(format, bytes));
    // An archive is no text; the texts in it are decoded one by one.
    let is_text = format != Format::Docx;
    let text = decode::decode(if is_text { bytes } else { &[] }, label.as_deref())?;
    let whole = |document| Documents(Box::new(std::iter::once(Ok(document))));
    Ok(match format {
        Format::Plain => whole(plain::read(text.into_owned(), options.paragraphs)),
        Format::Markdown => whole(markdown::read(text.into_owned(), options.paragraphs)),
        Format::Html => whole(html::read(text.into_owned())),
        Format::Docx => docx::read(bytes)?,
        Format::Tsv | Format::Csv => {
            let (table, cursor) = table::Table::of(&text, format == Format::Csv)?;
            Documents(Box::new(Grouped::new(text, table, cursor)))
        }
        Format::Json => keyed::json(&text).documents(text.into_owned()),
        Format::Yaml => keyed::yaml(&text).documents(text.into_owned()),
        Format::Toml => keyed::toml(&text).documents(text.into_owned()),
        Format::Fluent => keyed::fluent(&text).documents(text.into_owned()),
        Format::Properties => keyed::properties(&text).documents(text.into_owned()),
        Format::Strings => keyed::strings(&text).documents(text.into_owned()),
        Format::Po => po::read(&text).documents(text.into_owned()),
        Format::Srt | Format::Vtt => subtitles::cues(&text).documents(text.into_owned()),
        Format::Ass => subtitles::ass(&text).documents(text.into_owned()),
        Format::Xml => xml::read(&text)?.documents(text.into_owned()),
        Format::Jsonl => Documents(Box::new(Grouped::new(text, jsonl::Jsonl, Cursor::START))),
    })
}
