use super::escape::{json, unescaped};
use super::rows::{Cursor, Row, Rows};
use crate::error::Error;
use crate::text::{Segment, Text, UnknownVariant, Variant};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

const SHAPE: &str = r#"a row is one object, {"id": "1", "source": "Hello.", "target": "你好。"}; only target is needed"#;

/// Rows that are JSON objects, one a line; blank lines are no rows.
///
/// Keys that are not known are passed over, however deeply they are nested. Half of a surrogate
/// pair (`\ud83d` alone) is read as U+FFFD: such halves are what a tool leaves that cuts strings by
/// UTF-16 units, the rest of the row is sound, and the character shows up in the findings.
pub(super) struct Jsonl;

#[derive(Deserialize)]
struct Fields<'r> {
    #[serde(borrow)]
    id: Option<&'r RawValue>,
    #[serde(borrow)]
    source: Option<&'r RawValue>,
    #[serde(borrow)]
    target: Option<&'r RawValue>,
    #[serde(borrow)]
    document: Option<&'r RawValue>,
    #[serde(borrow)]
    variant: Option<&'r RawValue>,
    terms: Option<BTreeMap<String, Renderings>>,
}

/// The accepted renderings of a term: several, or the only one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Renderings {
    One(String),
    Several(Vec<String>),
}

impl From<Renderings> for Vec<String> {
    fn from(renderings: Renderings) -> Self {
        match renderings {
            Renderings::One(one) => vec![one],
            Renderings::Several(several) => several,
        }
    }
}

impl Rows for Jsonl {
    fn next(&mut self, text: &str, cursor: &mut Cursor) -> Option<Result<Row, Error>> {
        loop {
            let (span, line) = cursor.take_line(text)?;
            let row = &text[span.clone()];
            if !row.trim().is_empty() {
                let read = Line { text: row, number: line }.read();
                return Some(read.map(|(document, segment)| Row { span, line, document, segment }));
            }
        }
    }
}

/// A line that holds a row.
struct Line<'r> {
    text: &'r str,
    number: u32,
}

impl<'r> Line<'r> {
    fn read(&self) -> Result<(Option<String>, Segment), Error> {
        // A list of the values in order would do for serde, but not for us.
        if !self.text.trim_start().starts_with('{') {
            return Err(self.error(self.text.len() - self.text.trim_start().len(), "not an object"));
        }
        let fields: Fields =
            serde_json::from_str(self.text).map_err(|error| self.broken(&error))?;
        let target = fields.target.ok_or_else(|| self.error(0, "the row has no target"))?;
        let terms = fields.terms.unwrap_or_default();
        let segment = Segment {
            id: fields.id.map(|id| self.key("id", id)).transpose()?,
            source: fields.source.map(|source| self.text_of("source", source)).transpose()?,
            target: self.text_of("target", target)?,
            variant: match fields.variant {
                Some(variant) => Some(self.variant(variant)?),
                None => None,
            },
            terms: terms.into_iter().map(|(term, to)| (term, to.into())).collect(),
            ..Segment::default()
        };
        let document = fields.document.map(|key| self.key("document", key)).transpose()?;
        Ok((document, segment))
    }

    fn text_of(&self, key: &str, value: &'r RawValue) -> Result<Text, Error> {
        let at = self.place(value);
        let inside = value.get().strip_prefix('"').and_then(|it| it.strip_suffix('"'));
        inside
            .map(|inside| unescaped(inside, at + 1, json))
            .ok_or_else(|| self.error(at, format!("{key} is not a string")))
    }

    /// A string, or a number as it is written.
    fn key(&self, key: &str, value: &'r RawValue) -> Result<String, Error> {
        let written = value.get();
        if written.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            return Ok(written.to_owned());
        }
        let text = self.text_of(key, value);
        text.map(|text| text.as_str().to_owned()).map_err(|_| {
            self.error(self.place(value), format!("{key} is neither a string nor a number"))
        })
    }

    fn variant(&self, value: &'r RawValue) -> Result<Variant, Error> {
        let tag = self.text_of("variant", value)?;
        let unknown = |why: UnknownVariant| {
            self.error(self.place(value), format!("there is no variant `{}`", tag.as_str()))
                .help(why.to_string())
        };
        tag.as_str().parse().map_err(unknown)
    }

    /// The byte of the line that a value begins at: values are borrowed from it.
    fn place(&self, value: &RawValue) -> usize {
        value.get().as_ptr() as usize - self.text.as_ptr() as usize
    }

    fn broken(&self, error: &serde_json::Error) -> Error {
        let said = error.to_string();
        let what = said.split(" at line ").next().unwrap_or_default();
        let column = error.column().saturating_sub(usize::from(!error.is_eof()));
        self.error(column, format!("not a row of JSON: {what}"))
    }

    fn error(&self, byte: usize, what: impl Into<String>) -> Error {
        let before = &self.text[..self.text.floor_char_boundary(byte)];
        let column = u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX);
        Error::new(what).at(self.number, column).line(self.text).help(SHAPE)
    }
}
