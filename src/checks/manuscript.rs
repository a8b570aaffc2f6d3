use super::owed::{Owed, owed};
use super::said::Said;
use super::sequel::{self, Close};
use super::{Resources, Unit, quoting};
use crate::characters::{Sign, Signs};
use crate::script::{Census, Script};
use crate::text::{Document, Lone, Missing, Span, Variant};
use std::ops::Deref;
use std::sync::OnceLock;

/// A document laid open for checking: its units, and what is worked out from all of them at most
/// once.
#[derive(Debug)]
pub struct Manuscript<'t> {
    units: Vec<Unit<'t>>,
    /// The variant that a row or the user declares.
    variant: Option<Variant>,
    /// What of the source nothing stands beside, where the two were aligned.
    missing: Option<&'t [Missing]>,
    /// What of the source's names it has not, where the two were paired by names.
    absent: Option<&'t [Missing]>,
    signs: OnceLock<Vec<Signs>>,
    census: OnceLock<Census>,
    said: OnceLock<Said>,
    closes: OnceLock<Vec<Close>>,
    lone_marks: OnceLock<Vec<(usize, Lone)>>,
    owed: OnceLock<Vec<Owed>>,
}

impl<'t> Manuscript<'t> {
    /// Lays a document open.
    pub fn new(units: Vec<Unit<'t>>, with: &Resources) -> Self {
        let variant = units.iter().find_map(|unit| unit.variant).or(with.variant);
        Self {
            units,
            variant,
            missing: None,
            absent: None,
            signs: OnceLock::new(),
            census: OnceLock::new(),
            said: OnceLock::new(),
            closes: OnceLock::new(),
            lone_marks: OnceLock::new(),
            owed: OnceLock::new(),
        }
    }

    /// The same units with what of the document's source nothing stands beside.
    #[must_use]
    pub fn without(self, document: &'t Document) -> Self {
        let (missing, absent) = (document.missing.as_deref(), document.absent.as_deref());
        Self { missing, absent, ..self }
    }

    /// What of the source nothing stands beside, where the two were aligned.
    pub(super) fn unsaid(&self) -> Option<&'t [Missing]> {
        self.missing
    }

    /// What of the source's names it has not, where the two were paired by names.
    pub(super) fn absent(&self) -> Option<&'t [Missing]> {
        self.absent
    }

    /// Where a piece that is missing belongs: the number of the unit before it, and the last
    /// character there; at the very beginning the first unit and the first character.
    pub(super) fn gap(&self, missing: &Missing) -> (usize, Span) {
        let upto = missing.after.map(|it| self.partition_point(|unit| unit.place <= it));
        let nth = upto.map_or(0, |it| it.saturating_sub(1));
        let text = self.units.get(nth).map_or("", |it| it.target.text());
        let mut places = text.char_indices();
        let edge = if upto.is_some() { places.next_back() } else { places.next() };
        (nth, edge.map_or(Span::default(), |(at, c)| Span::from(at..at + c.len_utf8())))
    }

    /// The variant that a row or the user declares.
    pub(super) fn declared(&self) -> Option<Variant> {
        self.variant
    }

    /// The units that have one of these signs. Side by side in memory, signs are read at once.
    pub(super) fn having(&self, signs: &[Sign]) -> impl Iterator<Item = &Unit<'t>> {
        let all = || self.units.iter().map(|unit| unit.target.signs()).collect();
        let has = move |it: &Signs| signs.iter().any(|sign| it.has(*sign));
        let units = self.signs.get_or_init(all).iter().zip(&self.units);
        units.filter(move |(it, _)| has(it)).map(|(_, unit)| unit)
    }

    /// How many characters are evidence for each script.
    pub(super) fn census(&self) -> Census {
        *self.census.get_or_init(|| self.units.iter().map(|unit| unit.target.census()).sum())
    }

    /// The script that the document is written in: the one with most evidence, else the declared.
    pub(super) fn script(&self) -> Option<Script> {
        self.census().majority().or(self.variant.map(Script::from))
    }

    /// Which words of the glossary's contexts it says, and where.
    pub(super) fn said(&self) -> &Said {
        self.said.get_or_init(|| Said::by(&self.units))
    }

    /// The ends of paragraphs at which something is wrong.
    pub(super) fn closes(&self) -> &[Close] {
        self.closes.get_or_init(|| sequel::closes(&self.units))
    }

    /// What the user's terms ask of it, by units.
    pub(super) fn owed(&self, with: &Resources) -> &[Owed] {
        self.owed.get_or_init(|| owed(&self.units, with))
    }

    /// The quotation marks and brackets that lack their other half, with the numbers of their
    /// units.
    pub(super) fn lone_marks(&self) -> &[(usize, Lone)] {
        self.lone_marks.get_or_init(|| quoting::lone_marks(&self.units))
    }
}

impl<'t> Deref for Manuscript<'t> {
    type Target = [Unit<'t>];

    fn deref(&self) -> &Self::Target {
        &self.units
    }
}

impl<'m, 't> IntoIterator for &'m Manuscript<'t> {
    type Item = &'m Unit<'t>;
    type IntoIter = std::slice::Iter<'m, Unit<'t>>;

    fn into_iter(self) -> Self::IntoIter {
        self.units.iter()
    }
}
