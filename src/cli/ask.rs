//! Asks a person about each fix.

use crate::error::Error;
use crate::finding::{Finding, Fix, say};
use crate::report::{self, Settings};
use crate::text::Document;
use std::io::{self, BufRead, IsTerminal, Write};

/// A person who is asked.
pub(super) struct Asked<'t> {
    settings: Settings,
    input: Box<dyn BufRead + 't>,
    out: Box<dyn Write + 't>,
    /// What was said for all that comes.
    for_all: Option<bool>,
}

/// The person at the terminal.
///
/// # Errors
///
/// If nobody is there.
pub(super) fn at_terminal(settings: Settings) -> Result<Asked<'static>, Error> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Error::new("--interactive needs a terminal")
            .help("leave it out, or see what would change with --diff"));
    }
    let out = Box::new(anstream::stderr());
    Ok(Asked { settings, input: Box::new(io::stdin().lock()), out, for_all: None })
}

impl Asked<'_> {
    /// Whether nothing more is wanted.
    pub(super) fn has_left(&self) -> bool {
        self.for_all == Some(false)
    }

    /// Whether a fix is wanted. Who hangs up wants no more.
    pub(super) fn wants(&mut self, document: &Document, finding: &Finding, fix: &Fix) -> bool {
        if let Some(answer) = self.for_all {
            return answer;
        }
        loop {
            match self.ask(document, finding, fix).ok().flatten().as_deref() {
                Some("y") => return true,
                Some("n") => return false,
                Some("a") => return *self.for_all.insert(true),
                None | Some("q") => return *self.for_all.insert(false),
                Some(_) => {}
            }
        }
    }

    fn ask(
        &mut self,
        document: &Document,
        finding: &Finding,
        fix: &Fix,
    ) -> io::Result<Option<String>> {
        for line in report::one(document, finding, &self.settings) {
            writeln!(self.out, "{line}")?;
        }
        let question = if fix.certain {
            say(
                "apply this fix? [y]es, [n]o, [a]ll, [q]uit: ",
                "修复吗？[y] 是，[n] 否，[a] 全部，[q] 退出：",
            )
        } else {
            say(
                "apply this suggestion? [y]es, [n]o, [a]ll, [q]uit: ",
                "采用这条建议吗？[y] 是，[n] 否，[a] 全部，[q] 退出：",
            )
        };
        write!(self.out, "{}", question.template(self.settings.language))?;
        self.out.flush()?;
        let mut answer = String::new();
        let count = self.input.read_line(&mut answer)?;
        let first = answer.trim().chars().next().map(|c| c.to_ascii_lowercase().to_string());
        Ok((count > 0).then(|| first.unwrap_or_default()))
    }
}
