//! Character references.

use crate::formats::pieces::Pieces;
use quick_xml::escape::resolve_html5_entity;
use std::ops::Range;

/// Adds a stretch of text, its references read.
pub(super) fn words(pieces: &mut Pieces, text: &str, place: Range<usize>) {
    let mut at = place.start;
    while let Some(next) = text[at..place.end].find('&') {
        pieces.loose_words(at..at + next);
        at += next;
        let Some((value, length)) = reference(&text[at..place.end]) else {
            pieces.words(at..at + 1);
            at += 1;
            continue;
        };
        pieces.characters(&value, at..at + length);
        at += length;
    }
    pieces.loose_words(at..place.end);
}

/// The longest name of an entity has so many bytes.
const LONGEST: usize = 40;

/// Names that may stand without a semicolon, of those that people still write so.
const BARE: [&str; 7] = ["amp", "lt", "gt", "quot", "nbsp", "copy", "reg"];

/// What the reference that a text begins with stands for, and how long it is.
fn reference(text: &str) -> Option<(String, usize)> {
    let head = &text[1..text.floor_char_boundary(LONGEST)];
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let name = &head[..head.find(|c| !is_part(c)).unwrap_or(head.len())];
    let is_ended = head[name.len()..].starts_with(';');
    let length = 1 + name.len() + usize::from(is_ended);
    let value = match name.strip_prefix('#') {
        Some(number) => number_of(number)?.to_string(),
        None if is_ended || BARE.contains(&name) => resolve_html5_entity(name)?.to_owned(),
        None => return None,
    };
    Some((value, length))
}

/// The character of a number. Those of no character are Windows' marks, as in old pages.
fn number_of(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    let code = match code {
        Ok(code) => code,
        Err(error) => {
            let is_great = *error.kind() == std::num::IntErrorKind::PosOverflow;
            return is_great.then_some('\u{fffd}');
        }
    };
    if let Some(byte) = u8::try_from(code).ok().filter(|it| (0x80..0xa0).contains(it)) {
        let bytes = [byte];
        let (mark, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
        return mark.chars().next();
    }
    Some(char::from_u32(code).filter(|c| *c != '\0').unwrap_or('\u{fffd}'))
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn references_are_read_as_browsers_do() {
        for (text, value, length) in [
            ("&amp;x", "&", 5),
            ("&nbsp文", "\u{a0}", 5),
            ("&#20013;", "中", 8),
            ("&#x4E2d文", "中", 7),
            ("&#147;", "“", 6),
            ("&#0;", "\u{fffd}", 4),
            ("&#99999999999;", "\u{fffd}", 14),
            ("&hellip;", "…", 8),
        ] {
            assert_eq!(reference(text), Some((value.to_owned(), length)), "{text}");
        }
        for text in ["&", "& b", "&b;", "&hellip", "&#;", "&#x;", "&文;"] {
            assert_eq!(reference(text), None, "{text}");
        }
    }
}
