//! Apple's string catalogues (.xcstrings): every key with its texts in all languages.

use super::json::{name, target};
use super::path::joined;
use super::scan::{Key, Leaf, Scan};
use crate::formats::escape::{json, unescaped};
use crate::formats::fault::Catalogue;
use crate::text::{Segment, State, Text};
use rustc_hash::FxHashMap;

/// Whether a file is a catalogue: it has strings with localizations, and a source language.
pub(super) fn is_catalogue(scan: &Scan) -> bool {
    let top =
        |key: &str| scan.containers.iter().any(|it| it.parent == 1 && it.key == Key::Name(key));
    top("strings") && scan.leaves.iter().any(is_language)
}

fn is_language(it: &Leaf) -> bool {
    it.container == 1 && it.key == Key::Name("sourceLanguage")
}

/// The values that count.
const KEYS: [Key<'static>; 4] =
    [Key::Name("value"), Key::Name("state"), Key::Name("comment"), Key::Name("shouldTranslate")];

/// A value with the path that leads to it: `strings`, its key, `localizations`, a language, the
/// variation if it is one, `stringUnit`, `value`.
struct Value<'s, 't> {
    path: Vec<Key<'t>>,
    leaf: &'s Leaf<'t>,
}

impl Value<'_, '_> {
    fn is_string(&self, language: impl Fn(&str) -> bool) -> bool {
        let is_its = |it: &Key| matches!(it, Key::Name(name) if language(name));
        self.leaf.key == KEYS[0] && self.leaf.is_string && self.path.get(3).is_some_and(is_its)
    }

    /// The variation: `plural`, `other` and the like; empty if there is none.
    fn variation(&self) -> &[Key<'_>] {
        &self.path[4..self.path.len() - 2]
    }
}

pub(super) fn read(text: &str, scan: &Scan, found: &mut Catalogue) {
    let word = |it: &Leaf| &text[it.inside.clone()];
    let source = scan.leaves.iter().find(|it| is_language(it)).map_or("en", word);
    let value = |leaf| Value { path: scan.path(leaf), leaf };
    let values: Vec<Value> =
        scan.leaves.iter().filter(|it| KEYS.contains(&it.key)).map(value).collect();
    // Values of one key follow each other, those of one unit too.
    for same in values.chunk_by(|one, other| one.path.get(..2) == other.path.get(..2)) {
        let is_of_strings = same[0].path.first() == Some(&Key::Name("strings"));
        let says_no = |it: &Value| it.leaf.key == KEYS[3] && word(it.leaf) == "false";
        if !is_of_strings || same[0].path.len() < 3 || same.iter().any(says_no) {
            continue;
        }
        let states: FxHashMap<&[Key], &str> = same
            .iter()
            .filter(|it| it.leaf.key == KEYS[1])
            .map(|it| (&it.path[..it.path.len() - 1], word(it.leaf)))
            .collect();
        let of = |it: &Value| segment(text, it, same, source, &states);
        let chinese = same.iter().filter(|it| it.path.len() > 5 && it.is_string(is_chinese));
        let first = found.paragraphs.len();
        found.add_all(chinese.map(of).collect());
        let comments = same.iter().filter(|it| it.path.len() == 3 && it.leaf.key == KEYS[2]);
        comments.for_each(|it| found.note(text, it.leaf.inside.clone(), first));
    }
}

fn segment(
    text: &str,
    it: &Value,
    same: &[Value],
    source: &str,
    states: &FxHashMap<&[Key], &str>,
) -> Segment {
    let variation = it.variation().iter().filter(|it| **it != Key::Name("variations"));
    let keys = it.path[1..2].iter().chain(variation).map(name);
    let mut originals =
        same.iter().filter(|other| other.path.len() > 5 && other.is_string(|it| it == source));
    let first = originals.clone().next();
    let original = originals.find(|other| other.variation() == it.variation()).or(first);
    let comment = same.iter().find(|it| it.path.len() == 3 && it.leaf.key == KEYS[2]);
    let language = name(&it.path[3]);
    Segment {
        id: Some(joined(keys)),
        // A key without a text of its own in the source language is that text.
        source: Some(original.map_or_else(|| key(text, &it.path[1]), |it| target(text, it.leaf))),
        target: target(text, it.leaf),
        variant: language.parse().ok(),
        state: state(states.get(&it.path[..it.path.len() - 1]).copied()),
        notes: comment.map(|it| target(text, it.leaf).as_str().to_owned()).into_iter().collect(),
        ..Segment::default()
    }
}

/// A key as a text of its own: keys are borrowed from the file.
fn key(text: &str, key: &Key) -> Text {
    let Key::Name(key) = key else { return Text::default() };
    unescaped(key, (key.as_ptr() as usize).saturating_sub(text.as_ptr() as usize), json)
}

fn is_chinese(language: &str) -> bool {
    language == "zh" || language.starts_with("zh-") || language.starts_with("yue")
}

fn state(said: Option<&str>) -> Option<State> {
    match said? {
        "new" => Some(State::Untranslated),
        "needs_review" | "stale" => Some(State::Draft),
        "translated" => Some(State::Translated),
        _ => None,
    }
}
