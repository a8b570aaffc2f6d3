/// A set of characters of the first plane, asked in the same short time for each: what stands in a
/// text is rarely one of a few, and a chain of comparisons would guess wrong at each that is.
///
/// ```
/// use xindaya::text::CharSet;
///
/// static STOPS: CharSet = CharSet::of("。！？!?");
/// assert!(STOPS.has('？') && !STOPS.has('，') && !STOPS.has('😀'));
/// ```
#[derive(Clone, Debug)]
pub struct CharSet([u64; 1024]);

impl Default for CharSet {
    fn default() -> Self {
        Self::of("")
    }
}

impl CharSet {
    /// The set of these characters.
    pub const fn of(chars: &str) -> Self {
        let bytes = chars.as_bytes();
        let mut set = [0; 1024];
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = decoded(bytes, at);
            assert!(code < 0x1_0000, "only characters of the first plane are looked for");
            set[code as usize / 64] |= 1 << (code % 64);
            at += length;
        }
        Self(set)
    }

    /// Puts a character in, if it is one of the first plane.
    pub fn add(&mut self, c: char) {
        if let Some(bits) = self.0.get_mut(c as usize / 64) {
            *bits |= 1 << (c as usize % 64);
        }
    }

    /// Whether `c` is one of them.
    #[inline]
    pub fn has(&self, c: char) -> bool {
        let code = c as usize;
        self.0.get(code / 64).is_some_and(|bits| bits >> (code % 64) & 1 == 1)
    }
}

/// The code point of a character that begins at `at`, and its bytes.
pub(super) const fn decoded(bytes: &[u8], at: usize) -> (u32, usize) {
    let first = bytes[at] as u32;
    match first {
        0..0x80 => (first, 1),
        0x80..0xe0 => ((first & 0x1f) << 6 | low(bytes, at + 1), 2),
        0xe0..0xf0 => ((first & 0x0f) << 12 | low(bytes, at + 1) << 6 | low(bytes, at + 2), 3),
        _ => (0x1_0000, 4),
    }
}

const fn low(bytes: &[u8], at: usize) -> u32 {
    (bytes[at] & 0x3f) as u32
}

#[cfg(test)]
mod tests {
    use super::CharSet;

    #[test]
    fn a_set_has_its_characters_and_no_other() {
        let chars = "a~é·，。的龥！";
        let set = CharSet::of(chars);
        for c in (0..0x2_0000).filter_map(char::from_u32) {
            assert_eq!(set.has(c), chars.contains(c), "{c}");
        }
        let mut own = CharSet::default();
        "a名𠀀".chars().for_each(|c| own.add(c));
        assert!(own.has('a') && own.has('名') && !own.has('b') && !own.has('𠀀'));
    }
}
