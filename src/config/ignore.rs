use globset::GlobSet;
use std::path::Path;

/// An entry of the configuration that suppresses findings. All that it names must fit.
#[derive(Clone, Debug, Default)]
pub struct Ignore {
    /// The line of the configuration that it begins on: entries are told apart by it.
    pub line: u32,
    /// The ids of the checks; none stands for all.
    pub checks: Vec<&'static str>,
    /// The paths of the texts, from the configuration's folder; none stands for all.
    pub paths: Option<GlobSet>,
    /// The text that a finding stands in, in whatever script, width and case.
    pub text: Option<String>,
    /// The id of the segment.
    pub id: Option<String>,
}

impl Ignore {
    /// Whether it is about a text. Of one without a path, or whose path leads elsewhere, no path is
    /// known.
    pub(super) fn is_about(&self, path: Option<&Path>) -> bool {
        let is_there = |set: &GlobSet| path.is_some_and(|it| set.is_match(it));
        self.paths.as_ref().is_none_or(is_there)
    }

    /// Whether it says what is ignored.
    pub(super) fn is_told(&self) -> bool {
        !self.checks.is_empty() || self.paths.is_some() || self.text.is_some() || self.id.is_some()
    }
}

impl PartialEq for Ignore {
    fn eq(&self, other: &Self) -> bool {
        self.line == other.line
    }
}
