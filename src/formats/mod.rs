//! Reads bytes into documents.
//!
//! Only bytes come in: who opens files adds the path to an [`Error`]. A reader keeps for each
//! text where its bytes stood in the document's `raw`, which is the decoded file, of a file of rows
//! the lines of the document's own rows, and of an archive its parts that hold text.
//!
//! A carriage return never gets into a text. Where it ends a line with a line feed after it, the
//! pair is one line feed in running text; in a cell, whose characters people count by the file's
//! own value, it becomes a space before the line feed.

mod again;
mod block;
mod csv;
mod declared;
mod decode;
mod docx;
mod encode;
mod escape;
mod fault;
mod feed;
mod format;
mod gather;
mod guess;
mod html;
mod icu;
mod jsonl;
mod keyed;
mod markdown;
mod names;
mod pair;
mod pieces;
mod plain;
mod po;
mod remark;
mod rows;
mod subtitles;
mod table;
mod written;
mod xml;

pub use again::{Again, Patch, comes_in_lines, rewrite, text_of};
pub use format::{Format, Paragraphs};
pub use pair::{File, read_pair};

use crate::error::Error;
use crate::text::Document;
use feed::{Feed, Piece};
use rows::{Cursor, Grouped};
use std::borrow::Cow;
use std::io::Read;

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

impl Options {
    fn format_of(&self, name: &str) -> Format {
        self.format.or_else(|| Format::of_path(name)).unwrap_or_default()
    }

    /// The encoding that was told, or that the file names itself.
    fn label(&self, format: Format, bytes: &[u8]) -> Option<String> {
        self.encoding.clone().or_else(|| declared::declared(format, bytes))
    }

    fn decode<'b>(&self, format: Format, bytes: &'b [u8]) -> Result<Cow<'b, str>, Error> {
        decode::decode(bytes, self.label(format, bytes).as_deref())
    }

    fn may_come_in_lines(&self, format: Format) -> bool {
        let is_utf8 = self.encoding.as_deref().is_none_or(|it| it.eq_ignore_ascii_case("utf-8"));
        matches!(format, Format::Jsonl | Format::Tsv) && is_utf8
    }
}

/// The documents of a file, one after the other. A row that cannot be read is an error in its
/// place, and the rows after it are read nevertheless.
pub struct Documents<'b>(Box<dyn Iterator<Item = Result<Document, Error>> + Send + 'b>);

impl Documents<'_> {
    /// The same documents with their messages taken apart into what they show in each case.
    fn apart(self) -> Self {
        Self(Box::new(self.0.map(|it| it.map(icu::apart))))
    }
}

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
    whole(name, bytes, options).map(Documents::apart)
}

/// The same with messages as they are written.
fn whole<'b>(name: &str, bytes: &'b [u8], options: &Options) -> Result<Documents<'b>, Error> {
    let format = options.format_of(name);
    // An archive is no text; the texts in it are decoded one by one.
    if format == Format::Docx {
        return docx::read(bytes);
    }
    of_text(format, options.decode(format, bytes)?, options)
}

/// Reads a file as it comes in. Of JSON lines and of TSV in UTF-8 no more is kept than the open
/// document and a few megabytes; any other file is read to its end first.
///
/// # Errors
///
/// As [`read`], and if the input breaks off. In a file that is read as it comes in, a line that
/// is no text is an error in its place.
pub fn open(
    name: &str,
    input: impl Read + Send + 'static,
    options: &Options,
) -> Result<Documents<'static>, Error> {
    open_by(PIECE, name, Box::new(input), options).map(Documents::apart)
}

/// So many bytes of a file of lines are read at a time.
const PIECE: u64 = 4 << 20;

fn open_by(
    piece: u64,
    name: &str,
    mut input: Box<dyn Read + Send>,
    options: &Options,
) -> Result<Documents<'static>, Error> {
    let format = options.format_of(name);
    let mut bytes = vec![];
    if options.may_come_in_lines(format) {
        let head = input.by_ref().take(piece).read_to_end(&mut bytes);
        head.map_err(|error| feed::broken_off(&error))?;
        if bytes.len() as u64 == piece && decode::begins_as_utf8(&bytes) {
            return rows_of(format, Feed::new(input, bytes, piece));
        }
    }
    input.read_to_end(&mut bytes).map_err(|error| feed::broken_off(&error))?;
    if format == Format::Docx {
        return docx::read(&bytes);
    }
    let text = options.decode(format, &bytes)?.into_owned();
    of_text(format, Cow::Owned(text), options)
}

