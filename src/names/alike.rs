//! Whether a Chinese name sounds like one in Latin letters.
//!
//! Many characters render one syllable, so that nobody can tell the right rendering by sound; but
//! consonants stay: both sides are reduced to classes of them, and compared.

use super::{is_sound, plain};
use crate::text::{Shadow, chars};
use pinyin::ToPinyin;
use std::ops::Range;

/// How alike a name in Latin letters and one in Chinese characters sound: 1 is the same, below a
/// half they are hardly one name. Good to confirm what something else shows, never alone.
///
/// ```
/// use xindaya::names::sounds_like;
/// assert!(sounds_like("Altman", "奥特曼") > 0.8);
/// assert!(sounds_like("Runway", "跑道") < 0.5);
/// ```
pub fn sounds_like(latin: &str, han: &str) -> f32 {
    alike(&of_latin(latin), &of_han(han.chars()))
}

/// The longest name that is compared, in classes of consonants.
const LONGEST: usize = 24;

/// So sure it must be that a part of a text renders a name.
const HEARD: f32 = 0.75;

/// So many places of a text are listened to.
const PLACES: usize = 4096;

/// The characters of a text that sound like a name, where the name is one that is rendered by its
/// sound at all, as its right renderings show.
pub fn heard<'r>(
    name: &str,
    mut renderings: impl Iterator<Item = &'r str>,
    text: &Shadow,
) -> Option<Range<usize>> {
    let wanted = of_latin(name);
    let is_name = name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let by_sound = |it: &str| alike(&wanted, &of_han(it.chars())) >= HEARD;
    if !is_name || wanted.len() < 2 || !renderings.any(by_sound) {
        return None;
    }
    let best = places(&wanted, text.chars()).max_by(|a, b| {
        let longer = || a.1.len().cmp(&b.1.len());
        a.0.total_cmp(&b.0).then_with(longer).then_with(|| b.1.start.cmp(&a.1.start))
    });
    best.map(|(_, chars)| chars)
}

/// Whether some characters of a text sound like a name that nobody has a rendering of. Short
/// names sound like much.
pub fn is_heard(name: &str, text: &Shadow) -> bool {
    let wanted = of_latin(name);
    wanted.len() >= LONG && places(&wanted, text.chars()).next().is_some()
}

/// A name that is looked for by its sound alone has so many consonants.
const LONG: usize = 3;

/// The places of a text that sound like a name, each with how alike the two are.
fn places(wanted: &[u8], text: &[char]) -> impl Iterator<Item = (f32, Range<usize>)> {
    let starts = (0..text.len()).filter(|at| is_name_character(text[*at]));
    let windows = starts.flat_map(|start| windows(text, start, wanted.len())).take(PLACES);
    let scored = windows.map(|it| (alike(wanted, &of_han(text[it.clone()].iter().copied())), it));
    scored.filter(|(score, _)| *score >= HEARD)
}

/// The stretches from a character on that are written as names are, about as long as the name.
fn windows(text: &[char], start: usize, wanted: usize) -> impl Iterator<Item = Range<usize>> {
    let long = text[start..].iter().take_while(|c| is_sound(**c)).take(wanted + 2).count();
    (2..=long).filter(move |length| 2 * length >= wanted).map(move |length| start..start + length)
}

fn is_name_character(c: char) -> bool {
    is_sound(c) && chars::is_han(c)
}

/// The classes of the consonants of a name in Latin letters.
fn of_latin(name: &str) -> Vec<u8> {
    let name: Vec<char> = plain(name).chars().filter(char::is_ascii_alphabetic).collect();
    let mut classes = vec![];
    let mut at = 0;
    while at < name.len() && classes.len() < LONGEST {
        let (next, after) = (name.get(at + 1).copied(), name.get(at + 2).copied());
        let (class, length) = match (name[at], next, after) {
            ('s', Some('c'), Some('h')) => (b'S', 3),
            ('s' | 'c' | 't', Some('h'), _) => (b'S', 2),
            ('p', Some('h'), _) => (b'F', 2),
            ('c' | 'g', Some('e' | 'i' | 'y'), _) | ('s' | 'x' | 'z' | 'j', ..) => (b'S', 1),
            ('b' | 'p', ..) => (b'P', 1),
            ('d' | 't', ..) => (b'T', 1),
            ('k' | 'g' | 'h' | 'c' | 'q', ..) => (b'K', 1),
            ('l' | 'r', ..) => (b'L', 1),
            ('f' | 'v' | 'w', ..) => (b'F', 1),
            ('n', ..) => (b'N', 1),
            ('m', ..) => (b'M', 1),
            _ => (b'A', 1),
        };
        push(&mut classes, class);
        at += length;
    }
    classes
}

