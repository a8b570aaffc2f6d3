use super::judge::{judge, suspect};
use super::passage::{Passage, count_han};
use super::runs::{Repeats, Run, runs_and_repeats};
use super::squeezed::Squeezed;
use crate::finding::Confidence;
use crate::text::chars::{self, is_closer, is_opener, is_stop};
use crate::text::{Landmarks, Shadow};
use std::ops::Range;

/// Something said again directly after itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tandem {
    /// The first copy.
    pub first: Range<usize>,
    /// The copies after it.
    pub rest: Range<usize>,
    /// How many copies there are, the first included.
    pub copies: usize,
    /// How sure it is that this is no figure of speech.
    pub confidence: Confidence,
}

/// A run that may be a fault, before any word is looked at.
#[derive(Debug)]
pub struct Candidates<'s> {
    squeezed: Squeezed<'s>,
    runs: Vec<Run>,
    repeats: Repeats,
}

impl<'s> Candidates<'s> {
    /// The runs of a text that are worth cutting it into words.
    pub fn of(shadow: &'s Shadow, marks: &Landmarks) -> Self {
        let squeezed = Squeezed::of(shadow, marks);
        let (mut runs, mut repeats) = runs_and_repeats(squeezed.chars(), u32::from, LACKING);
        // What a space or the end of a line parts may come again without it.
        repeats.close |= squeezed.is_spaced();
        runs.retain(|run| is_candidate(&squeezed.chars()[run.start..run.end], *run));
        Self { squeezed, runs, repeats }
    }

    /// The characters of the shadow that each of them takes, by their starts.
    pub fn places(&self) -> impl Iterator<Item = Range<usize>> {
        self.runs.iter().map(|run| self.squeezed.in_shadow(run.start..run.end))
    }

    /// Whether there is nothing to look at.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// What else the text has of repetition.
    pub fn repeats(&self) -> Repeats {
        self.repeats
    }
}

/// A single doubled character is a matter of words, not of runs; what has no Chinese is a matter
/// of tokens.
fn is_candidate(stretch: &[char], run: Run) -> bool {
    let unit = &stretch[..run.period.min(stretch.len())];
    count_han(unit) > 0 && (run.period > 1 || run.copies() >= 4)
}

/// The repetitions of a text that no figure of speech explains, in order. One that might be meant
/// is told too where `is_astray` says that the text was not made from its source.
pub fn tandems(found: &Candidates, passage: &Passage, is_astray: &dyn Fn() -> bool) -> Vec<Tandem> {
    let mut kept: Vec<Tandem> = vec![];
    for run in &found.runs {
        let Some(tandem) = aligned(*run, &found.squeezed, passage) else { continue };
        let suspected = || suspect(&tandem, passage).filter(|_| is_astray());
        let Some(confidence) = judge(&tandem, passage).or_else(suspected) else { continue };
        let tandem = Tandem { confidence, ..tandem };
        match kept.last_mut() {
            Some(last) if tandem.first.start < last.rest.end => {
                if tandem.rest.len() > last.rest.len() {
                    *last = tandem;
                }
            }
            _ => kept.push(tandem),
        }
    }
    kept
}

/// Turns a run so that its copies start where a reader would say they do, and are as many as can
/// be. The last copy may lack the marks that divide the others. `None` where it lacks more.
fn aligned(run: Run, squeezed: &Squeezed, passage: &Passage) -> Option<Tandem> {
    let chars = squeezed.chars();
    let copies = |start: usize| {
        let unit = &chars[start..start + run.period];
        let marks =
            unit.iter().rev().take(LACKING).take_while(|c| !chars::is_alphanumeric(**c)).count();
        (run.end - start + marks) / run.period
    };
    let last = (run.end + LACKING).saturating_sub(run.period * 2).min(run.start + run.period);
    let start = (run.start..=last)
        .rev()
        .filter(|start| copies(*start) >= 2)
        .max_by_key(|at| (copies(*at), fitness(*at, run.period, squeezed, passage)))?;
    let (cut, copies) = (start + run.period, copies(start));
    Some(Tandem {
        first: squeezed.in_shadow(start..cut),
        rest: squeezed.in_shadow(cut..run.end.min(start + run.period * copies)),
        copies,
        confidence: Confidence::High,
    })
}

/// How many marks the last copy may lack: a stop and a quotation mark.
const LACKING: usize = 2;

/// How well a copy starts at `at`: best after a stop, well at a word, badly with a mark.
fn fitness(at: usize, period: usize, squeezed: &Squeezed, passage: &Passage) -> u8 {
    let chars = squeezed.chars();
    if is_stop(chars[at]) || is_closer(chars[at]) || chars[at] == ' ' {
        return 0;
    }
    let place = |at: usize| squeezed.in_shadow(at..at + 1).start;
    let words = passage.is_boundary(place(at)) && passage.is_boundary(place(at + period));
    let particle = matches!(chars[at], '的' | '了' | '着' | '地' | '得');
    let fresh = at == 0 || is_stop(chars[at - 1]) || is_opener(chars[at]);
    1 + u8::from(!particle) + 2 * u8::from(words) + 2 * u8::from(fresh)
}
