//! How the paragraphs of a document end, and whether the next one goes on with what one began.

use super::Unit;
use crate::fluency::{Ending, ending};
use crate::text::{Kind, Size, Span, chars};

/// The end of a paragraph at which something is wrong. Each end is told once.
pub(super) enum Close {
    /// The sentence is broken off and goes on in the next paragraph.
    Broken {
        /// The unit's number.
        nth: usize,
        /// Its last word or mark.
        span: Span,
    },
    /// The sentence is broken off and goes on nowhere.
    Dangling {
        /// The unit's number.
        nth: usize,
        /// Its last word or mark.
        span: Span,
    },
    /// The final stop is missing.
    Bare {
        /// The unit's number.
        nth: usize,
        /// Its last character.
        span: Span,
    },
}

/// A paragraph as long as this, in Chinese characters, is no heading and no caption.
const LONG: u32 = 20;

/// The ends at which something is wrong.
pub(super) fn closes(units: &[Unit]) -> Vec<Close> {
    let stopped = is_stopped(units);
    (0..units.len()).filter_map(|nth| close(units, nth, stopped)).collect()
}

fn close(units: &[Unit], nth: usize, stopped: bool) -> Option<Close> {
    let unit = &units[nth];
    if matches!(unit.kind, Kind::Heading | Kind::Item) {
        return None;
    }
    let han = Size::of(unit.target.text()).han;
    let goes_on = units.get(nth + 1).is_some_and(|next| goes_on(unit, next));
    let within = stopped || unit.target.sentences().len() > 1 || goes_on;
    match ending(unit.target.shadow().chars()) {
        Ending::Stopped => None,
        Ending::Bare => {
            let span = last(unit, 1);
            (han >= LONG && stopped && is_running(unit)).then_some(Close::Bare { nth, span })
        }
        Ending::Pending => (within && han >= SHORT && !is_row(unit, units.len()))
            .then(|| broken(nth, last(unit, 1), goes_on)),
        Ending::Dangling(word) => {
            let span = last(unit, word.chars().count());
            let sure = within && han >= SHORT && is_word(unit, span) && (word != "的" || goes_on);
            sure.then(|| broken(nth, span, goes_on))
        }
    }
}

/// Whether a unit is one of several rows: a sentence may run through subtitles, and a program
/// puts messages together.
fn is_row(unit: &Unit, all: usize) -> bool {
    matches!(unit.kind, Kind::Cell | Kind::Message | Kind::Cue) && all > 1
}

/// A paragraph shorter than this, in Chinese characters, may be anything.
const SHORT: u32 = 12;

/// Whether a paragraph is running text: it has a stop, or several commas.
fn is_running(unit: &Unit) -> bool {
    let commas = unit.target.text().matches(['，', ',']).count();
    unit.kind == Kind::Body && (unit.target.sentences().len() > 1 || commas >= 2)
}

fn broken(nth: usize, span: Span, goes_on: bool) -> Close {
    if goes_on { Close::Broken { nth, span } } else { Close::Dangling { nth, span } }
}

/// Whether the long paragraphs of a document, four at least, end with a stop but for one, or for one in twenty.
fn is_stopped(units: &[Unit]) -> bool {
    let long = units.iter().filter(|unit| Size::of(unit.target.text()).han >= LONG);
    let (mut all, mut stopped) = (0, 0);
    for unit in long {
        all += 1;
        stopped += usize::from(ending(unit.target.shadow().chars()) == Ending::Stopped);
    }
    all >= 4 && all - stopped <= (all / 20).max(1)
}

/// Whether a paragraph may go on with the sentence of the one before it, and itself is one that
/// ends with a stop. Rows of a file are no paragraphs.
fn goes_on(unit: &Unit, next: &Unit) -> bool {
    let first = next.target.text().trim_start().chars().next();
    let begins =
        |c: char| chars::is_han(c) || c.is_ascii_lowercase() || matches!(c, '「' | '“' | '《');
    unit.kind == Kind::Body
        && next.kind == Kind::Body
        && first.is_some_and(begins)
        && ending(next.target.shadow().chars()) == Ending::Stopped
}

/// The last so many characters before the spaces at the end.
fn last(unit: &Unit, count: usize) -> Span {
    let shadow = unit.target.shadow();
    let end = shadow.chars().iter().rposition(|c| !c.is_whitespace()).map_or(0, |at| at + 1);
    shadow.span(end.saturating_sub(count)..end)
}

/// Whether the last word is that of the span, not a longer one.
fn is_word(unit: &Unit, span: Span) -> bool {
    unit.target.words().last().is_some_and(|word| word.span == span)
}
