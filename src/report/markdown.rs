//! A summary in Markdown, for a comment on a change or the page of a pipeline's step: what each
//! file came to, how often each check fired, and the worst findings. It stays far below the 65,536
//! characters that a comment may have.

use super::notes::{self, Level, notes};
use super::places::Places;
use super::window::{Window, cut};
use super::{Page, Settings, Sheet, Tally, words};
use crate::error::{Error, visible};
use crate::finding::{Language, Severity, say};
use crate::score::{Counts, shown};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// So many files, findings and errors are listed.
const LISTED: usize = 50;

/// So many characters are shown on each side of a mark, and of a message.
const NEAR: usize = 24;
const SAID: usize = 300;

/// A summary of a run.
pub(super) struct Markdown {
    language: Language,
    signature: String,
    checks: BTreeMap<&'static str, u32>,
    /// The rows of the worst findings, the worst first.
    worst: Vec<((Level, Reverse<Severity>), String)>,
    findings: usize,
}

impl Markdown {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            language: settings.language,
            signature: settings.signature.to_string(),
            checks: BTreeMap::new(),
            worst: vec![],
            findings: 0,
        }
    }

    /// Keeps the worst findings of those that are listed and those of the next document.
    fn keep(&mut self, page: Page) {
        let places = Places::of(page.document);
        for note in notes(page, &places) {
            *self.checks.entry(note.finding.check).or_default() += 1;
            self.findings += 1;
            let rank = (Level::of(note.finding), Reverse(note.finding.severity));
            let is_full = self.worst.len() == LISTED;
            if is_full && self.worst.last().is_some_and(|(worst, _)| *worst <= rank) {
                continue;
            }
            let row = self.row(page.file, &note);
            let at = self.worst.partition_point(|(other, _)| *other <= rank);
            self.worst.insert(at, (rank, row));
            self.worst.truncate(LISTED);
        }
    }

    fn row(&self, file: &str, note: &notes::Note) -> String {
        let (finding, line) = (note.finding, note.region.start.line);
        let target = note.segment.target.given();
        let span = target.of_content(finding.span).range();
        let text = Window::of(target.as_str(), &span, NEAR).to_string();
        format!(
            "| {}:{line} | {} | `{}` | {} | {} |",
            escaped(&tail(file)),
            words::severity(finding.severity).template(self.language),
            finding.check,
            code(&text),
            escaped(&cut(&notes::advice(finding, self.language), SAID)),
        )
    }

    fn title(&self, files: &[Tally], errors: &[Error]) -> String {
        let passed = files.iter().filter(|it| it.passed()).count();
        let good = passed == files.len() && errors.is_empty();
        let said = say("{0} of {1} files pass", "{1} 个文件中 {0} 个通过");
        let said = said.with(&[&passed.to_string(), &files.len().to_string()]);
        let sign = if good { "✅" } else { "❌" };
        format!("## {sign} xindaya: {}\n", said.text(self.language))
    }

    fn files(&self, files: &[Tally]) -> Vec<String> {
        let heads = [
            say("file", "文件"),
            say("points", "得分"),
            say("critical", "致命"),
            say("major", "严重"),
            say("minor", "轻微"),
            say("neutral", "提示"),
            say("house style", "体例"),
            say("verdict", "结论"),
        ];
        let mut order: Vec<&Tally> = files.iter().collect();
        let points = |it: &Tally| shown(it.score.document_points());
        order.sort_by(|a, b| a.passed().cmp(&b.passed()).then(points(a).total_cmp(&points(b))));
        let mut rows = vec![self.head(&heads), format!("|---|{}---|", "--:|".repeat(6))];
        rows.extend(order.iter().take(LISTED).map(|it| self.file(it)));
        rows.extend(self.more(order.len()));
        rows
    }

    fn head(&self, heads: &[crate::finding::Bilingual]) -> String {
        let heads: Vec<&str> = heads.iter().map(|it| it.template(self.language)).collect();
        format!("| {} |", heads.join(" | "))
    }

    fn file(&self, tally: &Tally) -> String {
        let count = |counts: &Counts, severity| super::tally::column(counts, severity);
        let mut cells = vec![escaped(&tail(&tally.file))];
        cells.push(format!("{:.1}", shown(tally.score.document_points())));
        let severities = Severity::ALL.iter().rev();
        cells.extend(severities.map(|it| count(&tally.counts, *it).to_string()));
        cells.push(tally.systematic.sum().to_string());
        let passes = say("passes", "通过").template(self.language).to_owned();
        let unread = say("not read", "无法读取").template(self.language).to_owned();
        let verdict = match tally.reasons(self.language) {
            Some(reasons) => format!("❌ {}", escaped(&reasons)),
            None if tally.unread > 0 => format!("❌ {unread}"),
            None => format!("✅ {passes}"),
        };
        cells.push(verdict);
        format!("| {} |", cells.join(" | "))
    }

    /// How many of so many are not listed.
    fn more(&self, count: usize) -> Option<String> {
        let left = count.checked_sub(LISTED).filter(|it| *it > 0)?;
        let said = say("and {0} more", "另有 {0} 项");
        Some(format!("\n{}", said.with(&[&left.to_string()]).text(self.language)))
    }

    fn findings(&self) -> Vec<String> {
        let title = say("The worst findings", "最严重的问题").template(self.language);
        let heads = [
            say("place", "位置"),
            say("severity", "严重程度"),
            say("check", "检查"),
            say("text", "正文"),
            say("finding", "问题"),
        ];
        let mut rows =
            vec![format!("\n### {title}\n"), self.head(&heads), "|---|---|---|---|---|".into()];
        rows.extend(self.worst.iter().map(|(_, row)| row.clone()));
        rows.extend(self.more(self.findings));
        rows
    }

    fn checks(&self) -> Vec<String> {
        let title = say("Findings by check", "各项检查").template(self.language);
        let heads = [say("check", "检查"), say("findings", "问题数")];
        let mut counts: Vec<_> = self.checks.iter().collect();
        counts.sort_by_key(|(check, count)| (Reverse(**count), **check));
        let mut rows = vec![format!("\n<details><summary>{title}</summary>\n"), self.head(&heads)];
        rows.push("|---|--:|".into());
        rows.extend(counts.iter().map(|(check, count)| format!("| `{check}` | {count} |")));
        rows.push("\n</details>".into());
        rows
    }

    fn errors(&self, errors: &[Error]) -> Vec<String> {
        let title = say("Not read", "无法读取").template(self.language);
        let mut rows = vec![format!("\n### {title}\n")];
        rows.extend(errors.iter().take(LISTED).map(|it| {
            let (file, line, _) = notes::unread(it);
            format!("- {}:{line}: {}", escaped(&tail(file)), escaped(&cut(&it.said(), SAID)))
        }));
        rows.extend(self.more(errors.len()));
        rows
    }
}

