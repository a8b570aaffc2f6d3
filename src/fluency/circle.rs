//! Sentences that say a thing of itself.

use super::token::Token;
use crate::text::Span;

/// Nouns that nothing is explained by if they are explained by themselves. 问题 is left out:
/// 最大的问题是钱的问题 says something.
const EMPTY: [&str; 8] = ["原因", "理由", "结果", "定义", "意义", "性质", "条件", "过程"];

/// Where a clause says a noun of itself (他的原因是甲的原因) or nothing of it (理由是一定的).
pub fn circles(tokens: &[Token]) -> Vec<Span> {
    let mut found = vec![];
    for (nth, token) in tokens.iter().enumerate() {
        if token.said == "是" && nth > 0 && EMPTY.contains(&tokens[nth - 1].said) {
            let clause = tokens[nth + 1..].iter().take_while(|it| !it.is_mark());
            let rest: Vec<&Token> = clause.collect();
            if rest.len() <= LONG && is_empty(&rest, tokens[nth - 1].said) {
                let end = rest.last().map_or(token.span.end, |last| last.span.end);
                found.push(Span { start: start(tokens, nth - 1), end });
            }
        }
    }
    found
}

/// Words that may stand behind 是, at most.
const LONG: usize = 8;

fn is_empty(rest: &[&Token], noun: &str) -> bool {
    match rest {
        [.., of, last] if of.said == "的" => last.said == noun,
        [one] => matches!(one.said, "一定的"),
        [one, of] => of.said == "的" && matches!(one.said, "一定"),
        _ => false,
    }
}

/// Where the clause begins that the noun stands in.
fn start(tokens: &[Token], noun: usize) -> u32 {
    let first = tokens[..noun].iter().rposition(Token::is_mark).map_or(0, |at| at + 1);
    tokens[first].span.start
}
