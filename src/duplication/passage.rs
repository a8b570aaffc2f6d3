use crate::segmenter::{Segmenter, Word};
use crate::text::Shadow;
use crate::text::chars::{self, is_han, is_stop};
use std::ops::Range;

/// A text with its words, to ask what stands around a repetition. Places are characters of the
/// shadow.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'t> {
    /// The text's shadow.
    pub shadow: &'t Shadow,
    /// Its words.
    pub words: &'t [Word],
    /// What cut them.
    pub segmenter: &'t Segmenter,
}

impl<'t> Passage<'t> {
    pub(crate) fn chars(&self, range: Range<usize>) -> &'t [char] {
        &self.shadow.chars()[range]
    }

    pub(crate) fn after(&self, at: usize) -> Option<char> {
        self.chars(at..self.shadow.chars().len()).iter().copied().find(|c| !c.is_whitespace())
    }

    /// Whether a word starts at `at`, or the text ends there.
    pub(crate) fn is_boundary(&self, at: usize) -> bool {
        let nth = self.words.partition_point(|word| word.chars.start < at);
        self.words.get(nth).is_none_or(|word| word.chars.start == at)
            && nth.checked_sub(1).is_none_or(|nth| self.words[nth].chars.end <= at)
    }

    /// The words that start in `range`.
    pub(crate) fn words_in(&self, range: Range<usize>) -> &'t [Word] {
        let from = self.words.partition_point(|word| word.chars.start < range.start);
        let to = self.words.partition_point(|word| word.chars.start < range.end);
        &self.words[from..to.max(from)]
    }

    /// The word's folded text.
    pub(crate) fn text(&self, range: Range<usize>) -> String {
        self.chars(range).iter().collect()
    }

    /// The part of speech that the dictionary gives a word; empty where it has none.
    pub(crate) fn tag(&self, word: &Word) -> &'t str {
        self.segmenter.tag(word.folded(self.shadow)).unwrap_or_default()
    }

    /// Whether the words, but for particles, are one word for a person by relation: the friend
    /// of a friend is somebody else.
    pub(crate) fn is_relation(&self, range: Range<usize>) -> bool {
        const PERSONS: &str = "朋友 敌人 父亲 母亲 爸爸 妈妈 祖父 祖母 爷爷 奶奶 外公 外婆 老师 学生 徒弟 师父 师傅 客户 \
             顾客 粉丝 邻居 主人 仆人 儿子 女儿 孩子 孙子 同学 老板 亲戚 祖先 后代 上司 下属";
        let mut said = self.words_in(range).iter().map(|word| word.folded(self.shadow));
        let person = said.by_ref().find(|word| *word != "的");
        person.is_some_and(|it| PERSONS.split(' ').any(|person| person == it))
            && said.all(|it| it == "的")
    }
}

/// The part of `range` between its first and its last letter or digit.
pub(crate) fn core(chars: &[char], range: Range<usize>) -> Range<usize> {
    let said = |at: &usize| chars::is_alphanumeric(chars[*at]);
    match (range.clone().find(said), range.clone().rev().find(said)) {
        (Some(first), Some(last)) => first..last + 1,
        _ => range.start..range.start,
    }
}

pub(crate) fn count_han(chars: &[char]) -> usize {
    chars.iter().filter(|c| is_han(**c)).count()
}

pub(crate) fn has_stop(chars: &[char]) -> bool {
    chars.iter().any(|c| is_stop(*c))
}

/// Whether there is a mark among the characters: anything but letters, digits and spaces.
pub(crate) fn has_mark(chars: &[char]) -> bool {
    chars.iter().any(|c| !chars::is_alphanumeric(*c) && (!c.is_whitespace() || *c == '\n'))
}
