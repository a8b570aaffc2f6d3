//! A phrase joined to itself: 甲以及甲, 甲的甲, 甲AI甲.

use super::echo::Echo;
use super::passage::{Passage, core, count_han};
use crate::segmenter::Word;
use crate::text::chars::{self, is_latin};
use crate::text::{Cue, CueSet, Cues, Shadow};
use std::ops::Range;

/// The longest phrase that is compared, in words.
const LONGEST: usize = 12;

/// The phrases that stand on both sides of a word that joins, in order. Where the source is
/// known, and can license what it says twice itself, even a short one counts.
pub fn joined(passage: &Passage, is_told: bool) -> Vec<Echo> {
    let words = passage.words;
    let mut found: Vec<Echo> = vec![];
    for (nth, word) in words.iter().enumerate().take(words.len().saturating_sub(1)).skip(1) {
        let Some(join) = join(word, passage) else { continue };
        let length = length(nth, passage);
        let copies = (&words[nth - length..nth], &words[nth + 1..=nth + length]);
        if length > 0 && is_fault(join, copies.0, nth, passage, is_told) {
            let said = |copy| core(passage.shadow.chars(), stretch(copy));
            found.push(Echo { first: said(copies.0), second: said(copies.1) });
        }
    }
    found
}

/// Where a phrase may be joined to itself, before any word is looked at: what joins, with the same
/// two characters or more on its two sides.
pub fn joints(shadow: &Shadow, cues: &Cues) -> Vec<usize> {
    let joins = |it: &&Cue| JOINS.has(**it) || it.is_letter();
    let places = cues.iter().filter(joins).map(Cue::at).filter(|at| *at > 0);
    places.filter(|at| has_copy(shadow.chars(), *at)).collect()
}

/// What joins begins with, or is a Latin token.
static JOINS: CueSet = CueSet::of("以和与及或、跟的");

/// Characters of the longest phrase that is looked for.
const WIDEST: usize = 48;

/// Whether what stands before `at` stands again behind the word that begins there.
fn has_copy(chars: &[char], at: usize) -> bool {
    let join = match chars[at] {
        '以' => 2,
        '或' if chars.get(at + 1) == Some(&'者') => 2,
        c if is_latin(c) => chars[at..].iter().take_while(|c| is_latin(**c)).count(),
        _ => 1,
    };
    let is_space = |c: &&char| **c <= '\u{3000}' && c.is_whitespace();
    let before = at - chars[..at].iter().rev().take_while(is_space).count();
    let rest = chars.get(at + join..).unwrap_or_default();
    let rest = &rest[rest.iter().take_while(is_space).count()..];
    let window = &chars[before.saturating_sub(WIDEST)..before];
    let (Some(last), true) = (window.last(), rest.len() > 1) else { return false };
    let rest = &rest[..rest.len().min(window.len())];
    // Most texts go on without the last character of a copy, which is seen fast for many at once.
    if rest.iter().map(|c| u32::from(c == last)).sum::<u32>() == 0 {
        return false;
    }
    let is_copy = |length: usize| rest[..length] == window[window.len() - length..];
    (2..=rest.len()).any(|length| rest[length - 1] == *last && is_copy(length))
}

/// How a word joins what stands on its two sides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    /// As items of a list.
    Items,
    /// As a noun and what it belongs to.
    Of,
    /// Not at all: a Latin token between two nouns.
    Token,
}

fn join(word: &Word, passage: &Passage) -> Option<Join> {
    match word.folded(passage.shadow) {
        "以及" | "和" | "与" | "及" | "或" | "或者" | "、" | "跟" => Some(Join::Items),
        "的" => Some(Join::Of),
        token if token.chars().all(is_latin) => Some(Join::Token),
        _ => None,
    }
}

/// How many words are the same on both sides of the word `nth`.
fn length(nth: usize, passage: &Passage) -> usize {
    let words = passage.words;
    let said = |nth: usize| words[nth].folded(passage.shadow);
    let fits =
        |length: &usize| (0..*length).all(|at| said(nth - length + at) == said(nth + 1 + at));
    (1..=LONGEST.min(nth).min(words.len() - 1 - nth)).rev().find(fits).unwrap_or(0)
}