/// Takes a class in: vowels count at the beginning alone, and double consonants once.
fn push(classes: &mut Vec<u8>, class: u8) {
    if (class != b'A' || classes.is_empty()) && classes.last() != Some(&class) {
        classes.push(class);
    }
}

/// The classes of the consonants of Chinese characters, by their pinyin.
fn of_han(name: impl Iterator<Item = char>) -> Vec<u8> {
    let mut classes = vec![];
    for syllable in name.filter_map(|c| c.to_pinyin()).take(LONGEST).map(pinyin::Pinyin::plain) {
        let class = match syllable.as_bytes() {
            [b'b' | b'p', ..] => b'P',
            [b'd' | b't', ..] => b'T',
            [b'k' | b'g' | b'h', ..] => b'K',
            [b'l' | b'r', ..] | [b'e', b'r', ..] => b'L',
            [b'f' | b'w', ..] => b'F',
            [b'n', ..] => b'N',
            [b'm', ..] => b'M',
            [b's' | b'x' | b'z' | b'c' | b'j' | b'q', ..] => b'S',
            _ => b'A',
        };
        push(&mut classes, class);
        if syllable.len() > 1 && syllable.ends_with(['n', 'g']) {
            push(&mut classes, b'N');
        }
    }
    classes
}

/// 1 less the weighted distance of two rows of classes, for their length.
fn alike(latin: &[u8], han: &[u8]) -> f32 {
    let longest = latin.len().max(han.len());
    if latin.is_empty() || han.is_empty() {
        return 0.0;
    }
    let mut row = vec![0.0];
    for class in han {
        row.push(row[row.len() - 1] + weight(*class));
    }
    for one in latin {
        let mut diagonal = row[0];
        row[0] += weight(*one);
        for (nth, other) in (1..).zip(han) {
            let swapped = diagonal + apart(*one, *other);
            diagonal = row[nth];
            row[nth] = swapped.min(diagonal + weight(*one)).min(row[nth - 1] + weight(*other));
        }
    }
    #[allow(clippy::cast_precision_loss, reason = "no longer than LONGEST twice")]
    let share = row[han.len()] / longest as f32;
    1.0 - share
}

/// What it costs that a consonant has no counterpart: those that end a syllable are often dropped.
fn weight(class: u8) -> f32 {
    match class {
        b'A' => 0.3,
        b'L' | b'T' | b'K' => 0.5,
        b'N' => 0.7,
        _ => 1.0,
    }
}

/// What it costs that one consonant stands for another.
fn apart(one: u8, other: u8) -> f32 {
    let pair = (one.min(other), one.max(other));
    match pair {
        (a, b) if a == b => 0.0,
        (b'L' | b'M', b'N') | (b'S', b'T') | (b'K', b'S') | (b'F', b'P' | b'K') => 0.5,
        (b'A', b'F' | b'K') => 0.6,
        _ => 1.2,
    }
}

#[cfg(test)]
mod tests {
    use super::{Shadow, heard, sounds_like};

    #[test]
    fn renderings_of_a_name_sound_like_it() {
        for (latin, han) in [
            ("Altman", "奥特曼"),
            ("Altman", "阿特曼"),
            ("Zuckerberg", "扎克伯格"),
            ("Zuckerberg", "祖克柏"),
            ("Meta", "梅塔"),
            ("Murati", "穆拉蒂"),
            ("Brockman", "布洛克曼"),
            ("Pinocchio", "匹诺曹"),
        ] {
            assert!(sounds_like(latin, han) >= 0.6, "{latin} {han} {}", sounds_like(latin, han));
        }
        for (latin, han) in [
            ("Runway", "跑道"),
            ("Altman", "说这家公司"),
            ("Meta", "元"),
            ("Altman", "布洛克曼"),
            ("", "元"),
        ] {
            assert!(sounds_like(latin, han) < 0.6, "{latin} {han} {}", sounds_like(latin, han));
        }
    }

    #[test]
    fn a_name_is_heard_where_it_is_rendered_by_its_sound() {
        let text = Shadow::of("他說阿特曼回來了");
        assert_eq!(heard("Altman", ["奥特曼"].into_iter(), &text), Some(2..5));
        assert_eq!(heard("Altman", ["执行长"].into_iter(), &text), None);
        assert_eq!(heard("Nadella", ["纳德拉"].into_iter(), &text), None);
    }
}
