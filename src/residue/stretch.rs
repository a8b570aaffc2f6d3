use super::function;
use crate::lexicon::Lexicon;
use crate::names::{Case, Latin};
use crate::text::{Enclosure, Span, chars, enclosure};

/// Words of a language in Latin letters that stand together, and that nobody translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// From the first word to the last, with the stop after it.
    pub span: Span,
    /// How many words it has.
    pub words: usize,
    /// It is a sentence, or as long as one.
    pub whole: bool,
    /// It stands in quotation marks or brackets: perhaps it is quoted on purpose.
    pub enclosed: bool,
}

/// The clauses of a text that were left in another language, in order.
///
/// Four words at least, with a function word of that language and with words in small letters:
/// names, titles and trade marks have mostly capitals.
pub fn left_clauses(text: &str, words: &[Latin], lexicon: Lexicon) -> Vec<Stretch> {
    if !text.contains(chars::is_han) {
        return vec![];
    }
    stretches(text, words).filter_map(|stretch| clause(text, stretch, lexicon)).collect()
}

/// The text from its first word to its last, if it is a paragraph or a heading that was left in
/// another language.
pub fn left_paragraph(text: &str, words: &[Latin], lexicon: Lexicon) -> Option<Span> {
    if text.contains(chars::is_han) || words.len() < 3 {
        return None;
    }
    let read = Reading::of(words, lexicon);
    let content = read.content;
    // A list of tracks or a reference begins or ends with a number.
    let numbered =
        text.trim_matches(|c: char| c.is_whitespace() || c == '.').trim_start_matches('(');
    let listed = numbered.starts_with(|c: char| c.is_ascii_digit())
        || numbered.ends_with(|c: char| c.is_ascii_digit());
    if listed && content * 3 < read.plain || is_saying(text, words) {
        return None;
    }
    let speaks = read.english > 1
        && read.plain > 3
        && read.words * 4 >= read.plain * (if read.english > 2 { 2 } else { 3 })
        || read.function > 0 && content > 1 && read.known * 4 >= read.plain * 3 && read.plain > 3
        || read.function > 2 && content > 1
        || read.plain > 4
            && read.distinct * 2 >= read.plain
            && read.small * 2 > read.plain
            && read.known * 5 >= read.plain * 4
        || is_short_sentence(text, &read);
    (speaks && !is_reference(text)).then(|| around(text, words))
}

/// A paragraph that is nothing but a short quotation: `“Stay hungry, stay foolish.”`
fn is_saying(text: &str, words: &[Latin]) -> bool {
    let text = text.trim();
    words.len() < 8 && text.starts_with(['"', '“', '「']) && text.ends_with(['"', '”', '」'])
}

/// `Please try again later.`: three words, known ones, with a final stop.
fn is_short_sentence(text: &str, read: &Reading) -> bool {
    text.trim_end().ends_with(['.', '!', '?'])
        && read.plain > 2
        && read.known == read.plain
        && read.small + 1 >= read.plain
}

/// Words with nothing Chinese between them.
fn stretches<'w, 't>(
    text: &'t str,
    words: &'w [Latin<'t>],
) -> impl Iterator<Item = &'w [Latin<'t>]> {
    let joined = move |one: &Latin, next: &Latin| {
        let between = &text[one.span.end as usize..next.span.start as usize];
        between.chars().all(is_between) && !between.contains("\n\n")
    };
    words.chunk_by(joined)
}

/// Whether `c` may stand between the words of a sentence in Latin letters.
fn is_between(c: char) -> bool {
    c.is_ascii() || matches!(c, '’' | '‘' | '“' | '”' | '–' | '—' | '…' | '\u{a0}' | '€' | '£')
}

