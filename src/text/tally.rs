use super::landmarks::small;
use super::table::{Nature, count};

/// What is counted in a text while it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The characters that only simplified texts have.
    pub hans: u32,
    /// The characters that only traditional texts have.
    pub hant: u32,
    /// The common Chinese characters, U+4E00 to U+9FFF.
    pub common: u32,
    /// How many of those are different.
    pub distinct: u32,
}

impl Tally {
    /// That of the characters of a text.
    pub(super) fn read(chars: &[char], natures: &[Nature]) -> Self {
        let (common, distinct) = common(chars);
        Self {
            hans: small(count(natures, Nature::is_simplified)),
            hant: small(count(natures, Nature::is_traditional)),
            common,
            distinct,
        }
    }
}

const FIRST: usize = 0x4e00;
const COMMON: usize = 0xa000 - FIRST;

/// How many common characters there are, and how many different ones.
fn common(chars: &[char]) -> (u32, u32) {
    // The last bit stands for all others, so that no branch tells them apart.
    let mut seen = [0_u64; COMMON / 64 + 1];
    let (mut common, mut distinct) = (0, 0);
    for c in chars {
        let nth = (*c as usize).wrapping_sub(FIRST).min(COMMON);
        let (word, bit) = (&mut seen[nth / 64], 1 << (nth % 64));
        common += u32::from(nth < COMMON);
        distinct += u32::from(*word & bit == 0);
        *word |= bit;
    }
    (common, distinct - u32::from(seen[COMMON / 64] != 0))
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use crate::text::Reading;

    #[test]
    fn characters_are_counted() {
        let tally = Reading::of("國國国人，人A你\u{3400}𠀀").tally;
        assert_eq!(tally, Tally { hans: 1, hant: 2, common: 6, distinct: 4 });
        assert_eq!(Reading::of("").tally, Tally::default());
    }
}
