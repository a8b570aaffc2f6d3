//! A unified diff of a text that is told piece by piece, so that a file of any length can be.

use crate::error::visible;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::collections::VecDeque;
use std::io::{self, Write};

/// So many lines that stay the same are shown around those that do not.
const CONTEXT: usize = 3;

/// The diff of one file.
pub(super) struct Diff<'w> {
    out: Box<dyn Write + 'w>,
    name: String,
    /// Whether a person looks on: then there are colours, and nothing gets out that a terminal
    /// would obey.
    is_shown: bool,
    /// What was told of the line that is not at its end, before and after.
    open: (String, String),
    before: VecDeque<String>,
    hunk: Option<Hunk>,
    /// The numbers of the lines that come next.
    next: (usize, usize),
    has_begun: bool,
}

struct Hunk {
    start: (usize, usize),
    lines: Vec<(char, String)>,
    /// How many lines at its end stay the same.
    same: usize,
}

impl<'w> Diff<'w> {
    pub(super) fn new(name: &str, is_shown: bool, out: Box<dyn Write + 'w>) -> Self {
        let open = (String::new(), String::new());
        let (name, before) = (visible(name), VecDeque::new());
        Self { out, name, is_shown, open, before, hunk: None, next: (1, 1), has_begun: false }
    }

    /// Goes on with a text that stays the same.
    pub(super) fn same(&mut self, text: &str) -> io::Result<()> {
        let (lines, rest) = text.split_at(text.rfind('\n').map_or(0, |at| at + 1));
        if !lines.is_empty() {
            self.change(lines, lines);
            self.settle()?;
        }
        self.change(rest, rest);
        Ok(())
    }

    /// Goes on with a text that becomes another one.
    pub(super) fn change(&mut self, old: &str, new: &str) {
        self.open.0.push_str(old);
        self.open.1.push_str(new);
    }

    /// Ends the diff.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.settle()?;
        self.close()?;
        self.out.flush()
    }

    /// Compares the lines that are open, which end together.
    fn settle(&mut self) -> io::Result<()> {
        let (old, new) = std::mem::take(&mut self.open);
        if old == new {
            return old.split_inclusive('\n').try_for_each(|line| self.line(' ', line));
        }
        let lines = |it: &'_ str| it.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
        let (old, new) = (lines(&old), lines(&new));
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            let (tag, old_lines, new_lines) = op.as_tag_tuple();
            if tag == DiffTag::Equal {
                old[old_lines].iter().try_for_each(|line| self.line(' ', line))?;
            } else {
                old[old_lines].iter().try_for_each(|line| self.line('-', line))?;
                new[new_lines].iter().try_for_each(|line| self.line('+', line))?;
            }
        }
        Ok(())
    }

    fn line(&mut self, mark: char, line: &str) -> io::Result<()> {
        let is_same = mark == ' ';
        let start = (self.next.0 - self.before.len(), self.next.1 - self.before.len());
        self.next.0 += usize::from(mark != '+');
        self.next.1 += usize::from(mark != '-');
        if is_same && self.hunk.is_none() {
            self.before.push_back(line.to_owned());
            self.before.truncate_front_to(CONTEXT);
            return Ok(());
        }
        let hunk = self.hunk.get_or_insert_with(|| {
            let lines = self.before.drain(..).map(|line| (' ', line)).collect();
            Hunk { start, lines, same: 0 }
        });
        hunk.lines.push((mark, line.to_owned()));
        hunk.same = if is_same { hunk.same + 1 } else { 0 };
        if hunk.same > 2 * CONTEXT { self.close() } else { Ok(()) }
    }

    /// Writes the hunk; what is not shown of its end may come before the next one.
    fn close(&mut self) -> io::Result<()> {
        let Some(mut hunk) = self.hunk.take() else { return Ok(()) };
        if !self.has_begun {
            self.has_begun = true;
            let name = self.name.clone();
            self.write(BOLD, &format!("--- {name}\n"))?;
            self.write(BOLD, &format!("+++ {name}\n"))?;
        }
        let rest = hunk.lines.split_off(hunk.lines.len() - hunk.same.saturating_sub(CONTEXT));
        self.before.extend(rest.into_iter().map(|(_, line)| line));
        self.before.truncate_front_to(CONTEXT);
        let count = |other: char| hunk.lines.iter().filter(|(mark, _)| *mark != other).count();
        let (old, new) = (range(hunk.start.0, count('+')), range(hunk.start.1, count('-')));
        self.write(CYAN, &format!("@@ -{old} +{new} @@\n"))?;
        for (mark, line) in hunk.lines {
            let style = match mark {
                '-' => RED,
                '+' => GREEN,
                _ => PLAIN,
            };
            self.write(style, &format!("{mark}{line}"))?;
            if !line.ends_with('\n') {
                self.write(PLAIN, "\n\\ No newline at end of file\n")?;
            }
        }
        Ok(())
    }

    fn write(&mut self, style: anstyle::Style, text: &str) -> io::Result<()> {
        if !self.is_shown {
            return self.out.write_all(text.as_bytes());
        }
        let line = text.trim_end_matches(['\n', '\r']);
        let end = if text.ends_with('\n') { "\n" } else { "" };
        write!(self.out, "{style}{}{style:#}{end}", visible(line))
    }
}

