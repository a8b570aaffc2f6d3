use crate::text::Landmarks;
use std::sync::LazyLock;

/// What a text has at all, gathered in one pass: most checks find in it that they need not look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u32);

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
    /// Plain spaces.
    Space = 1 << 11,
    /// Half-width stops and opening brackets.
    Narrow = 1 << 12,
    /// Hyphens and dashes.
    Stroke = 1 << 13,
    /// Full-width letters.
    WideLetter = 1 << 14,
    /// Quotation marks, straight ones and apostrophes too.
    Quote = 1 << 15,
    /// What has another half: quotation marks, brackets, straight quotes.
    Paired = 1 << 16,
    /// Those who are addressed: 你, 妳, 您.
    You = 1 << 17,
    /// The passive: 被.
    Passive = 1 << 18,
    /// Stops and spaces.
    Stop = 1 << 19,
    /// The same mark twice side by side, or two stops, or two quotation marks.
    Twin = 1 << 20,
}

impl Signs {
    /// What a text has, of which all that can be a sign stands out.
    pub fn of(marks: &Landmarks) -> Self {
        let table = TABLE.as_slice();
        let (mut all, mut last, mut end) = (0, (0, '\0'), 0);
        for mark in marks.iter() {
            let signs = table.get(mark.c as usize).copied().unwrap_or_else(|| sign(mark.c));
            let is_twin = mark.c == last.1 || signs & last.0 & (STOP | QUOTE) != 0;
            all |= signs | if is_twin && mark.start() == end { TWIN } else { 0 };
            (last, end) = ((signs, mark.c), mark.end());
        }
        Self(all)
    }

    /// Whether the text has a character of this kind.
    pub fn has(self, sign: Sign) -> bool {
        self.0 & sign as u32 != 0
    }
}

/// For each character of the first plane its signs.
static TABLE: LazyLock<Vec<u32>> =
    LazyLock::new(|| (0..0x1_0000).map(|code| char::from_u32(code).map_or(0, sign)).collect());

const STRANGE: u32 = Sign::Strange as u32;
const TAG: u32 = Sign::Tag as u32;
const FIELD: u32 = Sign::Field as u32;
const MARK: u32 = Sign::Mark as u32;
const ENTITY: u32 = Sign::Entity as u32;
const DIGIT: u32 = Sign::Digit as u32;
const LATIN: u32 = Sign::Latin as u32;
const MODEL: u32 = Sign::Model as u32;
const BRACKET: u32 = Sign::Bracket as u32;
const DOT: u32 = Sign::Dot as u32;
const WIDE: u32 = Sign::WideDigit as u32;
const SPACE: u32 = Sign::Space as u32;
const NARROW: u32 = Sign::Narrow as u32;
const STROKE: u32 = Sign::Stroke as u32;
const LETTER: u32 = Sign::WideLetter as u32;
const QUOTE: u32 = Sign::Quote as u32;
const PAIRED: u32 = Sign::Paired as u32;
const YOU: u32 = Sign::You as u32;
const PASSIVE: u32 = Sign::Passive as u32;
const STOP: u32 = Sign::Stop as u32;
const TWIN: u32 = Sign::Twin as u32;

fn sign(c: char) -> u32 {
    match c {
        'a'..='z' | 'A'..='Z' => LATIN,
        '0'..='9' => DIGIT,
        // Text in the wrong encoding looks like these.
        '锟' | '烫' | '屯' | '锘' | '锛' | '銆' | '鐨' | '涓' | '鏄' | '鍦' | '浠' | '绗'
        | '鎴' | '銝' | '嚗' | '鈭' | '隞' | '扂' | '婓' | '珨' | '岆' | '賸' | '衄' | '涴'
        | '琌' | '\\' => STRANGE,
        '<' | '>' | '=' | '＜' | '＞' | '＝' => TAG,
        '〈' | '〉' => TAG | PAIRED,
        '%' | '{' | '}' | '$' | '％' | '｛' | '｝' | '＄' => FIELD,
        '[' | ']' | '［' | '］' => FIELD | MARK,
        '【' | '】' => FIELD | MARK | PAIRED,
        ')' | '）' | '《' | '》' | '〔' | '〕' => PAIRED,
        '\'' => QUOTE,
        '"' | '「' | '」' | '『' | '』' | '“' | '”' | '‘' | '’' => QUOTE | PAIRED,
        '*' | '`' | '#' | '_' | '＊' | '｀' | '＃' | '＿' => MARK,
        '&' | '＆' => ENTITY,
        '０'..='９' => DIGIT | WIDE,
        '(' => BRACKET | PAIRED | NARROW,
        '（' => BRACKET | PAIRED,
        ',' | ';' | ':' | '!' | '?' => STOP | NARROW,
        '.' => NARROW,
        '，' | '、' | '。' | '；' | '：' | '！' | '？' => STOP,
        '｡' => STOP | STRANGE,
        ' ' => STOP | SPACE,
        '-' | '—' | '–' => STROKE,
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => LETTER,
        '你' | '妳' | '您' => YOU,
        '被' => PASSIVE,
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
    use super::{Sign, Signs, sign};
    use crate::text::Landmarks;

    fn signs(text: &str) -> Signs {
        Signs::of(&Landmarks::of(text))
    }

    #[test]
    fn plain_text_has_no_sign() {
        assert_eq!(signs("他說這很好…😀"), Signs::default());
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
            assert!(sign(c) == 0 || !Landmarks::of(&c.to_string()).is_empty(), "{c}");
        }
    }

    #[test]
    fn twins_stand_side_by_side() {
        for text in ["，，", "。 ，", "“‘", "……", "--"] {
            assert!(signs(text).has(Sign::Twin), "{text}");
        }
        assert!(!signs("好，他。“好。”aa（”").has(Sign::Twin));
    }
}
