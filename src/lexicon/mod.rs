//! English words, names and brands, and what they are in Chinese.

mod brand;
mod chinese;
mod lemmas;
mod memo;
mod sorted;

pub use brand::Brand;
pub(crate) use chinese::pairs;
pub(crate) use sorted::Sorted;

static WORDS: Sorted = Sorted::new(include_str!("words.txt"));
static NAMES: Sorted = Sorted::new(include_str!("names.txt"));
#[cfg(feature = "data-by-sa")]
static FREQUENT: Sorted = Sorted::new(include_str!("frequent.txt"));
#[cfg(not(feature = "data-by-sa"))]
static FREQUENT: Sorted = Sorted::new("");

/// Tells what a Latin token is: an English word, a name, a brand.
///
/// The lists end about 2021, so a token that is in none of them may still be a real name: that
/// it is unknown is never enough to accuse it.
///
/// ```
/// use xindaya::lexicon::Lexicon;
///
/// let lexicon = Lexicon::default();
/// assert!(lexicon.is_word("Salaries"));
/// assert!(lexicon.is_name("Krzysztof") || lexicon.knows("Krzysztof"));
/// assert!(!lexicon.knows("wheaie"));
/// assert_eq!(lexicon.brand("Openai").map(|brand| brand.usual()), Some("OpenAI"));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Lexicon;

impl Lexicon {
    /// Whether the token is a word of an English dictionary, in whatever case. A possessive is as
    /// good as its word, a compound as good as its parts.
    pub fn is_word(&self, token: &str) -> bool {
        any_form(token, |form| WORDS.contains(&form.to_lowercase()))
    }

    /// Whether the token is a name or an abbreviation: written as such, or all in capitals.
    pub fn is_name(&self, token: &str) -> bool {
        any_form(token, |form| {
            NAMES.contains(form) || is_shouted(form) && NAMES.contains(&titled(form))
        })
    }

    /// Whether the token, in whatever case, is frequent in English text without being a word of
    /// the dictionary: foreign names, net words, also some misspellings. Always false without the
    /// feature `data-by-sa`.
    pub fn is_frequent(&self, token: &str) -> bool {
        any_form(token, |form| FREQUENT.contains(&form.to_lowercase()))
    }

    /// The brand or acronym that the token is, in whatever case. Ordinary English words are none:
    /// what differs from all casings of its brand is miswritten.
    pub fn brand(&self, token: &str) -> Option<Brand> {
        Brand::of(without_possessive(token))
    }

    /// Every brand and acronym, in its usual capitals.
    pub fn brand_names(&self) -> impl Iterator<Item = &'static str> + use<> {
        brand::all().map(Brand::usual)
    }

    /// What an English word is in Chinese, in whatever case and inflection: its renderings and
    /// those of the words that it may be a form of, in the simplified characters of the shadow.
    /// The dictionaries give a word's common senses, not all of them.
    ///
    /// ```
    /// use xindaya::lexicon::Lexicon;
    ///
    /// assert!(Lexicon.renderings("Announced").any(|it| it == "宣布"));
    /// assert_eq!(Lexicon.renderings("wheaie").count(), 0);
    /// ```
    pub fn renderings(&self, word: &str) -> impl Iterator<Item = &'static str> + use<> {
        chinese::of_word(&without_possessive(word).to_lowercase()).into_iter()
    }

    /// What a name is usually called in Chinese, if one of the lists has it: `Moscow`, `United
    /// States`. That a text calls it otherwise proves nothing.
    pub fn name_renderings(&self, name: &str) -> impl Iterator<Item = &'static str> + use<> {
        chinese::of_name(&without_possessive(name).to_lowercase()).into_iter()
    }

    /// Whether a text of the shadow has a rendering of the English word, or two neighbouring
    /// characters of one. None if the word has no renderings.
    pub fn covers(&self, word: &str, shadow: &str) -> Option<bool> {
        let mut renderings = self.renderings(word).peekable();
        renderings.peek()?;
        Some(renderings.any(|it| chinese::stands_in(it, shadow)))
    }

    /// Whether any of the lists has the token.
    pub fn knows(&self, token: &str) -> bool {
        let known = |form: &str| {
            let small = form.to_lowercase();
            WORDS.contains(&small)
                || FREQUENT.contains(&small)
                || NAMES.contains(form)
                || NAMES.contains(&titled(form))
                || Brand::of(form).is_some()
        };
        memo::remembered(token, || any_form(token, known))
    }
}

