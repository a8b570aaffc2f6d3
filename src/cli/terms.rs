//! `xindaya terms`.

use super::args::Terms;
use super::progress::Progress;
use super::reading::documents;
use super::run::{BROKEN, PASSED};
use super::walk::{Input, inputs};
use super::{check, look};
use crate::align;
use crate::checks::Resources;
use crate::error::Error;
use crate::formats;
use crate::report::{Format, Settings, TermReporter};
use crate::review::terms;
use std::io;
use std::process::ExitCode;

/// Reports on the terms. Only what cannot be read is a failure: whether terms are missing is for
/// `check` to judge.
pub(super) fn run(args: &Terms) -> Result<ExitCode, Error> {
    let config = check::config(&args.input, &args.paths)?;
    let with = check::resources(&args.glossary, args.variant.as_deref(), &config)?;
    let with = Resources { effort: config.effort.unwrap_or_default(), ..with };
    let settings = Settings {
        format: args.format,
        language: look::spoken(&args.view.lang, config.language),
        width: look::width(false),
        colour: args.format == Format::Table && look::colour(&args.view, false),
        ..Settings::default()
    };
    let (inputs, mut errors) =
        inputs(&args.paths, args.input.from.is_some(), args.input.source.as_deref());
    let out = look::writer(None, settings.colour)?;
    let mut report = TermReporter::new(settings, out);
    let options = check::options(&args.input);
    let mut each = || -> io::Result<()> {
        for input in &inputs {
            file(input, &options, &with, &mut report, &mut errors)?;
        }
        report.finish()
    };
    match each() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            errors.push(Error::new(format!("the report cannot be written: {error}")));
        }
        _ => {}
    }
    errors.iter().for_each(look::complain);
    Ok(ExitCode::from(if errors.is_empty() { PASSED } else { BROKEN }))
}

fn file(
    input: &Input,
    options: &formats::Options,
    with: &Resources,
    report: &mut TermReporter,
    errors: &mut Vec<Error>,
) -> io::Result<()> {
    let name = input.name();
    let progress = Progress::over(input.size());
    let documents = match documents(input, options, &progress) {
        Ok(documents) => documents,
        Err(error) => {
            errors.push(error);
            return Ok(());
        }
    };
    report.start(&name)?;
    for document in documents {
        progress.name(&name);
        match document {
            Ok(mut document) => {
                errors.extend(
                    align::pair(&mut document, with.encoder()).err().map(|it| it.path(&name)),
                );
                let found = terms(&document, with);
                progress.aside(|| report.document(&document, &found))?;
            }
            Err(error) => errors.push(error.path(&name)),
        }
    }
    progress.end();
    report.end()
}
