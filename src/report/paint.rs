//! Colours, where they are wanted.

use crate::finding::Severity;
use anstyle::{AnsiColor, Style};

/// Paints text, or leaves it plain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    /// Whether to colour at all.
    pub(super) colour: bool,
}

/// What a heading looks like.
pub(super) const STRONG: Style = Style::new().bold();
/// What is there to be passed over.
pub(super) const FAINT: Style = Style::new().dimmed();
/// What is good.
pub(super) const GOOD: Style = AnsiColor::Green.on_default();
/// What is neither good nor bad.
pub(super) const FAIR: Style = AnsiColor::Yellow.on_default();
/// What is bad.
pub(super) const BAD: Style = AnsiColor::Red.on_default();
/// The other copies of a repetition.
pub(super) const COPY: Style = AnsiColor::Cyan.on_default();
/// What to write instead.
pub(super) const REMEDY: Style = AnsiColor::Green.on_default();

impl Paint {
    /// `text` in a style.
    pub(super) fn with(self, style: Style, text: &str) -> String {
        if self.colour && !text.is_empty() {
            format!("{style}{text}{style:#}")
        } else {
            text.into()
        }
    }
}

/// The colour of a severity.
pub(super) fn of_severity(severity: Severity) -> Style {
    match severity {
        Severity::Neutral => AnsiColor::Blue.on_default(),
        Severity::Minor => FAIR,
        Severity::Major => BAD,
        Severity::Critical => AnsiColor::Magenta.on_default().bold(),
    }
}

/// The colour of points.
pub(super) fn of_points(points: f64) -> Style {
    if points >= 80.0 {
        GOOD
    } else if points >= 50.0 {
        FAIR
    } else {
        BAD
    }
}
