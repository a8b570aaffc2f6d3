use crate::finding::Finding;
use crate::text::{Place, Span};
use std::collections::BTreeMap;

/// The places of fixes that are made together. A fix that meets what another one looked at may be
/// wrong once that is made: of two copies of a word each may be the one that is too many.
#[derive(Default)]
pub(super) struct Taken {
    /// What is replaced.
    replaced: Ranges,
    /// What was looked at to say so.
    seen: Ranges,
}

impl Taken {
    pub(super) fn add(&mut self, finding: &Finding) {
        self.replaced.add(finding.place, finding.span);
        seen(finding).for_each(|(place, span)| self.seen.add(place, span));
    }

    pub(super) fn meets(&self, finding: &Finding) -> bool {
        self.seen.meet(finding.place, finding.span)
            || seen(finding).any(|(place, span)| self.replaced.meet(place, span))
    }
}

fn seen(finding: &Finding) -> impl Iterator<Item = (Place, Span)> {
    std::iter::once((finding.place, finding.span)).chain(finding.related.iter().copied())
}

/// Ranges that do not meet each other: the end of each by its beginning. An empty span has a width
/// of its own, between those of its neighbours.
#[derive(Default)]
struct Ranges(BTreeMap<(Place, u64), u64>);

impl Ranges {
    fn add(&mut self, place: Place, span: Span) {
        let (mut start, mut end) = bounds(span);
        while let Some((first, last)) = self.met(place, (start, end)) {
            self.0.remove(&(place, first));
            (start, end) = (start.min(first), end.max(last));
        }
        self.0.insert((place, start), end);
    }

    fn meet(&self, place: Place, span: Span) -> bool {
        self.met(place, bounds(span)).is_some()
    }

    fn met(&self, place: Place, (start, end): (u64, u64)) -> Option<(u64, u64)> {
        let before = self.0.range((place, 0)..(place, end)).next_back();
        before.map(|((_, first), last)| (*first, *last)).filter(|(_, last)| start < *last)
    }
}

fn bounds(span: Span) -> (u64, u64) {
    let (start, end) = (2 * u64::from(span.start), 2 * u64::from(span.end));
    if span.is_empty() { (start, start + 1) } else { (start + 1, end) }
}

#[cfg(test)]
mod tests {
    use super::{Place, Ranges, Span};

    #[test]
    fn ranges_that_meet_become_one() {
        let (here, mut ranges) = (Place::default(), Ranges::default());
        let there = Place { paragraph: 1, segment: 0 };
        let span = |start, end| Span { start, end };
        ranges.add(here, span(3, 6));
        ranges.add(here, span(9, 12));
        for (other, meets) in
            [((0, 3), false), ((6, 9), false), ((3, 3), false), ((4, 4), true), ((11, 20), true)]
        {
            assert_eq!(ranges.meet(here, span(other.0, other.1)), meets, "{other:?}");
        }
        assert!(!ranges.meet(there, span(3, 6)));
        ranges.add(here, span(5, 10));
        assert!(ranges.meet(here, span(6, 9)));
    }
}
