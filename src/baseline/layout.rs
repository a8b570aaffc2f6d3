use super::{Baseline, Entry};
use crate::error::Error;
use crate::finding::Fingerprint;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The version of the file's layout.
const VERSION: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    version: u32,
    findings: Vec<Row>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    file: String,
    check: String,
    #[serde(serialize_with = "written", deserialize_with = "fingerprint")]
    fingerprint: Fingerprint,
    #[serde(default)]
    text: String,
}

fn written<S: Serializer>(fingerprint: &Fingerprint, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(fingerprint)
}

fn fingerprint<'d, D: Deserializer<'d>>(from: D) -> Result<Fingerprint, D::Error> {
    let text = String::deserialize(from)?;
    text.parse().map_err(|_| D::Error::custom("a fingerprint has 32 hexadecimal digits"))
}

impl Baseline {
    /// Reads what [`Baseline::written`] wrote.
    ///
    /// # Errors
    ///
    /// If it is no baseline: the error shows the line.
    pub fn read(text: &str) -> Result<Self, Error> {
        let whole: Whole = serde_json::from_str(text).map_err(|error| malformed(text, &error))?;
        if whole.version != VERSION {
            let what = format!("this baseline is of version {}, not {VERSION}", whole.version);
            return Err(Error::new(what).help(ANEW));
        }
        let mut baseline = Self::default();
        for Row { file, check, fingerprint, text } in whole.findings {
            let known = baseline.files.entry(file).or_default();
            known.insert(fingerprint, Entry { check, text });
        }
        Ok(baseline)
    }

    /// The baseline as a file.
    pub fn written(&self) -> String {
        let mut rows: Vec<Row> = self.rows().collect();
        rows.sort_by(|a, b| {
            (&a.file, &a.check, a.fingerprint).cmp(&(&b.file, &b.check, b.fingerprint))
        });
        let line = |row| serde_json::to_string(row).expect("texts are written as JSON");
        let lines: Vec<String> = rows.iter().map(line).collect();
        let between = if lines.is_empty() { "" } else { "\n" };
        let lines = lines.join(",\n");
        format!("{{\n\"version\": {VERSION},\n\"findings\": [{between}{lines}{between}]\n}}\n")
    }

    fn rows(&self) -> impl Iterator<Item = Row> {
        self.files.iter().flat_map(|(file, known)| {
            known.iter().map(|(fingerprint, entry)| Row {
                file: file.clone(),
                check: entry.check.clone(),
                fingerprint: *fingerprint,
                text: entry.text.clone(),
            })
        })
    }
}

const ANEW: &str = "mend the file, or write it anew with --write-baseline FILE";

fn malformed(text: &str, error: &serde_json::Error) -> Error {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let column = line.floor_char_boundary(error.column().saturating_sub(1));
    let column = line[..column].chars().count() + 1;
    let small = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    let said = error.to_string();
    let what = said.rsplit_once(" at line").map_or(said.as_str(), |(what, _)| what);
    Error::new(format!("no baseline: {what}"))
        .at(small(error.line()), small(column))
        .line(line)
        .help(ANEW)
}

#[cfg(test)]
mod tests {
    use super::{Baseline, Entry};

    #[test]
    fn what_is_written_can_be_read_and_is_sorted() {
        let mut baseline = Baseline::default();
        for (file, check, first) in [("文.md", "b", "0"), ("文.md", "a", "f"), ("a.md", "b", "1")]
        {
            let fingerprint = first.repeat(32).parse().expect("is one");
            let entry = Entry { check: check.to_owned(), text: "「\n」".to_owned() };
            baseline.files.entry(file.to_owned()).or_default().insert(fingerprint, entry);
        }
        let file = baseline.written();
        assert_eq!(Baseline::read(&file), Ok(baseline));
        let rows: Vec<String> = file.lines().map(|it| it.chars().take(30).collect()).collect();
        assert_eq!(
            rows[..5],
            [
                "{",
                "\"version\": 1,",
                "\"findings\": [",
                "{\"file\":\"a.md\",\"check\":\"b\",\"fi",
                "{\"file\":\"文.md\",\"check\":\"a\",\"fi",
            ]
        );
        let empty = Baseline::default();
        assert_eq!(Baseline::read(&empty.written()), Ok(empty));
    }

    #[test]
    fn what_is_no_baseline_is_shown() {
        let row = |fingerprint: &str| {
            let row = format!(
                "{{\"file\": \"文.md\", \"check\": \"c\", \"fingerprint\": \"{fingerprint}\"}}"
            );
            format!("{{\"version\": 1, \"findings\": [\n{row}\n]}}")
        };
        for (text, said) in [
            (String::new(), "1:1: no baseline: EOF while parsing a value"),
            ("<<<<<<< HEAD".to_owned(), "1:1: no baseline: expected value\n  | <<<<<<< HEAD\n"),
            (row("xyz"), "2:52: no baseline: a fingerprint has 32 hexadecimal digits\n"),
            (
                "{\"version\": 2, \"findings\": []}".to_owned(),
                "this baseline is of version 2, not 1",
            ),
            (
                "{\"version\": 1, \"found\": []}".to_owned(),
                "1:22: no baseline: unknown field `found`",
            ),
        ] {
            let error = Baseline::read(&text).expect_err("is none").to_string();
            assert!(error.starts_with(said), "{error}");
            assert!(error.ends_with("--write-baseline FILE"), "{error}");
        }
        assert!(Baseline::read(&row(&"0".repeat(32))).is_ok());
    }
}
