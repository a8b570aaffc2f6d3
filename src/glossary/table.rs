//! Reads a table of text: tab-separated or comma-separated.

use super::Term;
use super::rows::{Broken, Rows};
use crate::error::Error;
use csv::{ReaderBuilder, StringRecord};

/// The terms of a table that a user wrote.
pub(super) fn read(bytes: &[u8], delimiter: u8) -> Result<Vec<Term>, Error> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    Table { text, delimiter }.terms()
}

/// The terms of a table that ships; a test holds that its lines are sound.
pub(super) fn shipped(text: &str) -> Vec<Term> {
    Table { text, delimiter: b'\t' }.terms().unwrap_or_default()
}

#[derive(Clone, Copy)]
struct Table<'t> {
    text: &'t str,
    delimiter: u8,
}

impl Table<'_> {
    fn terms(self) -> Result<Vec<Term>, Error> {
        let mut reader = ReaderBuilder::new()
            .delimiter(self.delimiter)
            .quoting(self.delimiter == b',')
            .has_headers(false)
            .flexible(true)
            .comment(Some(b'#'))
            .from_reader(self.text.as_bytes());
        let mut records = reader.records();
        let Some(header) = records.next() else { return Ok(vec![]) };
        let header = header.map_err(|error| unread(&error))?;
        let rows = Rows::new(&header.iter().collect::<Vec<_>>());
        let mut rows = rows.map_err(|it| self.broken(&header, it))?;
        let mut terms = vec![];
        for record in records {
            let record = record.map_err(|error| unread(&error))?;
            let term = rows.term(&record.iter().collect::<Vec<_>>());
            terms.extend(term.map_err(|it| self.broken(&record, it))?);
        }
        Ok(terms)
    }

    fn broken(self, record: &StringRecord, it: Broken) -> Error {
        let first = record.position().map_or(1, csv::Position::line);
        let first = usize::try_from(first).unwrap_or(1) - 1;
        // The reader's place is before the comments and blank lines that it skipped.
        let mut lines = self.text.lines().enumerate().skip(first);
        let (number, line) = lines
            .find(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .unwrap_or((first, ""));
        let number = u32::try_from(number + 1).unwrap_or(u32::MAX);
        Error::new(it.what).at(number, self.start_of(line, it.cell)).line(line).help(it.help)
    }

    /// The column, counted in characters from 1, that a cell starts at.
    fn start_of(self, line: &str, cell: usize) -> u32 {
        let (mut cells, mut quoted) = (0, false);
        let mut column = 1;
        for c in line.chars() {
            if cells == cell {
                break;
            }
            quoted ^= self.delimiter == b',' && c == '"';
            cells += usize::from(!quoted && c == char::from(self.delimiter));
            column += 1;
        }
        column
    }
}

fn not_utf8(bytes: &[u8], at: usize) -> Error {
    let before = String::from_utf8_lossy(&bytes[..at]);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    let number = |it| u32::try_from(it).unwrap_or(u32::MAX);
    Error::new("this glossary is not UTF-8 from here on")
        .at(number(line), number(column))
        .help("save it as UTF-8")
}

fn unread(error: &csv::Error) -> Error {
    Error::new(format!("this table cannot be read: {error}"))
}
