//! Makes edits and reads the file again: only what then says what it should is kept.

use super::edit::{Edit, at, changed};
use crate::formats::Again;
use crate::text::{Document, Place, Role, Segment, Span};
use rustc_hash::FxHashMap;

/// A document is read again so many times in a round before the edits that are left are given up,
/// and a large one until so many bytes were read.
const TRIES: usize = 400;
const BYTES: usize = 1 << 30;

/// What became of some edits.
pub(super) struct Settled {
    /// The document with those that were made.
    pub(super) document: Document,
    /// For each edit, whether it was made.
    pub(super) made: Vec<bool>,
}

/// Makes as many of the edits as can be made, all of them at once if possible: those that spoil
/// the file are found by halves.
pub(super) fn settle(document: &Document, edits: Vec<Edit>, again: &Again) -> Settled {
    let mut made = vec![false; edits.len()];
    let errors = errors(again, document);
    let tries = TRIES.min(20 + BYTES / document.raw.len().max(1));
    let mut search = Search { document, again, errors, kept: vec![], last: None, tries };
    let edits: Vec<(usize, Edit)> = edits.into_iter().enumerate().collect();
    search.add(edits);
    for (nth, _) in &search.kept {
        made[*nth] = true;
    }
    let document = search.last.unwrap_or_else(|| document.clone());
    Settled { document, made }
}

/// How many errors there are in a document as it is; none if it is not read again as it was.
fn errors(again: &Again, document: &Document) -> Option<usize> {
    let (read, errors) = read(again, &document.raw)?;
    is_as_told(document, &read, &[]).then_some(errors)
}

fn read(again: &Again, raw: &str) -> Option<(Document, usize)> {
    let mut read = again.read(raw);
    let errors = read.extract_if(.., |it| it.is_err()).count();
    let document = read.pop()?.ok()?;
    (read.is_empty() && document.raw == raw).then_some((document, errors))
}

struct Search<'s> {
    document: &'s Document,
    again: &'s Again<'s>,
    errors: Option<usize>,
    /// The edits that are made, each with its number.
    kept: Vec<(usize, Edit)>,
    /// The document with them.
    last: Option<Document>,
    tries: usize,
}

impl Search<'_> {
    fn add(&mut self, mut edits: Vec<(usize, Edit)>) {
        while !edits.is_empty() && self.tries > 0 {
            if self.try_with(&edits) {
                return;
            }
            if edits.len() > 1 {
                let second = edits.split_off(edits.len() / 2);
                self.add(edits);
                edits = second;
                continue;
            }
            edits[0].1.ways.remove(0);
            if edits[0].1.ways.is_empty() {
                return;
            }
        }
    }

    /// Whether the file says what it should with these edits beside those that are made.
    fn try_with(&mut self, edits: &[(usize, Edit)]) -> bool {
        self.tries -= 1;
        let all: Vec<(usize, Edit)> = self.kept.iter().chain(edits).cloned().collect();
        let only: Vec<Edit> = all.iter().map(|(_, it)| it.clone()).collect();
        let Some(raw) = changed(&self.document.raw, &only) else { return false };
        let Some((read, errors)) = read(self.again, &raw) else { return false };
        let is_well = Some(errors) == self.errors && is_as_told(self.document, &read, &only);
        if is_well {
            self.last = Some(with_the_rest(self.document, read));
            self.kept = all;
        }
        is_well
    }
}

/// The document with what was put beside it and does not stand in its own bytes.
fn with_the_rest(old: &Document, mut new: Document) -> Document {
    let segments = old.paragraphs.iter().flat_map(|it| &it.segments);
    for (new, old) in new.paragraphs.iter_mut().flat_map(|it| &mut it.segments).zip(segments) {
        new.source = new.source.take().or_else(|| old.source.clone());
    }
    let absent = new.absent.take();
    Document {
        source_raw: old.source_raw.clone(),
        original: old.original.clone(),
        absent: absent.or_else(|| old.absent.clone()),
        start: old.start,
        first_line: old.first_line,
        ..new
    }
}

/// An edit in each segment that is read from the same bytes: the words around a choice of a message
/// are in each of its branches.
fn wherever(old: &Document, edit: &Edit) -> Vec<(Place, Edit)> {
    let paragraph = old.paragraphs.get(edit.place.paragraph as usize);
    let segments = paragraph.map_or(&[][..], |it| &it.segments);
    let there = |(segment, it): (u32, &Segment)| {
        let place = Place { segment, ..edit.place };
        let moved = |start| Edit {
            place,
            span: Span { start, end: start + edit.span.len() },
            ..edit.clone()
        };
        if place == edit.place {
            return Some((place, edit.clone()));
        }
        let first = edit.raw.first().filter(|_| segments.len() > 1)?.start;
        let all = Span::from(0..it.target.as_str().len());
        let is_end =
            edit.span.is_empty() && it.target.in_raw(Span { start: all.end, ..all }).start == first;
        let moved = moved(if is_end { all.end } else { it.target.read_from(first)? });
        let is_same = it.target.as_str().get(moved.span.range()).is_some()
            && it
                .target
                .pieces_in_raw(moved.span)
                .iter()
                .eq(edit.raw.iter().filter(|_| !edit.span.is_empty()));
        is_same.then_some((place, moved))
    };
    (0..).zip(segments).filter_map(there).collect()
}

/// Whether a document is the old one with these edits, and nothing else.
fn is_as_told(old: &Document, new: &Document, edits: &[Edit]) -> bool {
    let mut by_place: FxHashMap<Place, Vec<Edit>> = FxHashMap::default();
    for edit in edits {
        for (place, edit) in wherever(old, edit) {
            by_place.entry(place).or_default().push(edit);
        }
    }
    old.paragraphs.len() == new.paragraphs.len()
        && (0..).zip(old.paragraphs.iter().zip(&new.paragraphs)).all(|(paragraph, (old, new))| {
            old.segments.len() == new.segments.len()
                && (0..).zip(old.segments.iter().zip(&new.segments)).all(|(segment, (old, new))| {
                    let edits = by_place.get(&Place { paragraph, segment });
                    is_same(old, new, edits.map_or(&[], Vec::as_slice))
                })
        })
}

fn is_same(old: &Segment, new: &Segment, edits: &[Edit]) -> bool {
    let target = if edits.is_empty() {
        old.target.as_str() == new.target.as_str()
    } else {
        edited(old.target.as_str(), edits).as_deref() == Some(new.target.as_str())
    };
    let source = |it: &'_ Segment| it.source.as_ref().map(|it| it.as_str().to_owned());
    let has_its_source = new.source.is_none() || source(old) == source(new);
    target && has_its_source && old.id == new.id && inlines(old).eq(inlines(new))
}

/// The inline elements of a translation, whose places its text tells.
fn inlines(it: &Segment) -> impl Iterator<Item = (Role, &str, Option<&str>)> {
    it.target.inlines().iter().map(|it| (it.role, &*it.raw, it.id.as_deref()))
}

/// A text with the edits made.
fn edited(text: &str, edits: &[Edit]) -> Option<String> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|it| it.span);
    let (mut made, mut done) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        made.push_str(text.get(done..edit.span.start as usize)?);
        made.push_str(&edit.text);
        done = edit.span.end as usize;
    }
    made.push_str(&text[done..]);
    Some(made)
}

/// The text at a place.
pub(super) fn text_at(document: &Document, place: Place) -> &str {
    at(document, place).map_or("", |it| it.target.as_str())
}
