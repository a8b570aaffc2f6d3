use crate::error::{Error, nearest};
use std::str::FromStr;

/// How a report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: a table of the paragraphs, then the findings under the marked text.
    #[default]
    Table,
    /// For programs: one line of JSON a segment.
    Jsonl,
    /// For programs: one JSON object.
    Json,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
    /// `JUnit`'s XML, for the test page of a pipeline.
    Junit,
    /// Workflow commands, which GitHub shows beside the changed lines.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// Checkstyle's XML.
    Checkstyle,
    /// reviewdog's diagnostics.
    Rdjson,
    /// A line a finding, as GNU's compilers write them and editors read them.
    Gnu,
    /// A summary for a comment or the page of a step.
    Markdown,
    /// A page to read, the text with its marks.
    Html,
    /// A row a finding, for translators.
    Csv,
    /// The same as a workbook.
    #[cfg(feature = "xlsx")]
    Xlsx,
}

impl Format {
    /// Every format with its name.
    pub const ALL: &[(Self, &str)] = &[
        (Self::Table, "table"),
        (Self::Jsonl, "jsonl"),
        (Self::Json, "json"),
        (Self::Sarif, "sarif"),
        (Self::Junit, "junit"),
        (Self::Github, "github"),
        (Self::Gitlab, "gitlab"),
        (Self::Checkstyle, "checkstyle"),
        (Self::Rdjson, "rdjson"),
        (Self::Gnu, "gnu"),
        (Self::Markdown, "markdown"),
        (Self::Html, "html"),
        (Self::Csv, "csv"),
        #[cfg(feature = "xlsx")]
        (Self::Xlsx, "xlsx"),
    ];

    /// The format that a file's extension stands for, if it is one alone.
    pub fn of_path(path: &str) -> Option<Self> {
        match extension(path).as_str() {
            "txt" | "text" => Some(Self::Table),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "json" if path.ends_with(".sarif.json") => Some(Self::Sarif),
            "json" => Some(Self::Json),
            "sarif" => Some(Self::Sarif),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            "csv" => Some(Self::Csv),
            #[cfg(feature = "xlsx")]
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// Whether a file of this name may hold such a report: several are JSON or XML, and a name
    /// that says nothing may hold any.
    pub fn fits(self, path: &str) -> bool {
        let extension = extension(path);
        match self {
            Self::Sarif | Self::Gitlab | Self::Rdjson if extension == "json" => true,
            Self::Gnu | Self::Github if extension == "txt" => true,
            Self::Junit | Self::Checkstyle => Self::of_path(path).is_none(),
            _ if extension == "xml" => false,
            _ => Self::of_path(path).is_none_or(|it| it == self),
        }
    }

    /// Whether people read it on a terminal.
    pub fn is_binary(self) -> bool {
        #[cfg(feature = "xlsx")]
        return self == Self::Xlsx;
        #[cfg(not(feature = "xlsx"))]
        false
    }
}

/// What stands behind the last dot of a path, in small letters.
fn extension(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.rsplit_once('.').map_or_else(String::new, |(_, it)| it.to_ascii_lowercase())
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().find(|(_, it)| *it == name);
        found.map(|(format, _)| *format).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|(_, name)| *name).collect();
            let near = nearest(name, names.iter().copied());
            let near = near.map(|it| format!("did you mean {it}? ")).unwrap_or_default();
            let help = format!("{near}formats: {}", names.join(", "));
            Error::new(format!("no format {name}")).help(help)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_name_tells_its_format() {
        let of = |path| Format::of_path(path);
        assert_eq!(of("out/a.SARIF"), Some(Format::Sarif));
        assert_eq!(of("a.sarif.json"), Some(Format::Sarif));
        assert_eq!(of("a.json"), Some(Format::Json));
        assert_eq!(of("a.htm"), Some(Format::Html));
        assert_eq!(of("report.xml"), None, "JUnit or Checkstyle");
        assert_eq!(of("folder.csv/report"), None);
    }

    #[test]
    fn a_format_fits_its_names_and_those_that_say_nothing() {
        for (format, _) in Format::ALL {
            assert!(format.fits("report"));
            let is_xml = matches!(format, Format::Junit | Format::Checkstyle);
            assert_eq!(format.fits("report.xml"), is_xml);
        }
        assert!(Format::Gitlab.fits("a.json") && Format::Sarif.fits("a.json"));
        assert!(!Format::Table.fits("a.json") && !Format::Html.fits("a.csv"));
    }

    #[test]
    fn a_near_name_is_offered() {
        let said = "sarfi".parse::<Format>().expect_err("is no format").to_string();
        assert!(said.contains("did you mean sarif? formats: table, jsonl"), "{said}");
    }
}
