//! Findings as lists of them show each: where in the file, how grave, in what words.

use super::places::{Places, Region};
use super::{Page, is_systematic, words};
use crate::error::{Error, visible};
use crate::finding::{Confidence, Finding, Language, Severity};
use crate::text::{Place, Segment};

/// A finding and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Note<'d> {
    /// Its number among the findings of the document, from 0.
    pub(super) nth: usize,
    pub(super) finding: &'d Finding,
    pub(super) segment: &'d Segment,
    pub(super) region: Region,
    /// What stands there in the file.
    raw: &'d str,
}

impl<'d> Note<'d> {
    /// What may be written over the region as it is: a fix of bytes that the file has as the text
    /// has them, by characters that mean themselves in every format.
    pub(super) fn replacement(&self) -> Option<&'d str> {
        let fix = self.finding.fix.as_ref()?;
        let text = self.segment.target.as_str().get(self.finding.span.range())?;
        let is_plain = |c: char| !c.is_ascii_punctuation() && !c.is_control();
        let is_safe = text == self.raw && fix.replacement.chars().all(is_plain);
        (is_safe && visible(&fix.replacement) == fix.replacement).then_some(&fix.replacement)
    }
}

/// The three levels that other programs know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Error,
    Warning,
    Note,
}

impl Level {
    /// The level of a finding: what never gates, and house style, is a note.
    pub(super) fn of(finding: &Finding) -> Self {
        match finding.severity {
            _ if finding.confidence == Confidence::Low || is_systematic(finding) => Self::Note,
            severity => Self::of_severity(severity),
        }
    }

    /// The level of a severity.
    pub(super) fn of_severity(severity: Severity) -> Self {
        match severity {
            Severity::Neutral => Self::Note,
            Severity::Minor => Self::Warning,
            Severity::Major | Severity::Critical => Self::Error,
        }
    }

    /// One of three words.
    pub(super) fn among<T>(self, [error, warning, note]: [T; 3]) -> T {
        match self {
            Self::Error => error,
            Self::Warning => warning,
            Self::Note => note,
        }
    }
}

/// The findings of a document, in its order.
pub(super) fn notes<'d>(page: Page<'d>, places: &Places<'d>) -> impl Iterator<Item = Note<'d>> {
    page.review.findings.iter().enumerate().filter_map(|(nth, finding)| {
        let Finding { place, span, .. } = *finding;
        let (segment, region) = (places.segment(place)?, places.region(place, span)?);
        let raw = page.document.raw.get(segment.target.in_raw(span).range()).unwrap_or_default();
        Some(Note { nth, finding, segment, region, raw })
    })
}

/// What is wrong.
pub(super) fn message(finding: &Finding, language: Language) -> String {
    visible(&finding.message.text(language))
}

/// What is wrong and what to write, where a format has no room of its own for that.
pub(super) fn advice(finding: &Finding, language: Language) -> String {
    let said = message(finding, language);
    let fix = finding.fix.as_ref();
    let remedy = fix.map(|it| words::remedy(it).with(&[&it.replacement]).text(language));
    remedy.map_or_else(|| said.clone(), |it| format!("{said} → {}", visible(&it)))
}

/// A path as pipelines know it, from where the program was started.
pub(super) fn path(file: &str) -> &str {
    file.strip_prefix("./").unwrap_or(file)
}

/// What lists of findings call an error of a file that could not be read, in the place of a check.
pub(super) const UNREADABLE: &str = "unreadable";

/// The file and the place of such an error; a file's first line where none was named.
pub(super) fn unread(error: &Error) -> (&str, u32, u32) {
    let (line, column) = error.place().unwrap_or((1, 1));
    (path(error.file().unwrap_or("-")), line, column)
}

/// The number that people know a paragraph by.
pub(super) fn number(page: Page, place: Place) -> u32 {
    page.before + place.paragraph + 1
}
