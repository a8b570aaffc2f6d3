//! Tags that stand around words, in the text itself or as inline elements of the file, and what
//! became of them in a translation.

use super::tag::{self, PAIRED, SINGLE, is_one_of};
use crate::text::{Inline, Role, Span, urls};
use std::collections::BTreeMap;

/// A tag in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Where it stands in the prose, in which an inline element takes no room.
    pub span: Span,
    /// Whether it opens, closes or stands alone.
    pub part: Part,
    /// Its name, or the id that the file knows it by.
    pub key: String,
    /// How it is written.
    pub raw: String,
    /// Its number among the inline elements of the file, if it is one.
    pub inline: Option<u32>,
    /// The file keeps it beside the text, by its id.
    is_inline: bool,
}

/// What a tag does to the words after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// It opens a stretch.
    Open,
    /// It closes a stretch.
    Close,
    /// It stands alone.
    Alone,
}

/// What became of the tags of a source; of inline elements of the target with their number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagChange {
    /// One of the source is not in the target: how it is written, and where in the source.
    Missing(String, Span),
    /// One of the target is not in the source.
    Extra(String, Span, Option<u32>),
    /// One has other attributes than in the source: how it is written there and here.
    Altered(String, String, Span),
    /// One of the target closes what is not open, or what was opened before something that still
    /// is.
    Misnested(String, Span, Option<u32>),
}

/// The tags of a text, in order. Line breaks are no tags here: lines are counted elsewhere.
pub fn elements<'i>(prose: &str, inlines: impl Iterator<Item = (u32, &'i Inline)>) -> Vec<Element> {
    let mut found = written(prose);
    let inline = |(nth, (at, it)): (u32, (u32, &Inline))| {
        let part = match it.role {
            Role::Open => Part::Open,
            Role::Close => Part::Close,
            Role::Placeholder | Role::Code => return None,
        };
        let key = it.id.as_ref().map(|id| format!("#{id}"));
        let key = key.or_else(|| name_of(&it.raw))?;
        let span = Span { start: at, end: at };
        let raw = it.raw.to_string();
        Some(Element { span, part, key, raw, inline: Some(nth), is_inline: it.id.is_some() })
    };
    found.extend((0..).zip(inlines).filter_map(inline));
    found.sort_by_key(|it| it.span.start);
    found
}

/// The name of a tag that the file keeps beside the text without an id.
fn name_of(raw: &str) -> Option<String> {
    let inside = raw.strip_prefix('<')?.trim_start_matches('/');
    let end = inside.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>'))?;
    (end > 0).then(|| inside[..end].to_ascii_lowercase())
}

/// The tags that are written in the text: HTML's, those with their other half, and those that
/// close themselves.
fn written(prose: &str) -> Vec<Element> {
    if !prose.contains('<') {
        return vec![];
    }
    let all = tag::tags(prose);
    let mut halves: BTreeMap<String, [bool; 2]> = BTreeMap::new();
    for it in &all {
        let half = halves.entry(it.name.to_ascii_lowercase()).or_default();
        half[usize::from(it.role == tag::Role::Closes)] |= it.role != tag::Role::Alone;
    }
    let urls = urls(prose);
    let is_one = |it: &&tag::Tag| {
        let raw = &prose[it.range.clone()];
        let has_plain_words = raw.contains(char::is_whitespace) && !raw.contains('=');
        let is_plain = has_plain_words && it.role == tag::Role::Opens;
        let is_whole = halves.get(&it.name.to_ascii_lowercase()).is_some_and(|it| it[0] && it[1]);
        let known = is_one_of(PAIRED, it.name) || is_one_of(SINGLE, it.name);
        let next = urls.partition_point(|url| url.end <= it.range.start);
        let in_url = urls.get(next).is_some_and(|url| url.start <= it.range.start);
        let is_number = it.name.starts_with(|c: char| c.is_ascii_digit());
        let counts = known || is_whole || is_number || it.role != tag::Role::Opens;
        counts && !is_plain && !in_url && !it.name.eq_ignore_ascii_case("br")
    };
    let element = |it: &tag::Tag| Element {
        span: it.range.clone().into(),
        part: match it.role {
            _ if is_one_of(SINGLE, it.name) => Part::Alone,
            tag::Role::Opens => Part::Open,
            tag::Role::Closes => Part::Close,
            tag::Role::Alone => Part::Alone,
        },
        key: it.name.to_ascii_lowercase(),
        raw: prose[it.range.clone()].to_owned(),
        inline: None,
        is_inline: false,
    };
    all.iter().filter(is_one).map(element).collect()
}

