//! Latin tokens that loop: whole tokens said again, near copies beside them.

use super::licence::numbered;
use super::runs::{Run, runs};
use crate::finding::Confidence;
use crate::lexicon::Lexicon;
use crate::text::Landmarks;
use crate::text::chars::{self, is_han};
use std::ops::Range;

/// A loop of Latin tokens, or inside one. Places are bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenLoop {
    /// The first copy.
    pub first: Range<usize>,
    /// The copies after it, near copies included.
    pub rest: Range<usize>,
    /// How many copies there are, near ones included.
    pub copies: usize,
    /// Whether all copies are the same to the letter.
    pub exact: bool,
    /// How sure it is that this is no name or cry.
    pub confidence: Confidence,
}

/// The loops of Latin tokens in a text, in order. `given` says whether the source has a token, where
/// it is known: one that nobody gave loops sooner. It is asked about few.
pub fn token_loops(
    marks: &Landmarks,
    lexicon: Lexicon,
    given: &dyn Fn(&str) -> Option<bool>,
) -> Vec<TokenLoop> {
    let (text, tokens) = (marks.text(), tokens(marks));
    let look = Look { text, lexicon, given };
    let mut found = vec![];
    for group in tokens.chunk_by(|a, b| joins(&text[a.end..b.start])) {
        found.extend(loops_between(text, group, lexicon));
        found.extend(look.chains(group));
        found.extend(group.iter().filter_map(|token| look.loop_inside(token)));
    }
    found.sort_by_key(|it| (it.first.start, it.rest.end));
    found.dedup_by(|b, a| b.first.start < a.rest.end);
    found
}

