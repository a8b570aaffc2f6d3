//! The reports for programs: JSON lines, and one JSON object. Both are written as they come.

use super::aside::{SetAside, Told};
use super::limits::Limits;
use super::places::Places;
use super::record::{Texts, segments, texts};
use super::{Page, Settings, Sheet, Tally};
use crate::error::Error;
use crate::finding::Severity;
use crate::score::{Counts, shown, shown_share};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// An array whose items are written as they come, each on a line of its own.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Array {
    /// How many marks were written: the bracket that opens it, and what stands before each item.
    marks: usize,
}

impl Array {
    pub(super) fn is_begun(self) -> bool {
        self.marks > 0
    }

    pub(super) fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if !self.is_begun() {
            self.marks = 1;
            out.write_all(b"[")?;
        }
        Ok(())
    }

    pub(super) fn item(&mut self, value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        out.write_all(if self.marks > 1 { b",\n" } else { b"\n" })?;
        self.marks += 1;
        write(value, out)
    }

    pub(super) fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        out.write_all(b"]")
    }
}

/// One line a segment.
pub(super) struct Lines;

impl Sheet for Lines {
    fn document(&mut self, page: Page, out: &mut dyn Write) -> io::Result<()> {
        segments(page).try_for_each(|segment| {
            write(&segment, out)?;
            out.write_all(b"\n")
        })
    }
}

/// One object a run: what it ran with, each file with its segments and paragraphs, the verdict.
pub(super) struct Object {
    settings: Settings,
    files: u32,
    segments: u32,
    /// The paragraphs of the file so far.
    paragraphs: Vec<Paragraph>,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the field is called so in the output")]
struct Paragraph {
    paragraph: u32,
    line: u32,
    points: f64,
    penalty: f64,
    findings: usize,
    garbled: f64,
    risk: f64,
}

#[derive(Serialize)]
struct FileEnd<'f> {
    paragraphs: &'f [Paragraph],
    points: f64,
    penalty: f64,
    per_thousand: f64,
    counts: Summary,
    unread: u32,
    passed: bool,
    reasons: Vec<Texts>,
    garbled: f64,
    risk: f64,
    /// Where the file was measured by something else than the run.
    #[serde(skip_serializing_if = "Option::is_none")]
    gate: Option<Limits<'f>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signature: Option<String>,
    aside: SetAside,
    notices: Vec<Told>,
}

#[derive(Serialize)]
struct Summary {
    critical: u32,
    major: u32,
    minor: u32,
    neutral: u32,
    low_confidence: u32,
}

#[derive(Serialize)]
struct Ending<'g> {
    errors: Vec<String>,
    gate: Limits<'g>,
    passed: bool,
}

impl Object {
    pub(super) fn new(settings: Settings) -> Self {
        Self { settings, files: 0, segments: 0, paragraphs: vec![] }
    }

    /// Opens the object with what the run was reckoned with; done once, before the first file.
    fn head(&self, out: &mut dyn Write) -> io::Result<()> {
        let version = env!("CARGO_PKG_VERSION");
        write!(out, "{{\"version\":\"{version}\",\"signature\":")?;
        write(&self.settings.signature.to_string(), out)?;
        out.write_all(b",\"files\":[")
    }
}

impl Sheet for Object {
    fn start(&mut self, file: &str, out: &mut dyn Write) -> io::Result<()> {
        if self.files == 0 {
            self.head(out)?;
        } else {
            out.write_all(b",")?;
        }
        self.files += 1;
        self.segments = 0;
        self.paragraphs.clear();
        out.write_all(b"\n{\"file\":")?;
        write(&file, out)?;
        out.write_all(b",\"segments\":[")
    }

    fn document(&mut self, page: Page, out: &mut dyn Write) -> io::Result<()> {
        self.paragraphs.extend(paragraphs(page));
        for segment in segments(page) {
            let comma: &[u8] = if self.segments > 0 { b",\n" } else { b"\n" };
            out.write_all(comma)?;
            write(&segment, out)?;
            self.segments += 1;
        }
        Ok(())
    }

