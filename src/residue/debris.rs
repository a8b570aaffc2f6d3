use crate::text::{Enclosure, Phrases, Shadow, Span, enclosure};
use std::ops::Range;
use std::sync::LazyLock;

/// What a language model left beside the translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scrap {
    /// 以下是译文：, "Here is the translation".
    Preamble,
    /// 我无法翻译, "I cannot translate".
    Refusal,
    /// 作为一个AI语言模型，我…
    Confession,
    /// [译注：…], "Translator's note".
    Note,
    /// Marks of a chat: `<think>`, `[INST]`, `<|im_end|>`.
    Marker,
    /// The order that it was given: 将以下文本翻译成中文.
    Prompt,
}

/// A scrap, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Debris {
    /// What is said in words goes to the end of its clause, a note to its closing bracket.
    pub span: Span,
    /// What it is.
    pub scrap: Scrap,
}

/// A phrase: what it gives away, and whether only at the beginning of a line.
type Phrase = (Scrap, bool);

/// What was read of lines with a kind, a place (`start` of a line, or `any`) and a folded phrase.
struct Table {
    phrases: Phrases,
    /// What each phrase is, by its number.
    kinds: Vec<Phrase>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { phrases: Phrases::default(), kinds: vec![] };
    for (phrase, kind) in include_str!("debris.tsv").lines().filter_map(parsed) {
        let number = table.phrases.add(phrase).map(|number| number as usize);
        if number == Some(table.kinds.len()) {
            table.kinds.push(kind);
        }
    }
    table
});

fn parsed(line: &'static str) -> Option<(&'static str, Phrase)> {
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
    let starts = fields.next()? == "start";
    Some((fields.next()?, (scrap, starts)))
}

/// What a language model left in a text, in order. What stands in quotation marks is quoted: texts
/// about such models do so.
pub fn debris(shadow: &Shadow, text: &str) -> Vec<Debris> {
    let mut found: Vec<Debris> = vec![];
    for (chars, number) in TABLE.phrases.longest(shadow.chars()) {
        let (scrap, starts) = TABLE.kinds[number as usize];
        let (folded, phrase) = (shadow.text(), shadow.folded(chars.clone()));
        if starts && !begins(folded, phrase.start) || !fits(folded, &phrase, scrap) {
            continue;
        }
        let (start, end) = (chars.start, chars.end);
        let it = Debris { span: extent(text, shadow.span(start..end), scrap), scrap };
        let apart = found.last().is_none_or(|last| last.span.end <= it.span.start);
        if apart && !is_quoted(text, &it) {
            found.push(it);
        }
    }
    found
}

/// What may stand before a phrase that begins a line.
const POLITE: [&str; 13] = [
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
];

/// Whether a line begins at `at`, but for marks of emphasis and politeness.
fn begins(folded: &str, at: usize) -> bool {
    let line = line_before(folded, at);
    let fine = |part: &str| part.trim().is_empty() || POLITE.contains(&part.trim());
    line.len() < 60 && line.split([',', '!', '。', '.', '*', '#', '>', '`']).all(fine)
}

/// The line before a place, or its last part.
fn line_before(folded: &str, at: usize) -> &str {
    let near = &folded[folded.floor_char_boundary(at.saturating_sub(80))..at];
    near.rsplit('\n').next().unwrap_or_default()
}

/// Whether what follows bears the phrase out: a word goes on no further, a model says I, and a
/// mark is not spoken of.
fn fits(folded: &str, phrase: &Range<usize>, scrap: Scrap) -> bool {
    let rest = &folded[phrase.end..];
    let letter = |c: char| c.is_ascii_alphanumeric();
    if folded[phrase.clone()].ends_with(letter) && rest.starts_with(letter) {
        return false;
    }
    let near: String = rest.chars().take(24).collect();
    match scrap {
        Scrap::Confession => {
            let said = near.replace("我们", "").replace("我国", "");
            said.contains('我') || said.contains(" i ") || said.contains("i'm")
        }
        Scrap::Marker if folded[phrase.clone()].starts_with('`') => {
            let line = line_before(folded, phrase.start);
            !line.trim().is_empty() && !line.trim().ends_with('`')
        }
        Scrap::Marker => {
            let near = near.trim_start();
            !["标", "符", "token", "字段", "元素", "中", "里", "等", "、", "和"]
                .iter()
                .any(|it| near.starts_with(it))
        }
        _ => true,
    }
}

/// The longest clause that a phrase begins, in bytes.
const LONGEST: usize = 400;

/// The bytes of the text: a mark alone, a note with its bracket, a clause.
fn extent(text: &str, span: Span, scrap: Scrap) -> Span {
    let after = &text[span.end as usize..];
    let after = &after[..after.floor_char_boundary(LONGEST.min(after.len()))];
    let end = match scrap {
        Scrap::Marker => 0,
        Scrap::Note => after
            .find([']', '】', '）', ')'])
            .map_or(0, |at| at + after[at..].chars().next().map_or(0, char::len_utf8)),
        _ => after
            .find(['。', '！', '？', '：', ':', '!', '?', '\n', '；', '.'])
            .unwrap_or(after.len()),
    };
    Span { start: span.start, end: span.end + Span::from(0..end).end }
}

fn is_quoted(text: &str, it: &Debris) -> bool {
    let inside = enclosure(text, it.span.range());
    matches!(inside, Some(Enclosure::Quote | Enclosure::Title))
        || inside == Some(Enclosure::Code) && !text[it.span.range()].starts_with('`')
}
