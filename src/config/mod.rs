//! What runs, and how strictly: one TOML file, over which the command line's flags go.

mod alias;
mod file;
mod reader;
mod rules;
mod values;

pub use alias::{aliases, named, names};
pub use rules::Rules;

use crate::checks::Effort;
use crate::finding::Language;
use crate::score::Gate;
use crate::text::Variant;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The file's name.
pub const NAME: &str = "xindaya.toml";

/// What a `xindaya.toml` says; what it does not say is as without one.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The file that it was read from.
    pub path: Option<PathBuf>,
    /// The declared variant; none is found out from the text.
    pub variant: Option<Variant>,
    /// How thoroughly targets are checked beside their sources; none leaves it to the size of the
    /// input.
    pub effort: Option<Effort>,
    /// The glossaries, by the names of those that ship or by path; none stands for all that ship.
    pub glossaries: Option<Vec<String>>,
    /// The language of reports; none is that of the locale.
    pub language: Option<Language>,
    /// Which checks run, what they weigh, which texts are left alone.
    pub rules: Rules,
    /// What a text must reach.
    pub gate: Gate,
    /// The numbers of checks, by their keys.
    pub params: BTreeMap<String, u32>,
}

/// The names of the languages of messages.
pub const LANGUAGES: [(&str, Language); 3] =
    [("en", Language::English), ("zh-Hans", Language::Hans), ("zh-Hant", Language::Hant)];
