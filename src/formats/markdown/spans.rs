//! The inline elements of Markdown. What is no whole element stays in the text: a mark without its
//! other half, a link that is damaged, a tag that is never closed. Checks look for them there.

use super::flat::Flat;
use super::marks::{What, marks};
use super::tags;
use crate::formats::pieces::Pieces;
use crate::text::{Role, Text};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// What a block is made of.
#[derive(Default)]
pub(super) struct Spans {
    /// Its text, if there are words in it.
    pub(super) text: Option<Text>,
    /// The words of its pictures.
    pub(super) pictures: Vec<Text>,
    /// Where its tags of HTML stand in the file that may have words in them.
    pub(super) tags: Vec<Range<usize>>,
    /// Where its comments stand.
    pub(super) comments: Vec<Range<usize>>,
}

/// Reads a block. `names` are those of the links whose targets stand somewhere else in the file, in
/// small letters.
pub(super) fn spans(raw: &str, lines: &[Range<usize>], names: &FxHashSet<String>) -> Spans {
    let flat = Flat::of(raw, lines);
    let (marks, pictures) = marks(&flat, names);
    let mut found = Spans { pictures, ..Spans::default() };
    let mut pieces = Pieces::of(raw);
    let mut at = 0;
    for mark in marks {
        if mark.at.start < at {
            continue;
        }
        copy(&flat, &mut pieces, at..mark.at.start);
        at = mark.at.end;
        let place = flat.in_file(&mark.at);
        match &mark.what {
            What::Inline(role) => {
                if raw[place.clone()].starts_with("<!--") {
                    found.comments.push(place.clone());
                } else if tags::may_have_words(&raw[place.clone()]) {
                    found.tags.push(place.clone());
                }
                pieces.inline(*role, place);
            }
            What::Characters(all) => pieces.characters(all, place),
            What::Tag | What::Nothing => {}
        }
    }
    copy(&flat, &mut pieces, at..flat.text.len());
    found.text = pieces.take();
    found
}

/// Copies a stretch, the marks of footnotes in it as inline elements.
fn copy(flat: &Flat, pieces: &mut Pieces, mut at: Range<usize>) {
    let stretch = |at: &Range<usize>| &flat.text[at.clone()];
    while let Some(next) = stretch(&at).find("[^") {
        let start = at.start + next;
        let label = &flat.text[start + 2..at.end];
        let length = label.find([']', ' ', '\n', '[']).filter(|it| label[*it..].starts_with(']'));
        let end = start + 2 + length.map_or(0, |it| it + 1);
        let is_note = length.is_some_and(|it| it > 0);
        flat.copy(pieces, at.start..if is_note { start } else { end });
        if is_note {
            pieces.inline(Role::Placeholder, flat.in_file(&(start..end)));
        }
        at.start = end;
    }
    flat.copy(pieces, at);
}

#[cfg(test)]
mod tests {
    use super::spans;
    use rustc_hash::FxHashSet;

    /// The prose of a line, and its elements.
    fn prose(line: &str) -> (String, Vec<String>) {
        let found = spans(line, std::slice::from_ref(&(0..line.len())), &FxHashSet::default());
        let text = found.text.expect("has words");
        let raw = text.inlines().iter().map(|it| it.raw.to_string()).collect();
        (text.prose().as_str().to_owned(), raw)
    }

    #[test]
    fn marks_are_no_prose() {
        let (text, raw) = prose("執行 `f(中, 文)` 或 ``a`b``，見[文*件*](https://a.b/c \"題\")。");
        assert_eq!(text, "執行 \u{fffc} 或 \u{fffc}，見文件。");
        let marks = ["`f(中, 文)`", "``a`b``", "[", "*", "*", "](https://a.b/c \"題\")"];
        assert_eq!(raw, marks);
        let (text, raw) = prose("**他**说~~错~~<b>好</b><kbd>a，b</kbd><br>，<https://a.b>。");
        assert_eq!(text, "他说错好\u{fffc}\u{fffc}，\u{fffc}。");
        assert_eq!(raw.concat(), "****~~~~<b></b><kbd>a，b</kbd><br><https://a.b>");
        assert_eq!(prose("\\*甲\\*&amp;乙&hellip;").0, "*甲*&乙…");
        assert_eq!(prose("見[說明](./安裝-1.md)").0, "見說明");
    }

    #[test]
    fn pictures_have_words_of_their_own() {
        let line = "按![紅*色*](a.png)<img alt=\"藍\" src=x>鍵";
        let found = spans(line, std::slice::from_ref(&(0..line.len())), &FxHashSet::default());
        let words: Vec<&str> = found.pictures.iter().map(crate::text::Text::as_str).collect();
        assert_eq!(words, ["紅色"]);
        assert_eq!(&line[found.tags[0].clone()], "<img alt=\"藍\" src=x>");
        assert_eq!(prose(line).0, "按\u{fffc}\u{fffc}鍵");
    }

    #[test]
    fn what_is_damaged_stays_in_the_text() {
        for text in [
            "見[文件](https://a.b/，c)。",
            "[文件] (https://a.b)",
            "一個 ` 號",
            "[甲[乙]",
            "``甲`",
            "5~10 元，20~30 元",
            "** 重要 **通知",
            "**“走吧。”**然后",
            "他**說",
            "<think>想</think>字",
            "<b>粗",
            "粗</b>",
            "<a href=“x”>字</a>",
            "<https://a.b/，c>",
            "[說明](a，b.md)",
        ] {
            assert_eq!(prose(text).0, text);
        }
    }
}
