use super::dictionary::{Entry, TOTAL, entries_from, entry};
use crate::text::chars::is_han;
use jieba_rs::Jieba;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

/// Stands in jieba for the words not yet added: a character that is none, so no text has it.
const REST: &str = "\u{10ffff}";

/// A `Jieba` with those words of the dictionary that a text so far could have.
///
/// To read the whole dictionary takes 80 ms and 32 MB; most of its words no text of a run has. So
/// a word is added when its first two characters stand side by side for the first time. jieba
/// weighs a word by its share of all, so [`REST`] holds the frequencies of the words not yet added:
/// a text is cut in the same way whatever was cut before it.
#[derive(Debug, Default)]
pub(super) struct Growing(RwLock<Grown>);

#[derive(Debug)]
pub(super) struct Grown {
    pub(super) jieba: Jieba,
    /// The characters that were added as words, if they are words.
    chars: FxHashSet<char>,
    /// What was added.
    entries: FxHashMap<&'static str, Entry>,
    /// The beginnings whose words were added.
    pairs: FxHashSet<Pair>,
    /// The frequencies of the words not yet added.
    rest: usize,
}

type Pair = (char, char);

impl Growing {
    /// The `Jieba` once it has all words that this text could have.
    pub(super) fn ready_for(&self, text: &[char]) -> RwLockReadGuard<'_, Grown> {
        let grown = self.read();
        let new = grown.lacking(text);
        if new.is_empty() {
            return grown;
        }
        drop(grown);
        // The dictionary is searched before the others have to wait.
        let found: Vec<Vec<Entry>> = new.iter().map(|pair| words_from(*pair)).collect();
        self.0.write().unwrap_or_else(PoisonError::into_inner).add(&new, &found);
        self.read()
    }

    /// What the dictionary says of a word: at once where a text had it, else found in the table.
    pub(super) fn entry(&self, word: &str) -> Option<Entry> {
        self.read().entry(word)
    }

    /// What it says of several words, asked at once.
    pub(super) fn entries<'w, T>(
        &self,
        words: impl Iterator<Item = &'w str>,
        tell: impl Fn(Option<Entry>) -> T,
    ) -> Vec<T> {
        let grown = self.read();
        words.map(|word| tell(grown.entry(word))).collect()
    }

    fn read(&self) -> RwLockReadGuard<'_, Grown> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Grown {
    fn default() -> Self {
        Self {
            jieba: Jieba::empty(),
            chars: FxHashSet::default(),
            entries: FxHashMap::default(),
            pairs: FxHashSet::default(),
            rest: TOTAL,
        }
    }
}

impl Grown {
    /// The pairs of Chinese characters of a text whose words are not there yet, each once.
    fn lacking(&self, text: &[char]) -> Vec<Pair> {
        let pairs = text.windows(2).map(|two| (two[0], two[1]));
        let unseen = |pair: &Pair| is_han(pair.0) && is_han(pair.1) && !self.pairs.contains(pair);
        let mut new: Vec<Pair> = pairs.filter(unseen).collect();
        new.sort_unstable();
        new.dedup();
        new
    }

    pub(super) fn entry(&self, word: &str) -> Option<Entry> {
        let known = self.entries.get(word).copied();
        if known.is_some() || self.has_all_from(word) { known } else { entry(word) }
    }

    /// Whether all words were added that begin as this one does.
    fn has_all_from(&self, word: &str) -> bool {
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (Some(first), Some(second)) => self.pairs.contains(&(first, second)),
            (Some(one), None) => self.chars.contains(&one),
            _ => false,
        }
    }

    /// Adds the words that begin with each of the pairs, and their characters.
    fn add(&mut self, pairs: &[Pair], words: &[Vec<Entry>]) {
        for (pair, words) in pairs.iter().zip(words) {
            // Another thread may have been faster.
            if self.pairs.insert(*pair) {
                let chars = [pair.0, pair.1].into_iter().filter(|c| self.chars.insert(*c));
                let chars: Vec<Entry> = chars.filter_map(|c| entry(&c.to_string())).collect();
                chars.iter().chain(words).for_each(|entry| self.add_word(*entry));
            }
        }
        self.jieba.add_word(REST, Some(self.rest), None);
    }

    fn add_word(&mut self, entry: Entry) {
        let frequency = entry.frequency as usize;
        self.jieba.add_word(entry.word, Some(frequency), None);
        self.entries.insert(entry.word, entry);
        self.rest -= frequency;
    }
}

fn words_from(pair: Pair) -> Vec<Entry> {
    entries_from(&String::from_iter([pair.0, pair.1])).collect()
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::entries_from;
    use super::Growing;
    use jieba_rs::Jieba;
    use std::fmt::Write;
    use std::thread;

    const TEXTS: [&str; 6] = [
        "他说拜登政府的解决方案要求所有应用程序都在本月底以前更新",
        "研究生命的起源,乒乓球拍卖完了.南京市长江大桥",
        "人",
        "",
        "龘龘々〇 〇一二",
        "这家公司去年的产品卖得很好\u{10ffff}今年也不差",
    ];

    fn cut(growing: &Growing, text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let grown = growing.ready_for(&chars);
        grown.jieba.cut(text, false).iter().map(|token| token.word.to_owned()).collect()
    }

    fn by_whole_dictionary() -> Vec<Vec<String>> {
        let mut lines = String::new();
        for entry in entries_from("") {
            writeln!(lines, "{} {}", entry.word, entry.frequency).expect("a string takes all");
        }
        let jieba = Jieba::with_dict(&mut lines.as_bytes()).expect("lines of word and frequency");
        let cut = |text| jieba.cut(text, false).iter().map(|it| it.word.to_owned()).collect();
        TEXTS.into_iter().map(cut).collect()
    }

    #[test]
    fn cuts_as_the_whole_dictionary_in_any_order() {
        let expected = by_whole_dictionary();
        let growing = Growing::default();
        for at in [0, 1, 2, 3, 4, 5, 0, 5, 1] {
            assert_eq!(cut(&growing, TEXTS[at]), expected[at]);
            assert_eq!(cut(&Growing::default(), TEXTS[at]), expected[at]);
        }
    }

    #[test]
    fn cuts_the_same_in_many_threads() {
        let expected = by_whole_dictionary();
        let growing = Growing::default();
        thread::scope(|scope| {
            for first in 0..4 {
                let (growing, expected) = (&growing, &expected);
                scope.spawn(move || {
                    for at in (0..TEXTS.len()).map(|at| (at + first) % TEXTS.len()) {
                        assert_eq!(cut(growing, TEXTS[at]), expected[at]);
                    }
                });
            }
        });
    }
}
