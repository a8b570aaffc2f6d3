use super::tongue::script;
use crate::text::{Span, chars, enclosure};

/// Letters of a script that a Chinese text has no use for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// Where they stand.
    pub span: Span,
    /// The script's name.
    pub script: &'static str,
    /// How many letters.
    pub letters: usize,
}

/// The stretches of a text in another script, in order.
///
/// Names in brackets or quotation marks, single letters (α, の between words) and faces made of
/// letters are left out.
pub fn foreign(text: &str) -> Vec<Foreign> {
    let mut found: Vec<Foreign> = vec![];
    for (at, c) in text.char_indices().filter(|(_, c)| *c > '\u{36f}') {
        let Some(name) = script(c) else { continue };
        let end = at + c.len_utf8();
        match found.last_mut() {
            Some(last)
                if last.script == name && continues(&text[last.span.end as usize..at], name) =>
            {
                last.span.end = Span::from(at..end).end;
                last.letters += 1;
            }
            _ => found.push(Foreign { span: (at..end).into(), script: name, letters: 1 }),
        }
    }
    found.retain(|it| !is_fine(text, it));
    found
}

/// Whether what stands between two letters belongs to one stretch: marks of the letters, spaces
/// and stops; in Japanese a few characters too.
fn continues(between: &str, script: &str) -> bool {
    let inner = |c: char| {
        matches!(c, ' ' | ',' | '.' | '-' | '\'' | '’' | 'ー' | '・' | '゛' | '゜' | '\u{300}'..='\u{36f}' | '\u{e31}'..='\u{e4e}' | '\u{900}'..='\u{dff}')
            || script == "kana" && (chars::is_han(c) || matches!(c, '、' | '。'))
    };
    between.chars().count() < 5 && between.chars().all(inner)
}

fn is_fine(text: &str, it: &Foreign) -> bool {
    let stretch = &text[it.span.range()];
    let kana = it.script == "kana";
    // One hiragana between characters is a particle that was left; の is Chinese fashion.
    let particle = kana && "はがをにでともへや".contains(stretch);
    let sign = it.letters == 1 && (kana && !particle || it.script == "Greek")
        || it.script == "Greek" && it.letters < 4;
    let (before, after) = (&text[..it.span.start as usize], &text[it.span.end as usize..]);
    let beside = |c: char| {
        chars::is_han(c)
            || chars::is_latin(c)
            || chars::is_stop(c)
            || c == ' '
            || c.is_ascii_digit()
    };
    let written =
        before.chars().next_back().is_none_or(beside) && after.chars().next().is_none_or(beside);
    let face = it.letters < 4 && !written;
    let the = stretch.chars().all(|c| matches!(c, 'の' | 'ー' | 'ツ' | 'シ'));
    sign || face || the || enclosure(text, it.span.range()).is_some() || is_named(before)
}

/// Whether the text before speaks of the language: 俄語：, 日文“, 韩文写作.
fn is_named(before: &str) -> bool {
    let near: Vec<char> = before.chars().rev().take(6).collect();
    near.iter().any(|c| {
        matches!(
            c,
            '语' | '語'
                | '文'
                | '叫'
                | '称'
                | '稱'
                | '词'
                | '詞'
                | '字'
                | '歌'
                | '曲'
                | '#'
                | '@'
        )
    })
}
