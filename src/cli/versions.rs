//! The new version of an input, made while the old one is read.

use super::diff::Diff;
use super::kept::Kept;
use super::replace::{Replacement, unwritten};
use super::walk::{Input, unreadable};
use crate::error::Error;
use crate::formats::{self, Options, Patch};
use crate::text::Document;
use std::fs::Metadata;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

/// What an input was and what it becomes.
pub(super) struct Versions {
    name: String,
    options: Options,
    kept: Kept,
    to: To,
    /// The documents that changed, or what is written of a file that comes in line by line.
    state: State,
}

/// Where the new version goes.
enum To {
    Diff,
    Standard,
    File(PathBuf, Metadata),
}

enum State {
    Whole(Vec<Patch>),
    Lines(Lines),
}

/// A file that comes in line by line, and is written on.
struct Lines {
    /// The byte behind the mark of the byte order that comes next.
    at: u64,
    is_changed: bool,
    out: Out,
}

enum Out {
    Diff(Box<Diff<'static>>),
    Standard(io::Stdout),
    File(Box<Replacement>),
}

impl Versions {
    pub(super) fn of(
        input: &Input,
        name: &str,
        options: &Options,
        is_diff: bool,
        kept: Kept,
    ) -> Result<Self, Error> {
        let to = match input {
            _ if is_diff => To::Diff,
            Input::Standard => To::Standard,
            Input::File(path) | Input::Pair { target: path, .. } => {
                let before = path.metadata().map_err(|error| unreadable(path, &error))?;
                To::File(path.clone(), before)
            }
        };
        let (name, options) = (name.to_owned(), options.clone());
        Ok(Self { name, options, kept, to, state: State::Whole(vec![]) })
    }

    /// Begins, once it is known how the file begins.
    pub(super) fn begin(&mut self, head: &[u8]) -> Result<(), Error> {
        if !formats::comes_in_lines(&self.name, head, &self.options) {
            return Ok(());
        }
        let mut out = match &self.to {
            To::Diff => Out::Diff(Box::new(diff(&self.name))),
            To::Standard => Out::Standard(io::stdout()),
            To::File(path, before) => Out::File(Box::new(Replacement::of(path, before.clone())?)),
        };
        if head.starts_with(MARK) {
            let copied = self.kept.take(MARK.len(), |bytes| out.mark(bytes));
            copied.map_err(|error| unsent(&error))?;
        }
        self.state = State::Lines(Lines { at: 0, is_changed: false, out });
        Ok(())
    }

    /// The next document, before and after.
    pub(super) fn document(&mut self, old: &Document, new: &Document) -> Result<(), Error> {
        if old.raw == new.raw {
            return Ok(());
        }
        let (start, length) = (old.start, old.raw.len());
        match &mut self.state {
            State::Whole(patches) => patches.push(Patch { start, length, raw: new.raw.clone() }),
            State::Lines(lines) => {
                let written = lines.change(&self.kept, old, &new.raw);
                written.map_err(|error| unsent(&error))?;
            }
        }
        Ok(())
    }

    /// Writes what is left.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        match std::mem::replace(&mut self.state, State::Whole(vec![])) {
            State::Lines(lines) => self.end(lines),
            State::Whole(patches) => self.whole(&patches),
        }
    }

    fn end(&self, mut lines: Lines) -> Result<(), Error> {
        lines.copy(&self.kept, usize::MAX).map_err(|error| unsent(&error))?;
        match lines.out {
            Out::Diff(diff) => diff.finish().map_err(|error| unsent(&error)),
            Out::Standard(mut out) => out.flush().map_err(|error| unsent(&error)),
            Out::File(file) if lines.is_changed => file.finish(),
            Out::File(_) => Ok(()),
        }
    }

    fn whole(&self, patches: &[Patch]) -> Result<(), Error> {
        let old = self.kept.bytes();
        let is_changed = !patches.is_empty();
        let new = if is_changed {
            formats::rewrite(&self.name, &old, patches, &self.options)?
        } else {
            old.clone()
        };
        match &self.to {
            To::Standard => io::stdout().write_all(&new).map_err(|error| unsent(&error)),
            _ if !is_changed => Ok(()),
            To::Diff => {
                let text = |bytes| formats::text_of(&self.name, bytes, &self.options);
                let mut diff = diff(&self.name);
                diff.change(&text(&old)?, &text(&new)?);
                diff.finish().map_err(|error| unsent(&error))
            }
            To::File(path, before) => {
                let mut file = Replacement::of(path, before.clone())?;
                file.write_all(&new).map_err(|error| unwritten(path, &error))?;
                file.finish()
            }
        }
    }
}

fn unsent(error: &io::Error) -> Error {
    Error::new(format!("the fixed text cannot be written: {error}"))
}

/// UTF-8's mark of the byte order.
const MARK: &[u8] = b"\xef\xbb\xbf";

fn diff(name: &str) -> Diff<'static> {
    Diff::new(name, io::stdout().is_terminal(), Box::new(io::stdout()))
}

impl Lines {
    fn copy(&mut self, kept: &Kept, count: usize) -> io::Result<()> {
        let mut same = vec![];
        kept.take(count, |bytes| {
            same.extend_from_slice(bytes);
            Ok(())
        })?;
        self.at += same.len() as u64;
        self.out.same(&same)
    }

    fn change(&mut self, kept: &Kept, old: &Document, new: &str) -> io::Result<()> {
        let before = usize::try_from(old.start - self.at).unwrap_or(usize::MAX);
        self.copy(kept, before)?;
        kept.take(old.raw.len(), |_| Ok(()))?;
        self.at += old.raw.len() as u64;
        self.is_changed = true;
        self.out.change(&old.raw, new)
    }
}

impl Out {
    fn mark(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Diff(_) => Ok(()),
            _ => self.same(bytes),
        }
    }

    fn same(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Diff(diff) => diff.same(&String::from_utf8_lossy(bytes)),
            Self::Standard(out) => out.write_all(bytes),
            Self::File(file) => file.write_all(bytes),
        }
    }

    fn change(&mut self, old: &str, new: &str) -> io::Result<()> {
        match self {
            Self::Diff(diff) => {
                diff.change(old, new);
                Ok(())
            }
            Self::Standard(out) => out.write_all(new.as_bytes()),
            Self::File(file) => file.write_all(new.as_bytes()),
        }
    }
}
