//! How the paragraphs of a document end, and whether the next one goes on with what one began.

use super::{Unit, settled};
use crate::fluency::{Ending, ending};
use crate::text::{Kind, Span, chars};

/// The end of a paragraph at which something is wrong. Each end is told once.
#[derive(Clone, Copy, Debug)]
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
const LONG: u32 = 16;

/// The ends at which something is wrong.
pub(super) fn closes(units: &[Unit]) -> Vec<Close> {
    let ends: Vec<Ending> = units.iter().map(end).collect();
    // Most documents end every paragraph well: how long they are does not matter then.
    if ends.iter().all(|end| *end == Ending::Stopped) {
        return vec![];
    }
    let stopped = is_stopped(units, &ends);
    (0..units.len()).filter_map(|nth| close(units, nth, ends[nth], stopped)).collect()
}

fn end(unit: &Unit) -> Ending {
    ending(unit.target.shadow().chars())
}

fn close(units: &[Unit], nth: usize, end: Ending, stopped: bool) -> Option<Close> {
    let unit = &units[nth];
    if end == Ending::Stopped || matches!(unit.kind, Kind::Heading | Kind::Item) {
        return None;
    }
    let han = unit.target.size().han;
    let goes_on = units.get(nth + 1).is_some_and(|next| goes_on(unit, next));
    let told = settled::is_sentence(unit);
    let within = stopped || unit.target.sentences().len() > 1 || goes_on;
    match end {
        Ending::Stopped => None,
        Ending::Bare => {
            let span = last(unit, 1);
            (stopped && is_running(unit, nth, han)).then_some(Close::Bare { nth, span })
        }
        Ending::Pending => (within && han >= SHORT && !is_row(unit, units.len()))
            .then(|| broken(nth, last(unit, 1), goes_on)),
        Ending::Dangling(word) => {
            let span = last(unit, word.chars().count());
            let long = if told { han >= BRIEF } else { within && han >= SHORT };
            let sure = long && is_word(unit, span) && (word != "的" || goes_on);
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

/// The same where the source is a whole sentence.
const BRIEF: u32 = 5;

/// Whether a paragraph is running text: it has a stop, or a comma, or is longer than headings and
/// captions are. What a document begins with is a title unless it has a stop.
fn is_running(unit: &Unit, nth: usize, han: u32) -> bool {
    let stops = || unit.target.sentences().len() > 1;
    let long = han >= NO_CAPTION || unit.target.text().contains(['，', ',']);
    unit.kind == Kind::Body && han >= LONG && (nth > 0 && long || stops())
}

/// Chinese characters that neither headings nor captions have.
const NO_CAPTION: u32 = 30;

fn broken(nth: usize, span: Span, goes_on: bool) -> Close {
    if goes_on { Close::Broken { nth, span } } else { Close::Dangling { nth, span } }
}

/// Whether the long paragraphs of a document, three at least, end with a stop but for one, or for
/// one in twenty. What the document begins with may be a title, and does not count then.
fn is_stopped(units: &[Unit], ends: &[Ending]) -> bool {
    let (mut stopped, mut bare) = (0, 0);
    for (nth, (unit, end)) in units.iter().zip(ends).enumerate() {
        let title = nth == 0 && *end != Ending::Stopped;
        if !title && unit.target.size().han >= LONG {
            let counts = if *end == Ending::Stopped { &mut stopped } else { &mut bare };
            *counts += 1;
        }
    }
    stopped >= 3 && bare <= ((stopped + bare) / 20).max(1)
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
        && end(next) == Ending::Stopped
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
