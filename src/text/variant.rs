use std::fmt;
use std::str::FromStr;

/// A written standard of Chinese, as BCP 47 names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variant {
    /// Simplified, region not declared.
    Hans,
    /// Simplified, mainland China.
    HansCn,
    /// Traditional, region not declared.
    #[default]
    Hant,
    /// Traditional, Taiwan.
    HantTw,
    /// Traditional, Hong Kong.
    HantHk,
}

impl Variant {
    /// Every variant with its tag.
    pub const ALL: [(Self, &str); 5] = [
        (Self::Hans, "zh-Hans"),
        (Self::HansCn, "zh-Hans-CN"),
        (Self::Hant, "zh-Hant"),
        (Self::HantTw, "zh-Hant-TW"),
        (Self::HantHk, "zh-Hant-HK"),
    ];

    /// Whether the variant is written in traditional characters.
    pub fn is_traditional(self) -> bool {
        matches!(self, Self::Hant | Self::HantTw | Self::HantHk)
    }

    /// Whether `other` is this variant, or its script in a region.
    pub fn covers(self, other: Self) -> bool {
        let is_script = matches!(self, Self::Hans | Self::Hant);
        self == other || is_script && self.is_traditional() == other.is_traditional()
    }

    /// The variant that a path names last: `zh-TW/app.json`, `messages_zh_CN.properties`,
    /// `values-zh-rHK/strings.xml`, `zh-Hant.lproj`. A bare `zh` tells no script.
    pub fn in_path(path: &str) -> Option<Self> {
        let words: Vec<&str> = path.split(|c: char| !c.is_ascii_alphanumeric()).collect();
        (0..words.len()).rev().find_map(|at| named_at(&words, at))
    }
}

/// The variant whose tag begins with this word: the longest one that is known.
fn named_at(words: &[&str], at: usize) -> Option<Variant> {
    let is_zh = |at: usize| words[at].eq_ignore_ascii_case("zh");
    let tag = |count: usize| words.get(at..at + count)?.join("-").parse().ok();
    match words[at].to_ascii_lowercase().as_str() {
        "zh" => tag(3).or_else(|| tag(2)).or_else(|| android(words.get(at + 1)?)),
        _ if at > 0 && is_zh(at - 1) => None,
        "chs" | "hans" => Some(Variant::Hans),
        "cht" | "hant" => Some(Variant::Hant),
        _ => None,
    }
}

/// Android writes an `r` before a region, as in `values-zh-rTW`.
fn android(region: &str) -> Option<Variant> {
    format!("zh-{}", region.strip_prefix('r')?).parse().ok()
}

impl fmt::Display for Variant {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (_, tag) =
            Self::ALL.iter().find(|(it, _)| it == self).expect("ALL lists every variant");
        f.write_str(tag)
    }
}

impl FromStr for Variant {
    type Err = UnknownVariant;

    fn from_str(tag: &str) -> Result<Self, UnknownVariant> {
        let found = Self::ALL.iter().find(|(_, it)| it.eq_ignore_ascii_case(tag));
        found.map(|(variant, _)| *variant).or_else(|| common_name(tag)).ok_or(UnknownVariant)
    }
}

/// What people write for a variant besides its tag.
fn common_name(tag: &str) -> Option<Variant> {
    match tag.to_ascii_lowercase().replace('_', "-").as_str() {
        "zh-cn" | "zh-sg" => Some(Variant::HansCn),
        "zh-tw" => Some(Variant::HantTw),
        "zh-hk" | "zh-mo" => Some(Variant::HantHk),
        _ => None,
    }
}

/// A tag that names no variant of Chinese.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownVariant;

impl fmt::Display for UnknownVariant {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a variant is one of zh-Hans, zh-Hans-CN, zh-Hant, zh-Hant-TW, zh-Hant-HK")
    }
}

impl std::error::Error for UnknownVariant {}

#[cfg(test)]
mod tests {
    use super::Variant;

    #[test]
    fn a_tag_names_its_variant_and_back() {
        for (variant, tag) in Variant::ALL {
            assert_eq!(tag.parse(), Ok(variant));
            assert_eq!(variant.to_string(), tag);
        }
        assert_eq!("zh_TW".parse(), Ok(Variant::HantTw));
        assert!("en".parse::<Variant>().is_err());
    }

    #[test]
    fn a_script_covers_its_regions() {
        assert!(Variant::Hant.covers(Variant::HantTw) && Variant::HantTw.covers(Variant::HantTw));
        assert!(!Variant::HantTw.covers(Variant::Hant) && !Variant::Hant.covers(Variant::Hans));
    }

    #[test]
    fn a_path_names_its_variant() {
        for (path, variant) in [
            ("locales/zh-TW/app.json", Some(Variant::HantTw)),
            ("messages_zh_CN.properties", Some(Variant::HansCn)),
            ("res/values-zh-rHK/strings.xml", Some(Variant::HantHk)),
            ("zh-Hant.lproj/a.strings", Some(Variant::Hant)),
            ("zh_Hans_CN/a.po", Some(Variant::HansCn)),
            ("zh-Hant-HK/zh-CN.md", Some(Variant::HansCn)),
            ("zh/zh.md", None),
            ("essay.cht.txt", Some(Variant::Hant)),
            ("a-zh-rx/b", None),
        ] {
            assert_eq!(Variant::in_path(path), variant, "{path}");
        }
    }
}
