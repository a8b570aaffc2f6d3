//! How the terms of a glossary fared in a document.

use super::owed::{Owed, unmet};
use super::{Manuscript, Resources};
use crate::text::{Place, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::AddAssign;

/// How one term fared in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermUse {
    /// What the glossary calls it.
    pub name: String,
    /// Its accepted renderings.
    pub accepted: Vec<String>,
    /// How many segments have it in their source.
    pub expected: u32,
    /// How many of them have a rendering in their target, in the script that was declared if one
    /// was, or need none.
    pub found: u32,
    /// How often the sources say it.
    pub said: u32,
    /// Its renderings in the targets as the glossary writes them, each with the number of segments.
    pub targets: Vec<(String, u32)>,
    /// Where no rendering is.
    pub missing: Vec<Miss>,
}

/// A place where a rendering is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// The segment.
    pub place: Place,
    /// Where the term should stand.
    pub span: Span,
    /// What the source says.
    pub said: String,
}

/// How the terms of a document, or of several, fared together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TermScore {
    /// How many renderings were due: one for each segment whose source has the term.
    pub expected: u32,
    /// How many of them are there.
    pub found: u32,
    /// How many terms the sources say twice at least.
    pub repeated: u32,
    /// How many of those are rendered everywhere, and always by the same target.
    pub consistent: u32,
}

impl TermScore {
    /// How these terms fared together.
    pub fn of(terms: &[TermUse]) -> Self {
        let mut score = Self::default();
        for it in terms {
            let repeated = it.said > 1;
            let same = it.missing.is_empty() && it.targets.len() < 2;
            score.expected += it.expected;
            score.found += it.found;
            score.repeated += u32::from(repeated);
            score.consistent += u32::from(repeated && same);
        }
        score
    }

    /// The share of due renderings that are there; none where none is due.
    pub fn success(self) -> Option<f64> {
        share(self.found, self.expected)
    }

    /// The share of repeated terms that always have the same rendering.
    pub fn consistency(self) -> Option<f64> {
        share(self.consistent, self.repeated)
    }
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

impl AddAssign for TermScore {
    fn add_assign(&mut self, other: Self) {
        self.expected += other.expected;
        self.found += other.found;
        self.repeated += other.repeated;
        self.consistent += other.consistent;
    }
}

/// How each term fared that the sources of a document say, in the order in which they say them.
pub fn term_uses(units: &Manuscript, with: &Resources) -> Vec<TermUse> {
    let missing: FxHashSet<*const Owed> = unmet(units, with).map(std::ptr::from_ref).collect();
    let mut uses: Vec<TermUse> = vec![];
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    for it in units.owed(with) {
        let term = it.term(units, with);
        let Some(name) = term.names.first() else { continue };
        let nth = *known.entry(name).or_insert_with(|| {
            uses.push(TermUse { name: name.clone(), ..TermUse::default() });
            uses.len() - 1
        });
        let is_strange = || it.in_other_script(units, with).is_some();
        let missing = missing.contains(&std::ptr::from_ref(it)) || is_strange();
        uses[nth].add(it, missing, units, with);
    }
    uses
}

impl TermUse {
    fn add(&mut self, it: &Owed, missing: bool, units: &Manuscript, with: &Resources) {
        let term = it.term(units, with);
        let kept = term.names.iter().filter(|_| term.is_kept()).map(String::as_str);
        for rendering in term.all_renderings().chain(kept) {
            if !self.accepted.iter().any(|known| known == rendering) {
                self.accepted.push(rendering.to_owned());
            }
        }
        self.expected += 1;
        self.said += u32::try_from(it.demand.said.len()).unwrap_or(u32::MAX);
        if missing {
            let (place, span) = (units[it.unit].place, it.sentence(units));
            self.missing.push(Miss { place, span, said: it.name(units).to_owned() });
            return;
        }
        self.found += 1;
        for found in &it.demand.found {
            let target = term.all_renderings().nth(found.nth as usize).unwrap_or_default();
            match self.targets.iter_mut().find(|(known, _)| known == target) {
                Some((_, count)) => *count += 1,
                None => self.targets.push((target.to_owned(), 1)),
            }
        }
    }
}
