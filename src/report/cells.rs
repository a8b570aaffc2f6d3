//! What a translator works through: a row a finding, the decision still open.

use super::notes::{self, Note, UNREADABLE, notes};
use super::places::Places;
use super::window::{Window, cut};
use super::{Page, words};
use crate::error::{Error, visible, visible_lines};
use crate::finding::{Language, Severity, say};

/// A finding, its cells made visible.
pub(super) struct Row {
    pub(super) file: String,
    pub(super) id: String,
    pub(super) line: u32,
    pub(super) source: String,
    pub(super) target: Window,
    pub(super) finding: String,
    /// None of a file that could not be read.
    pub(super) severity: Option<Severity>,
    pub(super) check: &'static str,
    pub(super) suggestion: String,
}

impl Row {
    /// The severity in words.
    pub(super) fn severity(&self, language: Language) -> &'static str {
        self.severity.map_or("", |it| words::severity(it).template(language))
    }

    /// The target with its mark; nothing of a file that could not be read.
    pub(super) fn marked(&self) -> String {
        self.severity.map(|_| self.target.to_string()).unwrap_or_default()
    }
}

/// So many characters are shown on each side of a mark, and of a source twice as many.
const ROOM: usize = 1000;

/// The heads of the columns, the last one of which is empty: the decision.
pub(super) fn heads(language: Language) -> [&'static str; 10] {
    let heads = [
        say("file", "文件"),
        say("id", "编号"),
        say("line", "行"),
        say("source", "原文"),
        say("target", "译文"),
        say("finding", "问题"),
        say("severity", "严重程度"),
        say("check", "检查"),
        say("suggestion", "建议"),
        say("decision", "处理"),
    ];
    heads.map(|it| it.template(language))
}

/// The rows of a document.
pub(super) fn rows<'d>(
    page: Page<'d>,
    places: &Places<'d>,
    language: Language,
) -> impl Iterator<Item = Row> {
    notes(page, places).map(move |note| row(page.file, &note, language))
}

fn row(file: &str, note: &Note, language: Language) -> Row {
    let finding = note.finding;
    let target = note.segment.target.given();
    let Window { before, mark, after } =
        Window::of(target.as_str(), &target.of_content(finding.span).range(), ROOM);
    let source = note.segment.source.as_ref().map(|it| cut(it.given().as_str(), 2 * ROOM));
    let delete = say("(delete)", "（删去）").template(language);
    let suggestion = finding.fix.as_ref().map(|it| match it.replacement.as_str() {
        "" => delete.to_owned(),
        replacement => visible_lines(replacement),
    });
    Row {
        file: visible(file),
        id: note.segment.id.as_deref().map(visible).unwrap_or_default(),
        line: note.region.start.line,
        source: source.map(|it| visible_lines(&it)).unwrap_or_default(),
        target: Window {
            before: visible_lines(&before),
            mark: visible_lines(&mark),
            after: visible_lines(&after),
        },
        finding: notes::message(finding, language),
        severity: Some(finding.severity),
        check: finding.check,
        suggestion: suggestion.unwrap_or_default(),
    }
}

/// The row of a file that could not be read.
pub(super) fn unread(error: &Error) -> Row {
    let (file, line, _) = notes::unread(error);
    let nothing = String::new;
    Row {
        file: visible(file),
        id: nothing(),
        line,
        source: nothing(),
        target: Window { before: nothing(), mark: nothing(), after: nothing() },
        finding: error.said(),
        severity: None,
        check: UNREADABLE,
        suggestion: nothing(),
    }
}
