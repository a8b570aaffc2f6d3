use super::Cue;
use super::charset::decoded;
use super::table::CUES;

/// Some kinds of cues, asked in the same short time for each. That they are cues is seen when the
/// program is built, so that nobody waits for a character that is never shown.
///
/// ```
/// use xindaya::text::{CueSet, Reading};
///
/// static JOINS: CueSet = CueSet::of("和与");
/// let cues = Reading::of("他與Meta和我說，").cues;
/// let nths: Vec<u8> = cues.iter().map(|it| JOINS.nth(*it)).collect();
/// assert_eq!(nths, [2, 0, 1, 0]);
/// ```
#[derive(Clone, Debug)]
pub struct CueSet([u8; KINDS]);

/// More than there are kinds of cues, a power of two.
const KINDS: usize = 128;

impl CueSet {
    /// The set of these characters, in the form of the shadow.
    ///
    /// # Panics
    ///
    /// Where one of them is no cue.
    pub const fn of(chars: &str) -> Self {
        let bytes = chars.as_bytes();
        let mut nths = [0; KINDS];
        let (mut at, mut nth) = (0, 0);
        while at < bytes.len() {
            let (code, length) = decoded(bytes, at);
            nth += 1;
            nths[kind(code)] = nth;
            at += length;
        }
        Self(nths)
    }

    /// Whether it has a cue.
    #[inline]
    pub fn has(&self, cue: Cue) -> bool {
        self.nth(cue) > 0
    }

    /// The place of a cue among the characters of the set, from 1; 0 where it is none of them.
    #[inline]
    pub fn nth(&self, cue: Cue) -> u8 {
        self.0[cue.kind as usize % KINDS]
    }
}

/// The kind of a cue: its place among [`CUES`], from 1.
const fn kind(code: u32) -> usize {
    let bytes = CUES.as_bytes();
    let (mut at, mut kind) = (0, 1);
    while at < bytes.len() {
        let (cue, length) = decoded(bytes, at);
        if cue == code {
            assert!(kind < KINDS, "there are more kinds of cues than a set has room for");
            return kind;
        }
        kind += 1;
        at += length;
    }
    panic!("the character is no cue: put it in the list");
}
