//! From an input to its documents.

use super::progress::Progress;
use super::walk::{Input, slashed, unreadable};
use crate::error::Error;
use crate::formats::{self, Documents, Options};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The documents of an input, whose bytes are counted as they are read.
pub(super) fn documents(
    input: &Input,
    options: &Options,
    progress: &Progress,
) -> Result<Documents<'static>, Error> {
    documents_by(input, options, progress, |it| it)
}

/// The same where each input is read through another one.
pub(super) fn documents_by(
    input: &Input,
    options: &Options,
    progress: &Progress,
    through: impl FnOnce(Box<dyn Read + Send>) -> Box<dyn Read + Send>,
) -> Result<Documents<'static>, Error> {
    let name = input.name();
    let read = match input {
        Input::Standard => {
            formats::open(&name, through(Box::new(progress.along(io::stdin()))), options)
        }
        Input::File(path) => {
            let file = File::open(path).map_err(|error| unreadable(path, &error))?;
            formats::open(&name, through(Box::new(progress.along(file))), options)
        }
        Input::Pair { source, target } => {
            let (original, mut translation) = (bytes(source)?, vec![]);
            let file = File::open(target).map_err(|error| unreadable(target, &error))?;
            let read = through(Box::new(progress.along(file))).read_to_end(&mut translation);
            progress.advance(original.len() as u64);
            read.map_err(|error| unreadable(target, &error))?;
            let file = |name, bytes| formats::File { name, bytes };
            let source_name = slashed(source);
            let (source, target) = (file(&source_name, &original), file(&name, &translation));
            return formats::read_pair(source, target, options);
        }
    };
    read.map_err(|error| error.path(name))
}

fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|error| unreadable(path, &error))
}
