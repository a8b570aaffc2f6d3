//! reviewdog's diagnostics: one JSON object. Its columns count bytes of UTF-8.

use super::json::{Array, write};
use super::notes::{self, Level, Note, UNREADABLE, notes};
use super::places::{Places, Region};
use super::{Page, Settings, Sheet, Tally};
use crate::error::Error;
use serde::Serialize;
use std::io::{self, Write};

/// A diagnostic a finding.
pub(super) struct Rdjson {
    settings: Settings,
    array: Array,
}

#[derive(Serialize)]
struct Diagnostic<'d> {
    message: String,
    location: Location<'d>,
    severity: &'static str,
    code: Code<'d>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'d>>,
}

#[derive(Serialize)]
struct Location<'d> {
    path: &'d str,
    range: Range,
}

#[derive(Serialize)]
struct Code<'d> {
    value: &'d str,
}

#[derive(Serialize)]
struct Suggestion<'d> {
    range: Range,
    text: &'d str,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Position>,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

impl Rdjson {
    pub(super) fn new(settings: Settings) -> Self {
        Self { settings, array: Array::default() }
    }

    fn head(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.array.is_begun() {
            return Ok(());
        }
        out.write_all(b"{\"source\":")?;
        write(&Source { name: "xindaya" }, out)?;
        out.write_all(b",\"diagnostics\":")?;
        self.array.begin(out)
    }

    fn diagnostic<'d>(&self, file: &'d str, note: &Note<'d>) -> Diagnostic<'d> {
        let text = note.replacement();
        let suggestion = text.map(|text| Suggestion { range: range(note.region), text });
        let language = self.settings.language;
        let message = match &suggestion {
            Some(_) => notes::message(note.finding, language),
            None => notes::advice(note.finding, language),
        };
        Diagnostic {
            message,
            location: Location { path: notes::path(file), range: range(note.region) },
            severity: Level::of(note.finding).among(["ERROR", "WARNING", "INFO"]),
            code: Code { value: note.finding.check },
            suggestions: suggestion.into_iter().collect(),
        }
    }
}

impl Sheet for Rdjson {
    fn document(&mut self, page: Page, out: &mut dyn Write) -> io::Result<()> {
        self.head(out)?;
        let places = Places::of(page.document);
        notes(page, &places).try_for_each(|it| {
            let diagnostic = self.diagnostic(page.file, &it);
            self.array.item(&diagnostic, out)
        })
    }

    fn finish(&mut self, _: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        self.head(out)?;
        for error in errors {
            let (path, line, column) = notes::unread(error);
            let range = Range { start: Position { line, column }, end: None };
            let diagnostic = Diagnostic {
                message: error.said(),
                location: Location { path, range },
                severity: "ERROR",
                code: Code { value: UNREADABLE },
                suggestions: vec![],
            };
            self.array.item(&diagnostic, out)?;
        }
        self.array.end(out)?;
        out.write_all(b"}\n")
    }
}

fn range(region: Region) -> Range {
    let at = |it: crate::text::Position| Position { line: it.line, column: it.column_bytes };
    Range { start: at(region.start), end: Some(at(region.end)) }
}
