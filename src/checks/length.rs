//! How long a translation is beside its source, and what its length says is missing.

use super::{Pair, Prose, Unit};
use crate::residue::speaks_english;
use crate::text::{Size, Span, chars, sentences};
use rayon::prelude::*;

/// How many Chinese characters the translations of a document have for each character of their
/// source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual(f64);

impl Usual {
    /// The median of a document; of one with few pairs, that of 9,897 human translations.
    pub fn of(units: &[Unit]) -> Self {
        let mut found: Vec<u32> = units.par_iter().filter_map(per_mille).collect();
        if found.len() < ENOUGH {
            return USUAL;
        }
        let middle = found.len() / 2;
        let (_, median, _) = found.select_nth_unstable(middle);
        Self((f64::from(*median) / 1000.0).clamp(0.2, 0.45))
    }
}

/// That of human translations.
pub(super) const USUAL: Usual = Usual(0.3);

/// So many pairs show how long the translations of a document are.
const ENOUGH: usize = 20;

/// Sources of fewer characters say nothing by their length.
const LEAST: f64 = 40.0;

/// Sources of fewer characters are labels, which may be explained at length.
const LABEL: f64 = 12.0;

/// How far lengths vary for each character of the source, as measured on human translations.
const VARIANCE: f64 = 0.35;

/// A letter or a digit in a translation stands for as many characters of its source as it is.
const LETTER: f64 = 0.3;

fn per_mille(unit: &Unit) -> Option<u32> {
    let source = Some(count(unit.target.source()?)).filter(|it| *it >= LEAST)?;
    let target = written(unit.target.size());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    Some((target * 1000.0 / source) as u32)
}

/// How long a text is in Chinese characters.
fn written(size: Size) -> f64 {
    f64::from(size.han) + LETTER * f64::from(size.chars - size.han)
}

/// How much of the usual length a text of a size has beside its source.
pub(super) fn share(source: &str, size: Size, usual: Usual) -> f64 {
    written(size) / (usual.0 * count(source).max(1.0))
}

#[expect(clippy::cast_precision_loss, reason = "a length needs no more than 52 bits")]
fn count(text: &str) -> f64 {
    text.trim().chars().count() as f64
}

/// What the length of a translation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// So many sentences are missing; the first of them in the source, and the sentence of the
    /// target beside it.
    Sentences { missing: usize, first: Span, beside: Span },
    /// The end was cut off.
    Cut,
    /// It is far too short; `true` if by more than half.
    Short(bool),
    /// It is far too long; `true` if by more than the source itself.
    Long(bool),
}

/// What is wrong with the length of a target whose source is in English.
///
/// The measure is that of Gale and Church: how many standard deviations the target is off.
pub(super) fn gap(pair: &Pair) -> Option<Gap> {
    let Pair { source, target, usual, .. } = *pair;
    let length = Some(count(source)).filter(|it| *it >= LABEL)?;
    let brief = length < LEAST;
    let long = if brief { 2.0 * LONG } else { LONG };
    let off = |target: f64| (target - usual.0 * length) / (length * VARIANCE).sqrt();
    let size = target.size();
    let most = written(size);
    let is_full = brief || off(f64::from(size.han)) > -FEWER;
    if size.han == 0 || is_full && off(most) < long {
        return None;
    }
    let (outside, inside) = letters(target);
    let with = |letters: u32| f64::from(size.han) + LETTER * f64::from(letters);
    let (least, all) = (with(outside), with(outside + inside));
    let found = if off(least) > long && least > 1.65 * usual.0 * length {
        Gap::Long(off(least) > 2.0 * LONG)
    } else if brief {
        return None;
    } else {
        short(pair, off(all), all / length / usual.0)?
    };
    speaks_english(source).then_some(found)
}

/// From so many deviations on a target is too long: of 9,897 human translations 4 are.
const LONG: f64 = 3.5;

/// From so many deviations on a target is too short, if it has less than about half of the length
/// of others: terse ones, as in medical abstracts, go to 3.6.
const SHORT: f64 = 3.9;

/// The same where the final stop is missing.
const OPEN: f64 = 2.0;

