//! How many different characters a text of a length has.

use super::units::{Unit, others, units};
use crate::text::{Landmarks, Reading, Tally};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How much richer than clean text, as the logarithm of a ratio: about 0 for good text, -0.6
/// where hardly half the characters are new that should be.
///
/// The curve was fitted on news translated by people.
pub fn richness(distinct: u32, of: u32) -> f64 {
    let length = f64::from(of.max(1)).ln();
    f64::from(distinct.max(1)).ln()
        - (0.0381 * length).mul_add(-length, 1.138f64.mul_add(length, -0.141))
}

/// How many Chinese characters and other words a text has, and how many different ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Variety {
    /// How many there are.
    pub all: u32,
    /// How many of them are different.
    pub distinct: u32,
}

impl Variety {
    /// That of a text that was read.
    pub fn of(text: &Reading) -> Self {
        Self::among(&text.landmarks, text.tally)
    }

    /// That of the text with these landmarks.
    pub fn among(marks: &Landmarks, tally: Tally) -> Self {
        let others = Self::of_ids(others(marks).collect());
        Self { all: tally.common + others.all, distinct: tally.distinct + others.distinct }
    }

    fn of_ids(mut ids: Vec<u64>) -> Self {
        let all = small(ids.len());
        ids.sort_unstable();
        ids.dedup();
        Self { all, distinct: small(ids.len()) }
    }

    /// How rich it is, as [`richness`] has it.
    pub fn richness(self) -> f64 {
        richness(self.distinct, self.all)
    }

    /// Whether it surely has too few repetitions to collapse anywhere: of the units of a poor window
    /// two in five come again, and those of a text are not fewer than those of its windows.
    fn is_ample(self) -> bool {
        (self.all - self.distinct) * 5 < self.all.min(60) * 2
    }
}

/// The units in a window that is looked at.
const WINDOW: usize = 40;

/// A text shorter than this tells nothing.
const LEAST: usize = 16;

/// Where a window has collapsed; in clean text one in ten thousand segments has such a one.
const COLLAPSED: f64 = -0.75;

/// Where a text shorter than a window has.
const COLLAPSED_SHORT: f64 = -0.6;

/// The characters of a text in which it says next to nothing new, from the first poor stretch to the
/// end of the last.
///
/// It takes the variety of that text, which tells of most that they have no such part.
pub fn collapse(text: &[char], variety: Variety) -> Option<Range<usize>> {
    if variety.is_ample() || !may_collapse(text) {
        return None;
    }
    let units: Vec<Unit> = units(text).collect();
    let window = WINDOW.min(units.len());
    if window < LEAST {
        return None;
    }
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    let (mut first, mut last) = (None, 0);
    for (nth, unit) in units.iter().enumerate() {
        *counts.entry(unit.id).or_default() += 1;
        if nth + 1 < window {
            continue;
        }
        let oldest = &units[nth + 1 - window];
        if richness(small(counts.len()), small(window)) <= limit(window) {
            first.get_or_insert(oldest.chars.start);
            last = unit.chars.end;
        }
        if let Some(count) = counts.get_mut(&oldest.id).filter(|count| **count > 1) {
            *count -= 1;
        } else {
            counts.remove(&oldest.id);
        }
    }
    first.map(|first| first..last)
}

