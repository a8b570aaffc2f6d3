//! `file:line:column: level: what is wrong [check]`.

use super::notes::{self, Level, UNREADABLE, notes};
use super::places::Places;
use super::{Page, Settings, Sheet, Tally};
use crate::error::{Error, visible};
use std::io::{self, Write};

/// A line a finding; columns count characters.
pub(super) struct Gnu(pub(super) Settings);

impl Sheet for Gnu {
    fn document(&mut self, page: Page, out: &mut dyn Write) -> io::Result<()> {
        let (places, file) = (Places::of(page.document), visible(page.file));
        notes(page, &places).try_for_each(|it| {
            let level = Level::of(it.finding).among(["error", "warning", "note"]);
            let (at, said) = (it.region.start, notes::advice(it.finding, self.0.language));
            let check = it.finding.check;
            writeln!(out, "{file}:{}:{}: {level}: {said} [{check}]", at.line, at.column)
        })
    }

    fn finish(&mut self, _: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        errors.iter().try_for_each(|it| {
            let (file, line, column) = notes::unread(it);
            let file = visible(file);
            writeln!(out, "{file}:{line}:{column}: error: {} [{UNREADABLE}]", it.said())
        })
    }
}
