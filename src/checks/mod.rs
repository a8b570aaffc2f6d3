//! The checks, and what a check is.
//!
//! To add one, write its file, then name it twice in its folder's `mod.rs`: once as a module,
//! once in the list. Left out of the list, its `CHECK` is unused, and the compiler says so.

mod accuracy;
mod context;
mod copies;
mod cutting;
mod density;
mod effort;
mod evidence;
mod example;
mod glossed;
mod halves;
mod homophone;
mod language;
mod length;
mod locale;
mod manuscript;
mod marked;
mod markup;
mod meaning;
mod measured;
mod mentions;
mod owed;
mod pair;
mod quoting;
mod repetition;
mod said;
mod same;
mod sequel;
mod settled;
mod spelling;
mod style;
mod term_use;
mod terminology;
mod turned;
mod unit;

pub use effort::Effort;
pub use example::Example;
pub use length::Usual;
pub use manuscript::Manuscript;
pub use meaning::{Loss, Support};
pub use measured::{Measured, measured};
pub use pair::Pair;
pub use term_use::{Miss, TermScore, TermUse, term_uses};
pub use unit::{Prose, Unit};

use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::glossary::Glossary;
use crate::lexicon::Lexicon;
use crate::segmenter::Segmenter;
use crate::text::Variant;
use std::collections::BTreeMap;

/// A check: its name, its reason, its examples, its code.
#[derive(Debug)]
pub struct Check {
    /// What users write to choose, silence or look up the check. Never changes.
    pub id: &'static str,
    /// The dimension of MQM.
    pub category: Category,
    /// The path of MQM's typology.
    pub mqm: &'static str,
    /// The issue type of ITS 2.0.
    pub its: &'static str,
    /// What a finding weighs unless the check says otherwise.
    pub severity: Severity,
    /// How often it is right; a finding may lower it.
    pub confidence: Confidence,
    /// Whether it runs unless the user says otherwise: a check that fires on good texts does not.
    pub by_default: bool,
    /// House style that repeats all over a text: a finding weighs a tenth of a minor one.
    pub systematic: bool,
    /// What the check finds, in one sentence.
    pub finds: Bilingual,
    /// Why that is a fault, and who says so.
    pub why: Bilingual,
    /// The numbers that a user may set.
    pub params: &'static [Param],
    /// Texts that it flags, and texts that it leaves alone.
    pub examples: &'static [Example],
    /// What it reads, and the function that reads it.
    pub run: Run,
    /// The version of xindaya that had it first.
    pub since: &'static str,
}

impl Check {
    /// What most checks share; a check names the rest itself.
    const BASE: Self = Self {
        id: "",
        category: Category::Language,
        mqm: "",
        its: "",
        severity: Severity::Major,
        confidence: Confidence::High,
        by_default: true,
        systematic: false,
        finds: say("", ""),
        why: say("", ""),
        params: &[],
        examples: &[],
        run: Run::Target(|_, _, _| {}),
        since: "0.1.0",
    };
}

/// What a check reads, and the function that reads it.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// A target on its own.
    Target(TargetRun),
    /// A target beside its source; targets whose source is not known are left out.
    Pair(PairRun),
    /// A whole document.
    Document(DocumentRun),
}

/// Reads a target on its own.
pub type TargetRun = fn(&Prose, &Resources, &mut Findings);
/// Reads a target beside its source.
pub type PairRun = fn(&Pair, &Resources, &mut Findings);
/// Reads a whole document.
pub type DocumentRun = fn(&Manuscript, &Resources, &mut Findings);

impl Run {
    /// What it reads, in a word: `target`, `pair`, `document`.
    pub fn reads(self) -> &'static str {
        match self {
            Self::Target(_) => "target",
            Self::Pair(_) => "pair",
            Self::Document(_) => "document",
        }
    }
}

/// A number that a user may set.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// The check's id, a dot, a name: a table and a key of the configuration.
    pub key: &'static str,
    /// The value unless it is set.
    pub default: u32,
    /// What the number does, with its unit.
    pub means: Bilingual,
}

impl Param {
    /// The part of its key that is not the check's id.
    pub fn name(&self) -> &'static str {
        self.key.split_once('.').map_or(self.key, |(_, name)| name)
    }
}

/// What a check may consult besides the text.
#[derive(Debug, Default)]
pub struct Resources {
    /// Cuts Chinese into words.
    pub segmenter: Segmenter,
    /// English words, names and brands.
    pub lexicon: Lexicon,
    /// Terms with their renderings: the user's and those that ship.
    pub glossary: Glossary,
    /// The variant that the user declared.
    pub variant: Option<Variant>,
    /// How thoroughly a target is checked beside its source.
    pub effort: Effort,
    /// The numbers that the user set, by their key.
    pub params: BTreeMap<String, u32>,
}

impl Resources {
    /// The value of a number: the user's, or its default.
    pub fn param(&self, param: Param) -> u32 {
        self.params.get(param.key).copied().unwrap_or(param.default)
    }
}

/// Every check, in the order that reports and manuals show them.
pub fn all() -> impl Iterator<Item = &'static Check> {
    let folders = [
        accuracy::CHECKS,
        terminology::CHECKS,
        language::CHECKS,
        style::CHECKS,
        locale::CHECKS,
        markup::CHECKS,
    ];
    folders.into_iter().flatten()
}

/// The check with this id.
pub fn find(id: &str) -> Option<&'static Check> {
    all().find(|check| check.id == id)
}
