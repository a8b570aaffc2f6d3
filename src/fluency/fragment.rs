//! Pieces of sentences that stand as sentences.

use super::token::Token;
use crate::text::Span;

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Its bytes in the text.
    pub span: Span,
    /// Whether it is a place or time of something that is not said.
    pub adverbial: bool,
}

/// The piece that a sentence is, or begins with. `tokens` are the words of a sentence that is
/// neither the first nor in quotation marks.
pub fn fragment(tokens: &[Token]) -> Option<Fragment> {
    stranded(tokens).or_else(|| lone(tokens)).or_else(|| adverbial(tokens))
}

/// A noun before a comma and a phrase that names who says so: `團隊,據報導,`.
fn stranded(tokens: &[Token]) -> Option<Fragment> {
    let [noun, comma, rest @ ..] = tokens else { return None };
    let commas = 1 + rest.iter().take_while(|it| it.is_comma()).count();
    let next = rest.get(commas - 1)?;
    let says = next.said.starts_with("据") || next.said == "根据";
    let last = tokens.get(commas)?;
    (is_bare(noun) && comma.is_comma() && says).then(|| over(noun, last))
}

/// A noun, and nothing else.
fn lone(tokens: &[Token]) -> Option<Fragment> {
    let [noun, stop, marks @ ..] = tokens else { return None };
    let bare = is_bare(noun) && stop.said == "。" && marks.iter().all(Token::is_mark);
    bare.then(|| over(noun, stop))
}

/// 在 and what follows it, without a verb: `在主要对手公司。`
fn adverbial(tokens: &[Token]) -> Option<Fragment> {
    let [first, words @ .., stop] = tokens else { return None };
    let is_place = matches!(first.said, "在" | "从");
    let silent = words.iter().all(|it| !it.may_predicate() && !it.is_mark() && it.tag != "m");
    let is_whole = words.len() >= 2 && words.iter().any(Token::is_noun);
    (is_place && silent && is_whole && stop.said == "。")
        .then(|| Fragment { adverbial: true, ..over(first, stop) })
}

fn over(first: &Token, last: &Token) -> Fragment {
    Fragment { span: Span { start: first.span.start, end: last.span.end }, adverbial: false }
}

/// Whether a word is a noun of two characters that names no person, place or time.
fn is_bare(token: &Token) -> bool {
    token.tag == "n" && token.said.chars().count() == 2
}
