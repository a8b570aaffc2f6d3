use super::Setting;
use crate::text::Variant;
use globset::{Error, GlobBuilder, GlobSet, GlobSetBuilder};
use std::path::{Component, Path, PathBuf};

/// What holds for some texts only.
#[derive(Clone, Debug, Default)]
pub struct Override {
    /// The paths of the texts, from the configuration's folder; none stands for all.
    pub paths: Option<GlobSet>,
    /// The languages of the texts; none stands for all.
    pub languages: Vec<Variant>,
    /// What holds for them.
    pub settings: Vec<Setting>,
}

impl Override {
    /// Whether it holds for a text: of one without a path, such as the standard input, or whose
    /// path leads elsewhere, only languages are known.
    pub(super) fn holds_for(&self, path: Option<&Path>, language: Option<Variant>) -> bool {
        let is_there = |set: &GlobSet| path.is_some_and(|it| set.is_match(it));
        let is_written = |wanted: &Variant| language.is_some_and(|it| wanted.covers(it));
        self.paths.as_ref().is_none_or(is_there)
            && (self.languages.is_empty() || self.languages.iter().any(is_written))
    }
}

/// Takes patterns as `.gitignore` does: one without a slash is found at any depth, and a folder
/// stands for all that is in it.
pub(super) struct Patterns(GlobSetBuilder);

impl Patterns {
    pub(super) fn new() -> Self {
        Self(GlobSetBuilder::new())
    }

    pub(super) fn add(&mut self, pattern: &str) -> Result<(), Error> {
        let plain = pattern.trim_start_matches("./").trim_end_matches('/');
        let anywhere = if plain.contains('/') { "" } else { "**/" };
        let rooted = format!("{anywhere}{}", plain.trim_start_matches('/'));
        for pattern in [format!("{rooted}/**"), rooted] {
            self.0.add(GlobBuilder::new(&pattern).literal_separator(true).build()?);
        }
        Ok(())
    }

    pub(super) fn build(self) -> Result<GlobSet, Error> {
        self.0.build()
    }
}

/// The path from one folder to a text in it, by what both are called: links are not followed.
pub(super) fn path_from(folder: &Path, text: &Path) -> Option<PathBuf> {
    let (folder, text) = (plain(folder)?, plain(text)?);
    text.strip_prefix(folder).ok().map(Path::to_owned)
}

/// An absolute path without `.` and `..`: links are not followed. None where the working folder is
/// gone.
pub fn plain(path: &Path) -> Option<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let mut plain = PathBuf::new();
    for part in std::path::absolute(path).ok()?.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::{Override, Patterns, path_from};
    use crate::text::Variant;
    use std::path::Path;

    fn of(patterns: &[&str], languages: &[Variant]) -> Override {
        let mut all = Patterns::new();
        for pattern in patterns {
            all.add(pattern).expect("a pattern");
        }
        let paths = (!patterns.is_empty()).then(|| all.build().expect("patterns"));
        Override { paths, languages: languages.to_vec(), settings: vec![] }
    }

    #[test]
    fn patterns_are_those_of_gitignore() {
        let holds =
            |pattern: &str, path: &str| of(&[pattern], &[]).holds_for(Some(Path::new(path)), None);
        for (pattern, path) in [
            ("docs/**", "docs/a/b.md"),
            ("docs/", "docs/a/b.md"),
            ("docs", "site/docs/a.md"),
            ("*.srt", "film/zh/1.srt"),
            ("film/*.srt", "film/1.srt"),
            ("./film/zh-*/*.srt", "film/zh-TW/1.srt"),
            ("/a.md", "a.md"),
            ("**/{zh-TW,zh-HK}/**", "x/zh-HK/a.json"),
        ] {
            assert!(holds(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("docs/**", "site/docs/a.md"),
            ("film/*.srt", "film/zh/1.srt"),
            ("*.srt", "a.srt.txt"),
            ("doc", "docs/a.md"),
        ] {
            assert!(!holds(pattern, path), "{pattern} {path}");
        }
    }

    #[test]
    fn a_language_covers_its_regions_and_a_text_without_a_path_has_none() {
        let hant = of(&[], &[Variant::Hant]);
        assert!(hant.holds_for(None, Some(Variant::HantTw)));
        assert!(!hant.holds_for(None, Some(Variant::Hans)) && !hant.holds_for(None, None));
        let both = of(&["docs"], &[Variant::HantTw]);
        let path = Some(Path::new("docs/a.md"));
        assert!(both.holds_for(path, Some(Variant::HantTw)));
        assert!(!both.holds_for(path, Some(Variant::Hant)));
        assert!(!both.holds_for(None, Some(Variant::HantTw)));
    }

    #[test]
    fn a_path_is_counted_from_the_folder() {
        let found = path_from(Path::new("house"), Path::new("house/../house/./docs/a.md"));
        assert_eq!(found.as_deref(), Some(Path::new("docs/a.md")));
        let found = path_from(Path::new(""), Path::new("docs/a.md"));
        assert_eq!(found.as_deref(), Some(Path::new("docs/a.md")), "the folder is this one");
        assert_eq!(path_from(Path::new("house/docs"), Path::new("house/a.md")), None);
    }
}
