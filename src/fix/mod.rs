//! Applies the fixes of a review to the document that was reviewed.
//!
//! A fix is a text for a span of a segment. It is written as the format of the file has it, the
//! document is read again, and only if the segment then says what it should, and all else what it
//! said before, the fix is kept. What the fixes bring to light is fixed in the next round.

mod edit;
mod settle;
mod taken;

pub use edit::Reason;

use crate::align;
use crate::checks::Resources;
use crate::config::Rules;
use crate::finding::{Finding, Fix};
use crate::formats::Again;
use crate::review::{Review, review};
use crate::text::{Document, Place, Text};
use edit::Edit;
use rustc_hash::{FxHashMap, FxHashSet};
use settle::{settle, text_at};
use std::cmp::Reverse;
use taken::Taken;

/// A document after its fixes.
#[derive(Debug)]
pub struct Mended {
    /// The document, as it is reviewed: beside its source, if there is one.
    pub document: Document,
    /// What is still found in it.
    pub review: Review,
    /// How many fixes were applied.
    pub applied: usize,
    /// The findings whose fixes were wanted and could not be applied, and why.
    pub refused: Vec<(Finding, Reason)>,
}

/// Says whether a fix is wanted.
pub type Choice<'c> = &'c mut dyn FnMut(&Document, &Finding, &Fix) -> bool;

/// Applies the fixes that are wanted to a document, again and again until nothing more is wanted.
pub fn mend(
    document: &Document,
    again: &Again,
    with: &Resources,
    rules: &Rules,
    choice: Choice,
) -> Mended {
    let mut locked = FxHashSet::default();
    loop {
        let work = Work {
            again,
            locked: &locked,
            document: document.clone(),
            applied: 0,
            passed_over: FxHashMap::default(),
            said: FxHashMap::default(),
        };
        match work.all(with, rules, choice) {
            Ok(mended) => return *mended,
            // What goes round in circles stays as it was, so that a second run finds it the same.
            Err(circling) => locked.extend(circling),
        }
    }
}

/// Fixes bring others to light so many times.
const ROUNDS: usize = 16;

struct Work<'w> {
    again: &'w Again<'w>,
    /// Texts that are not touched.
    locked: &'w FxHashSet<Place>,
    document: Document,
    applied: usize,
    /// Fixes that were not applied, and why; nothing stands for not being wanted.
    passed_over: FxHashMap<Key, Option<Reason>>,
    /// What the texts that were changed said before.
    said: FxHashMap<Place, Vec<String>>,
}

/// A fix by what it does, wherever the text moves to.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    place: Place,
    check: &'static str,
    old: String,
    new: String,
}

impl Work<'_> {
    /// Works on until no fix is left, or says which texts never come to rest.
    fn all(
        mut self,
        with: &Resources,
        rules: &Rules,
        choice: Choice,
    ) -> Result<Box<Mended>, Vec<Place>> {
        let mut restless = vec![];
        for _ in 0..ROUNDS {
            let mut document = self.document.clone();
            // What cannot be paired is fixed alone; the error was told when it was read.
            let _ = align::pair(&mut document, with.encoder());
            let review = review(&document, with, rules);
            let edits = self.edits(&document, &review, choice);
            if edits.is_empty() {
                return Ok(Box::new(self.mended(document, review)));
            }
            restless = self.apply(edits)?;
        }
        Err(restless)
    }

    /// Makes the edits, as far as they can be made; the places of those that were.
    fn apply(&mut self, edits: Vec<(Key, Edit)>) -> Result<Vec<Place>, Vec<Place>> {
        let (keys, edits): (Vec<Key>, Vec<Edit>) = edits.into_iter().unzip();
        let places: Vec<Place> = edits.iter().map(|it| it.place).collect();
        let settled = settle(&self.document, edits, self.again);
        self.applied += settled.made.iter().filter(|it| **it).count();
        let mut touched = vec![];
        for ((key, place), is_made) in keys.into_iter().zip(places).zip(settled.made) {
            if is_made {
                touched.push(place);
            } else {
                self.passed_over.insert(key, Some(Reason::Unwritable));
            }
        }
        touched.dedup();
        let old = std::mem::replace(&mut self.document, settled.document);
        let mut circling = vec![];
        for place in &touched {
            let said = self.said.entry(*place).or_default();
            said.push(text_at(&old, *place).to_owned());
            circling.extend(
                said.iter().any(|it| it == text_at(&self.document, *place)).then_some(*place),
            );
        }
        if circling.is_empty() { Ok(touched) } else { Err(circling) }
    }

    /// The fixes of a review that are wanted and do not meet, the heavier first.
    fn edits(&mut self, document: &Document, review: &Review, choice: Choice) -> Vec<(Key, Edit)> {
        let mut fixes: Vec<&Finding> =
            review.findings.iter().filter(|it| it.fix.is_some()).collect();
        fixes.sort_by_key(|it| Reverse(it.severity));
        let (mut taken, mut edits, mut passed) = (Taken::default(), vec![], vec![]);
        for finding in fixes {
            let (Some(fix), Some(segment)) = (&finding.fix, edit::at(document, finding.place))
            else {
                continue;
            };
            let key = key(finding, fix, &segment.target);
            if self.passed_over.contains_key(&key) || taken.meets(finding) {
                continue;
            }
            if !choice(document, finding, fix) {
                passed.push((key, None));
                continue;
            }
            match self.edit(finding, fix, &segment.target) {
                Ok(edit) => {
                    taken.add(finding);
                    edits.push((key, edit));
                }
                Err(reason) => passed.push((key, Some(reason))),
            }
        }
        self.passed_over.extend(passed);
        edits.sort_by_key(|(_, it)| (it.place, it.span));
        edits
    }

    fn edit(&self, finding: &Finding, fix: &Fix, text: &Text) -> Result<Edit, Reason> {
        let edit = Edit::of(finding, fix, text, &self.document, self.again)?;
        if self.locked.contains(&edit.place) { Err(Reason::Circle) } else { Ok(edit) }
    }

    fn mended(self, document: Document, review: Review) -> Mended {
        let refusal = |finding: &Finding| {
            let segment = edit::at(&document, finding.place)?;
            let key = key(finding, finding.fix.as_ref()?, &segment.target);
            let reason = (*self.passed_over.get(&key)?)?;
            Some((finding.clone(), reason))
        };
        let refused = review.findings.iter().filter_map(refusal).collect();
        Mended { refused, applied: self.applied, document, review }
    }
}

fn key(finding: &Finding, fix: &Fix, text: &Text) -> Key {
    Key {
        place: finding.place,
        check: finding.check,
        old: text.as_str()[finding.span.range()].to_owned(),
        new: fix.replacement.clone(),
    }
}
