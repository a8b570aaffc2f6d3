//! The parts of the archive that a .docx is.

use crate::error::Error;
use crate::formats::encode::Coding;
use crate::formats::{Format, declared, decode};
use std::io::{Cursor, Read, Write};
use zip::result::ZipError;
use zip::{ZipArchive, ZipWriter};

/// So many bytes may all the parts that are read have: a book of ten million characters.
const MOST: u64 = 256 << 20;

/// A part of more than [`SMALL`] bytes may be so many times as large as it is in the archive.
/// Word's own files hardly ever come to fifty.
const RATIO: u64 = 250;
const SMALL: u64 = 4 << 20;

const SAVE_AGAIN: &str = "open it in a word processor and save it again as .docx";

/// An archive that is being read.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// So many bytes more may be read.
    left: u64,
}

impl<'b> Archive<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Result<Self, Error> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
            Error::new(format!("this is no .docx: {}", reason(&error))).help(SAVE_AGAIN)
        })?;
        Ok(Self { zip, left: MOST })
    }

    /// The parts in the folder `word` whose names begin so, in the order of their numbers.
    pub(super) fn parts(&self, start: &str) -> Vec<String> {
        let number = |name: &str| {
            let number = name.strip_prefix("word/")?.strip_prefix(start)?.strip_suffix(".xml")?;
            if number.is_empty() { Some(0) } else { number.parse::<u32>().ok() }
        };
        let names = self.zip.file_names().flatten();
        let numbered = names.filter_map(|name| Some((number(&name)?, name.into_owned())));
        let mut found: Vec<(u32, String)> = numbered.collect();
        found.sort();
        found.into_iter().map(|(_, name)| name).collect()
    }

    /// The text of a part.
    pub(super) fn read(&mut self, name: &str) -> Result<String, Error> {
        let bytes = self.bytes(name)?;
        let label = declared::declared(Format::Xml, &bytes);
        let text = decode::decode(&bytes, label.as_deref()).map_err(|error| error.path(name))?;
        Ok(text.into_owned())
    }

    /// The archive with other texts in some of its parts. The other parts are copied as they are
    /// packed.
    pub(super) fn with(mut self, texts: &[(String, &str)]) -> Result<Vec<u8>, Error> {
        let mut made = ZipWriter::new(Cursor::new(vec![]));
        made.set_raw_comment(self.zip.comment().into()).map_err(|error| unwritten(&error))?;
        for nth in 0..self.zip.len() {
            let part = self.zip.by_index_raw(nth).map_err(|error| unwritten(&error))?;
            let name = part.name().map_err(|error| unwritten(&error))?.into_owned();
            let Some((_, text)) = texts.iter().find(|(it, _)| *it == name) else {
                made.raw_copy_file(part).map_err(|error| unwritten(&error))?;
                continue;
            };
            let options = part.options();
            drop(part);
            let old = self.bytes(&name)?;
            let label = declared::declared(Format::Xml, &old);
            let coding = Coding::of(&old, label.as_deref())?;
            made.start_file(&*name, options).map_err(|error| unwritten(&error))?;
            let new = coding.encode(text).ok_or_else(|| lost(&name))?;
            made.write_all(&new).map_err(|error| unwritten(&error.into()))?;
        }
        Ok(made.finish().map_err(|error| unwritten(&error))?.into_inner())
    }

    fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Error> {
        let fails = |what: String| Error::new(format!("{name}: {what}")).help(SAVE_AGAIN);
        let part = self.zip.by_name(name).map_err(|error| fails(reason(&error)))?;
        let packed = part.compressed_size();
        let most = self.left.min(SMALL.max(packed.saturating_mul(RATIO)));
        let mut bytes = vec![];
        let read = part.take(most + 1).read_to_end(&mut bytes);
        read.map_err(|error| fails(format!("the part is damaged: {error}")))?;
        let length = bytes.len() as u64;
        if length > most {
            let what = format!("the part unpacks to more than {most} bytes from {packed}");
            return Err(Error::new(format!("{name}: {what}"))
                .help("this is no usual document; save its text as a file of its own"));
        }
        self.left -= length;
        Ok(bytes)
    }
}

fn unwritten(error: &ZipError) -> Error {
    Error::new(format!("the archive cannot be written: {}", reason(error)))
}

fn lost(name: &str) -> Error {
    Error::new(format!("{name}: its encoding does not hold the text")).help(SAVE_AGAIN)
}

/// What is wrong with an archive, for people.
fn reason(error: &ZipError) -> String {
    match error {
        ZipError::FileNotFound => "the part is not there".to_owned(),
        ZipError::UnsupportedArchive(why) if why.contains("assword") => {
            "it is protected by a password".to_owned()
        }
        ZipError::InvalidArchive(_) => "it is no ZIP archive, or not a whole one".to_owned(),
        error => error.to_string(),
    }
}
