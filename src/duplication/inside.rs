//! Latin tokens that loop inside: syllables and letters said again and again.

use super::runs::{Run, runs};
use super::tokens::{LONG, Look, TokenLoop};
use crate::finding::Confidence;
use crate::lexicon::Lexicon;
use std::ops::Range;

impl Look<'_> {
    /// A loop of syllables inside one token.
    pub(super) fn loop_inside(&self, token: &Range<usize>) -> Option<TokenLoop> {
        let said = &self.text[token.clone()];
        if said.len() < SHORTEST.min(LONG) || !may_loop(said) {
            return None;
        }
        let chars: Vec<char> = said.chars().flat_map(char::to_lowercase).collect();
        if chars.len() != said.chars().count() {
            return None;
        }
        let is_loop = |run: &Run| is_loop(*run, &chars, said, self.lexicon);
        let found = runs(&chars, u32::from, 0);
        let clear = found.iter().find(|run| said.len() >= SHORTEST && is_loop(run));
        let is_code = !said.contains(char::is_lowercase);
        let stutters = |run: &&Run| is_stutter(**run, &chars) && !is_code && self.is_made_up(said);
        let run = *clear.or_else(|| found.iter().find(stutters))?;
        let byte =
            |nth: usize| said.char_indices().nth(nth).map_or(token.end, |(at, _)| token.start + at);
        let end = byte(run.start + run.period * run.copies());
        let (start, cut) = (byte(run.start), byte(run.start + run.period));
        let whole = run.end - run.start == chars.len();
        let sure = clear.is_some() && (whole || run.copies() > 3);
        Some(TokenLoop {
            first: start..cut,
            rest: cut..end,
            copies: run.copies(),
            exact: true,
            confidence: if sure { Confidence::High } else { Confidence::Medium },
        })
    }
}

/// Whether two letters may come again side by side, as in every loop they do.
fn may_loop(said: &str) -> bool {
    let mut seen = [0_u64; 4];
    let mut again = !said.is_ascii();
    for pair in said.as_bytes().windows(2) {
        let [a, b] = [pair[0], pair[1]].map(|byte| usize::from(byte.to_ascii_lowercase()));
        let (word, bit) = ((a ^ b >> 3) % 4, (a * 31 + b) % 64);
        again |= seen[word] >> bit & 1 == 1;
        seen[word] |= 1 << bit;
    }
    again
}

/// The bytes of the shortest token that may loop inside: two syllables of four letters.
const SHORTEST: usize = 8;

/// Whether a run inside a token that nobody gave is a stutter: a letter four times, a syllable
/// three, a longer piece twice. Capitals alone are a code.
fn is_stutter(run: Run, chars: &[char]) -> bool {
    let unit = &chars[run.start..run.start + run.period];
    let enough = match run.period {
        1 => 4,
        2 => 3,
        _ => 2,
    };
    unit.iter().all(|c| c.is_alphabetic()) && run.copies() >= enough
}

/// Whether a run inside a token is an engine's, not a writer's: long, or of a long syllable.
fn is_loop(run: Run, chars: &[char], said: &str, lexicon: Lexicon) -> bool {
    let unit = &chars[run.start..run.start + run.period];
    if !unit.iter().any(|c| c.is_alphabetic()) {
        return false;
    }
    let whole = run.end - run.start == chars.len();
    let laughs = unit.iter().any(|c| matches!(c, 'h' | 'l' | 'o'));
    match run.period {
        1 => run.copies() >= if whole { 8 } else { 12 },
        2 => run.copies() >= if laughs { 7 } else { 4 },
        3 => run.copies() >= 3,
        4 => run.copies() >= 3 || whole && !lexicon.knows(said),
        _ => {
            unit.iter().all(|c| c.is_alphabetic() || *c == '\'') && !(whole && lexicon.knows(said))
        }
    }
}