const PLAIN: anstyle::Style = anstyle::Style::new();
const BOLD: anstyle::Style = PLAIN.bold();
const CYAN: anstyle::Style = colour(anstyle::AnsiColor::Cyan);
const RED: anstyle::Style = colour(anstyle::AnsiColor::Red);
const GREEN: anstyle::Style = colour(anstyle::AnsiColor::Green);

const fn colour(colour: anstyle::AnsiColor) -> anstyle::Style {
    PLAIN.fg_color(Some(anstyle::Color::Ansi(colour)))
}

/// Lines as the head of a hunk counts them: none begin at the line before.
fn range(start: usize, count: usize) -> String {
    match count {
        0 => format!("{},0", start - 1),
        1 => start.to_string(),
        _ => format!("{start},{count}"),
    }
}

trait TruncateFront {
    fn truncate_front_to(&mut self, count: usize);
}

impl<T> TruncateFront for VecDeque<T> {
    fn truncate_front_to(&mut self, count: usize) {
        let gone = self.len().saturating_sub(count);
        self.drain(..gone);
    }
}

#[cfg(test)]
mod tests {
    use super::Diff;

    fn told(parts: &[(&str, &str)]) -> String {
        let mut out = vec![];
        let mut diff = Diff::new("a.txt", false, Box::new(&mut out));
        for (old, new) in parts {
            if old == new {
                diff.same(old).expect("is written");
            } else {
                diff.change(old, new);
            }
        }
        diff.finish().expect("is written");
        String::from_utf8(out).expect("is text")
    }

    #[test]
    fn a_change_stands_between_three_lines() {
        let before = "1\n2\n3\n4\n甲";
        let said = told(&[(before, before), (",", "，"), ("乙\n6\n7\n8\n9\n", "乙\n6\n7\n8\n9\n")]);
        let hunk = "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-甲,乙\n+甲，乙\n 6\n 7\n 8\n";
        assert_eq!(said, format!("--- a.txt\n+++ a.txt\n{hunk}"));
    }

    #[test]
    fn changes_that_are_far_from_each_other_have_hunks_of_their_own() {
        let far = "x\n".repeat(9);
        let said = told(&[("a\n", "b\n"), (&far, &far), ("c", "d")]);
        let first = "@@ -1,4 +1,4 @@\n-a\n+b\n x\n x\n x\n";
        let end = "\\ No newline at end of file\n";
        let second = format!("@@ -8,4 +8,4 @@\n x\n x\n x\n-c\n{end}+d\n{end}");
        assert_eq!(said, format!("--- a.txt\n+++ a.txt\n{first}{second}"));
        assert_eq!(told(&[(&far, &far)]), "");
    }
}
