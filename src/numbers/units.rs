//! Units and currencies of both languages.

use super::value::{Value, decimal};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A unit or a currency.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name: `mile`, `usd`.
    pub code: &'static str,
    /// What it measures: units of one dimension can be reckoned into each other.
    pub dimension: &'static str,
    /// How many of the dimension's base units it is; 0 where that is not fixed.
    pub(super) size: Value,
    english: &'static str,
    chinese: &'static str,
}

impl Unit {
    /// The unit, or the other one of its name that measures what `other` does: pounds of money
    /// are pounds of weight beside kilograms.
    pub(super) fn beside(&'static self, other: &Unit) -> &'static Unit {
        let weight = self.code == "gbp" && other.dimension == "mass";
        english("lb").filter(|_| weight).unwrap_or(self)
    }
}

static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| {
    let rows = include_str!("units.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(unit).collect()
});

fn unit(row: &'static str) -> Option<Unit> {
    let mut cells = row.split('\t');
    Some(Unit {
        code: cells.next()?,
        dimension: cells.next()?,
        size: decimal(cells.next()?)?,
        english: cells.next()?,
        chinese: cells.next()?,
    })
}

static ENGLISH: LazyLock<FxHashMap<&str, &Unit>> = LazyLock::new(|| {
    UNITS.iter().flat_map(|unit| unit.english.split('|').map(move |name| (name, unit))).collect()
});

/// Chinese names by their first character, the longest first.
static CHINESE: LazyLock<FxHashMap<char, Vec<(&str, &Unit)>>> = LazyLock::new(|| {
    let mut names: FxHashMap<char, Vec<(&str, &Unit)>> = FxHashMap::default();
    for (name, unit) in UNITS.iter().flat_map(|it| it.chinese.split('|').map(move |n| (n, it))) {
        let first = name.chars().next().unwrap_or_default();
        let list = names.entry(first).or_default();
        list.push((name, unit));
        list.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    }
    names
});

/// The unit of this name, in small letters.
pub(super) fn english(name: &str) -> Option<&'static Unit> {
    ENGLISH.get(name).copied()
}

/// The unit that begins at the front of `chars`, and how many characters its name has.
pub(super) fn chinese(chars: &[char]) -> Option<(&'static Unit, usize)> {
    let starts = |name: &str| {
        let length = name.chars().count();
        (chars.len() >= length && name.chars().eq(chars[..length].iter().copied()))
            .then_some(length)
    };
    CHINESE.get(chars.first()?)?.iter().find_map(|(name, unit)| Some((*unit, starts(name)?)))
}
