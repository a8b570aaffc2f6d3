//! Writes a review out: as a table for people, as JSON lines or one JSON object for programs.

mod block;
mod excerpt;
mod json;
mod layout;
mod manual;
mod marks;
mod paint;
mod places;
mod presets;
mod record;
mod rows;
mod summary;
mod table;
mod tally;
mod terms;
mod terms_json;
mod words;

pub use layout::wrap;
pub use manual::{checks_json, checks_markdown, checks_table, explain};
pub use presets::presets;
pub use summary::refusal;
pub use tally::Tally;
pub use terms::TermReporter;

use paint::Paint;
use places::Places;

use crate::checks;
use crate::error::Error;
use crate::finding::{Finding, Language};
use crate::review::Review;
use crate::score::{Gate, Signature, Standard};
use crate::text::Document;
use std::io::{self, Write};
use std::str::FromStr;

/// How a report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: a table of the paragraphs, then the findings under the marked text.
    #[default]
    Table,
    /// For programs: one line of JSON a segment.
    Jsonl,
    /// For programs: one JSON object.
    Json,
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "table" => Ok(Self::Table),
            "jsonl" => Ok(Self::Jsonl),
            "json" => Ok(Self::Json),
            _ => Err(Error::new(format!("no format {name}")).help("table, jsonl or json")),
        }
    }
}

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
    fn start(&mut self, file: &str, out: &mut dyn Write) -> io::Result<()>;
    fn document(&mut self, page: Page, out: &mut dyn Write) -> io::Result<()>;
    fn end(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()>;
    fn finish(&mut self, files: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()>;
}

/// Takes reviewed documents one after another and writes the report of a run. Only what is said
/// about a file is kept, never its text.
pub struct Reporter<'w> {
    out: Box<dyn Write + 'w>,
    sheet: Box<dyn Sheet>,
    gate: Gate,
    files: Vec<Tally>,
    errors: Vec<Error>,
}

impl<'w> Reporter<'w> {
    /// A reporter that writes to `out`.
    pub fn new(settings: Settings, out: impl Write + 'w) -> Self {
        let gate = settings.gate.clone();
        let sheet: Box<dyn Sheet> = match settings.format {
            Format::Table => Box::new(table::Table::new(settings)),
            Format::Jsonl => Box::new(json::Lines),
            Format::Json => Box::new(json::Object::new(settings)),
        };
        Self { out: Box::new(out), sheet, gate, files: vec![], errors: vec![] }
    }

    /// Begins a file.
    ///
    /// # Errors
    /// When the report cannot be written; so for all that follow.
    pub fn start(&mut self, file: &str) -> io::Result<()> {
        self.files.push(Tally::new(file));
        self.sheet.start(file, &mut self.out)
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
        self.sheet.document(page, &mut self.out)?;
        tally.add(document, review);
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

    /// Ends the file, and says whether it passed the gate.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn end(&mut self) -> io::Result<bool> {
        let Some(tally) = self.files.last_mut() else { return Ok(true) };
        tally.judge(&self.gate);
        self.sheet.end(tally, &mut self.out)?;
        Ok(tally.refused.is_empty())
    }

    /// Ends the report.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.sheet.finish(&self.files, &self.errors, &mut self.out)?;
        self.out.flush()
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