/// Whether `known` holds for the token, for it without its possessive, or for all its parts.
fn any_form(token: &str, known: impl Fn(&str) -> bool) -> bool {
    let bare = without_possessive(token);
    known(token)
        || bare.len() < token.len() && known(bare)
        || bare.contains('-') && bare.split('-').all(|part| !part.is_empty() && known(part))
}

fn without_possessive(token: &str) -> &str {
    ["'s", "’s", "'S", "’S"].iter().find_map(|end| token.strip_suffix(end)).unwrap_or(token)
}

fn is_shouted(token: &str) -> bool {
    token.len() > 1 && !token.chars().any(char::is_lowercase)
}

fn titled(token: &str) -> String {
    let (mut chars, mut titled) = (token.chars(), String::with_capacity(token.len()));
    titled.extend(chars.next().into_iter().flat_map(char::to_uppercase));
    titled.extend(chars.flat_map(char::to_lowercase));
    titled
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, any_form};

    const NONSENSE: [&str; 6] = ["wheaie", "Zhaey", "Zhae", "Zheang", "Imaimage", "proceipersion"];

    #[test]
    fn nonsense_is_unknown() {
        for token in NONSENSE {
            assert!(!Lexicon.knows(token), "{token}");
        }
        assert!(!Lexicon.knows(""));
        assert!(!Lexicon.knows("-"));
        assert_eq!(Lexicon.brand(""), None);
    }

    #[test]
    fn words_are_known_in_any_case_and_inflection() {
        for token in
            ["salaries", "Salaries", "SALARIES", "maker's", "maker’s", "colour", "color", "café"]
        {
            assert!(Lexicon.is_word(token), "{token}");
        }
        assert!(Lexicon.is_word("state-of-the-art"));
        assert!(!Lexicon.is_word("state-of-the-wheaie"));
    }

    #[test]
    fn names_are_known_as_written() {
        for token in
            ["Wang", "WANG", "Altman", "Trump", "Putin", "O'Brien", "Hinton's", "Jean-Paul"]
        {
            assert!(Lexicon.is_name(token), "{token}");
        }
        assert!(!Lexicon.is_name("wang"));
    }

    #[test]
    fn acronyms_and_new_companies_are_known() {
        for token in ["OpenAI", "ChatGPT", "xAI", "DeepMind", "Anthropic", "DeepSeek", "LLM", "GPU"]
        {
            assert!(Lexicon.knows(token), "{token}");
        }
    }

    #[cfg(feature = "data-by-sa")]
    #[test]
    fn frequent_names_are_known() {
        for token in ["Zuckerberg", "Nadella", "Pichai", "Bezos", "Krzysztof", "Zelensky"] {
            assert!(Lexicon.is_frequent(token) && Lexicon.knows(token), "{token}");
        }
    }

    #[test]
    fn words_and_names_have_renderings() {
        let has = |word: &str, chinese: &str| Lexicon.renderings(word).any(|it| it == chinese);
        assert!(has("company's", "公司") && has("Children", "孩子") && has("went", "走"));
        let named = |name: &str, it: &str| Lexicon.name_renderings(name).any(|found| found == it);
        assert!(named("Moscow", "莫斯科") && named("United States", "美国"));
        assert_eq!(Lexicon.covers("companies", "这家公司"), Some(true));
        assert_eq!(Lexicon.covers("companies", "他走了"), Some(false));
        assert_eq!(Lexicon.covers("wheaie", "他走了"), None);
    }

    #[test]
    fn a_compound_needs_all_its_parts() {
        assert!(any_form("a-b", |form| ["a", "b"].contains(&form)));
        assert!(!any_form("a-", |form| form == "a"));
    }
}
