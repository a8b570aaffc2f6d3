use super::{CharSet, sealed};
use std::ops::{Deref, Range};

/// What stands out in a text, in order: marks, spaces, words and numbers in other characters, and
/// the few Chinese characters that a check looks for. Whoever walks them passes over nearly all
/// of a Chinese text.
#[derive(Clone, Debug)]
pub struct Landmarks<'t> {
    text: &'t str,
    all: Vec<Landmark>,
}

/// A character that stands out, or a run of plain letters or of plain digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landmark {
    start: u32,
    end: u32,
    /// The character, or the first one of the run.
    pub c: char,
}

impl Landmark {
    /// Its first byte.
    pub fn start(&self) -> usize {
        self.start as usize
    }

    /// Where it ends.
    pub fn end(&self) -> usize {
        self.end as usize
    }

    /// How many bytes it takes.
    pub fn length(&self) -> u32 {
        self.end - self.start
    }

    /// Its bytes.
    pub fn range(&self) -> Range<usize> {
        self.start()..self.end()
    }
}

impl<'t> Landmarks<'t> {
    /// Those of a text.
    pub fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut all = Vec::with_capacity(text.len() / 8 + 2);
        let mut at = 0;
        while let Some(&first) = bytes.get(at) {
            if is_plain(bytes, at) {
                at += 3;
                continue;
            }
            let start = at;
            let c = if first.is_ascii() {
                at = run_end(bytes, at, first);
                char::from(first)
            } else {
                let c = text[at..].chars().next().unwrap_or_default();
                at += c.len_utf8();
                c
            };
            all.push(Landmark { start: small(start), end: small(at), c });
        }
        Self { text, all }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Where the text's URLs stand.
    pub fn urls(&self) -> Vec<Range<usize>> {
        let may_have = self.iter().any(|it| it.c == '/');
        if may_have { sealed::urls(self.text) } else { vec![] }
    }
}

impl Deref for Landmarks<'_> {
    type Target = [Landmark];

    fn deref(&self) -> &Self::Target {
        &self.all
    }
}

fn small(at: usize) -> u32 {
    u32::try_from(at).expect("formats refuse a text of 4 GiB")
}

/// Whether a common Chinese character starts at a byte that no check looks for.
fn is_plain(bytes: &[u8], at: usize) -> bool {
    let Some(&[a @ 0xe4..=0xe9, b, c]) = bytes.get(at..at + 3) else { return false };
    let code = usize::from(a & 0xf) << 12 | usize::from(b & 0x3f) << 6 | usize::from(c & 0x3f);
    (0x4e00..0xa000).contains(&code) && !LOOKED_FOR.has_code(code)
}

/// Where the run of letters or of digits ends that starts with a byte, or the mark that it is.
fn run_end(bytes: &[u8], start: usize, first: u8) -> usize {
    let mut end = start + 1;
    if first.is_ascii_alphabetic() {
        while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) {
            end += 1;
        }
    } else if first.is_ascii_digit() {
        while bytes.get(end).is_some_and(u8::is_ascii_digit) {
            end += 1;
        }
    }
    end
}

/// The Chinese characters that a check looks for: what text in the wrong encoding looks like, what
/// a language model says of itself, who is addressed, particles and what opens a frame.
static LOOKED_FOR: CharSet = CharSet::of(
    "锟烫屯锘锛銆鐨涓鏄鍦浠绗鎴銝嚗鈭隞扂婓珨岆賸衄涴琌\
    译譯翻模智你妳您的被进進作做加予当當噹对對在通之",
);

#[cfg(test)]
mod tests {
    use super::Landmarks;

    #[test]
    fn plain_chinese_is_passed_over() {
        let marks = Landmarks::of("他们，看AI2025 é的𠀀一龥\u{9fff}");
        let seen: Vec<_> = marks.iter().map(|it| &marks.text()[it.range()]).collect();
        assert_eq!(seen, ["，", "AI", "2025", " ", "é", "的", "𠀀"]);
    }

    #[test]
    fn every_byte_stands_in_one_landmark_or_in_plain_chinese() {
        let text = "〇㐀\u{4dc0}\u{f900}！a\u{a0}\r\n😀龥ー9";
        let marks = Landmarks::of(text);
        let rest: String = text.chars().filter(|c| !marks.iter().any(|it| it.c == *c)).collect();
        assert_eq!(rest, "龥");
    }
}
