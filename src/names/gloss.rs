use crate::text::{Span, chars};

/// A Chinese name with the original behind it in brackets: 奥特曼（Altman）.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gloss<'t> {
    /// The Chinese characters and middle dots before the bracket, as far back as they go: the name
    /// is their end.
    pub chinese: Span,
    /// The original.
    pub name: &'t str,
    /// Where the original stands.
    pub span: Span,
}

/// How many characters before a bracket can belong to a name.
const LONGEST: usize = 16;

/// The glosses of a text, in order.
pub fn glosses(text: &str) -> Vec<Gloss<'_>> {
    text.match_indices(['(', '（'])
        .filter_map(|(at, open)| gloss(text, at, at + open.len()))
        .collect()
}

fn gloss(text: &str, open: usize, inside: usize) -> Option<Gloss<'_>> {
    let chinese = chinese_before(text, open)?;
    let length = text[inside..].find(|c| !is_of_name(c))?;
    let name = text[inside..inside + length].trim();
    let starts = name.starts_with(chars::is_latin);
    let closes = matches!(
        text[inside + length..].chars().next(),
        Some(')' | '）' | '，' | ',' | '、' | '；' | ';')
    );
    let start = inside + text[inside..].find(name)?;
    let span = Span::from(start..start + name.len());
    (starts && closes && name.len() < 60).then_some(Gloss { chinese, name, span })
}

/// Whether a name in brackets may have `c`.
fn is_of_name(c: char) -> bool {
    chars::is_latin(c) || c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '\'' | '’' | '&')
}

fn chinese_before(text: &str, open: usize) -> Option<Span> {
    let head = text[..open].trim_end_matches(' ');
    let inner = |c: &char| chars::is_han(*c) || chars::is_middle_dot(*c);
    let length: usize =
        head.chars().rev().take(LONGEST).take_while(inner).map(char::len_utf8).sum();
    (length > 0).then(|| Span::from(head.len() - length..head.len()))
}

#[cfg(test)]
mod tests {
    use super::glosses;

    #[test]
    fn a_gloss_is_chinese_before_latin_in_brackets() {
        let text =
            "执行长山姆·奥特曼 (Sam Altman) 说，WHO（世卫）与梅塔（Meta）、连线(WIRED，杂志)";
        let found: Vec<(&str, &str)> =
            glosses(text).iter().map(|it| (&text[it.chinese.range()], it.name)).collect();
        assert_eq!(
            found,
            [("执行长山姆·奥特曼", "Sam Altman"), ("与梅塔", "Meta"), ("连线", "WIRED")]
        );
    }
}
