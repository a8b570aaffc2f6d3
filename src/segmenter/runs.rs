use crate::text::chars::{self, is_han};
use std::ops::Range;

/// The Latin words, numbers, addresses and identifiers of a folded text, in order: each is one
/// word, where a dictionary would take `8.3%` or `config.yaml` apart.
pub(super) fn runs(chars: &[char]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + chars[at..].iter().position(|c| is_letter(*c))?;
        at = if opens_address(&chars[start..]) {
            address(chars, start)
        } else {
            plain(chars, start)
        };
        Some(start..at)
    })
}

/// Whether `c` belongs to a run by itself: letters and digits of every script but the Chinese,
/// which are cut by the dictionary.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || !c.is_ascii() && chars::is_alphanumeric(c) && !is_han(c) && !is_kana(c)
}

fn is_kana(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}')
}

/// Accents that stand as characters of their own, and the joiners of Indic and Arabic scripts.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
}

fn opens_address(chars: &[char]) -> bool {
    ["http://", "https://", "ftp://", "www."]
        .iter()
        .any(|scheme| scheme.chars().eq(chars.iter().copied().take(scheme.len())))
}

/// The end of an address: the last character that an address may end with.
fn address(chars: &[char], start: usize) -> usize {
    let within = |c: &char| {
        c.is_ascii_graphic()
            && !matches!(c, '<' | '>' | '"' | '\'' | '`' | '|' | '\\' | '^' | '{' | '}')
    };
    let end = start + chars[start..].iter().take_while(|c| within(c)).count();
    let stop =
        |c: &char| !matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '*');
    chars[start..end].iter().rposition(stop).map_or(end, |last| start + last + 1)
}

/// The end of a word, number, e-mail or identifier that starts at `start`.
fn plain(chars: &[char], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        match chars.get(at) {
            Some(c) if is_letter(*c) || is_mark(*c) => at += 1,
            Some(_) if joins(chars, at) => at += 2,
            _ => break,
        }
    }
    at + tail(&chars[at..], chars[at - 1])
}

/// Whether the character at `at` holds together the letters or digits on both its sides.
fn joins(chars: &[char], at: usize) -> bool {
    let (before, after) = (chars[at - 1], chars.get(at + 1).copied().unwrap_or(' '));
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match chars[at] {
        '.' | '_' | '-' | '\'' | '’' | '&' | '@' | '/' => is_letter(before) && is_letter(after),
        '+' => before.is_ascii_alphabetic() && after == '+',
        ':' => digits,
        ',' => digits && groups_thousands(&chars[at + 1..]),
        _ => false,
    }
}

/// Whether exactly three digits come next, as after the comma of 1,000.
fn groups_thousands(chars: &[char]) -> bool {
    chars.iter().take_while(|c| c.is_ascii_digit()).count() == 3
}

/// How many characters after a run still belong to it: the signs of `8.3%`, `C#`, `OPEC+`, `C++`.
fn tail(rest: &[char], last: char) -> usize {
    match rest.first() {
        Some('%' | '‰' | '℃' | '°') if last.is_ascii_digit() => 1,
        Some('#' | '+')
            if last.is_ascii_alphanumeric() && !rest.get(1).is_some_and(|c| is_letter(*c)) =>
        {
            1
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::runs;

    fn found(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        runs(&chars).map(|run| chars[run].iter().collect()).collect()
    }

    #[test]
    fn each_run_is_one_word() {
        for whole in [
            "8.3%",
            "1,000",
            "12,345,678.90",
            "2024-05-01",
            "2024/5/1",
            "7:30",
            "3:2",
            "gpt-4o",
            "c++",
            "c#",
            "opec+",
            "config.yaml",
            "timeout_ms",
            "u.s",
            "at&t",
            "o'brien",
            "it’s",
            "état",
            "e\u{301}tat",
            "ci/cd",
            "www.a.cn",
            "https://example.com/a.b?c=d&e=(f)#g",
            "name.surname+tag",
            "a_b-c.d@mail.example.com",
            "москва",
            "50+",
        ] {
            let expected = whole.strip_suffix("+tag").unwrap_or(whole);
            assert_eq!(
                found(&format!("见{whole}，好")).first().map(String::as_str),
                Some(expected)
            );
        }
    }

    #[test]
    fn marks_around_a_run_stay_outside() {
        assert_eq!(
            found("(abc). 'd' -e- $5, #f @g h: i;"),
            ["abc", "d", "e", "5", "f", "g", "h", "i"]
        );
        assert_eq!(found("看https://a.cn/b,然后"), ["https://a.cn/b"]);
        assert_eq!(found("(见https://a.cn/b)。"), ["https://a.cn/b"]);
        assert_eq!(found("1,2,3和a,b和1,0000"), ["1", "2", "3", "a", "b", "1", "0000"]);
        assert_eq!(found("a+b"), ["a", "b"]);
    }

    #[test]
    fn chinese_and_kana_are_no_runs() {
        assert!(found("汉字〇々かなカナ，。！").is_empty());
    }

    #[test]
    fn an_address_of_marks_alone_ends() {
        assert_eq!(found("www."), ["www"]);
        assert_eq!(found("http://"), ["http://"]);
    }
}
