use super::decode::bad_line;
use crate::error::Error;
use std::io::{self, Read};

/// A file of lines that comes in piece by piece, so that no more of it than a piece is kept.
pub(super) struct Feed {
    input: Box<dyn Read + Send>,
    /// What was read and not handed out.
    left: Vec<u8>,
    /// In so many bytes of it no line ends.
    searched: usize,
    size: u64,
    ended: bool,
}

/// Whole lines of a file.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// The lines. One that is no text is blank and as long as it is in the file, so that the others
    /// keep their numbers and their places.
    pub(super) text: String,
    /// What is wrong with such lines.
    pub(super) errors: Vec<Error>,
}

/// A line may have so many bytes.
const LONGEST: usize = 1 << 30;

impl Feed {
    /// A feed of about `size` bytes at a time, of which the first were read already.
    pub(super) fn new(input: Box<dyn Read + Send>, read: Vec<u8>, size: u64) -> Self {
        Self { input, left: read, searched: 0, size, ended: false }
    }

    /// The next lines, the first of which has this number; none at the end.
    pub(super) fn next(&mut self, first_line: u32) -> Result<Option<Piece>, Error> {
        loop {
            let end = self.left[self.searched..].iter().rposition(|it| *it == b'\n');
            if let Some(end) = end {
                let rest = self.left.split_off(self.searched + end + 1);
                self.searched = rest.len();
                let lines = std::mem::replace(&mut self.left, rest);
                return Ok(Some(Piece::of(lines, first_line)));
            }
            self.searched = self.left.len();
            if self.ended {
                self.searched = 0;
                let last = std::mem::take(&mut self.left);
                return Ok((!last.is_empty()).then(|| Piece::of(last, first_line)));
            }
            self.read().inspect_err(|_| self.end())?;
        }
    }

    fn read(&mut self) -> Result<(), Error> {
        if self.left.len() > LONGEST {
            return Err(Error::new("a line of more than 1 GB").help("split it into rows"));
        }
        let read = self.input.by_ref().take(self.size).read_to_end(&mut self.left);
        self.ended = read.map_err(|error| broken_off(&error))? == 0;
        Ok(())
    }

    /// Nothing comes after an error of the whole file.
    fn end(&mut self) {
        self.left.clear();
        (self.searched, self.ended) = (0, true);
    }
}

/// The error of a file that cannot be read to its end.
pub(super) fn broken_off(error: &io::Error) -> Error {
    Error::new(format!("this file cannot be read: {error}"))
}

impl Piece {
    fn of(bytes: Vec<u8>, first_line: u32) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => Self { text, errors: vec![] },
            Ok(text) => Self::mended(text.as_bytes(), first_line),
            Err(error) => Self::mended(error.as_bytes(), first_line),
        }
    }

    /// The lines that are text, and what is wrong with the others.
    fn mended(bytes: &[u8], first_line: u32) -> Self {
        let mut piece = Self::default();
        for (line, number) in bytes.split_inclusive(|it| *it == b'\n').zip(first_line..) {
            match std::str::from_utf8(line) {
                Ok(text) if !text.contains('\0') => piece.text.push_str(text),
                _ => {
                    piece.errors.push(bad_line(line, number));
                    let length = line.strip_suffix(b"\n").unwrap_or(line).len();
                    piece.text.extend(std::iter::repeat_n(' ', length));
                    piece.text.extend(line.ends_with(b"\n").then_some('\n'));
                }
            }
        }
        piece
    }
}
