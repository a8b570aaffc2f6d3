//! The characters that foreign names are written with.

use crate::text::chars;
use std::sync::LazyLock;

const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

/// For each character from U+4E00 to U+9FFF whether foreign names are written with it.
static SOUNDS: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let mut table = vec![false; (LAST - FIRST + 1) as usize];
    let lists = [include_str!("sounds.txt"), include_str!("sounds_own.txt")];
    let rows = lists.iter().flat_map(|list| list.lines()).filter(|row| !row.starts_with('#'));
    for place in rows.flat_map(str::chars).filter_map(place) {
        table[place] = true;
    }
    table
});

fn place(c: char) -> Option<usize> {
    (FIRST..=LAST).contains(&u32::from(c)).then(|| (u32::from(c) - FIRST) as usize)
}

/// Whether foreign names are written with the character, given in its simplified form.
pub fn is_sound(c: char) -> bool {
    place(c).map_or_else(|| chars::is_middle_dot(c), |place| SOUNDS[place])
}

#[cfg(test)]
mod tests {
    use super::is_sound;

    #[test]
    fn names_are_written_with_few_characters() {
        assert!("扎克伯格祖克柏列宁卜·".chars().all(is_sound));
        assert!(!"的了说表示得日连 aA。".chars().any(is_sound));
    }
}
