use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Lines of `OpenAI` or `NVIDIA|Nvidia`, by their small letters.
static BRANDS: LazyLock<FxHashMap<String, &str>> = LazyLock::new(|| {
    let key = |line: &str| small(casings(line).next().unwrap_or(line));
    include_str!("brands.txt").lines().map(|line| (key(line), line)).collect()
});

/// A name that its owner writes in a certain case: `OpenAI`, `iPhone`, `NASA`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brand(&'static str);

impl Brand {
    /// The brand that `token` is in one case or another.
    pub(super) fn of(token: &str) -> Option<Self> {
        BRANDS.get(&small(token)).copied().map(Self)
    }

    /// The ways to write it that are in use, the usual one first.
    pub fn casings(self) -> impl Iterator<Item = &'static str> {
        casings(self.0)
    }

    /// Whether `token` is written in one of these ways.
    pub fn accepts(self, token: &str) -> bool {
        self.casings().any(|casing| casing == token)
    }

    /// The usual way to write it.
    pub fn usual(self) -> &'static str {
        self.casings().next().unwrap_or(self.0)
    }
}

/// Every brand.
pub(super) fn all() -> impl Iterator<Item = Brand> {
    include_str!("brands.txt").lines().map(Brand)
}

fn casings(line: &str) -> impl Iterator<Item = &str> {
    line.split('|')
}

fn small(name: &str) -> String {
    let mut small = String::with_capacity(name.len());
    small.extend(name.chars().flat_map(char::to_lowercase));
    small
}

#[cfg(test)]
mod tests {
    use super::Brand;

    fn usual(token: &str) -> Option<&'static str> {
        Brand::of(token).map(Brand::usual)
    }

    #[test]
    fn a_brand_is_found_in_any_case() {
        for token in ["openai", "Openai", "OPENAI", "OpenAI"] {
            assert_eq!(usual(token), Some("OpenAI"));
        }
        for (token, brand) in [
            ("Chatgpt", "ChatGPT"),
            ("Xai", "xAI"),
            ("Ceo", "CEO"),
            ("Deepmind", "DeepMind"),
            ("Iphone", "iPhone"),
            ("Github", "GitHub"),
            ("Youtube", "YouTube"),
            ("Linkedin", "LinkedIn"),
            ("Deepseek", "DeepSeek"),
            ("Macos", "macOS"),
            ("gpt-4O", "GPT-4o"),
            ("google", "Google"),
            ("Llm", "LLM"),
        ] {
            assert_eq!(usual(token), Some(brand));
            assert!(!Brand::of(token).expect("it was just found").accepts(token));
        }
    }

    #[test]
    fn two_casings_in_use_are_both_accepted() {
        let brand = Brand::of("nvidia").expect("the list has it");
        assert_eq!(brand.casings().collect::<Vec<_>>(), ["NVIDIA", "Nvidia"]);
        assert!(brand.accepts("Nvidia") && brand.accepts("NVIDIA") && !brand.accepts("nvidia"));
    }

    #[test]
    fn ordinary_words_and_nonsense_are_no_brands() {
        for token in ["", "apple", "it", "who", "express", "wheaie", "the", "meta", "imaimage"] {
            assert_eq!(usual(token), None, "{token}");
        }
    }

    #[test]
    fn every_line_of_the_table_can_be_found() {
        for line in include_str!("brands.txt").lines() {
            let first = line.split('|').next().expect("split gives one piece at least");
            assert_eq!(Brand::of(first), Some(Brand(line)));
            assert!(
                line.split('|').all(|casing| casing.to_lowercase() == first.to_lowercase()),
                "{line}"
            );
        }
    }
}
