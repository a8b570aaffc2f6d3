use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// A character entity that a reader sees as it was coded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Where it stands.
    pub span: Span,
    /// The character that was meant, where that can be told.
    pub right: Option<&'static str>,
}

/// Entities by name or number, with what they stand for.
const NAMED: [(&str, &str); 17] = [
    ("nbsp", "\u{a0}"),
    ("quot", "\""),
    ("amp", "&"),
    ("apos", "'"),
    ("lt", "<"),
    ("gt", ">"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("hellip", "…"),
    ("#39", "'"),
    ("#34", "\""),
    ("#160", "\u{a0}"),
    ("#x27", "'"),
];

/// Names of entities as engines translate them.
const TRANSLATED: &str = "引号|引號|空格|不换行空格|不換行空格|小于号|大于号|安培|与号|版权|版權";

static DAMAGED: LazyLock<Regex> = LazyLock::new(|| {
    let names: Vec<&str> =
        NAMED.iter().map(|(name, _)| *name).filter(|it| !it.starts_with('#')).collect();
    let name = format!("(?:{}|[#＃]\\s?x?[0-9a-fA-F]{{2,5}})", names.join("|"));
    let parts = [
        // Escaped twice: &amp;nbsp;
        format!("&amp;(?i:{name});"),
        // Spaces or wide marks inside: & nbsp ; &＃39； ＆quot；
        format!("[&＆]\\s?(?i:{name})\\s?[;；]"),
        // Translated: &引号；
        format!("[&＆]\\s?(?:{TRANSLATED})\\s?[;；]"),
    ];
    Regex::new(&parts.join("|")).expect("the pattern is fixed")
});

/// The entities of a text that are damaged, or that stand for quotation marks, which no text
/// format needs.
pub fn entities(text: &str) -> Vec<Entity> {
    if !text.contains(['&', '＆']) {
        return vec![];
    }
    let seen = |it: &regex::Match| !is_sound(it.as_str());
    let entity = |it: regex::Match| Entity { span: it.range().into(), right: meant(it.as_str()) };
    DAMAGED.find_iter(text).filter(seen).map(entity).collect()
}

/// Whether an entity is written as it should be: Markdown and catalogues may have such.
fn is_sound(entity: &str) -> bool {
    let name = entity.strip_prefix('&').and_then(|rest| rest.strip_suffix(';'));
    let quotes = ["quot", "apos", "#39", "#34", "#x27"];
    name.is_some_and(|name| {
        name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#') && !quotes.contains(&name)
    })
}

fn meant(entity: &str) -> Option<&'static str> {
    let bare: String = entity
        .trim_start_matches("&amp;")
        .chars()
        .filter(|c| !c.is_whitespace() && !"&＆;；".contains(*c))
        .map(|c| if c == '＃' { '#' } else { c.to_ascii_lowercase() })
        .collect();
    NAMED.iter().find(|(name, _)| *name == bare).map(|(_, right)| *right)
}
