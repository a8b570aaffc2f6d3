use super::is_mentioned;
use crate::text::{Landmark, Landmarks, Span, chars, fold};
use regex::Regex;
use std::sync::LazyLock;

/// How an address was damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// A space stands in it.
    Space,
    /// Marks or letters of it are full-width, or a Chinese full stop stands for a point.
    Wide,
    /// Chinese characters follow without a space, so that they become part of the link.
    Glued,
}

/// An address that leads nowhere any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedUrl {
    /// Where it stands.
    pub span: Span,
    /// How it was damaged.
    pub damage: Damage,
    /// The address without the damage.
    pub right: String,
}

/// A beginning with a space or a wide mark in it, or a sound one, and what goes on after a space.
static URL: LazyLock<Regex> = LazyLock::new(|| {
    let inner = r"[A-Za-z0-9\-._~/?#@!$&*+;=%：／．？＝＆＃，,]";
    let begins = r"(?i:https?|ftp)\s?[:：]\s?[/／]\s?[/／]\s?";
    let query = r"\s?[?？]\s?[A-Za-z0-9_]+\s?[=＝]\s?";
    let path = r"\s/[A-Za-z0-9_]|/\s[a-z0-9_%\-]+[/.=\-_]|\.\s(?:com|org|net|edu|gov)(?-u:\b)|[=&]\s[A-Za-z0-9]+[&=%_]";
    Regex::new(&format!("{begins}(?:(?:{query})|(?:{path})|{inner})+"))
        .expect("the pattern is fixed")
});

/// An address whose path has Chinese names and a space before its last part.
static FILE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i:https?)://[^\s，。；、！？“”）)]+/[^\s，。；、！？“”）)]* [^\s，。；、:/]{1,20}\.(?:html?|php|pdf|md|aspx?|jpg|png|zip)(?-u:\b)")
        .expect("the pattern is fixed")
});

/// An address without a scheme: `www. example. com`, `example。com`.
static DOMAIN: LazyLock<Regex> = LazyLock::new(|| {
    let end = "(?:com|org|edu|gov)";
    Regex::new(&format!(
        r"(?-u:\b)(?i:www)\s?[.。．]\s?[A-Za-z0-9\-]+\s?[.。．]\s?[a-z]{{2,4}}(?-u:\b)|(?-u:\b)[A-Za-z0-9\-]{{2,}}(?:\.\s|\s?[。．]\s?){end}(?-u:\b)"
    ))
    .expect("the pattern is fixed")
});

/// The damaged addresses of a text, in order.
pub fn damaged_urls(marks: &Landmarks) -> Vec<DamagedUrl> {
    let (text, mut found) = (marks.text(), vec![]);
    let has_scheme = marks.iter().any(|it| ends_scheme(text, it));
    if has_scheme && (text.contains("http") || text.contains("ftp")) {
        let spaced = |it: regex::Match| DamagedUrl {
            span: it.range().into(),
            damage: Damage::Space,
            right: it.as_str().replace(' ', "%20"),
        };
        found.extend(FILE.find_iter(text).map(spaced));
        found.extend(URL.find_iter(text).filter_map(|it| damaged(text, it.start(), it.as_str())));
    }
    if marks.iter().any(|it| is_of_domain(text, it)) {
        let apart = |it: &regex::Match| !text[..it.start()].ends_with(['/', '@']);
        let domains = DOMAIN.find_iter(text).filter(apart);
        found.extend(domains.filter_map(|it| damaged(text, it.start(), it.as_str())));
    }
    found.retain(|it| !is_mentioned(text, it.span.range()));
    // Of those that overlap the longest stays, which is the first of them.
    found.sort_by_key(|it| (it.span.start, std::cmp::Reverse(it.span.end)));
    found.dedup_by(|next, kept| next.span.overlaps(kept.span));
    found
}

/// Whether a mark may be the colon after `https` or `ftp`.
fn ends_scheme(text: &str, mark: &Landmark) -> bool {
    if !matches!(mark.c, ':' | '：') {
        return false;
    }
    let before = &text[..mark.start()];
    let bare = before.strip_suffix(char::is_whitespace).unwrap_or(before);
    bare.ends_with(['p', 'P', 's', 'S', 'ſ'])
}

/// Whether a word may begin or end a domain that was torn apart.
fn is_of_domain(text: &str, word: &Landmark) -> bool {
    if word.length() != 3 || !word.c.is_ascii_alphabetic() {
        return false;
    }
    let (before, after) = (&text[..word.start()], &text[word.end()..]);
    let apart = |c: char| c.is_whitespace() || matches!(c, '.' | '。' | '．');
    match &text[word.range()] {
        "com" | "org" | "edu" | "gov" => before.ends_with(apart),
        it => it.eq_ignore_ascii_case("www") && after.starts_with(apart),
    }
}

fn damaged(text: &str, start: usize, url: &str) -> Option<DamagedUrl> {
    let url = url
        .trim_end_matches(['.', ',', '，', '?', '？', '!', ';', '；', ':', '：', '．', '。', ' ']);
    let right: String = url.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    let end = start + url.len();
    let damage = if url.contains(char::is_whitespace) {
        Damage::Space
    } else if right != url {
        Damage::Wide
    } else if is_glued(text, url, end) {
        Damage::Glued
    } else {
        return None;
    };
    Some(DamagedUrl { span: (start..end).into(), damage, right })
}

fn narrow(c: char) -> char {
    match c {
        '。' => '.',
        _ if c.is_ascii() => c,
        _ => fold(c),
    }
}

/// Whether Chinese text follows an address that ends with a letter or a digit; after a stroke or
/// an equals sign it belongs to the address.
fn is_glued(text: &str, url: &str, end: usize) -> bool {
    url.contains("://")
        && url.ends_with(|c: char| c.is_ascii_alphanumeric())
        && text[end..].starts_with(chars::is_han)
}

#[cfg(test)]
mod tests {
    use super::damaged_urls as among;
    use crate::text::Landmarks;

    fn damaged_urls(text: &str) -> Vec<super::DamagedUrl> {
        among(&Landmarks::of(text))
    }

    fn found(text: &str) -> Vec<(String, String)> {
        let pair = |it: super::DamagedUrl| (text[it.span.range()].to_owned(), it.right);
        damaged_urls(text).into_iter().map(pair).collect()
    }

    #[test]
    fn spaces_and_wide_marks_are_found_and_taken_out() {
        for (text, url) in [
            ("見 https://a.com/b/12? ref=x%5Ey“", "https://a.com/b/12?ref=x%5Ey"),
            ("http：//a.com/b", "http://a.com/b"),
            ("https:// a.com/b 好", "https://a.com/b"),
            ("https://a.com/ path/to 好", "https://a.com/path/to"),
            ("www. a. com", "www.a.com"),
            ("example。com", "example.com"),
            ("Chess. com 的", "Chess.com"),
        ] {
            assert_eq!(found(text).first().map(|it| it.1.as_str()), Some(url), "{text}");
        }
    }

    #[test]
    fn sound_addresses_are_let_be() {
        for text in [
            "見 https://a.com/b?c=d。好",
            "https://a.com/wiki/中国 和 https://a.com/ 好",
            "https://a.com, http://b.org.",
            "The end. common sense",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
