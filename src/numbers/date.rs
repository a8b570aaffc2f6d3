use crate::text::{Landmark, Landmarks, Span, chars};
use regex::Regex;
use std::sync::LazyLock;

/// A date with its year behind it, as English has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misordered {
    /// Where it stands.
    pub span: Span,
    /// The date in the Chinese order.
    pub right: String,
    /// What follows shows that the year belongs to it.
    pub certain: bool,
}

/// `8月25日，2025年`, `8月25日2025年`, `25日8月2025年`, `8月2025年25日`.
static MISORDERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?[日号號]|(?P<d2>\d{1,2})\s?[日号號]\s?(?P<m2>\d{1,2})\s?月)\s?(?P<c>[,，]\s?)?(?P<y>(?:1[5-9]|20)\d\d)\s?年|(?P<m3>\d{1,2})\s?月\s?(?P<y3>(?:1[5-9]|20)\d\d)\s?年\s?(?P<d3>\d{1,2})\s?[日号號]",
    )
    .expect("the pattern is fixed")
});

/// The dates of a text that stand in the wrong order. What an English source says together tells
/// of a date whether it ends with its year.
pub fn misordered_dates(marks: &Landmarks, source: Option<&str>) -> Vec<Misordered> {
    let text = marks.text();
    if !marks.iter().any(|it| is_late_year(text, it)) {
        return vec![];
    }
    let found = MISORDERED.captures_iter(text);
    found.filter_map(|found| misordered(text, &found, source)).collect()
}

/// Whether a number may be a year behind a month or a day.
fn is_late_year(text: &str, number: &Landmark) -> bool {
    let is_year = || number.length() == 4 || text[number.end()..].starts_with(char::is_numeric);
    if !number.c.is_ascii_digit() || !is_year() {
        return false;
    }
    let before = text[..number.start()]
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，'));
    before.ends_with(['月', '日', '号', '號'])
}

fn misordered(text: &str, found: &regex::Captures, source: Option<&str>) -> Option<Misordered> {
    let whole = found.get(0)?;
    let any = |names: [&str; 3]| names.into_iter().find_map(|name| found.name(name));
    let (month, day) = (any(["m", "m2", "m3"])?, any(["d", "d2", "d3"])?);
    let year = any(["y", "y3", "y3"])?;
    let rest = &text[whole.end()..];
    // 8月25日，2025年的销售额: the year begins something of its own.
    let ends = !rest.starts_with(|c: char| chars::is_han(c) || c.is_ascii_digit());
    let again = rest.starts_with(&format!("{}月", month.as_str()));
    let dated = text[..whole.start()].trim_end().ends_with('年');
    let divided = found.name("c").is_some();
    if dated {
        // In a loop of dates the next one begins here.
        return said_twice(text, &whole, year.as_str()).filter(|_| !again);
    }
    let told = || source.is_some_and(|it| says_together(it, day.as_str(), year.as_str()));
    if divided && !ends && !again && !told() {
        return None;
    }
    let right = format!("{}年{}月{}日", year.as_str(), month.as_str(), day.as_str());
    let between = found.name("m3").is_some();
    Some(Misordered { span: whole.range().into(), right, certain: ends || between })
}

/// Whether an English text has the day before the year: `3 July 2025`, `July 3rd, 2025`.
fn says_together(source: &str, day: &str, year: &str) -> bool {
    source.match_indices(year).any(|(at, _)| {
        let before = source[..at].trim_end_matches(|c: char| !c.is_ascii_digit());
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let words = source[before.len()..at].split(|c: char| !c.is_alphanumeric());
        let said = &before[before.len() - digits..];
        said == day.trim_start_matches('0') && words.filter(|it| !it.is_empty()).count() <= 2
    })
}

/// `2024年5月2日2024年`: the year was put in both places.
fn said_twice(text: &str, whole: &regex::Match, year: &str) -> Option<Misordered> {
    let head = text[..whole.start()].trim_end().strip_suffix('年')?.trim_end();
    let start = head.strip_suffix(year)?.len();
    let date = text[start..whole.end()].trim_end_matches('年').trim_end();
    let right = date.strip_suffix(year)?.trim_end_matches([' ', ',', '，']).to_owned();
    Some(Misordered { span: (start..whole.end()).into(), right, certain: false })
}

