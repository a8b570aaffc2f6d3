use crate::numbers::value::{Value, decimal, whole};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static WORDS: LazyLock<FxHashMap<char, Vec<Value>>> = LazyLock::new(|| {
    let rows = include_str!("words.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(word).collect()
});

fn word(row: &str) -> Option<(char, Vec<Value>)> {
    let (name, values) = row.split_once('\t')?;
    Some((name.chars().next()?, values.split(' ').filter_map(decimal).collect()))
}

/// What a character of the shadow may be worth without being a numeral.
pub(super) fn values(c: char) -> &'static [Value] {
    WORDS.get(&c).map_or(&[], Vec::as_slice)
}

/// Whether it is worth anything.
pub(super) fn says(c: char) -> bool {
    WORDS.contains_key(&c)
}

/// The century that 上世纪 or 本世纪 means, by its first character.
pub(super) fn century(c: char) -> Option<Value> {
    match c {
        '本' | '新' => Some(whole(21)),
        '上' => Some(whole(20)),
        _ => None,
    }
}
