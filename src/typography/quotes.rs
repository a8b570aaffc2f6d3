use crate::text::{Landmarks, Variant, chars};

/// A family of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteStyle {
    /// 「」 and 『』: Taiwan and Hong Kong.
    Corner,
    /// “” and ‘’: mainland China.
    Curly,
}

impl QuoteStyle {
    /// What a region's standard asks for; nothing where no region is declared.
    pub fn of(variant: Variant) -> Option<Self> {
        match variant {
            Variant::HantTw | Variant::HantHk => Some(Self::Corner),
            Variant::HansCn => Some(Self::Curly),
            Variant::Hans | Variant::Hant => None,
        }
    }

    /// The family's mark in place of one of the other family.
    pub fn instead_of(self, mark: char) -> Option<&'static str> {
        match (self, mark) {
            (Self::Corner, '“') => Some("「"),
            (Self::Corner, '”') => Some("」"),
            (Self::Corner, '‘') => Some("『"),
            (Self::Corner, '’') => Some("』"),
            (Self::Curly, '「') => Some("“"),
            (Self::Curly, '」') => Some("”"),
            (Self::Curly, '『') => Some("‘"),
            (Self::Curly, '』') => Some("’"),
            _ => None,
        }
    }
}

/// The quotation marks of a text that belong to Chinese, by family.
#[derive(Clone, Debug, Default)]
pub struct Quotes {
    corner: Vec<(usize, char)>,
    curly: Vec<(usize, char)>,
}

impl Quotes {
    /// The marks of a text. Those among Latin letters (don’t, “Hello,” he said) are left out.
    pub fn of(marks: &Landmarks) -> Self {
        let mut found = Self::default();
        let mut is_latin_quote = false;
        for mark in marks.iter().filter(|it| chars::is_quote(it.c)) {
            let (at, c) = (mark.start(), mark.c);
            if matches!(c, '「' | '」' | '『' | '』') {
                found.corner.push((at, c));
                continue;
            }
            let beside = Beside::of(marks.text(), at, c);
            match c {
                '’' if beside.is_apostrophe => continue,
                '“' => is_latin_quote = beside.is_latin,
                _ => {}
            }
            if !is_latin_quote {
                found.curly.push((at, c));
            }
        }
        found
    }

    /// The marks of one family: where, and which.
    pub fn of_style(&self, style: QuoteStyle) -> &[(usize, char)] {
        match style {
            QuoteStyle::Corner => &self.corner,
            QuoteStyle::Curly => &self.curly,
        }
    }
}

/// What stands beside a curly mark.
struct Beside {
    is_apostrophe: bool,
    is_latin: bool,
}

impl Beside {
    fn of(text: &str, at: usize, mark: char) -> Self {
        let left = text[..at].chars().rev().find(|c| *c != ' ');
        let right = text[at + mark.len_utf8()..].chars().next();
        let is_letter = |c: Option<char>| c.is_some_and(chars::is_latin);
        let is_english = |c: char| c.is_ascii() && c != '\n';
        Self {
            is_apostrophe: is_letter(left) && right.is_none_or(|c| c.is_ascii()),
            is_latin: left.is_some_and(is_english) && is_letter(right),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{QuoteStyle, Quotes};
    use crate::text::Landmarks;

    #[test]
    fn marks_of_english_are_left_out() {
        let count = |text| Quotes::of(&Landmarks::of(text)).of_style(QuoteStyle::Curly).len();
        assert_eq!(count("他說“好的”，她說：“Yes”"), 4);
        assert_eq!(count("Meta’s plan, “Hello,” he said"), 0);
    }
}
