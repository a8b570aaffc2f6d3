//! `xindaya check`.

use super::adopt::Sieve;
use super::args::{self, Check};
use super::output::Outputs;
use super::progress::Progress;
use super::run::{FAILED, PASSED, Run};
use super::setups::Setups;
use super::walk::{Input, inputs};
use super::{effort, flags, look};
use crate::config::Config;
use crate::error::Error;
use crate::finding::Language;
use crate::formats;
use crate::report::Settings;
use crate::score::Standard;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Checks, reports, and says how it went.
pub(super) fn run(args: &Check) -> Result<ExitCode, Error> {
    let config = config(&args.input, &args.paths)?;
    let (mut inputs, errors) =
        inputs(&args.paths, args.input.from.is_some(), args.input.source.as_deref());
    let mut outputs = Outputs::open(args.output.format, &args.output.files)?;
    outputs.spare(&mut inputs, &args.paths)?;
    let effort = effort::choose(&args.what, args.input.from, config.effort, &inputs)?;
    let spoken = config.language;
    let flags = [flags::of_what(&args.what), flags::of_gate(&args.gate)].concat();
    let sieve = Sieve::of(&args.adoption, &config, &args.paths, &inputs)?;
    let setups = Setups::new(config, flags, effort)?;
    let settings = settings(args, spoken, &setups.usual().standard);
    let colour = [false, true].map(|to_file| look::colour(&args.view, to_file));
    let progress = Progress::over(inputs.iter().map(Input::size).sum());
    let run = Run {
        pool: args.input.threads.map(pool).transpose()?,
        options: options(&args.input),
        setup: setups.usual().clone(),
        setups,
        progress,
        sieve,
        language: settings.language,
        told: (!outputs.has_table()).then_some(settings.language),
        reporter: outputs.reporter(&settings, colour),
        errors,
        failed: false,
    };
    let mut ending = run.all(&inputs);
    if ending.is_reported {
        ending.errors.extend(outputs.finish());
    }
    let code = ending.tell();
    Ok(ExitCode::from(if code == FAILED && args.gate.exit_zero { PASSED } else { code }))
}

/// How the inputs are read.
pub(super) fn options(input: &args::Input) -> formats::Options {
    formats::Options {
        format: input.from,
        paragraphs: input.paragraphs,
        encoding: input.encoding.clone(),
    }
}

pub(super) fn pool(threads: usize) -> Result<rayon::ThreadPool, Error> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.map_err(|error| Error::new(format!("no {threads} threads: {error}")))
}

/// The configuration that was named, or is found near the first path.
pub(super) fn config(input: &args::Input, paths: &[PathBuf]) -> Result<Config, Error> {
    if input.no_config {
        return Ok(Config::default());
    }
    let first = paths.iter().find(|it| it.as_os_str() != "-");
    let near = || Config::find(first.map_or(Path::new("."), |it| it));
    let file = input.config.clone().or_else(near);
    file.map_or_else(|| Ok(Config::default()), |file| Config::read(&file))
}

fn settings(args: &Check, spoken: Option<Language>, usual: &Standard) -> Settings {
    Settings {
        language: look::spoken(&args.view.lang, spoken),
        sort: args.output.sort,
        top: args.output.top,
        gate: usual.gate.clone(),
        signature: usual.signature.clone(),
        ..Settings::default()
    }
}
