//! Rows with commas between the cells, which spreadsheets open: with the mark of UTF-8, without
//! which they take Chinese for something else, and with nothing that they would run.

use super::cells::{self, Row};
use super::places::Places;
use super::{Page, Settings, Sheet, Tally};
use crate::error::Error;
use crate::finding::Language;
use std::io::{self, Write};

/// A row a finding.
pub(super) struct Csv {
    language: Language,
    is_begun: bool,
}

impl Csv {
    pub(super) fn new(settings: &Settings) -> Self {
        Self { language: settings.language, is_begun: false }
    }

    fn write(&mut self, rows: impl Iterator<Item = Row>, out: &mut dyn Write) -> io::Result<()> {
        if !self.is_begun {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let mut writer = csv::Writer::from_writer(out);
        if !self.is_begun {
            writer.write_record(cells::heads(self.language))?;
            self.is_begun = true;
        }
        for row in rows {
            writer.write_record(record(row, self.language))?;
        }
        writer.flush()
    }
}

impl Sheet for Csv {
    fn document(&mut self, page: Page, out: &mut dyn Write) -> io::Result<()> {
        let places = Places::of(page.document);
        self.write(cells::rows(page, &places, self.language), out)
    }

    fn finish(&mut self, _: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        self.write(errors.iter().map(cells::unread), out)
    }
}

fn record(row: Row, language: Language) -> [String; 10] {
    let (target, severity) = (row.marked(), row.severity(language).to_owned());
    let cells = [
        row.file,
        row.id,
        row.line.to_string(),
        row.source,
        target,
        row.finding,
        severity,
        row.check.to_owned(),
        row.suggestion,
        String::new(),
    ];
    cells.map(defused)
}

/// A cell that a spreadsheet takes for a text, whatever it begins with.
fn defused(cell: String) -> String {
    let is_run = |c: char| "=+-@＝＋－＠".contains(c);
    if cell.trim_start().starts_with(is_run) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::defused;

    #[test]
    fn a_formula_is_a_text() {
        for cell in ["=cmd()", "+1", "-1", "@a", "\n=1", " =1", "＝1"] {
            assert_eq!(defused(cell.to_owned()), format!("'{cell}"));
        }
        for cell in ["a=1", "他=她", "", "'=1"] {
            assert_eq!(defused(cell.to_owned()), cell);
        }
    }
}
