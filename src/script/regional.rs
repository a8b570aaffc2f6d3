use crate::text::{Phrases, Shadow, Variant};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

/// A word of another region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignWord {
    /// Its characters.
    pub chars: Range<usize>,
    /// What the region says, the usual form first.
    pub own: &'static str,
}

/// The words of a text that the declared region does not say; none for a variant without region.
///
/// They are found by their letters alone, the longest first, wherever they stand; words in which
/// the letters mean something else are in the table too.
///
/// ```
/// use xindaya::script::foreign_words;
/// use xindaya::text::{Shadow, Variant};
///
/// let found = foreign_words(&Shadow::of("軟件和軟體動物"), Variant::HantTw);
/// assert_eq!((found.len(), found[0].own), (1, "軟體"));
/// ```
pub fn foreign_words(shadow: &Shadow, variant: Variant) -> Vec<ForeignWord> {
    let Some(region) = REGIONS.iter().position(|it| *it == variant) else { return vec![] };
    let words = &TABLES[region];
    let own = |(chars, number): (Range<usize>, u32)| {
        words.own[number as usize].map(|own| ForeignWord { chars, own })
    };
    words.phrases.longest(shadow.chars()).into_iter().filter_map(own).collect()
}

/// The regions, in the order of the table's columns.
const REGIONS: [Variant; 3] = [Variant::HansCn, Variant::HantTw, Variant::HantHk];

static TABLES: [LazyLock<Words>; 3] = [
    LazyLock::new(|| Words::of(0)),
    LazyLock::new(|| Words::of(1)),
    LazyLock::new(|| Words::of(2)),
];

/// The words to look for in texts of one region.
struct Words {
    phrases: Phrases,
    /// For each word what the region says instead, or nothing where it says so too.
    own: Vec<Option<&'static str>>,
}

impl Words {
    fn of(region: usize) -> Self {
        let mut words: BTreeMap<String, Option<&'static str>> = BTreeMap::new();
        let mut fine = BTreeSet::new();
        for columns in rows() {
            if columns[0] == EVERYWHERE {
                fine.extend(columns.iter().skip(1).flat_map(|it| forms(it)));
                continue;
            }
            let own = columns.get(region).copied().unwrap_or_default();
            for form in columns.iter().take(REGIONS.len()).flat_map(|it| forms(it)) {
                words.entry(form).or_insert((!own.is_empty()).then_some(own));
            }
            fine.extend(forms(own));
            fine.extend(columns.get(REGIONS.len()).into_iter().flat_map(|it| forms(it)));
        }
        if REGIONS[region] == Variant::HantTw {
            for (word, own) in of_taiwan() {
                words.entry(word).or_insert(Some(own));
            }
        }
        words.extend(fine.into_iter().map(|form| (form, None)));
        // The words are each there once, so their order is that of their numbers.
        Self { phrases: words.keys().collect(), own: words.into_values().collect() }
    }
}

/// What stands first in a row of words that every region says.
const EVERYWHERE: &str = "*";

/// The rows of the table, cut into columns.
fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    let lines = include_str!("regional.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

/// The forms of one place in the table, as the shadow writes them.
fn forms(column: &'static str) -> impl Iterator<Item = String> {
    column.split('|').filter(|it| !it.is_empty()).map(|it| Shadow::of(it).text().to_owned())
}

/// The words of mainland China that Taiwan's standard table replaces. Those of two characters
/// have too many other meanings, and some longer ones are said in Taiwan too.
fn of_taiwan() -> impl Iterator<Item = (String, &'static str)> {
    let common: BTreeSet<&str> = include_str!("taiwan_too.txt").lines().collect();
    let pairs = include_str!("taiwan.tsv").lines().filter_map(|line| line.split_once('\t'));
    pairs
        .filter(move |(word, own)| {
            word.chars().count() > 2 && word != own && !common.contains(word)
        })
        .map(|(word, own)| (Shadow::of(word).text().to_owned(), own))
        .filter(|(word, own)| *word != Shadow::of(own).text())
}

#[cfg(test)]
mod tests {
    use super::{foreign_words, forms, rows};
    use crate::text::{Shadow, Variant};

    fn found(text: &str, variant: Variant) -> Vec<&'static str> {
        foreign_words(&Shadow::of(text), variant).into_iter().map(|it| it.own).collect()
    }

    #[test]
    fn a_region_has_its_own_words() {
        assert_eq!(found("公司的軟件和服務器", Variant::HantTw), ["軟體", "伺服器"]);
        assert_eq!(found("公司的軟體和伺服器", Variant::HantHk), ["軟件"]);
        assert_eq!(found("公司的软体和伺服器", Variant::HansCn), ["软件", "服务器"]);
        assert!(found("公司的軟件", Variant::Hant).is_empty());
    }

    #[test]
    fn letters_that_mean_something_else_stay() {
        assert!(found("軟體動物、演算法、目的士兵、注意大利潤", Variant::HantTw).is_empty());
    }

    #[test]
    fn no_form_is_listed_twice_for_mainland_china() {
        let mut all: Vec<String> = rows()
            .filter(|row| row[0] != super::EVERYWHERE)
            .flat_map(|row| forms(row[0]).collect::<Vec<_>>())
            .collect();
        all.sort();
        let count = all.len();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
