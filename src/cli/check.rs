//! `xindaya check`.

use super::args::{self, Check, Ids, What};
use super::progress::Progress;
use super::run::{FAILED, PASSED, Run};
use super::walk::{Input, inputs};
use super::{effort, look};
use crate::checks::{self, Resources};
use crate::config::{Config, Rules};
use crate::error::Error;
use crate::formats;
use crate::glossary::Glossary;
use crate::report::{self, Reporter, Settings};
use crate::review::signature;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Checks, reports, and says how it went.
pub(super) fn run(args: &Check) -> Result<ExitCode, Error> {
    let config = config(&args.input, &args.paths)?;
    let rules = rules(&args.what, &config.rules);
    let (inputs, errors) =
        inputs(&args.paths, args.input.from.is_some(), args.input.source.as_deref());
    let effort = effort::choose(&args.what, args.input.from, config.effort, &inputs)?;
    let with = resources(&args.what.glossary, args.what.variant.as_deref(), &config)?;
    let with = Resources { effort, ..with };
    let settings = settings(args, &config, &with, &rules);
    let coloured = settings.format == report::Format::Table && settings.colour;
    let out = look::writer(args.output.file.as_deref(), coloured)?;
    let progress = Progress::over(inputs.iter().map(Input::size).sum());
    let run = Run {
        pool: args.input.threads.map(pool).transpose()?,
        options: options(&args.input),
        with,
        rules,
        progress,
        reporter: Reporter::new(settings, out),
        errors,
        failed: false,
    };
    let code = run.all(&inputs);
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

/// What the configuration says of the checks, with the flags over it.
pub(super) fn rules(what: &What, configured: &Rules) -> Rules {
    let mut rules = configured.clone();
    let named = |list: &[Ids], id: &str| list.iter().any(|it| it.0.contains(&id));
    for check in checks::all() {
        if named(&what.only, check.id) {
            rules.on.insert(check.id);
            rules.off.remove(check.id);
        }
        let left_out = !what.only.is_empty() && !named(&what.only, check.id);
        if left_out || named(&what.skip, check.id) {
            rules.off.insert(check.id);
        }
    }
    rules.ignored.extend(what.ignore.iter().cloned());
    rules
}

/// What checks consult: as configured, with the flags over it.
pub(super) fn resources(
    glossaries: &[String],
    variant: Option<&str>,
    config: &Config,
) -> Result<Resources, Error> {
    let variant = match variant {
        None => config.variant,
        Some(tag) => tag.parse().ok(),
    };
    let glossary = match (&config.glossaries, glossaries) {
        (None, []) => Glossary::default(),
        (configured, asked) => {
            let shipped = || Glossary::shipped().map(str::to_owned).collect();
            let mut names: Vec<String> = configured.clone().unwrap_or_else(shipped);
            names
                .extend(asked.iter().filter(|it| !names.contains(it)).cloned().collect::<Vec<_>>());
            Glossary::load(&names, Path::new(""))?
        }
    };
    Ok(Resources { glossary, variant, params: config.params.clone(), ..Resources::default() })
}

fn settings(args: &Check, config: &Config, with: &Resources, rules: &Rules) -> Settings {
    let to_file = args.output.file.is_some();
    let mut gate = config.gate;
    gate.document = args.gate.min_score.unwrap_or(gate.document);
    gate.paragraph = args.gate.min_paragraph.or(gate.paragraph);
    gate.fail_on = args.gate.fail_on.unwrap_or(gate.fail_on);
    Settings {
        format: args.output.format,
        language: look::spoken(&args.view.lang, config.language),
        width: look::width(to_file),
        colour: look::colour(&args.view, to_file),
        sort: args.output.sort,
        top: args.output.top,
        gate,
        signature: signature(with, rules),
    }
}
