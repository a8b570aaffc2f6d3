use crate::text::{Enclosure, Span, chars, enclosure, fold};
use regex::Regex;
use std::sync::LazyLock;

/// What happened to a placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A program no longer knows it: spaces or wide marks are in it.
    Shape,
    /// Its name was translated.
    Name,
    /// Somebody should have filled it in.
    Unfilled,
}

/// A placeholder that will not be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// Where it stands.
    pub span: Span,
    /// What happened to it.
    pub broken: Broken,
    /// As it should be, where that is sure.
    pub right: Option<String>,
}

/// Forms that are damaged if a wide mark or a space is in them.
static SHAPES: LazyLock<Regex> = LazyLock::new(|| {
    let forms = [
        "[%％][0-9０-９]*[$＄]?[sd@]",
        "% [sd]",
        "[{｛]\\s?[0-9０-９]{1,2}\\s?[}｝]",
        "[{｛]\\s?[A-Za-z_][A-Za-z0-9_.]*\\s?[}｝]",
        "[$＄#＃]\\s?[{｛]\\s?[A-Za-z_][A-Za-z0-9_.]*\\s?[}｝]",
        "[%％]\\s?[(（]\\s?[A-Za-z_][A-Za-z0-9_]*\\s?[)）]\\s?[sd]",
        "[{｛]\\s?[{｛]\\s?[A-Za-z_][A-Za-z0-9_.]*\\s?[}｝]\\s?[}｝]",
    ];
    Regex::new(&forms.join("|")).expect("the pattern is fixed")
});

static NAMES: LazyLock<Regex> = LazyLock::new(|| {
    let name = "[\\p{Han}A-Za-z0-9_ ]{0,12}\\p{Han}[\\p{Han}A-Za-z0-9_ ]{0,12}";
    Regex::new(&format!(
        "[{{｛][{{｛]{name}[}}｝][}}｝]|[$＄][{{｛]{name}[}}｝]|[%％][(（]{name}[)）]\\s?[sd]"
    ))
    .expect("the pattern is fixed")
});

static UNFILLED: LazyLock<Regex> = LazyLock::new(|| {
    let forms = [
        "\\[(?i:insert|your|enter|add) [A-Za-z ’']{2,40}\\]",
        "[\\[【［](?:请|請)?在此(?:处|處)?(?:插入|填|输入|輸入)[^\\]】］\\n]{0,16}[\\]】］]",
        "[\\[【［][你您]的(?:姓名|名字|公司|公司名称|公司名稱|职位|職位)[\\]】］]",
        "(?i:lorem ipsum)(?: [a-z]+)*",
        "(?-u:\\b)(?:TODO|FIXME)[:：]",
        "\\[(?:TODO|TBD|PLACEHOLDER)\\]",
    ];
    Regex::new(&forms.join("|")).expect("the pattern is fixed")
});

/// The placeholders of a text that are broken or were left, in order; `source` says which of
/// them were meant.
pub fn damaged_placeholders(text: &str, source: Option<&str>) -> Vec<Placeholder> {
    let mut found = vec![];
    if text.contains(['%', '％', '{', '｛']) {
        found.extend(SHAPES.find_iter(text).filter_map(|it| shape(text, it.start(), it.as_str())));
        found.extend(NAMES.find_iter(text).map(|it| Placeholder {
            span: it.range().into(),
            broken: Broken::Name,
            right: None,
        }));
    }
    let unfilled = UNFILLED.find_iter(text).map(|it| it.range().into());
    found.extend(unfilled.map(|span| Placeholder { span, broken: Broken::Unfilled, right: None }));
    let meant = |it: &Placeholder| source.is_some_and(|src| src.contains(&text[it.span.range()]));
    let code = |it: &Placeholder| enclosure(text, it.span.range()) == Some(Enclosure::Code);
    found.retain(|it| !meant(it) && !code(it));
    found.sort_by_key(|it| it.span);
    found
}

/// A placeholder in a form that no program knows.
fn shape(text: &str, start: usize, it: &str) -> Option<Placeholder> {
    let narrow = |c: char| if c.is_ascii() { c } else { fold(c) };
    let right: String = it.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    // Spaces inside double braces are right.
    if right == it || it.is_ascii() && it.starts_with('{') {
        return None;
    }
    let percent = it.starts_with(['%', '％']);
    let before = text[..start].trim_end().chars().next_back();
    let after = text[start + it.len()..].chars().next();
    let counts = percent && before.is_some_and(char::is_numeric);
    let goes_on = percent && after.is_some_and(|c| chars::is_latin(c) || c.is_ascii_digit());
    let span = (start..start + it.len()).into();
    (!counts && !goes_on).then_some(Placeholder { span, broken: Broken::Shape, right: Some(right) })
}
