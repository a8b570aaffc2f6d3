//! `xindaya fix`.

use super::args::{self, View, What};
use super::mending::{Mending, Told, Way};
use super::progress::Progress;
use super::setups::Setups;
use super::walk::{Input, inputs};
use super::{ask, check, effort, flags, look};
use crate::error::Error;
use crate::report::Settings;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// What the help says at its end.
pub(super) const CODES: &str = "\
Exit codes: 0 no certain fix is left, 1 one is (or, with --diff, something would change), 2
something could not be read or written. A file is replaced as a whole or not at all; what a fix
does not touch keeps its bytes.";

/// What `xindaya fix` is told.
#[derive(Debug, Args)]
pub(super) struct Fix {
    /// Files, folders (walked by their ignore files), or `-` for the standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Write nothing, and show what would change as a unified diff.
    #[arg(long)]
    pub(super) diff: bool,
    /// Ask about each fix, the uncertain ones too.
    #[arg(long, conflicts_with = "diff")]
    pub(super) interactive: bool,
    /// Apply the uncertain fixes too: suggestions that a person should read first.
    #[arg(long, conflicts_with = "interactive")]
    pub(super) r#unsafe: bool,
    #[command(flatten)]
    pub(super) input: args::Input,
    #[command(flatten)]
    pub(super) what: What,
    #[command(flatten)]
    pub(super) view: View,
}

/// Fixes what can be fixed, and says what is left.
pub(super) fn run(args: &Fix) -> Result<ExitCode, Error> {
    let config = check::config(&args.input, &args.paths)?;
    let settings = Settings {
        language: look::spoken(&args.view.lang, config.language),
        width: look::width(false),
        colour: look::colour(&args.view, false),
        ..Settings::default()
    };
    let (inputs, errors) =
        inputs(&args.paths, args.input.from.is_some(), args.input.source.as_deref());
    let effort = effort::choose(&args.what, args.input.from, config.effort, &inputs)?;
    let setups = Setups::new(config, flags::of_what(&args.what), effort)?;
    let way = if args.interactive {
        if inputs.contains(&Input::Standard) {
            return Err(Error::new("--interactive asks on the standard input, which is the text"));
        }
        Way::Ask(Box::new(ask::at_terminal(settings.clone())?))
    } else if args.r#unsafe {
        Way::All
    } else {
        Way::Certain
    };
    let mending = Mending {
        pool: args.input.threads.map(check::pool).transpose()?,
        options: check::options(&args.input),
        setups,
        progress: Progress::over(inputs.iter().map(Input::size).sum()),
        settings,
        way,
        is_diff: args.diff,
        told: Told::of(errors),
    };
    Ok(ExitCode::from(mending.all(&inputs)))
}
