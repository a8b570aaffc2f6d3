//! First names in both languages.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

#[derive(Debug, Default)]
struct FirstNames {
    latin: FxHashSet<&'static str>,
    chinese: FxHashSet<&'static str>,
}

static NAMES: LazyLock<FirstNames> = LazyLock::new(|| {
    let lists = [include_str!("first_names.tsv"), include_str!("first_names_own.tsv")];
    let mut names = FirstNames::default();
    for (latin, chinese) in lists.iter().flat_map(|list| list.lines()).filter_map(row) {
        names.latin.insert(latin);
        names.chinese.insert(chinese);
    }
    names
});

fn row(line: &str) -> Option<(&str, &str)> {
    line.split_once('\t').filter(|_| !line.starts_with('#'))
}

/// Whether a Latin word is a first name of people.
pub fn is_first_name(word: &str) -> bool {
    NAMES.latin.contains(word.to_lowercase().as_str())
}

/// Whether Chinese characters, in simplified form, render a first name.
pub fn renders_first_name(chinese: &str) -> bool {
    NAMES.chinese.contains(chinese)
}

#[cfg(test)]
mod tests {
    use super::{is_first_name, renders_first_name};

    #[test]
    fn first_names_are_known_in_both_languages() {
        assert!(is_first_name("Michael") && is_first_name("Mark") && !is_first_name("Mosul"));
        assert!(["迈克尔", "麦可", "马克"].into_iter().all(renders_first_name));
        assert!(!["明白", "伊拉克", "罗马"].into_iter().any(renders_first_name));
    }
}