impl Sheet for Markdown {
    fn document(&mut self, page: Page, _: &mut dyn Write) -> io::Result<()> {
        self.keep(page);
        Ok(())
    }

    fn finish(&mut self, files: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        let mut rows = vec![self.title(files, errors)];
        rows.extend(self.files(files));
        if !errors.is_empty() {
            rows.extend(self.errors(errors));
        }
        if self.findings > 0 {
            rows.extend(self.findings());
            rows.extend(self.checks());
        }
        rows.push(format!("\n<sub>{}</sub>", escaped(&self.signature)));
        rows.iter().try_for_each(|row| writeln!(out, "{row}"))
    }
}

/// The end of a path, which tells files apart.
fn tail(file: &str) -> String {
    let path = notes::path(file);
    let skipped = path.chars().count().saturating_sub(80);
    let dots = if skipped > 0 { "…" } else { "" };
    format!("{dots}{}", path.chars().skip(skipped).collect::<String>())
}

/// A text in which nothing is Markdown, no row of a table ends, and nobody is called upon.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in visible(text).chars() {
        match c {
            '\\' => out.push_str("&#92;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // A word joiner: GitHub looks for names and numbers behind these.
            '@' | '#' => out.extend([c, '\u{2060}']),
            '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' | '$' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out.replace("://", "\\://").replace("www.", "www\\.")
}

/// A text as code in a table, whatever is in it.
fn code(text: &str) -> String {
    // A backslash before the one that keeps a bar from ending the cell would undo it.
    let text = visible(text).replace("\\|", "\\\u{2060}|").replace('|', "\\|");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

#[cfg(test)]
mod tests {
    use super::{code, escaped, tail};

    #[test]
    fn nothing_is_markdown() {
        assert_eq!(escaped("a|b\n<script>[x](y)"), "a\\|b␊&lt;script&gt;\\[x\\](y)");
        assert_eq!(escaped("@me #1"), "@\u{2060}me #\u{2060}1");
        assert_eq!(escaped("*粗*\x1b[0m"), "\\*粗\\*␛\\[0m");
        assert_eq!(escaped("https://www.a.b\\|"), "https\\://www\\.a.b&#92;\\|");
    }

    #[test]
    fn code_ends_where_it_should() {
        assert_eq!(code("a`b``|c"), "```a`b``\\|c```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code("字\\|"), "`字\\\u{2060}\\|`");
    }

    #[test]
    fn a_long_path_keeps_its_end() {
        let path = tail(&format!("./{}/zh.po", "a/".repeat(60)));
        assert!(path.starts_with('…') && path.ends_with("zh.po") && path.chars().count() == 81);
    }
}
