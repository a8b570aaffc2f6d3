//! Reads a table of terms: a header, then a term a line.

use super::Term;
use crate::error::Error;
use crate::text::fold;
use csv::{ReaderBuilder, StringRecord};

const COLUMNS: [&str; 12] = [
    "source",
    "target",
    "zh-Hans",
    "zh-Hant-TW",
    "zh-Hant-HK",
    "forbidden",
    "needs",
    "beside",
    "unless",
    "keep",
    "case",
    "note",
];

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
        let columns = self.columns(&header.map_err(|error| unread(&error))?)?;
        let term = |record: csv::Result<StringRecord>| {
            self.term(&columns, &record.map_err(|error| unread(&error))?)
        };
        records.map(term).collect()
    }

    /// What each column holds; none where it is nothing of ours.
    fn columns(self, header: &StringRecord) -> Result<Vec<Option<&'static str>>, Error> {
        let mut columns = vec![];
        for (nth, name) in header.iter().enumerate() {
            let known = COLUMNS.into_iter().find(|it| it.eq_ignore_ascii_case(name.trim()));
            if let Some(near) = known.is_none().then(|| near_column(name.trim())).flatten() {
                let what = format!("there is no column `{}`", name.trim());
                return Err(self.broken(header, nth, what, &format!("did you mean `{near}`?")));
            }
            if known.is_some() && columns.contains(&known) {
                let what = format!("the column `{}` is there twice", name.trim());
                return Err(self.broken(header, nth, what, "keep one of the two"));
            }
            columns.push(known);
        }
        if columns.iter().flatten().any(|it| ["source", "forbidden"].contains(it)) {
            return Ok(columns);
        }
        let help = format!("the first line names the columns, of these: {}", COLUMNS.join(", "));
        Err(self.broken(header, 0, "neither `source` nor `forbidden` is a column".into(), &help))
    }

    fn term(self, columns: &[Option<&str>], record: &StringRecord) -> Result<Term, Error> {
        if record.len() > columns.len() {
            let what = format!("a cell too many: the header has {} columns", columns.len());
            let help = "put `|` between renderings, and quote a CSV cell that has a comma";
            return Err(self.broken(record, columns.len(), what, help));
        }
        if let Some(nth) = record.iter().position(|cell| cell.contains('\n')) {
            let what = "a quotation mark opens here and does not close in its line".into();
            return Err(self.broken(
                record,
                nth,
                what,
                "close it, or write it twice for the mark itself",
            ));
        }
        let mut term = Term::default();
        let mut targets = vec![];
        for (nth, (column, cell)) in columns.iter().zip(record).enumerate() {
            match column {
                Some("target") => targets = list(cell),
                Some(column) => fill(&mut term, column, cell).map_err(|()| {
                    let what = format!("`{}` is neither yes nor no", cell.trim());
                    self.broken(record, nth, what, "write yes, or leave the cell empty")
                })?,
                None => {}
            }
        }
        term.set_targets(&targets);
        self.sound(columns, record, term)
    }

    fn sound(
        self,
        columns: &[Option<&str>],
        record: &StringRecord,
        term: Term,
    ) -> Result<Term, Error> {
        let column = |name| columns.iter().position(|it| *it == Some(name)).unwrap_or(0);
        if term.names.is_empty() && term.forbidden.is_empty() {
            let help = "fill `source` or `forbidden`, or start the line with # to leave it out";
            return Err(self.broken(
                record,
                column("source"),
                "this line names no term".into(),
                help,
            ));
        }
        let accepts = |text: &&String| term.all_renderings().any(|it| same(it, text));
        if let Some(text) = term.forbidden.iter().find(accepts) {
            let what = format!("“{text}” is both a rendering and forbidden");
            return Err(self.broken(
                record,
                column("forbidden"),
                what,
                "take it out of one of them",
            ));
        }
        Ok(term)
    }

    fn broken(self, record: &StringRecord, cell: usize, what: String, help: &str) -> Error {
        let first = record.position().map_or(1, csv::Position::line);
        let first = usize::try_from(first).unwrap_or(1) - 1;
        // The reader's place is before the comments and blank lines that it skipped.
        let mut lines = self.text.lines().enumerate().skip(first);
        let (number, line) = lines
            .find(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .unwrap_or((first, ""));
        let number = u32::try_from(number + 1).unwrap_or(u32::MAX);
        Error::new(what).at(number, self.start_of(line, cell)).line(line).help(help)
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

fn fill(term: &mut Term, column: &str, cell: &str) -> Result<(), ()> {
    match column {
        "source" => term.names = list(cell),
        "zh-Hans" => term.hans = list(cell),
        "zh-Hant-TW" => term.taiwan = list(cell),
        "zh-Hant-HK" => term.hong_kong = list(cell),
        "forbidden" => term.forbidden = list(cell),
        "needs" => term.needs = list(cell),
        "beside" => term.beside = list(cell),
        "unless" => term.unless = list(cell),
        "keep" => term.keep = yes(cell)?,
        "case" => term.case = yes(cell)?,
        _ => cell.trim().clone_into(&mut term.note),
    }
    Ok(())
}

fn same(a: &str, b: &str) -> bool {
    a.chars().map(fold).eq(b.chars().map(fold))
}

fn list(cell: &str) -> Vec<String> {
    cell.split('|').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn yes(cell: &str) -> Result<bool, ()> {
    match cell.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "是" => Ok(true),
        "" | "no" | "n" | "false" | "0" | "否" => Ok(false),
        _ => Err(()),
    }
}

/// The column that a name was meant for: one slip away from it.
fn near_column(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let near = |it: &&str| strsim::osa_distance(&it.to_lowercase(), &name) <= it.len().div_ceil(5);
    COLUMNS.into_iter().find(near)
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
