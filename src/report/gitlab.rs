//! GitLab's code quality report: one JSON array.

use super::json::Array;
use super::notes::{self, UNREADABLE, notes};
use super::places::Places;
use super::{Page, Settings, Sheet, Tally, is_systematic};
use crate::error::Error;
use crate::finding::{Confidence, Finding, Fingerprint, Fingerprints, Severity};
use serde::Serialize;
use std::io::{self, Write};

/// An object a finding.
pub(super) struct Gitlab {
    settings: Settings,
    array: Array,
    prints: Fingerprints,
}

#[derive(Serialize)]
struct Issue<'d> {
    description: String,
    check_name: &'d str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'d>,
}

#[derive(Serialize)]
struct Location<'d> {
    path: &'d str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

impl Gitlab {
    pub(super) fn new(settings: Settings) -> Self {
        Self { settings, array: Array::default(), prints: Fingerprints::default() }
    }
}

impl Sheet for Gitlab {
    fn start(&mut self, _: &str, _: &mut dyn Write) -> io::Result<()> {
        self.prints = Fingerprints::default();
        Ok(())
    }

    fn document(&mut self, page: Page, out: &mut dyn Write) -> io::Result<()> {
        let (places, path) = (Places::of(page.document), notes::path(page.file));
        let prints = self.prints.of(page.document, &page.review.findings);
        notes(page, &places).try_for_each(|it| {
            // GitLab takes two with one fingerprint for one, in whatever files they are.
            let print = prints[it.nth].in_file(path);
            let issue = Issue {
                description: notes::advice(it.finding, self.settings.language),
                check_name: it.finding.check,
                fingerprint: print.to_string(),
                severity: severity(it.finding),
                location: location(path, it.region.start.line, it.region.end.line),
            };
            self.array.item(&issue, out)
        })
    }

    fn finish(&mut self, _: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        for (nth, error) in errors.iter().enumerate() {
            let (path, line, _) = notes::unread(error);
            let print = Fingerprint::of_text(&format!("{nth} {error}"));
            let issue = Issue {
                description: error.said(),
                check_name: UNREADABLE,
                fingerprint: print.to_string(),
                severity: "blocker",
                location: location(path, line, line),
            };
            self.array.item(&issue, out)?;
        }
        self.array.end(out)?;
        out.write_all(b"\n")
    }
}

fn location(path: &str, begin: u32, end: u32) -> Location<'_> {
    Location { path, lines: Lines { begin, end } }
}

/// What never gates, and house style, is information.
fn severity(finding: &Finding) -> &'static str {
    let is_mild = finding.confidence == Confidence::Low || is_systematic(finding);
    match finding.severity {
        Severity::Neutral => "info",
        _ if is_mild => "info",
        severity => severity.name(),
    }
}
