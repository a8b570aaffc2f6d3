//! From paths to the files that are checked.

use super::pairs;
use crate::error::Error;
use crate::formats::Format;
use ignore::WalkBuilder;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Something to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// The standard input.
    Standard,
    /// A file.
    File(PathBuf),
    /// A file beside another one that it was translated from.
    Pair {
        /// What was translated.
        source: PathBuf,
        /// The translation.
        target: PathBuf,
    },
}

impl Input {
    /// The name that reports give it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Standard => "-".to_owned(),
            Self::File(path) | Self::Pair { target: path, .. } => slashed(path),
        }
    }

    /// The file that is checked, if it is one.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Standard => None,
            Self::File(path) | Self::Pair { target: path, .. } => Some(path),
        }
    }

    /// How many bytes there are to read, as far as is known.
    pub(super) fn size(&self) -> u64 {
        match self {
            Self::Standard => 0,
            Self::File(path) => length(path),
            Self::Pair { source, target } => length(source) + length(target),
        }
    }
}

fn length(path: &Path) -> u64 {
    path.metadata().map_or(0, |it| it.len())
}

/// The inputs that the paths stand for, in order, each beside its source if there is one; a file
/// is checked once however often it is named.
pub(super) fn inputs(
    paths: &[PathBuf],
    any: bool,
    source: Option<&Path>,
) -> (Vec<Input>, Vec<Error>) {
    let (mut inputs, mut errors) = (vec![], vec![]);
    for path in paths {
        if pairs::has_language(path) {
            pairs::languages(path, any, source, &mut inputs, &mut errors);
        } else if let Some(source) = source {
            pairs::beside(path, any, source, &mut inputs, &mut errors);
        } else if path.as_os_str() == "-" {
            inputs.push(Input::Standard);
        } else if path.is_dir() {
            folder(path, any, &mut inputs, &mut errors);
        } else if let Err(error) = path.metadata() {
            errors.push(unreadable(path, &error));
        } else {
            inputs.push(Input::File(path.clone()));
        }
    }
    let mut seen = std::collections::HashSet::new();
    inputs.retain(|it| seen.insert(it.name()));
    (inputs, errors)
}

/// The error of a file that cannot be opened.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    let said = match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "this file may not be read".to_owned(),
        _ => format!("this file cannot be read: {error}"),
    };
    Error::new(said).path(path.display())
}

/// A path as people write it, with slashes.
pub(super) fn slashed(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// How a file begins, if it is one whose name alone does not tell what it is.
fn head(path: &Path) -> Vec<u8> {
    let mut head = vec![];
    if Format::of_path(&slashed(path)) == Some(Format::Xml) {
        let file = std::fs::File::open(path);
        // What cannot be read is told when it is its turn.
        let _ = file.and_then(|it| it.take(4096).read_to_end(&mut head));
    }
    head
}

/// Adds the files of a folder whose names tell a format that is known.
pub(super) fn folder(path: &Path, any: bool, inputs: &mut Vec<Input>, errors: &mut Vec<Error>) {
    let before = (inputs.len(), errors.len());
    for entry in WalkBuilder::new(path).sort_by_file_path(Path::cmp).build() {
        match entry {
            Ok(entry) => {
                let file = entry.file_type().is_some_and(|it| it.is_file());
                let known = |it: &Path| any || Format::is_text_of_folder(&slashed(it), &head(it));
                let known = file && known(entry.path());
                inputs.extend(known.then(|| Input::File(entry.into_path())));
            }
            Err(error) => errors.push(Error::new(error.to_string()).path(path.display())),
        }
    }
    if (inputs.len(), errors.len()) == before {
        let help = "texts are known by their names (.txt, .md, .tsv, .po, .xlf, zh.json ..); name \
                    a file, or say what the files are with --from";
        errors.push(
            Error::new("there is nothing to check in this folder").path(path.display()).help(help),
        );
    }
}