fn clause(text: &str, words: &[Latin], lexicon: Lexicon) -> Option<Stretch> {
    if words.len() < 4 {
        return None;
    }
    let read = Reading::of(words, lexicon);
    let content = read.content;
    let speaks = read.function > 0 && content > 1 && read.small * 2 >= read.plain;
    let known = read.known * 3 >= read.plain * 2 || read.function > 2 && read.plain > 7;
    let span = around(text, words);
    let stretch = &text[span.range()];
    if !(speaks && known && read.plain > 3) || is_reference(stretch) {
        return None;
    }
    let inside = enclosure(text, span.range());
    let enclosed = inside.is_some();
    let named = inside == Some(Enclosure::Title) || inside == Some(Enclosure::Code);
    // A gloss or a slogan of a few words belongs to the Chinese before it.
    if named || enclosed && words.len() < 8 || is_gloss(text, span, inside) {
        return None;
    }
    let capital = words[0].case() != Case::Small;
    let whole =
        words.len() > 11 || capital && words.len() > 5 && stretch.ends_with(['.', '!', '?']);
    Some(Stretch { span, words: words.len(), whole, enclosed })
}

/// Whether a stretch in brackets or quotation marks stands right after its Chinese.
fn is_gloss(text: &str, span: Span, inside: Option<Enclosure>) -> bool {
    let before =
        text[..span.start as usize].trim_end_matches(['(', '（', '"', '“', '「', '[', ' ']);
    let after_chinese = before.ends_with(|c| chars::is_han(c) || chars::is_closer(c));
    inside == Some(Enclosure::Bracket) && after_chinese
}

/// Whether a stretch names a publication, as references do.
fn is_reference(stretch: &str) -> bool {
    const MARKS: [&str; 22] = [
        "et al",
        "Vol.",
        "vol.",
        "pp.",
        "ISBN",
        "ISSN",
        "doi",
        "DOI",
        " eds",
        " ed.",
        "(ed",
        "Press",
        "Journal",
        "Proceedings",
        "Retrieved",
        "University",
        "Accessed",
        "arXiv",
        "Trans.",
        "Source:",
        "http",
        "Copyright",
    ];
    MARKS.iter().any(|mark| stretch.contains(mark))
}

/// From the first word to the last, with the stop that follows.
fn around(text: &str, words: &[Latin]) -> Span {
    let (first, last) = (words[0].span, words[words.len() - 1].span);
    let after = &text[last.end as usize..];
    let stops = after.find(|c| !matches!(c, '.' | '!' | '?' | '…')).unwrap_or(after.len());
    Span { start: first.start, end: last.end + Span::from(0..stops).end }
}

/// What a few words are.
struct Reading {
    /// Words that are no code.
    plain: usize,
    /// Those in small letters, and the first one.
    small: usize,
    /// Words in small letters, of three at least, that are no function words.
    content: usize,
    /// Function words in any case.
    function: usize,
    /// Function words of English in any case.
    english: usize,
    /// Words of the dictionary.
    words: usize,
    /// Different ones.
    distinct: usize,
    /// Words of the dictionary and names.
    known: usize,
}

impl Reading {
    fn of(words: &[Latin], lexicon: Lexicon) -> Self {
        let plain: Vec<&Latin> = words.iter().filter(|word| !word.code).collect();
        let lower: Vec<String> = plain.iter().map(|word| word.text.to_lowercase()).collect();
        let is_small = |word: &&&Latin| word.case() == Case::Small;
        let small: Vec<&str> = plain.iter().filter(is_small).map(|word| word.text).collect();
        let long: Vec<&str> = small.iter().copied().filter(|word| word.len() > 2).collect();
        let mut distinct = lower.clone();
        distinct.sort_unstable();
        distinct.dedup();
        Self {
            plain: plain.len(),
            small: small.len(),
            content: long.len().saturating_sub(function::most(long.iter().copied())),
            distinct: distinct.len(),
            words: plain.iter().filter(|word| lexicon.is_word(word.text)).count(),
            function: function::most(lower.iter().map(String::as_str)),
            english: lower.iter().filter(|word| function::is_english(word)).count(),
            known: plain
                .iter()
                .filter(|word| lexicon.is_word(word.text) || lexicon.is_name(word.text))
                .count(),
        }
    }
}
