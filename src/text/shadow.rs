use super::Span;
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

/// A copy of a text for looking things up: simplified, half-width, lower case, character for
/// character, so that its places lead back to the text.
///
/// The dictionary of the segmenter knows simplified words only, and a glossary must find a term
/// in either script: both read the shadow, and findings point at the text.
#[derive(Clone, Debug)]
pub struct Shadow {
    chars: Vec<char>,
    /// Of each character its first byte in the text, then the text's end.
    starts: Vec<u32>,
    /// The folded text, which most who ask for characters do not need.
    folded: OnceLock<Folded>,
}

#[derive(Clone, Debug)]
struct Folded {
    text: String,
    /// Of each character its first byte, then the text's end.
    starts: Vec<u32>,
}

impl Shadow {
    /// The shadow of `text`.
    pub fn of(text: &str) -> Self {
        let simplified = &*SIMPLIFIED;
        let room = text.chars().count();
        let (mut chars, mut starts) = (vec!['\0'; room], vec![0; room + 1]);
        // A span holds the text's length, so each of its places fits as well.
        let end = Span::from(0..text.len()).end;
        let mut at = 0;
        for ((c, folded), start) in text.chars().zip(&mut chars).zip(&mut starts) {
            (*folded, *start) = (fold_with(c, simplified), at);
            at += length(c);
        }
        starts[room] = end;
        Self { chars, starts, folded: OnceLock::new() }
    }

    /// The folded text. Its bytes are its own: [`Self::char_of`] leads back to characters.
    pub fn text(&self) -> &str {
        &self.in_bytes().text
    }

    /// The folded characters, as many as the text has.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The bytes of the folded text that a range of characters takes.
    pub fn folded(&self, chars: Range<usize>) -> Range<usize> {
        let starts = &self.in_bytes().starts;
        starts[chars.start] as usize..starts[chars.end] as usize
    }

    fn in_bytes(&self) -> &Folded {
        self.folded.get_or_init(|| {
            let mut starts = Vec::with_capacity(self.chars.len() + 1);
            let mut at = 0;
            for c in &self.chars {
                starts.push(at);
                at += length(*c);
            }
            starts.push(at);
            Folded { text: self.chars.iter().collect(), starts }
        })
    }

    /// The bytes of the text that a range of characters stands for.
    pub fn span(&self, chars: Range<usize>) -> Span {
        Span { start: self.starts[chars.start], end: self.starts[chars.end] }
    }

    /// The characters that each of `spans` holds, which follow each other in the text.
    pub fn chars_of(&self, spans: &[Span]) -> Vec<Range<usize>> {
        let mut at = 0;
        let mut char_of = |byte: u32| {
            at += self.starts[at..].iter().take_while(|start| **start < byte).count();
            at
        };
        spans.iter().map(|span| char_of(span.start)..char_of(span.end)).collect()
    }

    /// The number of the character whose first byte in the text is `byte`, or that holds it.
    pub fn char_of(&self, byte: u32) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }
}

/// A character of the shadow: traditional becomes simplified, full width half, capitals small.
/// One character always stays one.
pub fn fold(c: char) -> char {
    fold_with(c, &SIMPLIFIED)
}

/// Nearly all characters of a Chinese text are found in the table, and are not worth a call.
#[inline]
fn fold_with(c: char, simplified: &[char]) -> char {
    let han = simplified.get(u32::from(c).wrapping_sub(FIRST_HAN) as usize);
    han.copied().unwrap_or_else(|| fold_other(c))
}

fn fold_other(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\x7f' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3020}' => c,
        '\u{ff01}'..='\u{ff5e}' => fold_ascii(u32::from(c) - 0xff01 + 0x21),
        '\u{3000}' => ' ',
        _ => lower(c),
    }
}

/// The bytes of a character.
fn length(c: char) -> u32 {
    match c {
        '\0'..='\x7f' => 1,
        '\u{80}'..='\u{7ff}' => 2,
        '\u{800}'..='\u{ffff}' => 3,
        _ => 4,
    }
}

fn fold_ascii(code: u32) -> char {
    char::from_u32(code).map_or('\u{fffd}', |c| c.to_ascii_lowercase())
}

fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

const FIRST_HAN: u32 = 0x3400;
const LAST_HAN: u32 = 0x9fff;

/// For each character from U+3400 to U+9FFF its simplified form.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut table: Vec<char> = (FIRST_HAN..=LAST_HAN).filter_map(char::from_u32).collect();
    for line in include_str!("simplified.txt").lines() {
        let mut pair = line.chars();
        if let (Some(from @ '\u{3400}'..='\u{9fff}'), Some(to)) = (pair.next(), pair.next()) {
            table[(u32::from(from) - FIRST_HAN) as usize] = to;
        }
    }
    table
});

#[cfg(test)]
mod tests {
    use super::{Shadow, Span};

    #[test]
    fn a_shadow_is_simplified_half_width_and_small() {
        let shadow = Shadow::of("臺灣ＡＩ，OpenAI");
        assert_eq!(shadow.text(), "台湾ai,openai");
        assert_eq!(shadow.span(2..4), Span { start: 6, end: 12 });
        assert_eq!(shadow.span(11..11), Span { start: 21, end: 21 });
    }

    #[test]
    fn one_character_stays_one() {
        let text = "İßﬁΣ𠀀é";
        assert_eq!(Shadow::of(text).chars().len(), text.chars().count());
    }
}
