//! Names of a document with their parts the wrong way round.

use super::Unit;
use super::mentions::Spot;
use crate::characters::Sign;
use crate::glossary::Glossary;
use crate::names::{Dotted, dotted};
use crate::text::chars;
use rustc_hash::FxHashMap;

/// A name with its parts the wrong way round.
#[derive(Debug)]
pub(super) struct Turned {
    pub(super) here: Spot,
    pub(super) name: String,
    pub(super) right: String,
    /// Where the document has it the right way round; none where the glossary says so.
    pub(super) there: Option<Spot>,
}

/// A name as the document has it, and how often.
struct Seen<'u, 't> {
    name: Dotted,
    unit: &'u Unit<'t>,
    count: usize,
}

/// The names of a document that are turned round, each once.
pub(super) fn turned(units: &[Unit], glossary: &Glossary) -> Vec<Turned> {
    let seen = seen(units);
    let nth: FxHashMap<(&str, &str), usize> =
        seen.iter().enumerate().map(|(nth, it)| (it.parts(), nth)).collect();
    let found = seen.iter().enumerate().filter_map(|(one, it)| {
        let (before, after) = it.parts();
        let other = nth.get(&(after, before));
        let other = other.filter(|other| is_wrong(&seen, one, **other, glossary));
        let there = other.map(|other| (seen[*other].unit.place, seen[*other].name.span));
        (there.is_some() || is_listed(it, glossary)).then(|| it.turned(there))
    });
    found.collect()
}

/// Of two orders the one that is written less often is wrong, or else the later one, unless the
/// glossary knows better.
fn is_wrong(seen: &[Seen], one: usize, other: usize, glossary: &Glossary) -> bool {
    let rarer = (seen[one].count, other) < (seen[other].count, one);
    rarer && !is_listed(&seen[other], glossary)
}

/// The different names of a document, in order.
fn seen<'u, 't>(units: &'u [Unit<'t>]) -> Vec<Seen<'u, 't>> {
    let mut seen: Vec<Seen> = vec![];
    let mut nth: FxHashMap<(String, String), usize> = FxHashMap::default();
    for unit in units.iter().filter(|unit| unit.target.signs().has(Sign::Dot)) {
        for name in dotted(unit.target.text()).into_iter().filter(|it| it.before != it.after) {
            let next = seen.len();
            let known = *nth.entry((name.before.clone(), name.after.clone())).or_insert(next);
            if known == next {
                seen.push(Seen { name, unit, count: 0 });
            }
            seen[known].count += 1;
        }
    }
    seen
}

impl Seen<'_, '_> {
    fn parts(&self) -> (&str, &str) {
        (&self.name.before, &self.name.after)
    }

    fn turned(&self, there: Option<Spot>) -> Turned {
        let name = &self.unit.target.text()[self.name.span.range()];
        let (one, two) = name.split_once(chars::is_middle_dot).unwrap_or((name, ""));
        let here = (self.unit.place, self.name.span);
        Turned { here, right: format!("{two}·{one}"), name: name.to_owned(), there }
    }
}

/// Whether the glossary has what stands before the dot as a person's surname, and what stands
/// after it as that person's first name.
fn is_listed(it: &Seen, glossary: &Glossary) -> bool {
    let (before, after) = it.parts();
    glossary
        .find(before)
        .is_some_and(|term| term.all_renderings().flat_map(dotted).any(|name| name.before == after))
}
