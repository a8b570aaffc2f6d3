//! Which characters before a gloss are the name, and whether two renderings are of one name.

use super::{Gloss, is_sound};
use crate::text::{Shadow, chars};
use std::ops::Range;

/// The part of a gloss's Chinese that is the name by its sound, where it has one: the last
/// characters that foreign names are written with, from the edge of a word.
pub fn sounded(
    gloss: &Gloss,
    shadow: &Shadow,
    is_edge: impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let start = shadow.char_of(gloss.chinese.start);
    let end = shadow.char_of(gloss.chinese.end);
    let text = shadow.chars();
    let is_sound = |at: &usize| is_sound(text[*at]);
    let first = (start..end).rev().take_while(is_sound).last()?;
    let first = (first..end).find(|at| is_edge(*at) && !chars::is_middle_dot(text[*at]))?;
    (end - first > 1).then_some(first..end)
}

/// Whether two renderings cannot be of one name: neither is the end of the other, or its short
/// form, and their surnames differ.
pub fn differ(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    !long.ends_with(short) && !is_within(short, long) && surname(a) != surname(b)
}

fn surname(name: &[char]) -> &[char] {
    name.rsplit(|c| chars::is_middle_dot(*c)).next().unwrap_or(name)
}

/// Whether the characters of `short` stand in `long` in their order, as in 世卫 and 世界卫生组织.
fn is_within(short: &[char], long: &[char]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|c| rest.any(|it| it == c))
}

#[cfg(test)]
mod tests {
    use super::{Shadow, differ, sounded};
    use crate::names::glosses;

    #[test]
    fn the_name_is_what_sounds_foreign() {
        let name = |text: &str| {
            let shadow = Shadow::of(text);
            let found = sounded(&glosses(text)[0], &shadow, |at| at != 1)?;
            Some(shadow.chars()[found].iter().collect::<String>())
        };
        assert_eq!(name("執行長山姆·奧特曼（Sam Altman）").as_deref(), Some("山姆·奥特曼"));
        assert_eq!(name("由于奈特（Knight）").as_deref(), Some("奈特"));
        assert_eq!(name("世卫组织（WHO）"), None);
    }

    #[test]
    fn two_renderings_of_one_name_differ_in_the_surname() {
        let differ = |a: &str, b: &str| {
            differ(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
        };
        assert!(differ("奥特曼", "阿特曼") && differ("梅塔", "元"));
        for (a, b) in [
            ("山姆·奥特曼", "奥特曼"),
            ("世卫组织", "世界卫生组织"),
            ("马克·奥特曼", "山姆·奥特曼"),
        ] {
            assert!(!differ(a, b), "{a} {b}");
        }
    }
}
