//! Which renderings stand in a target, however they are spaced, hyphenated and bracketed.

use super::Term;
use super::index::stands_alone;
use crate::text::{Phrases, Shadow, chars, fold};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The renderings of terms, to be found in targets in one pass.
#[derive(Debug, Default)]
pub(super) struct Accepted {
    phrases: Phrases,
    /// Of each phrase the terms that it renders, each with the number of its rendering.
    owners: FxHashMap<u32, Vec<(u32, u32)>>,
}

/// A rendering that stands in a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// Its number among all renderings of the term.
    pub nth: u32,
    /// Its characters in the shadow, where it stands first.
    pub chars: Range<usize>,
    /// The same where it stands again.
    pub again: Vec<Range<usize>>,
}

impl Rendered {
    /// All its places.
    pub fn places(&self) -> impl Iterator<Item = &Range<usize>> {
        [&self.chars].into_iter().chain(&self.again)
    }
}

impl Accepted {
    pub(super) fn new(terms: &[Term]) -> Self {
        let mut accepted = Self::default();
        for (term, it) in (0..).zip(terms) {
            for (nth, rendering) in (0..).zip(it.all_renderings()) {
                for way in ways(rendering) {
                    let folded = way.chars().filter_map(|c| shape(fold(c)));
                    let Some(number) = accepted.phrases.add(&folded.collect::<String>()) else {
                        continue;
                    };
                    accepted.owners.entry(number).or_default().push((term, nth));
                }
            }
        }
        accepted
    }

    /// The renderings that stand in a target, by their terms: of each the places that are not part
    /// of a longer rendering of the same term.
    pub(super) fn find(&self, target: &Shadow) -> FxHashMap<u32, Vec<Rendered>> {
        let shapes = || target.chars().iter().map(|c| shape(*c)).enumerate();
        let text: Vec<char> = shapes().filter_map(|(_, c)| c).collect();
        let places: Vec<usize> = shapes().filter_map(|(at, c)| c.map(|_| at)).collect();
        let mut found: FxHashMap<u32, Vec<Rendered>> = FxHashMap::default();
        self.phrases.each(&text, |range, number| {
            let chars = places[range.start]..places[range.end - 1] + 1;
            if stands_alone(target.chars(), &chars) {
                for (term, nth) in &self.owners[&number] {
                    let rendered = Rendered { nth: *nth, chars: chars.clone(), again: vec![] };
                    found.entry(*term).or_default().push(rendered);
                }
            }
        });
        // Each list is made sound for itself, so that the order of the map shows nowhere.
        found.into_iter().map(|(term, places)| (term, apart(places))).collect()
    }
}

/// The places of a term by its renderings, without those inside a longer one. They come by their
/// beginnings, the shortest first.
fn apart(mut places: Vec<Rendered>) -> Vec<Rendered> {
    places.sort_by_key(|it| (it.chars.start, usize::MAX - it.chars.end));
    let (mut end, mut known) = (0, FxHashMap::<u32, usize>::default());
    let mut found: Vec<Rendered> = vec![];
    for it in places.into_iter().filter(|it| {
        let is_fresh = it.chars.end > end;
        end = end.max(it.chars.end);
        is_fresh
    }) {
        if let Some(first) = known.get(&it.nth) {
            found[*first].again.push(it.chars);
        } else {
            known.insert(it.nth, found.len());
            found.push(it);
        }
    }
    found
}

/// What counts of a character: blanks, marks and 的 do not, and 与, 和 and 及 are one.
fn shape(c: char) -> Option<char> {
    match c {
        '的' | '之' => None,
        '与' | '和' | '暨' => Some('及'),
        // Two characters that only an expert tells apart.
        '巿' => Some('市'),
        _ => (chars::is_han(c) || c.is_alphanumeric()).then_some(c),
    }
}

/// The ways in which a rendering may be written that a glossary gives with a gloss, or with
/// alternatives behind a slash: 支付结算（RTGS） stands for itself, 支付结算, and RTGS.
fn ways(rendering: &str) -> Vec<&str> {
    let parts: Vec<&str> = rendering.split(['/', '／']).map(str::trim).collect();
    let chinese = parts.len() > 1 && parts.iter().all(|it| han(it) > 1);
    let mut ways = vec![rendering];
    ways.extend(parts.into_iter().filter(|_| chinese));
    let glossed: Vec<&str> = ways.iter().flat_map(|it| outside_and_inside(it)).collect();
    ways.extend(glossed);
    ways
}

fn han(text: &str) -> usize {
    text.chars().filter(|c| chars::is_han(*c)).count()
}

/// What stands before a gloss in brackets at the end, and the gloss where it is in Latin letters.
fn outside_and_inside(rendering: &str) -> Vec<&str> {
    let inner = rendering.trim_end().strip_suffix([')', '）']);
    let split = inner.and_then(|it| it.rsplit_once(['(', '（']));
    let Some((before, inside)) = split.filter(|(before, _)| han(before) > 1) else { return vec![] };
    let latin = han(inside) == 0 && inside.chars().any(chars::is_latin);
    if latin { vec![before, inside] } else { vec![before] }
}

#[cfg(test)]
mod tests {
    use super::{Accepted, Rendered, Shadow, Term};

    fn nths(renderings: &[&str], target: &str) -> Vec<u32> {
        let hans = renderings.iter().map(ToString::to_string).collect();
        let term = Term { names: vec!["x".into()], hans, ..Term::default() };
        let found = Accepted::new(&[term]).find(&Shadow::of(target));
        found.into_values().flatten().map(|it: Rendered| it.nth).collect()
    }

    #[test]
    fn renderings_may_be_spaced_glossed_and_joined_otherwise() {
        for target in ["投資及保險產品", "投资与 保险的产品", "投资和\n保险产品"]
        {
            assert_eq!(nths(&["投资与保险产品"], target), [0], "{target}");
        }
        assert_eq!(nths(&["實時支付結算（RTGS）"], "经由RTGS结算"), [0]);
        assert_eq!(nths(&["开户 / 遥距开户"], "远程开户"), [0]);
        assert_eq!(nths(&["PvP"], "XPVP和PvPs"), [] as [u32; 0]);
    }

    #[test]
    fn the_longest_of_two_renderings_is_meant() {
        assert_eq!(nths(&["联储局", "美国联储局", "联储"], "美国联储局说"), [1]);
        assert_eq!(nths(&["联储", "美联储"], "联储和美联储，联储"), [0, 1]);
    }
}
