use super::landmarks::small;
use super::table::{Nature, TABLE, count, entry};
use std::ops::Deref;

/// The characters of a shadow with which what a check looks for begins, in order: words that join
/// and open, particles, stops, the first letter of each Latin token. Whoever walks them passes over
/// most of a text.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    all: Vec<Cue>,
}

/// One of them, with the number of the character in the shadow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cue {
    at: u32,
    /// The character.
    pub c: char,
    /// As [`CueSet`](super::CueSet) counts them; 0 for the letters.
    pub(super) kind: u8,
}

impl Cue {
    /// The number of the character.
    pub fn at(&self) -> usize {
        self.at as usize
    }

    /// Whether it is a Latin letter.
    pub fn is_letter(&self) -> bool {
        self.kind == 0
    }
}

impl Cues {
    /// Those of the characters of a shadow. Whether one is cannot be foreseen, so that each is written
    /// down, and the next one in its place unless it was.
    pub(super) fn read(chars: &[char], natures: &[Nature]) -> Self {
        // One more, to write down in what is none.
        let room = count(natures, Nature::may_be_cue) + 1;
        let mut all = vec![Cue::default(); room];
        let (mut count, mut before) = (0, Nature::default());
        for ((c, nature), at) in chars.iter().zip(natures).zip(0..small(chars.len())) {
            all[count] = Cue { at, c: *c, kind: 0 };
            count += usize::from(nature.is_cue(before));
            before = *nature;
        }
        all.truncate(count);
        // Of words in Latin letters only one letter each is a cue.
        if count < room / 2 {
            all.shrink_to_fit();
        }
        let table = TABLE.as_slice();
        for cue in &mut all {
            cue.kind = entry(table, cue.c).cue;
        }
        Self { all }
    }
}

impl Deref for Cues {
    type Target = [Cue];

    fn deref(&self) -> &Self::Target {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    #[test]
    fn most_characters_are_none() {
        let Reading { shadow, cues, .. } = Reading::of("他與 Meta和我說，對 é 的ABC。");
        let found: String = cues.iter().map(|it| it.c).collect();
        assert_eq!(found, "与m和,对é的a。");
        assert!(cues.iter().all(|it| shadow.chars()[it.at()] == it.c));
        assert!(Reading::of("").cues.is_empty());
    }
}
