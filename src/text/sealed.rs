use super::{CharSet, Landmarks, chars};
use std::ops::Range;

/// The stretches of a text in which no sentence and no clause ends, in order and apart: URLs, and
/// titles, brackets and short quotations in the middle of a sentence.
pub(super) fn sealed(marks: &Landmarks) -> Vec<Range<usize>> {
    let mut found = marks.urls();
    found.extend(embedded(marks));
    if found.len() < 2 {
        return found;
    }
    found.sort_by_key(|it| (it.start, std::cmp::Reverse(it.end)));
    let mut end = 0;
    found.retain(|it| {
        let is_apart = it.start >= end;
        end = end.max(it.end);
        is_apart
    });
    found
}

/// Where the URLs of a text stand. A full stop or question mark at the end is the sentence's.
pub fn urls(text: &str) -> Vec<Range<usize>> {
    let mut found = vec![];
    // Nearly all texts have none, which this sees at once.
    if !text.contains("://") {
        return found;
    }
    let mut done = 0;
    for (at, mark) in text.match_indices("://") {
        if at < done {
            continue;
        }
        let before = text[done..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
        let rest = at + mark.len();
        let end = text[rest..].find(|c| !is_of_url(c)).map_or(text.len(), |length| rest + length);
        let kept = text[rest..end].trim_end_matches(['.', ',', '?', '!', ';', ':', ')', '\'']);
        found.push(done + before.len()..rest + kept.len());
        done = end;
    }
    found
}

fn is_of_url(c: char) -> bool {
    c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '`' | '{' | '}' | '|' | '\\' | '^')
}

/// The longest quotation, in bytes, that is a part of the sentence around it: 20 characters.
const SHORT: usize = 60;

/// Titles, brackets and short quotations with text right before and right after them.
///
/// A quotation after a colon or a comma is speech, and one at the beginning of a sentence too:
/// the sentences in it are sentences.
fn embedded(marks: &Landmarks) -> Vec<Range<usize>> {
    pairs(marks).into_iter().filter(|pair| is_embedded(marks.text(), pair)).collect()
}

fn is_embedded(text: &str, pair: &Range<usize>) -> bool {
    let opener = text[pair.start..].chars().next();
    let before = text[..pair.start].chars().next_back();
    let after = text[pair.end..].chars().next();
    match opener {
        Some('《' | '〈') => true,
        _ => {
            pair.len() <= SHORT
                && before.is_some_and(chars::is_alphanumeric)
                && after.is_some_and(goes_on)
        }
    }
}

/// Whether a sentence goes on with `c` after a quotation.
fn goes_on(c: char) -> bool {
    chars::is_alphanumeric(c) || matches!(c, '，' | '、' | '；' | ',' | ';' | '。' | '—')
}

/// Each opening mark with the mark of the same line that closes it. Marks may stand in marks;
/// what is not closed, or closed and not opened, is no pair.
fn pairs(marks: &Landmarks) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut open: Vec<(usize, char)> = vec![];
    for (at, c) in marks.iter().map(|it| (it.start(), it.c)).filter(|(_, c)| PAIRED.has(*c)) {
        if c == '\n' {
            open.clear();
        } else if chars::is_opener(c)
            && let Some(closer) = chars::partner(c)
        {
            open.push((at, closer));
            // A mark that is never closed must not make the search below long.
            if open.len() > DEPTH {
                open.remove(0);
            }
        } else if let Some(nth) = open.iter().rposition(|(_, closer)| *closer == c) {
            found.push(open[nth].0..at + c.len_utf8());
            open.truncate(nth);
        }
    }
    found
}

/// Ends of lines, and what opens or closes.
static PAIRED: CharSet = CharSet::of("\n「」『』“”‘’（）()《》〈〉【】〔〕[]［］{}｛｝");

/// Marks that stand open in one another, at most.
const DEPTH: usize = 8;

#[cfg(test)]
mod tests {
    use super::sealed;
    use crate::text::Landmarks;

    fn found(text: &str) -> Vec<&str> {
        sealed(&Landmarks::of(text)).into_iter().map(|it| &text[it]).collect()
    }

    #[test]
    fn urls_are_sealed_without_the_stop_after_them() {
        assert_eq!(found("見 https://example.com/a.b?c=d。"), ["https://example.com/a.b?c=d"]);
        assert_eq!(found("(http://a.b/?x!y)."), ["http://a.b/?x!y"]);
        assert_eq!(found("://"), ["://"]);
    }

    #[test]
    fn what_stands_within_a_sentence_is_sealed() {
        assert_eq!(found("他喊「走！快走！」就跑了。"), ["「走！快走！」"]);
        assert_eq!(found("《你好！》上映了"), ["《你好！》"]);
        assert_eq!(found("他（是誰？）來了。"), ["（是誰？）"]);
    }

    #[test]
    fn speech_is_not_sealed() {
        assert!(found("他說：「走吧。」然後走了。").is_empty());
        assert!(found("「走吧。」他說。").is_empty());
        assert!(found("他喊“走！\n”就跑了").is_empty());
    }
}
