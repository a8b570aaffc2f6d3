use crate::text::{Enclosure, Shadow, Span, enclosure};
use std::ops::Range;

/// What a language model left beside the translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scrap {
    /// 以下是译文：, "Here is the translation".
    Preamble,
    /// 抱歉，我无法翻译, "I cannot translate".
    Refusal,
    /// 作为一个AI语言模型.
    Confession,
    /// [译注：…], "Translator's note".
    Note,
    /// Marks of a chat: `<think>`, `[INST]`, `<|im_end|>`.
    Marker,
    /// The order that it was given: 请将以下文本翻译成中文.
    Prompt,
}

/// A scrap, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Debris {
    /// From its beginning to the end of its clause.
    pub span: Span,
    /// What it is.
    pub scrap: Scrap,
}

/// Lines of a kind, a place and a phrase: `start` is the beginning of the text or of a line.
static PHRASES: &str = include_str!("debris.tsv");

/// What a language model left in a text, in order. What stands in quotation marks is quoted: texts
/// about such models do so.
pub fn debris(shadow: &Shadow, text: &str) -> Vec<Debris> {
    let folded = shadow.text();
    let mut found: Vec<Debris> = PHRASES
        .lines()
        .filter_map(|line| parsed(line))
        .flat_map(|(scrap, start, phrase)| {
            let places = folded.match_indices(phrase).map(|(at, _)| at);
            let fits = places.filter(move |at| !start || begins(folded, *at));
            fits.map(move |at| (scrap, at..at + phrase.len()))
        })
        .map(|(scrap, bytes)| Debris { span: clause(shadow, text, &bytes, scrap), scrap })
        .filter(|it| !is_quoted(text, it))
        .collect();
    found.sort_by_key(|it| (it.span.start, std::cmp::Reverse(it.span.end)));
    found.dedup_by(|next, kept| next.span.overlaps(kept.span));
    found
}

fn parsed(line: &'static str) -> Option<(Scrap, bool, &'static str)> {
    let mut fields = line.split('\t');
    let scrap = match fields.next()? {
        "preamble" => Scrap::Preamble,
        "refusal" => Scrap::Refusal,
        "self" => Scrap::Confession,
        "note" => Scrap::Note,
        "marker" => Scrap::Marker,
        "prompt" => Scrap::Prompt,
        _ => return None,
    };
    Some((scrap, fields.next()? == "start", fields.next()?))
}

/// Whether a line begins at `at`, but for marks of emphasis and politeness.
fn begins(folded: &str, at: usize) -> bool {
    let line = folded[..at].rsplit('\n').next().unwrap_or_default();
    let polite = |text: &str| {
        [
            "sure",
            "certainly",
            "of course",
            "好的",
            "当然",
            "当然可以",
            "抱歉",
            "对不起",
            "很抱歉",
            "sorry",
            "i'm sorry",
            "i apologize",
            "but",
        ]
        .contains(&text.trim())
    };
    line.split([',', '!', '。', '，', '.', '*', '#', '>', '`'])
        .all(|part| part.trim().is_empty() || polite(part))
}

/// The place in the text, to the end of the clause for what is said in words.
fn clause(shadow: &Shadow, text: &str, bytes: &Range<usize>, scrap: Scrap) -> Span {
    let chars = |end: usize| shadow.text()[..end].chars().count();
    let span = shadow.span(chars(bytes.start)..chars(bytes.end));
    if matches!(scrap, Scrap::Marker | Scrap::Note) {
        return span;
    }
    let after = &text[span.end as usize..];
    let stop =
        |c: char| matches!(c, '。' | '！' | '？' | '：' | ':' | '!' | '?' | '\n' | '；' | '.');
    let end = after.find(stop).filter(|end| *end < 120).unwrap_or(0);
    Span { start: span.start, end: span.end + Span::from(0..end).end }
}

fn is_quoted(text: &str, it: &Debris) -> bool {
    matches!(
        enclosure(text, it.span.range()),
        Some(Enclosure::Quote | Enclosure::Code | Enclosure::Title)
    )
}
