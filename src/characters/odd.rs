use super::Mend;
use crate::text::Span;
use unicode_normalization::UnicodeNormalization;

/// Characters that look right and are not the ones that people type and search for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Odd {
    /// From a block that stands for another: compatibility characters, radicals, ligatures.
    Double(Mend),
    /// From the private area: only one font knows what they are.
    Private(Span),
}

/// The odd characters of a text, those side by side together.
pub fn odd(text: &str) -> Vec<Odd> {
    let mut found: Vec<Odd> = vec![];
    for (at, c) in text.char_indices().filter(|(_, c)| *c > '\u{2e7f}') {
        let span = Span::from(at..at + c.len_utf8());
        if is_private(c) {
            match found.last_mut() {
                Some(Odd::Private(last)) if last.end == span.start => last.end = span.end,
                _ => found.push(Odd::Private(span)),
            }
        } else if let Some(right) = usual(c).or_else(|| voicing(c, &text[..at])) {
            match found.last_mut() {
                Some(Odd::Double(last)) if last.span.end == span.start => {
                    last.span.end = span.end;
                    last.right += &right;
                }
                _ => found.push(Odd::Double(Mend { span, right })),
            }
        }
    }
    composed(found)
}

/// Half-width katakana and their voicing marks become one character together.
fn composed(mut found: Vec<Odd>) -> Vec<Odd> {
    for it in &mut found {
        if let Odd::Double(mend) = it {
            mend.right = mend.right.nfkc().collect();
        }
    }
    found
}

/// The voicing mark of a half-width kana before it; alone it is a part of a face.
fn voicing(c: char, before: &str) -> Option<String> {
    let kana = before.ends_with(|c| matches!(c, '\u{ff66}'..='\u{ff9d}'));
    (kana && matches!(c, '\u{ff9e}' | '\u{ff9f}')).then(|| c.nfkc().collect())
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8fe}' | '\u{f0000}'..='\u{10ffff}')
}

/// The usual character for one that has a double.
fn usual(c: char) -> Option<String> {
    let doubled = match c {
        // Twelve characters of the compatibility block are none.
        '\u{fa0e}'
        | '\u{fa0f}'
        | '\u{fa11}'
        | '\u{fa13}'
        | '\u{fa14}'
        | '\u{fa1f}'
        | '\u{fa21}'
        | '\u{fa23}'
        | '\u{fa24}'
        | '\u{fa27}'..='\u{fa29}' => false,
        '\u{2e80}'..='\u{2fdf}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fb00}'..='\u{fb06}'
        | '\u{ff66}'..='\u{ff9d}'
        | '\u{2f800}'..='\u{2fa1f}' => true,
        _ => false,
    };
    if !doubled {
        return None;
    }
    if let Some((_, right)) = RADICALS.iter().find(|(radical, _)| *radical == c) {
        return Some(right.to_string());
    }
    let right: String = c.nfkc().collect();
    (right != c.to_string()).then_some(right)
}

/// Radicals of the supplement that look like a whole character; Unicode does not equate them.
const RADICALS: [(char, char); 30] = [
    ('⺁', '厂'),
    ('⺃', '乚'),
    ('⺇', '几'),
    ('⺒', '巳'),
    ('⺓', '幺'),
    ('⺟', '母'),
    ('⺠', '民'),
    ('⺫', '罒'),
    ('⺴', '网'),
    ('⻁', '虎'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻨', '麦'),
    ('⻬', '齐'),
];
