use crate::error::{Error, nearest};
use std::fmt;
use std::str::FromStr;

/// How a file is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Running text.
    #[default]
    Plain,
    /// Markdown, read as text: its blocks are known, its inline marks stay in the text.
    Markdown,
    /// Rows with tabs between the cells; no quotes, no escapes.
    Tsv,
    /// Rows with commas between the cells, as RFC 4180 has them.
    Csv,
    /// One JSON object a line: `target`, and if there are any `id`, `source`, `document`,
    /// `terms` and `variant`.
    Jsonl,
}

impl Format {
    /// Every format with its name.
    pub const ALL: [(Self, &str); 5] = [
        (Self::Plain, "plain"),
        (Self::Markdown, "markdown"),
        (Self::Tsv, "tsv"),
        (Self::Csv, "csv"),
        (Self::Jsonl, "jsonl"),
    ];

    /// The format that a path's extension stands for.
    pub fn of_path(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next()?;
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" => Some(Self::Markdown),
            "tsv" => Some(Self::Tsv),
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            _ => None,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (_, name) =
            Self::ALL.iter().find(|(it, _)| it == self).expect("ALL lists every format");
        f.write_str(name)
    }
}

impl FromStr for Format {
    type Err = Error;

    /// Reads a format's name, or an extension that stands for it.
    fn from_str(name: &str) -> Result<Self, Error> {
        let named = Self::ALL.iter().find(|(_, it)| it.eq_ignore_ascii_case(name));
        let found = named.map(|(format, _)| *format).or_else(|| Self::of_path(&format!(".{name}")));
        found.ok_or_else(|| unknown("format", name, Self::ALL.map(|(_, name)| name)))
    }
}

/// What divides running text into paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paragraphs {
    /// Blank lines, if there is one between two lines of text; else every line is a paragraph.
    #[default]
    Auto,
    /// Every line is a paragraph.
    Lines,
    /// Blank lines.
    Blank,
}

impl Paragraphs {
    /// Every way with its name.
    pub const ALL: [(Self, &str); 3] =
        [(Self::Auto, "auto"), (Self::Lines, "lines"), (Self::Blank, "blank")];
}

impl fmt::Display for Paragraphs {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (_, name) = Self::ALL.iter().find(|(it, _)| it == self).expect("ALL lists every way");
        f.write_str(name)
    }
}

impl FromStr for Paragraphs {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().find(|(_, it)| it.eq_ignore_ascii_case(name));
        let names = Self::ALL.map(|(_, name)| name);
        found.map(|(way, _)| *way).ok_or_else(|| unknown("division of paragraphs", name, names))
    }
}

/// The error of a name that is none of `names`, with the one that was probably meant.
fn unknown<const N: usize>(what: &str, name: &str, names: [&'static str; N]) -> Error {
    let meant = nearest(name, names).map(|near| format!("did you mean `{near}`? "));
    Error::new(format!("there is no {what} `{name}`")).help(format!(
        "{}choose one of {}",
        meant.unwrap_or_default(),
        names.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::{Format, Paragraphs};

    #[test]
    fn a_format_is_known_by_its_name_and_its_extension() {
        for (format, name) in Format::ALL {
            assert_eq!(name.parse(), Ok(format));
            assert_eq!(format.to_string(), name);
        }
        assert_eq!("NDJSON".parse(), Ok(Format::Jsonl));
        assert_eq!(Format::of_path("a.b/draft.zh-Hant.MD"), Some(Format::Markdown));
        assert_eq!(Format::of_path("a.md/draft"), None);
    }

    #[test]
    fn an_unknown_name_gets_a_hint() {
        let error = "jsnol".parse::<Format>().expect_err("is no format").to_string();
        assert!(error.contains("there is no format `jsnol`"), "{error}");
        assert!(error.contains("did you mean `jsonl`?"), "{error}");
        assert!("line".parse::<Paragraphs>().is_err());
        assert_eq!("blank".parse(), Ok(Paragraphs::Blank));
    }
}
