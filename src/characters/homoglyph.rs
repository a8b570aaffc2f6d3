use super::Mend;
use crate::text::chars;

/// A word with letters of two scripts that look the same.
pub type Homoglyph = Mend;

/// Letters that look Latin, each with the Latin one.
const ALIKE: [(&str, &str); 2] = [
    ("асеорхуіѕјһАВЕКМНОРСТХІЅЈУ", "aceopxyisjhABEKMHOPCTXISJY"),
    ("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX"),
];

/// The Latin words of a text that have Cyrillic or Greek letters in them, by slip or by fraud.
pub fn homoglyphs(text: &str) -> Vec<Homoglyph> {
    if !text.chars().any(is_strange) {
        return vec![];
    }
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let mended = |word: &str| {
        let right = latin(word)?;
        Some(Mend { span: (start(word)..start(word) + word.len()).into(), right })
    };
    let inner = |c: char| chars::is_latin(c) || is_strange(c);
    text.split(|c| !inner(c)).filter_map(mended).collect()
}

fn is_strange(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{52f}')
}

/// The word in Latin letters alone, if more than half of it is Latin and all of the rest looks so.
fn latin(word: &str) -> Option<String> {
    let strange = word.chars().filter(|c| is_strange(*c)).count();
    let right: String = word.chars().map(|c| look(c).unwrap_or(c)).collect();
    let fits = strange > 0 && strange * 2 < word.chars().count();
    (fits && !right.chars().any(is_strange)).then_some(right)
}

fn look(c: char) -> Option<char> {
    let in_table = |(strange, latin): &(&str, &str)| {
        let nth = strange.chars().position(|it| it == c)?;
        latin.chars().nth(nth)
    };
    ALIKE.iter().find_map(in_table)
}

#[cfg(test)]
mod tests {
    use super::{ALIKE, homoglyphs};

    #[test]
    fn every_letter_has_its_double() {
        for (strange, latin) in ALIKE {
            assert_eq!(strange.chars().count(), latin.chars().count());
        }
    }

    #[test]
    fn formulas_and_real_cyrillic_are_let_be() {
        for text in ["Δt、λmax、5μm、kΩ、βA", "Москва", "俄语 Привет", "α"]
        {
            assert!(homoglyphs(text).is_empty(), "{text}");
        }
        assert_eq!(homoglyphs("Gоogle")[0].right, "Google");
    }
}
