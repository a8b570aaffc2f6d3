use super::chars;
use std::ops::Range;

/// What encloses a stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enclosure {
    /// Quotation marks, straight or curly, or corner brackets.
    Quote,
    /// The marks of a title: 《》〈〉.
    Title,
    /// Round, square or other brackets.
    Bracket,
    /// Backticks: code.
    Code,
}

/// How far a mark is looked for, in bytes: what stands further off encloses something else.
const FAR: usize = 240;

/// The innermost marks of the same line around a stretch, if both stand near it.
///
/// ```
/// use xindaya::text::{Enclosure, enclosure};
///
/// let text = "他说“no problem”，见《Nature》";
/// let at = text.find("prob").unwrap();
/// assert_eq!(enclosure(text, at..at + 7), Some(Enclosure::Quote));
/// let at = text.find("Nature").unwrap();
/// assert_eq!(enclosure(text, at..at + 6), Some(Enclosure::Title));
/// assert_eq!(enclosure(text, 0..3), None);
/// ```
pub fn enclosure(text: &str, stretch: Range<usize>) -> Option<Enclosure> {
    let after = line_after(text, stretch.end);
    let mut closed: Vec<char> = vec![];
    for c in line_before(text, stretch.start).chars().rev() {
        // An apostrophe looks like a closing mark.
        if chars::is_closer(c) && c != '’' {
            closed.push(c);
        } else if closed.last().is_some_and(|last| chars::partner(*last) == Some(c)) {
            closed.pop();
        } else if closed.is_empty() && chars::is_opener(c) {
            let closes = chars::partner(c).is_some_and(|other| after.contains(other));
            return if closes { Some(kind(c)) } else { None };
        }
    }
    straight(line_before(text, stretch.start), after)
}

/// Straight quotes and backticks open and close alike: an odd one before and one after enclose.
fn straight(before: &str, after: &str) -> Option<Enclosure> {
    let encloses = |mark: char| before.matches(mark).count() % 2 == 1 && after.contains(mark);
    if encloses('`') {
        Some(Enclosure::Code)
    } else if encloses('"') {
        Some(Enclosure::Quote)
    } else {
        None
    }
}

fn kind(opener: char) -> Enclosure {
    match opener {
        '《' | '〈' => Enclosure::Title,
        _ if chars::is_quote(opener) => Enclosure::Quote,
        _ => Enclosure::Bracket,
    }
}

fn line_before(text: &str, end: usize) -> &str {
    let start = text.floor_char_boundary(end.saturating_sub(FAR));
    let near = &text[start..end];
    near.rfind('\n').map_or(near, |newline| &near[newline + 1..])
}

fn line_after(text: &str, start: usize) -> &str {
    let end = text.ceil_char_boundary(start.saturating_add(FAR).min(text.len()));
    let near = &text[start..end];
    near.find('\n').map_or(near, |newline| &near[..newline])
}

#[cfg(test)]
mod tests {
    use super::{Enclosure, enclosure};

    fn around(text: &str) -> Option<Enclosure> {
        let at = text.find('X').expect("the example has it");
        enclosure(text, at..at + 1)
    }

    #[test]
    fn the_innermost_marks_count() {
        assert_eq!(around("他（指「X」）说"), Some(Enclosure::Quote));
        assert_eq!(around("「甲」（乙 X）"), Some(Enclosure::Bracket));
        assert_eq!(around("见《甲》X。"), None);
        assert_eq!(around("`X`"), Some(Enclosure::Code));
        assert_eq!(around("\"甲\" X \"乙\""), None);
        assert_eq!(around("\"X\""), Some(Enclosure::Quote));
    }

    #[test]
    fn an_open_mark_encloses_nothing() {
        assert_eq!(around("“甲 X。"), None);
        assert_eq!(around("“甲 X。\n”"), None);
    }
}
