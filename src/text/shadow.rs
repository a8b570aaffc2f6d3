use super::Span;
use super::table::{Entry, Nature, TABLE, entry};
use std::ops::Range;
use std::sync::OnceLock;

/// A copy of a text for looking things up: simplified, half-width, lower case, character for
/// character, so that its places lead back to the text.
///
/// The dictionary of the segmenter knows simplified words only, and a glossary must find a term
/// in either script: both read the shadow, and findings point at the text.
#[derive(Clone, Debug)]
pub struct Shadow {
    /// The characters of the text, then as many: each of them folded.
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
        Self::read(text).0
    }

    /// The shadow of `text`, and what each of its characters is.
    pub(super) fn read(text: &str) -> (Self, Vec<Nature>) {
        let length = text.chars().count();
        let mut chars = vec!['\0'; 2 * length];
        let mut starts = vec![0; length + 1];
        let (given, folded) = chars.split_at_mut(length);
        for ((at, c), (given, start)) in text.char_indices().zip(given.iter_mut().zip(&mut starts))
        {
            (*given, *start) = (c, place(at));
        }
        starts[length] = place(text.len());
        let table = TABLE.as_slice();
        let entries = given.iter().map(|c| entry(table, *c)).zip(folded);
        let nature = |(entry, folded): (Entry, &mut char)| {
            *folded = entry.folded;
            entry.nature
        };
        let natures = entries.map(nature).collect();
        (Self { chars, starts, folded: OnceLock::new() }, natures)
    }

    /// Of each character its first byte in the text, then the text's end.
    pub(super) fn starts(&self) -> &[u32] {
        &self.starts
    }

    /// The characters of the text as they are.
    pub fn given(&self) -> &[char] {
        &self.chars[..self.chars.len() / 2]
    }

    /// The folded text. Its bytes are its own: [`Self::char_of`] leads back to characters.
    pub fn text(&self) -> &str {
        &self.in_bytes().text
    }

    /// The folded characters, as many as the text has.
    pub fn chars(&self) -> &[char] {
        &self.chars[self.chars.len() / 2..]
    }

    /// The bytes of the folded text that a range of characters takes.
    pub fn folded(&self, chars: Range<usize>) -> Range<usize> {
        let starts = &self.in_bytes().starts;
        starts[chars.start] as usize..starts[chars.end] as usize
    }

    fn in_bytes(&self) -> &Folded {
        self.folded.get_or_init(|| {
            let starts = starts(self.chars());
            // Folded, hardly any character takes more bytes.
            let mut text = String::with_capacity(self.starts[self.starts.len() - 1] as usize);
            text.extend(self.chars());
            Folded { text, starts }
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
            // Most characters take three bytes, and where all do, the place is known.
            let guess = at + (byte - self.starts[at]) as usize / 3;
            let is_right = self.starts.get(guess) == Some(&byte);
            let search = || at + self.starts[at..].partition_point(|start| *start < byte);
            at = if is_right { guess } else { search() };
            at
        };
        spans.iter().map(|span| char_of(span.start)..char_of(span.end)).collect()
    }

    /// The number of the character whose first byte in the text is `byte`, or that holds it.
    pub fn char_of(&self, byte: u32) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }
}

/// Of each character its first byte, then where the last one ends.
fn starts(chars: &[char]) -> Vec<u32> {
    let mut end = 0;
    let mut starts = Vec::with_capacity(chars.len() + 1);
    starts.push(end);
    starts.extend(chars.iter().map(|c| {
        end += length(*c);
        end
    }));
    starts
}

#[expect(clippy::cast_possible_truncation, reason = "formats refuse a text of 4 GiB")]
fn place(at: usize) -> u32 {
    at as u32
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

    #[test]
    fn spans_lead_to_characters_of_any_width() {
        for text in ["他说a。b𠀀é们", "𠀀𠀀𠀀一", "abc", "一二三四"] {
            let shadow = Shadow::of(text);
            let edges: Vec<u32> =
                (0..=shadow.chars().len()).map(|at| shadow.span(at..at).start).collect();
            let spans: Vec<Span> =
                edges.windows(2).map(|it| Span { start: it[0], end: it[1] }).collect();
            let chars: Vec<_> = (0..shadow.chars().len()).map(|at| at..at + 1).collect();
            assert_eq!(shadow.chars_of(&spans), chars, "{text}");
        }
    }
}