/// The same where a sentence is missing.
const FEWER: f64 = 1.6;

/// A sentence of so few bytes goes into another one: Please try again.
const WHOLE: u32 = 20;

/// So many sentences at most are held against each other: in a whole document people divide and
/// join them in too many ways, and its length differs by more than chance.
const MOST: usize = 12;

fn short(pair: &Pair, off: f64, share: f64) -> Option<Gap> {
    if off > -FEWER {
        return None;
    }
    let text = pair.target.text();
    let sources = ended(pair.source, &sentences(pair.source));
    let targets = ended(text, pair.target.sentences());
    let is_joined = text.matches(['，', ',', '；', '：', '。']).count() >= sources.len();
    if sources.len() > targets.len()
        && !targets.is_empty()
        && sources.len() <= MOST
        && (off < -2.0 * FEWER || !is_joined)
    {
        let missing = sources.len() - targets.len();
        // A Chinese character takes three bytes.
        let (first, beside) = left_out(&sources, &targets, 3.0 * pair.usual.0);
        if first.len() > WHOLE {
            return Some(Gap::Sentences { missing, first, beside });
        }
    }
    let is_open =
        text.trim_end().ends_with(|c| chars::is_alphanumeric(c) || matches!(c, '，' | '、'));
    if off < -OPEN && is_open && is_stopped(pair.source) {
        return Some(Gap::Cut);
    }
    (off < -SHORT && share < 0.48).then_some(Gap::Short(off < -SHORT - 1.0))
}

/// The sentences that end with a stop, and the last one: headings and the lines of a list are
/// divided in many ways.
fn ended(text: &str, sentences: &[Span]) -> Vec<Span> {
    let words = |it: &Span| text[it.range()].chars().any(chars::is_alphanumeric);
    let mut found: Vec<Span> = sentences.iter().filter(|it| words(it)).copied().collect();
    let last = found.last().copied();
    found.retain(|it| Some(*it) == last || is_stopped(&text[it.range()]));
    found
}

fn is_stopped(text: &str) -> bool {
    let quoted = |c: char| c.is_whitespace() || chars::is_closer(c) || matches!(c, '"' | '\'');
    let last = text.trim_end_matches(quoted).chars().next_back();
    last.is_some_and(|c| chars::is_terminal(c) || c == '.')
}

/// How many letters and digits stand outside of brackets, and inside, where a name is often given
/// again.
fn letters(target: &Prose) -> (u32, u32) {
    let (mut outside, mut inside, mut depth) = (0, 0, 0_u32);
    for mark in target.landmarks().iter() {
        match mark.c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            c if chars::is_alphanumeric(c) && !chars::is_han(c) => {
                let length = if c.is_ascii() { mark.length() } else { 1 };
                *(if depth == 0 { &mut outside } else { &mut inside }) += length;
            }
            _ => {}
        }
    }
    (outside, inside)
}

/// The first sentence of the source that the target lacks, if each of the target's stands for one
/// of the source's, and the target's sentence before that, or its first. A sentence of the source
/// is worth `bytes` for each of its own.
fn left_out(sources: &[Span], targets: &[Span], bytes: f64) -> (Span, Span) {
    let cost = |i: usize, j: usize| {
        (f64::from(sources[i].len()) * bytes - f64::from(targets[j].len())).abs()
    };
    // From the end: what it costs at least to pair the target's sentences from `j` on with some of
    // the source's from `i` on.
    let mut best = vec![vec![f64::INFINITY; targets.len() + 1]; sources.len() + 1];
    best[sources.len()][targets.len()] = 0.0;
    for i in (0..sources.len()).rev() {
        best[i][targets.len()] = 0.0;
        for j in (0..targets.len()).rev() {
            best[i][j] = best[i + 1][j].min(best[i + 1][j + 1] + cost(i, j));
        }
    }
    let kept = |i: &usize| *i < targets.len() && best[*i][*i] < best[i + 1][*i];
    let first = (0..sources.len() - 1).take_while(kept).count();
    let beside = targets.get(first.saturating_sub(1)).or(targets.first());
    (sources[first], beside.copied().unwrap_or_default())
}
