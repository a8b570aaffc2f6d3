//! Reads a table of terms from a workbook: the first sheet that is not empty, with the columns of
//! a table of text.

use super::Term;
use super::rows::{Broken, Rows};
use crate::error::Error;
use calamine::{Data, Reader, Xlsx};
use std::fmt::Display;
use std::io::{Cursor, Read, copy, sink};
use std::panic::catch_unwind;

/// So many bytes a workbook may have when it is unpacked: a small file can hold very much.
const LARGEST: u64 = 256 << 20;

/// So many columns are read; no table of terms has more.
const WIDEST: usize = 64;

/// A row of a sheet: its number from 0, and its cells.
type Row = (u32, Vec<String>);

/// The terms of a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Term>, Error> {
    check_size(bytes)?;
    // The library panics at some references that no spreadsheet has, and a file of a stranger must
    // not end the program.
    catch_unwind(|| sheets(bytes)).unwrap_or_else(|_| Err(damaged("a cell has no sound reference")))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Term>, Error> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    for sheet in book.sheet_names() {
        let rows = rows(&mut book, &sheet)?;
        if !rows.is_empty() {
            return terms(&sheet, &rows);
        }
    }
    Ok(vec![])
}

/// Unpacks the workbook once into nothing, to know how much it holds before it is kept.
fn check_size(bytes: &[u8]) -> Result<(), Error> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = LARGEST;
    for nth in 0..archive.len() {
        let part = archive.by_index(nth).map_err(damaged)?;
        left -= copy(&mut part.take(left), &mut sink()).map_err(damaged)?;
        if left == 0 {
            return Err(damaged("it is larger than 256 MB when it is unpacked"));
        }
    }
    Ok(())
}

/// The rows of a sheet that have a cell. Cells are read one by one: a sheet with one in its last
/// corner is no reason to make room for all the others.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<Row>, Error> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(damaged)?;
    let mut rows: Vec<Row> = vec![];
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let text = Data::from(cell.get_value().clone()).to_string();
        let column = column as usize;
        if text.trim().is_empty() || column >= WIDEST {
            continue;
        }
        if rows.last().is_none_or(|(last, _)| *last != row) {
            rows.push((row, vec![]));
        }
        if let Some((_, cells)) = rows.last_mut() {
            cells.resize(cells.len().max(column + 1), String::new());
            // A line break in a cell divides alternatives.
            cells[column] = text.trim().replace(['\n', '\r'], "|");
        }
    }
    rows.retain(|(_, cells)| {
        !cells.iter().find(|it| !it.is_empty()).is_some_and(|it| it.starts_with('#'))
    });
    Ok(rows)
}

fn terms(sheet: &str, rows: &[Row]) -> Result<Vec<Term>, Error> {
    let Some(((first, header), rows)) = rows.split_first() else { return Ok(vec![]) };
    let table = Rows::new(&texts(header));
    let mut table = table.map_err(|it| broken(sheet, *first, it))?;
    let mut terms = vec![];
    for (number, row) in rows {
        terms.extend(table.term(&texts(row)).map_err(|it| broken(sheet, *number, it))?);
    }
    Ok(terms)
}

fn texts(row: &[String]) -> Vec<&str> {
    row.iter().map(String::as_str).collect()
}

fn broken(sheet: &str, row: u32, it: Broken) -> Error {
    let column = u8::try_from(it.cell).unwrap_or(u8::MAX);
    let letters = match (column / 26, char::from(b'A' + column % 26)) {
        (0, last) => last.to_string(),
        (before, last) => format!("{}{last}", char::from(b'A' + (before - 1) % 26)),
    };
    let place = format!("sheet “{sheet}”, cell {letters}{}", row.saturating_add(1));
    Error::new(format!("{place}: {}", it.what)).help(it.help)
}

fn damaged(what: impl Display) -> Error {
    Error::new(format!("this workbook cannot be read: {what}"))
        .help("save it as .xlsx again, or as .tsv")
}
