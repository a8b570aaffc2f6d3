use super::tokens::{Kind, Token};
use crate::numbers::value::{Value, decimal, plus, times, whole};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What kind of number word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Digit,
    Ten,
    Hundred,
    Scale,
    Many,
    Ordinal,
    Part,
    Decade,
    Month,
    Weekday,
    Other,
}

/// A word that says a number.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) class: Class,
    /// The likeliest value first.
    pub(super) values: Vec<Value>,
}

impl Word {
    pub(super) fn value(&self) -> Value {
        self.values[0]
    }
}

static WORDS: LazyLock<FxHashMap<&str, Word>> = LazyLock::new(|| {
    let rows = include_str!("words.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(word).collect()
});

fn word(row: &'static str) -> Option<(&'static str, Word)> {
    let mut cells = row.split('\t');
    let (name, class) = (cells.next()?, class(cells.next()?)?);
    let values: Vec<Value> = cells.next()?.split(' ').filter_map(decimal).collect();
    (!values.is_empty()).then_some((name, Word { class, values }))
}

fn class(name: &str) -> Option<Class> {
    Some(match name {
        "digit" => Class::Digit,
        "ten" => Class::Ten,
        "hundred" => Class::Hundred,
        "scale" => Class::Scale,
        "many" => Class::Many,
        "ordinal" => Class::Ordinal,
        "part" => Class::Part,
        "decade" => Class::Decade,
        "month" => Class::Month,
        "weekday" => Class::Weekday,
        "other" => Class::Other,
        _ => return None,
    })
}

/// For each first letter the lengths of the words in the table, a bit each: most words of a text
/// are none of them and need not be looked up.
static LENGTHS: LazyLock<[u32; 26]> = LazyLock::new(|| {
    let mut lengths = [0; 26];
    for row in include_str!("words.tsv").lines() {
        let name = row.split('\t').next().unwrap_or_default();
        if let (Some(nth), 0..32) = (letter(name), name.len()) {
            lengths[nth] |= 1 << name.len();
        }
    }
    lengths
});

/// The place of a word's first letter in the alphabet.
fn letter(word: &str) -> Option<usize> {
    word.bytes().next().filter(u8::is_ascii_lowercase).map(|it| usize::from(it - b'a'))
}

/// What the word says of numbers.
pub(super) fn said(token: &Token) -> Option<&'static Word> {
    if token.kind != Kind::Word {
        return None;
    }
    let name = token.text.strip_suffix("'s").or_else(|| token.text.strip_suffix("’s"));
    let name = name.unwrap_or(token.text);
    let listed = name.len() < 32 && LENGTHS[letter(name)?] >> name.len() & 1 != 0;
    listed.then(|| WORDS.get(name))?
}

/// A number in words: what it is worth, the token after it, and its greatest factor.
pub(super) struct Numeral {
    pub(super) value: Value,
    pub(super) end: usize,
    pub(super) scale: Value,
    /// `twenty-first`.
    pub(super) ordinal: bool,
}

/// Reads `two hundred and fifty-three thousand` from the token `at`.
pub(super) fn numeral(tokens: &[Token], at: usize) -> Option<Numeral> {
    let (mut total, mut section) = (whole(0), whole(0));
    let (mut scale, mut last, mut ordinal) = (whole(1), None, false);
    let mut end = at;
    while let Some((next, word)) = part(tokens, end, last) {
        let value = word.value();
        match word.class {
            Class::Hundred => {
                section = times(section.max(whole(1)), value)?;
                scale = value;
            }
            Class::Scale => {
                total = plus(total, times(section.max(whole(1)), value)?)?;
                (section, scale) = (whole(0), times(scale, value)?);
            }
            _ => section = plus(section, value)?,
        }
        (last, end) = (Some(word), next);
        ordinal = word.class == Class::Ordinal;
        if ordinal {
            break;
        }
    }
    let numeral = Numeral { value: plus(total, section)?, end, scale, ordinal };
    (end > at).then_some(numeral)
}

/// The next word of a numeral, whose last one was `last`, and the token behind it.
fn part(tokens: &[Token], at: usize, last: Option<&Word>) -> Option<(usize, &'static Word)> {
    let token = tokens.get(at)?;
    let joined = last.is_some() && matches!(token.text, "-" | "and");
    let word = said(if joined { tokens.get(at + 1)? } else { token })?;
    let small = word.value() < whole(10);
    let fits = match (last.map(|it| it.class), word.class) {
        (None, class) => matches!(class, Class::Digit | Class::Ten),
        (Some(Class::Ten), Class::Digit | Class::Ordinal) => small && token.text != "and",
        (Some(Class::Hundred | Class::Scale), Class::Digit | Class::Ten) => true,
        (Some(Class::Digit), Class::Hundred) => token.text != "and",
        (Some(Class::Digit | Class::Ten | Class::Hundred | Class::Scale), Class::Scale) => {
            token.text != "and"
        }
        _ => false,
    };
    fits.then_some((at + 1 + usize::from(joined), word))
}

/// The scale words from the token `at` on, multiplied: `hundred million`.
pub(super) fn scales(tokens: &[Token], at: usize) -> (Value, usize) {
    let (mut scale, mut end) = (whole(1), at);
    loop {
        let hyphen = usize::from(tokens.get(end).is_some_and(|it| it.text == "-"));
        let word = tokens.get(end + hyphen).and_then(said);
        let word = word.filter(|it| matches!(it.class, Class::Hundred | Class::Scale));
        match word.and_then(|it| times(scale, it.value())) {
            Some(more) => (scale, end) = (more, end + hyphen + 1),
            None => return (scale, end),
        }
    }
}
