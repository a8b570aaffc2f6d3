/// Counts the characters before any byte of a text, in constant time: a paragraph may be one line
/// of megabytes with thousands of findings.
#[derive(Clone, Debug)]
pub struct Ruler<'t> {
    text: &'t str,
    /// What stands before every `STEP`th byte, or before the character that holds it.
    notches: Vec<Offset>,
}

/// A place in a text, in the three units that people and editors count in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offset {
    /// Bytes of UTF-8.
    pub byte: u32,
    /// Code points.
    pub chars: u32,
    /// UTF-16 code units.
    pub utf16: u32,
}

const STEP: usize = 1024;

impl<'t> Ruler<'t> {
    /// A ruler for `text`.
    pub fn of(text: &'t str) -> Self {
        let mut notches = vec![Offset::default()];
        while let Some(end) = (notches.len() * STEP < text.len()).then(|| notches.len() * STEP) {
            let last = notches[notches.len() - 1];
            notches.push(advance(text, last, text.floor_char_boundary(end)));
        }
        Self { text, notches }
    }

    /// The place of the character that holds `byte`.
    pub fn at(&self, byte: u32) -> Offset {
        let byte = self.text.floor_char_boundary(byte as usize);
        let notch = self.notches[(byte / STEP).min(self.notches.len() - 1)];
        advance(self.text, notch, byte)
    }
}

fn advance(text: &str, from: Offset, to: usize) -> Offset {
    let mut at = from;
    for c in text[from.byte as usize..to].chars() {
        at.chars += 1;
        at.utf16 += if c > '\u{ffff}' { 2 } else { 1 };
    }
    at.byte = super::Span::from(0..to).end;
    at
}

#[cfg(test)]
mod tests {
    use super::Ruler;

    #[test]
    fn every_place_is_counted_as_from_the_start() {
        let text = "字😀a".repeat(700);
        let ruler = Ruler::of(&text);
        for (nth, (byte, _)) in text.char_indices().enumerate().step_by(7) {
            let at = ruler.at(u32::try_from(byte).expect("is small"));
            assert_eq!(at.chars as usize, nth);
            assert_eq!(at.utf16 as usize, text[..byte].encode_utf16().count());
        }
        assert_eq!(ruler.at(u32::MAX).chars, 2100);
        assert_eq!(Ruler::of("").at(3).byte, 0);
    }
}
