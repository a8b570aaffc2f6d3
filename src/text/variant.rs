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
}
