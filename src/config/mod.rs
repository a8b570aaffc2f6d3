//! What runs, and how strictly: one TOML file, over which the command line's flags go.

mod alias;
mod choices;
mod file;
mod ignore;
mod keys;
mod keys_aside;
mod keys_gate;
mod language;
mod preset;
mod reader;
mod reference;
mod rules;
mod ruling;
mod schema;
mod scope;
mod setting;
#[cfg(test)]
mod tests;
mod values;
mod written;

pub use alias::{aliases, named, names};
pub use ignore::Ignore;
pub use language::language_of;
pub use preset::{PRESETS, Preset, preset};
pub use reference::keys_markdown;
pub use rules::Rules;
pub use ruling::Ruling;
pub use schema::schema;
pub use scope::{Override, plain};
pub use setting::{Level, Setting};
pub use written::quoted;

use crate::checks::Effort;
use crate::finding::Language;
use crate::text::Variant;
use std::path::{Path, PathBuf};

/// The file's name.
pub const NAME: &str = "xindaya.toml";

/// What a `xindaya.toml` says; what it does not say is as without one.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The file that it was read from.
    pub path: Option<PathBuf>,
    /// The language of reports; none is that of the locale.
    pub language: Option<Language>,
    /// How thoroughly targets are checked beside their sources; none leaves it to the size of the
    /// input.
    pub effort: Option<Effort>,
    /// The file of the findings that are known and do not count.
    pub baseline: Option<PathBuf>,
    /// Whether a run fails if something sets no finding aside that should.
    pub fail_on_unused: bool,
    /// The findings that are suppressed.
    pub ignores: Vec<Ignore>,
    /// What holds for all texts.
    pub settings: Vec<Setting>,
    /// What holds for some texts only; the last word is the strongest.
    pub overrides: Vec<Override>,
}

impl Config {
    /// The overrides that hold for a text, by their numbers.
    pub fn holding(&self, text: &Path, language: Option<Variant>) -> Vec<usize> {
        let folder = self.path.as_deref().and_then(Path::parent);
        let path = folder.and_then(|it| scope::path_from(it, text));
        let holds = |it: &Override| it.holds_for(path.as_deref(), language);
        (0..self.overrides.len()).filter(|nth| holds(&self.overrides[*nth])).collect()
    }

    /// What is suppressed in a text.
    pub fn ignores(&self, text: &Path) -> Vec<Ignore> {
        let folder = self.path.as_deref().and_then(Path::parent);
        let path = folder.and_then(|it| scope::path_from(it, text));
        self.ignores.iter().filter(|it| it.is_about(path.as_deref())).cloned().collect()
    }

    /// What holds for a text for which these overrides do, with `flags` over all.
    pub fn ruling(&self, holding: &[usize], flags: &[Setting]) -> Ruling {
        let over = holding.iter().flat_map(|nth| &self.overrides[*nth].settings);
        Ruling::of(self.settings.iter().chain(over).chain(flags))
    }
}

/// The names of the languages of messages.
pub const LANGUAGES: [(&str, Language); 3] =
    [("en", Language::English), ("zh-Hans", Language::Hans), ("zh-Hant", Language::Hant)];