/// Where a window has collapsed that holds so many units.
fn limit(window: usize) -> f64 {
    if window < WINDOW { COLLAPSED_SHORT } else { COLLAPSED }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether a window may be poor. A poor one has few units that did not stand among those before
/// them, as many as a window holds; two units may be taken for one. So this is never wrong where it
/// says no: nearly always, at the cost of a glance.
fn may_collapse(text: &[char]) -> bool {
    // Of each slot when it was last seen, from 1 to 255 and again from 1: what was seen 255 units
    // ago may be taken for new, so that a window seems poorer than it is.
    let mut last = [0_u8; SLOTS];
    let (mut fresh, mut count, mut seen, mut now) = (0_u64, 0, 0, 0_u8);
    for unit in units(text) {
        seen += 1;
        now = if now == u8::MAX { 1 } else { now + 1 };
        let before = std::mem::replace(&mut last[slot(unit.id)], now);
        let age = if now >= before { now - before } else { now + (u8::MAX - before) };
        let is_fresh = before == 0 || usize::from(age) >= WINDOW;
        count = count + u32::from(is_fresh) - u32::from(fresh >> (WINDOW - 1) & 1 == 1);
        fresh = fresh << 1 | u64::from(is_fresh);
        if seen >= WINDOW && count <= FEW {
            return true;
        }
    }
    (LEAST..WINDOW).contains(&seen) && richness(count, small(seen)) <= COLLAPSED_SHORT
}

/// So many slots that two of the characters in a window rarely share one.
const SLOTS: usize = 512;

/// The number of different units in a window that has just collapsed: `a_window_collapses_with_few`
/// holds it to the curve.
const FEW: u32 = 16;

fn slot(id: u64) -> usize {
    usize::try_from(id % SLOTS as u64).unwrap_or_default()
}

/// How rich each window of a text is that stands in pieces; the windows stand side by side, and
/// what is left over is none.
pub fn windows<'t>(pieces: impl Iterator<Item = &'t [char]>) -> impl Iterator<Item = f64> {
    let mut units = pieces.flat_map(units);
    std::iter::from_fn(move || {
        let variety = Variety::of_ids(units.by_ref().take(WINDOW).map(|unit| unit.id).collect());
        (variety.all == small(WINDOW)).then(|| variety.richness())
    })
}

#[cfg(test)]
mod tests {
    use super::{COLLAPSED, FEW, Variety, WINDOW, richness, small, units};
    use crate::text::Reading;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn clean_text_is_about_as_rich_as_the_curve() {
        let of = |text: &str| Variety::of(&Reading::of(text)).richness();
        assert!(richness(32, 40).abs() < 0.2);
        assert!(richness(16, 40) < -0.6);
        assert!(of("今年入夏以来全市已经出现了三次大范围的强降雨天气过程。").abs() < 0.2);
        assert!(of(&"是一个".repeat(9)) < -1.0);
        assert!(of("") > 0.0);
    }

    #[test]
    fn words_and_rare_characters_are_told_apart_as_common_ones_are() {
        let of = |text: &str| {
            let Variety { all, distinct } = Variety::of(&Reading::of(text));
            let ids = units(&chars(text)).map(|unit| unit.id).collect();
            assert_eq!(Variety::of_ids(ids), Variety { all, distinct });
            (all, distinct)
        };
        assert_eq!(of("大大小，small大 Small small"), (7, 4));
        assert_eq!(of("𠀀𠀀𠀁〇㐀"), (5, 4));
        assert_eq!(of("第7行7列7"), (6, 6));
        assert_eq!(of("。 \u{9fff}一"), (2, 2));
        assert_eq!(of("你被é1x1 x1,x1錕é1x1\u{fa6f}"), (8, 6));
    }

    #[test]
    fn a_window_collapses_with_few() {
        assert!(richness(FEW, small(WINDOW)) <= COLLAPSED);
        assert!(richness(FEW + 1, small(WINDOW)) > COLLAPSED);
    }

    #[test]
    fn a_text_that_says_nothing_new_collapses() {
        let tail = "的问题是一个问题的问题".repeat(6);
        let text = format!("今年以来全国各地的粮食产量都比往年同期有所增加，价格平稳。{tail}");
        let collapse = |text: &str| super::collapse(&chars(text), Variety::of(&Reading::of(text)));
        assert!(collapse(&text).is_some_and(|it| it.end == chars(&text).len() && it.start > 7));
        assert_eq!(collapse("好吧，好吧，好吧。"), None);
    }
}
