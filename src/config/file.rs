use super::values::Reader;
use super::{Config, NAME};
use crate::error::Error;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

impl Config {
    /// The `xindaya.toml` that holds for a text: the first one in its folder or above it, no
    /// further up than the root of the repository.
    pub fn find(text: &Path) -> Option<PathBuf> {
        let text = std::path::absolute(text).ok()?;
        let folder = if text.is_dir() { text.as_path() } else { text.parent()? };
        for folder in folder.ancestors() {
            let file = folder.join(NAME);
            if file.is_file() {
                return Some(near(&file));
            }
            if folder.join(".git").exists() {
                return None;
            }
        }
        None
    }

    /// Reads a configuration file.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, is no TOML, or says something that is not known: the error
    /// shows the line, and what was probably meant.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let name = path.display();
        let bytes = std::fs::read(path).map_err(|error| {
            let said = match error.kind() {
                ErrorKind::NotFound => "there is no such configuration".to_owned(),
                _ => format!("this configuration cannot be read: {error}"),
            };
            Error::new(said).path(&name)
        })?;
        let text = String::from_utf8(bytes).map_err(|_| {
            Error::new("this configuration is not UTF-8").path(&name).help("TOML is always UTF-8")
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let base = path.parent().unwrap_or(Path::new(""));
        let mut config = Reader { text, base }.read().map_err(|error| error.path(&name))?;
        config.path = Some(path.to_owned());
        Ok(config)
    }
}

impl Config {
    /// Reads a configuration that is not in a file.
    #[cfg(test)]
    pub(super) fn of_text(text: &str) -> Result<Self, Error> {
        Reader { text, base: Path::new("house") }.read()
    }
}

/// The path as a person in the current folder would write it.
fn near(path: &Path) -> PathBuf {
    let here = std::env::current_dir().ok();
    here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path).to_owned()
}
