//! The numbers of a Chinese text.

mod around;
mod calendar;
mod digits;
mod numeral;
mod sum;
mod words;

use crate::numbers::figure::{Figure, Kind, Reading, spread};
use crate::numbers::value::{Value, decimal, over, times, whole};
use crate::text::{Shadow, Span, urls};
use numeral::{Numeral, numeral};

/// Every number that a Chinese text may say, in order.
pub fn han(text: &str, shadow: &Shadow) -> Vec<Figure> {
    // A full-width comma parts numbers that a plain one holds together.
    let wide = |(c, as_written): (&char, char)| if as_written == '，' { '，' } else { *c };
    let chars: Vec<char> = shadow.chars().iter().zip(text.chars()).map(wide).collect();
    let urls = urls(text);
    let mut skipped = urls.iter().map(|it| byte(it.start)..byte(it.end)).peekable();
    let mut reader = Reader { chars: &chars, shadow, figures: vec![] };
    let mut at = 0;
    // Most characters say no number: they are passed over before anything else is asked.
    while let Some(next) = chars[at..].iter().position(|c| may_say(*c)) {
        at += next;
        let here = shadow.span(at..at).start;
        while skipped.next_if(|it| it.end <= here).is_some() {}
        at = match skipped.peek() {
            Some(url) if url.contains(&here) => shadow.char_of(url.end).max(at + 1),
            _ => reader.step(at).max(at + 1),
        };
    }
    let mut figures = reader.figures;
    figures.sort_by_key(|it| it.span);
    spread(&mut figures, |gap| is_range(&text[gap.range()]));
    figures
}

fn byte(at: usize) -> u32 {
    Span::from(at..at).start
}

/// Whether what stands between two numbers makes one range or list of them.
fn is_range(between: &str) -> bool {
    let between = between.trim_matches([' ', '$']);
    matches!(
        between,
        "-" | "–"
            | "—"
            | "~"
            | "～"
            | "－"
            | "至"
            | "到"
            | "和"
            | "及"
            | "与"
            | "與"
            | "或"
            | "、"
            | ","
            | "比"
    )
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || numeral::digit(c).is_some()
}

/// Whether a number, or a word that says one, may begin with the character.
fn may_say(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        // 星期, 礼拜, 周; 世纪.
        '星' | '礼' | '周' | '世' | '几' | '数' | '好' => true,
        _ => numeral::digit(c).is_some() || numeral::unit(c).is_some() || words::says(c),
    }
}

struct Reader<'a> {
    chars: &'a [char],
    shadow: &'a Shadow,
    figures: Vec<Figure>,
}

