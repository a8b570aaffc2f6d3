use super::is_sound;
use crate::text::{Span, chars, fold};

/// A foreign name of two parts in Chinese: 山姆·奥特曼. The characters on either side are taken as
/// far as they sound foreign, so that a part may begin or end with a character too many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dotted {
    /// The part before the dot, in the form of the shadow.
    pub before: String,
    /// The part after it.
    pub after: String,
    /// Where both stand.
    pub span: Span,
}

/// How many characters a part has at most.
const LONGEST: usize = 8;

/// The names of two parts in a text, in order.
pub fn dotted(text: &str) -> Vec<Dotted> {
    text.match_indices(chars::is_middle_dot).filter_map(|(at, dot)| name(text, at, dot)).collect()
}

fn name(text: &str, at: usize, dot: &str) -> Option<Dotted> {
    let (head, tail) = (&text[..at], &text[at + dot.len()..]);
    let back = part(head.chars().rev())?;
    let length = part(tail.chars())?;
    let around = [head[..at - back].chars().next_back(), tail[length..].chars().next()];
    let alone = !around.into_iter().flatten().any(chars::is_middle_dot);
    let span = Span::from(at - back..at + dot.len() + length);
    let folded = |part: &str| part.chars().map(fold).collect();
    let (before, after) = (folded(&head[at - back..]), folded(&tail[..length]));
    alone.then_some(Dotted { before, after, span })
}

/// The bytes of the first characters that sound foreign: two at least.
fn part(chars: impl Iterator<Item = char>) -> Option<usize> {
    let is_part = |c: &char| chars::is_han(*c) && is_sound(fold(*c));
    let mut own = chars.take(LONGEST).take_while(is_part).map(char::len_utf8);
    Some(own.next()? + own.next()? + own.sum::<usize>())
}

#[cfg(test)]
mod tests {
    use super::dotted;

    #[test]
    fn a_name_has_two_parts() {
        let names = dotted("执行长山姆·奧特曼说，约翰·肯·史密斯、C·罗纳尔多");
        let found: Vec<(&str, &str)> =
            names.iter().map(|it| (it.before.as_str(), it.after.as_str())).collect();
        assert_eq!(found, [("山姆", "奥特曼")]);
    }
}