/// What became of the tags of a source in its translation.
pub fn tag_changes(said: &[Element], written: &[Element]) -> Vec<TagChange> {
    let missing = without(said, written);
    let extra = without(written, said);
    let mut found: Vec<TagChange> = vec![];
    if missing.is_empty() && extra.is_empty() {
        found.extend(misnested(written).filter(|_| misnested(said).is_none()));
    }
    found.extend(missing.iter().map(|it| TagChange::Missing(it.raw.clone(), it.span)));
    found.extend(extra.iter().map(|it| TagChange::Extra(it.raw.clone(), it.span, it.inline)));
    found.extend(altered(said, written));
    found
}

/// So many differences of one text are told.
const MOST: usize = 64;

/// Those of `some` that `others` lack. Where both halves are lacking, the first one tells it.
fn without<'e>(some: &'e [Element], others: &[Element]) -> Vec<&'e Element> {
    let mut left: BTreeMap<(Part, &str), usize> = BTreeMap::new();
    for it in others {
        *left.entry((it.part, &it.key)).or_default() += 1;
    }
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    let mut missing = vec![];
    for it in some {
        match left.get_mut(&(it.part, it.key.as_str())) {
            Some(count @ 1..) => *count -= 1,
            _ if it.part == Part::Close && told.get(it.key.as_str()).is_some_and(|it| *it > 0) => {
                *told.entry(&it.key).or_default() -= 1;
            }
            _ => {
                *told.entry(&it.key).or_default() += usize::from(it.part == Part::Open);
                missing.push(it);
            }
        }
    }
    missing.truncate(MOST);
    missing
}

/// The first tag that closes what is not open. Elements that the file keeps by id may overlap.
fn misnested(written: &[Element]) -> Option<TagChange> {
    let mut open: Vec<&Element> = vec![];
    for it in written {
        match it.part {
            Part::Open => open.push(it),
            Part::Alone => {}
            Part::Close => {
                let last = open.iter().rev().take(MOST).position(|other| other.key == it.key);
                let is_right = last.is_some_and(|behind| behind == 0 || it.is_inline);
                if !is_right {
                    return Some(TagChange::Misnested(it.raw.clone(), it.span, it.inline));
                }
                let nth = open.len() - 1 - last.unwrap_or_default();
                open.remove(nth);
            }
        }
    }
    None
}

/// The tags that have lost, won or changed an attribute.
fn altered(said: &[Element], written: &[Element]) -> Vec<TagChange> {
    let has = |it: &&Element| !it.is_inline && it.part != Part::Close;
    let mut left: BTreeMap<&str, Vec<&Element>> = BTreeMap::new();
    for it in said.iter().filter(has) {
        left.entry(&it.key).or_default().push(it);
    }
    let mut found = vec![];
    for it in written.iter().filter(has).take(MOST) {
        let Some(sources) = left.get_mut(it.key.as_str()) else { continue };
        // Words change places: a tag's counterpart is the one with the same attributes.
        let same = sources.iter().take(MOST).position(|other| attributes(other) == attributes(it));
        match same {
            Some(nth) => drop(sources.remove(nth)),
            None => found.push(it),
        }
    }
    let change = |it: &Element| {
        let source = left.get_mut(it.key.as_str()).filter(|it| !it.is_empty())?.remove(0);
        Some(TagChange::Altered(source.raw.clone(), it.raw.clone(), it.span))
    };
    found.into_iter().filter_map(change).collect()
}

