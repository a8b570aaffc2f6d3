//! Escapes that begin with a backslash.

use super::gather::Gather;
use crate::text::Text;

/// What the escape that a text begins with stands for, if for anything, and how many bytes it has.
pub(super) type Reading = fn(&str) -> (Option<char>, usize);

/// Goes on with the inside of a string that stands at the byte `at`, its escapes read.
pub(super) fn unescape(gather: &mut Gather, mut inside: &str, mut at: usize, reading: Reading) {
    while let Some(length) = inside.find('\\') {
        gather.copy_cell(&inside[..length], at);
        at += length;
        let (c, used) = reading(&inside[length..]);
        if let Some(c) = c {
            gather.cell(c, at..at + used);
        }
        at += used;
        inside = &inside[length + used..];
    }
    gather.copy_cell(inside, at);
}

/// The inside of a string at the byte `at` as a text of its own.
pub(super) fn unescaped(inside: &str, at: usize, reading: Reading) -> Text {
    let mut gather = Gather::from(at);
    unescape(&mut gather, inside, at, reading);
    gather.finish()
}

/// The escapes of JSON; any other character stands for itself.
pub(super) fn json(text: &str) -> (Option<char>, usize) {
    let kind = text[1..].chars().next().unwrap_or('\\');
    let c = match kind {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return unicode(text, 'u'),
        other => other,
    };
    (Some(c), (1 + kind.len_utf8()).min(text.len()))
}

/// `\u4e2d`, or the two halves of a pair, or U+FFFD for one half alone. Without four digits the
/// letter stands for itself.
pub(super) fn unicode(text: &str, letter: char) -> (Option<char>, usize) {
    let unit = |at: usize| {
        let rest = text.get(at..)?.strip_prefix('\\')?.strip_prefix(letter)?;
        let digits = rest.get(..4).filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()))?;
        u16::from_str_radix(digits, 16).ok()
    };
    let Some(first) = unit(0) else { return (Some(letter), 2) };
    let c = joined(first, unit(6));
    (Some(c), 6 * c.len_utf16())
}

/// The character of one unit of UTF-16, or of two.
pub(super) fn joined(first: u16, second: Option<u16>) -> char {
    let units = [first, second.unwrap_or_default()];
    char::decode_utf16(units).next().and_then(Result::ok).unwrap_or('\u{fffd}')
}
