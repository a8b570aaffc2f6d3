//! Writes a review out: for people, for programs, for pipelines, for translators.

mod aside;
mod block;
mod cells;
mod checkstyle;
mod compare;
mod compare_json;
mod csv;
mod desk;
mod excerpt;
mod format;
mod github;
mod gitlab;
mod gnu;
mod html;
mod json;
mod junit;
mod layout;
mod limits;
mod manual;
mod markdown;
mod marks;
mod notes;
mod paint;
mod places;
mod presets;
mod rdjson;
mod record;
mod rows;
mod sarif;
mod summary;
mod table;
mod tally;
mod terms;
mod terms_json;
mod window;
mod words;
#[cfg(feature = "xlsx")]
mod xlsx;
mod xml;

pub use compare::compared;
pub use compare_json::compared_json;
pub use format::Format;
pub use layout::wrap;
pub use manual::{checks_json, checks_markdown, checks_table, explain};
pub use presets::presets;
pub use summary::refusal;
pub use tally::{Notice, Tally};
pub use terms::TermReporter;

use desk::{Desk, tell};
use paint::Paint;
use places::Places;

use crate::checks;
use crate::error::Error;
use crate::finding::{Finding, Language};
use crate::review::Review;
use crate::score::{Gate, Signature, Standard};
use crate::text::Document;
use std::io::{self, Write};

/// The order of a table's paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As in the text.
    #[default]
    Text,
    /// The worst first.
    Worst,
    /// The riskiest first.
    Risk,
}

/// How a report looks. The formats for programs look at `gate` and `signature` alone.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How it is written.
    pub format: Format,
    /// The language of words and messages.
    pub language: Language,
    /// How many columns a line may take.
    pub width: usize,
    /// Whether to colour.
    pub colour: bool,
    /// The order of the paragraphs.
    pub sort: Sort,
    /// Show no more than this many paragraphs of a file, the worst ones.
    pub top: Option<usize>,
    /// What a file must reach.
    pub gate: Gate,
    /// What the scores were reckoned with.
    pub signature: Signature,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            format: Format::Table,
            language: Language::English,
            width: 80,
            colour: false,
            sort: Sort::Text,
            top: None,
            gate: Gate::default(),
            signature: Signature::default(),
        }
    }
}

/// One document of a file, reviewed.
#[derive(Clone, Copy)]
struct Page<'p> {
    file: &'p str,
    document: &'p Document,
    review: &'p Review,
    /// How many paragraphs of the file stand before it.
    before: u32,
}

/// A way of writing a report: it is told of everything once, in order.
trait Sheet {
    fn start(&mut self, _file: &str, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, page: Page, out: &mut dyn Write) -> io::Result<()>;

    fn end(&mut self, _tally: &Tally, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn finish(
        &mut self,
        _files: &[Tally],
        _errors: &[Error],
        _out: &mut dyn Write,
    ) -> io::Result<()> {
        Ok(())
    }
}

fn sheet(settings: Settings) -> Box<dyn Sheet> {
    match settings.format {
        Format::Table => Box::new(table::Table::new(settings)),
        Format::Jsonl => Box::new(json::Lines),
        Format::Json => Box::new(json::Object::new(settings)),
        Format::Github => Box::new(github::Github::new(settings)),
        Format::Gitlab => Box::new(gitlab::Gitlab::new(settings)),
        Format::Checkstyle => Box::new(checkstyle::Checkstyle::new(settings)),
        Format::Rdjson => Box::new(rdjson::Rdjson::new(settings)),
        Format::Gnu => Box::new(gnu::Gnu(settings)),
        Format::Sarif => Box::new(sarif::Sarif::new(settings)),
        Format::Junit => Box::new(junit::Junit::new(settings)),
        Format::Markdown => Box::new(markdown::Markdown::new(&settings)),
        Format::Html => Box::new(html::Html::new(settings)),
        Format::Csv => Box::new(csv::Csv::new(&settings)),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => Box::new(xlsx::Xlsx::new(&settings)),
    }
}

/// Takes reviewed documents one after another and writes the report of a run, in one format or in
/// several. Only what is said about a file is kept, never its text.
pub struct Reporter<'w> {
    desks: Vec<Desk<'w>>,
    gate: Gate,
    files: Vec<Tally>,
    errors: Vec<Error>,
}