impl Reader<'_> {
    /// Reads what the character `at` begins, and tells the character behind it.
    fn step(&mut self, at: usize) -> usize {
        let c = self.chars[at];
        if !may_say(c) {
            return at + 1;
        }
        if c.is_ascii_alphabetic() {
            return self.latin(at);
        }
        if let Some(end) = self.weekday(at).or_else(|| self.prefixed(at)) {
            return end;
        }
        let starts = c.is_ascii_digit()
            || numeral::digit(c).is_some()
            || numeral::unit(c).is_some()
            || matches!(c, '几' | '数' | '好');
        match starts.then(|| numeral(self.chars, at)).flatten() {
            Some(read) => self.classify(at, &read),
            // More digits than any number has.
            None if is_digit(c) => {
                at + self.chars[at..].iter().take_while(|c| is_digit(**c)).count()
            }
            None => self.word(at, c),
        }
    }

    /// A word of Latin letters: what digits it has belong to a name, unless it is a currency.
    fn latin(&mut self, at: usize) -> usize {
        let inner = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '\'');
        let end = at + self.chars[at..].iter().take_while(|c| inner(c)).count();
        let letters = self.chars[at..end].iter().take_while(|c| c.is_ascii_alphabetic()).count();
        let code: String = self.chars[at..at + letters].iter().collect();
        if letters < end - at
            && crate::numbers::units::english(&code).is_some_and(|it| it.dimension == "money")
        {
            return at + letters;
        }
        self.pieces(at, end);
        end
    }

    fn push(&mut self, chars: std::ops::Range<usize>, kind: Kind, value: Value) -> &mut Figure {
        let nth = self.figures.len();
        self.figures.push(Figure::new(self.shadow.span(chars), kind, value));
        &mut self.figures[nth]
    }

    fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\0')
    }

    /// Whether the characters from `at` on are these.
    fn says(&self, at: usize, word: &str) -> bool {
        let rest = self.chars.get(at..).unwrap_or_default();
        let mut rest = rest.iter();
        word.chars().all(|c| rest.next() == Some(&c))
    }

    /// Whether the characters before `at` are these.
    fn follows(&self, at: usize, word: &str) -> bool {
        let length = word.chars().count();
        at >= length && self.says(at - length, word)
    }

    /// 百分之七十, 千分之三, 百分之 70.
    fn prefixed(&mut self, at: usize) -> Option<usize> {
        let parts = [("百分之", 100), ("千分之", 1000), ("万分之", 10_000)];
        let (_, denom) = parts.into_iter().find(|(word, _)| self.says(at, word))?;
        let from = at + 3 + usize::from(self.at(at + 3) == ' ');
        let read = numeral(self.chars, from)?;
        let (value, end) = self.pointed(&read);
        let part = over(value?, whole(denom))?;
        let figure = self.push(at..end, Kind::Percent, times(part, whole(100))?);
        figure.readings.push(Reading::exact(part));
        figure.readings.extend(value.map(Reading::exact));
        figure.readings.extend(read.readings.iter().copied().filter(|it| !it.is_exact()));
        figure.unit = crate::numbers::units::english("percent");
        Some(end)
    }

    /// 三点五: a numeral with Chinese decimals.
    fn pointed(&self, read: &Numeral) -> (Option<Value>, usize) {
        let from = read.end + 1;
        let rest = self.chars.get(from..).unwrap_or_default();
        let digits: Vec<u8> = rest.iter().map_while(|c| numeral::digit(*c)).collect();
        let end = from + digits.len();
        let clock = matches!(self.at(end), '十' | '分' | '刻' | '钟');
        if self.at(read.end) != '点'
            || digits.is_empty()
            || digits.len() > 5
            || clock
            || read.is_arabic()
        {
            return (read.value(), read.end);
        }
        let written: String = digits.iter().map(u8::to_string).collect();
        let sum = read.value().and_then(|it| Some(it + decimal(&format!("0.{written}"))?));
        // 三点五万
        let scale = numeral::unit(self.at(end)).filter(|it| *it > whole(1000));
        match scale {
            Some(scale) => (sum.and_then(|it| times(it, scale)), end + 1),
            None => (sum, end),
        }
    }

    /// A character that says a number without being a numeral.
    fn word(&mut self, at: usize, c: char) -> usize {
        let era = self.at(at + 1) == '纪' && c == '世';
        let told = at.checked_sub(1).filter(|_| era).map(|at| self.at(at));
        let named = told.and_then(words::century).map(|it| vec![it]);
        let values = named.as_deref().unwrap_or_else(|| words::values(c));
        for value in values {
            self.push(at..at + 1, Kind::Quantity, *value).firm = false;
        }
        at + 1
    }
}

#[cfg(test)]
mod tests {
    use super::{Shadow, han};

    /// Whether a number of the text is worth this.
    fn says(text: &str, value: &str) -> bool {
        han(text, &Shadow::of(text)).iter().any(|it| it.shown() == value)
    }

    #[test]
    fn numerals_have_their_value() {
        for (text, value) in [
            ("三千五百", "3,500"),
            ("二十一個", "21"),
            ("十五歲", "15"),
            ("一百五", "150"),
            ("一百零五", "105"),
            ("2万5", "25,000"),
            ("1.5億美元", "150,000,000"),
            ("3,000萬", "30,000,000"),
            ("4亿5千万", "450,000,000"),
            ("三万五千亿", "3,500,000,000,000"),
            ("２０２５年", "2,025"),
            ("二〇二五年", "2,025"),
            ("貳佰元", "200"),
            ("兩千公里", "2,000"),
            ("百分之三點五", "3.5"),
            ("三分之二", "2/3"),
            ("三點五萬人", "35,000"),
            ("20世纪90年代", "1,990"),
            ("220 2/3 局", "662/3"),
            ("3, 000人", "3,000"),
        ] {
            assert!(says(text, value), "{text}");
        }
    }

    #[test]
    fn what_is_left_open_is_a_stretch() {
        for (text, value) in [
            ("十几人", "10-19"),
            ("數百人", "100-1,000"),
            ("3000多人", "3,000-4,000"),
            ("三四百人", "300-400"),
            ("兩三個", "2-3"),
            ("20多岁", "20-30"),
        ] {
            assert!(says(text, value), "{text}");
        }
    }

    #[test]
    fn numerals_in_words_accuse_nobody() {
        for text in [
            "一些",
            "三明治",
            "四川",
            "万一",
            "千萬別",
            "十分",
            "九寨沟",
            "统一",
            "百姓",
            "5G",
            "GPT-4",
        ] {
            assert!(han(text, &Shadow::of(text)).iter().all(|it| !it.firm), "{text}");
        }
    }
}
