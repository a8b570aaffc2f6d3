//! Workflow commands: GitHub shows them beside the changed lines of a pull request.

use super::notes::{self, Level, Note, UNREADABLE, notes};
use super::places::Places;
use super::{Page, Settings, Sheet, Tally};
use crate::error::{Error, visible};
use crate::finding::{Severity, say};
use std::cmp::Reverse;
use std::fmt::Write as _;
use std::io::{self, Write};

/// GitHub shows so many annotations of each level for a step.
const SHOWN: usize = 10;

/// A command a finding, written at the end of the run: the worst first, since GitHub shows the
/// first few alone.
pub(super) struct Github {
    settings: Settings,
    commands: Vec<(Level, Reverse<Severity>, String)>,
}

impl Github {
    pub(super) fn new(settings: Settings) -> Self {
        Self { settings, commands: vec![] }
    }

    fn command(&self, file: &str, note: &Note) -> String {
        let (level, at) = (Level::of(note.finding), note.region);
        let mut command = start(level, file, at.start.line, at.start.column);
        let _ = write!(command, ",endLine={}", at.end.line);
        if at.start.line == at.end.line {
            let _ = write!(command, ",endColumn={}", at.end.column);
        }
        let said = notes::advice(note.finding, self.settings.language);
        let _ = write!(command, ",title={}::{}", property(note.finding.check), data(&said));
        command
    }

    /// Why files fail, each in one command.
    fn refusals(&self, files: &[Tally], out: &mut dyn Write) -> io::Result<()> {
        let language = self.settings.language;
        let title = property(say("below the gate", "未通过").template(language));
        let refused = files.iter().filter_map(|it| Some((it, it.reasons(language)?)));
        refused.into_iter().try_for_each(|(tally, reasons)| {
            let file = property(&visible(notes::path(&tally.file)));
            writeln!(out, "::error file={file},title={title}::{}", data(&reasons))
        })
    }
}

impl Sheet for Github {
    fn document(&mut self, page: Page, _: &mut dyn Write) -> io::Result<()> {
        let places = Places::of(page.document);
        for note in notes(page, &places) {
            let key = (Level::of(note.finding), Reverse(note.finding.severity));
            self.commands.push((key.0, key.1, self.command(page.file, &note)));
        }
        Ok(())
    }

    fn finish(&mut self, files: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        for error in errors {
            let (file, line, column) = notes::unread(error);
            let start = start(Level::Error, file, line, column);
            writeln!(out, "{start},title={UNREADABLE}::{}", data(&error.said()))?;
        }
        self.refusals(files, out)?;
        self.commands.sort_by_key(|(level, severity, _)| (*level, *severity));
        self.commands.iter().try_for_each(|(_, _, command)| writeln!(out, "{command}"))?;
        let many = |level| self.commands.iter().filter(|it| it.0 == level).count() > SHOWN;
        if [Level::Error, Level::Warning, Level::Note].into_iter().any(many) {
            let said = say(
                "GitHub shows the first {0} annotations of each level of a step; the formats sarif and markdown show more.",
                "GitHub 每个步骤、每个级别只显示前 {0} 条注解；sarif 与 markdown 格式可显示更多。",
            );
            writeln!(out, "{}", said.with(&[&SHOWN.to_string()]).text(self.settings.language))?;
        }
        Ok(())
    }
}

/// How a command begins.
fn start(level: Level, file: &str, line: u32, column: u32) -> String {
    let file = property(&visible(notes::path(file)));
    let level = level.among(["error", "warning", "notice"]);
    format!("::{level} file={file},line={line},col={column}")
}

/// What stands behind a command's second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value before it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn a_value_ends_nothing() {
        assert_eq!(data("5 %, a\r\n::error::b"), "5 %25, a%0D%0A::error::b");
        assert_eq!(property("a,line=9::b%\n"), "a%2Cline=9%3A%3Ab%25%0A");
    }
}
