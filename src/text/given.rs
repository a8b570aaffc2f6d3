use super::{Offset, Ruler, Text};

/// Counts the characters before any byte of a text, each inline element at its full length, as
/// the file has it.
#[derive(Clone, Debug)]
pub struct Given<'t> {
    ruler: Ruler<'t>,
    /// Of each inline element its byte in the content, and how long all up to it are in the file.
    inlines: Vec<(u32, Offset)>,
}

impl<'t> Given<'t> {
    /// The ruler of a text.
    pub fn of(text: &'t Text) -> Self {
        let mut sum = Offset::default();
        let inlines = text.inlines().iter().map(|inline| {
            let length = Ruler::of(&inline.raw).at(u32::MAX);
            sum.byte += length.byte;
            sum.chars += length.chars;
            sum.utf16 += length.utf16;
            (inline.at, sum)
        });
        Self { inlines: inlines.collect(), ruler: Ruler::of(text.as_str()) }
    }

    /// The place of the character that holds `byte` of the content, counted in the text as given.
    pub fn at(&self, byte: u32) -> Offset {
        let here = self.ruler.at(byte);
        let passed = self.inlines.partition_point(|(at, _)| *at < byte);
        let Some((_, longer)) = passed.checked_sub(1).map(|nth| self.inlines[nth]) else {
            return here;
        };
        // Each of them is one character of the content, three bytes and one unit of UTF-16 long.
        let passed = u32::try_from(passed).unwrap_or(u32::MAX);
        Offset {
            byte: here.byte - 3 * passed + longer.byte,
            chars: here.chars - passed + longer.chars,
            utf16: here.utf16 - passed + longer.utf16,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Given;
    use crate::text::{Inline, Role, Text};

    #[test]
    fn an_element_counts_at_its_full_length() {
        let inline = |at, raw: &str| Inline { at, role: Role::Open, id: None, raw: raw.into() };
        let text = Text::from("他\u{fffc}说\u{fffc}好")
            .with_inlines(vec![inline(3, "<g id=\"😀\">"), inline(9, "</g>")]);
        let (view, given) = (text.given(), Given::of(&text));
        for (byte, _) in text.as_str().char_indices() {
            let byte = u32::try_from(byte).expect("is small");
            let there = view.of_content(crate::text::Span { start: byte, end: byte }).start;
            let before = &view.as_str()[..there as usize];
            let at = given.at(byte);
            assert_eq!(at.byte, there);
            assert_eq!(at.chars as usize, before.chars().count());
            assert_eq!(at.utf16 as usize, before.encode_utf16().count());
        }
    }
}