impl<'w> Reporter<'w> {
    /// A reporter that writes to `out`.
    pub fn new(settings: Settings, out: impl Write + 'w) -> Self {
        Self::silent(settings.gate.clone()).also(settings, out)
    }

    /// A reporter that writes nothing and only asks the gate.
    pub fn silent(gate: Gate) -> Self {
        Self { desks: vec![], gate, files: vec![], errors: vec![] }
    }

    /// The same reporter, which writes to `out` as well.
    pub fn also(mut self, settings: Settings, out: impl Write + 'w) -> Self {
        self.desks.push(Desk { sheet: sheet(settings), out: Box::new(out) });
        self
    }

    /// Begins a file.
    ///
    /// # Errors
    /// When the report cannot be written; so for all that follow. While one writer of several is a
    /// closed pipe, the others are written to.
    pub fn start(&mut self, file: &str) -> io::Result<()> {
        self.files.push(Tally::new(file));
        tell(&mut self.desks, |sheet, out| sheet.start(file, out))
    }

    /// Measures the file that was begun by something else than what the run is measured by.
    pub fn measure_by(&mut self, standard: Standard) {
        if let Some(tally) = self.files.last_mut() {
            tally.standard = Some(standard);
        }
    }

    /// Adds the next document of the file.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn document(&mut self, document: &Document, review: &Review) -> io::Result<()> {
        let Some(tally) = self.files.last_mut() else { return Ok(()) };
        let page = Page { file: &tally.file, document, review, before: tally.paragraphs };
        tell(&mut self.desks, |sheet, out| sheet.document(page, out))?;
        tally.add(document, review);
        tally.note(document, review);
        Ok(())
    }

    /// Takes down that something could not be read; `started` says that it is part of the file
    /// that was begun.
    pub fn unread(&mut self, error: Error, started: bool) {
        if let Some(tally) = self.files.last_mut().filter(|_| started) {
            tally.unread += 1;
        }
        self.errors.push(error);
    }

    /// Takes down what is wrong with what sets findings of the file aside.
    pub fn notice(&mut self, notice: Notice) {
        if let Some(tally) = self.files.last_mut() {
            tally.notices.push(notice);
        }
    }

    /// Ends the file, and says whether it passed the gate.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn end(&mut self) -> io::Result<bool> {
        let Some(tally) = self.files.last_mut() else { return Ok(true) };
        tally.judge(&self.gate);
        tell(&mut self.desks, |sheet, out| sheet.end(tally, out))?;
        Ok(tally.refused.is_empty())
    }

    /// Ends the report.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        let (files, errors) = (&self.files, &self.errors);
        tell(&mut self.desks, |sheet, out| {
            sheet.finish(files, errors, out)?;
            out.flush()
        })
    }

    /// The files so far.
    pub fn files(&self) -> &[Tally] {
        &self.files
    }
}

/// The lines that show one finding of a document under its text.
pub fn one(document: &Document, finding: &Finding, settings: &Settings) -> Vec<String> {
    let Settings { language, width, colour, .. } = *settings;
    let page = block::Page { document, before: 0, language, paint: Paint { colour }, width };
    page.block(finding.place, &[finding])
}

/// The line and the column of the file where a finding begins.
pub fn position(document: &Document, finding: &Finding) -> Option<(u32, u32)> {
    Places::of(document).position(finding.place, finding.span)
}

fn is_systematic(finding: &Finding) -> bool {
    checks::find(finding.check).is_some_and(|check| check.systematic)
}
