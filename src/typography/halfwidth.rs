use super::around::{Machine, after, before, chinese_after, chinese_before, skip, skip_back};
use crate::text::{Landmarks, chars};
use std::ops::Range;

/// A mark of the other width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its bytes, with the spaces that a full-width mark makes needless.
    pub range: Range<usize>,
    /// What to write.
    pub wide: &'static str,
}

/// The half-width stops and brackets of a text that belong to Chinese.
///
/// Those in numbers (`1,000`), times (`7:30`), URLs, code, and among Latin words do not.
///
/// ```
/// use xindaya::text::Landmarks;
/// use xindaya::typography::halfwidth;
///
/// let found = halfwidth(&Landmarks::of("你好,世界,有 1,000 人"));
/// assert_eq!(found.len(), 2);
/// assert_eq!(found[0].wide, "，");
/// ```
pub fn halfwidth(landmarks: &Landmarks) -> Vec<Mark> {
    let (text, mut found) = (landmarks.text(), vec![]);
    // Most texts have none: no look-out for URLs and code then.
    let mut machine = None;
    let mut done = 0;
    for mark in landmarks.iter() {
        let at = mark.start();
        if at < done || !matches!(mark.c, ',' | '.' | ':' | ';' | '?' | '!' | '(') {
            continue;
        }
        let is_open = mark.c == '(';
        let marks = if is_open { brackets(text, at) } else { stop(text, at).into_iter().collect() };
        let Some(last) = marks.last() else { continue };
        if !machine.get_or_insert_with(|| Machine::of(landmarks)).owns(at) {
            done = if is_open { at + 1 } else { last.range.end };
            found.extend(marks);
        }
    }
    found.sort_by_key(|it| it.range.start);
    found
}

fn stop(text: &str, at: usize) -> Option<Mark> {
    let (start, end) = (skip_back(text, at), skip(text, at + 1));
    let is_chinese_before = chinese_before(text, start);
    let is_spaced = start < at;
    let belongs = match text.as_bytes()[at] {
        b',' | b';' => is_chinese_before || chinese_after(text, end) && is_after_word(text, start),
        b':' => is_chinese_before && !is_spaced && !is_face(text, at),
        b'.' => is_chinese_before && !is_spaced && ends_sentence(text, at),
        // ?! and !!! are said of one place.
        _ => chinese_before(text, text[..start].trim_end_matches(['?', '!']).len()),
    };
    belongs.then(|| Mark { range: trimmed(text, start, end), wide: wide(text.as_bytes()[at]) })
}

/// Spaces at an edge of the line are not the mark's.
fn trimmed(text: &str, start: usize, end: usize) -> Range<usize> {
    let is_edge = after(text, end).is_none_or(|c| c == '\n');
    start..if is_edge { text[..end].trim_end().len() } else { end }
}

fn is_after_word(text: &str, at: usize) -> bool {
    // At the beginning of a line it is the rest of a sentence that was lost.
    before(text, at).is_none_or(|c| {
        c == '\n' || chars::is_alphanumeric(c) || matches!(c, ')' | '%' | '"' | '”')
    })
}

/// `:)` and its kin.
fn is_face(text: &str, at: usize) -> bool {
    after(text, at + 1).is_some_and(|c| matches!(c, ')' | '(' | '-' | 'D' | 'P' | ':'))
}

/// Whether a half-width full stop after a Chinese character is one: neither one of several dots,
/// nor that of an item's number, nor a part of a name (中.com).
fn ends_sentence(text: &str, at: usize) -> bool {
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    let is_number = line.trim_start().chars().take(3).count() < 3;
    let goes_on = after(text, at + 1).is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
    !goes_on && !is_number
}

fn wide(mark: u8) -> &'static str {
    match mark {
        b',' => "，",
        b'.' => "。",
        b':' => "：",
        b';' => "；",
        b'?' => "？",
        _ => "！",
    }
}

/// Characters that a pair of brackets may hold, at most.
const LONG: usize = 200;

/// A pair of half-width brackets in Chinese: right after a Chinese character, or around one.
fn brackets(text: &str, open: usize) -> Vec<Mark> {
    let Some(close) = closing(text, open) else { return vec![] };
    let inside = &text[open + 1..close];
    let outer = (before(text, skip_back(text, open)), after(text, skip(text, close + 1)));
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_about_chinese =
        inside.contains(chars::is_han) && !(is_latin(outer.0) && is_latin(outer.1));
    let belongs = chinese_before(text, open) || is_about_chinese;
    let is_link = before(text, open) == Some(']') || inside.contains("://");
    if inside.trim().is_empty() || is_link || is_hotkey(inside) || !belongs {
        return vec![];
    }
    let mark = |at, wide| Mark { range: at..at + 1, wide };
    vec![mark(open, "（"), mark(close, "）")]
}

/// The letter of a menu's key, as programs write it: 文件(&F), 文件(_F).
fn is_hotkey(inside: &str) -> bool {
    let letter = inside.strip_prefix("&amp;").or_else(|| inside.strip_prefix(['&', '_']));
    letter.is_some_and(|it| it.len() == 1 && it.bytes().all(|it| it.is_ascii_alphanumeric()))
}

/// The bracket that closes the one at `open`, in the same line.
fn closing(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text[open..].char_indices().take(LONG) {
        match c {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(open + at),
            ')' => depth -= 1,
            '\n' => return None,
            _ => {}
        }
    }
    None
}

/// The runs of full-width letters and digits.
///
/// ```
/// use xindaya::text::Landmarks;
///
/// assert_eq!(xindaya::typography::wide_letters(&Landmarks::of("用ＡＩ写")), [3..9]);
/// ```
pub fn wide_letters(marks: &Landmarks) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = vec![];
    for letter in marks.iter().filter(|it| is_wide_letter(it.c)) {
        match found.last_mut().filter(|last| last.end == letter.start()) {
            Some(last) => last.end = letter.end(),
            None => found.push(letter.range()),
        }
    }
    found
}

fn is_wide_letter(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

#[cfg(test)]
mod tests {
    use super::halfwidth;
    use crate::text::Landmarks;

    fn marked(text: &str) -> String {
        let mut out = text.to_owned();
        for mark in halfwidth(&Landmarks::of(text)).iter().rev() {
            out.replace_range(mark.range.clone(), mark.wide);
        }
        out
    }

    #[test]
    fn marks_that_belong_to_chinese_become_wide() {
        for (text, wide) in [
            ("你好,世界!", "你好，世界！"),
            ("走吧 , 我们走.", "走吧，我们走。"),
            ("Meta, 谷歌; 微软:", "Meta，谷歌；微软："),
            ("真的吗?!", "真的吗？！"),
            ("他说(Knight)来了(真的)", "他说（Knight）来了（真的）"),
            ("「好」,他说", "「好」，他说"),
            (",他走了。", "，他走了。"),
        ] {
            assert_eq!(marked(text), wide);
        }
    }

    #[test]
    fn others_stay() {
        for text in [
            "1,000 人 7:30 到 3:1",
            "见 https://a.b/c,d?e=f。",
            "`f(中,文)` 和 f(x, y)",
            "Alphabet, Inc. (GOOG) 公布",
            "[说明](a/b.md)",
            "好的:)",
            "一. 中文",
            "等...",
            "Dr. Who 来了。",
        ] {
            assert_eq!(marked(text), text);
        }
    }
}
