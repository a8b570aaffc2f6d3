use crate::lexicon::Sorted;

/// Lines of `word frequency tag`, sorted by the words' bytes; the words in the form of the shadow.
pub(super) const TABLE: &str = include_str!("dictionary.txt");

static WORDS: Sorted = Sorted::new(TABLE);

/// What the dictionary says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) frequency: u32,
    pub(super) tag: &'static str,
}

/// The entry of a word, found where it lies: no table is built for it.
pub(super) fn entry(word: &str) -> Option<Entry> {
    let mut fields = WORDS.line(word, b' ')?.split(' ').skip(1);
    let frequency = fields.next()?.parse().ok()?;
    Some(Entry { frequency, tag: fields.next()? })
}

#[cfg(test)]
mod tests {
    use super::{TABLE, entry};

    #[test]
    fn the_table_is_sorted_and_every_line_is_an_entry() {
        let mut before = "";
        for line in TABLE.lines() {
            let word = line.split(' ').next().expect("split gives one piece at least");
            assert!(before < word, "{before} {word}");
            assert!(entry(word).is_some_and(|entry| entry.frequency > 0), "{line}");
            before = word;
        }
    }

    #[test]
    fn what_is_no_word_has_no_entry() {
        for word in ["", " ", "5", "国际电", "臺灣", "龘龘"] {
            assert_eq!(entry(word), None, "{word}");
        }
    }
}
