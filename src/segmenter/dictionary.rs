use crate::lexicon::Sorted;

/// Lines of `word frequency tag`, sorted by the words' bytes; the words in the form of the shadow.
const TABLE: &str = include_str!("dictionary.txt");

/// The frequencies of all words together.
pub(super) const TOTAL: usize = 60_100_282;

static WORDS: Sorted = Sorted::new(TABLE);

/// What the dictionary says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) word: &'static str,
    pub(super) frequency: u32,
    pub(super) tag: &'static str,
}

impl Entry {
    fn of(line: &'static str) -> Option<Self> {
        let mut fields = line.split(' ');
        let (word, frequency) = (fields.next()?, fields.next()?.parse().ok()?);
        Some(Self { word, frequency, tag: fields.next()? })
    }
}

/// The entry of a word, found where it lies: no table is built for it.
pub(super) fn entry(word: &str) -> Option<Entry> {
    WORDS.line(word, b' ').and_then(Entry::of)
}

/// The entries of all words that begin so.
pub(super) fn entries_from(beginning: &str) -> impl Iterator<Item = Entry> {
    let lines = TABLE[position(beginning)..].lines();
    lines.take_while(move |line| line.starts_with(beginning)).filter_map(Entry::of)
}

/// Where the first line starts that is not before `beginning`.
fn position(beginning: &str) -> usize {
    let table = TABLE.as_bytes();
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let newline = table[low..middle].iter().rposition(|byte| *byte == b'\n');
        let start = newline.map_or(low, |at| low + at + 1);
        if &table[start..] < beginning.as_bytes() {
            let length = table[middle..].iter().position(|byte| *byte == b'\n');
            low = length.map_or(high, |length| middle + length + 1);
        } else {
            high = start;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::{Entry, TABLE, TOTAL, entries_from, entry};

    #[test]
    fn the_table_is_sorted_and_every_line_is_an_entry() {
        let (mut before, mut total) = ("", 0);
        for line in TABLE.lines() {
            let read = Entry::of(line).expect("a word, its frequency and its tag");
            assert!(before < read.word, "{before} {}", read.word);
            assert_eq!(entry(read.word), Some(read));
            total += read.frequency as usize;
            before = read.word;
        }
        assert_eq!(total, TOTAL);
    }

    #[test]
    fn what_is_no_word_has_no_entry() {
        for word in ["", " ", "5", "国际电", "臺灣", "龘龘"] {
            assert_eq!(entry(word), None, "{word}");
        }
    }

    #[test]
    fn a_beginning_gives_all_its_words() {
        let lines: Vec<&str> = TABLE.lines().collect();
        let first = Entry::of(lines[0]).expect("an entry").word;
        let last = Entry::of(lines[lines.len() - 1]).expect("an entry").word;
        for beginning in [first, last, "一", "解决", "网络", "龘龘", "\u{10ffff}", ""] {
            let expected = lines.iter().filter(|line| line.starts_with(beginning)).count();
            assert_eq!(entries_from(beginning).count(), expected, "{beginning}");
        }
        let words: Vec<&str> = entries_from("解决").map(|entry| entry.word).collect();
        assert!(words.contains(&"解决") && words.contains(&"解决方案"), "{words:?}");
    }
}