/// Tokens: letters and digits that are not Chinese, with what may stand inside or before them.
fn tokens(marks: &Landmarks) -> Vec<Range<usize>> {
    let (text, mut found) = (marks.text(), vec![]);
    let (mut open, mut end): (Option<usize>, _) = (None, 0);
    for mark in marks.iter() {
        let (at, c) = (mark.start(), mark.c);
        if at > end {
            found.extend(open.take().map(|start| start..end));
        }
        end = mark.end();
        let inside = open.is_some() && matches!(c, '\'' | '’' | '.' | '_' | '/' | ':' | '%' | '-');
        let belongs = !is_han(c) && chars::is_alphanumeric(c) || matches!(c, '@' | '#') || inside;
        match (belongs, open) {
            (true, None) => open = Some(at),
            (false, Some(start)) => {
                found.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    found.extend(open.map(|start| start..end));
    for token in &mut found {
        trim(text, token);
    }
    found.retain(|token: &Range<usize>| text[token.clone()].chars().any(char::is_alphabetic));
    found
}

fn trim(text: &str, token: &mut Range<usize>) {
    let said = text[token.clone()].trim_end_matches(['\'', '’', '.', '_', '/', ':', '%', '-']);
    token.end = token.start + said.len();
}

/// Whether two tokens with this between them belong to one phrase.
fn joins(between: &str) -> bool {
    between.chars().all(|c| {
        c.is_whitespace() || matches!(c, ',' | '，' | '-' | '/' | '|' | '、' | '.' | '\'' | '’')
    })
}

fn loops_between(text: &str, group: &[Range<usize>], lexicon: Lexicon) -> Vec<TokenLoop> {
    if group.len() < 2 {
        return vec![];
    }
    let small = |token: &Range<usize>| text[token.clone()].to_lowercase();
    let ids = numbered(&group.iter().map(small).collect::<Vec<_>>());
    let found = runs(&ids, |id| id, 0);
    found.into_iter().filter_map(|run| judge(text, group, run, lexicon)).collect()
}

fn judge(text: &str, group: &[Range<usize>], run: Run, lexicon: Lexicon) -> Option<TokenLoop> {
    let token = &text[group[run.start].clone()];
    let near = near_copies(text, group, run);
    let copies = if run.period == 1 { near.len() } else { run.copies() };
    let fine = match (run.period, copies) {
        (1, 2) => !is_doubled_by_fault(token, lexicon),
        (1, _) => is_cry(token) && copies < 8 || copies == 3 && is_short_name(token, lexicon),
        (_, 2) => {
            text[group[run.start].start..group[run.start + 1].end].eq_ignore_ascii_case("new york")
        }
        _ => false,
    };
    let looped = &group[near];
    let (first, last) = (looped.first()?, looped.last()?);
    let unit_end = looped.get(run.period - 1)?.end;
    let sure = copies >= 3 || run.period > 1;
    (!fine && token.chars().any(char::is_alphabetic)).then_some(TokenLoop {
        first: first.start..unit_end,
        rest: unit_end..last.end,
        copies,
        exact: copies == run.copies(),
        confidence: if sure { Confidence::High } else { Confidence::Medium },
    })
}

/// A text, and what can be asked about its tokens.
pub(super) struct Look<'t> {
    pub(super) text: &'t str,
    pub(super) lexicon: Lexicon,
    given: &'t dyn Fn(&str) -> Option<bool>,
}

impl Look<'_> {
    /// Whether no list has the token, nor the source, which is known.
    pub(super) fn is_made_up(&self, token: &str) -> bool {
        !self.lexicon.knows(token) && (self.given)(token) == Some(false)
    }

    fn of(&self, token: &Range<usize>) -> &str {
        &self.text[token.clone()]
    }

    /// Three tokens or more of which each is nearly the one before it and two are unknown; two are
    /// enough where both are made up.
    fn chains(&self, group: &[Range<usize>]) -> Vec<TokenLoop> {
        if group.len() < 2 {
            return vec![];
        }
        let said = |token: &Range<usize>| self.text[token.clone()].to_lowercase();
        let strange = |token: &Range<usize>| {
            let letters = said(token).chars().all(char::is_alphabetic);
            letters && said(token).chars().count() >= 4 && !self.lexicon.knows(self.of(token))
        };
        let made_up = |token: &Range<usize>| {
            said(token).chars().count() >= LONG && self.is_made_up(self.of(token))
        };
        let follows = |a: &Range<usize>, b: &Range<usize>| {
            // Hardly any two are alike, which is told before they are looked up.
            is_near(self.of(a), self.of(b))
                && ((strange(a) || strange(b)) && is_close(&said(a), &said(b))
                    || made_up(a) && made_up(b))
        };
        let is_chain = |tokens: &&[Range<usize>]| {
            tokens.len() >= 3 && tokens.iter().filter(|token| strange(token)).count() >= 2
                || tokens.len() >= 2 && tokens.iter().all(made_up)
        };
        let told = |tokens: &[Range<usize>]| TokenLoop {
            first: tokens[0].clone(),
            rest: tokens[0].end..tokens[tokens.len() - 1].end,
            copies: tokens.len(),
            exact: false,
            confidence: if tokens.len() < 3 { Confidence::Medium } else { Confidence::High },
        };
        group.chunk_by(follows).filter(is_chain).map(told).collect()
    }
}

/// A made-up token of so many letters is no abbreviation.
pub(super) const LONG: usize = 6;

/// The tokens of a run of single tokens, with those beside it that are nearly the same.
fn near_copies(text: &str, group: &[Range<usize>], run: Run) -> Range<usize> {
    if run.period > 1 {
        return run.start..run.start + run.period * run.copies();
    }
    let like =
        |other: &Range<usize>| is_near(&text[group[run.start].clone()], &text[other.clone()]);
    let before = group[..run.start].iter().rev().take_while(|it| like(it)).count();
    let after = group[run.end..].iter().take_while(|it| like(it)).count();
    run.start - before..run.end + after
}

/// Whether two tokens differ in little, or the one ends with the other.
fn is_near(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let tail = |a: &str, b: &str| b.chars().count() >= 3 && a.ends_with(b);
    is_close(&a, &b) || tail(&a, &b) || tail(&b, &a)
}

/// The longest token that is compared letter by letter.
const LONGEST: usize = 40;

/// Whether two tokens differ in at most two letters of five.
fn is_close(a: &str, b: &str) -> bool {
    let longer = a.chars().count().max(b.chars().count());
    (3..=LONGEST).contains(&longer)
        && may_be_close(a, b, longer * 2 / 5)
        && strsim::damerau_levenshtein(a, b) * 5 <= longer * 2
}

/// Whether two tokens can differ in at most so many letters: each changes which letters a token has
/// by two at most.
fn may_be_close(a: &str, b: &str, most: usize) -> bool {
    let letters = |token: &str| {
        token.chars().fold(0_u64, |letters, c| letters | 1 << (u32::from(c) % u64::BITS))
    };
    (letters(a) ^ letters(b)).count_ones() as usize <= most * 2
}

/// Whether a token said twice is a fault: a handle or a word, but no name (Duran Duran).
fn is_doubled_by_fault(token: &str, lexicon: Lexicon) -> bool {
    let short = token.chars().count() < 5;
    let name = token.starts_with(char::is_uppercase)
        && (short || !lexicon.is_word(token) || lexicon.is_name(token));
    let known = lexicon.is_word(token) || !lexicon.knows(token);
    let mark = token.starts_with('#');
    token.chars().count() > 2
        && !mark
        && !is_cry(token)
        && (token.starts_with('@') || known && !name)
}

fn is_short_name(token: &str, lexicon: Lexicon) -> bool {
    token.chars().count() <= 4 && token.starts_with(char::is_uppercase) && lexicon.knows(token)
}

/// Whether the token is a cry or a filler that people repeat.
fn is_cry(token: &str) -> bool {
    const CRIES: [&str; 36] = [
        "ha", "haha", "he", "hehe", "ho", "hee", "no", "yes", "yeah", "yay", "la", "na", "da",
        "bla", "blah", "bye", "knock", "wow", "whoa", "oh", "hey", "hi", "hello", "please", "go",
        "run", "beep", "tap", "tick", "tock", "zoom", "boom", "ding", "dong", "very", "so",
    ];
    CRIES.iter().any(|cry| token.eq_ignore_ascii_case(cry))
}
