//! Commas between the items of a list.

use super::token::Token;
use crate::text::Span;

/// The commas that part nouns of which the last is joined by 和: 苹果，香蕉和橘子.
pub fn list_commas(tokens: &[Token]) -> Vec<Span> {
    let mut found = vec![];
    for (nth, token) in tokens.iter().enumerate() {
        if is_join(token) && ends_in_noun(&tokens[nth + 1..]) {
            found.extend(commas_before(&tokens[..nth]));
        }
    }
    found
}

/// Whether the words behind a comma begin with an item and the last one of a list.
pub fn ends_list(tokens: &[Token]) -> bool {
    let words = tokens.iter().position(|it| !it.is_mark()).map_or(&[][..], |at| &tokens[at..]);
    let item = words.iter().take_while(|it| is_name(it)).count();
    let joins = words.get(item).is_some_and(is_join);
    (1..=2).contains(&item) && joins && ends_in_noun(&words[item + 1..])
}

fn is_join(token: &Token) -> bool {
    matches!(token.said, "和" | "与" | "及" | "以及")
}

/// Whether the words begin with one noun or two, and no more belongs to them.
fn ends_in_noun(after: &[Token]) -> bool {
    let length = after.iter().take_while(|it| is_name(it)).count();
    let ends = |it: &Token| it.is_mark() && it.said != "·" || it.said.starts_with('等');
    (1..=2).contains(&length) && after.get(length).is_none_or(ends)
}

/// The commas of a list whose last but one item these words end with, the last comma first.
fn commas_before(words: &[Token]) -> Vec<Span> {
    let mut found = vec![];
    let mut rest = words;
    loop {
        let length = rest.iter().rev().take_while(|it| is_name(it)).count();
        let (before, last) = rest.split_at(rest.len() - length);
        let [clause @ .., comma] = before else { return found };
        let listed = (1..=2).contains(&length) && comma.said == "," && may_list(clause, last[0]);
        if !listed {
            return found;
        }
        found.push(comma.span);
        rest = clause;
    }
}

/// Whether the words end with an item of a list that goes on with `next`: neither with a frame of
/// time or place (在过去一个世纪), nor with a name that is explained (卡鲁思，美国诗人).
fn may_list(words: &[Token], next: Token) -> bool {
    let start = words.iter().rposition(Token::is_mark).map_or(0, |at| at + 1);
    let clause = &words[start..];
    let [first, ..] = clause else { return false };
    let last = clause[clause.len() - 1];
    let framed = first.tag == "p" || matches!(first.said, "随着" | "由于" | "当" | "因");
    let proper = |it: Token| matches!(it.tag.get(..2), Some("nr" | "ns" | "nt"));
    is_name(&last) && !framed && proper(last) == proper(next)
}

/// Whether a word names a thing, a person or a place.
fn is_name(token: &Token) -> bool {
    token.tag.starts_with('n') || token.tag == "j"
}
