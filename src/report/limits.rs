//! What a gate asks for, as programs read it.

use crate::finding::Confidence;
use crate::score::{FailOn, Gate};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Limits<'g> {
    document: f64,
    paragraph: Option<f64>,
    risk: Option<f64>,
    critical: u32,
    fail_on: Option<&'static str>,
    findings: Option<u32>,
    checks: &'g BTreeMap<&'static str, u32>,
    confidence: Confidence,
}

impl<'g> From<&'g Gate> for Limits<'g> {
    fn from(gate: &'g Gate) -> Self {
        let named = |it: &&(FailOn, &'static str)| it.0 == gate.fail_on;
        Self {
            document: gate.document,
            paragraph: gate.paragraph,
            risk: gate.risk,
            critical: gate.critical,
            fail_on: FailOn::ALL.iter().find(named).map(|(_, name)| *name),
            findings: gate.findings,
            checks: &gate.checks,
            confidence: gate.confidence,
        }
    }
}