    fn end(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let mut counts = tally.counts;
        counts += tally.systematic;
        let end = FileEnd {
            paragraphs: &self.paragraphs,
            points: shown(tally.score.document_points()),
            penalty: tally.score.penalty(),
            per_thousand: shown(tally.score.per_thousand()),
            counts: summary(&counts),
            unread: tally.unread,
            passed: tally.passed(),
            reasons: tally.refused.iter().map(texts).collect(),
            garbled: shown_share(tally.score.garbled_share()),
            risk: tally.score.risk.value(),
            gate: tally.standard.as_ref().map(|it| Limits::from(&it.gate)),
            signature: tally.standard.as_ref().map(|it| it.signature.to_string()),
            aside: tally.aside.into(),
            notices: tally.notices.iter().map(Told::from).collect(),
        };
        out.write_all(b"],\n")?;
        rest(&end, out)
    }

    fn finish(&mut self, files: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        if self.files == 0 {
            self.head(out)?;
        }
        let end = Ending {
            errors: errors.iter().map(ToString::to_string).collect(),
            gate: Limits::from(&self.settings.gate),
            passed: errors.is_empty() && files.iter().all(Tally::passed),
        };
        out.write_all(b"],\n")?;
        rest(&end, out)?;
        out.write_all(b"\n")
    }
}

fn paragraphs(page: Page) -> impl Iterator<Item = Paragraph> {
    let places = Places::of(page.document);
    (0..).zip(&page.review.paragraphs).map(move |(paragraph, score)| Paragraph {
        paragraph: page.before + paragraph + 1,
        line: places.line(crate::text::Place { paragraph, segment: 0 }),
        points: shown(score.paragraph_points()),
        penalty: score.penalty(),
        findings: page.review.in_paragraph(paragraph).len(),
        garbled: shown_share(score.garbled_share()),
        risk: score.risk.value(),
    })
}

fn summary(counts: &Counts) -> Summary {
    Summary {
        critical: counts[Severity::Critical],
        major: counts[Severity::Major],
        minor: counts[Severity::Minor],
        neutral: counts[Severity::Neutral],
        low_confidence: counts.unsure,
    }
}

/// A value as a line of JSON.
pub(super) fn line(value: &impl Serialize) -> String {
    let mut line = vec![];
    // A vector takes all that is written.
    let _ = write(value, &mut line);
    line.push(b'\n');
    String::from_utf8_lossy(&line).into_owned()
}

/// The fields of `value` without the brace that opens them, to end an object that was begun.
pub(super) fn rest(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut object = vec![];
    write(value, &mut object)?;
    out.write_all(&object[1..])
}

/// Writes a value on one line, with nothing in it that a terminal would obey.
pub(super) fn write(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Careful)).map_err(io::Error::from)
}

/// Escapes what a terminal would obey: serde leaves the controls from U+007F on and the marks of
/// direction as they are.
struct Careful;

impl Formatter for Careful {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(is_obeyed) {
            let c = rest[at..].chars().next().expect("it was found");
            out.write_all(&rest.as_bytes()[..at])?;
            write!(out, "\\u{:04x}", u32::from(c))?;
            rest = &rest[at + c.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}

fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        let mut out = vec![];
        super::write(&"字\u{1b}\u{9b}31m\u{7f}\u{202e}“", &mut out).expect("a vector takes all");
        let line = String::from_utf8(out).expect("JSON is UTF-8");
        assert_eq!(line, "\"字\\u001b\\u009b31m\\u007f\\u202e“\"");
        assert_eq!(
            serde_json::from_str::<String>(&line).expect("is JSON"),
            "字\u{1b}\u{9b}31m\u{7f}\u{202e}“"
        );
    }
}
