use super::Mend;
use crate::text::chars;

/// A word with letters of two scripts that look the same.
pub type Homoglyph = Mend;

/// Letters that look Latin, each with the Latin one.
const ALIKE: [(&str, &str); 2] = [
    ("асеорхуіѕјһАВЕКМНОРСТХІЅЈУ", "aceopxyisjhABEKMHOPCTXISJY"),
    ("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX"),
];

/// The Latin words of a text that have Cyrillic or Greek letters in them, by slip or by fraud.
pub fn homoglyphs(text: &str) -> Vec<Homoglyph> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let mended = |word: &str| {
        let right = latin(word)?;
        Some(Mend { span: (start(word)..start(word) + word.len()).into(), right })
    };
    let inner = |c: char| chars::is_latin(c) || is_strange(c);
    let mut found: Vec<Homoglyph> = text.split(|c| !inner(c)).filter_map(mended).collect();
    found.extend(kana(text));
    found.sort_by_key(|it| it.span);
    found
}

/// Single katakana between Chinese characters that look like one: 門ロ for 門口.
fn kana(text: &str) -> Vec<Homoglyph> {
    const KANA: [(char, char); 9] = [
        ('ー', '一'),
        ('ロ', '口'),
        ('カ', '力'),
        ('エ', '工'),
        ('ニ', '二'),
        ('ハ', '八'),
        ('タ', '夕'),
        ('ト', '卜'),
        ('チ', '千'),
    ];
    let double = |c: char| {
        let is_katakana = matches!(c, '\u{30a1}'..='\u{30ff}');
        KANA.iter().find(|(kana, _)| is_katakana && *kana == c).map(|(_, han)| *han)
    };
    let beside = |c: Option<char>| c.is_none_or(|c| chars::is_han(c) || chars::is_stop(c));
    let alone = |at: usize, c: char| {
        let (before, after) =
            (text[..at].chars().next_back(), text[at + c.len_utf8()..].chars().next());
        beside(before)
            && beside(after)
            && (before.is_some_and(chars::is_han) || after.is_some_and(chars::is_han))
    };
    let found = text
        .char_indices()
        .filter_map(|(at, c)| double(c).filter(|_| alone(at, c)).map(|han| (at, c, han)));
    found
        .map(|(at, c, han)| Mend { span: (at..at + c.len_utf8()).into(), right: han.to_string() })
        .collect()
}

fn is_strange(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{52f}')
}

/// The word in Latin letters alone, if more than half of it is Latin and all of the rest looks so.
fn latin(word: &str) -> Option<String> {
    let strange = word.chars().filter(|c| is_strange(*c)).count();
    if strange == 0 {
        return None;
    }
    let right: String = word.chars().map(|c| look(c).unwrap_or(c)).collect();
    let all = word.chars().count();
    // A word all in capitals may be Greek but for one letter; a formula has small letters.
    let shouted = all > 2 && word.chars().all(char::is_uppercase);
    let fits = strange * 2 < all || shouted && strange < all;
    (fits && !right.chars().any(is_strange)).then_some(right)
}

fn look(c: char) -> Option<char> {
    let in_table = |(strange, latin): &(&str, &str)| {
        let nth = strange.chars().position(|it| it == c)?;
        latin.chars().nth(nth)
    };
    ALIKE.iter().find_map(in_table)
}

#[cfg(test)]
mod tests {
    use super::{ALIKE, homoglyphs};

    #[test]
    fn every_letter_has_its_double() {
        for (strange, latin) in ALIKE {
            assert_eq!(strange.chars().count(), latin.chars().count());
        }
    }

    #[test]
    fn formulas_and_real_cyrillic_are_let_be() {
        for text in ["Δt、λmax、5μm、kΩ、βA", "Москва", "俄语 Привет", "α"]
        {
            assert!(homoglyphs(text).is_empty(), "{text}");
        }
        assert_eq!(homoglyphs("Gоogle")[0].right, "Google");
    }
}
