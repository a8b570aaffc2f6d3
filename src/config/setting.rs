use super::preset::Preset;
use crate::finding::Severity;
use crate::score::Limit;
use crate::text::Variant;

/// One thing that a user or a preset says about how texts are checked. What is said later holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// The kind of text; what it says is the first to be overruled.
    Preset(&'static Preset),
    /// The variant that texts should be in; none is found out from the text.
    Variant(Option<Variant>),
    /// The glossaries, by the names of those that ship or by path.
    Glossaries(Vec<String>),
    /// Glossaries besides those.
    AlsoGlossaries(Vec<String>),
    /// A text inside which nothing is reported.
    Ignored(String),
    /// Whether a check runs, and what its findings weigh.
    Check(&'static str, Level),
    /// A number of a check, by its key.
    Param(&'static str, u32),
    /// A limit of the gate.
    Gate(Limit),
}

/// Whether a check runs, and what its findings weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It does not run.
    Off,
    /// It runs, and its findings weigh what they did before.
    On,
    /// It runs, and its findings weigh this.
    Severity(Severity),
}