/// `2月30日`, `13月5日`, `8月32日`, `下午3点75分`.
static DATED: LazyLock<Regex> = LazyLock::new(|| {
    let date = r"(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?[日号號]|年\s?(?P<m2>\d{1,2})\s?月";
    let part = r"(?:[上下]午|凌晨|晚上|早上|清晨|中午|傍晚)\s?(?P<h>\d{1,2})\s?[点點時时:：]\s?(?P<t>\d{2})";
    let clock = r"(?:[在於于至到]|截止)\s?(?P<h2>[0-2]\d):(?P<t2>\d{2})(?-u:\b)";
    Regex::new(&format!("{date}|{part}|{clock}")).expect("the pattern is fixed")
});

/// The dates and times of a text that no calendar and no clock has.
pub fn impossible_dates(marks: &Landmarks) -> Vec<Span> {
    let text = marks.text();
    if !marks.iter().any(|it| may_be_impossible(text, it)) {
        return vec![];
    }
    let found = DATED.captures_iter(text).filter(|it| is_impossible(text, it));
    let place = |it: regex::Captures| {
        let start = it.name("m2").or(it.name("h2")).or(it.get(0))?.start();
        Some(Span::from(start..it.get(0)?.end()))
    };
    found.filter_map(place).collect()
}

/// Whether a number is too great for the month or the hour that it is written as, or the number
/// behind it for the day or the minute.
fn may_be_impossible<'t>(text: &'t str, number: &Landmark) -> bool {
    if !number.c.is_ascii_digit() || number.range().len() > 2 {
        return false;
    }
    let spaced = |rest: &'t str| rest.strip_prefix(char::is_whitespace).unwrap_or(rest);
    let mut rest = spaced(&text[number.end()..]).chars();
    let unit = rest.next();
    let (value, next) = (value(&text[number.range()]), value(spaced(rest.as_str())));
    match unit {
        Some('月') => {
            let in_year = value.is_some_and(|month| (1..=12).contains(&month));
            !in_year || next.is_some_and(|day| day == 0 || day > days_of(value.unwrap_or_default()))
        }
        Some('点' | '點' | '時' | '时' | ':' | '：') => value > Some(24) || next > Some(59),
        _ => false,
    }
}

/// The number of one or two digits that a text begins with.
fn value(text: &str) -> Option<u32> {
    let digits = text.bytes().take(2).take_while(u8::is_ascii_digit);
    digits.fold(None, |sum, digit| Some(sum.unwrap_or(0) * 10 + u32::from(digit - b'0')))
}

fn is_impossible(text: &str, found: &regex::Captures) -> bool {
    let number = |name| found.name(name).and_then(|it| it.as_str().parse::<u32>().ok());
    let start = found.get(0).map_or(0, |it| it.start());
    let whole = found.name("m2").is_none();
    if whole
        && text[..start]
            .ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '第' | '~' | '/'))
    {
        return false;
    }
    let (hour, minute) = (number("h").or(number("h2")), number("t").or(number("t2")));
    match (number("m"), number("d"), number("m2"), hour, minute) {
        (Some(month), Some(day), ..) => {
            month == 0 || month > 12 || day == 0 || day > days_of(month)
        }
        (_, _, Some(month), ..) => (13..=31).contains(&month) && !is_age(text, found),
        // A match may be in its 27th minute.
        (.., Some(_), Some(minute)) if found.name("h2").is_some() => minute > 59,
        (.., Some(hour), Some(minute)) => hour > 24 || minute > 59,
        _ => false,
    }
}

/// 13月齡, 18月大: how old somebody is.
fn is_age(text: &str, found: &regex::Captures) -> bool {
    let end = found.get(0).map_or(text.len(), |it| it.end());
    text[end..].starts_with(['龄', '齡', '大'])
}

fn days_of(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
