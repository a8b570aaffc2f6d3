use super::{Manuscript, Prose};
use crate::finding::{Bilingual, Findings};
use crate::text::{Place, Span};
use std::ops::Range;

/// One note on the whole document where it has `most` of what `find` finds, or more, in 1,000
/// Chinese characters. `find` gives characters of the shadow; `{0}` of `says` is how many there are.
pub(super) fn note(
    units: &Manuscript,
    find: impl Fn(&Prose) -> Vec<Range<usize>>,
    most: u32,
    says: Bilingual,
    out: &mut Findings,
) {
    let found = Density::of(units, find);
    if found.exceeds(most) {
        found.tell(says, out);
    }
}

/// How often something stands in a document, and where.
#[derive(Debug, Default)]
struct Density {
    places: Vec<(Place, Span)>,
    han: u32,
}

impl Density {
    /// Finds it in every unit.
    fn of(units: &Manuscript, find: impl Fn(&Prose) -> Vec<Range<usize>>) -> Self {
        let mut density = Self::default();
        for unit in units {
            let span = |chars| (unit.place, unit.target.shadow().span(chars));
            density.places.extend(find(&unit.target).into_iter().map(span));
        }
        // Most documents have too few for a note: their size does not matter then.
        if density.places.len() >= FEW {
            density.han = units.iter().map(|unit| unit.target.size().han).sum();
        }
        density
    }

    /// How many there are in 1,000 Chinese characters.
    fn per_thousand(&self) -> u32 {
        let count = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        count.saturating_mul(1000) / self.han.max(1)
    }

    /// Whether there are enough, in enough text, for a note.
    fn exceeds(&self, per_thousand: u32) -> bool {
        self.places.len() >= FEW && self.han >= SHORT && self.per_thousand() >= per_thousand
    }

    /// One finding for the document: at the first place, the others beside it.
    fn tell(&self, says: Bilingual, out: &mut Findings) {
        let message = says.with(&[&self.per_thousand().to_string()]);
        let mut places = self.places.iter();
        if let Some((place, span)) = places.next() {
            let mut found = out.at(*place).report(*span, message);
            for (place, span) in places.take(SHOWN) {
                found = found.related_at(*place, *span);
            }
        }
    }
}

/// Fewer than this many say nothing of a habit.
const FEW: usize = 4;

/// Chinese characters of a document that is too short to have habits.
const SHORT: u32 = 200;

/// Other places that are named.
const SHOWN: usize = 9;
