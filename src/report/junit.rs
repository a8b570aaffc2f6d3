//! `JUnit`'s XML: a file is a suite, a finding a case. What a file that passes has is told and does
//! not fail, so that the page of tests is red when the exit code is.

use super::notes::{self, UNREADABLE, notes};
use super::places::Places;
use super::xml::{Tags, tag};
use super::{Page, Settings, Sheet, Tally, words};
use crate::error::Error;
use crate::finding::{Confidence, Severity, say};
use std::io::{self, Write};

/// A suite a file, written at the file's end: it begins with the counts.
pub(super) struct Junit {
    settings: Settings,
    is_begun: bool,
    cases: Vec<Case>,
}

/// A finding of the file.
struct Case {
    name: String,
    line: u32,
    check: &'static str,
    said: String,
    /// Whether it can be why the file fails.
    weighs: bool,
}

impl Junit {
    pub(super) fn new(settings: Settings) -> Self {
        Self { settings, is_begun: false, cases: vec![] }
    }

    fn head(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.is_begun {
            return Ok(());
        }
        self.is_begun = true;
        let mut tags = Tags::new(out);
        tags.head()?;
        tags.open(tag("testsuites", [("name", "xindaya")]))
    }

    /// The case that fails when the file is below the gate.
    fn gate(&self, tally: &Tally, tags: &mut Tags) -> io::Result<()> {
        let language = self.settings.language;
        let file = notes::path(&tally.file);
        let name = say("the gate", "门槛").template(language);
        let case = tag("testcase", [("name", name), ("classname", file), ("file", file)]);
        let Some(reasons) = tally.reasons(language) else { return tags.empty(case) };
        tags.open(case)?;
        tags.text(tag("failure", [("type", "gate"), ("message", &reasons)]), &reasons)?;
        tags.close("testcase")
    }
}

impl Sheet for Junit {
    fn start(&mut self, _: &str, out: &mut dyn Write) -> io::Result<()> {
        self.head(out)
    }

    fn document(&mut self, page: Page, _: &mut dyn Write) -> io::Result<()> {
        let (places, language) = (Places::of(page.document), self.settings.language);
        self.cases.extend(notes(page, &places).map(|it| {
            let (at, check) = (it.region.start, it.finding.check);
            let severity = words::severity(it.finding.severity).template(language);
            Case {
                name: format!("{}:{}: {check}", at.line, at.column),
                line: at.line,
                check,
                said: format!("{severity}: {}", notes::advice(it.finding, language)),
                weighs: it.finding.confidence != Confidence::Low
                    && it.finding.severity != Severity::Neutral,
            }
        }));
        Ok(())
    }

    fn end(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let (mut tags, cases) = (Tags::new(out), std::mem::take(&mut self.cases));
        let fails = !tally.refused.is_empty();
        let failed = cases.iter().filter(|it| it.weighs).count() + 1;
        let (tests, failures) = (cases.len() + 1, if fails { failed } else { 0 });
        tags.open(suite(notes::path(&tally.file), tests, failures, 0))?;
        self.gate(tally, &mut tags)?;
        for case in &cases {
            write_case(notes::path(&tally.file), case, fails, &mut tags)?;
        }
        tags.close("testsuite")
    }

    fn finish(&mut self, _: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        self.head(out)?;
        let mut tags = Tags::new(out);
        if !errors.is_empty() {
            tags.open(suite(UNREADABLE, errors.len(), 0, errors.len()))?;
        }
        for error in errors {
            let (file, line, column) = notes::unread(error);
            let (name, line) = (format!("{line}:{column}: {UNREADABLE}"), line.to_string());
            let attributes =
                [("name", name.as_str()), ("classname", file), ("file", file), ("line", &line)];
            tags.open(tag("testcase", attributes))?;
            let fault = tag("error", [("type", UNREADABLE), ("message", &error.said())]);
            tags.text(fault, &error.to_string())?;
            tags.close("testcase")?;
        }
        if !errors.is_empty() {
            tags.close("testsuite")?;
        }
        tags.close("testsuites")
    }
}

fn write_case(file: &str, case: &Case, fails: bool, tags: &mut Tags) -> io::Result<()> {
    let line = case.line.to_string();
    let attributes =
        [("name", case.name.as_str()), ("classname", file), ("file", file), ("line", &line)];
    tags.open(tag("testcase", attributes))?;
    let told = format!("{file}:{}: {}", case.name, case.said);
    if fails && case.weighs {
        tags.text(tag("failure", [("type", case.check), ("message", &case.said)]), &told)?;
    } else {
        tags.text(tag("system-out", []), &told)?;
    }
    tags.close("testcase")
}

fn suite(
    name: &str,
    tests: usize,
    failures: usize,
    errors: usize,
) -> quick_xml::events::BytesStart<'static> {
    let (tests, failures, errors) = (tests.to_string(), failures.to_string(), errors.to_string());
    let counts = [("tests", tests.as_str()), ("failures", &failures), ("errors", &errors)];
    tag("testsuite", std::iter::once(("name", name)).chain(counts))
}