fn rows_of(format: Format, mut feed: Feed) -> Result<Documents<'static>, Error> {
    let Piece { mut text, errors } = feed.next(1)?.unwrap_or_default();
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    let text = Cow::Owned(text);
    Ok(if format == Format::Jsonl {
        let rows = Grouped::new(text, jsonl::Jsonl, Cursor::START);
        Documents(Box::new(rows.fed(feed, errors)))
    } else {
        let (table, cursor) = table::Table::of(&text, false)?;
        Documents(Box::new(Grouped::new(text, table, cursor).fed(feed, errors)))
    })
}

fn of_text<'b>(
    format: Format,
    text: Cow<'b, str>,
    options: &Options,
) -> Result<Documents<'b>, Error> {
    let whole = |document| Documents(Box::new(std::iter::once(Ok(document))));
    Ok(match format {
        // Only an archive that somebody decoded comes here as a text.
        Format::Plain | Format::Docx => whole(plain::read(text.into_owned(), options.paragraphs)),
        Format::Markdown => whole(markdown::read(text.into_owned(), options.paragraphs)),
        Format::Html => whole(html::read(text.into_owned())),
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

#[cfg(test)]
mod tests {
    use super::{Options, open_by, read};
    use std::io::{self, Read};

    /// Three documents of several rows each, with blank lines, a broken row and both line ends.
    fn rows() -> String {
        let row = |n: usize| {
            let document = n / 3;
            format!(
                "{{\"id\": {n}, \"document\": \"d{document}\", \"target\": \"第{n}行，他走了。\"}}"
            )
        };
        let mut rows: Vec<String> = (0..9).map(row).collect();
        rows.insert(4, "{\"target\": ".to_owned());
        rows.insert(6, String::new());
        format!("\u{feff}{}\r\n{}", rows[..5].join("\n"), rows[5..].join("\r\n"))
    }

    fn input(bytes: &[u8]) -> Box<dyn Read + Send> {
        Box::new(io::Cursor::new(bytes.to_vec()))
    }

    fn came_in(name: &str, bytes: &[u8], piece: u64) -> Vec<String> {
        let documents = open_by(piece, name, input(bytes), &Options::default());
        documents.expect("a text").map(|it| format!("{it:?}")).collect()
    }

    fn whole(name: &str, bytes: &[u8]) -> Vec<String> {
        let documents = read(name, bytes, &Options::default());
        documents.expect("a text").map(|it| format!("{it:?}")).collect()
    }

    #[test]
    fn pieces_of_any_size_make_the_same_documents() {
        let table = "id\ttarget\tdocument\n1\t他走了。\t甲\n2\t她走了。\t甲\n\n3\t走\n4\t好\t乙\n";
        for (name, text) in [("a.jsonl", rows()), ("a.tsv", table.to_owned())] {
            let all = whole(name, text.as_bytes());
            for piece in [5, 64, 100, 1 << 20] {
                assert_eq!(came_in(name, text.as_bytes(), piece), all, "{name}, {piece}");
            }
        }
    }

    #[test]
    fn a_line_that_is_no_text_is_told_and_the_others_are_read() {
        let mut bytes = rows().into_bytes();
        let at = bytes.iter().position(|it| *it == b'4').expect("is there");
        bytes[at] = 0xff;
        bytes.extend(b"\n\"\0\"\n");
        let said = came_in("a.jsonl", &bytes, 200);
        let error = |it: &&String| it.contains("is not UTF-8") || it.contains("a NUL byte");
        let places: Vec<_> = said.iter().filter(error).collect();
        assert_eq!(places.len(), 2, "{said:?}");
        assert!(places[0].contains("place: Some((6, 8))"), "{}", places[0]);
        assert!(places[1].contains("place: Some((12, 2))"), "{}", places[1]);
        assert_eq!(said.iter().filter(|it| it.starts_with("Ok")).count(), 3);
    }

    #[test]
    fn an_input_that_breaks_off_is_an_error() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("the line is dead"))
            }
        }
        let text = rows();
        let input = Box::new(io::Cursor::new(text.into_bytes()).chain(Broken));
        let documents = open_by(200, "a.jsonl", input, &Options::default()).expect("begins");
        let said: Vec<_> = documents.map(|it| format!("{it:?}")).collect();
        assert!(said.iter().any(|it| it.contains("the line is dead")), "{said:?}");
        assert!(said.last().is_some_and(|it| it.starts_with("Ok")), "{said:?}");
    }
}
