use super::url::damaged_urls;
use crate::text::{Landmarks, Span, urls};
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// An address, a path or a handle in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Link {
    span: Span,
    sort: Sort,
    /// What must be the same in a translation.
    key: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Url,
    Mail,
    Path,
}

/// What became of the addresses of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkChange {
    /// One of the source is not in the target.
    Missing(Span),
    /// One of the target is not in the source.
    Extra(Span),
    /// One became another: what the source has and what the target has.
    Altered(Span, Span),
}

/// E-mail addresses, addresses of the web without a scheme, and paths from the root, the home
/// folder or a drive.
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    let mail = r"[A-Za-z0-9][A-Za-z0-9._+\-]*@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}";
    let web = r"www\.[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+(?:/[A-Za-z0-9\-._~/%?&=#+]*)?";
    let unix = r"~?/(?:[A-Za-z0-9._\-]+/)+[A-Za-z0-9._\-]+";
    let drive = r"[A-Za-z]:\\[A-Za-z0-9._\-\\%]+";
    Regex::new(&format!("(?-u:\\b)(?:(?<mail>{mail})|(?<web>(?i:{web})))|(?<path>{unix}|{drive})"))
        .expect("the pattern is fixed")
});

fn links(text: &str) -> Vec<Link> {
    let mut found: Vec<Link> = urls(text)
        .into_iter()
        .map(|it| Link { key: text[it.clone()].to_owned(), span: it.into(), sort: Sort::Url })
        .collect();
    let schemes = found.len();
    for it in OTHER.captures_iter(text) {
        let whole = it.get(0).expect("a match has a whole");
        let kept = whole.as_str().trim_end_matches(['.', ',', '?', '-', '_']);
        let span = Span::from(whole.start()..whole.start() + kept.len());
        let next = found[..schemes].partition_point(|url| url.span.end <= span.start);
        // A handle of two parts: `@name@server.org`.
        let is_handle = text[..whole.start()].ends_with('@');
        if is_handle || found[..schemes].get(next).is_some_and(|url| url.span.start < span.end) {
            continue;
        }
        let sort = match (it.name("mail"), it.name("web")) {
            (Some(_), _) => Sort::Mail,
            (_, Some(_)) => Sort::Url,
            _ if is_apart(text, whole.start()) => Sort::Path,
            _ => continue,
        };
        found.push(Link { span, sort, key: kept.to_owned() });
    }
    found.sort_by_key(|it| it.span);
    found
}

/// Whether a path begins here, rather than go on: `km/h/s`, `https://a/b`.
fn is_apart(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_none_or(|c| !(c.is_ascii_graphic() || c == '\u{fffc}') || "\"'`(=<>".contains(c))
}

/// What became of the addresses of a source in its translation.
///
/// An address may lead to the same place in the other language.
pub fn link_changes(source: &str, target: &Landmarks) -> Vec<LinkChange> {
    let (said, written) = (links(source), links(target.text()));
    let mut missing = without(&said, &written);
    let mut extra = without(&written, &said);
    // What is glued to Chinese text or damaged is there: another check tells it.
    missing.retain(|it| !target.text().contains(&*it.key));
    extra.retain(|it| !source.contains(&*it.key));
    if !missing.is_empty() {
        let damaged = damaged_urls(target);
        missing.retain(|it| !damaged.iter().any(|other| other.right == it.key));
        extra.retain(|it| !damaged.iter().any(|other| other.span.overlaps(it.span)));
    }
    let mut found = vec![];
    if !extra.is_empty() {
        // What is spoken has spaces in it: `jo @ example . org`.
        let spoken: String = source.chars().filter(|c| *c != ' ').collect();
        let spoken = links(&spoken);
        let is_said = |it: &Link| {
            spoken.len() > said.len() && spoken.iter().any(|other| other.sort == it.sort)
        };
        extra.retain(|it| !missing.is_empty() || it.sort == Sort::Path || !is_said(it));
    }
    missing.retain(|it| {
        let other =
            extra.iter().position(|other| other.sort == it.sort).map(|nth| extra.remove(nth));
        found.extend(other.map(|other| LinkChange::Altered(it.span, other.span)));
        other.is_none()
    });
    found.extend(missing.into_iter().map(|it| LinkChange::Missing(it.span)));
    found.extend(extra.into_iter().map(|it| LinkChange::Extra(it.span)));
    found
}

/// So many differences of one text are told.
const MOST: usize = 32;

