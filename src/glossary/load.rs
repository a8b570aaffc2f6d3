use super::{Glossary, Term, shipped, table, tbx};
use crate::error::Error;
use std::path::Path;

impl Glossary {
    /// The glossary made of these: a word names one that ships, a path names a file (by its
    /// extension a CSV, a workbook or a term base, else a TSV), counted from `base`. What a later one accepts, an earlier one does not
    /// forbid.
    ///
    /// # Errors
    ///
    /// When a name is unknown, a file cannot be read, or a line of it is broken.
    pub fn load(names: &[String], base: &Path) -> Result<Self, Error> {
        let (mut tables, mut own) = (vec![], vec![]);
        for name in names {
            if is_path(name) {
                own.extend(file(name, base)?);
            } else {
                tables.push(shipped::find(name).ok_or_else(|| unknown(name))?);
            }
        }
        Ok(Self::new(tables, own))
    }

    /// The names of the glossaries that ship.
    pub fn shipped() -> impl Iterator<Item = &'static str> {
        shipped::ALL.iter().map(|(name, _)| *name)
    }
}

fn is_path(name: &str) -> bool {
    name.contains(['/', '\\']) || Path::new(name).extension().is_some()
}

fn file(name: &str, base: &Path) -> Result<Vec<Term>, Error> {
    let bytes = std::fs::read(base.join(name)).map_err(|error| {
        Error::new(format!("this glossary cannot be read: {error}"))
            .path(name)
            .help("a path of a glossary is counted from the folder of the configuration")
    })?;
    let extension = Path::new(name).extension().unwrap_or_default().to_ascii_lowercase();
    let read = match extension.to_str() {
        Some("csv") => table::read(&bytes, b','),
        Some("tbx") => tbx::read(&bytes),
        Some("xlsx") => workbook(&bytes),
        _ => table::read(&bytes, b'\t'),
    };
    read.map_err(|error| error.path(name))
}

#[cfg(feature = "xlsx")]
fn workbook(bytes: &[u8]) -> Result<Vec<Term>, Error> {
    super::xlsx::read(bytes)
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: &[u8]) -> Result<Vec<Term>, Error> {
    let help = "save it as .tsv, or build with the feature xlsx";
    Err(Error::new("this program was built without workbooks").help(help))
}

fn unknown(name: &str) -> Error {
    let near = Glossary::shipped()
        .max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    let near = near.filter(|it| strsim::jaro_winkler(it, name) > 0.8);
    let guess = near.map(|it| format!("did you mean `{it}`? ")).unwrap_or_default();
    let all: Vec<&str> = Glossary::shipped().collect();
    Error::new(format!("there is no glossary `{name}`")).help(format!(
        "{guess}These ship with the program: {}; a file is named by its path, such as ./{name}.tsv",
        all.join(", ")
    ))
}