fn stretch(words: &[Word]) -> Range<usize> {
    words[0].chars.start..words[words.len() - 1].chars.end
}

fn is_fault(join: Join, copy: &[Word], nth: usize, passage: &Passage, is_told: bool) -> bool {
    let han = count_han(passage.chars(stretch(copy)));
    let before = (nth - copy.len()).checked_sub(1).map(|at| &passage.words[at]);
    let after = &passage.words[nth + copy.len() + 1..];
    match join {
        Join::Items => {
            let listed = is_listed(nth, before, after.first(), passage);
            let all = after.first().is_none_or(|it| is_edge(it, passage) || is_of_all(it, passage));
            let least = if listed || is_told && all { 2 } else { 3 };
            let manner = copy[copy.len() - 1].folded(passage.shadow) == "地";
            let named = han > 2 || is_thing(&copy[copy.len() - 1], passage);
            han >= least && named && !manner && opens(before, passage) && closes(after, passage)
        }
        Join::Of => {
            let thing = han >= 2 && is_thing(&copy[copy.len() - 1], passage);
            let alone = starts(before, passage) && closes(after, passage);
            thing && alone && !passage.is_relation(stretch(copy))
        }
        Join::Token => han >= 2 && copy.len() == 1 && is_thing(&copy[0], passage),
    }
}

/// Whether the copies are two items of a longer list, so that even a short one is an item: list
/// marks on both sides, or 、 between them and another one after.
fn is_listed(nth: usize, before: Option<&Word>, after: Option<&Word>, passage: &Passage) -> bool {
    let mark = |word: Option<&Word>| word.is_some_and(|it| join(it, passage) == Some(Join::Items));
    let comma = |word: &Word| word.folded(passage.shadow) == "、";
    mark(after) && (mark(before) || comma(&passage.words[nth]) && after.is_some_and(comma))
}

/// Whether an item can start after `before`: not after what may belong to it.
fn opens(before: Option<&Word>, passage: &Passage) -> bool {
    before.is_none_or(|word| {
        is_edge(word, passage) || passage.tag(word).starts_with(['v', 'p', 'c', 'u', 'd'])
    })
}

/// Whether a noun can start after `before` rather than go on with it.
fn starts(before: Option<&Word>, passage: &Passage) -> bool {
    opens(before, passage)
        || before.is_some_and(|word| passage.tag(word).starts_with(['m', 'r', 'q']))
}

/// Whether an item can end before the words `after`: not before what goes on with it, nor before
/// 之间. A noun with 了 behind it is a verb.
fn closes(after: &[Word], passage: &Passage) -> bool {
    let Some(word) = after.first() else { return true };
    let said = word.folded(passage.shadow);
    let tag = passage.tag(word);
    let verbal = tag.starts_with(['v', 'p', 'c', 'u', 'd']) && tag != "vn";
    let done =
        after.get(1).is_some_and(|it| matches!(it.folded(passage.shadow), "了" | "过" | "着"));
    !matches!(said, "之间" | "间" | "相" | "的") && (is_edge(word, passage) || verbal || done)
}

/// Whether the word is a mark, or joins items itself.
fn is_edge(word: &Word, passage: &Passage) -> bool {
    let mark = passage.chars(word.chars.clone()).iter().all(|c| !chars::is_alphanumeric(*c));
    mark || join(word, passage) == Some(Join::Items) || word.folded(passage.shadow) == "等"
}

/// Whether the word says something of all the items before it. Of two alike, a verb may say what
/// each does to the other: 观众和观众分享.
fn is_of_all(word: &Word, passage: &Passage) -> bool {
    matches!(word.folded(passage.shadow), "都" | "均" | "也" | "皆" | "已")
}

fn is_thing(word: &Word, passage: &Passage) -> bool {
    word.chars.len() >= 2 && passage.tag(word).starts_with(['n', 'f', 's', 'l', 'b', 'a'])
}
