use super::is_mentioned;
use crate::text::{Span, chars};
use regex::Regex;
use std::sync::LazyLock;

/// Wide marks and links in wide or divided brackets.
static WIDE: LazyLock<Regex> = LazyLock::new(|| {
    let address = "(?:https?[:：]|/|#|mailto:)[^\\s()（）]{0,200}";
    let forms = [
        "＊＊|｀{1,3}|＿＿",
        "(?m:^[＃]{1,6}\\s?)",
        &format!("[\\[［【][^\\[\\]［］【】\\n]{{1,80}}[\\]］】]\\s?[(（]\\s?{address}\\s?[)）]"),
    ];
    Regex::new(&forms.join("|")).expect("the pattern is fixed")
});

static SPACED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("\\*\\* [^*\\n]{1,80}\\*\\*").expect("the pattern is fixed"));

/// The marks of Markdown in a text that do not work, each with what they should be where that is
/// sure.
pub fn damaged_markdown(text: &str) -> Vec<(Span, Option<String>)> {
    let mut found = vec![];
    if text.contains(['＊', '｀', '＿', '＃', '(', '（']) {
        let wide = WIDE.find_iter(text).filter_map(|it| Some((it, narrow(it.as_str())?)));
        found.extend(wide.map(|(it, right)| (it.range().into(), Some(right))));
    }
    if text.contains("**") {
        found.extend(spaced(text));
        found.extend(unpaired(text));
    }
    found.retain(|(span, ..)| !is_mentioned(text, span.range()));
    found.sort_by_key(|(span, ..)| *span);
    found
}

/// The marks in ASCII, if that changes anything.
fn narrow(marks: &str) -> Option<String> {
    let plain = |c: char| match c {
        '＊' => '*',
        '｀' => '`',
        '＿' => '_',
        '＃' => '#',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '（' => '(',
        '）' => ')',
        '：' => ':',
        _ => c,
    };
    if marks.starts_with('＃') {
        return Some(format!("{} ", marks.trim_end().replace('＃', "#")));
    }
    let linked = marks.starts_with(['[', '［', '【']);
    let right: String = if linked {
        // The words of a link keep their marks.
        let end = marks.rfind(['(', '（'])?;
        let (words, address) = marks.split_at(end);
        let inner = words.trim_end().trim_matches(|c| "[]［］【】".contains(c));
        let address: String = address.chars().filter(|c| *c != ' ').map(plain).collect();
        format!("[{inner}]{address}")
    } else {
        marks.chars().map(plain).collect()
    };
    (right != marks).then_some(right)
}

/// Emphasis that begins with a space, counted so that the space after emphasis is none.
fn spaced(text: &str) -> Vec<(Span, Option<String>)> {
    let (mut found, mut marks, mut from) = (vec![], 0, 0);
    for it in SPACED.find_iter(text) {
        marks += text[from..it.start()].matches("**").count();
        let inner = it.as_str().trim_matches('*').trim();
        if marks % 2 == 0 && inner.contains(char::is_alphabetic) {
            found.push((it.range().into(), Some(format!("**{inner}**"))));
        }
        (marks, from) = (marks + 2, it.end());
    }
    found
}

/// The last of an odd number of `**` that are marks, not powers or stars for a bad word.
fn unpaired(text: &str) -> Option<(Span, Option<String>)> {
    let marks = |at: usize| {
        let (before, after) = (text[..at].chars().next_back(), text[at + 2..].chars().next());
        let star = before == Some('*') || after == Some('*');
        let latin = |c: Option<char>| c.is_some_and(|c| chars::is_latin(c) || c.is_ascii_digit());
        let beside = |c: Option<char>| c.is_some_and(chars::is_han);
        !star && !(latin(before) && latin(after)) && (beside(before) || beside(after))
    };
    let all = text.match_indices("**").filter(|(at, _)| marks(*at)).map(|(at, _)| at);
    let places: Vec<usize> = all.collect();
    let at = *places.last()?;
    let starts = text.trim_start().starts_with("**") || text.trim_end().ends_with("**");
    (places.len() % 2 == 1 && starts && text.matches("**").count() == places.len())
        .then(|| ((at..at + 2).into(), None))
}
