/// Words that have no rendering of their own, or one in nearly every sentence; sorted.
const FUNCTION: &[&str] = &[
    "a", "about", "after", "again", "ago", "all", "also", "am", "an", "and", "any", "are", "as",
    "at", "be", "because", "been", "before", "being", "between", "both", "but", "by", "can",
    "could", "did", "do", "does", "doing", "done", "down", "during", "each", "even", "every",
    "for", "from", "had", "has", "have", "having", "he", "her", "here", "hers", "him", "his",
    "how", "i", "if", "in", "into", "is", "it", "its", "just", "like", "many", "may", "me",
    "might", "more", "most", "much", "must", "my", "no", "nor", "not", "now", "of", "off", "on",
    "once", "one", "only", "or", "other", "our", "out", "over", "own", "same", "shall", "she",
    "should", "since", "so", "some", "such", "than", "that", "the", "their", "them", "then",
    "there", "these", "they", "this", "those", "through", "to", "too", "under", "until", "up",
    "upon", "us", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who",
    "whom", "whose", "why", "will", "with", "within", "would", "you", "your",
];

/// Whether a small English word is one that holds a sentence together and says little itself.
pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION.binary_search(&word).is_ok()
}

/// The words of a text in Latin letters, as they are written: letters and digits, with marks
/// between them that do not divide words.
pub(super) fn latin(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_alphanumeric() && !crate::text::chars::is_han(c);
    let divides = move |c: char| !is_part(c) && !matches!(c, '\'' | '’' | '-');
    let words = text.split(divides).map(|it| it.trim_matches(['\'', '’', '-']));
    words.filter(|it| it.len() > 1 || it.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// The words of an English text that say something themselves, as they are written.
pub(crate) fn content_words(text: &str) -> impl Iterator<Item = &str> {
    latin(text).filter(|it| it.len() > 2 && !is_function_word(&it.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::{FUNCTION, is_function_word, latin};

    #[test]
    fn function_words_are_found() {
        assert!(FUNCTION.is_sorted());
        assert!(is_function_word("the") && !is_function_word("theatre"));
    }

    #[test]
    fn words_are_cut_from_both_languages() {
        let words = |text| latin(text).collect::<Vec<_>>();
        assert_eq!(
            words("“It's state-of-the-art,” he’d say."),
            ["It's", "state-of-the-art", "he’d", "say"]
        );
        assert_eq!(words("他用GPT-4o寫了 X 的a。"), ["GPT-4o", "X"]);
    }
}
