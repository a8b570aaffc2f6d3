use super::scan::{Scan, Standing};
use super::{Index, Role, Sightings, Term};
use crate::text::{Shadow, chars};
use std::cmp::Ordering;
use std::ops::Range;

/// A place that is one character away from a rendering.
#[derive(Clone, Debug)]
pub struct NearMiss<'g> {
    /// Whose rendering.
    pub term: &'g Term,
    /// The rendering, folded.
    pub rendering: &'g [char],
    /// The characters of the shadow that are nearly it.
    pub chars: Range<usize>,
    /// The character that is wrong: its number in the shadow and in the rendering. None where one
    /// is missing or too many.
    pub wrong: Option<(usize, usize)>,
}

/// The shortest rendering that a near miss is looked for: shorter ones are near to everything.
const SHORTEST: usize = 4;

/// The number of a rendering, and the characters of it that make one of its halves.
type Half = (u32, Range<usize>);

/// Renderings by the first two characters of their halves: a rendering with one slip in it still
/// has one half whole, so that looking for the beginnings of halves finds all near misses.
#[derive(Debug, Default)]
pub(super) struct Fuzzy {
    /// The number of each term, with its rendering folded.
    renderings: Vec<(u32, Vec<char>)>,
    /// The halves with each beginning, by its number among the phrases.
    halves: Vec<Vec<Half>>,
}

impl Fuzzy {
    /// Of the renderings of terms. The beginnings of their halves, `scan` takes in.
    pub(super) fn new(terms: &[Term], scan: &mut Scan) -> Self {
        let mut fuzzy = Self::default();
        for (nth, term) in (0..).zip(terms) {
            let mut renderings: Vec<Vec<char>> = term
                .all_renderings()
                .map(|it| it.chars().map(crate::text::fold).collect())
                .collect();
            renderings.sort_unstable();
            renderings.dedup();
            for rendering in renderings {
                fuzzy.add(nth, rendering, scan);
            }
        }
        fuzzy
    }

    fn add(&mut self, term: u32, rendering: Vec<char>, scan: &mut Scan) {
        let is_inner = |c: &char| chars::is_han(*c) || chars::is_middle_dot(*c);
        if rendering.len() < SHORTEST || !rendering.iter().all(is_inner) {
            return;
        }
        let number = u32::try_from(self.renderings.len()).expect("a glossary fits into memory");
        let middle = rendering.len() / 2;
        for half in [0..middle, middle..rendering.len()] {
            let begins: String = rendering[half.start..half.start + 2].iter().collect();
            let Some(nth) = scan.add(&begins) else { continue };
            let nth = nth as usize;
            self.halves.resize_with(self.halves.len().max(nth + 1), Vec::new);
            self.halves[nth].push((number, half));
        }
        self.renderings.push((term, rendering));
    }

    /// The halves that begin with the phrase of this number.
    fn of(&self, number: u32) -> &[Half] {
        self.halves.get(number as usize).map_or(&[], Vec::as_slice)
    }

    /// Of what stands in a text where halves begin.
    pub(super) fn among(&self, standing: &[Standing]) -> Vec<(usize, u32)> {
        let halves = standing.iter().filter(|(_, number)| !self.of(*number).is_empty());
        halves.map(|(chars, number)| (chars.start, *number)).collect()
    }

    /// The near misses of a text, those left out that touch a place where the glossary has a match.
    pub(super) fn near<'g>(
        &'g self,
        index: &'g Index,
        shadow: &Shadow,
        sightings: &Sightings,
    ) -> Vec<NearMiss<'g>> {
        let text = shadow.chars();
        let mut found: Vec<NearMiss> = vec![];
        let names = sightings.names.iter();
        let mut exact = names.filter(|it| it.role != Role::Name).peekable();
        for (at, number) in &sightings.halves {
            let at = *at;
            while exact.next_if(|it| it.chars.end <= at).is_some() {}
            for (number, half) in self.of(*number) {
                let (term, rendering) = &self.renderings[*number as usize];
                let Some((chars, wrong)) = slip(text, at, rendering, half) else { continue };
                let touches = exact.peek().is_some_and(|it| it.chars.start < chars.end);
                let known = found.last().is_some_and(|last| chars.start < last.chars.end);
                if !touches && !known {
                    found.push(NearMiss {
                        term: &index.terms()[*term as usize],
                        rendering,
                        chars,
                        wrong,
                    });
                }
            }
        }
        found
    }
}

type Place = (Range<usize>, Option<(usize, usize)>);

/// Where a rendering stands with one slip, if its `half` stands at the character `at`, as its first
/// two characters do.
fn slip(text: &[char], at: usize, rendering: &[char], half: &Range<usize>) -> Option<Place> {
    let rest = &rendering[half.start + 2..half.end];
    if !rest.is_empty() && !text[at + 2..].starts_with(rest) {
        return None;
    }
    let length = rendering.len();
    // The other half is before or after this one, and as long, or a character shorter or longer.
    [0, -1, 1].into_iter().find_map(|more: isize| {
        let chars = if half.start == 0 {
            at..at.checked_add(length)?.checked_add_signed(more)?
        } else {
            at.checked_sub(half.start)?.checked_add_signed(-more)?..at + half.len()
        };
        let here = text.get(chars.clone())?;
        let same = here.iter().zip(rendering).take_while(|(a, b)| a == b).count();
        let wrong = (more == 0).then_some((chars.start + same, same));
        is_one_slip(here, rendering, same).then_some((chars, wrong))
    })
}

/// Whether two texts that begin with `same` equal characters differ by one after them.
fn is_one_slip(a: &[char], b: &[char], same: usize) -> bool {
    match a.len().cmp(&b.len()) {
        Ordering::Less => a[same..] == b[same + 1..],
        Ordering::Greater => a[same + 1..] == b[same..],
        Ordering::Equal => {
            same < a.len() && !is_variant(a[same], b[same]) && a[same + 1..] == b[same + 1..]
        }
    }
}

/// Whether two characters are two ways to write one word: 計劃 and 計畫.
fn is_variant(a: char, b: char) -> bool {
    [
        ('划', '画'),
        ('账', '帐'),
        ('像', '象'),
        ('份', '分'),
        ('唯', '惟'),
        ('订', '定'),
        ('做', '作'),
        ('他', '它'),
        ('她', '他'),
        ('的', '之'),
    ]
    .iter()
    .any(|pair| *pair == (a, b) || *pair == (b, a))
}
