use super::landmarks::small;
use super::{Landmarks, chars};
use std::ops::AddAssign;

/// How much text there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Code points.
    pub chars: u32,
    /// Chinese characters.
    pub han: u32,
    /// Words of letters other than Chinese, and numbers.
    pub tokens: u32,
}

impl Size {
    /// The size of a text.
    pub fn of(text: &str) -> Self {
        Self::among(&Landmarks::of(text))
    }

    /// The size of the text with these landmarks: between them stand Chinese characters alone.
    pub fn among(marks: &Landmarks) -> Self {
        let (mut size, mut inside, mut last) = (Self::default(), false, 0);
        let mut plain = small(marks.text().len());
        for mark in marks.iter() {
            plain -= mark.length();
            inside &= last == mark.start();
            last = mark.end();
            if chars::is_han(mark.c) {
                size.han += 1;
                inside = false;
                continue;
            }
            let token = chars::is_alphanumeric(mark.c);
            size.chars += if mark.c.is_ascii() { mark.length() } else { 1 };
            size.tokens += u32::from(token && !inside);
            inside = token || inside && joins(mark.c);
        }
        size.han += plain / 3;
        size.chars += size.han;
        size
    }

    /// Evaluation words: 1.7 Chinese characters to an English word, as measured on good news
    /// translations, then words and numbers in other scripts.
    pub fn words(self) -> f64 {
        f64::from(self.han) / 1.7 + f64::from(self.tokens)
    }
}

/// Whether `c` joins the parts of a word or a number.
fn joins(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’' | '-' | '_')
}

impl AddAssign for Size {
    fn add_assign(&mut self, other: Self) {
        self.chars += other.chars;
        self.han += other.han;
        self.tokens += other.tokens;
    }
}

#[cfg(test)]
mod tests {
    use super::Size;

    #[test]
    fn a_size_counts_characters_words_and_numbers() {
        let size = Size::of("Meta 在 2025 年花了 1,500 万。");
        assert_eq!((size.han, size.tokens, size.chars), (5, 3, 24));
    }
}
