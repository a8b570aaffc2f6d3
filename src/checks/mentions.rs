//! Where a document glosses its names, and where it leaves them as they are.

use super::{Prose, Unit};
use crate::characters::Sign;
use crate::glossary::{Glossary, Role};
use crate::names::{Case, Latin, differ};
use crate::text::{Place, Span};
use rustc_hash::FxHashMap;

/// A place in a document.
pub(super) type Spot = (Place, Span);

/// The names of a document, each with its mentions.
#[derive(Debug, Default)]
pub(super) struct Mentions<'t> {
    /// Names in the order of their first gloss.
    names: Vec<Name<'t>>,
    nth: FxHashMap<String, usize>,
}

/// A name that the document glosses somewhere.
#[derive(Debug)]
struct Name<'t> {
    original: &'t str,
    /// Its renderings, each once.
    glossed: Vec<Glossed>,
    /// The first place where it, or a full name that ends with it, stands without a gloss.
    bare: Option<(Spot, bool)>,
}

#[derive(Debug)]
struct Glossed {
    rendering: String,
    /// The characters of the rendering, in the form of the shadow.
    folded: Vec<char>,
    /// The first place that has it.
    spot: Spot,
    /// How many places have it.
    count: usize,
    /// Whether the glossary knows the rendering, as right or as wrong.
    is_listed: bool,
}

/// A rendering that the rest of the document contradicts.
#[derive(Debug)]
pub(super) struct Oddity {
    pub(super) name: String,
    pub(super) rendering: String,
    pub(super) here: Spot,
    /// The rendering elsewhere; none where the name is left as it is.
    pub(super) other: Option<String>,
    pub(super) there: Spot,
}

impl<'t> Mentions<'t> {
    pub(super) fn of(units: &[Unit<'t>]) -> Self {
        let mut mentions = Self::default();
        for unit in units.iter().filter(|unit| unit.target.signs().has(Sign::Bracket)) {
            mentions.add_glosses(unit);
        }
        if !mentions.names.is_empty() {
            for unit in units {
                mentions.add_bare(unit);
            }
        }
        mentions
    }

    fn add_glosses(&mut self, unit: &Unit<'t>) {
        let prose = &unit.target;
        for (gloss, chars) in prose.renderings() {
            let span = prose.shadow().span(chars.clone());
            let glossed = Glossed {
                rendering: prose.text()[span.range()].to_owned(),
                folded: prose.shadow().chars()[chars.clone()].to_vec(),
                spot: (unit.place, span),
                count: 1,
                is_listed: is_listed(prose, chars),
            };
            let next = self.names.len();
            let nth = *self.nth.entry(gloss.name.to_lowercase()).or_insert(next);
            if nth == next {
                self.names.push(Name { original: gloss.name, glossed: vec![], bare: None });
            }
            self.names[nth].add(glossed);
        }
    }

    fn add_bare(&mut self, unit: &Unit) {
        let words = unit.target.latin();
        for (nth, word) in words.iter().enumerate() {
            let text = unit.target.text();
            let is_last = words.get(nth + 1).is_none_or(|next| next.run != word.run);
            if word.code || !is_last || word.case() == Case::Capital {
                continue;
            }
            let first = nth
                .checked_sub(1)
                .map(|it| &words[it])
                .filter(|it| it.run == word.run && is_first_name(it));
            let span = Span { start: first.unwrap_or(word).span.start, end: word.span.end };
            if is_bracketed(text, span) {
                continue;
            }
            if let Some(found) = self.nth.get(&word.text.to_lowercase()) {
                // A full name says more than a bare surname.
                let bare = &mut self.names[*found].bare;
                if bare.is_none_or(|(_, full)| !full && first.is_some()) {
                    *bare = Some(((unit.place, span), first.is_some()));
                }
            }
        }
    }

    /// The renderings that do not fit the rest, each once.
    pub(super) fn odd(&self, glossary: &Glossary) -> Vec<Oddity> {
        self.names.iter().flat_map(|name| name.odd(glossary)).collect()
    }
}

/// More renderings of one name than this are noise, and comparing them all would take long.
const MOST: usize = 32;

impl Name<'_> {
    fn add(&mut self, glossed: Glossed) {
        if let Some(known) = self.glossed.iter_mut().find(|it| it.folded == glossed.folded) {
            known.count += 1;
        } else if self.glossed.len() < MOST {
            self.glossed.push(glossed);
        }
    }

    fn odd(&self, glossary: &Glossary) -> Vec<Oddity> {
        let usual = self.usual();
        let mut odd: Vec<Oddity> = vec![];
        for it in self.glossed.iter().filter(|it| differ(&it.folded, &usual.folded)) {
            if odd.iter().all(|known| known.rendering != it.rendering) {
                odd.push(self.oddity(it, Some(usual.rendering.clone()), usual.spot));
            }
        }
        if let Some((there, _)) =
            self.bare.filter(|it| odd.is_empty() && self.is_kept(it, glossary))
        {
            odd.push(self.oddity(usual, None, there));
        }
        odd
    }

    fn oddity(&self, it: &Glossed, other: Option<String>, there: Spot) -> Oddity {
        Oddity {
            name: self.original.to_owned(),
            rendering: it.rendering.clone(),
            here: it.spot,
            other,
            there,
        }
    }

    /// The rendering that most glosses have, the first of them.
    fn usual(&self) -> &Glossed {
        let votes = |it: &Glossed| -> usize {
            let same = self.glossed.iter().filter(|other| !differ(&other.folded, &it.folded));
            same.map(|other| other.count).sum()
        };
        let most = self.glossed.iter().map(votes).max();
        self.glossed.iter().find(|it| Some(votes(it)) == most).expect("a name has a gloss at least")
    }

    /// Whether the document keeps the name elsewhere although it has a rendering: a person's full
    /// name, or a name that the glossary keeps. That a name is glossed once and then kept is the
    /// style of many houses.
    fn is_kept(&self, (_, full): &(Spot, bool), glossary: &Glossary) -> bool {
        let kept = glossary.find(self.original).is_some_and(|term| term.keep);
        (*full || kept) && !self.glossed.iter().any(|it| it.is_listed)
    }
}

/// Whether the glossary knows the rendering, as right or as wrong: then that is said elsewhere.
fn is_listed(prose: &Prose, chars: &std::ops::Range<usize>) -> bool {
    let matches = prose.matches();
    let first = matches.partition_point(|it| it.chars.end <= chars.start);
    let mut here = matches[first..].iter().take_while(|it| it.chars.start < chars.end);
    here.any(|it| it.role != Role::Name)
}

fn is_first_name(word: &Latin) -> bool {
    word.case() == Case::Title && word.is_letters()
}

/// Whether a name stands in brackets or in a quoted title.
fn is_bracketed(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].trim_end().chars().next_back();
    let after = text[span.end as usize..].trim_start().chars().next();
    matches!(before, Some('(' | '（' | '《' | '·')) || matches!(after, Some(')' | '）' | '》'))
}
