/// What a text has at all, gathered in one pass: most checks find in it that they need not look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u8);

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
}

impl Signs {
    /// What a text has.
    pub fn of(text: &str) -> Self {
        Self(text.chars().map(sign).fold(0, |all, one| all | one))
    }

    /// Whether the text has a character of this kind.
    pub fn has(self, sign: Sign) -> bool {
        self.0 & sign as u8 != 0
    }
}

const STRANGE: u8 = Sign::Strange as u8;
const TAG: u8 = Sign::Tag as u8;
const FIELD: u8 = Sign::Field as u8;
const MARK: u8 = Sign::Mark as u8;
const ENTITY: u8 = Sign::Entity as u8;
const DIGIT: u8 = Sign::Digit as u8;
const LATIN: u8 = Sign::Latin as u8;
const WIDE: u8 = Sign::WideDigit as u8;

fn sign(c: char) -> u8 {
    match c {
        'a'..='z' | 'A'..='Z' => LATIN,
        '0'..='9' => DIGIT,
        // Text in the wrong encoding looks like these.
        '锟' | '烫' | '屯' | '锘' | '锛' | '銆' | '鐨' | '涓' | '鏄' | '鍦' | '浠' | '绗'
        | '鏈' | '鎴' => STRANGE,
        '\u{4e00}'..='\u{9fff}' | '，' | '。' => 0,
        '<' | '>' | '=' | '＜' | '＞' | '＝' | '〈' | '〉' => TAG,
        '%' | '{' | '}' | '$' | '％' | '｛' | '｝' | '＄' => FIELD,
        '[' | ']' | '［' | '］' | '【' | '】' => FIELD | MARK,
        '*' | '`' | '#' | '_' | '＊' | '｀' | '＃' | '＿' => MARK,
        '&' | '＆' => ENTITY,
        '０'..='９' => DIGIT | WIDE,
        '\\' => STRANGE,
        '\n' | '\t' | '\r' | '\u{20}'..='\u{7e}' => 0,
        '£' | '¥' | '©' | '®' | '°' | '±' | '·' | '×' | '÷' => 0,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}' => 0,
        '\u{2190}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff5e}' => 0,
        '\u{ffe0}'..='\u{ffe6}'
        | '\u{fe0f}'
        | '\u{1f000}'..='\u{1faff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{20000}'..='\u{2a6df}' => 0,
        _ => STRANGE,
    }
}

#[cfg(test)]
mod tests {
    use super::{Sign, Signs};

    #[test]
    fn plain_text_has_no_sign() {
        assert_eq!(Signs::of("他說：「好！」——😀……"), Signs::default());
        let signs = Signs::of("a<b 3%\u{200b}");
        for sign in [Sign::Latin, Sign::Tag, Sign::Digit, Sign::Field, Sign::Strange] {
            assert!(signs.has(sign), "{sign:?}");
        }
        assert!(!signs.has(Sign::WideDigit));
    }
}
