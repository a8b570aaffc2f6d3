use super::around::{Machine, after, before, is_wide_end, is_wide_stop, skip, skip_back};
use crate::text::{Landmarks, chars};
use std::ops::Range;

/// An ellipsis or a dash that is not written the Chinese way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Its bytes, with the spaces around a dash.
    pub range: Range<usize>,
    /// What to write: six dots or a dash of two characters.
    pub right: &'static str,
    /// Whether that is sure: one stroke may also stand between two names or numbers.
    pub certain: bool,
}

/// The makeshift ellipses (`...`, `。。。`) and dashes (`--`, a single `—`) beside Chinese.
///
/// ```
/// use xindaya::text::Landmarks;
///
/// let found = xindaya::typography::strokes(&Landmarks::of("他想了想...没说话--走了"));
/// assert_eq!(found[0].right, "……");
/// assert_eq!(found[1].right, "——");
/// ```
pub fn strokes(marks: &Landmarks) -> Vec<Stroke> {
    let (text, mut found) = (marks.text(), vec![]);
    let mut machine = None;
    let mut done = 0;
    for mark in marks.iter() {
        let at = mark.start();
        if at < done || !matches!(mark.c, '.' | '。' | '-' | '—' | '–') {
            continue;
        }
        let end = text.len() - text[at..].trim_start_matches(mark.c).len();
        done = end;
        let count = (end - at) / mark.c.len_utf8();
        let stroke = match mark.c {
            '.' | '。' => (count >= 3).then(|| ellipsis(text, at, end)).flatten(),
            '-' if count == 1 => hyphen(text, at, end),
            '-' => (count <= 3).then(|| dash(text, at, end)).flatten(),
            _ => (count == 1).then(|| single(text, at, end)).flatten(),
        };
        let mut machine_owns =
            |it: &Stroke| machine.get_or_insert_with(|| Machine::of(marks)).owns(it.range.start);
        found.extend(stroke.filter(|it| !machine_owns(it)));
    }
    found
}

fn ellipsis(text: &str, start: usize, end: usize) -> Option<Stroke> {
    let is_chinese = |c: Option<char>| c.is_some_and(|c| chars::is_han(c) || is_wide_end(c));
    let belongs = is_chinese(before(text, start)) || is_chinese(after(text, end));
    belongs.then_some(Stroke { range: start..end, right: "……", certain: true })
}

/// Hyphens for a dash: a Chinese character on the one side, a word or a quotation on the other.
/// An option of a command (用 --help) is none.
fn dash(text: &str, start: usize, end: usize) -> Option<Stroke> {
    let range = skip_back(text, start)..skip(text, end);
    let (left, right) = (before(text, range.start)?, after(text, range.end)?);
    let is_word = |c: char| {
        chars::is_alphanumeric(c)
            || chars::is_quote(c)
            || chars::is_closer(c)
            || chars::is_opener(c)
    };
    let is_option = range.end == end && right.is_ascii();
    let belongs = is_word(left) && is_word(right) && (chars::is_han(left) || chars::is_han(right));
    (belongs && !is_option).then_some(Stroke { range, right: "——", certain: true })
}

/// One hyphen with room on both sides, in a sentence: a heading may be divided by it.
fn hyphen(text: &str, start: usize, end: usize) -> Option<Stroke> {
    let range = skip_back(text, start)..skip(text, end);
    if range.start == start || range.end == end {
        return None;
    }
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |length| end + length);
    let is_beside_han = before(text, range.start).is_some_and(chars::is_han)
        && after(text, range.end).is_some_and(chars::is_han);
    let belongs = is_beside_han && text[line_start..line_end].ends_with(is_wide_stop);
    belongs.then_some(Stroke { range, right: "——", certain: false })
}

/// One stroke between two clauses. Between names, dates and numbers it is right (北京—上海).
fn single(text: &str, start: usize, end: usize) -> Option<Stroke> {
    let range = skip_back(text, start)..skip(text, end);
    let clear =
        |c: char| !(is_wide_stop(c) || chars::is_closer(c) || chars::is_opener(c) || c == '\n');
    let left = text[..range.start].chars().rev().take(CLAUSE).take_while(|c| clear(*c));
    let right = text[range.end..].chars().take(CLAUSE).take_while(|c| clear(*c));
    let is_beside_han = |c: Option<char>| c.is_some_and(chars::is_han);
    let belongs = is_beside_han(before(text, range.start))
        && is_beside_han(after(text, range.end))
        && left.count() + right.count() == CLAUSE * 2
        // An en dash without room joins names.
        && (range.len() > end - start || !text[start..end].starts_with('–'));
    belongs.then_some(Stroke { range, right: "——", certain: false })
}

/// Characters without a stop that make a clause, not a name.
const CLAUSE: usize = 8;

#[cfg(test)]
mod tests {
    use super::{Stroke, strokes as among};
    use crate::text::Landmarks;

    fn strokes(text: &str) -> Vec<Stroke> {
        among(&Landmarks::of(text))
    }

    #[test]
    fn a_hyphen_in_a_sentence_is_a_dash() {
        assert_eq!(strokes("只有一样东西 - 时间。").len(), 1);
        assert!(strokes("新闻 - 公司网站").is_empty());
    }

    #[test]
    fn what_is_no_dash_stays() {
        for text in [
            "京沪铁路（北京—上海）",
            "运行 xindaya --help 查看",
            "2010—2020年",
            "香港金融管理局–国际结算银行高级别会议",
            "| --- | --- |\n| 中 | 文 |",
            "他说……然后——走了",
            "COVID-19 和 v1...v2",
            "。。",
        ] {
            assert!(strokes(text).is_empty(), "{text}: {:?}", strokes(text));
        }
    }
}
