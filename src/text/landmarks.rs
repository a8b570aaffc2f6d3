use super::table::{Nature, count, is_plain};
use super::{Shadow, sealed};
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
        let mut marks = Self { text, all: vec![] };
        for (start, c) in text.char_indices().filter(|(_, c)| !is_plain(*c)) {
            marks.add(small(start), c);
        }
        marks
    }

    /// Those of a text that was read.
    pub(super) fn read(text: &'t str, shadow: &Shadow, natures: &[Nature]) -> Self {
        let most = count(natures, Nature::stands_out);
        let mut marks = Self { text, all: Vec::with_capacity(most) };
        let places = shadow.given().iter().zip(shadow.starts()).zip(natures);
        for ((c, start), _) in places.filter(|(_, nature)| nature.stands_out()) {
            marks.add(*start, *c);
        }
        marks
    }

    /// Takes in a character that stands out, behind all that were taken in before.
    #[inline]
    fn add(&mut self, start: u32, c: char) {
        let end = start + small(c.len_utf8());
        match self.all.last_mut() {
            Some(last) if last.end == start && is_run(last.c, c) => last.end = end,
            _ => self.all.push(Landmark { start, end, c }),
        }
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

/// A place or a length in a text.
pub(super) fn small(at: usize) -> u32 {
    u32::try_from(at).expect("formats refuse a text of 4 GiB")
}

/// Whether a character goes on with a run that one begins: plain letters, or plain digits.
fn is_run(first: char, next: char) -> bool {
    first.is_ascii_alphabetic() && next.is_ascii_alphabetic()
        || first.is_ascii_digit() && next.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::Landmarks;

    #[test]
    fn plain_chinese_is_passed_over() {
        let marks = Landmarks::of("他们，看AI2025 é的𠀀一被龥\u{9fff}");
        let seen: Vec<_> = marks.iter().map(|it| &marks.text()[it.range()]).collect();
        assert_eq!(seen, ["，", "AI", "2025", " ", "é", "𠀀", "被"]);
    }

    #[test]
    fn every_byte_stands_in_one_landmark_or_in_plain_chinese() {
        let text = "〇㐀\u{4dc0}\u{f900}！a\u{a0}\r\n😀龥ー9";
        let marks = Landmarks::of(text);
        let rest: String = text.chars().filter(|c| !marks.iter().any(|it| it.c == *c)).collect();
        assert_eq!(rest, "龥");
    }
}
