//! Traditional and simplified characters.

mod conversion;
mod convert;
mod regional;
mod stray;

pub use conversion::{Misconversion, misconversions};
pub use convert::{characters, is_ambiguous, mainland, traditional};
pub use regional::{ForeignWord, foreign_words};
pub use stray::{Stray, StrayKind, strays};

use crate::text::{Tally, Variant, evidence};

/// A way to write Chinese.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Simplified.
    Hans,
    /// Traditional.
    Hant,
}

impl Script {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Hans => Self::Hant,
            Self::Hant => Self::Hans,
        }
    }
}

impl From<Variant> for Script {
    fn from(variant: Variant) -> Self {
        if variant.is_traditional() { Self::Hant } else { Self::Hans }
    }
}

/// The script that a character is evidence for: the only one whose texts use it.
///
/// Most characters belong to both. Those that one standard of a region writes (群 in Taiwan) or
/// that are two words in one script (后, 里, 面) are no evidence either.
///
/// ```
/// use xindaya::script::{Script, class};
///
/// assert_eq!(class('國'), Some(Script::Hant));
/// assert_eq!(class('国'), Some(Script::Hans));
/// assert_eq!(class('里'), None);
/// ```
pub fn class(c: char) -> Option<Script> {
    match evidence(c) {
        (true, _) => Some(Script::Hans),
        (_, true) => Some(Script::Hant),
        _ => None,
    }
}

/// How many characters of a text are evidence for each script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Census {
    hans: usize,
    hant: usize,
}

impl std::iter::Sum for Census {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        let add =
            |sum: Self, one: Self| Self { hans: sum.hans + one.hans, hant: sum.hant + one.hant };
        all.fold(Self::default(), add)
    }
}

impl From<Tally> for Census {
    fn from(tally: Tally) -> Self {
        Self { hans: tally.hans as usize, hant: tally.hant as usize }
    }
}

impl Census {
    /// The evidence in one text.
    pub fn of(text: &str) -> Self {
        let mut census = Self::default();
        census.add(text);
        census
    }

    /// Counts another text in.
    pub fn add(&mut self, text: &str) {
        for (hans, hant) in text.chars().map(evidence) {
            self.hans += usize::from(hans);
            self.hant += usize::from(hant);
        }
    }

    /// The number of characters that are evidence for `script`.
    pub fn count(self, script: Script) -> usize {
        match script {
            Script::Hans => self.hans,
            Script::Hant => self.hant,
        }
    }

    /// The script with more evidence, if one has more.
    pub fn majority(self) -> Option<Script> {
        match self.hans.cmp(&self.hant) {
            std::cmp::Ordering::Less => Some(Script::Hant),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(Script::Hans),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Census, Script, class};

    #[test]
    fn characters_of_one_script_only_are_evidence() {
        for c in "國發後裡灣點這個們為說麼線".chars() {
            assert_eq!(class(c), Some(Script::Hant), "{c}");
        }
        for c in "国发湾点这个们为说线".chars() {
            assert_eq!(class(c), Some(Script::Hans), "{c}");
        }
    }

    #[test]
    fn characters_of_both_scripts_are_no_evidence() {
        for c in "群秘峰床灶吃后里干谷余表面了出才克向只系台云著着藉乾徵瞭祇於馀a，。𠀀".chars()
        {
            let known = matches!(c, '於' | '馀');
            assert!(known || class(c).is_none(), "{c}");
        }
    }

    #[test]
    fn the_census_knows_the_majority() {
        let mut census = Census::of("這是繁體中文");
        assert_eq!(census.majority(), Some(Script::Hant));
        census.add("这是简体中文，这里有很多简体字");
        assert_eq!(census.majority(), Some(Script::Hans));
        assert_eq!((census.count(Script::Hant), census.count(Script::Hans) > 4), (2, true));
        assert_eq!(Census::of("中文").majority(), None);
    }
}
