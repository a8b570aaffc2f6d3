use crate::text::{Size, chars};

/// The language that a document is written in, as far as a check of Chinese cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// Chinese, or too little of anything to tell.
    Chinese,
    /// Japanese: kana between the characters.
    Japanese,
    /// Another language, in this script.
    Other(&'static str),
}

/// How many letters another language must have before a document is said to be in it.
const ENOUGH: usize = 24;

/// The language of a document with these texts.
pub fn tongue<'t>(texts: impl Iterator<Item = &'t str>) -> Tongue {
    let (mut han, mut kana, mut latin) = (0, 0, 0);
    let mut others: Vec<(&str, usize)> = vec![];
    for c in texts.flat_map(str::chars) {
        if chars::is_han(c) {
            han += 1;
        } else if chars::is_latin(c) {
            latin += 1;
        } else if let Some(name) = script(c) {
            kana += usize::from(name == "kana");
            match others.iter_mut().find(|(it, _)| *it == name) {
                Some((_, count)) => *count += 1,
                None => others.push((name, 1)),
            }
        }
    }
    if kana >= ENOUGH / 2 && kana * 3 > han {
        return Tongue::Japanese;
    }
    others.push(("Latin", latin));
    let most = others.into_iter().max_by_key(|(_, count)| *count);
    // A Chinese character says about as much as four letters.
    let other = most.filter(|(_, count)| *count >= ENOUGH && *count > han * 16);
    other.map_or(Tongue::Chinese, |(name, _)| Tongue::Other(name))
}

/// Whether a document of a size is surely in Chinese, by a glance: `strange` are those of its texts
/// that have letters of other scripts.
pub fn is_surely_chinese<'t>(size: Size, strange: impl Iterator<Item = &'t str>) -> bool {
    let (han, other) = (size.han as usize, (size.chars - size.han) as usize);
    let kana = || strange.flat_map(str::chars).filter(|c| script(*c) == Some("kana")).count();
    other <= han * 16 && kana() * 3 <= han
}

/// The script of a letter that neither Chinese nor Latin text has.
pub(super) fn script(c: char) -> Option<&'static str> {
    if matches!(c, '\0'..='\u{36f}' | '\u{4e00}'..='\u{9fff}') {
        return None;
    }
    match c {
        // The sign ー is in names of brands, and the middle dot in all names.
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{31f0}'..='\u{31ff}' => Some("kana"),
        '\u{ac00}'..='\u{d7af}' | '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' => {
            Some("Hangul")
        }
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some("Greek"),
        '\u{400}'..='\u{52f}' => Some("Cyrillic"),
        '\u{530}'..='\u{58f}' => Some("Armenian"),
        '\u{591}'..='\u{5ff}' => Some("Hebrew"),
        '\u{620}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => Some("Arabic"),
        '\u{900}'..='\u{97f}' => Some("Devanagari"),
        '\u{980}'..='\u{dff}' => Some("Indic"),
        '\u{e01}'..='\u{e5b}' => Some("Thai"),
        '\u{e80}'..='\u{eff}' => Some("Lao"),
        '\u{1000}'..='\u{109f}' => Some("Burmese"),
        '\u{10a0}'..='\u{10ff}' => Some("Georgian"),
        '\u{1200}'..='\u{137f}' => Some("Ethiopic"),
        '\u{1780}'..='\u{17ff}' => Some("Khmer"),
        '\u{1800}'..='\u{18af}' => Some("Mongolian"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Tongue, tongue};

    #[test]
    fn languages_are_told() {
        let one = |text: &'static str| tongue(std::iter::once(text));
        assert_eq!(one("我们用 PostgreSQL 和 Kubernetes 部署服务"), Tongue::Chinese);
        assert_eq!(one("これは日本語の文章であり、中国語ではありません"), Tongue::Japanese);
        assert_eq!(one("This is no Chinese text at all."), Tongue::Other("Latin"));
        assert_eq!(one("Это предложение на русском языке."), Tongue::Other("Cyrillic"));
        assert_eq!(one("iPhone 15 Pro Max"), Tongue::Chinese);
    }
}
