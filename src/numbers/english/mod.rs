//! The numbers of an English text.

mod behind;
mod beside;
mod numbers;
mod tokens;
mod words;

use crate::numbers::figure::{Figure, Kind, Reading, spread};
use crate::numbers::value::{Value, decimal, times, whole};
use crate::text::Span;
use tokens::{Kind as Sort, Token, digits_of, tokens};
use words::{Class, Word, said, scales};

/// Every number that an English text may say, in order.
pub fn english(text: &str) -> Vec<Figure> {
    let small = text.to_ascii_lowercase();
    let tokens = tokens(&small);
    let mut reader = Reader { text, tokens: &tokens, figures: vec![] };
    let mut at = 0;
    while at < tokens.len() {
        at = reader.step(at).max(at + 1);
    }
    let mut figures = reader.figures;
    figures.sort_by_key(|it| it.span);
    spread(&mut figures, |gap| is_range(&small[gap.range()]));
    figures
}

/// Whether what stands between two numbers makes one range or list of them.
fn is_range(between: &str) -> bool {
    let plain = between.trim_matches([' ', '$', '£', '€', '#']);
    matches!(plain, "-" | "–" | "—" | "to" | "and" | "or" | "through" | "," | ", and" | ", or")
}

fn exact(value: Value) -> Reading {
    Reading::exact(value)
}

/// The value of a Roman numeral of up to eighty-nine.
fn roman(capitals: &str) -> Option<i128> {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = ["LXXX", "LXX", "LX", "L", "XL", "XXX", "XX", "X", ""];
    let values = [80, 70, 60, 50, 40, 30, 20, 10, 0];
    let (tens, ten) = tens.into_iter().zip(values).find(|(it, _)| capitals.starts_with(it))?;
    let one = ones.iter().position(|it| *it == &capitals[tens.len()..])?;
    let value = ten + i128::try_from(one).ok()?;
    (value > 1).then_some(value)
}

struct Reader<'a, 't> {
    text: &'a str,
    tokens: &'a [Token<'t>],
    figures: Vec<Figure>,
}