fn without<'l>(some: &'l [Link], others: &[Link]) -> Vec<&'l Link> {
    let of = |it: &Link| (it.sort as u8, reduced(it));
    let others: BTreeSet<(u8, String)> = others.iter().map(of).collect();
    let mut seen = BTreeSet::new();
    let is_missing = |it: &&Link| !others.contains(&of(it)) && seen.insert(of(it));
    some.iter().filter(is_missing).take(MOST).collect()
}

/// An address without what differs between languages, and without what no browser needs.
fn reduced(link: &Link) -> String {
    match link.sort {
        Sort::Path => {
            let names = link.key.split(['/', '\\']).filter(|it| !it.is_empty());
            names.filter(|it| !is_language(it)).collect::<Vec<_>>().join("/")
        }
        Sort::Mail => link.key.to_ascii_lowercase(),
        Sort::Url => page(&link.key.to_ascii_lowercase()),
    }
}

fn page(url: &str) -> String {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let end = url.find(['/', '?', '#']).unwrap_or(url.len());
    let (host, path) = url.split_at(end);
    let site = site(host);
    let has_language = host.split('.').any(is_language) || path.split(SEPARATORS).any(is_language);
    // A page of a site in several languages has a name of its own in each of them.
    if has_language { site.to_owned() } else { [site, path.trim_end_matches('/')].concat() }
}

const SEPARATORS: [char; 5] = ['/', '?', '=', '&', '#'];

/// The name of a site without its country and kind: `example` of `www.example.co.uk`.
fn site(host: &str) -> &str {
    let kinds = ["www", "com", "co", "org", "net", "gov", "edu", "ac", "info"];
    let mut names = host.split('.').rev().skip(1).filter(|it| it.len() > 2 || host.len() < 8);
    names.find(|it| !kinds.contains(it)).unwrap_or(host)
}

/// Whether it names a language or a country of this pair: `en`, `zh-hans`, `en_us`, `cn`.
fn is_language(part: &str) -> bool {
    let tag = part.split(['-', '_']).next().unwrap_or_default();
    let is_tag = matches!(tag, "en" | "zh") && part.len() <= 10;
    is_tag
        || matches!(part, "cn" | "tw" | "hk" | "us" | "uk" | "chs" | "cht" | "english" | "chinese")
}

#[cfg(test)]
mod tests {
    use super::{LinkChange, link_changes};
    use crate::text::Landmarks;

    fn found(source: &str, target: &str) -> Vec<String> {
        let shown = |it| match it {
            LinkChange::Missing(span) => format!("-{}", &source[span.range()]),
            LinkChange::Extra(span) => format!("+{}", &target[span.range()]),
            LinkChange::Altered(_, span) => format!("~{}", &target[span.range()]),
        };
        link_changes(source, &Landmarks::of(target)).into_iter().map(shown).collect()
    }

    #[test]
    fn what_is_gone_or_altered_is_told() {
        for (source, target, expected) in [
            ("See https://a.com/b.", "见网站。", "-https://a.com/b"),
            ("See https://a.com/b.", "见 https://a.com/c。", "~https://a.com/c"),
            ("Write to jo@a.com", "请写信给 joe@a.com", "~joe@a.com"),
            ("Open /etc/app/a.conf now", "打开 /etc/app/b.conf", "~/etc/app/b.conf"),
            ("In C:\\Users\\me", "在文件夹里", "-C:\\Users\\me"),
            ("Hello", "你好 www.a-site.com", "+www.a-site.com"),
        ] {
            assert_eq!(found(source, target).join(" "), expected, "{source} / {target}");
        }
    }

    #[test]
    fn the_same_page_in_the_other_language_is_right() {
        for (source, target) in [
            ("https://en.example.org/wiki/Bridge", "https://zh.example.org/wiki/桥"),
            ("https://example.com/en/about", "https://example.com/zh-cn/about"),
            ("https://www.example.com", "http://example.com/"),
            ("https://example.com/a?hl=en", "https://example.com/a?hl=zh-TW"),
            ("https://example.com", "https://www.example.com.cn"),
            ("24/7, and/or, 1/2, km/h", "全天候，和或，一半，公里每小时"),
            ("see https://a.com/b", "见https://a.com/b页面"),
            ("see /en/a/help", "见 /zh/a/help"),
            ("mail jo @ a . com", "发邮件到 jo@a.com"),
            ("@jo@social.example said, vowels /a/ and /e/", "@乔 说，元音 / a / 和 / e /"),
        ] {
            assert_eq!(found(source, target), [""; 0], "{source} / {target}");
        }
    }
}
