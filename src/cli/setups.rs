//! What each file is checked with.

use super::walk::Input;
use crate::checks::{Effort, Resources};
use crate::config::{Config, Ignore, Rules, Ruling, Setting, language_of};
use crate::error::Error;
use crate::glossary::Glossary;
use crate::review::signature;
use crate::score::Standard;
use crate::text::{Document, Variant};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// What a file is checked with.
pub(super) struct Setup {
    pub(super) with: Arc<Resources>,
    pub(super) rules: Rules,
    pub(super) standard: Standard,
}

/// The setups of a run: one for each choice of overrides that holds for a file, made when the
/// first such file comes.
pub(super) struct Setups {
    config: Config,
    flags: Vec<Setting>,
    effort: Effort,
    usual: Arc<Setup>,
    made: BTreeMap<Vec<usize>, Arc<Setup>>,
}

impl Setups {
    /// The setups of a configuration, with the flags over it.
    ///
    /// # Errors
    ///
    /// If a glossary cannot be read.
    pub(super) fn new(config: Config, flags: Vec<Setting>, effort: Effort) -> Result<Self, Error> {
        let usual = Arc::new(setup(config.ruling(&[], &flags), effort, &[])?);
        let made = BTreeMap::from([(vec![], usual.clone())]);
        Ok(Self { config, flags, effort, usual, made })
    }

    /// The setup of files that no override holds for.
    pub(super) fn usual(&self) -> &Arc<Setup> {
        &self.usual
    }

    /// What the configuration suppresses in a file.
    pub(super) fn ignores(&self, input: &Input) -> Vec<Ignore> {
        self.config.ignores(Path::new(&input.name()))
    }

    /// The setup of a file, of which these are the first documents.
    ///
    /// # Errors
    ///
    /// If a glossary cannot be read.
    pub(super) fn of(
        &mut self,
        input: &Input,
        documents: &[Document],
    ) -> Result<Arc<Setup>, Error> {
        if self.config.overrides.is_empty() {
            return Ok(self.usual.clone());
        }
        let Scope { holding, .. } = scope_of(&self.config, &self.flags, input, documents);
        if let Some(made) = self.made.get(&holding) {
            return Ok(made.clone());
        }
        let known: Vec<_> = self.made.values().map(|it| it.with.clone()).collect();
        let ruling = self.config.ruling(&holding, &self.flags);
        let new = Arc::new(setup(ruling, self.effort, &known)?);
        self.made.insert(holding, new.clone());
        Ok(new)
    }
}

/// What decides which overrides hold for a file, and which do.
pub(super) struct Scope {
    pub(super) language: Option<Variant>,
    pub(super) holding: Vec<usize>,
}

/// The scope of a file, of which these are the first documents.
pub(super) fn scope_of(
    config: &Config,
    flags: &[Setting],
    input: &Input,
    documents: &[Document],
) -> Scope {
    let name = input.name();
    let declared = config.ruling(&[], flags).variant;
    let language = language_of(&name, documents, declared);
    Scope { language, holding: config.holding(Path::new(&name), language) }
}

fn setup(ruling: Ruling, effort: Effort, known: &[Arc<Resources>]) -> Result<Setup, Error> {
    let Ruling { variant, glossaries, rules, params, gate, .. } = ruling;
    let glossary = match glossaries {
        None => Glossary::default(),
        Some(names) => Glossary::load(&names, Path::new(""))?,
    };
    let with = Resources { glossary, variant, effort, params, ..Resources::default() };
    let with = known.iter().find(|it| same(it, &with)).cloned().unwrap_or_else(|| Arc::new(with));
    let signature = signature(&with, &rules);
    Ok(Setup { with, rules, standard: Standard { gate, signature } })
}

/// Whether two files are checked with the same words, so that these are held in memory once.
fn same(a: &Resources, b: &Resources) -> bool {
    let of = |it: &Resources| (it.variant, it.params.clone(), it.glossary.fingerprint());
    of(a) == of(b)
}
