//! Punctuation that cannot be meant: marks on marks, marks that go on and on, a full stop of the
//! source between its last word and a Chinese character.

use super::{Landmark, Landmarks, chars};
use std::ops::Range;

/// Two stops or more in a row that do not go together: `，，`, `。，`. Left alone are pauses and
/// cries (`……`, `！？`, `。。。`), abbreviations (`Inc.，`) and code.
pub fn doubled(marks: &Landmarks) -> Vec<Range<usize>> {
    let (text, mut found, mut done) = (marks.text(), vec![], 0);
    for [first, next] in marks.array_windows() {
        let start = first.start();
        let goes_on = next.start() == first.end() && (is_mark(next.c) || next.c == ' ');
        if !goes_on || start < done || !is_mark(first.c) {
            continue;
        }
        let ends = |c: char| !is_mark(c) && c != ' ';
        done = text[start..].find(ends).map_or(text.len(), |run| start + run);
        let end = text[..done].trim_end().len();
        if clash(&text[..start], &text[start..end], &text[end..]) {
            found.push(start..end);
        }
    }
    found
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '!' | '?' | '，' | '、' | '。' | '；' | '：' | '！' | '？' | '｡')
}

fn clash(before: &str, marks: &str, after: &str) -> bool {
    let run: Vec<char> = marks.chars().filter(|c| *c != ' ').map(half).collect();
    let [first, rest @ ..] = run.as_slice() else { return false };
    let same = rest.iter().all(|c| c == first);
    let cry = |c: &char| matches!(c, '!' | '?');
    let is_pause = same && rest.len() > 1 && matches!(first, '。' | '、' | ',');
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_graphic());
    let is_code =
        marks.is_ascii() && (latin(before.chars().next_back()) || latin(after.chars().next()));
    let is_name = cry(first) && before.ends_with(|c: char| c.is_ascii_alphanumeric());
    let is_face = marks.ends_with([':', ';']) && after.starts_with(|c: char| c.is_ascii());
    !rest.is_empty() && !is_face && !run.iter().all(cry) && !is_pause && !is_code && !is_name
}

fn half(c: char) -> char {
    match c {
        '，' => ',',
        '；' => ';',
        '：' => ':',
        '！' => '!',
        '？' => '?',
        '｡' => '。',
        _ => c,
    }
}

/// One mark again and again in a line of text. Rules, dotted lines, blanks to fill in and the
/// marks that people repeat (`！！！`, `……`, `~~~`) are left alone.
pub fn runaway(marks: &Landmarks) -> Vec<Range<usize>> {
    let (text, mut found) = (marks.text(), vec![]);
    for run in runs(marks) {
        let mark = text[run.clone()].chars().next().unwrap_or_default();
        if text[run.clone()].chars().count() >= least(mark)
            && (!is_rule(text, &run, mark) || is_quoting(mark))
        {
            found.push(run);
        }
    }
    found
}

/// Whether the line around a run begins and ends with its mark.
fn is_rule(text: &str, run: &Range<usize>, mark: char) -> bool {
    let start = text[..run.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let end = text[run.end..].find(['\n', '\r']).map_or(text.len(), |length| run.end + length);
    let said = text[start..end].trim();
    said.starts_with(mark) && said.ends_with(mark)
}

/// How often a mark may stand in a row.
fn least(mark: char) -> usize {
    match mark {
        _ if is_quoting(mark)
            || matches!(mark, '，' | ',' | '：' | ':' | '；' | ';' | '[' | ']') =>
        {
            6
        }
        '-' | '/' | '—' | '–' | '－' | '(' | ')' | '（' | '）' | '&' | '@' | '%' => 13,
        _ => usize::MAX,
    }
}

fn is_quoting(mark: char) -> bool {
    chars::is_quote(mark) || matches!(mark, '\'' | '"')
}

/// The stretches of two marks or more that are one character again and again, or nothing but
/// quotation marks.
fn runs(marks: &Landmarks) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = vec![];
    for [last, next] in marks.array_windows() {
        if last.end() != next.start() || !follows(last.c, next.c) || least(next.c) == usize::MAX {
            continue;
        }
        match found.last_mut().filter(|run| run.end == last.end()) {
            Some(run) => run.end = next.end(),
            None => found.push(last.start()..next.end()),
        }
    }
    found
}

fn follows(last: char, c: char) -> bool {
    c == last || is_quoting(c) && is_quoting(last)
}

/// Half-width full stops that end a sentence of the source and stand at a Chinese character:
/// `crisis.該`. After an abbreviation, a name with a full stop in it or a file they belong there.
pub fn glued_periods(marks: &Landmarks) -> Vec<Range<usize>> {
    let text = marks.text();
    let is_glued = |it: &Range<usize>| {
        text[it.end..].starts_with(chars::is_han) && is_ordinary(last_word(&text[..it.start]))
    };
    let periods = marks.iter().filter(|it| it.c == '.').map(Landmark::range);
    let mut found: Vec<_> = periods.filter(is_glued).collect();
    if !found.is_empty() {
        let urls = marks.urls();
        let url = |at: usize| urls[..urls.partition_point(|url| url.start <= at)].last();
        found.retain(|it| url(it.start).is_none_or(|url| it.start > url.end));
    }
    found
}

fn last_word(text: &str) -> &str {
    let divides =
        |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '@' | '/' | '\'' | '-');
    text.rsplit(divides).next().unwrap_or_default()
}

/// Whether a word is written small and is none of those that end in a full stop.
fn is_ordinary(word: &str) -> bool {
    const SHORT: [&str; 12] =
        ["etc", "vol", "fig", "approx", "dept", "inc", "ltd", "corp", "est", "ref", "feat", "ver"];
    word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()) && !SHORT.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{doubled, glued_periods, runaway};
    use crate::text::Landmarks;
    use std::ops::Range;

    fn shown(text: &str, find: fn(&Landmarks) -> Vec<Range<usize>>) -> Vec<&str> {
        find(&Landmarks::of(text)).into_iter().map(|it| &text[it]).collect()
    }

    #[test]
    fn stops_that_clash_are_found() {
        assert_eq!(shown("任期，，據報。，他走了,。好", doubled), ["，，", "。，", ",。"]);
        assert_eq!(shown("什么？！真的！！算了。。。还有、、、", doubled), [""; 0]);
        assert_eq!(shown("Yahoo!，a::b；Inc.，1:2，好……，", doubled), [""; 0]);
    }

    #[test]
    fn marks_that_run_away_are_found() {
        assert_eq!(shown("好的’’’’’’’’’’", runaway), ["’’’’’’’’’’"]);
        assert_eq!(shown("“”“”“”“”“”“”", runaway), ["“”“”“”“”“”“”"]);
        assert_eq!(shown("说完了---------------再说", runaway), ["---------------"]);
        assert_eq!(shown("------------------\n太好了！！！！！！！！……………………", runaway), [""; 0]);
        assert_eq!(shown("--------------- 目錄 ---------------", runaway), [""; 0]);
    }

    #[test]
    fn periods_of_the_source_are_found() {
        assert_eq!(shown("in a deep crisis.该公司", glued_periods), ["."]);
        assert_eq!(
            shown("Node.js.好 etc.等 Mr.王 a.b.c.好 J.K.罗琳 https://a.com.好", glued_periods),
            [""; 0]
        );
    }
}
