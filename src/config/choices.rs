//! What may stand behind the keys of the configuration.

use super::{LANGUAGES, PRESETS};
use crate::checks::{self, Effort};
use crate::finding::{Confidence, Severity};
use crate::score::FailOn;
use crate::text::Variant;

/// The presets.
pub(super) fn presets() -> Vec<&'static str> {
    PRESETS.iter().map(|it| it.name).collect()
}

/// The tags of variants.
pub(super) fn tags() -> Vec<&'static str> {
    Variant::ALL.iter().map(|(_, tag)| *tag).collect()
}

/// What `variant` may be.
pub(super) fn variants() -> Vec<&'static str> {
    [tags(), vec!["auto"]].concat()
}

/// The languages of reports.
pub(super) fn languages() -> Vec<&'static str> {
    LANGUAGES.iter().map(|(name, _)| *name).chain(["auto"]).collect()
}

/// The efforts.
pub(super) fn efforts() -> Vec<&'static str> {
    Effort::ALL.iter().map(|(name, _)| *name).chain(["auto"]).collect()
}

/// What a check may weigh.
pub(super) fn levels() -> Vec<&'static str> {
    ["off"].into_iter().chain(Severity::ALL.map(Severity::name)).collect()
}

/// What may fail a file.
pub(super) fn failures() -> Vec<&'static str> {
    FailOn::ALL.map(|(_, name)| name).to_vec()
}

/// The confidences.
pub(super) fn confidences() -> Vec<&'static str> {
    Confidence::ALL.map(|(_, name)| name).to_vec()
}

/// The checks that have numbers.
pub(super) fn with_numbers() -> impl Iterator<Item = &'static checks::Check> {
    checks::all().filter(|it| !it.params.is_empty())
}
