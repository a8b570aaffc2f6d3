use crate::segmenter::{Segmenter, Word};
use crate::text::chars;
use crate::text::{Shadow, Span};

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Token<'t> {
    /// The word as the shadow has it.
    pub said: &'t str,
    /// Its usual part of speech, empty where the dictionary has none.
    pub tag: &'t str,
    /// Its bytes in the text.
    pub span: Span,
}

impl Token<'_> {
    /// Whether it is a noun of the language, not of a person or place.
    pub fn is_noun(&self) -> bool {
        matches!(self.tag, "n" | "nz" | "vn" | "an" | "l")
    }

    /// Whether it may say something of a subject: a verb, an adjective, a phrase that is one.
    pub fn may_predicate(&self) -> bool {
        // The dictionary has 对手 as a verb, and nobody uses it as one.
        self.tag.starts_with(['v', 'a', 'z', 'i', 'l']) && self.said != "对手"
            || self.said.starts_with('有')
            || self.said.ends_with(['是', '有', '了', '着', '过', '没', '在'])
    }

    /// Whether it is a mark.
    pub fn is_mark(&self) -> bool {
        !self.said.contains(chars::is_alphanumeric)
    }

    /// Whether it is a stop within a sentence.
    pub fn is_comma(&self) -> bool {
        matches!(self.said, "," | "、" | ";" | ":")
    }
}

/// The words that stand in a part of a text.
pub fn tokens<'t>(
    shadow: &'t Shadow,
    words: &[Word],
    segmenter: &Segmenter,
    part: Span,
) -> Vec<Token<'t>> {
    let from = words.partition_point(|word| word.span.start < part.start);
    let to = words.partition_point(|word| word.span.start < part.end);
    let words = &words[from..to.max(from)];
    let tags = segmenter.tags(words.iter().map(|word| word.folded(shadow)));
    let token = |(word, tag): (&Word, _)| Token { said: word.folded(shadow), tag, span: word.span };
    words.iter().zip(tags).map(token).collect()
}
