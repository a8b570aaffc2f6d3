//! `xindaya init`.

use super::args::View;
use super::proposal::{commands, configuration, sights};
use super::survey::survey;
use super::{look, print};
use crate::config::NAME;
use crate::error::{Error, visible};
use crate::finding::say;
use clap::Args;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What `xindaya init` is told.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder of the project.
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    /// Replace a configuration that is there.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    view: View,
}

/// Writes a configuration for a project, tells what it was made from, and what to run next.
pub(super) fn run(args: &Init) -> Result<ExitCode, Error> {
    if !args.folder.is_dir() {
        return Err(Error::new("there is no such folder").path(args.folder.display()));
    }
    let language = look::spoken(&args.view.lang, None);
    let seen = survey(&args.folder);
    let path = plain(&args.folder).join(NAME);
    write(&path, &configuration(&seen, language), args.force)?;
    let mut said = sights(&seen, language);
    let wrote = say("wrote {0}", "已写入 {0}").with(&[&visible(&path.display().to_string())]);
    said.push(wrote.text(language));
    for command in commands(&seen, plain(&args.folder)) {
        said.push(say("next: {0}", "接下来：{0}").with(&[&command]).text(language));
    }
    seen.broken.iter().for_each(|it| look::note(&it.to_string()));
    Ok(print(&(said.join("\n") + "\n")))
}

/// A folder as its paths begin: this one with nothing.
fn plain(folder: &Path) -> &Path {
    if folder == Path::new(".") { Path::new("") } else { folder }
}

/// Writes the file, and never over another one unless it is told to.
fn write(path: &Path, text: &str, force: bool) -> Result<(), Error> {
    let mut how = OpenOptions::new();
    how.write(true).create(true).truncate(force).create_new(!force);
    let written = how.open(path).and_then(|mut it| it.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Error::new("there is a configuration already")
            .path(path.display())
            .help("--force replaces it"),
        _ => Error::new(format!("this file cannot be written: {error}")).path(path.display()),
    })
}
