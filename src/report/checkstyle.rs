//! Checkstyle's XML: a file with its findings.

use super::notes::{self, Level, UNREADABLE, notes};
use super::places::Places;
use super::xml::{Tags, tag};
use super::{Page, Settings, Sheet, Tally};
use crate::error::Error;
use std::io::{self, Write};

/// An element a finding.
pub(super) struct Checkstyle {
    settings: Settings,
    is_begun: bool,
}

impl Checkstyle {
    pub(super) fn new(settings: Settings) -> Self {
        Self { settings, is_begun: false }
    }

    fn head(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.is_begun {
            return Ok(());
        }
        self.is_begun = true;
        let mut tags = Tags::new(out);
        tags.head()?;
        tags.open(tag("checkstyle", [("version", "10.0")]))
    }
}

impl Sheet for Checkstyle {
    fn start(&mut self, file: &str, out: &mut dyn Write) -> io::Result<()> {
        self.head(out)?;
        Tags::new(out).open(tag("file", [("name", notes::path(file))]))
    }

    fn document(&mut self, page: Page, out: &mut dyn Write) -> io::Result<()> {
        let (places, mut tags) = (Places::of(page.document), Tags::new(out));
        notes(page, &places).try_for_each(|it| {
            let at = it.region.start;
            let level = Level::of(it.finding).among(["error", "warning", "info"]);
            let said = notes::advice(it.finding, self.settings.language);
            tags.empty(fault(at.line, at.column, level, &said, it.finding.check))
        })
    }

    fn end(&mut self, _: &Tally, out: &mut dyn Write) -> io::Result<()> {
        Tags::new(out).close("file")
    }

    fn finish(&mut self, _: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        self.head(out)?;
        let mut tags = Tags::new(out);
        for error in errors {
            let (file, line, column) = notes::unread(error);
            tags.open(tag("file", [("name", file)]))?;
            tags.empty(fault(line, column, "error", &error.said(), UNREADABLE))?;
            tags.close("file")?;
        }
        tags.close("checkstyle")
    }
}

fn fault(
    line: u32,
    column: u32,
    level: &str,
    said: &str,
    check: &str,
) -> quick_xml::events::BytesStart<'static> {
    let (line, column) = (line.to_string(), column.to_string());
    let source = format!("xindaya.{check}");
    tag(
        "error",
        [
            ("line", line.as_str()),
            ("column", &column),
            ("severity", level),
            ("message", said),
            ("source", &source),
        ],
    )
}
