//! `xindaya terms`.

use super::args::Terms;
use super::progress::Progress;
use super::reading::documents;
use super::run::{BROKEN, PASSED};
use super::setups::Setups;
use super::walk::{Input, inputs};
use super::{check, flags, look};
use crate::align;
use crate::error::Error;
use crate::formats;
use crate::report::{Format, Settings, TermReporter};
use crate::review::terms;
use std::io;
use std::process::ExitCode;
use std::slice;

/// Reports on the terms. Only what cannot be read is a failure: whether terms are missing is for
/// `check` to judge.
pub(super) fn run(args: &Terms) -> Result<ExitCode, Error> {
    let config = check::config(&args.input, &args.paths)?;
    let (spoken, effort) = (config.language, config.effort.unwrap_or_default());
    let flags = flags::of_words(&args.glossary, args.variant.as_deref());
    let mut setups = Setups::new(config, flags, effort)?;
    let settings = Settings {
        format: args.format,
        language: look::spoken(&args.view.lang, spoken),
        width: look::width(false),
        colour: args.format == Format::Table && look::colour(&args.view, false),
        ..Settings::default()
    };
    let (inputs, mut errors) =
        inputs(&args.paths, args.input.from.is_some(), args.input.source.as_deref());
    let out = look::writer(settings.colour);
    let mut report = TermReporter::new(settings, out);
    let options = check::options(&args.input);
    let mut each = || -> io::Result<()> {
        for input in &inputs {
            file(input, &options, &mut setups, &mut report, &mut errors)?;
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
    setups: &mut Setups,
    report: &mut TermReporter,
    errors: &mut Vec<Error>,
) -> io::Result<()> {
    let name = input.name();
    let progress = Progress::over(input.size());
    let mut documents = match documents(input, options, &progress) {
        Ok(documents) => documents.peekable(),
        Err(error) => {
            errors.push(error);
            return Ok(());
        }
    };
    report.start(&name)?;
    let first = documents.peek().and_then(|it| it.as_ref().ok()).map_or(&[][..], slice::from_ref);
    let setup = setups.of(input, first).unwrap_or_else(|error| {
        errors.push(error);
        setups.usual().clone()
    });
    let with = &*setup.with;
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
