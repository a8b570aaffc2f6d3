use std::collections::HashMap;
use std::sync::LazyLock;

/// A language that messages are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Chinese in simplified characters.
    Hans,
    /// Chinese in traditional characters, as written in Taiwan.
    Hant,
}

/// A sentence in English and in simplified Chinese; `{0}`, `{1}` … stand for what is filled in.
///
/// Its traditional form is read from a generated table that a test keeps true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bilingual {
    /// The English sentence.
    pub en: &'static str,
    /// The Chinese sentence, simplified.
    pub zh: &'static str,
}

/// Says something in both languages.
pub const fn say(en: &'static str, zh: &'static str) -> Bilingual {
    Bilingual { en, zh }
}

impl Bilingual {
    /// The sentence in one language, unfilled.
    pub fn template(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.en,
            Language::Hans => self.zh,
            Language::Hant => TRADITIONAL.get(self.zh).copied().unwrap_or(self.zh),
        }
    }

    /// The sentence with its blanks filled.
    pub fn with(self, arguments: &[&str]) -> Message {
        let arguments = arguments.iter().map(ToString::to_string).collect();
        Message { template: self, arguments, reasons: vec![] }
    }

    /// The sentence with its reasons in the blank `{..}`.
    pub fn because(self, reasons: Vec<Message>) -> Message {
        Message { template: self, arguments: vec![], reasons }
    }
}

/// Simplified templates with their traditional form: `UPDATE=1 cargo test` writes the file.
static TRADITIONAL: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    include_str!("traditional.tsv").lines().filter_map(|l| l.split_once('\t')).collect()
});

/// A template and what fills its blanks. Quoted text stays as it is in every language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    template: Bilingual,
    arguments: Vec<String>,
    /// What fills the blank `{..}`, one after the other.
    reasons: Vec<Message>,
}

impl Message {
    /// What fills the blank of this number.
    pub fn argument(&self, nth: usize) -> Option<&str> {
        self.arguments.get(nth).map(String::as_str)
    }

    /// The message in one language.
    pub fn text(&self, language: Language) -> String {
        let mut rest = self.template.template(language);
        let mut filled = String::with_capacity(rest.len() * 2);
        while let Some(open) = rest.find('{') {
            filled.push_str(&rest[..open]);
            rest = &rest[open..];
            rest = if let Some(after) = rest.strip_prefix("{..}") {
                let reasons: Vec<String> =
                    self.reasons.iter().map(|it| it.text(language)).collect();
                filled.push_str(&reasons.join(if language == Language::English {
                    "; "
                } else {
                    "；"
                }));
                after
            } else if let Some((argument, after)) = self.blank(rest) {
                filled.push_str(argument);
                after
            } else {
                filled.push('{');
                &rest[1..]
            };
        }
        filled + rest
    }

    /// What fills the blank that `text` starts with, and what follows it.
    fn blank<'t>(&self, text: &'t str) -> Option<(&str, &'t str)> {
        let close = text.find('}')?;
        let nth: usize = text[1..close].parse().ok()?;
        Some((self.arguments.get(nth)?, &text[close + 1..]))
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, say};

    #[test]
    fn blanks_are_filled_once() {
        let message = say("“{0}” and {1} {x}", "“{0}”和{1}").with(&["{1}", "b"]);
        assert_eq!(message.text(Language::English), "“{1}” and b {x}");
        assert_eq!(message.text(Language::Hans), "“{1}”和b");
    }

    #[test]
    fn reasons_are_told_in_the_language_of_the_message() {
        let reason = |it| say("{0} is said", "说了{0}").with(&[it]);
        let message = say("Bad: {..}.", "不好：{..}。").because(vec![reason("a"), reason("b")]);
        assert_eq!(message.text(Language::English), "Bad: a is said; b is said.");
        assert_eq!(message.text(Language::Hans), "不好：说了a；说了b。");
    }
}
