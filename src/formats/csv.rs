use super::gather::Gather;
use super::table::{Cell, Cells};
use std::ops::Range;

/// A quotation mark that breaks a row.
#[derive(Debug)]
pub(super) struct Broken {
    /// Where in the text the row goes wrong.
    pub(super) byte: usize,
    /// Whether the mark was opened and never closed; else text goes on after a closing one.
    pub(super) is_open: bool,
}

impl Broken {
    pub(super) fn what(&self) -> &'static str {
        if self.is_open {
            "a quotation mark is opened and never closed"
        } else {
            "text goes on after a closing quotation mark"
        }
    }
}

/// Reads the row that begins at the byte `start`, by RFC 4180: a quoted cell may hold commas,
/// line ends and doubled quotes. A quote that does not begin a cell is a character like others,
/// since Chinese text has many of them.
pub(super) fn row(text: &str, start: usize) -> Result<Cells, Broken> {
    let mut cells = vec![];
    let mut at = start;
    loop {
        let (cell, after) = if text[at..].starts_with('"') {
            quoted(text, at, start)?
        } else {
            bare(text, at, start)
        };
        cells.push(cell);
        if !text[after..].starts_with(',') {
            return Ok(Cells { span: start..after, cells });
        }
        at = after + 1;
    }
}

fn bare(text: &str, at: usize, row: usize) -> (Cell, usize) {
    let length = text[at..].find([',', '\n', '\r']).unwrap_or(text.len() - at);
    let mut gather = Gather::from(at - row);
    gather.copy(&text[at..at + length], at - row);
    (Cell { text: gather.finish(), start: at }, at + length)
}

/// A quoted cell and the byte after its closing quote; `open` is that of its opening quote.
fn quoted(text: &str, open: usize, row: usize) -> Result<(Cell, usize), Broken> {
    let mut at = open + 1;
    let mut gather = Gather::from(at - row);
    loop {
        let Some(length) = text[at..].find('"') else {
            return Err(Broken { byte: open, is_open: true });
        };
        let quote = at + length;
        gather.copy_cell(&text[at..quote], at - row);
        if !text[quote + 1..].starts_with('"') {
            let cell = Cell { text: gather.finish(), start: open };
            return closed(text, quote + 1).map(|after| (cell, after));
        }
        gather.escape('"', in_row(quote..quote + 2, row));
        at = quote + 2;
    }
}

fn in_row(span: Range<usize>, row: usize) -> Range<usize> {
    span.start - row..span.end - row
}

/// The byte after a quoted cell, which must be the end of the cell.
fn closed(text: &str, after: usize) -> Result<usize, Broken> {
    let is_end = text[after..].is_empty() || text[after..].starts_with([',', '\n', '\r']);
    if is_end { Ok(after) } else { Err(Broken { byte: after, is_open: false }) }
}

#[cfg(test)]
mod tests {
    use super::row;
    use crate::text::Span;

    #[test]
    fn quotes_are_undone_and_origins_kept() {
        let text = "前\n1,\"他說\"\"好\"\"，走了\r\n再來\",\"\"\n";
        let start = text.find('1').expect("is there");
        let found = row(text, start).expect("is a row");
        let texts: Vec<_> = found.cells.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(texts, ["1", "他說\"好\"，走了 \n再來", ""]);
        let cell = &found.cells[1].text;
        let raw = |part: &str| {
            let at = cell.as_str().find(part).expect("is there");
            &text[start..][cell.in_raw(Span::from(at..at + part.len())).range()]
        };
        assert_eq!((raw("\"好\""), raw("再來"), raw("\n")), ("\"\"好\"\"", "再來", "\n"));
        assert_eq!(&text[found.span.end..], "\n");
    }

    #[test]
    fn a_quote_inside_a_bare_cell_is_a_character() {
        let found = row("他說\"好\",x", 0).expect("is a row");
        assert_eq!(found.cells[0].text.as_str(), "他說\"好\"");
    }

    #[test]
    fn broken_quotes_are_named() {
        assert_eq!(row("a,\"b\nc", 0).expect_err("is open").byte, 2);
        assert_eq!(row("\"b\"c,d", 0).expect_err("goes on").byte, 3);
    }
}
