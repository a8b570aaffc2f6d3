//! What can go wrong with an input, said so that a person can mend it.

use std::fmt;

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

/// Up to some sixty columns of `line` around its `column`, and the blanks before the mark.
fn excerpt(line: &str, column: u32) -> (String, String) {
    let column = column.saturating_sub(1) as usize;
    let skipped = column.saturating_sub(24);
    let shown: String = line.chars().skip(skipped).take(48).collect();
    let before: String = line.chars().skip(skipped).take(column - skipped).collect();
    (visible(&shown), " ".repeat(unicode_width::UnicodeWidthStr::width(visible(&before).as_str())))
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

/// Whether a terminal would obey `c`, or show nothing for it.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}')
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
        assert_eq!(super::visible("a\x1b[31m\u{202e}"), "a␛[31m<U+202E>");
    }
}
