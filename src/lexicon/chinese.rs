//! English words and names in Chinese.

use super::Sorted;
use super::lemmas::{lemmas, roots};

static WORDS: Sorted = Sorted::new(include_str!("chinese.tsv"));
static NAMES: Sorted = Sorted::new(include_str!("chinese_names.tsv"));
#[cfg(feature = "data-by-sa")]
static MORE_WORDS: Sorted = Sorted::new(include_str!("chinese_more.tsv"));
#[cfg(not(feature = "data-by-sa"))]
static MORE_WORDS: Sorted = Sorted::new("");
#[cfg(feature = "data-by-sa")]
static MORE_NAMES: Sorted = Sorted::new(include_str!("chinese_names_more.tsv"));
#[cfg(not(feature = "data-by-sa"))]
static MORE_NAMES: Sorted = Sorted::new("");

/// The renderings of an English word and of all that it may be an inflection of, in small letters.
pub(super) fn of_word(word: &str) -> Vec<&'static str> {
    let mut found = entries(word, &WORDS, &MORE_WORDS);
    let mut add = |words: Vec<String>| {
        for word in words {
            found.extend(entries(&word, &WORDS, &MORE_WORDS));
        }
        found.is_empty()
    };
    if add(lemmas(word)) {
        add(roots(word));
    }
    found
}

/// The renderings of a name in small letters.
pub(super) fn of_name(name: &str) -> Vec<&'static str> {
    entries(name, &NAMES, &MORE_NAMES)
}

fn entries(key: &str, own: &'static Sorted, more: &'static Sorted) -> Vec<&'static str> {
    let lines = [own.entry(key), more.entry(key)];
    lines.into_iter().flatten().flat_map(|it| it.split(' ')).collect()
}

/// Whether a rendering stands in a text of the shadow: as it is, or two neighbours of it do, since
/// words are shortened and joined (执行 in 首席执行官, 主管).
pub(super) fn stands_in(rendering: &str, shadow: &str) -> bool {
    pairs(rendering).any(|pair| shadow.contains(pair))
}

/// Each two characters of a rendering that are neighbours, or the only one.
pub(crate) fn pairs(rendering: &str) -> impl Iterator<Item = &str> {
    let mut starts: Vec<usize> = rendering.char_indices().map(|(at, _)| at).collect();
    starts.push(rendering.len());
    let width = 2.min(starts.len() - 1);
    (width..starts.len())
        .filter_map(move |end| rendering.get(starts[end - width]..starts[end]))
        .filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{pairs, stands_in};

    #[test]
    fn renderings_are_cut_into_pairs() {
        assert_eq!(pairs("执行官").collect::<Vec<_>>(), ["执行", "行官"]);
        assert_eq!(pairs("书").collect::<Vec<_>>(), ["书"]);
        assert_eq!(pairs("").count(), 0);
        assert!(stands_in("大学校", "他在大学教书") && !stands_in("学校", "他在大学教书"));
    }
}
