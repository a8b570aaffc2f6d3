//! ICU messages inside the messages of a file: what is shown in each case is a segment of its own,
//! beside what the source shows in that case.

use super::keyed::joined;
use crate::markup::{Message, MessagePart, Piece, Variation, agree, message, variations};
use crate::text::{Document, Kind, Plural, Segment, Strand, Text};

/// The same document with its messages taken apart. A translation that is broken, or that chooses
/// otherwise than its source, stays whole: the checks tell what is wrong with it.
pub(super) fn apart(mut document: Document) -> Document {
    for paragraph in document.paragraphs.iter_mut().filter(|it| it.kind == Kind::Message) {
        if paragraph.segments.iter().any(may_choose) {
            let whole = std::mem::take(&mut paragraph.segments);
            paragraph.segments = whole.into_iter().flat_map(forms).collect();
        }
    }
    document
}

/// Most messages are nothing but words.
fn may_choose(segment: &Segment) -> bool {
    let may = |it: &Text| {
        let text = it.as_str();
        text.contains('{') && (text.contains("plural") || text.contains("select"))
    };
    may(&segment.target) || segment.source.as_ref().is_some_and(may)
}

/// What a segment shows in each case.
fn forms(segment: Segment) -> Vec<Segment> {
    read(&segment).unwrap_or_else(|| vec![segment])
}

fn read(segment: &Segment) -> Option<Vec<Segment>> {
    let text = segment.target.as_str();
    let written = message(text).ok()?;
    let source = match &segment.source {
        Some(source) => Some((source, message(source.as_str()).ok()?)),
        None => None,
    };
    let chooses = |(_, it): &(&Text, Message)| it.chooses();
    let fits = |(source, it): &(&Text, Message)| agree(source.as_str(), it, text, &written);
    if !(written.chooses() || source.as_ref().is_some_and(chooses))
        || !source.as_ref().is_none_or(fits)
    {
        return None;
    }
    let ways = variations(text, &written)?;
    let counts = counts(&written);
    let plurals = Plural::all(ways.iter().filter(|(_, it)| is_category(it)).count());
    let mut plurals = plurals.filter(|_| counts);
    let form = |(pick, shown): (Vec<(&str, &str)>, Variation)| Segment {
        id: segment
            .id
            .as_ref()
            .map(|id| joined([id].into_iter().chain(&shown.keys).map(String::as_str))),
        source: source
            .as_ref()
            .map(|(source, it)| woven(source, &it.variation(source.as_str(), &pick))),
        target: woven(&segment.target, &shown),
        plural: if is_category(&shown) { plurals.next() } else { None }.or(segment.plural),
        in_words: shown.in_words,
        ..segment.clone()
    };
    Some(ways.into_iter().map(form).collect())
}

/// Whether a message is one choice by a number.
fn counts(message: &Message) -> bool {
    let mut choices = message.parts.iter().filter_map(|it| match it {
        MessagePart::Choice(choice) => Some(choice),
        _ => None,
    });
    let is_flat = |it: &Message| !it.chooses();
    let only = choices.next().filter(|_| choices.next().is_none());
    only.is_some_and(|it| it.counts && it.branches.iter().all(|it| is_flat(&it.message)))
}

/// Whether it is shown for a class of numbers, and not for one alone.
fn is_category(shown: &Variation) -> bool {
    shown.keys.first().is_some_and(|it| !it.starts_with('='))
}

fn woven(text: &Text, shown: &Variation) -> Text {
    let strand = |it: &Piece| match it {
        Piece::Words(span) => Strand::Copy(*span),
        Piece::Apostrophe(span) => Strand::Char('\'', *span),
        Piece::Value(span, name) => Strand::Placeholder(name.clone(), *span),
    };
    text.woven(&shown.pieces.iter().map(strand).collect::<Vec<_>>())
}
