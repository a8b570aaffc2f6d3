use crate::text::{Span, chars};
use encoding_rs::{GBK, WINDOWS_1252};
use std::ops::Range;

/// A stretch that was read in the wrong encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mojibake {
    /// Where it stands.
    pub span: Span,
    /// What it was, where that can be told: the rest is lost for good.
    pub right: Option<String>,
}

/// The stretches of a text that were read in the wrong encoding, in order.
pub fn mojibake(text: &str) -> Vec<Mojibake> {
    if text.is_ascii() {
        return vec![];
    }
    let mut found = western(text);
    found.extend(lost(text));
    found.extend(escapes(text));
    if GARBLED.iter().map(|mark| text.matches(*mark).count()).sum::<usize>() > 1 {
        found.extend(chinese(text));
    }
    found.sort_by_key(|it| it.span);
    found
}

/// The bytes that a character takes in UTF-8 after its first one, if a byte of this value begins
/// a character of two bytes or more.
fn more_bytes(first: u8) -> Option<usize> {
    match first {
        0xc2..=0xdf => Some(1),
        0xe0..=0xef => Some(2),
        0xf0..=0xf4 => Some(3),
        _ => None,
    }
}

/// UTF-8 that was read as Latin 1 or Windows 1252: `ä¸­æ–‡`, `â€œ`, `Ã©`.
fn western(text: &str) -> Vec<Mojibake> {
    let mut found: Vec<Mojibake> = vec![];
    let mut at = 0;
    while let Some(length) = text[at..].find(is_first) {
        let start = at + length;
        if let Some((end, right)) = decoded(text, start) {
            match found.last_mut().filter(|last| last.span.end as usize == start) {
                Some(last) => {
                    last.span.end = Span::from(start..end).end;
                    last.right.as_mut().expect("all were decoded").push(right);
                }
                None => found
                    .push(Mojibake { span: (start..end).into(), right: Some(right.to_string()) }),
            }
            at = end;
        } else {
            at = start + text[start..].chars().next().map_or(1, char::len_utf8);
        }
    }
    found.retain(|it| it.right.as_deref().is_some_and(is_telling));
    found
}

/// Whether `c` is what the first byte of a character becomes.
fn is_first(c: char) -> bool {
    matches!(c, '\u{c2}'..='\u{f4}')
}

/// The character whose bytes the characters at `start` stand for, and where they end.
fn decoded(text: &str, start: usize) -> Option<(usize, char)> {
    let mut bytes = vec![];
    let mut end = start;
    for c in text[start..].chars().take(4) {
        bytes.push(byte_of(c)?);
        end += c.len_utf8();
        if more_bytes(bytes[0])? + 1 == bytes.len() {
            let right = std::str::from_utf8(&bytes).ok()?.chars().next()?;
            return Some((end, right));
        }
    }
    None
}

/// The byte that a character stands for in Windows 1252, or in Latin 1.
fn byte_of(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return Some(byte);
    }
    let mut small = [0; 4];
    let (bytes, _, unmappable) = WINDOWS_1252.encode(c.encode_utf8(&mut small));
    if unmappable { None } else { bytes.first().copied() }
}

