use super::feed::Feed;
use crate::error::Error;
use crate::text::{Document, Kind, Paragraph, Segment, Text};
use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

/// Reads the rows of a text one after the other.
pub(super) trait Rows {
    /// The next row at or after the cursor, which is moved behind it.
    fn next(&mut self, text: &str, cursor: &mut Cursor) -> Option<Result<Row, Error>>;
}

/// How far a reader of rows has come.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor {
    /// The next byte, always the first one of a line.
    pub(super) at: usize,
    /// The number of its line, from 1.
    pub(super) line: u32,
}

impl Cursor {
    pub(super) const START: Self = Self { at: 0, line: 1 };

    /// The line that begins here, without its end, and its number; the cursor moves to the next.
    pub(super) fn take_line(&mut self, text: &str) -> Option<(Range<usize>, u32)> {
        let start = self.at;
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let ending = if rest[length..].starts_with("\r\n") { 2 } else { 1 };
        let number = self.line;
        self.at = (start + length + ending).min(text.len());
        self.line += 1;
        Some((start..start + length, number))
    }
}

/// One row of a file.
#[derive(Debug)]
pub(super) struct Row {
    /// Where the row stands in the file.
    pub(super) span: Range<usize>,
    /// The number of its first line.
    pub(super) line: u32,
    /// The key of the document that it belongs to.
    pub(super) document: Option<String>,
    /// The unit; its origins count from the row's first byte.
    pub(super) segment: Segment,
}

/// The documents of a file of rows: rows with one `document` key that follow each other are one,
/// a row without the key is one of its own.
///
/// A row that cannot be read comes out as soon as it is met, before the document that it stands
/// in, which goes on after it.
pub(super) struct Grouped<'b, R> {
    /// What is in hand of the file: the whole of it, or the open document and the lines after it.
    text: Cow<'b, str>,
    rows: R,
    cursor: Cursor,
    open: Option<Open>,
    /// Where more of the file comes from.
    feed: Option<Feed>,
    /// What is to be told next.
    errors: VecDeque<Error>,
    /// So many bytes of the file were before what is in hand.
    gone: u64,
}

/// A document has no more bytes than this: what comes after them is the next one.
const LARGEST: usize = 1 << 30;

/// A document whose rows are still coming in.
struct Open {
    key: Option<String>,
    span: Range<usize>,
    first_line: u32,
    paragraphs: Vec<Paragraph>,
}

impl<'b, R: Rows> Grouped<'b, R> {
    pub(super) fn new(text: Cow<'b, str>, rows: R, cursor: Cursor) -> Self {
        Self { text, rows, cursor, open: None, feed: None, errors: VecDeque::new(), gone: 0 }
    }

    /// The same where more of the file comes in piece by piece.
    pub(super) fn fed(self, feed: Feed, errors: Vec<Error>) -> Self {
        Self { feed: Some(feed), errors: errors.into(), ..self }
    }

    /// Puts the next piece behind what is still needed; says whether there was one.
    fn go_on(&mut self) -> bool {
        let Some(feed) = &mut self.feed else { return false };
        let piece = match feed.next(self.cursor.line) {
            Ok(Some(piece)) => piece,
            Ok(None) => return false,
            Err(error) => {
                self.errors.push_back(error);
                return false;
            }
        };
        let done = self.open.as_ref().map_or(self.text.len(), |open| open.span.start);
        let text = self.text.to_mut();
        text.drain(..done);
        text.push_str(&piece.text);
        self.cursor.at -= done;
        self.gone += done as u64;
        if let Some(open) = &mut self.open {
            open.span = open.span.start - done..open.span.end - done;
        }
        self.errors.extend(piece.errors);
        true
    }

    /// Adds a row to the open document, or opens its own; gives the one that it closes.
    fn add(&mut self, row: Row) -> Option<Document> {
        let same = |open: &&mut Open| {
            row.document.is_some()
                && open.key == row.document
                && row.span.end - open.span.start < LARGEST
        };
        if let Some(open) = self.open.as_mut().filter(same) {
            let before = row.span.start - open.span.start;
            open.paragraphs.push(cell(row.segment, before));
            open.span.end = row.span.end;
            return None;
        }
        let closed = self.close();
        self.open = Some(Open {
            key: row.document,
            span: row.span,
            first_line: row.line,
            paragraphs: vec![cell(row.segment, 0)],
        });
        closed
    }

    fn close(&mut self) -> Option<Document> {
        let Open { span, first_line, paragraphs, .. } = self.open.take()?;
        let start = self.gone + span.start as u64;
        let raw = self.text[span].to_owned();
        Some(Document { raw, start, first_line, paragraphs, ..Document::default() })
    }
}

/// A row as a paragraph; `before` bytes of its document stand before it.
fn cell(segment: Segment, before: usize) -> Paragraph {
    let before = u32::try_from(before).expect("a text over 4 GiB was refused");
    let moved = |text: Text| text.moved(before);
    let Segment { source, target, .. } = segment;
    let segment = Segment { source: source.map(moved), target: moved(target), ..segment };
    Paragraph { kind: Kind::Cell, segments: vec![segment] }
}

impl<R: Rows> Iterator for Grouped<'_, R> {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        // A row without a key waits for no other one.
        if self.open.as_ref().is_some_and(|open| open.key.is_none()) {
            return self.close().map(Ok);
        }
        loop {
            if let Some(error) = self.errors.pop_front() {
                return Some(Err(error));
            }
            match self.rows.next(&self.text, &mut self.cursor) {
                None if self.go_on() || !self.errors.is_empty() => {}
                None => return self.close().map(Ok),
                Some(Err(error)) => return Some(Err(error)),
                Some(Ok(row)) => {
                    let is_alone = row.document.is_none();
                    let closed = self.add(row);
                    if closed.is_some() {
                        return closed.map(Ok);
                    }
                    if is_alone {
                        return self.close().map(Ok);
                    }
                }
            }
        }
    }
}
