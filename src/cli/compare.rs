//! `xindaya compare`.

use super::args::{self, View, What, named, points};
use super::progress::Progress;
use super::reading::documents;
use super::run::{FAILED, PASSED, next_batch};
use super::setups::{Setup, Setups};
use super::walk::{Input, inputs};
use super::{check, effort, flags, look};
use crate::align;
use crate::compare::{Comparison, Translation, compare};
use crate::error::Error;
use crate::finding::{Message, say};
use crate::formats;
use crate::report::{self, Settings};
use crate::review::{Review, review};
use crate::score::shown;
use crate::text::Document;
use clap::Args;
use rayon::prelude::*;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// What the help says at its end.
pub(super) const CODES: &str = "\
Exit codes: 0 compared, 1 B has lost more points than --max-drop allows, 2 something could not be
read, or the two do not fit. Units are paired by their ids where all have one, running text by the
source (--source) or by the number of its paragraphs. The better one has less risk; where the risks
are within a hundredth, less penalty a word.";

/// What `xindaya compare` is told.
#[derive(Debug, Args)]
pub(super) struct Compare {
    /// A translation: a file, or `-` for the standard input.
    #[arg(value_name = "A")]
    a: PathBuf,
    /// Another translation of the same text, such as that of the new engine.
    #[arg(value_name = "B")]
    b: PathBuf,
    #[command(flatten)]
    input: args::Input,
    #[command(flatten)]
    what: What,
    /// Fail if B has this many points less than A, and more.
    #[arg(long, value_name = "POINTS", value_parser = points)]
    max_drop: Option<f64>,
    /// How the report is written.
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = named(&FORMATS))]
    format: report::Format,
    #[command(flatten)]
    view: View,
}

const FORMATS: [(report::Format, &str); 2] =
    [(report::Format::Table, "table"), (report::Format::Json, "json")];

/// Compares, reports, and says whether B passes.
pub(super) fn run(args: &Compare) -> Result<ExitCode, Error> {
    let paths = [args.a.clone(), args.b.clone()];
    let config = check::config(&args.input, &paths)?;
    let inputs = [input(&args.a, &args.input)?, input(&args.b, &args.input)?];
    let effort = effort::choose(&args.what, args.input.from, config.effort, &inputs)?;
    let spoken = config.language;
    let mut setups = Setups::new(config, flags::of_what(&args.what), effort)?;
    // Only what was checked alike compares: both as the first one, by its path.
    let setup = setups.of(&inputs[0], &[])?;
    let pool = args.input.threads.map(check::pool).transpose()?;
    let reader = Reader { options: check::options(&args.input), setup };
    let read = || Ok::<_, Error>((reader.read(&inputs[0])?, reader.read(&inputs[1])?));
    let (a, b) = pool.map_or_else(read, |pool| pool.install(read))?;
    let comparison = compare(&a, &b)?;
    let refused = args.max_drop.and_then(|most| refuse(&comparison, most));
    let settings = Settings {
        language: look::spoken(&args.view.lang, spoken),
        width: look::width(false),
        colour: look::colour(&args.view, false),
        signature: reader.setup.standard.signature.clone(),
        ..Settings::default()
    };
    let files = [a.file.as_str(), b.file.as_str()];
    print(files, &comparison, refused.as_ref(), args, &settings)?;
    Ok(ExitCode::from(if refused.is_some() { FAILED } else { PASSED }))
}

fn input(path: &Path, options: &args::Input) -> Result<Input, Error> {
    let paths = [path.to_owned()];
    let (found, errors) = inputs(&paths, options.from.is_some(), options.source.as_deref());
    if let Some(error) = errors.into_iter().next() {
        return Err(error);
    }
    match <[Input; 1]>::try_from(found) {
        Ok([input]) => Ok(input),
        Err(found) => Err(Error::new(format!("{} files are here", found.len()))
            .path(path.display())
            .help("compare takes one file on each side")),
    }
}

struct Reader {
    options: formats::Options,
    setup: Arc<Setup>,
}

impl Reader {
    /// Reads and reviews a translation; of what cannot be read nothing can be compared.
    fn read(&self, input: &Input) -> Result<Translation, Error> {
        let name = input.name();
        let progress = Progress::over(input.size());
        progress.name(&name);
        let mut translation = Translation::new(&name);
        let mut documents = documents(input, &self.options, &progress)?;
        loop {
            let (mut batch, errors) = next_batch(&mut documents);
            if let Some(error) = errors.into_iter().next() {
                return Err(error.path(&name));
            }
            if batch.is_empty() {
                break;
            }
            let reviews: Result<Vec<Review>, Error> =
                batch.par_iter_mut().map(|it| self.review(it)).collect();
            let reviews = reviews.map_err(|error| error.path(&name))?;
            batch.iter().zip(&reviews).for_each(|(it, review)| translation.add(it, review));
            progress.show();
        }
        progress.end();
        Ok(translation)
    }

    fn review(&self, document: &mut Document) -> Result<Review, Error> {
        let Setup { with, rules, .. } = &*self.setup;
        align::pair(document, with.encoder())?;
        Ok(review(document, with, rules))
    }
}

/// Why B does not pass, if it does not.
fn refuse(comparison: &Comparison, most: f64) -> Option<Message> {
    let drop = comparison.drop();
    let said = say("{0} points fewer, allowed: {1}", "少了 {0} 分，允许 {1} 分");
    (drop > most).then(|| said.with(&[&format!("{drop:.1}"), &shown(most).to_string()]))
}

fn print(
    files: [&str; 2],
    comparison: &Comparison,
    refused: Option<&Message>,
    args: &Compare,
    settings: &Settings,
) -> Result<(), Error> {
    let is_table = args.format == report::Format::Table;
    let text = if is_table {
        report::compared(files, comparison, refused, settings)
    } else {
        report::compared_json(files, comparison, args.max_drop, refused, &settings.signature)
    };
    let mut out = look::writer(is_table && settings.colour);
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Error::new(format!("the report cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}
