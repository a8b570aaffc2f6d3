use super::csv;
use super::gather::Gather;
use super::rows::{Cursor, Row, Rows};
use crate::error::Error;
use crate::text::{Segment, Text, line_ranges};
use std::ops::Range;

/// A table of units: TSV, whose cells are what stands between tabs, or CSV.
///
/// TSV has no quotes and no escapes: what stands in the file is the text, a backslash too.
/// An empty cell in the columns of ids, sources and documents says that there is none; an empty
/// target is a target.
pub(super) struct Table {
    is_csv: bool,
    /// Whether an unclosed quote was met. From then on no cell goes over the end of its line:
    /// each later row might run on to the end of the file in vain.
    is_torn: bool,
    columns: Columns,
}

/// The cells of a row; the origins of their texts count from its first byte.
#[derive(Debug)]
pub(super) struct Cells {
    pub(super) span: Range<usize>,
    pub(super) cells: Vec<Cell>,
}

#[derive(Debug)]
pub(super) struct Cell {
    pub(super) text: Text,
    /// The cell's first byte in the file.
    pub(super) start: usize,
}

/// Which column is which, and how many there are.
#[derive(Clone, Copy, Debug, Default)]
struct Columns {
    id: Option<usize>,
    source: Option<usize>,
    target: usize,
    document: Option<usize>,
    count: usize,
}

/// The names of columns, in small letters.
const ID: &[&str] = &["id", "key", "编号", "編號"];
const SOURCE: &[&str] = &["source", "src", "original", "原文", "源文"];
const TARGET: &[&str] = &["target", "tgt", "translation", "译文", "譯文", "翻译", "翻譯"];
const DOCUMENT: &[&str] = &["document", "doc", "文档", "文件"];

const NAME_THEM: &str =
    "name the columns in the first row: target, and if there are any id, source, document";

impl Columns {
    /// The columns that a first row names, if it names a target.
    fn named(cells: &[Cell]) -> Option<Self> {
        let names: Vec<String> =
            cells.iter().map(|cell| cell.text.as_str().trim().to_lowercase()).collect();
        let find = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
        let target = find(TARGET)?;
        let (id, source, document) = (find(ID), find(SOURCE), find(DOCUMENT));
        Some(Self { id, source, target, document, count: cells.len() })
    }

    /// The columns of a table without names: target; source, target; id, source, target.
    fn counted(count: usize) -> Option<Self> {
        let (id, source) = match count {
            1 => (None, None),
            2 => (None, Some(0)),
            3 => (Some(0), Some(1)),
            _ => return None,
        };
        Some(Self { id, source, target: count - 1, document: None, count })
    }

    fn segment(self, mut cells: Vec<Cell>) -> (Option<String>, Segment) {
        let mut take = |at: usize| std::mem::take(&mut cells[at].text);
        let target = take(self.target);
        let source = self.source.map(&mut take).filter(|text| !text.as_str().is_empty());
        let mut name = |at: Option<usize>| {
            let text = at.map(&mut take)?;
            let name = text.as_str().trim();
            (!name.is_empty()).then(|| name.to_owned())
        };
        let (id, document) = (name(self.id), name(self.document));
        (document, Segment { id, source, target, ..Segment::default() })
    }
}

impl Table {
    /// The table of a text, and where its rows begin: after the row of names, if there is one.
    pub(super) fn of(text: &str, is_csv: bool) -> Result<(Self, Cursor), Error> {
        let mut table = Self { is_csv, is_torn: false, columns: Columns::default() };
        let mut after = Cursor::START;
        let Some((first, line)) = table.cells(text, &mut after).transpose()? else {
            return Ok((table, after));
        };
        if let Some(columns) = Columns::named(&first.cells) {
            table.columns = columns;
            return Ok((table, after));
        }
        let count = first.cells.len();
        table.columns = Columns::counted(count).ok_or_else(|| {
            let what = format!("{count} columns, and no names that tell which is which");
            error(text, first.span.start, (first.span.start, line), &what).help(NAME_THEM)
        })?;
        Ok((table, Cursor::START))
    }

    /// The cells of the next row that is not blank, and the number of its first line.
    fn cells(&mut self, text: &str, cursor: &mut Cursor) -> Option<Result<(Cells, u32), Error>> {
        loop {
            let row = *cursor;
            let (line, number) = cursor.take_line(text)?;
            if is_blank(&text[line.clone()], self.is_csv) {
                continue;
            }
            if !self.is_csv {
                return Some(Ok((tabbed(text, line), number)));
            }
            let end = if self.is_torn { line.end } else { text.len() };
            return Some(match csv::row(&text[..end], row.at) {
                Ok(cells) => {
                    while cursor.at < cells.span.end {
                        cursor.take_line(text);
                    }
                    Ok((cells, number))
                }
                Err(broken) => {
                    self.is_torn |= broken.is_open || broken.byte > line.end;
                    Err(error(text, broken.byte, (row.at, number), broken.what())
                        .help("put the cell in quotation marks, and double those inside it"))
                }
            });
        }
    }

    fn row(&self, text: &str, row: Cells, line: u32) -> Result<Row, Error> {
        let (count, needed) = (row.cells.len(), self.columns.count);
        if count != needed {
            let byte = row.cells.get(needed).map_or(row.span.end, |cell| cell.start);
            let columns = if count == 1 { "column" } else { "columns" };
            let what = format!("{count} {columns}, where the first row has {needed}");
            let mark = if self.is_csv { "comma" } else { "tab" };
            return Err(error(text, byte, (row.span.start, line), &what)
                .help(format!("look for a {mark} too many or too few")));
        }
        let (document, segment) = self.columns.segment(row.cells);
        Ok(Row { span: row.span, line, document, segment })
    }
}

impl Rows for Table {
    fn next(&mut self, text: &str, cursor: &mut Cursor) -> Option<Result<Row, Error>> {
        let cells = self.cells(text, cursor)?;
        Some(cells.and_then(|(cells, line)| self.row(text, cells, line)))
    }
}

fn is_blank(line: &str, is_csv: bool) -> bool {
    line.trim().is_empty() && (is_csv || !line.contains('\t'))
}

fn tabbed(text: &str, line: Range<usize>) -> Cells {
    let mut start = line.start;
    let mut cells = vec![];
    for part in text[line.clone()].split('\t') {
        let mut gather = Gather::from(start - line.start);
        gather.copy(part, start - line.start);
        cells.push(Cell { text: gather.finish(), start });
        start += part.len() + 1;
    }
    Cells { span: line, cells }
}

/// The error of a `byte` of the text; of its row the first byte and the number of the first line
/// are known.
fn error(text: &str, byte: usize, (row, number): (usize, u32), what: &str) -> Error {
    let lines = || line_ranges(&text[row..byte]).zip(number..);
    let (start, line) = lines().last().map_or((row, number), |(last, n)| (row + last.start, n));
    let column = u32::try_from(text[start..byte].chars().count() + 1).unwrap_or(u32::MAX);
    let shown = line_ranges(&text[start..]).next().unwrap_or_default();
    Error::new(what).at(line, column).line(&text[start..][shown])
}
