use crate::error::{Error, nearest};
use std::fmt;
use std::str::FromStr;

/// How a file is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Running text.
    #[default]
    Plain,
    /// Markdown.
    Markdown,
    /// HTML and XHTML.
    Html,
    /// Word's documents.
    Docx,
    /// Rows with tabs between the cells; no quotes, no escapes.
    Tsv,
    /// Rows with commas between the cells, as RFC 4180 has them.
    Csv,
    /// One JSON object a line: `target`, and if there are any `id`, `source`, `document`,
    /// `terms` and `variant`.
    Jsonl,
    /// JSON, a text under each key: nested or flat, ARB, i18next, Chrome's messages.json, Apple's
    /// .xcstrings.
    Json,
    /// YAML, a text under each key.
    Yaml,
    /// TOML, a text under each key.
    Toml,
    /// Fluent.
    Fluent,
    /// Java's .properties.
    Properties,
    /// Apple's .strings.
    Strings,
    /// gettext's PO.
    Po,
    /// Subtitles, .srt.
    Srt,
    /// Subtitles of the web, .vtt.
    Vtt,
    /// Subtitles of Aegisub, .ass and .ssa.
    Ass,
    /// XML of a kind that its outermost element tells: XLIFF 1.2 and 2, TMX, Qt's .ts, Android's
    /// strings.xml, .NET's .resx, Apple's .stringsdict.
    Xml,
}

impl Format {
    /// Every format with its name.
    pub const ALL: [(Self, &str); 18] = [
        (Self::Plain, "plain"),
        (Self::Markdown, "markdown"),
        (Self::Html, "html"),
        (Self::Docx, "docx"),
        (Self::Tsv, "tsv"),
        (Self::Csv, "csv"),
        (Self::Jsonl, "jsonl"),
        (Self::Json, "json"),
        (Self::Yaml, "yaml"),
        (Self::Toml, "toml"),
        (Self::Fluent, "fluent"),
        (Self::Properties, "properties"),
        (Self::Strings, "strings"),
        (Self::Po, "po"),
        (Self::Srt, "srt"),
        (Self::Vtt, "vtt"),
        (Self::Ass, "ass"),
        (Self::Xml, "xml"),
    ];

    /// The format that a path's extension stands for.
    pub fn of_path(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next()?;
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "docx" | "docm" | "dotx" | "dotm" => Some(Self::Docx),
            "tsv" => Some(Self::Tsv),
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "json" | "arb" | "xcstrings" => Some(Self::Json),
            "yaml" | "yml" => Some(Self::Yaml),
            "toml" => Some(Self::Toml),
            "ftl" => Some(Self::Fluent),
            "properties" => Some(Self::Properties),
            "strings" => Some(Self::Strings),
            "po" => Some(Self::Po),
            "srt" => Some(Self::Srt),
            "vtt" => Some(Self::Vtt),
            "ass" | "ssa" => Some(Self::Ass),
            "xml" | "xliff" | "xlf" | "sdlxliff" | "mxliff" | "tmx" | "ts" | "resx"
            | "stringsdict" => Some(Self::Xml),
            _ => None,
        }
    }

    /// Whether such a file may say what its texts were translated from: running text and subtitles
    /// do not.
    pub fn has_sources(self) -> bool {
        use Format::{Ass, Docx, Html, Markdown, Plain, Srt, Vtt};
        !matches!(self, Plain | Markdown | Html | Docx | Srt | Vtt | Ass)
    }

    /// Whether a file that was found in a folder, and begins with `head`, is one to be checked:
    /// its name tells a format, and where many files have that name and are something else, that
    /// it is in Chinese.
    pub fn is_text_of_folder(path: &str, head: &[u8]) -> bool {
        // UTF-16 has a zero beside each letter of a tag.
        let first = || head.iter().find(|it| it.is_ascii() && **it > b' ');
        // Word puts a file beside one that is open.
        let is_lock = path.rsplit(['/', '\\']).next().is_some_and(|it| it.starts_with("~$"));
        match Self::of_path(path) {
            None => false,
            _ if is_lock => false,
            Some(Self::Json | Self::Yaml | Self::Toml | Self::Properties) => names_chinese(path),
            Some(Self::Xml) => first() == Some(&b'<') && begins_catalogue(path, head),
            Some(_) => true,
        }
    }
}

/// Whether a file of XML begins as one with translations does.
fn begins_catalogue(path: &str, head: &[u8]) -> bool {
    let letters: Vec<u8> = head.iter().copied().filter(|it| *it != 0).collect();
    let has = |tag: &str| letters.windows(tag.len()).any(|it| it == tag.as_bytes());
    let of_two = ["<xliff", "<tmx", "<TS"].into_iter().any(has);
    of_two || names_chinese(path) && ["<resources", "<root", "<plist"].into_iter().any(has)
}

/// Whether a part of a path is the tag of Chinese: `zh-TW/app.json`, `messages_zh_CN.properties`.
fn names_chinese(path: &str) -> bool {
    let parts = path.split(|c: char| !c.is_ascii_alphanumeric());
    let tags = ["zh", "cmn", "yue", "zho", "chs", "cht"];
    parts.into_iter().any(|part| tags.iter().any(|it| part.eq_ignore_ascii_case(it)))
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
