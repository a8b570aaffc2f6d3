//! Apple's property lists: .stringsdict, and .strings in their XML form.

use super::element::Element;
use super::letters::{Markup, text};
use super::tree::Tree;
use crate::formats::fault::Catalogue;
use crate::formats::keyed::joined;
use crate::text::{Kind, Paragraph, Plural, Segment, Span};
use rustc_hash::FxHashMap;

pub(super) fn read(tree: &Tree, found: &mut Catalogue) {
    // The keys of the dictionaries that stand around an element, by its number.
    let mut keys = FxHashMap::default();
    for dictionary in tree.named("dict") {
        let path = path(dictionary, &keys);
        let (mut key, mut counts, mut segments) = (None, false, vec![]);
        for item in dictionary.children() {
            match item.name() {
                "key" => key = item.words(),
                _ if key.as_ref().is_some_and(|it| is_about(it)) => {
                    counts |= key.take().is_some_and(|it| it == VALUE);
                }
                "dict" => keys.extend(key.take().map(|it| (item.at, it))),
                "string" => segments.extend(key.take().map(|it| (segment(item, &path, &it), it))),
                _ => key = None,
            }
        }
        found.paragraphs.extend(if counts { forms(segments) } else { alone(segments) });
    }
    found.paragraphs.sort_by_key(|it| it.segments[0].target.in_raw(Span::default()));
}

/// The keys that lead to a dictionary, from the outermost.
fn path(dictionary: Element, keys: &FxHashMap<usize, String>) -> Vec<String> {
    let around = dictionary.and_around();
    let mut path: Vec<String> = around.filter_map(|it| keys.get(&it.at).cloned()).collect();
    path.reverse();
    path
}

/// A text with its key.
type Keyed = (Segment, String);

fn segment(item: Element, path: &[String], key: &String) -> Segment {
    let target = text(item, &|_| Markup::Pair);
    Segment { id: Some(joined(path.iter().chain([key]))), target, ..Segment::default() }
}

fn alone(segments: Vec<Keyed>) -> Vec<Paragraph> {
    let unit = |(it, _)| Paragraph { kind: Kind::Message, segments: vec![it] };
    segments.into_iter().map(unit).collect()
}

/// The forms of a text that counts something. That for nothing may be there in any language.
fn forms(segments: Vec<Keyed>) -> Vec<Paragraph> {
    let counted = |it: &&str| *it != "zero";
    let words: Vec<&str> = segments.iter().map(|it| it.1.as_str()).filter(counted).collect();
    let mut plurals = Plural::named(&words).into_iter();
    let form = |(it, word): Keyed| {
        let plural = if counted(&word.as_str()) { plurals.next() } else { None };
        Segment { plural, ..it }
    };
    let segments: Vec<Segment> = segments.into_iter().map(form).collect();
    let is_there = !segments.is_empty();
    is_there.then_some(Paragraph { kind: Kind::Message, segments }).into_iter().collect()
}

/// What a rule is of, and of which type its number: this is no text.
fn is_about(key: &str) -> bool {
    key.starts_with("NSStringFormat")
}

/// A dictionary that says of which type a number is has the forms for it.
const VALUE: &str = "NSStringFormatValueTypeKey";
