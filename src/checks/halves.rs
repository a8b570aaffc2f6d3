//! Whether Chinese characters beside a Latin word are the other half of its name.

use super::{Prose, Resources};
use crate::glossary::Term;
use crate::names::{Joint, is_first_name, renders_first_name};
use crate::segmenter::Word;
use crate::text::{Span, chars, fold};
use pinyin::ToPinyin;
use std::ops::Range;

/// The name whose halves meet at a joint, if they do.
pub(super) fn half(prose: &Prose, with: &Resources, joint: &Joint) -> Option<Span> {
    let doubted = || is_alike(prose.text(), joint) || !is_given(prose, joint);
    if !is_part_of_name(with, joint)
        || is_set_apart(prose.text(), joint)
        || !joint.dotted && doubted()
    {
        return None;
    }
    let chinese = match listed(prose.text(), with, joint) {
        // Both are the whole of it: Altman 奥特曼.
        Some((_, term)) if term.names.iter().any(|name| name == joint.word.text) => return None,
        Some((part, _)) => part,
        None => spoken(prose, with, joint)?,
    };
    Some(hull(chinese, joint.word.span))
}

/// Whether the Latin half is a word that people are called by, and no company's name.
fn is_part_of_name(with: &Resources, joint: &Joint) -> bool {
    let (word, lexicon) = (joint.word.text, with.lexicon);
    // First names are ordinary words more often than surnames are: Mark, Grace, Will.
    let person = lexicon.is_name(word) && (joint.latin_first || !lexicon.is_word(word));
    let unknown = joint.dotted && !lexicon.is_word(word);
    match with.glossary.find(word) {
        Some(term) => is_person(term),
        None => (person || unknown) && lexicon.brand(word).is_none(),
    }
}

/// Whether a term has a full name in Chinese.
fn is_person(term: &Term) -> bool {
    term.all_renderings().any(|text| text.contains(chars::is_middle_dot))
}

/// Whether the two stand in a title, are the end of a gloss, or have a line to themselves: then
/// they may be one name in both languages.
fn is_set_apart(text: &str, joint: &Joint) -> bool {
    let Range { start, end } = hull(joint.chinese, joint.word.span).range();
    let title = text[..start].chars().rev().take(30).find(|c| matches!(c, '《' | '》'));
    let after = text[end..].chars().next();
    let alone = text[..start].chars().next_back().is_none_or(|c| c == '\n')
        && after.is_none_or(|c| c == '\n');
    title == Some('《') || matches!(after, Some(')' | '）')) || alone
}

/// Whether the halves begin with the same sound, as one name in both languages does: 马克 Mark.
fn is_alike(text: &str, joint: &Joint) -> bool {
    let sound = text[joint.chinese.range()].chars().next().and_then(|c| c.to_pinyin());
    let initial = joint.word.text.chars().next().map(|c| c.to_ascii_lowercase());
    sound.and_then(|it| it.plain().chars().next()) == initial
}

/// Whether the source, where there is one, has a name of which the Latin half is a part.
fn is_given(prose: &Prose, joint: &Joint) -> bool {
    let (Some(source), Some(_)) = (prose.source(), prose.original()) else { return true };
    let is_capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
    source.match_indices(joint.word.text).any(|(at, word)| {
        if joint.latin_first {
            let rest = source[at + word.len()..].strip_prefix(' ');
            is_capital(rest.and_then(|rest| rest.chars().next()))
        } else {
            let rest = source[..at].strip_suffix(' ').and_then(|rest| rest.split(' ').next_back());
            is_capital(rest.and_then(|rest| rest.chars().next()))
        }
    })
}