/// Whether what came out is what people write: one mark or Chinese character, one Latin letter
/// with an accent, or two letters of another script.
fn is_telling(right: &str) -> bool {
    let is_written = |c: char| {
        chars::is_han(c)
            || matches!(c, '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{206f}' | '\u{20a0}'..='\u{20bf}')
            || matches!(c, '\u{2190}'..='\u{22ff}' | '\u{3000}'..='\u{30ff}' | '\u{ff00}'..='\u{ffef}')
            || matches!(c, '\u{1f300}'..='\u{1faff}')
    };
    right.chars().all(is_written) || right.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// What cannot be brought back: replacement characters, and what they and unset memory look like
/// in Chinese encodings.
fn lost(text: &str) -> Vec<Mojibake> {
    let marks = ["\u{fffd}", "锟斤拷", "烫烫烫", "屯屯屯", "锘縷"];
    let mut found: Vec<Range<usize>> = marks
        .iter()
        .flat_map(|mark| text.match_indices(*mark))
        .map(|(at, mark)| at..at + mark.len())
        .collect();
    found.sort_by_key(|it| it.start);
    let mut joined: Vec<Range<usize>> = vec![];
    for it in found {
        match joined.last_mut().filter(|last| last.end == it.start) {
            Some(last) => last.end = it.end,
            None => joined.push(it),
        }
    }
    joined.into_iter().map(|it| Mojibake { span: it.into(), right: None }).collect()
}

/// Escapes of Chinese characters that nobody undid: `\u4f60\u597d`.
fn escapes(text: &str) -> Vec<Mojibake> {
    let mut found: Vec<Mojibake> = vec![];
    for (at, _) in text.match_indices("\\u") {
        let code = text.get(at + 2..at + 6).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let Some(c) = code.and_then(char::from_u32).filter(|c| *c > '\u{2fff}') else { continue };
        match found.last_mut().filter(|last| last.span.end as usize == at) {
            Some(last) => {
                last.span.end += 6;
                last.right.get_or_insert_default().push(c);
            }
            None => found.push(Mojibake { span: (at..at + 6).into(), right: Some(c.into()) }),
        }
    }
    found
}

/// Characters that common Chinese becomes when its UTF-8 is read as GBK, and that nobody writes.
const GARBLED: [&str; 10] = ["锛", "銆", "鐨", "涓", "鏄", "鍦", "浠", "绗", "鏈", "鎴"];

/// UTF-8 that was read as GBK: 浣犲ソ for 你好.
fn chinese(text: &str) -> Vec<Mojibake> {
    let divides = |c: char| c.is_ascii() || matches!(c, '\u{3000}'..='\u{3002}' | '，' | '？');
    let start = |piece: &str| piece.as_ptr() as usize - text.as_ptr() as usize;
    text.split(divides).filter_map(|piece| whole(piece, start(piece))).collect()
}

/// A stretch that is UTF-8 from its beginning on, for four Chinese characters at least.
fn whole(piece: &str, start: usize) -> Option<Mojibake> {
    let (mut bytes, mut ends) = (vec![], vec![]);
    for (at, c) in piece.char_indices() {
        let mut small = [0; 4];
        let (encoded, _, unmappable) = GBK.encode(c.encode_utf8(&mut small));
        if unmappable {
            break;
        }
        bytes.extend_from_slice(&encoded);
        ends.push((bytes.len(), at + c.len_utf8()));
    }
    let valid = std::str::from_utf8(&bytes).map_or_else(|fault| fault.valid_up_to(), str::len);
    let &(kept, end) = ends.iter().rev().find(|(bytes, _)| *bytes <= valid)?;
    let right = std::str::from_utf8(&bytes[..kept]).ok()?;
    let han = right.chars().filter(|c| chars::is_han(*c)).count();
    (han > 3).then(|| Mojibake { span: (start..start + end).into(), right: Some(right.into()) })
}

#[cfg(test)]
mod tests {
    use super::mojibake;

    fn right(text: &str) -> Vec<Option<String>> {
        mojibake(text).into_iter().map(|it| it.right).collect()
    }

    #[test]
    fn utf8_read_as_something_else_is_brought_back() {
        assert_eq!(right("他说ä½\u{a0}å¥½。"), [Some("你好".to_owned())]);
        assert_eq!(right("cafÃ© 和â€œ引号â€\u{9d}").len(), 3);
        let garbled = GBK.decode("这是一个很长的句子，没有问题".as_bytes()).0;
        assert!(!right(&garbled).is_empty(), "{garbled}");
    }

    #[test]
    fn real_letters_are_let_be() {
        for text in ["São Paulo、Gauß“、Ærø、Müller—", "联通与电信，涓涓细流。", "naïve café”"]
        {
            assert!(mojibake(text).is_empty(), "{text}");
        }
    }

    use encoding_rs::GBK;
}
