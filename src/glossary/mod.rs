//! Terms with their renderings: those that ship, the user's, those of a row.
//!
//! A glossary is a table of text (`table`), a workbook (`xlsx`) or a term base (`tbx`), read into terms (`Term`) when the first text asks, and
//! searched in one pass (`index`). Which tables it is made of, `load` decides.

mod accepted;
mod context;
mod demands;
mod fuzzy;
mod index;
mod lists;
mod load;
mod near;
mod rows;
mod scan;
mod shipped;
mod table;
mod tbx;
mod term;
mod wording;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use accepted::Rendered;
pub use demands::{Demand, Demands};
pub use fuzzy::NearMiss;
pub use index::{Match, Role, holds_as_is, place_as_is};
pub use near::distance;
pub use term::Term;

use crate::lexicon::Lexicon;

use fuzzy::Fuzzy;
use index::{Index, fold};
use near::Near;
use rustc_hash::FxHashMap;
use scan::{Scan, Scanned};
use std::sync::OnceLock;

/// Terms with their renderings. By default: all that ship with the program.
///
/// ```
/// use xindaya::{glossary::Glossary, text::Shadow};
/// let glossary = Glossary::of_terms(&[("clearing bank".into(), vec!["結算銀行".into()])]);
/// let found = glossary.matches(&Shadow::of("三家结算银行"));
/// assert_eq!(found[0].chars, 2..6);
/// ```
#[derive(Debug)]
pub struct Glossary {
    /// Tables of the program that are not read before somebody asks: a start costs nothing.
    shipped: Vec<&'static str>,
    own: Vec<Term>,
    built: OnceLock<Built>,
    demands: OnceLock<Demands>,
    near: OnceLock<Near>,
}

/// The terms, the names apart from the ordinary words: these have no renderings to look for.
#[derive(Debug)]
struct Built {
    names: Index,
    calques: Index,
    fuzzy: Fuzzy,
    /// What shows that a wrong sense is wrong or right: the words of contexts, with their numbers.
    contexts: FxHashMap<String, u32>,
    scan: Scan,
}

/// What of a glossary stands in a text.
#[derive(Clone, Debug, Default)]
pub struct Sightings<'g> {
    /// Names, renderings and forbidden renderings: leftmost first, the longest of those that start
    /// together, none inside another.
    pub names: Vec<Match<'g>>,
    /// Possible wrong senses of ordinary words: all of them, leftmost first, the longest of those
    /// that start together first.
    pub calques: Vec<Match<'g>>,
    /// The numbers of the words of contexts, each once.
    pub said: Vec<u32>,
    /// Where halves of renderings begin, each with the number of its beginning.
    halves: Vec<(usize, u32)>,
}

impl Default for Glossary {
    fn default() -> Self {
        Self::new(shipped::ALL.iter().map(|(_, table)| *table).collect(), vec![])
    }
}

impl Glossary {
    fn new(shipped: Vec<&'static str>, own: Vec<Term>) -> Self {
        Self {
            shipped,
            own,
            built: OnceLock::new(),
            demands: OnceLock::new(),
            near: OnceLock::new(),
        }
    }

    /// The glossary of one row: source terms, each with its accepted renderings.
    pub fn of_terms(rows: &[(String, Vec<String>)]) -> Self {
        Self::new(vec![], rows.iter().map(|(name, targets)| Term::of_row(name, targets)).collect())
    }

    /// What it asks of a translation beside its source: the terms of the user, where there are any.
    /// Those that ship ask nothing, for many names may stay as they are, or be left out.
    pub fn demands(&self) -> Option<&Demands> {
        let asks =
            |term: &&Term| !term.calque && (term.keep || term.all_renderings().next().is_some());
        let own = || self.own.iter().filter(asks).filter(|it| !it.names.is_empty());
        own().next()?;
        Some(self.demands.get_or_init(|| Demands::new(own().cloned().collect())))
    }