/// The part of the Chinese next to the word that the glossary has as a person's name, the longest.
fn listed<'w>(text: &str, with: &'w Resources, joint: &Joint) -> Option<(Span, &'w Term)> {
    let (run, all) = (&text[joint.chinese.range()], joint.chinese.range());
    let part = |(at, c): (usize, char)| {
        let cut = all.start + at;
        if joint.latin_first { all.start..cut + c.len_utf8() } else { cut..all.end }
    };
    let parts = run.char_indices().map(part).filter(|part| text[part.clone()].chars().count() > 1);
    let term = |part: Range<usize>| {
        let term = with.glossary.find(&text[part.clone()]).filter(|it| is_person(it))?;
        Some((Span::from(part), term))
    };
    parts.filter_map(term).max_by_key(|(part, _)| part.range().len())
}

/// The word next to the Latin one that is a part of a person's name, or behind a middle dot also
/// characters of which the dictionary makes no words.
fn spoken(prose: &Prose, with: &Resources, joint: &Joint) -> Option<Span> {
    let words = prose.words();
    let first = words.partition_point(|word| word.span.start < joint.chinese.start);
    let last = words.partition_point(|word| word.span.end <= joint.chinese.end);
    let mut inside: Vec<&Word> = words.get(first..last)?.iter().collect();
    if !joint.latin_first {
        inside.reverse();
    }
    let Some(next) = inside.first().filter(|word| touches(word.span, joint)) else {
        return institution(prose.text(), with, joint);
    };
    // A lone character beside it may belong to the same name: 萨拉 in 萨拉赫.
    let whole = inside.get(1).is_none_or(|word| word.chars.len() > 1 || leads(prose, with, word));
    if whole && is_half(prose, with, next, joint) {
        return Some(next.span);
    }
    let unknown = |word: &&&Word| word.chars.len() == 1 || is_called(prose, with, word);
    let part = inside.iter().take_while(|word| joint.dotted && unknown(word));
    let whole = part.map(|word| word.span).reduce(hull)?;
    (prose.text()[whole.range()].chars().count() > 1).then_some(whole)
}

/// Whether a word is the other half of the Latin one: a surname behind a first name, or a first
/// name before a surname. Two characters behind a first name may be all of a Chinese one: Lisa 李娜.
fn is_half(prose: &Prose, with: &Resources, word: &Word, joint: &Joint) -> bool {
    let said = word.folded(prose.shadow());
    if joint.dotted {
        word.chars.len() > 1 && is_called(prose, with, word)
    } else if joint.latin_first {
        word.chars.len() > 2 && is_first_name(joint.word.text) && is_called(prose, with, word)
    } else {
        renders_first_name(said)
    }
}

/// The surname at the start of a word for an institution that is called after a person.
fn institution(text: &str, with: &Resources, joint: &Joint) -> Option<Span> {
    let run: Vec<char> = text[joint.chinese.range()].chars().map(fold).collect();
    let called = |length: &usize| {
        let tag = with.segmenter.tag(&run[..*length].iter().collect::<String>());
        tag.is_some_and(|tag| tag.starts_with("nr"))
    };
    let length = (4..=run.len()).rev().find(called)?;
    let bytes: usize = text[joint.chinese.range()].chars().take(length).map(char::len_utf8).sum();
    let start = joint.chinese.range().start;
    (joint.latin_first && is_first_name(joint.word.text)).then(|| Span::from(start..start + bytes))
}

/// Whether a word of one character leads to a name rather than belonging to it: 于, 因, 和.
fn leads(prose: &Prose, with: &Resources, word: &Word) -> bool {
    let tag = with.segmenter.tag(word.folded(prose.shadow()));
    matches!(tag, Some("p" | "c" | "d" | "r" | "u" | "uj" | "ul"))
}

/// Whether the dictionary has a word as a person's name.
fn is_called(prose: &Prose, with: &Resources, word: &Word) -> bool {
    let tag = with.segmenter.tag(word.folded(prose.shadow()));
    tag.is_some_and(|tag| tag.starts_with("nr"))
}

fn hull(one: Span, other: Span) -> Span {
    Span { start: one.start.min(other.start), end: one.end.max(other.end) }
}

fn touches(word: Span, joint: &Joint) -> bool {
    if joint.latin_first {
        word.start == joint.chinese.start
    } else {
        word.end == joint.chinese.end
    }
}
