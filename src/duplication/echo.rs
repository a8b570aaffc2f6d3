//! A phrase said again after a few characters, as engines do that lose their place.

use super::passage::count_han;
use super::runs::{LastSeen, NEAR};
use crate::text::Shadow;
use crate::text::chars::{is_common_han, is_han, is_stop};
use std::ops::Range;

/// A phrase said again shortly after itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Echo {
    /// The first copy.
    pub first: Range<usize>,
    /// The second.
    pub second: Range<usize>,
}

impl Echo {
    /// What stands between the copies.
    pub fn between(&self) -> Range<usize> {
        self.first.end..self.second.start
    }
}

/// The longest stretch between the copies, in characters.
const GAP: usize = 8;

/// The least copy, in Chinese characters.
const LEAST: usize = 4;

/// The phrases that are said again within a few characters though nothing asks for it: a copy
/// that runs over a stop, a long one, or a possession named twice in a clause (他的帖子). People
/// repeat a short noun all the time, and those are left out. Time is linear in the text.
pub fn echoes(shadow: &Shadow) -> Vec<Echo> {
    let chars = shadow.chars();
    let mut last = LastSeen::new(chars.len(), 8);
    let mut found: Vec<Echo> = vec![];
    let mut done = 0;
    let mut han = 0;
    for (end, c) in chars.iter().enumerate() {
        han = if is_common_han(*c) || is_han(*c) { han + 1 } else { 0 };
        if han < LEAST || chars[end + 1 - LEAST] == '的' {
            continue;
        }
        let at = end + 1 - LEAST;
        let unit = &chars[at..=end];
        let key = unit.iter().fold(0, |key: u32, c| key.wrapping_mul(0x9e37_79b1) ^ u32::from(*c));
        let near = Some(last.distance(key, at)).filter(|it| at >= done && *it <= NEAR);
        let echo = near.and_then(|it| extended(chars, at - it, at));
        let Some(echo) = echo.filter(|echo| echo.second.start >= done) else { continue };
        done = echo.second.end;
        found.extend(Some(echo).filter(|echo| is_fault(echo, chars)));
    }
    found
}

/// A copy of this many Chinese characters that starts a clause both times is no coincidence.
const LONG: usize = 10;

fn is_fault(echo: &Echo, chars: &[char]) -> bool {
    let copy = &chars[echo.second.clone()];
    let gap = &chars[echo.between()];
    let fresh = |at: usize| at == 0 || is_stop(chars[at - 1]);
    let long = count_han(copy) >= LONG && fresh(echo.first.start) && fresh(echo.second.start);
    let alone = !gap.iter().any(|c| !is_han(*c) || JOINS.contains(*c));
    (long || is_over_stop(copy)) && !is_listed(gap) || is_possession(copy) && alone
}

/// Whether the copy runs over a comma or a colon, with a word on either side.
fn is_over_stop(copy: &[char]) -> bool {
    let stop = copy.iter().position(|c| is_stop(*c));
    stop.is_some_and(|at| {
        let (before, after) = (&copy[..at], &copy[at + 1..]);
        let words =
            count_han(before) >= 2 && count_han(after) >= 2 && count_han(copy) == copy.len() - 1;
        matches!(copy[at], ',' | ':' | ';') && words
    })
}

/// Words that join equals: what they join may be said twice.
const JOINS: &str = "和与及或而是跟同比对到给让叫被由就也又还";

/// Whether the gap goes on with a list, where items resemble each other.
fn is_listed(gap: &[char]) -> bool {
    gap.iter().any(|c| matches!(c, '、' | ';' | '/') || c.is_ascii_digit())
}

/// Whether a copy names whose it is: 他的帖子, 我们的计划.
fn is_possession(copy: &[char]) -> bool {
    let owner = |c: &char| "我你他她它其".contains(*c);
    match copy {
        [a, '的', rest @ ..] | [a, '们', '的', rest @ ..] => owner(a) && rest.len() >= 2,
        _ => false,
    }
}

/// The copies that meet at `before` and `at`, as long as they are equal both ways; `None` if they
/// differ, touch or stand too far apart.
fn extended(chars: &[char], before: usize, at: usize) -> Option<Echo> {
    let equal = |n: &usize| at + n < chars.len() && chars[before + n] == chars[at + n];
    let length = (0..at - before).take_while(equal).count();
    let end = (0..length).rev().find(|n| is_han(chars[at + n]))? + 1;
    let alike = |n: &usize| chars[before - n] == chars[at - n];
    let back = (1..=before.min(at - before - end)).take_while(alike).count();
    let starts = |n: &usize| is_han(chars[at - n]) && chars[at - n] != '的';
    let back = (1..=back).rev().find(starts).unwrap_or(0);
    let gap = at - before - end - back;
    let enough = count_han(&chars[at - back..at + end]) >= LEAST;
    (gap > 0 && gap <= GAP && enough)
        .then(|| Echo { first: before - back..before + end, second: at - back..at + end })
}

#[cfg(test)]
mod tests {
    use super::{Echo, echoes};
    use crate::text::Shadow;

    #[test]
    fn a_phrase_said_again_soon_is_found() {
        let found = echoes(&Shadow::of("新的招募工具：近乎無限的招募工具：近乎"));
        assert_eq!(found, [Echo { first: 2..9, second: 12..19 }]);
    }

    #[test]
    fn copies_that_touch_are_no_echo() {
        assert_eq!(echoes(&Shadow::of("新的招募工具新的招募工具")), []);
    }
}
