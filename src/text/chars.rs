//! Classes of characters that checks ask for.

/// Whether `c` is a Chinese character.
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether `c` is one of the Chinese characters that nearly all text is made of: a quick way past
/// them where only marks matter.
pub fn is_common_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Whether `c` is a letter or a digit of any script, as the standard library has it, but at once
/// for what Chinese text is made of.
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{4e00}'..='\u{9fff}' => true,
        _ => !is_wide_mark(c) && c.is_alphanumeric(),
    }
}

/// Whether `c` is one of the marks of Chinese text, which are neither letters nor digits.
fn is_wide_mark(c: char) -> bool {
    matches!(c,
        '\u{2010}'..='\u{2027}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}')
}

/// Whether `c` is a digit or another numeral of any script, as the standard library has it, but at
/// once for what Chinese text is made of.
pub fn is_numeric(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_digit(),
        '\u{4e00}'..='\u{9fff}' => false,
        _ => !is_wide_mark(c) && c.is_numeric(),
    }
}

/// Whether `c` is a letter of the Latin script, accents included.
pub fn is_latin(c: char) -> bool {
    // Chinese stands above all of them.
    c < '\u{1f00}'
        && (c.is_ascii_alphabetic()
            || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && c.is_alphabetic())
}

/// Whether `c` ends a sentence.
pub fn is_terminal(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '…' | '．' | '｡')
}

/// Whether `c` divides a sentence: a stop of any kind, in either width.
pub fn is_stop(c: char) -> bool {
    is_terminal(c) || matches!(c, '，' | '、' | '；' | '：' | ',' | ';' | ':' | '.' | '—' | '\n')
}

/// Whether `c` opens a quotation or a bracket. The straight quote opens and closes.
pub fn is_opener(c: char) -> bool {
    matches!(
        c,
        '「' | '『'
            | '“'
            | '‘'
            | '（'
            | '('
            | '《'
            | '〈'
            | '【'
            | '〔'
            | '['
            | '［'
            | '{'
            | '｛'
    )
}

/// Whether `c` closes a quotation or a bracket.
pub fn is_closer(c: char) -> bool {
    matches!(
        c,
        '」' | '』'
            | '”'
            | '’'
            | '）'
            | ')'
            | '》'
            | '〉'
            | '】'
            | '〕'
            | ']'
            | '］'
            | '}'
            | '｝'
    )
}

/// The other half of a bracket or of a curly or angled quotation mark.
pub fn partner(c: char) -> Option<char> {
    const PAIRS: [(char, char); 14] = [
        ('「', '」'),
        ('『', '』'),
        ('“', '”'),
        ('‘', '’'),
        ('《', '》'),
        ('〈', '〉'),
        ('（', '）'),
        ('(', ')'),
        ('【', '】'),
        ('〔', '〕'),
        ('[', ']'),
        ('［', '］'),
        ('{', '}'),
        ('｛', '｝'),
    ];
    let other = |(open, close): &(char, char)| match c {
        _ if c == *open => Some(*close),
        _ if c == *close => Some(*open),
        _ => None,
    };
    PAIRS.iter().find_map(other)
}

/// Whether `c` is a quotation mark of Chinese, opening or closing.
pub fn is_quote(c: char) -> bool {
    matches!(c, '「' | '」' | '『' | '』' | '“' | '”' | '‘' | '’')
}

/// Whether `c` stands between the parts of a foreign name in Chinese.
pub fn is_middle_dot(c: char) -> bool {
    matches!(c, '·' | '‧' | '•' | '・' | '．')
}

#[cfg(test)]
mod tests {
    use super::{is_closer, is_opener, partner};

    #[test]
    fn every_opener_has_its_closer() {
        for c in (0..0x1_0000).filter_map(char::from_u32) {
            assert_eq!(partner(c).is_some(), is_opener(c) || is_closer(c), "{c}");
            assert_eq!(is_opener(c), partner(c).is_some_and(is_closer), "{c}");
        }
    }
}
