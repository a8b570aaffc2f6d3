//! Reads the choices of messages.

use super::parse::{Flaw, Parser, Wrong};
use super::{Branch, Choice, OTHER};
use crate::text::Span;

/// Choices that may stand inside each other.
const DEEPEST: usize = 64;

/// What a number may be counted by, beside `=1`.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", OTHER];

impl Parser<'_> {
    /// Reads a choice whose kind was read. Where it does not count, a `#` is a number if a choice
    /// around it, `outer`, does.
    pub(super) fn choice(
        &mut self,
        open: usize,
        name: Span,
        kind: Span,
        outer: bool,
    ) -> Result<Choice, Flaw> {
        if self.depth == DEEPEST {
            return Err(self.flaw(Wrong::Depth, open, open + 1));
        }
        let counts = &self.text[kind.range()] != "select";
        if !self.rest().starts_with(',') {
            return Err(self.flaw(Wrong::Branch, kind.range().start, kind.range().end));
        }
        self.at += 1;
        self.depth += 1;
        self.offset();
        let mut branches = vec![];
        while self.next_branch(open)? {
            branches.push(self.branch(counts, outer)?);
        }
        self.depth -= 1;
        let span = Span::from(open..self.at);
        let choice = Choice { span, name, kind, counts, branches };
        if choice.branch(self.text, OTHER).is_none() {
            return Err(self.flaw(Wrong::NoOther, open, kind.range().end));
        }
        Ok(choice)
    }

    /// Passes over what is taken from the number before it is shown.
    fn offset(&mut self) {
        self.space();
        if let Some(rest) = self.rest().strip_prefix("offset:") {
            let rest = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
            self.at = self.text.len() - rest.len();
        }
    }

    /// Whether a branch follows. Passes over the brace that closes the choice.
    fn next_branch(&mut self, open: usize) -> Result<bool, Flaw> {
        self.space();
        if self.rest().starts_with('}') {
            self.at += 1;
            return Ok(false);
        }
        if self.rest().is_empty() {
            return Err(self.flaw(Wrong::Unclosed, open, open + 1));
        }
        Ok(true)
    }

    fn branch(&mut self, counts: bool, outer: bool) -> Result<Branch, Flaw> {
        let start = self.at;
        let key = self.word();
        self.space();
        let open = self.at;
        if key.is_empty() || !self.rest().starts_with('{') {
            let next = self.rest().chars().next().map_or(0, char::len_utf8);
            let end = if key.is_empty() { start + next } else { key.range().end };
            return Err(self.flaw(Wrong::Branch, start, end));
        }
        let word = &self.text[key.range()];
        if counts && !is_category(word) {
            return Err(self.flaw(Wrong::Category, key.range().start, key.range().end));
        }
        self.at += 1;
        let message = self.message(counts || outer)?;
        if !self.rest().starts_with('}') {
            return Err(self.flaw(Wrong::Unclosed, open, open + 1));
        }
        self.at += 1;
        Ok(Branch { key, message })
    }
}

/// Whether it is one of the words that numbers are counted by, or `=` and a number.
fn is_category(word: &str) -> bool {
    let number = word.strip_prefix('=').filter(|it| !it.is_empty());
    CATEGORIES.contains(&word) || number.is_some_and(|it| it.bytes().all(|c| c.is_ascii_digit()))
}
