use crate::error::{Error, nearest};
use crate::text::{Lines, Span};
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads a configuration key by key, so that each fault is shown where it stands. Serde would
/// only say that a field is unknown, not what was meant.
#[derive(Clone, Copy)]
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    /// The folder that paths are counted from.
    pub(super) base: &'t Path,
}

pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// A key, its bytes in the text, and its value.
pub(super) type Entry<'r, 't> = (&'r str, Span, &'r Value<'t>);

impl<'t> Reader<'t> {
    pub(super) fn table<'r>(self, value: &'r Value<'t>) -> Result<Vec<Entry<'r, 't>>, Error> {
        let table = value.get_ref().as_table();
        Ok(entries(table.ok_or_else(|| self.kind("a table", value))?).collect())
    }

    pub(super) fn text(self, value: &Value) -> Result<String, Error> {
        let text = value.get_ref().as_str().map(str::to_owned);
        text.ok_or_else(|| self.kind("a text in quotes", value))
    }

    pub(super) fn texts(
        self,
        value: &Value,
    ) -> Result<impl Iterator<Item = (String, Span)>, Error> {
        let list = value.get_ref().as_array().ok_or_else(|| self.kind("a list of texts", value))?;
        let texts = list.iter().map(|it| Ok((self.text(it)?, span(it))));
        Ok(texts.collect::<Result<Vec<_>, Error>>()?.into_iter())
    }

    /// The tables of a list, each with its place.
    pub(super) fn tables<'r>(
        self,
        value: &'r Value<'t>,
    ) -> Result<Vec<(Span, Vec<Entry<'r, 't>>)>, Error> {
        let list =
            value.get_ref().as_array().ok_or_else(|| self.kind("a list of tables", value))?;
        list.iter().map(|it| Ok((span(it), self.table(it)?))).collect()
    }

    /// What one of the names stands for.
    pub(super) fn one_of<T: Copy>(
        self,
        what: &str,
        all: &[(T, &'static str)],
        value: &Value,
    ) -> Result<T, Error> {
        let name = self.text(value)?;
        let found = all.iter().find(|(_, it)| *it == name).map(|(it, _)| *it);
        found.ok_or_else(|| self.unknown(what, &name, span(value), all.iter().map(|it| it.1)))
    }

    pub(super) fn number(self, value: &Value) -> Result<u32, Error> {
        let number = value.get_ref().as_integer();
        let read = number.and_then(|it| u32::from_str_radix(it.as_str(), it.radix()).ok());
        read.ok_or_else(|| self.kind("a whole number, 0 or more", value))
    }

    pub(super) fn truth(self, value: &Value) -> Result<bool, Error> {
        value.get_ref().as_bool().ok_or_else(|| self.kind("true or false", value))
    }

    pub(super) fn points(self, value: &Value) -> Result<f64, Error> {
        self.up_to(100.0, "points from 0 to 100", value)
    }

    pub(super) fn risk(self, value: &Value) -> Result<f64, Error> {
        self.up_to(1.0, "a risk from 0 to 1", value)
    }

    fn up_to(self, most: f64, wanted: &str, value: &Value) -> Result<f64, Error> {
        let number = match value.get_ref() {
            DeValue::Integer(it) => it.as_str().parse().ok(),
            DeValue::Float(it) => it.as_str().parse().ok(),
            _ => None,
        };
        let number = number.filter(|it: &f64| (0.0..=most).contains(it));
        number.ok_or_else(|| self.kind(wanted, value))
    }

    pub(super) fn kind(self, wanted: &str, value: &Value) -> Error {
        let found = value.get_ref().type_str();
        self.wrong(format!("here stands {wanted}, not this {found}"), span(value))
    }

    pub(super) fn unknown(
        self,
        what: &str,
        name: &str,
        at: Span,
        known: impl IntoIterator<Item = &'static str>,
    ) -> Error {
        let known: Vec<&str> = known.into_iter().collect();
        let meant = nearest(name, known.iter().copied()).map(|it| format!("did you mean `{it}`? "));
        let all = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        self.wrong(format!("there is no {what} `{name}`"), at)
            .help(format!("{}known: {all}", meant.unwrap_or_default()))
    }

    pub(super) fn wrong(self, what: String, at: Span) -> Error {
        let position = Lines::of(self.text, 1).position(at.start);
        let line = self.text.lines().nth(position.line as usize - 1).unwrap_or_default();
        Error::new(what).at(position.line, position.column).line(line)
    }
}

/// The entries of a table in the order that they are written in.
pub(super) fn entries<'r, 't>(table: &'r DeTable<'t>) -> impl Iterator<Item = Entry<'r, 't>> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| (key.get_ref().as_ref(), Span::from(key.span()), value))
        .collect();
    entries.sort_by_key(|(_, at, _)| at.start);
    entries.into_iter()
}

pub(super) fn span(value: &Value) -> Span {
    Span::from(value.span())
}
