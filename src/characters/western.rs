//! Text that was read one byte a character.

use super::common::{evidence, is_mostly_common, one_char};
use super::mojibake::Mojibake;
use crate::text::{Span, chars};
use encoding_rs::{BIG5, Encoding, GBK, WINDOWS_1252};

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

/// UTF-8 that was read as Latin 1 or Windows 1252, once or several times: `ä¸­æ–‡`, `â€œ`, `Ã©`.
pub(super) fn unicode(text: &str) -> Vec<Mojibake> {
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
                None => found.push(Mojibake::known(start..end, right.to_string())),
            }
            at = end;
        } else {
            at = start + text[start..].chars().next().map_or(1, char::len_utf8);
        }
    }
    found.retain(|it| it.right.as_deref().is_some_and(is_telling));
    for it in &mut found {
        while let Some(again) = it.right.as_deref().and_then(once_more) {
            it.right = Some(again);
        }
    }
    found
}

/// What stands in a text that is nothing but UTF-8 in the wrong encoding.
fn once_more(text: &str) -> Option<String> {
    let bytes: Vec<u8> = text.chars().map(byte_of).collect::<Option<_>>()?;
    String::from_utf8(bytes).ok().filter(|again| again.len() < text.len())
}

/// GBK or Big5 that was read as Latin 1 or Windows 1252: `ÄãºÃ`, `§A¦n`.
pub(super) fn chinese(text: &str) -> Vec<Mojibake> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(length) = text[at..].find(is_lead) {
        let start = at + length;
        let tried = [GBK, BIG5].map(|written| pairs(&text[start..], written));
        let passed = match tried.iter().find(|(_, right)| is_chinese(right)) {
            Some((end, right)) => {
                found.push(Mojibake::known(start..start + end, right.clone()));
                *end
            }
            // Half of what was read in vain is passed over, so that the time stays linear.
            None => tried.iter().map(|(end, _)| end / 2).max().unwrap_or_default(),
        };
        at = text.ceil_char_boundary(start + passed.max(1));
    }
    found
}

/// Two Chinese characters at least, half of them common.
fn is_chinese(right: &str) -> bool {
    evidence(right).0 >= 2 && is_mostly_common(right, 2)
}

/// Whether `c` is what the first byte of a common Chinese character becomes.
fn is_lead(c: char) -> bool {
    matches!(c, '\u{a4}'..='\u{f7}')
}

/// The text that a text begins with when its characters are taken for bytes, and where it ends.
fn pairs(text: &str, written: &'static Encoding) -> (usize, String) {
    let mut chars = text.chars();
    let mut right = String::new();
    let mut end = 0;
    while let (Some(lead), Some(trail)) = (chars.next(), chars.next())
        && let (Some(first @ 0x81..), Some(second @ 0x40..)) = (byte_of(lead), byte_of(trail))
        && let Some(read) = one_char(&[first, second], written)
    {
        right.push(read);
        end += lead.len_utf8() + trail.len_utf8();
    }
    (end, right)
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