impl<'t> Reader<'_, 't> {
    /// Reads what the token `at` begins, and tells the token behind it.
    fn step(&mut self, at: usize) -> usize {
        let token = self.tokens[at];
        match token.kind {
            Sort::Number => token.number().map_or(at + 1, |value| self.number(at, value)),
            Sort::Code => {
                if let Some(end) = self.coded(at) {
                    return end;
                }
                for (start, end, value) in digits_of(token) {
                    let span = Span::from(start..end);
                    let year = (end - start == 2).then(|| exact(value + whole(2000)));
                    let mut figure = Figure::new(span, Kind::Quantity, value).loose();
                    figure.readings.extend(year);
                    self.figures.push(figure);
                }
                at + 1
            }
            Sort::Word => match said(&token) {
                Some(word) => self.word(at, word),
                None => self.roman(at),
            },
            Sort::Mark => at + 1,
        }
    }

    fn word(&mut self, at: usize, word: &Word) -> usize {
        match word.class {
            Class::Digit | Class::Ten => self.numeral(at),
            Class::Hundred | Class::Scale => self.bare_scale(at),
            Class::Many => self.many(at, word.value()),
            Class::Ordinal => self.ordinal(at, word.value()),
            Class::Month | Class::Weekday => self.calendar(at, word),
            Class::Decade => {
                self.push(at, at + 1, Kind::Tens, word.value()).firm = false;
                at + 1
            }
            Class::Part | Class::Other => {
                for value in &word.values {
                    self.push(at, at + 1, Kind::Quantity, *value).firm = false;
                }
                at + 1
            }
        }
    }

    /// `N585 million`: the letters are a currency.
    fn coded(&mut self, at: usize) -> Option<usize> {
        let (scale, end) = scales(self.tokens, at + 1);
        let digits = self.at(at).trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let value = decimal(digits).filter(|_| end > at + 1 && !digits.is_empty())?;
        self.push(at, end, Kind::Quantity, times(value, scale)?).scale = scale;
        Some(end)
    }

    /// `XV`, `II`: capitals that may be a numeral.
    fn roman(&mut self, at: usize) -> usize {
        let token = self.tokens[at];
        if let Some(value) = roman(&self.text[token.at..token.end()]) {
            self.push(at, at + 1, Kind::Ordinal, whole(value)).firm = false;
        }
        at + 1
    }

    /// Takes down the tokens from `at` to `end` as a number.
    fn push(&mut self, at: usize, end: usize, kind: Kind, value: Value) -> &mut Figure {
        let span = Span::from(self.tokens[at].at..self.tokens[end - 1].end());
        let nth = self.figures.len();
        self.figures.push(Figure::new(span, kind, value));
        &mut self.figures[nth]
    }

    /// The text of the token `at`; nothing where there is none.
    fn at(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |it| it.text)
    }

    /// Whether nothing stands between the token `at` and the one before.
    fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|it| it.at == self.tokens[at - 1].end())
    }

    fn before(&self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |at| self.at(at))
    }

    /// `hundred`, `a million`, `half a billion`: the number may be no more than a manner of speech.
    fn bare_scale(&mut self, at: usize) -> usize {
        let (scale, end) = scales(self.tokens, at);
        let few = matches!(self.before(at), "several" | "few" | "many" | "some" | "of");
        let half = self.before(at) == "a" && at > 1 && self.at(at - 2) == "half";
        let parts = if half { whole(2) } else { whole(1) };
        let figure = self.push(at, end, Kind::Quantity, scale / parts);
        figure.firm = false;
        if few {
            figure
                .readings
                .extend(times(scale, whole(10)).map(|high| Reading { low: scale, high }));
        }
        end
    }

    /// `hundreds of thousands`.
    fn many(&mut self, at: usize, value: Value) -> usize {
        let next = self.tokens.get(at + 2).filter(|_| self.at(at + 1) == "of").and_then(said);
        let next = next.filter(|it| matches!(it.class, Class::Many));
        let factor = next.map_or(whole(1), Word::value);
        if let (Some(low), Some(high)) = (times(value, factor), times(value * whole(10), factor)) {
            self.push(at, at + 1, Kind::Quantity, low);
            let span = self.figures.pop().map_or(Span::default(), |it| it.span);
            self.figures.push(Figure::between(span, low, high));
        }
        at + if next.is_some() { 3 } else { 1 }
    }

    fn calendar(&mut self, at: usize, word: &Word) -> usize {
        let kind = if word.class == Class::Month { Kind::Month } else { Kind::Weekday };
        let capital = self.text[self.tokens[at].at..].starts_with(|c: char| c.is_ascii_uppercase());
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let dated = beside.filter_map(|at| self.tokens.get(at)).any(|it| it.number().is_some());
        let common = matches!(self.at(at), "may" | "march" | "mar" | "second" | "august");
        let named = matches!(
            self.before(at),
            "in" | "since" | "until" | "of" | "by" | "early" | "late" | "last" | "next" | "this"
        );
        if capital && (!common || dated || named) {
            self.push(at, at + 1, kind, word.value()).firm = false;
        }
        at + 1
    }
}

#[cfg(test)]
mod tests {
    use super::english;

    #[test]
    fn numbers_have_their_value() {
        for (text, value) in [
            ("1.5 billion people", "1,500,000,000"),
            ("$2.3m", "2,300,000"),
            ("10k", "10,000"),
            ("one and a half", "1.5"),
            ("two and a half million", "2,500,000"),
            ("half a million", "500,000"),
            ("two hundred and fifty-three thousand", "253,000"),
            ("1,234.5", "1,234.5"),
            ("2 000", "2,000"),
            ("N585 million", "585,000,000"),
            ("RM50", "50"),
            ("2½ hours", "2.5"),
            ("the 21st", "21"),
            ("twenty-first", "21"),
            ("two thirds", "2/3"),
            ("the 1990s", "1,990"),
            ("3 lakh", "300,000"),
            ("dozens of", "12-120"),
            ("tens of thousands", "10,000-100,000"),
            ("six decades", "60"),
            ("XLII", "42"),
        ] {
            assert!(english(text).iter().any(|it| it.shown() == value), "{text}");
        }
    }

    #[test]
    fn names_accuse_nobody() {
        for text in
            ["Covid-19", "GPT-4", "the G20", "24/7", "9/11", "HER2", "second to none", "one of"]
        {
            assert!(english(text).iter().all(|it| !it.firm), "{text}");
        }
        assert!(english("see https://a.b/1234 now").is_empty());
    }
}
