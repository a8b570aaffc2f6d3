use crate::text::Span;

/// What an unseen character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// It has no width: zero-width spaces and joiners, a byte order mark, a soft hyphen.
    Zero,
    /// It turns the direction of the text, for people to be deceived.
    Direction,
    /// It is a control character.
    Control,
}

/// Characters that nobody sees, side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invisible {
    /// Where they stand.
    pub span: Span,
    /// What the worst of them is.
    pub unseen: Unseen,
    /// The first of them.
    pub first: char,
}

/// The unseen characters of a text that do nothing there.
pub fn invisible(text: &str) -> Vec<Invisible> {
    let mut found: Vec<Invisible> = vec![];
    for (at, c) in text.char_indices() {
        let Some(unseen) = unseen(c) else { continue };
        let end = at + c.len_utf8();
        if is_needed(c, &text[..at], &text[end..]) {
            continue;
        }
        match found.last_mut().filter(|last| last.span.end as usize == at) {
            Some(last) => last.span.end = Span::from(at..end).end,
            None => found.push(Invisible { span: (at..end).into(), unseen, first: c }),
        }
    }
    found
}

fn unseen(c: char) -> Option<Unseen> {
    match c {
        '\n' | '\t' | '\r' | '\u{20}'..='\u{7e}' => None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some(Unseen::Control),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(Unseen::Direction),
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180e}'
        | '\u{3164}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'..='\u{2064}'
        | '\u{206a}'..='\u{206f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' => Some(Unseen::Zero),
        _ => None,
    }
}

/// Whether the character has work to do: joiners in emoji and in scripts whose letters join,
/// marks of direction beside letters that run from right to left.
fn is_needed(c: char, before: &str, after: &str) -> bool {
    let (left, right) = (before.chars().next_back(), after.chars().next());
    let beside = |is: fn(char) -> bool| left.is_some_and(is) || right.is_some_and(is);
    match c {
        '\u{200c}' | '\u{200d}' => beside(is_joined_script) || beside(is_pictured),
        '\u{200e}' | '\u{200f}' | '\u{61c}' => beside(is_right_to_left),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            before.chars().rev().take(99).chain(after.chars().take(99)).any(is_right_to_left)
        }
        _ => false,
    }
}

fn is_joined_script(c: char) -> bool {
    is_right_to_left(c)
        || matches!(c, '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}')
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn is_pictured(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1ffff}')
}

#[cfg(test)]
mod tests {
    use super::invisible;

    #[test]
    fn joiners_with_work_to_do_stay() {
        for text in ["👨\u{200d}👩\u{200d}👧", "می\u{200c}خواهم", "क्\u{200d}ष", "一\t二\n"]
        {
            assert!(invisible(text).is_empty(), "{text}");
        }
        assert_eq!(invisible("一\u{200b}\u{feff}二\u{202e}").len(), 2);
    }
}
