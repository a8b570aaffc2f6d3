use super::is_mentioned;
use super::tag::{PAIRED, Role, SINGLE, Tag, is_one_of, tags};
use crate::text::{Span, chars};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A stretch of markup in the text that readers see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// Where it stands.
    pub span: Span,
    /// The markup is broken; else it is a whole tag, which some formats have on purpose.
    pub broken: bool,
}

/// The markup of a text that leaked into its prose or was broken there, in order.
///
/// A tag with its partner does its work, and so does what stands in backticks; neither is a leak.
pub fn leaks(text: &str) -> Vec<Leak> {
    if !text.contains(['<', '＜', '〈', '>', '=', '＝']) {
        return vec![];
    }
    let sound = tags(text);
    let mut found = lonely(text, &sound);
    let inside = |it: &Range<usize>| {
        let next = sound.partition_point(|tag| tag.range.end <= it.start);
        sound.get(next).is_some_and(|tag| tag.range.start < it.end)
    };
    let attributes = text.contains(['=', '＝']).then(|| &*ATTRIBUTES);
    let broken_tag = text.contains(['<', '＜', '〈']).then(|| &*BROKEN_TAG);
    for pattern in [attributes, broken_tag].into_iter().flatten() {
        let broken = pattern.find_iter(text).map(|it| trimmed(text, it.range()));
        let broken = broken.filter(|it| !inside(it) && is_leak(text, it));
        found.extend(broken.map(|it| Leak { span: it.into(), broken: true }));
    }
    found.sort_by_key(|it| it.span);
    joined(text, found)
}

/// Attributes one after another, the tag's beginning and its end with them if they are there.
static ATTRIBUTES: LazyLock<Regex> = LazyLock::new(|| {
    let name = "href|src|srcset|target|class|style|alt|rel|width|height|colspan|align|onclick|title|id|data-[a-z]+";
    let quoted = format!("{QUOTE}[^“”\"'‘’„«»「」『』＂<>＞\\n]{{0,300}}{QUOTE}");
    let value = format!("(?:{quoted}|[^\\s“”\"'‘’„«»「」『』＂<>＞，。；]{{1,200}})");
    let attribute = format!("(?-u:\\b)(?i:{name})\\s?[=＝]\\s?{value}");
    let start = "(?:[<＜]\\s?/?\\s?[a-zA-Z\\p{Han}][a-zA-Z0-9\\p{Han}]{0,9}\\s+)?";
    Regex::new(&format!("{start}{attribute}(?:\\s*{attribute})*(?:\\s*/?\\s?[>＞])?"))
        .expect("the pattern is fixed")
});

/// Marks that a value may stand in, right or wrong.
const QUOTE: &str = "[“”\"'‘’„«»「」『』＂]";

/// Names of tags, translated.
const TRANSLATED: &str = "标题 標題 段落 链接 鏈接 連結 粗体 粗體 斜体 斜體 强调 強調 换行 換行 跨度 \
                          正文 一个 一個 表格 列表 单元格 儲存格 区块 區塊 锚点 錨點 脚本 腳本 \
                          样式 樣式 表单 表單 按钮 按鈕";

/// A tag with spaces or wide marks in it, or with its name or an attribute's translated.
static BROKEN_TAG: LazyLock<Regex> = LazyLock::new(|| {
    let names = format!("{PAIRED} {SINGLE} {TRANSLATED}");
    let names = names.split_whitespace().collect::<Vec<_>>().join("|");
    let open = "[<＜〈]";
    let close = "[>＞〉]";
    let slash = "\\s?[/／]?\\s?";
    let attributes = format!("(?:\\s[^<>＜＞\\n]{{0,200}}[=＝]\\s?{QUOTE}[^<>＜＞\\n]{{0,300}})?");
    Regex::new(&format!("{open}{slash}(?i:{names}){attributes}{slash}{close}"))
        .expect("the pattern is fixed")
});

/// Whether a stretch of attributes is markup rather than a formula or a piece of an address, and
/// a broken tag really broken.
fn is_leak(text: &str, it: &Range<usize>) -> bool {
    let stretch = &text[it.clone()];
    let before = text[..it.start].chars().next_back();
    if before.is_some_and(|c| matches!(c, '?' | '&' | '/' | '_' | '.' | '-' | ';')) {
        return false;
    }
    let tagged = stretch.contains(['<', '＜', '〈', '>', '＞']);
    let curly = stretch.contains(['“', '”', '‘', '’', '＂']);
    let linked = ["href", "src", "target"].iter().any(|name| stretch.starts_with(name));
    (tagged || curly || linked) && !is_mentioned(text, it.clone())
}

