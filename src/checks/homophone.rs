//! Names of three characters with one of them exchanged for another of its sound: 黄仁训. So short a
//! name is near to many words, so that it counts only beside its right form.

use super::spelling::Slip;
use super::{Prose, Unit};
use crate::text::CharSet;
use pinyin::ToPinyin;
use rustc_hash::FxHashMap;

/// The renderings of three characters that a document has.
#[derive(Debug, Default)]
pub(super) struct Short {
    /// The first character, and which other is the third or the second: the missing character,
    /// and the rendering as the document writes it.
    pairs: FxHashMap<(char, usize, char), (char, String)>,
    /// The first characters, but for those beyond the first plane: most characters are none.
    firsts: CharSet,
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
                    short.firsts.add(a);
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
        let chars = prose.shadow().chars();
        let slip = |(at, a): (usize, &char)| {
            let [b, c] = chars.get(at + 1..at + 3)? else { return None };
            let right = [(1, b, c), (2, c, b)].into_iter().find_map(|(nth, kept, other)| {
                let (missing, right) = self.pairs.get(&(*a, nth, *kept))?;
                let alike = missing != other && sound(*missing)? == sound(*other)?;
                alike.then_some(right)
            })?;
            let whole = prose.is_word_edge(at) && prose.is_word_edge(at + 3);
            let span = prose.shadow().span(at..at + 3);
            whole.then(|| Slip { span, right: right.clone() })
        };
        let firsts = chars.iter().enumerate().filter(|(_, c)| self.firsts.has(**c));
        firsts.filter_map(slip).collect()
    }
}

/// How a character sounds, without its tone.
pub(super) fn sound(c: char) -> Option<&'static str> {
    c.to_pinyin().map(pinyin::Pinyin::plain)
}
