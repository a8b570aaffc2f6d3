//! Frames that a function word opens and nothing closes.

use super::token::Token;
use crate::text::Span;

/// A frame left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// From its word to where it should have been closed.
    pub span: Span,
    /// What it lacks.
    pub lacks: Lack,
}

/// What a frame lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// 尽管 and a noun: the verb.
    Verb,
    /// 从 and a date: 起, 到 or the like.
    Bound,
    /// A noun before 这 and its verb: a predicate.
    Predicate,
    /// 随着 and a noun, with nothing behind them: the clause.
    Clause,
    /// 不仅 and a clause: 而且, 还 or the like.
    Half,
}

/// The frames that a sentence leaves open.
pub fn open_frames(tokens: &[Token]) -> Vec<Frame> {
    let mut found: Vec<Frame> = [(alone(tokens), Lack::Clause), (half(tokens), Lack::Half)]
        .into_iter()
        .filter_map(|(part, lacks)| Some(Frame { span: span(part?), lacks }))
        .collect();
    let mut start = 0;
    for clause in tokens.split_inclusive(Token::is_comma) {
        let rest = &tokens[start + clause.len()..];
        if is_verbless(clause, rest) {
            found.push(Frame { span: span(&clause[..clause.len() - 1]), lacks: Lack::Verb });
        }
        if let Some(noun) = restarted(clause, rest) {
            let end = start + clause.len() + 2;
            found.push(Frame { span: span(&tokens[start + noun..end]), lacks: Lack::Predicate });
        }
        found.extend(
            unbounded(clause).map(|it| Frame { span: span(&clause[it]), lacks: Lack::Bound }),
        );
        start += clause.len();
    }
    found
}

fn span(tokens: &[Token]) -> Span {
    Span { start: tokens[0].span.start, end: tokens[tokens.len() - 1].span.end }
}

/// A sentence of 随着, 由于 or the like and a noun with what belongs to it, and no more.
fn alone<'s, 't>(sentence: &'s [Token<'t>]) -> Option<&'s [Token<'t>]> {
    let end = sentence.iter().rposition(|it| !it.is_mark())? + 1;
    let (stop, said) = (sentence.get(end)?, &sentence[..end]);
    let [opener, words @ .., of, last] = said else { return None };
    let opens = matches!(opener.said, "随着" | "由于" | "鉴于" | "自从" | "尽管");
    let named = of.said == "的" && last.tag.starts_with(['n', 'v']);
    let silent = !words.windows(2).any(|pair| says(&pair[0], &pair[1]))
        && !words.last().is_some_and(Token::may_predicate);
    let closed = stop.said.starts_with('。') && !said.iter().any(Token::is_mark);
    (opens && named && silent && closed).then_some(said)
}

/// One of these goes one better than what 不仅 opens.
pub const GOES_ON: &str = "而还也更甚亦并又反都就同且乃连另但即却加是";

/// 不仅 or 不但 and its clause, where nothing in the sentence goes one better.
fn half<'s, 't>(sentence: &'s [Token<'t>]) -> Option<&'s [Token<'t>]> {
    let opens = |it: &Token| matches!(it.said, "不仅" | "不但");
    let from = sentence.iter().position(opens)?;
    let rest = &sentence[from + 1..];
    let comma = rest.iter().position(|it| it.said == ",")?;
    let only = rest[0].said.starts_with(['仅', '是', '只', '如']);
    let goes_on = rest.iter().any(|it| it.said.contains(|c| GOES_ON.contains(c)));
    let closed = rest.last().is_some_and(|it| it.said.starts_with(['。', '!', '?']));
    (comma > 1 && !only && !goes_on && closed).then(|| &sentence[from..=from + comma])
}

/// 尽管 or 虽然, then only a noun with what belongs to it, then 但.
fn is_verbless(clause: &[Token], rest: &[Token]) -> bool {
    let [first, words @ .., last, _] = clause else { return false };
    let concedes = matches!(first.said, "尽管" | "虽然" | "虽");
    let turns =
        rest.first().is_some_and(|it| it.said.starts_with(['但', '却', '仍']) || it.said == "可是");
    let named = words.iter().any(|it| it.said == "的") && last.tag == "n";
    concedes && turns && named && !clause[1..].windows(2).any(|pair| says(&pair[0], &pair[1]))
}

/// Whether a word says something of a subject: an adjective does not before its noun.
fn says(token: &Token, next: &Token) -> bool {
    token.may_predicate() && !(token.tag.starts_with('a') && next.tag.starts_with('n'))
}

/// A clause that is a noun and what belongs to it, then 这表明: where the noun begins.
fn restarted(clause: &[Token], rest: &[Token]) -> Option<usize> {
    const SAYS: [&str; 8] = ["表明", "意味着", "意味", "显示", "说明", "证明", "标志着", "凸显"];
    let [this, says, ..] = rest else { return None };
    let [words @ .., of, last, _] = clause else { return None };
    let again = matches!(this.said, "这" | "它") && SAYS.contains(&says.said);
    let named = of.said == "的" && matches!(last.tag, "v" | "vn" | "n");
    let opens = |it: &Token| matches!(it.said, "对" | "随着" | "由于" | "因为" | "根据" | "通过");
    let silent =
        !words.iter().any(|it| it.may_predicate() && !it.tag.starts_with('a') || opens(it));
    (again && named && silent).then_some(words.len())
}

/// 从 and a date with a verb right after it.
fn unbounded(clause: &[Token]) -> Option<std::ops::Range<usize>> {
    let from = clause.iter().position(|it| it.said == "从")?;
    let date = clause[from + 1..].iter().take_while(|it| is_of_date(it)).count();
    let next = clause.get(from + 1 + date)?;
    let names_time =
        clause[from + 1..=from + date].iter().any(|it| matches!(it.said, "年" | "月" | "日"));
    let goes_on = next.tag.starts_with(['v', 'a', 'd']) && !BOUNDS.contains(&next.said);
    let later = &clause[from + 1 + date..];
    let bounded = later.iter().any(|it| BOUNDS.contains(&it.said));
    (names_time && goes_on && !bounded).then_some(from..from + 2 + date)
}

fn is_of_date(token: &Token) -> bool {
    token.said.contains(|c: char| c.is_ascii_digit())
        || matches!(token.said, "年" | "月" | "日" | "号")
}

const BOUNDS: [&str; 12] =
    ["到", "至", "起", "开始", "以来", "之后", "以后", "后", "往后", "算起", "上升", "直到"];
