//! Names of three characters with one of them exchanged for another of its sound: 黄仁训. So short a
//! name is near to many words, so that it counts only beside its right form.

use super::spelling::Slip;
use super::{Prose, Unit};
use crate::text::Heads;
use pinyin::ToPinyin;
use rustc_hash::FxHashMap;

/// The renderings of three characters that a document has.
#[derive(Debug, Default)]
pub(super) struct Short {
    /// The first character, and which other is the third or the second: the missing character,
    /// and the rendering as the document writes it.
    pairs: FxHashMap<(char, usize, char), (char, String)>,
    /// The pairs without their distance: most places have none of them.
    heads: Heads,
}

impl Short {
    pub(super) fn of(units: &[Unit]) -> Self {
        let mut short = Self::default();
        for prose in units.iter().map(|unit| &unit.target) {
            for it in prose.matches() {
                if let [a, b, c] = prose.shadow().chars()[it.chars.clone()] {
                    let written = &prose.text()[prose.shadow().span(it.chars.clone()).range()];
                    short.pairs.insert((a, 1, b), (c, written.to_owned()));
                    short.pairs.insert((a, 2, c), (b, written.to_owned()));
                    short.heads.add(a, b);
                    short.heads.add(a, c);
                }
            }
        }
        short
    }

    /// The places of a text that sound like one of the renderings and are written otherwise.
    pub(super) fn slips(&self, prose: &Prose) -> Vec<Slip> {
        if self.pairs.is_empty() {
            return vec![];
        }
        let windows = prose.shadow().chars().windows(3).enumerate();
        let slip = |(at, window): (usize, &[char])| {
            let [a, b, c] = window else { return None };
            if !self.heads.may_have(*a, *b) && !self.heads.may_have(*a, *c) {
                return None;
            }
            let right = [(1, b, c), (2, c, b)].into_iter().find_map(|(nth, kept, other)| {
                let (missing, right) = self.pairs.get(&(*a, nth, *kept))?;
                let alike = missing != other && sound(*missing)? == sound(*other)?;
                alike.then_some(right)
            })?;
            let whole = prose.is_word_edge(at) && prose.is_word_edge(at + 3);
            let span = prose.shadow().span(at..at + 3);
            whole.then(|| Slip { span, right: right.clone() })
        };
        windows.filter_map(slip).collect()
    }
}

/// How a character sounds, without its tone.
pub(super) fn sound(c: char) -> Option<&'static str> {
    c.to_pinyin().map(pinyin::Pinyin::plain)
}
