//! Apple's property lists: .stringsdict, and .strings in their XML form.

use super::element::Element;
use super::letters::{Markup, text};
use super::tree::Tree;
use crate::formats::fault::Catalogue;
use crate::formats::keyed::joined;
use crate::text::{Kind, Paragraph, Segment, Span};
use rustc_hash::FxHashMap;

pub(super) fn read(tree: &Tree, found: &mut Catalogue) {
    // The keys of the dictionaries that stand around an element, by its number.
    let mut keys = FxHashMap::default();
    for dictionary in tree.named("dict") {
        let path = path(dictionary, &keys);
        let mut key = None;
        for item in dictionary.children() {
            match item.name() {
                "key" => key = item.words(),
                "dict" => keys.extend(key.take().map(|it| (item.at, it))),
                "string" => found.paragraphs.extend(unit(item, &path, key.take())),
                _ => key = None,
            }
        }
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

fn unit(item: Element, path: &[String], key: Option<String>) -> Option<Paragraph> {
    let key = key?;
    // What kind of rule this is, and of what type its number, is no text.
    if key.starts_with("NSStringFormat") {
        return None;
    }
    let id = Some(joined(path.iter().chain([&key])));
    let target = text(item, &|_| Markup::Pair);
    let segments = vec![Segment { id, target, ..Segment::default() }];
    Some(Paragraph { kind: Kind::Message, segments })
}
