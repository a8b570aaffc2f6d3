//! How the report looks where it goes: language, width, colour.

use super::args::{Colour, View};
use crate::config::LANGUAGES;
use crate::error::Error;
use crate::finding::{Language, say};
use crate::report::Notice;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, BufWriter, Write};

/// The language that was asked for, else that of the configuration, else that of the locale.
pub(super) fn spoken(asked: &str, configured: Option<Language>) -> Language {
    language(asked).or(configured).unwrap_or_else(of_locale)
}

/// The language with this name; none for `auto`.
fn language(name: &str) -> Option<Language> {
    LANGUAGES.iter().find(|(it, _)| *it == name).map(|(_, language)| *language)
}

fn of_locale() -> Language {
    let locale = sys_locale::get_locale().unwrap_or_default().to_lowercase();
    match locale {
        it if !it.starts_with("zh") => Language::English,
        it if ["hant", "tw", "hk", "mo"].iter().any(|tag| it.contains(tag)) => Language::Hant,
        _ => Language::Hans,
    }
}

/// How many columns a line has: what COLUMNS says, else the terminal, else 80.
pub(super) fn width(to_file: bool) -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|it| it.parse().ok());
    let terminal = || {
        let size = terminal_size::terminal_size_of(io::stdout()).filter(|_| !to_file);
        size.map(|(width, _)| usize::from(width.0))
    };
    asked.or_else(terminal).filter(|width| *width > 0).unwrap_or(80)
}

/// Whether to colour what goes to the standard output.
pub(super) fn colour(view: &View, to_file: bool) -> bool {
    match view.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => !to_file && AutoStream::choice(&io::stdout()) != ColorChoice::Never,
    }
}

/// The standard output. Colours pass through `anstream`, which an old console needs; reports for
/// programs must not.
pub(super) fn writer(coloured: bool) -> Box<dyn Write> {
    if coloured {
        let stream = AutoStream::new(io::stdout(), ColorChoice::Always);
        Box::new(BufWriter::new(stream.lock()))
    } else {
        Box::new(BufWriter::new(io::stdout().lock()))
    }
}

/// Tells a person what was chosen for them. If nobody listens, nobody is told.
pub(super) fn note(said: &str) {
    let _ = writeln!(anstream::stderr(), "note: {said}");
}

/// Tells a person how it went. If nobody listens, nobody is told.
pub(super) fn remark(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}

/// So many notices are told one by one.
const TOLD: usize = 20;

/// Tells a person what sets nothing aside, and that a run fails for it. If nobody listens, nobody
/// is told.
pub(super) fn warn(notices: &[Notice], is_failing: bool, language: Language) {
    let style = clap::builder::Styles::default();
    let style = style.get_valid();
    let warn = |said: &str| writeln!(anstream::stderr(), "{style}warning:{style:#} {said}");
    for notice in notices.iter().take(TOLD) {
        let _ = warn(&notice.text(language));
    }
    let left_out = notices.len().saturating_sub(TOLD).to_string();
    if left_out != "0" {
        let said = say("{0} more of this kind", "另有 {0} 处同类情况");
        let _ = warn(&said.with(&[&left_out]).text(language));
    }
    if is_failing && !notices.is_empty() {
        let said =
            say("fails: what sets nothing aside: {0}", "未通过：不起作用的忽略或基线 {0} 处");
        remark(&said.with(&[&notices.len().to_string()]).text(language));
    }
}

/// Tells a person what went wrong. If nobody listens, nobody is told.
pub(super) fn complain(error: &Error) {
    let style = clap::builder::Styles::default();
    let style = style.get_error();
    let _ = writeln!(anstream::stderr(), "{style}error:{style:#} {error}");
}
