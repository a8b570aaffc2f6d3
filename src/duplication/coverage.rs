use super::runs::NEAR;
use crate::text::chars::is_common_han;

/// So many characters that come again are no chance.
const GRAM: u32 = 3;

/// The share of a text, spaces left out, that stands in three or more characters which stood among
/// the forty before them: of clean Chinese segments one in a hundred has a fifth.
///
/// ```
/// use xindaya::duplication::coverage;
///
/// assert!(coverage("今年的粮食产量比往年有所增加。") < 0.01);
/// assert!(coverage("是一个是一个是一个是一个是一个") > 0.7);
/// ```
pub fn coverage(text: &str) -> f64 {
    let mut seen = Seen::default();
    let (mut gram, mut count, mut covered, mut reach) = (0_u64, 0_u32, 0, 0);
    for c in text.chars().filter(|c| is_common_han(*c) || !c.is_whitespace()) {
        gram = (gram << BITS | u64::from(u32::from(c))) & WHOLE;
        count += 1;
        if count >= GRAM && seen.again(gram) {
            covered += count - reach.max(count - GRAM);
            reach = count;
        }
    }
    f64::from(covered) / f64::from(count.max(1))
}

/// The bits of a character, and of those of a gram.
const BITS: u32 = 21;
const WHOLE: u64 = (1 << (BITS * GRAM)) - 1;

/// The grams that were seen last, as many as are near.
struct Seen {
    last: [u64; NEAR],
    /// Where the next one is noted among them.
    next: usize,
    /// Of each slot which of them fell into it last, from 1; 0 for none.
    slots: [u8; 1 << SLOTS],
}

const SLOTS: u32 = 9;

impl Default for Seen {
    fn default() -> Self {
        Self { last: [0; NEAR], next: 0, slots: [0; 1 << SLOTS] }
    }
}

impl Seen {
    /// Notes a gram, and tells whether it was near before.
    fn again(&mut self, gram: u64) -> bool {
        let slot = gram.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - SLOTS);
        let slot = &mut self.slots[slot as usize];
        let before = usize::from(*slot).checked_sub(1);
        let is_near = before.is_some_and(|nth| self.last[nth] == gram);
        self.last[self.next] = gram;
        *slot = u8::try_from(self.next + 1).unwrap_or_default();
        self.next = (self.next + 1) % NEAR;
        is_near
    }
}

#[cfg(test)]
mod tests {
    use super::coverage;

    #[test]
    fn what_was_said_just_before_is_covered() {
        assert!((coverage("甲乙丙丁甲乙丙戊") - 3.0 / 8.0).abs() < 1e-9);
        assert!((coverage("甲 乙丙丁 甲乙\n丙戊") - 3.0 / 8.0).abs() < 1e-9);
        assert!((coverage("甲甲甲甲甲") - 0.8).abs() < 1e-9);
        assert!(coverage("甲乙甲乙").abs() < f64::EPSILON);
        assert!(coverage("").abs() < f64::EPSILON);
    }

    #[test]
    fn what_was_said_long_before_is_not() {
        let between: String = ('\u{4e00}'..='\u{4e40}').collect();
        assert!(coverage(&format!("高高兴兴{between}高高兴兴")).abs() < f64::EPSILON);
    }
}