    /// Every term that is a name, in the order of the tables.
    pub fn terms(&self) -> &[Term] {
        self.index().terms()
    }

    /// Every term that is an ordinary word.
    pub fn words_in_wrong_senses(&self) -> &[Term] {
        self.built().calques.terms()
    }

    /// What of it stands in a text, from its shadow: in one pass.
    pub fn sight(&self, shadow: &crate::text::Shadow) -> Sightings<'_> {
        let built = self.built();
        let Scanned { placed, said } = built.scan.of(shadow);
        Sightings {
            names: built.names.apart(&placed),
            calques: built.calques.all(&placed),
            halves: built.fuzzy.among(&placed),
            said,
        }
    }

    /// Where names, renderings and forbidden renderings stand in a text, from its shadow.
    pub fn matches(&self, shadow: &crate::text::Shadow) -> Vec<Match<'_>> {
        self.sight(shadow).names
    }

    /// The number under which [`Self::sight`] tells this word of a context, as a term has it.
    pub fn number(&self, word: &str) -> Option<u32> {
        self.built().contexts.get(word).copied()
    }

    /// Where a text is one character away from a rendering, from its shadow and what stands in it.
    pub fn near_misses(
        &self,
        shadow: &crate::text::Shadow,
        sightings: &Sightings,
    ) -> Vec<NearMiss<'_>> {
        self.built().fuzzy.near(self.index(), shadow, sightings)
    }

    /// The term that has this text as a name or a rendering, in whatever script, width and case.
    pub fn find(&self, text: &str) -> Option<&Term> {
        self.index().find(text, &self.built().scan.phrases)
    }

    /// Whether a name of the glossary has this Latin word, in whatever case: `Altman` of
    /// `Sam Altman`.
    pub fn has_word(&self, word: &str) -> bool {
        self.index().has_word(word)
    }

    /// The Latin words of names, in the capitals that the glossary has them in.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.terms().iter().flat_map(|term| &term.names).flat_map(|name| name.split_whitespace())
    }

    /// The name of the glossary or the brand that is nearest to a Latin word, at most `slips` letters
    /// away but not the word itself, if only one is.
    pub fn near_name(&self, word: &str, slips: usize) -> Option<&str> {
        let near = self.near.get_or_init(|| {
            let mut names: Vec<&str> = self.words().collect();
            for brand in Lexicon.brand_names().filter(|name| name.len() > 6) {
                names.push(brand);
            }
            Near::new(names)
        });
        near.find(word, slips)
    }

    /// What tells this glossary from another in a score's signature.
    pub fn fingerprint(&self) -> String {
        let tables = self.shipped.iter().map(|table| table.bytes().fold(BASIS, fnv));
        let own = self.own.iter().map(|term| format!("{term:?}").bytes().fold(BASIS, fnv));
        let sum = tables.chain(own).fold(BASIS, |sum, part| (sum ^ part).wrapping_mul(PRIME));
        format!("{sum:016x}")
    }

    fn index(&self) -> &Index {
        &self.built().names
    }

    fn built(&self) -> &Built {
        self.built.get_or_init(|| {
            let shipped = self.shipped.iter().flat_map(|text| table::shipped(text));
            let (calques, names) = shipped.partition(|term| term.calque);
            let (own_calques, own_names): (Vec<Term>, Vec<Term>) =
                self.own.iter().cloned().partition(|term| term.calque);
            let mut scan = Scan::default();
            let names = Index::new(names, &own_names, &mut scan);
            let calques = Index::new(calques, &own_calques, &mut scan);
            let fuzzy = Fuzzy::new(names.terms(), &mut scan);
            let words = names.terms().iter().chain(calques.terms()).flat_map(Term::context);
            let numbered = |word: &str| Some((word.to_owned(), scan.add_context(&fold(word))?));
            let contexts = words.filter_map(numbered).collect();
            Built { names, calques, fuzzy, contexts, scan }
        })
    }
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// FNV-1a: the same on every machine.
fn fnv(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(PRIME)
}
