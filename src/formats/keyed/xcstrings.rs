//! Apple's string catalogues (.xcstrings): every key with its texts in all languages.

use super::json::{name, target};
use super::path::joined;
use super::scan::{Key, Leaf, Scan};
use crate::formats::escape::{json, unescaped};
use crate::formats::fault::Catalogue;
use crate::markup::fields;
use crate::text::{Missing, Place, Plural, Segment, State, Text};
use rustc_hash::{FxHashMap, FxHashSet};

/// Whether a file is a catalogue: it has strings with localizations, and a source language.
pub(super) fn is_catalogue(scan: &Scan) -> bool {
    let top = |key: Key| scan.containers.iter().any(|it| it.parent == 1 && it.key == key);
    top(STRINGS) && scan.leaves.iter().any(is_language)
}

const STRINGS: Key<'static> = Key::Name("strings");

fn is_language(it: &Leaf) -> bool {
    it.container == 1 && it.key == Key::Name("sourceLanguage")
}

/// The values that count.
const KEYS: [Key<'static>; 5] = [
    Key::Name("value"),
    Key::Name("state"),
    Key::Name("comment"),
    Key::Name("shouldTranslate"),
    Key::Name("extractionState"),
];

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

    /// Its language, if it is a Chinese text.
    fn chinese(&self) -> Option<&str> {
        match self.path.get(3) {
            Some(Key::Name(language)) if self.path.len() > 5 => {
                self.is_string(is_chinese).then_some(language)
            }
            _ => None,
        }
    }

    /// The variation: `plural`, `other` and the like; empty if there is none.
    fn variation(&self) -> &[Key<'_>] {
        &self.path[4..self.path.len() - 2]
    }

    /// The plural of which it is a form, by the keys that lead to it, and the word of the form.
    /// That for nothing may be there in any language.
    fn plural(&self) -> Option<(&[Key<'_>], &str)> {
        let (of, form) = self.path.split_at(self.path.len().checked_sub(3)?);
        let Key::Name(word) = form[0] else { return None };
        (of.last() == Some(&Key::Name("plural")) && word != "zero").then_some((of, word))
    }
}

pub(super) fn read(text: &str, scan: &Scan, found: &mut Catalogue) {
    let word = |it: &Leaf| &text[it.inside.clone()];
    let source = scan.leaves.iter().find(|it| is_language(it)).map_or("en", word);
    let value = |leaf| Value { path: scan.path(leaf), leaf };
    let values: Vec<Value> =
        scan.leaves.iter().filter(|it| KEYS.contains(&it.key)).map(value).collect();
    let mut entries = FxHashMap::default();
    // Values of one key follow each other, those of one unit too.
    for same in values.chunk_by(|one, other| one.path.get(..2) == other.path.get(..2)) {
        let is_of_strings = same[0].path.first() == Some(&STRINGS);
        if !is_of_strings || same[0].path.len() < 3 {
            continue;
        }
        let says_no = |it: &Value| it.leaf.key == KEYS[3] && word(it.leaf) == "false";
        let is_gone = |it: &Value| it.leaf.key == KEYS[4] && word(it.leaf) == "stale";
        let entry = Entry {
            values: same,
            paragraph: found.paragraphs.len(),
            is_due: !same.iter().any(|it| says_no(it) || is_gone(it)),
        };
        entries.insert(same[0].path[1], entry);
        if same.iter().any(says_no) {
            continue;
        }
        let states: FxHashMap<&[Key], &str> = same
            .iter()
            .filter(|it| it.leaf.key == KEYS[1])
            .map(|it| (&it.path[..it.path.len() - 1], word(it.leaf)))
            .collect();
        let of = |it: &&Value| segment(text, it, same, source, &states);
        let chinese: Vec<&Value> =
            same.iter().filter(|it| it.path.len() > 5 && it.is_string(is_chinese)).collect();
        let first = found.paragraphs.len();
        let forms = chinese.iter().zip(plurals(&chinese));
        found.add_all(forms.map(|(it, plural)| Segment { plural, ..of(it) }).collect());
        let comments = same.iter().filter(|it| it.path.len() == 3 && it.leaf.key == KEYS[2]);
        comments.for_each(|it| found.note(text, it.leaf.inside.clone(), first));
    }
    found.absent = absent(text, scan, source, &values, &entries);
}

/// What the file has under a key.
struct Entry<'v, 's, 't> {
    values: &'v [Value<'s, 't>],
    /// The number of its paragraph, if it has one.
    paragraph: usize,
    /// Whether it is to be translated.
    is_due: bool,
}

/// Which of its unit's forms each value is.
fn plurals(values: &[&Value]) -> Vec<Option<Plural>> {
    let mut found = vec![];
    let is_of_one =
        |one: &&Value, other: &&Value| one.plural().map(|it| it.0) == other.plural().map(|it| it.0);
    for same in values.chunk_by(is_of_one) {
        let words: Vec<&str> = same.iter().filter_map(|it| Some(it.plural()?.1)).collect();
        let plurals = Plural::named(&words).into_iter().map(Some);
        found.extend(plurals.chain(std::iter::repeat(None)).take(same.len()));
    }
    found
}

/// The keys that lack a Chinese language of the catalogue, if it has any.
fn absent(
    text: &str,
    scan: &Scan,
    source: &str,
    values: &[Value],
    entries: &FxHashMap<Key, Entry>,
) -> Option<Vec<Missing>> {
    let mut seen = FxHashSet::default();
    let chinese = values.iter().filter_map(|it| it.chinese());
    let languages: Vec<&str> = chinese.filter(|it| seen.insert(*it)).collect();
    let strings = scan.containers.iter().position(|it| it.parent == 1 && it.key == STRINGS)?;
    let (mut found, mut after) = (vec![], None);
    for it in scan.containers.iter().filter(|it| it.parent == strings) {
        let entry = entries.get(&it.key);
        let values = entry.map_or(&[][..], |it| it.values);
        let has = |language: &&str| values.iter().any(|it| it.chinese() == Some(*language));
        if let Some(entry) = entry.filter(|_| values.iter().any(|it| it.chinese().is_some())) {
            let paragraph = u32::try_from(entry.paragraph).unwrap_or(u32::MAX);
            after = entry.is_due.then_some(Place { paragraph, segment: u32::MAX }).or(after);
        }
        let source = original(text, &it.key, values, source);
        if entry.is_none_or(|it| it.is_due) && says_something(&source) {
            let lacking = languages.iter().filter(|it| !has(it));
            found.extend(lacking.map(|language| {
                let id = match languages.len() {
                    1 => name(&it.key),
                    _ => format!("{} ({language})", name(&it.key)),
                };
                Missing { id: Some(id), source: source.clone(), after }
            }));
        }
    }
    (!languages.is_empty()).then_some(found)
}

/// The text of a key in the source language: a key without one is that text.
fn original(text: &str, key: &Key, values: &[Value], source: &str) -> Text {
    let first = values.iter().find(|it| it.path.len() > 5 && it.is_string(|it| it == source));
    first.map_or_else(|| self::key(text, key), |it| target(text, it.leaf))
}

/// Whether a text has words beside its placeholders: all others are in the catalogue too.
fn says_something(source: &Text) -> bool {
    let mut words = source.as_str().to_owned();
    for field in fields(source.as_str()).iter().rev() {
        words.replace_range(field.span.range(), "");
    }
    words.contains(char::is_alphabetic)
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
