//! Cuts Chinese text into words.

mod dictionary;
mod growing;
mod runs;

use crate::text::chars::is_han;
use crate::text::{Shadow, Span};
use dictionary::entry;
use growing::Growing;
use jieba_rs::Jieba;
use std::ops::Range;
use std::sync::LazyLock;

/// A word, and where it stands. Punctuation marks are words of one character; white space is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its characters in the shadow.
    pub chars: Range<usize>,
    /// Its bytes in the text.
    pub span: Span,
    /// Its bytes in the folded text of the shadow.
    folded: Span,
}

impl Word {
    /// The word as the shadow it was cut from has it: simplified, half-width, in small letters.
    pub fn folded<'s>(&self, shadow: &'s Shadow) -> &'s str {
        &shadow.text()[self.folded.range()]
    }
}

/// Cuts Chinese text into words.
///
/// Making one costs nothing, and each text pays only for the words of the dictionary that it could
/// have and no text before it had. A text is cut in the same way whatever was cut before it. Words
/// are asked for in the form of the shadow.
///
/// ```
/// use xindaya::segmenter::Segmenter;
/// use xindaya::text::Shadow;
///
/// let shadow = Shadow::of("網路成長了8.3%。");
/// let words = Segmenter::default().cut(&shadow);
/// let words: Vec<&str> = words.iter().map(|word| word.folded(&shadow)).collect();
/// assert_eq!(words, ["网路", "成长", "了", "8.3%", "。"]);
/// ```
#[derive(Debug, Default)]
pub struct Segmenter {
    growing: LazyLock<Growing>,
}

impl Segmenter {
    /// The words of a text, from its shadow, in order. Every character that is no white space
    /// belongs to exactly one word.
    pub fn cut(&self, shadow: &Shadow) -> Vec<Word> {
        self.cut_part(shadow, 0..shadow.chars().len())
    }

    /// The words of some characters of a text. Where these are a [`stretch`], they are the words
    /// that the whole text has there.
    pub fn cut_part(&self, shadow: &Shadow, part: Range<usize>) -> Vec<Word> {
        let chars = &shadow.chars()[part.clone()];
        let grown = self.growing.ready_for(chars);
        let words = Vec::with_capacity(chars.len());
        let mut cut = Cut { jieba: &grown.jieba, shadow, char: part.start, words };
        for run in runs::runs(chars) {
            cut.by_dictionary(part.start + run.start);
            cut.whole(part.start + run.end);
        }
        cut.by_dictionary(part.end);
        glued(cut.words, shadow)
    }

    /// Whether the dictionary has the word.
    pub fn knows(&self, word: &str) -> bool {
        self.growing.entry(word).is_some()
    }

    /// How often the word stands in the text that the dictionary was counted on, 0 if unknown.
    pub fn frequency(&self, word: &str) -> u32 {
        self.growing.entry(word).map_or(0, |entry| entry.frequency)
    }

    /// The word's usual part of speech in the letters of the ICTCLAS set: `n` a noun, `v` a verb,
    /// `nr` a person, `ns` a place, `m` a number, `q` a measure word, `uj` 的, ...
    pub fn tag(&self, word: &str) -> Option<&'static str> {
        self.growing.entry(word).map(|entry| entry.tag)
    }

    /// The parts of speech of several words, as [`Self::tag`] has them; empty where it has none.
    pub fn tags<'w>(&self, words: impl Iterator<Item = &'w str>) -> Vec<&'static str> {
        self.growing.entries(words, |entry| entry.map_or("", |it| it.tag))
    }
}

/// The characters around some others up to a stop on both sides, the stops included: no word goes
/// over its edges. None where there is no stop, and no end of the text, within 200 characters.
pub fn stretch(shadow: &Shadow, around: Range<usize>) -> Option<Range<usize>> {
    let chars = shadow.chars();
    let is_stop = |at: &usize| {
        let before = at.checked_sub(1).map(|it| chars[it]);
        let beside = before.into_iter().chain(chars.get(at + 1).copied());
        matches!(chars[*at], ',' | '。' | ';' | '!' | '?' | ':' | '\n')
            && beside.into_iter().any(is_han)
    };
    let first = around.start.saturating_sub(REACH);
    let last = chars.len().min(around.end + REACH);
    let start = (first..around.start).rev().find(is_stop).or((first == 0).then_some(0))?;
    let stop = (around.end..last).find(is_stop).map(|at| at + 1);
    let end = stop.or((last == chars.len()).then_some(last))?;
    Some(start..end)
}

/// Characters on each side that a stretch may have.
const REACH: usize = 200;

/// A shadow being cut, up to its character `char`.
struct Cut<'s> {
    jieba: &'s Jieba,
    shadow: &'s Shadow,
    char: usize,
    words: Vec<Word>,
}

