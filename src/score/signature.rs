use super::Gate;
use crate::finding::Severity;
use std::fmt;

/// What a score was reckoned with: two scores compare honestly when their signatures agree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature(String);

impl Signature {
    /// The signature of a run: the checks that ran with their severities, the fingerprint of the
    /// glossary, and whether meaning was looked at.
    pub fn new(
        checks: &[(&str, Option<Severity>)],
        variant: Option<&str>,
        glossary: &str,
        is_full: bool,
    ) -> Self {
        let version = env!("CARGO_PKG_VERSION");
        let rules = fingerprint(&format!("{checks:?}"));
        let variant = variant.unwrap_or("auto");
        let effort = if is_full { "|effort:full" } else { "" };
        let count = checks.len();
        Self(format!(
            "v:{version}|checks:{count}-{rules:04x}|weights:0/1/5/25|damping:3/40|variant:{variant}|glossary:{:04x}{effort}",
            fingerprint(glossary)
        ))
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a file must reach, and what its points are reckoned with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standard {
    /// What it must reach.
    pub gate: Gate,
    /// What its points are reckoned with.
    pub signature: Signature,
}

/// FNV-1a, folded to 16 bits: the same on every machine.
fn fingerprint(text: &str) -> u16 {
    let hash = text
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    u16::try_from((hash >> 16) ^ (hash & 0xffff)).expect("16 bits are left")
}