/// What people read is translated, and an address may lead to the other language.
const TRANSLATED: &str = "title alt placeholder aria-label label content lang xml:lang hreflang dir \
                          href src action example";

/// The attributes of a tag that must stay, in order, without their quotes.
fn attributes(tag: &Element) -> Vec<String> {
    let inside = tag.raw.trim_matches(['<', '>', '/']);
    let named = inside.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    let mut found = vec![];
    let mut rest = named.trim_start();
    while !rest.is_empty() && found.len() < MOST {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = value(after.trim_start());
        if !is_one_of(TRANSLATED, name) {
            found.push(format!("{}={value}", name.to_ascii_lowercase()));
        }
        rest = after.trim_start();
    }
    found.sort();
    found
}

/// The value behind an attribute's name, and what follows it.
fn value(after: &str) -> (&str, &str) {
    let Some(it) = after.strip_prefix('=') else { return ("", after) };
    let it = it.trim_start();
    let quote = it.chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote.and_then(|quote| it[1..].split_once(quote)) {
        Some(found) => found,
        None => it.split_once(char::is_whitespace).unwrap_or((it, "")),
    }
}

#[cfg(test)]
mod tests {
    use super::{TagChange, elements, tag_changes};

    fn found(source: &str, target: &str) -> Vec<String> {
        let of = |text| elements(text, std::iter::empty());
        let shown = |it| match it {
            TagChange::Missing(tag, _) => format!("-{tag}"),
            TagChange::Extra(tag, ..) => format!("+{tag}"),
            TagChange::Altered(_, tag, _) => format!("~{tag}"),
            TagChange::Misnested(tag, ..) => format!("x{tag}"),
        };
        tag_changes(&of(source), &of(target)).into_iter().map(shown).collect()
    }

    #[test]
    fn each_fault_is_told_once() {
        for (source, target, expected) in [
            ("a <b>c</b>", "甲乙", "-<b>"),
            ("a <b>c</b>", "甲<b>乙", "-</b>"),
            ("a c", "甲<b>乙</b>", "+<b>"),
            ("<b>a</b>", "</b>甲<b>", "x</b>"),
            ("<b><i>a</i></b>", "<b><i>甲</b></i>", "x</b>"),
            ("<0>a</0> b", "<0>甲</1> 乙", "-</0> +</1>"),
            ("<a id=\"x\">a</a>", "<a id=\"y\">甲</a>", "~<a id=\"y\">"),
            ("<img src='a'/> b", "乙", "-<img src='a'/>"),
        ] {
            assert_eq!(found(source, target).join(" "), expected, "{source} / {target}");
        }
    }

    #[test]
    fn what_is_no_tag_or_no_fault_is_let_be() {
        for (source, target) in [
            ("if a <b and c> d", "若甲小於乙"),
            ("I <3 you, x < y > z", "我爱你"),
            ("a<br>b", "甲乙"),
            ("type <name> here", "在此输入〈名称〉"),
            (
                "<a href=\"https://a.b/en\" title='x'>a</a>",
                "<a title=\"某\" href='https://a.b/zh'>甲</a>",
            ),
            ("<i>a</i> <b>c</b>", "<b>丙</b> <i>甲</i>"),
        ] {
            assert_eq!(found(source, target), [""; 0], "{source} / {target}");
        }
    }

    #[test]
    fn many_tags_take_no_long_time() {
        for part in ["<b>", "</b>", "<b><i>x</b></i>", "<a b=c>", "<x "] {
            let (one, two) = (part.repeat(20_000), part.repeat(19_000));
            let _ = found(&one, &two);
        }
    }
}
