//! What each character is to those who read a text: its folded form, and whether it stands out.

use super::{CharSet, chars};
use std::sync::LazyLock;

/// A character of the shadow: traditional becomes simplified, full width half, capitals small.
/// One character always stays one.
pub fn fold(c: char) -> char {
    entry(&TABLE, c).folded
}

/// Whether only simplified texts have a character, and whether only traditional ones do: one or none.
///
/// Most characters belong to both. Those that one standard of a region writes (群 in Taiwan) or
/// that are two words in one script (后, 里, 面) are no evidence either.
pub fn evidence(c: char) -> (bool, bool) {
    let nature = entry(&TABLE, c).nature;
    (nature.is_simplified(), nature.is_traditional())
}

/// What a character is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// Its folded form.
    pub(super) folded: char,
    pub(super) nature: Nature,
    /// Its place among [`CUES`], from 1.
    pub(super) cue: u8,
}

/// What else there is to know of a character, as bits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Nature(u8);

/// A Latin letter, which is a cue where none stands before it.
const LETTER: u8 = 1;
/// A cue wherever it stands: the bit beside.
const CUE: u8 = LETTER << 1;
const MARK: u8 = 4;
const HANS: u8 = 8;
const HANT: u8 = 16;

impl Entry {
    fn of(c: char) -> Self {
        Self::with(c, folded(c))
    }

    fn with(c: char, folded: char) -> Self {
        let bit = |is: bool, bit: u8| if is { bit } else { 0 };
        let letter = bit(chars::is_latin(folded), LETTER);
        let nature = letter | bit(IS_CUE.has(folded), CUE) | bit(!is_plain(c), MARK);
        Self { folded, nature: Nature(nature), cue: 0 }
    }
}

impl Nature {
    /// Whether it is a landmark, or belongs to one.
    #[inline]
    pub(super) fn stands_out(self) -> bool {
        self.0 & MARK != 0
    }

    /// Whether it is a cue behind another character: one by itself, or the first of Latin letters.
    #[inline]
    pub(super) fn is_cue(self, before: Self) -> bool {
        (self.0 >> 1 | self.0 & !before.0) & LETTER != 0
    }

    /// Whether it is a cue, or would be one behind another character.
    #[inline]
    pub(super) fn may_be_cue(self) -> bool {
        self.0 & (CUE | LETTER) != 0
    }

    /// Whether only simplified texts have it.
    #[inline]
    pub(super) fn is_simplified(self) -> bool {
        self.0 & HANS != 0
    }

    /// Whether only traditional texts have it.
    #[inline]
    pub(super) fn is_traditional(self) -> bool {
        self.0 & HANT != 0
    }
}

/// How many of them are so. They are counted in bytes, many at once, as many as a byte can count.
#[inline]
pub(super) fn count(all: &[Nature], is: impl Fn(Nature) -> bool) -> usize {
    let in_bytes = |part: &[Nature]| part.iter().map(|it| u8::from(is(*it))).sum::<u8>();
    all.chunks(u8::MAX.into()).map(|part| usize::from(in_bytes(part))).sum()
}

/// What a character is, from [`TABLE`]: all but rare ones are there.
#[inline]
pub(super) fn entry(table: &[Entry], c: char) -> Entry {
    table.get(c as usize).copied().unwrap_or_else(|| Entry::of(c))
}

/// Whether `c` is a common Chinese character that no check looks for among the landmarks.
pub(super) fn is_plain(c: char) -> bool {
    chars::is_common_han(c) && !LOOKED_FOR.has(c)
}

/// The Chinese characters that are landmarks: what text in the wrong encoding looks like, what a
/// language model says of itself, who is addressed, the passive. Words that are frequent are cues.
static LOOKED_FOR: CharSet =
    CharSet::of("锟烫屯锘锛銆鐨涓鏄鍦浠绗鎴銝嚗鈭隞扂婓珨岆賸衄涴琌译譯翻模智你妳您被");

/// The cues that are no Latin letters, in the form of the shadow.
pub(super) const CUES: &str = "。！？!?…．｡，、；：,;:.—\n「“\
     的是不和与及或以跟从这它尽虽随由鉴自在曾大基因即如根按通关除对为当之进作做加予";

static IS_CUE: CharSet = CharSet::of(CUES);

/// Every character of the first plane.
pub(super) static TABLE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let known = |code| Entry::of(char::from_u32(code).unwrap_or_default());
    let mut table: Vec<Entry> = (0..0x1_0000).map(known).collect();
    for line in include_str!("simplified.txt").lines() {
        let mut pair = line.chars();
        if let (Some(from @ '\u{3400}'..='\u{9fff}'), Some(to)) = (pair.next(), pair.next()) {
            table[from as usize] = Entry::with(from, to);
        }
    }
    for (c, nth) in CUES.chars().zip(1..) {
        table[c as usize].cue = nth;
    }
    for c in include_str!("simplified_only.txt").lines().filter_map(|line| line.chars().next()) {
        table[c as usize].nature.0 |= HANS;
    }
    for c in include_str!("traditional_only.txt").lines().filter_map(|line| line.chars().next()) {
        table[c as usize].nature.0 |= HANT;
    }
    table
});

/// The folded form of a character that the list of simplified ones does not have.
fn folded(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        // Marks, and writings without capitals.
        '\0'..='\x7f'
        | '\u{2010}'..='\u{2027}'
        | '\u{2e80}'..='\u{2fff}'
        | '\u{3001}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{faff}' => c,
        '\u{ff01}'..='\u{ff5e}' => narrow(u32::from(c) - 0xff01 + 0x21),
        '\u{3000}' => ' ',
        _ => lower(c),
    }
}

fn narrow(code: u32) -> char {
    char::from_u32(code).map_or('\u{fffd}', |c| c.to_ascii_lowercase())
}

fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, TABLE, folded, lower};

    #[test]
    fn no_character_is_evidence_for_both_scripts() {
        let lines = [include_str!("simplified_only.txt"), include_str!("traditional_only.txt")];
        let listed: usize = lines.iter().map(|table| table.lines().count()).sum();
        let of_one = |it: &&Entry| it.nature.is_simplified() != it.nature.is_traditional();
        let of_both = |it: &Entry| it.nature.is_simplified() && it.nature.is_traditional();
        assert_eq!(TABLE.iter().filter(of_one).count(), listed);
        assert!(!TABLE.iter().any(of_both));
    }

    #[test]
    fn writings_without_capitals_have_none() {
        for c in ('\u{2e80}'..='\u{a4cf}').chain('\u{ac00}'..='\u{faff}') {
            assert!(c == '\u{3000}' || folded(c) == lower(c), "{c}");
        }
    }
}
