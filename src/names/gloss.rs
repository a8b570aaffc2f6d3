use crate::text::{Span, chars, fold};

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

/// The glosses of a text that say what stands before them, from bracket to bracket:
/// OpenAI（OpenAI）.
pub fn idle_glosses(text: &str) -> Vec<Span> {
    text.match_indices(['(', '（'])
        .filter_map(|(at, open)| idle(text, at, at + open.len()))
        .collect()
}

fn idle(text: &str, open: usize, inside: usize) -> Option<Span> {
    let mut rest = text[inside..].char_indices().take(2 * LONGEST);
    let (length, close) = rest.find(|(_, c)| matches!(c, ')' | '）'))?;
    let said = text[inside..inside + length].trim();
    let mut before = text[..open].trim_end_matches(' ').chars().rev();
    let same = said.chars().rev().all(|c| before.next().map(fold) == Some(fold(c)));
    let end = inside + length + close.len_utf8();
    let found = same && is_whole_name(said, before.next()) && goes_on(&text[end..]);
    found.then(|| Span::from(open..end))
}

/// Whether what is said twice is a name, and does not shorten a longer one as in
/// 中国人民银行（人民银行）.
fn is_whole_name(said: &str, before: Option<char>) -> bool {
    let mut letters = said.chars();
    if said.chars().all(chars::is_han) {
        let apart = |c: char| !chars::is_han(c) || "的在是由被把将將对對从從向到了于於".contains(c);
        return letters.nth(2).is_some() && before.is_none_or(apart);
    }
    let apart = |c: char| !c.is_alphanumeric() && c != '.' && c != '_' || chars::is_han(c);
    let name = said.chars().all(is_of_name) && said.starts_with(char::is_uppercase);
    name && letters.nth(1).is_some() && before.is_none_or(apart)
}

/// Whether the sentence goes on: at the end of a line of a song a bracket holds an echo.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(|c| c != '\n')
}

#[cfg(test)]
mod tests {
    use super::{glosses, idle_glosses};

    #[test]
    fn a_gloss_that_says_the_same_is_idle() {
        let found = |text: &str| {
            idle_glosses(text).iter().map(|it| text[it.range()].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("在大灣區（大湾区）和 OpenAI (OpenAI) 工作"), ["（大湾区）", "(OpenAI)"]);
        for text in [
            "粤港澳大湾区（大湾区）的",
            "f(f)x",
            "print(print)a",
            "来吧来吧（来吧来吧）\n",
            "EUU（U）是",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

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
