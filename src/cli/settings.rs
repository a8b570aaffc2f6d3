//! `xindaya config`.

use super::args::{self, View, What};
use super::progress::Progress;
use super::reading::documents;
use super::run::next_batch;
use super::setups::scope_of;
use super::walk::{Input, slashed};
use super::{check, flags, look_of, print};
use crate::config::{self, PRESETS};
use crate::error::{Error, visible};
use crate::report;
use clap::{Args, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// What `xindaya config` is told.
#[derive(Debug, Subcommand)]
pub(super) enum Configuration {
    /// Tell which texts each preset is for, and what it says.
    Presets {
        #[command(flatten)]
        view: View,
    },
    /// Write the JSON schema of xindaya.toml, for editors.
    Schema,
    /// Tell what holds for a file, as a configuration that says it all.
    Show(Box<Show>),
}

/// What `xindaya config show` is told.
#[derive(Debug, Args)]
pub(super) struct Show {
    /// The file.
    #[arg(value_name = "FILE")]
    path: PathBuf,
    #[command(flatten)]
    input: args::Input,
    #[command(flatten)]
    what: What,
}

/// Tells what was asked for.
pub(super) fn run(args: &Configuration) -> Result<ExitCode, Error> {
    match args {
        Configuration::Presets { view } => Ok(print(&report::presets(PRESETS, &look_of(view)))),
        Configuration::Schema => Ok(print(&config::schema())),
        Configuration::Show(args) => show(args).map(|it| print(&it)),
    }
}

/// What holds for a file, with what it follows from in comments.
fn show(args: &Show) -> Result<String, Error> {
    let config = check::config(&args.input, std::slice::from_ref(&args.path))?;
    let input = Input::File(args.path.clone());
    let progress = Progress::over(0);
    let mut all = documents(&input, &check::options(&args.input), &progress)?;
    let (first, _) = next_batch(&mut all);
    let flags = flags::of_what(&args.what);
    let scope = scope_of(&config, &flags, &input, &first);
    let from = config.path.as_deref().map_or_else(|| "none".to_owned(), slashed);
    let language = scope.language.map_or_else(|| "not known".to_owned(), |it| it.to_string());
    let holding: Vec<String> = scope.holding.iter().map(|nth| (nth + 1).to_string()).collect();
    let holding = if holding.is_empty() { "none".to_owned() } else { holding.join(", ") };
    Ok(format!(
        "# file: {}\n# configuration: {}\n# language: {language}\n# overrides that hold, counted \
         from 1: {holding}\n{}",
        visible(&input.name()),
        visible(&from),
        config.ruling(&scope.holding, &flags).to_toml()
    ))
}
