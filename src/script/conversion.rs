use super::{Script, class};
use crate::text::{Heads, Shadow};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A phrase of a traditional text with a character that belongs to another word, as a converter
/// from simplified text chooses it that does not look around: 皇後, 頭發. Simplified characters are
/// the matter of [`super::strays`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misconversion {
    /// The phrase's characters.
    pub chars: Range<usize>,
    /// The phrase with the right characters; all others as the text has them.
    pub right: String,
}

/// The misconverted phrases of a traditional text, whatever words they stand in: whoever asks
/// must see to it that a word begins and ends there.
///
/// ```
/// use xindaya::{script::misconversions, text::Shadow};
///
/// let text = "她剪了頭發";
/// assert_eq!(misconversions(text, &Shadow::of(text))[0].right, "頭髮");
/// ```
pub fn misconversions(text: &str, shadow: &Shadow) -> Vec<Misconversion> {
    let table = &*TABLE;
    let mut found: Vec<Misconversion> = vec![];
    for (at, c) in text.chars().enumerate() {
        let Some(key) = table.key(c).filter(|_| class(c) != Some(Script::Hans)) else { continue };
        let around = Around::of(shadow.chars(), at, key, table);
        let decided = windows(at, shadow.chars().len())
            .find_map(|range| Some((range.clone(), table.right(around.part(&range))?)));
        if let Some((chars, right)) = decided
            && right.chars().nth(at - chars.start) != Some(standard(c))
            && found.last().is_none_or(|last| last.chars.end <= chars.start)
        {
            let right = mended(text, &chars, right);
            found.push(Misconversion { chars, right });
        }
    }
    found
}

/// The characters that a phrase may have which holds one of them, each that conversion may choose
/// wrongly as the simplified one of its group.
struct Around {
    first: usize,
    chars: [char; 2 * LONGEST - 1],
}

impl Around {
    fn of(all: &[char], at: usize, key: char, table: &Table) -> Self {
        let first = at.saturating_sub(LONGEST - 1);
        let mut chars = ['\0'; 2 * LONGEST - 1];
        for (to, from) in chars.iter_mut().zip(&all[first..]) {
            *to = table.key(*from).unwrap_or(*from);
        }
        chars[at - first] = key;
        Self { first, chars }
    }

    fn part(&self, range: &Range<usize>) -> &[char] {
        &self.chars[range.start - self.first..range.end - self.first]
    }
}

/// The stretches of two to four characters that hold the one at `at`, longest first.
fn windows(at: usize, len: usize) -> impl Iterator<Item = Range<usize>> {
    (2..=LONGEST.min(len)).rev().flat_map(move |length| {
        let last = at.min(len - length);
        ((at + 1).saturating_sub(length)..=last).map(move |start| start..start + length)
    })
}

/// The text's own characters, but for those that the phrase decides.
fn mended(text: &str, chars: &Range<usize>, right: &str) -> String {
    let own = text.chars().skip(chars.start).take(chars.len());
    let choose = |(own, right): (char, char)| match TABLE.key(own) {
        Some(_) if standard(own) != right => right,
        _ => own,
    };
    own.zip(right.chars()).map(choose).collect()
}

/// Hong Kong's form of a character as Taiwan's.
fn standard(c: char) -> char {
    match c {
        '裏' => '裡',
        '麪' => '麵',
        '衹' | '祇' => '只',
        '臺' => '台',
        _ => c,
    }
}

/// Characters of the longest phrase.
const LONGEST: usize = 4;

struct Table {
    /// Phrases in simplified characters, with their traditional form.
    phrases: FxHashMap<[char; LONGEST], &'static str>,
    /// How they begin.
    begins: Heads,
    /// For each character that conversion may choose wrongly the simplified one of its group.
    keys: Vec<char>,
}

impl Table {
    /// The traditional form of a phrase of two characters or more.
    fn right(&self, said: &[char]) -> Option<&'static str> {
        if !self.begins.may_have(said[0], said[1]) {
            return None;
        }
        let mut phrase = ['\0'; LONGEST];
        phrase[..said.len()].copy_from_slice(said);
        self.phrases.get(&phrase).copied()
    }

    fn key(&self, c: char) -> Option<char> {
        let at = u32::from(standard(c)).checked_sub(super::FIRST)?;
        self.keys.get(at as usize).copied().filter(|key| *key != '\0')
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        phrases: FxHashMap::default(),
        begins: Heads::default(),
        keys: vec!['\0'; 0xa000 - super::FIRST as usize],
    };
    for (from, to) in include_str!("conversions.tsv").lines().filter_map(|it| it.split_once('\t')) {
        let mut phrase = ['\0'; LONGEST];
        phrase.iter_mut().zip(from.chars()).for_each(|(slot, c)| *slot = c);
        if phrase[1] == '\0' {
            for member in to.chars() {
                table.keys[(u32::from(member) - super::FIRST) as usize] = phrase[0];
            }
        } else {
            table.begins.add(phrase[0], phrase[1]);
            table.phrases.insert(phrase, to);
        }
    }
    table
});

#[cfg(test)]
mod tests {
    use super::misconversions;
    use crate::text::Shadow;

    #[test]
    fn phrases_tell_which_character_is_right() {
        for (wrong, right) in [
            ("皇後", "皇后"),
            ("理發", "理髮"),
            ("以后", "以後"),
            ("面條", "麵條"),
            ("乾預", "干預"),
            ("復雜", "複雜"),
            ("製度", "制度"),
            ("聯系", "聯繫"),
        ] {
            let found = misconversions(wrong, &Shadow::of(wrong));
            assert_eq!(found.first().map(|it| it.right.as_str()), Some(right));
        }
    }

    #[test]
    fn right_ones_stay() {
        for text in ["皇后以後理髮", "這裏那裡的麪條", "乾淨的幹部不干預", "公里", "週末周末", ""]
        {
            assert!(misconversions(text, &Shadow::of(text)).is_empty(), "{text}");
        }
    }
}
