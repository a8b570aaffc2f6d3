//! What can go wrong with an input, said so that a person can mend it.

use std::fmt;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Something that could not be read: what is wrong, where, and the way out.
///
/// Shown as `path:line:column: what is wrong`, then the user's own line with the place marked,
/// then what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Detail>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Detail {
    path: Option<String>,
    place: Option<(u32, u32)>,
    what: String,
    line: Option<String>,
    help: Option<String>,
}

impl Error {
    /// An error that says `what` is wrong.
    pub fn new(what: impl Into<String>) -> Self {
        Self(Box::new(Detail {
            path: None,
            place: None,
            what: what.into(),
            line: None,
            help: None,
        }))
    }

    /// Names the file.
    #[must_use]
    pub fn path(mut self, path: impl fmt::Display) -> Self {
        self.0.path = Some(path.to_string());
        self
    }

    /// Names line and column, both from 1; the column counts characters.
    #[must_use]
    pub fn at(mut self, line: u32, column: u32) -> Self {
        self.0.place = Some((line, column));
        self
    }

    /// Shows the user's own line.
    #[must_use]
    pub fn line(mut self, line: impl Into<String>) -> Self {
        self.0.line = Some(line.into());
        self
    }

    /// Says the way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }
}

impl Error {
    /// The file, if it was named.
    pub fn file(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// Line and column, if they were named.
    pub fn place(&self) -> Option<(u32, u32)> {
        self.0.place
    }

    /// What is wrong and the way out, in one line.
    pub fn said(&self) -> String {
        let help = self.0.help.iter().map(|it| format!(" ({it})"));
        visible(&(self.0.what.clone() + &help.collect::<String>()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Detail { path, place, what, line, help } = &*self.0;
        if let Some(path) = path {
            write!(f, "{}:", visible(path))?;
        }
        if let Some((line, column)) = place {
            write!(f, "{line}:{column}:")?;
        }
        if path.is_some() || place.is_some() {
            f.write_str(" ")?;
        }
        f.write_str(&visible(what))?;
        if let Some(line) = line {
            let (excerpt, caret) = excerpt(line, place.map_or(1, |(_, column)| column));
            write!(f, "\n  | {excerpt}\n  | {caret}^")?;
        }
        help.iter().try_for_each(|help| write!(f, "\n  = {}", visible(help)))
    }
}

impl std::error::Error for Error {}

/// Columns of the user's line that are shown before the mark and from it on.
const BEFORE: usize = 32;
const AFTER: usize = 40;

/// The part of `line` around its `column`, and the blanks that bring the mark under it.
///
/// Characters two columns wide count two; what is cut off on either side shows as an ellipsis.
fn excerpt(line: &str, column: u32) -> (String, String) {
    let mark = line.char_indices().nth(column.saturating_sub(1) as usize);
    let (before, after) = line.split_at(mark.map_or(line.len(), |(at, _)| at));
    let left: Vec<char> = fitting(before.chars().rev(), BEFORE);
    let right: String = fitting(after.chars(), AFTER).iter().collect();
    let left: String = left.iter().rev().collect();
    let dots = |is_cut: bool| if is_cut { "…" } else { "" };
    let (head, tail) = (dots(left.len() < before.len()), dots(right.len() < after.len()));
    let left = format!("{head}{}", visible(&left));
    (format!("{left}{}{tail}", visible(&right)), " ".repeat(left.width()))
}

/// As many of the characters as fit in so many columns.
fn fitting(chars: impl Iterator<Item = char>, columns: usize) -> Vec<char> {
    let mut used = 0;
    let fits = |c: &char| {
        used += c.width().unwrap_or(1);
        used <= columns
    };
    chars.take_while(fits).collect()
}

/// The one of `choices` that a person who wrote `word` most likely meant, if any is near.
pub fn nearest<'c>(word: &str, choices: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.to_lowercase();
    let near = |choice: &'c str| (strsim::osa_distance(&word, &choice.to_lowercase()), choice);
    let (distance, choice) = choices.into_iter().map(near).min_by_key(|(distance, _)| *distance)?;
    (distance <= 1 + word.chars().count() / 4).then_some(choice)
}

/// `text` with its control characters and direction marks shown, never sent.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        let code = u32::from(c);
        match c {
            '\t' => shown.push(' '),
            '\0'..='\x1f' => shown.extend(char::from_u32(0x2400 + code)),
            '\x7f' => shown.push('\u{2421}'),
            _ if is_hidden(c) => shown.extend(["<U+", &format!("{code:04X}"), ">"]),
            _ => shown.push(c),
        }
    }
    shown
}

/// [`visible`] with the line ends kept, where lines are shown.
pub fn visible_lines(text: &str) -> String {
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}

/// Whether a terminal would obey `c`, or show nothing for it.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}' | '\u{ffff}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::Error;

    #[test]
    fn an_error_shows_the_line_and_the_way_out() {
        let error = Error::new("no such column")
            .path("a.tsv")
            .at(2, 3)
            .line("源语\t译文")
            .help("name the columns source and target");
        let said = "a.tsv:2:3: no such column\n  | 源语 译文\n  |     ^\n  = name the columns source and target";
        assert_eq!(error.to_string(), said);
    }

    #[test]
    fn escapes_are_shown_never_sent() {
        assert_eq!(super::visible("a\x1b[31m\u{202e}\u{ffff}"), "a␛[31m<U+202E><U+FFFF>");
        assert_eq!(super::visible_lines("a\x1b\r\nb\n"), "a␛␍\nb\n");
    }

    #[test]
    fn an_error_is_told_in_parts() {
        let error = Error::new("bad\x1b").path("a.po").at(2, 3).line("x").help("mend it");
        assert_eq!((error.file(), error.place()), (Some("a.po"), Some((2, 3))));
        assert_eq!(error.said(), "bad␛ (mend it)");
    }

    #[test]
    fn a_long_line_is_cut_around_its_mark() {
        let line = format!("{}，错{}", "字".repeat(100), "文".repeat(100));
        let said = Error::new("wrong").at(1, 102).line(line).to_string();
        let rows: Vec<&str> = said.lines().collect();
        assert_eq!(rows[1], format!("  | …{}，错{}…", "字".repeat(15), "文".repeat(19)));
        assert_eq!(rows[2], format!("  | {}^", " ".repeat(33)));
    }

    #[test]
    fn a_mark_past_the_line_stands_at_its_end() {
        let said = Error::new("cut off").at(1, 99).line("译文").to_string();
        assert_eq!(said, "1:99: cut off\n  | 译文\n  |     ^");
    }

    #[test]
    fn only_a_near_choice_is_offered() {
        let choices = ["jsonl", "markdown", "plain"];
        assert_eq!(super::nearest("jsnol", choices), Some("jsonl"));
        assert_eq!(super::nearest("Markdwon", choices), Some("markdown"));
        assert_eq!(super::nearest("xliff", choices), None);
    }
}