impl Cut<'_> {
    /// Cuts up to the character `end` by the dictionary.
    fn by_dictionary(&mut self, end: usize) {
        let bytes = self.shadow.folded(self.char..end);
        // Without the hidden Markov model, which glues words to the names beside them.
        for token in self.jieba.cut(&self.shadow.text()[bytes.clone()], false) {
            if token.word.contains(|c: char| !c.is_whitespace()) {
                self.push(self.char + token.start..self.char + token.end);
            }
        }
        self.char = end;
    }

    /// Takes all up to the character `end` as one word.
    fn whole(&mut self, end: usize) {
        self.push(self.char..end);
        self.char = end;
    }

    fn push(&mut self, chars: Range<usize>) {
        self.words.push(Word {
            span: self.shadow.span(chars.clone()),
            folded: self.shadow.folded(chars.clone()).into(),
            chars,
        });
    }
}

/// Joins the few words of the dictionary that are part Latin, part Chinese: T恤, 4S店, 卡拉OK.
fn glued(words: Vec<Word>, shadow: &Shadow) -> Vec<Word> {
    let mut glued: Vec<Word> = Vec::with_capacity(words.len());
    for word in words {
        match glued.last_mut() {
            Some(last) if make_one(last, &word, shadow) => {
                last.chars.end = word.chars.end;
                last.span.end = word.span.end;
                last.folded.end = word.folded.end;
            }
            _ => glued.push(word),
        }
    }
    glued
}

fn make_one(first: &Word, second: &Word, shadow: &Shadow) -> bool {
    let is_short_run = |word: &Word| {
        word.chars.len() <= 4
            && shadow.chars()[word.chars.clone()].iter().all(char::is_ascii_alphanumeric)
    };
    let together = Span { start: first.folded.start, end: second.folded.end };
    first.chars.end == second.chars.start
        && is_short_run(first) != is_short_run(second)
        && entry(&shadow.text()[together.range()]).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Segmenter, Word, stretch};
    use crate::text::Shadow;

    #[test]
    fn words_lead_back_to_the_text() {
        let text = "ＡＩ公司的Ｔ恤，賣1,000元！";
        let shadow = Shadow::of(text);
        let words = Segmenter::default().cut(&shadow);
        let seen: Vec<&str> = words.iter().map(|word| &text[word.span.range()]).collect();
        assert_eq!(seen, ["ＡＩ", "公司", "的", "Ｔ恤", "，", "賣", "1,000", "元", "！"]);
        let folded: Vec<&str> = words.iter().map(|word| word.folded(&shadow)).collect();
        assert_eq!(folded, ["ai", "公司", "的", "t恤", ",", "卖", "1,000", "元", "!"]);
    }

    #[test]
    fn a_stretch_is_cut_as_in_the_whole() {
        let shadow = Shadow::of("據說，T恤賣1,000元；見https://a.cn/b,c。好，在研究生命的起源！對");
        let segmenter = Segmenter::default();
        let whole = segmenter.cut(&shadow);
        for at in 0..shadow.chars().len() {
            let part = stretch(&shadow, at..at + 1).expect("the text is short");
            assert!(part.contains(&at));
            let within =
                |word: &&Word| part.start <= word.chars.start && word.chars.end <= part.end;
            let expected: Vec<&Word> = whole.iter().filter(within).collect();
            assert_eq!(segmenter.cut_part(&shadow, part).iter().collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn a_text_without_stops_is_no_stretch() {
        let shadow = Shadow::of(&"人".repeat(1000));
        assert_eq!(stretch(&shadow, 500..501), None);
        assert_eq!(stretch(&shadow, 0..1000), Some(0..1000));
    }

    #[test]
    fn white_space_is_no_word_and_all_else_is() {
        let shadow = Shadow::of(" 你 好\u{3000}\n\u{fffc}😀かな\t");
        let words = Segmenter::default().cut(&shadow);
        let letters: usize = words.iter().map(|word| word.chars.len()).sum();
        assert_eq!(letters, shadow.chars().iter().filter(|c| !c.is_whitespace()).count());
        assert!(Segmenter::default().cut(&Shadow::of("")).is_empty());
    }

    #[test]
    fn a_word_has_frequency_and_part_of_speech() {
        let segmenter = Segmenter::default();
        assert_eq!((segmenter.tag("公司"), segmenter.tag("上海")), (Some("n"), Some("ns")));
        assert!(segmenter.frequency("的") > segmenter.frequency("公司"));
        assert_eq!(
            (segmenter.frequency("龘龘"), segmenter.knows("网络"), segmenter.knows("網絡")),
            (0, true, false)
        );
    }
}
