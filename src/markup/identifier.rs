use crate::text::{Span, urls};

/// The code names of a source: what is no word and no figure, and is written alike in every
/// language. `snake_case`, `lowerCamel`, versions of three parts, part numbers such as `RX-78`.
///
/// Names whose Chinese is its own are passed over (`G20`, `COVID-19`), and so is all that has no
/// digit and no case of code: `NASA`, `YouTube`.
pub fn identifiers(text: &str) -> Vec<Span> {
    let urls = urls(text);
    let mut found = vec![];
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_alphanumeric()) {
        let start = at + start;
        let rest = &text[start..];
        let end = rest.find(|c: char| !is_inside(c)).unwrap_or(rest.len());
        let word = rest[..end].trim_end_matches(['.', '-', '_']);
        let next = urls.partition_point(|it| it.end <= start);
        let in_url = urls.get(next).is_some_and(|it| it.start <= start);
        if !in_url && is_apart(text, start, start + end) && is_code(word) {
            found.push((start..start + word.len()).into());
        }
        at = start + end;
    }
    found
}

fn is_inside(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')
}

/// Whether a word is a whole one, no part of a path, an address, a placeholder, a tag or of code
/// between backticks.
fn is_apart(text: &str, start: usize, end: usize) -> bool {
    let joins = |c: char| "@/\\#$%&{<_+'’`\u{fffc}".contains(c) || c.is_alphanumeric();
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    !before.is_some_and(joins)
        && !after.is_some_and(|c| "@/\\}>+'’:".contains(c) || c.is_alphanumeric())
}

fn is_code(word: &str) -> bool {
    is_snake(word) || is_camel(word) || is_version(word) || is_part_number(word)
}

fn is_snake(word: &str) -> bool {
    let parts = || word.split('_');
    parts().count() >= 2
        && !word.contains(['-', '.'])
        && parts().all(|it| !it.is_empty())
        && word.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// `getUserName`: two capitals inside at least, since brands have one (`iPhone`, `eBay`).
fn is_camel(word: &str) -> bool {
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    let doubled = word.as_bytes().windows(2).any(|it| it.iter().all(u8::is_ascii_uppercase));
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && capitals >= 2
        && !doubled
        && word.len() >= 8
        && word.bytes().all(|c| c.is_ascii_alphanumeric())
}

/// `v2.10.3`, `1.2.3.4`; a date has other numbers, and its parts have another order in Chinese.
fn is_version(word: &str) -> bool {
    let digits = word.strip_prefix(['v', 'V']).unwrap_or(word);
    let is_number =
        |it: &str| !it.is_empty() && it.len() <= 3 && it.bytes().all(|c| c.is_ascii_digit());
    let parts: Vec<&str> = digits.split('.').collect();
    let marked = digits.len() < word.len();
    (if marked { 2 } else { 3 }..=5).contains(&parts.len()) && parts.iter().all(|it| is_number(it))
}

/// Capitals and digits with a hyphen or in turns, four signs at least: `RX-78`, `A1B2`, `WH1000XM5`.
fn is_part_number(word: &str) -> bool {
    let is_known = OWN_CHINESE.iter().any(|it| word.starts_with(it));
    let turns = word.as_bytes().windows(2).filter(|it| {
        it[0].is_ascii_digit() != it[1].is_ascii_digit() && it.iter().all(u8::is_ascii_alphanumeric)
    });
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let is_plain = word.bytes().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'-');
    let hyphens = word.matches('-').count();
    let first = word.split('-').next().unwrap_or_default();
    let begins = (2..=5).contains(&first.len()) && first.bytes().any(|c| c.is_ascii_uppercase());
    is_plain
        && !is_known
        && letters >= 2
        && digits >= 2
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && (hyphens == 1 && begins || hyphens == 0 && turns.count() >= 2 && word.len() > 4)
}

/// Beginnings of names that have Chinese names of their own, or whose letters are translated.
const OWN_CHINESE: [&str; 12] =
    ["COVID", "FY", "CO", "SARS", "Q1", "Q2", "Q3", "Q4", "PM", "US", "UTC", "GMT"];

#[cfg(test)]
mod tests {
    use super::identifiers;

    fn found(text: &str) -> Vec<&str> {
        identifiers(text).into_iter().map(|it| &text[it.range()]).collect()
    }

    #[test]
    fn code_names_are_known() {
        let text = "The RX-78 runs user_name and getUserName on v2.1, 1.2.3 and the WH1000XM5.";
        assert_eq!(
            found(text),
            ["RX-78", "user_name", "getUserName", "v2.1", "1.2.3", "WH1000XM5"]
        );
    }

    #[test]
    fn names_and_figures_are_none() {
        let text = "NASA, YouTube, iPhone, eBay, G20, COVID-19, FY2020, Q3, 24-7, 3.14, 5G, H1N1, F1, \
                    12.05.2024, 1990s, McDonald's, e-mail, mid-1990s, K-12, {user_name}, a/b_c, U-20";
        assert_eq!(found(text), [""; 0]);
    }
}
