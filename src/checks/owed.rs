//! What the terms of the user, and those of a row, ask of a document.

use super::pair::sentence_at;
use super::{Manuscript, Resources, Unit};
use crate::glossary::{Demand, Glossary, Term, place_as_is};
use crate::script::{Script, class};
use crate::text::{Kind, Span, Variant, fold};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A term that stands in the source of a unit.
#[derive(Debug)]
pub(super) struct Owed {
    /// The number of the unit.
    pub(super) unit: usize,
    /// Whether the row itself brings the term.
    of_row: bool,
    /// What it is, and what of it is there.
    pub(super) demand: Demand,
}

/// What is owed, by units; what a row says of a term goes before what the glossary says.
pub(super) fn owed(units: &[Unit], with: &Resources) -> Vec<Owed> {
    let mut all = vec![];
    for (nth, unit) in units.iter().enumerate() {
        let Some(source) = unit.target.source() else { continue };
        let asks = |glossary: &Glossary| {
            glossary.demands().map(|it| it.of(source, unit.target.shadow())).unwrap_or_default()
        };
        let of_row = unit.terms.as_deref().map(asks).unwrap_or_default();
        let places: Vec<_> = of_row.iter().flat_map(|it| it.said.iter().cloned()).collect();
        let mut of_glossary = asks(&with.glossary);
        if !places.is_empty() {
            of_glossary.retain(|it| it.said.iter().all(|said| !places.contains(said)));
        }
        let owe = |of_row| move |demand| Owed { unit: nth, of_row, demand };
        all.extend(of_row.into_iter().map(owe(true)));
        all.extend(of_glossary.into_iter().map(owe(false)));
    }
    all
}

impl Owed {
    /// The term.
    pub(super) fn term<'u>(&self, units: &'u [Unit], with: &'u Resources) -> &'u Term {
        let row = units[self.unit].terms.as_deref().filter(|_| self.of_row);
        let demands = row.unwrap_or(&with.glossary).demands();
        demands.expect("a glossary that asks has demands").term(self.demand.term)
    }

    /// Whether the target has it, in either script.
    fn is_met(&self, units: &[Unit], with: &Resources) -> bool {
        let (term, unit) = (self.term(units, with), &units[self.unit]);
        let variant = unit.variant.or(with.variant);
        if term.is_kept() {
            return self.is_kept(term, unit, variant);
        }
        self.demand.found.iter().any(|it| term.accepts(it.nth, variant))
    }

    /// Where the target has it, if it has it only in characters of another script than the one that
    /// was declared, and which of the renderings it is.
    pub(super) fn in_other_script<'u>(
        &self,
        units: &'u [Unit],
        with: &'u Resources,
    ) -> Option<(Span, &'u str)> {
        let (term, unit) = (self.term(units, with), &units[self.unit]);
        let variant = unit.variant.or(with.variant)?;
        let other = Script::from(variant).other();
        let own = || term.renderings(variant).iter().flat_map(|it| it.chars());
        // 杠 belongs to both scripts; in a simplified text it is the simplified 槓.
        let is_other = unit.target.census().majority() == Some(other);
        let stands_for = |c| own().any(|it| class(it) == Some(other.other()) && fold(it) == c);
        let is_of_other = |c| class(c) == Some(other) || is_other && stands_for(c);
        let is_strange = |chars: &Range<usize>| {
            let span = unit.target.shadow().span(chars.clone());
            let written = &unit.target.text()[span.range()];
            written.chars().any(|c| !own().any(|it| it == c) && is_of_other(c))
        };
        let mut due = self.demand.found.iter().filter(|it| term.accepts(it.nth, Some(variant)));
        let first = due.clone().next()?;
        let only = due.all(|it| it.places().all(is_strange)) && !stands_itself(term, unit);
        let rendering = term.all_renderings().nth(first.nth as usize)?;
        only.then(|| (unit.target.shadow().span(first.chars.clone()), rendering))
    }

    /// Whether a name that has to be kept is there letter by letter, or rendered as the glossary
    /// allows.
    fn is_kept(&self, term: &Term, unit: &Unit, variant: Option<Variant>) -> bool {
        let is_name =
            |rendering: &str| term.names.iter().any(|it| it.eq_ignore_ascii_case(rendering));
        let renders = |nth: u32| {
            let rendering = term.all_renderings().nth(nth as usize);
            term.accepts(nth, variant) && rendering.is_some_and(|it| !is_name(it))
        };
        stands_itself(term, unit) || self.demand.found.iter().any(|it| renders(it.nth))
    }

    /// What the source calls it.
    pub(super) fn name<'u>(&self, units: &'u [Unit]) -> &'u str {
        let source = units[self.unit].target.source().unwrap_or_default();
        self.demand.said.first().map_or("", |it| &source[it.clone()])
    }

    /// The sentence of the target where it should stand.
    pub(super) fn sentence(&self, units: &[Unit]) -> Span {
        let said = self.demand.said.first().cloned().unwrap_or_default();
        let target = &units[self.unit].target;
        let source = target.source();
        source.map_or(Span::default(), |it| sentence_at(it, target, said.into()))
    }
}

/// Whether a name that may stay as it is stands there letter by letter.
fn stands_itself(term: &Term, unit: &Unit) -> bool {
    let stands = |name: &String| place_as_is(unit.target.text(), name).is_some();
    term.is_kept() && term.names.iter().any(stands)
}

/// What of a document's debts is not met. In running text a pronoun often stands for what the
/// paragraph before or behind says, so that there a rendering nearby is enough.
pub(super) fn unmet<'m>(
    units: &'m Manuscript,
    with: &'m Resources,
) -> impl Iterator<Item = &'m Owed> {
    let owed = units.owed(with);
    let met: Vec<bool> = owed.iter().map(|it| it.is_met(units, with)).collect();
    let all = || owed.iter().zip(met.iter().copied());
    let key = |it: &Owed, unit: usize| (it.of_row, it.demand.term, unit);
    let runs = |it: &Owed| {
        !it.of_row && matches!(units[it.unit].kind, Kind::Body | Kind::Heading | Kind::Item)
    };
    let near: FxHashSet<_> =
        all().filter(|(it, met)| *met && runs(it)).map(|(it, _)| key(it, it.unit)).collect();
    let nearby = |it: &Owed| {
        runs(it)
            && [it.unit.wrapping_sub(1), it.unit + 1]
                .iter()
                .any(|unit| near.contains(&key(it, *unit)))
    };
    let left: Vec<&Owed> =
        all().filter(|(it, met)| !met && !nearby(it)).map(|(it, _)| it).collect();
    left.into_iter()
}
