use super::{Case, Latin, is_sound};
use crate::text::{Span, chars, fold};

/// A Latin word beside Chinese characters that foreign names are written with: perhaps two halves
/// of one name, as in 马克·Zuckerberg.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joint<'t> {
    /// The Latin half.
    pub word: Latin<'t>,
    /// The Chinese characters beside it, as far as they go: the half is the part next to the word.
    pub chinese: Span,
    /// Whether the Latin half comes first.
    pub latin_first: bool,
    /// Whether a middle dot joins the halves, rather than a space or nothing.
    pub dotted: bool,
}

/// The places of a text where the halves of a name may meet, from its Latin words.
pub fn joints<'t>(text: &str, words: &[Latin<'t>]) -> Vec<Joint<'t>> {
    let mut found = vec![];
    for (nth, word) in words.iter().enumerate() {
        let first = nth == 0 || words[nth - 1].run != word.run;
        let last = words.get(nth + 1).is_none_or(|next| next.run != word.run);
        let after = after(text, word).filter(|it| last && (first || it.dotted));
        let before = before(text, word).filter(|it| first && (last || it.dotted));
        found.extend([before, after].into_iter().flatten().filter(|it| is_of_name(&it.word)));
    }
    found
}

/// No name has more characters than this in one half.
const LONGEST: usize = 12;

fn after<'t>(text: &str, word: &Latin<'t>) -> Option<Joint<'t>> {
    let rest = &text[word.span.end as usize..];
    let joined = rest.trim_start_matches(is_joining);
    let gap = rest.len() - joined.len();
    let length = sounds(joined.chars())?;
    let start = word.span.end as usize + gap;
    joint(word, &rest[..gap], Span::from(start..start + length), true)
}

fn before<'t>(text: &str, word: &Latin<'t>) -> Option<Joint<'t>> {
    let rest = &text[..word.span.start as usize];
    let joined = rest.trim_end_matches(is_joining);
    let length = sounds(joined.chars().rev())?;
    joint(word, &rest[joined.len()..], Span::from(joined.len() - length..joined.len()), false)
}

fn joint<'t>(word: &Latin<'t>, gap: &str, chinese: Span, latin_first: bool) -> Option<Joint<'t>> {
    let dotted = gap.chars().any(chars::is_middle_dot);
    (gap.chars().count() <= 1).then_some(Joint { word: *word, chinese, latin_first, dotted })
}

fn is_joining(c: char) -> bool {
    c == ' ' || chars::is_middle_dot(c)
}

/// How many bytes of characters that sound foreign come first, if they are two at least.
fn sounds(chars: impl Iterator<Item = char>) -> Option<usize> {
    let (mut length, mut count) = (0, 0);
    for c in chars.take(LONGEST).take_while(|c| chars::is_han(*c) && is_sound(fold(*c))) {
        length += c.len_utf8();
        count += 1;
    }
    (count > 1).then_some(length)
}

/// Whether a word is written as a name is, and is more than an initial or a title.
fn is_of_name(word: &Latin) -> bool {
    let title = matches!(word.text, "Jr" | "Sr" | "Dr" | "Mr" | "Ms" | "Mrs" | "St" | "Sir");
    !word.code && !title && is_capitalised(word) && word.text.chars().count() > 1
}

/// `Word`, `McWord`, `O'Word`, `Word-Word`, but no brand such as `iWord` or `WordS`.
fn is_capitalised(word: &Latin) -> bool {
    match word.case() {
        Case::Title => true,
        Case::Mixed => {
            word.text.starts_with(char::is_uppercase)
                && word.text.ends_with(char::is_lowercase)
                && (word.text.contains(['-', '\'', '’']) || word.text.starts_with("Mc"))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::joints;
    use crate::names::latin;

    #[test]
    fn halves_meet_at_a_dot_a_space_or_nothing() {
        let found = |text: &str| {
            let joints = joints(text, &latin(text));
            let it = joints.first()?;
            let (chinese, word) = (&text[it.chinese.range()], it.word.text);
            Some((chinese.to_owned(), word.to_owned(), it.latin_first, it.dotted))
        };
        assert_eq!(
            found("对马克·Zuckerberg说"),
            Some(("马克".into(), "Zuckerberg".into(), false, true))
        );
        assert_eq!(found("見Sam 奧特曼說"), Some(("奧特曼".into(), "Sam".into(), true, false)));
        for text in [
            "J.K.罗琳",
            "C罗纳尔多",
            "T恤",
            "GitHub 仓库",
            "Sam，奥特曼",
            "Sean Combs 本来",
            "NBA 巴克利",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
