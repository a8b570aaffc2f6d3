use crate::text::Landmarks;
use std::sync::LazyLock;

/// What a text has at all, gathered in one pass: most checks find in it that they need not look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u16);

/// Characters that a check looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// What Chinese text does not need: letters with accents, other scripts, controls, doubles.
    Strange = 1,
    /// Angle brackets and equals signs.
    Tag = 2,
    /// Per cent signs, braces, square brackets.
    Field = 4,
    /// Stars, backticks, number signs, square brackets.
    Mark = 8,
    /// Ampersands.
    Entity = 16,
    /// Digits of either width.
    Digit = 32,
    /// Plain Latin letters.
    Latin = 64,
    /// Full-width digits.
    WideDigit = 128,
    /// Characters of what a language model says of itself: 译, 翻, 模, 智.
    Model = 256,
    /// Opening round brackets of either width.
    Bracket = 512,
    /// Dots between the parts of a foreign name.
    Dot = 1024,
}

impl Signs {
    /// What a text has, of which all that can be a sign stands out.
    pub fn of(marks: &Landmarks) -> Self {
        let notable = &*NOTABLE;
        let mut all = 0;
        for mark in marks.iter() {
            let code = mark.c as usize;
            let word = notable.get(code / 64).copied().unwrap_or(u64::MAX);
            if word >> (code % 64) & 1 == 1 {
                all |= sign(mark.c);
            }
        }
        Self(all)
    }

    /// Whether the text has a character of this kind.
    pub fn has(self, sign: Sign) -> bool {
        self.0 & sign as u16 != 0
    }
}

/// For each character of the first plane whether it is a sign: most text is of those that are none.
static NOTABLE: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let bit = |code: u32| u64::from(char::from_u32(code).is_some_and(|c| sign(c) != 0));
    (0..0x1_0000 / 64)
        .map(|word| (0..64).fold(0, |bits, at| bits | bit(word * 64 + at) << at))
        .collect()
});

const STRANGE: u16 = Sign::Strange as u16;
const TAG: u16 = Sign::Tag as u16;
const FIELD: u16 = Sign::Field as u16;
const MARK: u16 = Sign::Mark as u16;
const ENTITY: u16 = Sign::Entity as u16;
const DIGIT: u16 = Sign::Digit as u16;
const LATIN: u16 = Sign::Latin as u16;
const MODEL: u16 = Sign::Model as u16;
const BRACKET: u16 = Sign::Bracket as u16;
const DOT: u16 = Sign::Dot as u16;
const WIDE: u16 = Sign::WideDigit as u16;

fn sign(c: char) -> u16 {
    match c {
        'a'..='z' | 'A'..='Z' => LATIN,
        '0'..='9' => DIGIT,
        // Text in the wrong encoding looks like these.
        '锟' | '烫' | '屯' | '锘' | '锛' | '銆' | '鐨' | '涓' | '鏄' | '鍦' | '浠' | '绗'
        | '鎴' | '銝' | '嚗' | '鈭' | '隞' | '扂' | '婓' | '珨' | '岆' | '賸' | '衄' | '涴'
        | '琌' | '\\' => STRANGE,
        '<' | '>' | '=' | '＜' | '＞' | '＝' | '〈' | '〉' => TAG,
        '%' | '{' | '}' | '$' | '％' | '｛' | '｝' | '＄' => FIELD,
        '[' | ']' | '［' | '］' | '【' | '】' => FIELD | MARK,
        '*' | '`' | '#' | '_' | '＊' | '｀' | '＃' | '＿' => MARK,
        '&' | '＆' => ENTITY,
        '０'..='９' => DIGIT | WIDE,
        '(' | '（' => BRACKET,
        '·' | '‧' | '•' | '．' => DOT,
        // Japanese has it, and so have translations from Japanese.
        '・' => DOT | STRANGE,
        '译' | '譯' | '翻' | '模' | '智' => MODEL,
        c if is_plain(c) => 0,
        _ => STRANGE,
    }
}

/// Whether Chinese text is mostly made of characters like `c`.
fn is_plain(c: char) -> bool {
    matches!(c,
        '\u{4e00}'..='\u{9fff}' | '，' | '。' | '\n' | '\t' | '\r' | '\u{20}'..='\u{7e}'
        | '£' | '¥' | '©' | '®' | '°' | '±' | '·' | '×' | '÷'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}'
        | '\u{2190}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff5e}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{2a6df}')
}

#[cfg(test)]
mod tests {
    use super::{NOTABLE, Sign, Signs};
    use crate::text::Landmarks;

    fn signs(text: &str) -> Signs {
        Signs::of(&Landmarks::of(text))
    }

    #[test]
    fn plain_text_has_no_sign() {
        assert_eq!(signs("他說：「好！」——😀……"), Signs::default());
        let signs = signs("a<b 3%\u{200b}（·");
        for sign in [
            Sign::Latin,
            Sign::Tag,
            Sign::Digit,
            Sign::Field,
            Sign::Strange,
            Sign::Bracket,
            Sign::Dot,
        ] {
            assert!(signs.has(sign), "{sign:?}");
        }
        assert!(!signs.has(Sign::WideDigit));
    }

    #[test]
    fn every_sign_stands_out() {
        for c in (0..0x1_0000).filter_map(char::from_u32) {
            let is_sign = NOTABLE[c as usize / 64] >> (c as usize % 64) & 1 == 1;
            assert!(!is_sign || !Landmarks::of(&c.to_string()).is_empty(), "{c}");
        }
    }
}
