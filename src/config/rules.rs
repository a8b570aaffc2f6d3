use super::Ignore;
use crate::checks::{self, Check};
use crate::finding::Severity;
use std::collections::{BTreeMap, BTreeSet};

/// Which checks run, what their findings weigh, and which texts are left alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// Ids of the checks that run though they do not by default.
    pub on: BTreeSet<&'static str>,
    /// Ids of the checks that do not run.
    pub off: BTreeSet<&'static str>,
    /// Severities that the user set, over those of the findings.
    pub severity: BTreeMap<&'static str, Severity>,
    /// Texts inside which nothing is reported.
    pub ignored: Vec<String>,
    /// Findings that are suppressed.
    pub ignores: Vec<Ignore>,
}

impl Rules {
    /// Every check runs, also those that do not by default.
    pub fn all() -> Self {
        Self { on: checks::all().map(|check| check.id).collect(), ..Self::default() }
    }

    /// The checks that run.
    pub fn running(&self) -> impl Iterator<Item = &'static Check> {
        let wanted = |check: &&Check| check.by_default || self.on.contains(check.id);
        checks::all().filter(wanted).filter(|check| !self.off.contains(check.id))
    }
}
