use crate::numbers::value::{Value, decimal, whole};
use crate::text::urls;

/// A word, a number or a mark of an English text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    /// Its first byte.
    pub(super) at: usize,
    /// In small letters.
    pub(super) text: &'t str,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits that are one number.
    Number,
    /// Digits with letters before them, or with more points than a number has.
    Code,
    Word,
    Mark,
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.at + self.text.len()
    }

    pub(super) fn number(&self) -> Option<Value> {
        if self.kind != Kind::Number {
            return None;
        }
        self.text.chars().next().and_then(vulgar).or_else(|| decimal(self.text))
    }
}

/// The tokens of a text in small letters, URLs left out.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = vec![];
    let mut from = 0;
    for url in urls(text) {
        cut(text, from, url.start, &mut found);
        from = url.end;
    }
    cut(text, from, text.len(), &mut found);
    found
}

fn cut<'t>(text: &'t str, from: usize, to: usize, found: &mut Vec<Token<'t>>) {
    let mut at = from;
    while let Some(byte) = text.as_bytes()[..to].get(at) {
        if *byte == b' ' {
            at += 1;
            continue;
        }
        let token = token(&text[..to], at);
        at = token.end();
        found.push(token);
    }
}

fn token(text: &str, at: usize) -> Token<'_> {
    let rest = &text[at..];
    let c = rest.chars().next().unwrap_or_default();
    if c.is_alphabetic() {
        return word(rest, at);
    }
    let free = || !text[..at].ends_with(|c: char| c.is_alphanumeric());
    let point = c == '.' && rest[1..].starts_with(|c: char| c.is_ascii_digit()) && free();
    if c.is_ascii_digit() || point {
        return number(rest, at);
    }
    let text = &rest[..c.len_utf8()];
    Token { at, text, kind: vulgar(c).map_or(Kind::Mark, |_| Kind::Number) }
}

fn word(rest: &str, at: usize) -> Token<'_> {
    let plain = |c: &u8| c.is_ascii_alphanumeric() || matches!(c, b'\'' | b'_');
    let mut end = rest.bytes().position(|c| !plain(&c)).unwrap_or(rest.len());
    if rest[end..].starts_with(|c: char| !c.is_ascii()) {
        let inner = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '_');
        end = rest.find(|c| !inner(c)).unwrap_or(rest.len());
    }
    let text = &rest[..end];
    if !text.bytes().any(|c| c.is_ascii_digit()) {
        return Token { at, text, kind: Kind::Word };
    }
    match currency(rest) {
        Some(text) => Token { at, text, kind: Kind::Word },
        None => Token { at, text, kind: Kind::Code },
    }
}

/// The letters of a currency right before its digits: `RM50`, `USD500`.
fn currency(rest: &str) -> Option<&str> {
    let codes = ["rs", "rm", "rmb", "usd", "eur", "gbp", "hkd", "ntd", "cny", "chf", "inr", "jpy"];
    let end = rest.find(|c: char| !c.is_ascii_alphabetic())?;
    let digits = rest[end..].starts_with(|c: char| c.is_ascii_digit());
    (digits && codes.contains(&&rest[..end])).then(|| &rest[..end])
}

fn number(rest: &str, at: usize) -> Token<'_> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let mut end = digits(rest);
    while (1..=3).contains(&digits(rest)) && rest[end..].starts_with(',') {
        if digits(&rest[end + 1..]) != 3 {
            break;
        }
        end += 4;
    }
    // `2 000`: a space groups where nothing but zeros follows.
    while (1..=3).contains(&digits(rest)) && rest[end..].starts_with(" 000") {
        if digits(&rest[end + 1..]) != 3 {
            break;
        }
        end += 4;
    }
    let mut points = 0;
    while rest[end..].starts_with('.') && digits(&rest[end + 1..]) > 0 {
        end += 1 + digits(&rest[end + 1..]);
        points += 1;
    }
    let text = &rest[..end];
    let kind = decimal(text).filter(|_| points < 2).map_or(Kind::Code, |_| Kind::Number);
    Token { at, text, kind }
}

fn vulgar(c: char) -> Option<Value> {
    let (numer, denom) = match c {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some(whole(numer) / whole(denom))
}

/// The numbers in the digits of a code, one after the other.
pub(super) fn digits_of(token: Token) -> impl Iterator<Item = (usize, usize, Value)> {
    let Token { at, text, .. } = token;
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.filter_map(move |run| {
        let start = at + (run.as_ptr() as usize - text.as_ptr() as usize);
        Some((start, start + run.len(), decimal(run)?))
    })
}
