use crate::finding::{Confidence, Finding, Severity};
use std::collections::BTreeMap;

/// How often each check found something, by confidence and severity: what a gate counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found(BTreeMap<&'static str, [[u32; 4]; 3]>);

impl Found {
    /// Counts a finding.
    pub fn add(&mut self, finding: &Finding) {
        let table = self.0.entry(finding.check).or_default();
        table[finding.confidence as usize][finding.severity as usize] += 1;
    }

    /// How many are of this severity or worse, those left out that are less sure than asked for.
    pub fn at_least(&self, severity: Severity, sure: Confidence) -> u32 {
        self.0.values().map(|table| sum(table, severity, sure)).sum()
    }

    /// How many are of this check.
    pub fn of(&self, check: &str, sure: Confidence) -> u32 {
        self.0.get(check).map_or(0, |table| sum(table, Severity::Neutral, sure))
    }
}

fn sum(table: &[[u32; 4]; 3], severity: Severity, sure: Confidence) -> u32 {
    table[sure as usize..].iter().flat_map(|row| &row[severity as usize..]).sum()
}