/// Tags that stand open in one another, at most.
const DEPTH: usize = 32;

/// Tags whose partner is missing, and tags that stand alone by nature.
fn lonely(text: &str, sound: &[Tag]) -> Vec<Leak> {
    let mut open: Vec<&Tag> = vec![];
    let mut found = vec![];
    for tag in
        sound.iter().filter(|tag| !is_mentioned(text, tag.range.clone()) && !is_named(text, tag))
    {
        if is_one_of(SINGLE, tag.name) {
            found.push(Leak { span: tag.range.clone().into(), broken: false });
        } else if is_one_of(PAIRED, tag.name) && tag.role == Role::Opens {
            open.push(tag);
            // What is never closed must not make the search for partners long.
            if open.len() > DEPTH {
                found.push(Leak { span: open.remove(0).range.clone().into(), broken: true });
            }
        } else if is_one_of(PAIRED, tag.name) && tag.role == Role::Closes {
            match open.iter().rposition(|it| it.name.eq_ignore_ascii_case(tag.name)) {
                Some(nth) => {
                    open.remove(nth);
                }
                None => found.push(Leak { span: tag.range.clone().into(), broken: true }),
            }
        }
    }
    let unclosed = open.into_iter().map(|tag| tag.range.clone().into());
    found.extend(unclosed.map(|span| Leak { span, broken: true }));
    found
}

/// Whether a tag is spoken of without marks (插入<div>中, <br> 标签), or is a formula (a<b>c).
fn is_named(text: &str, tag: &Tag) -> bool {
    const AFTER: [&str; 20] = [
        "中", "里", "裡", "内", "內", "标", "標", "元素", "和", "与", "與", "、", "，", "。", "的",
        "等", "或", "是", "用", "来",
    ];
    let after = text[tag.range.end..].trim_start_matches(' ');
    let before = text[..tag.range.start].trim_end_matches(' ');
    let formula = text[..tag.range.start].ends_with(|c: char| c.is_ascii_alphanumeric())
        && text[tag.range.end..].starts_with(|c: char| c.is_ascii_alphanumeric());
    tag.role == Role::Opens && formula
        || tag.role == Role::Opens
            && before.ends_with(chars::is_han)
            && AFTER.iter().any(|it| after.starts_with(it))
}

/// Leaks that touch are one, and so are leaks with nothing but space between.
fn joined(text: &str, leaks: Vec<Leak>) -> Vec<Leak> {
    let mut whole: Vec<Leak> = vec![];
    for leak in leaks {
        match whole.last_mut() {
            Some(last) if leak.span.start < last.span.end => {
                last.span.end = last.span.end.max(leak.span.end);
                last.broken |= leak.broken;
            }
            Some(last)
                if text[last.span.end as usize..leak.span.start as usize].trim().is_empty() =>
            {
                last.span.end = leak.span.end;
                last.broken |= leak.broken;
            }
            _ => whole.push(leak),
        }
    }
    whole
}

fn trimmed(text: &str, it: Range<usize>) -> Range<usize> {
    it.start..it.start + text[it].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::leaks;

    fn found(text: &str) -> Vec<&str> {
        leaks(text).into_iter().map(|it| &text[it.span.range()]).collect()
    }

    #[test]
    fn broken_markup_is_one_stretch() {
        let text = "点击 href=“ https://a.com/b? c=d“ target=“ _ blank”> 八月";
        assert_eq!(found(text), ["href=“ https://a.com/b? c=d“ target=“ _ blank”>"]);
        assert_eq!(found("<a href=“https://a.com”>這裡</a>"), ["<a href=“https://a.com”>", "</a>"]);
        assert_eq!(found("結束。</ p>< br >＜b＞"), ["</ p>< br >＜b＞"]);
        assert_eq!(
            found("見<一个 目標=“_ 空白”>這裡</一个>。"),
            ["<一个 目標=“_ 空白”>", "</一个>"]
        );
        assert_eq!(found("<a 類別=“按鈕”>這裡"), ["<a 類別=“按鈕”>"]);
    }

    #[test]
    fn sound_markup_and_formulas_are_no_leaks() {
        for text in [
            "點<b>這裡</b>，<a href=\"https://a.com\">連結</a>。",
            "若 x = 3 且 id=5，則 a<b>c，a < b = c > d。https://a.com/?id=3&class=“x”",
            "`<br>` 標籤與“</p>”。",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
