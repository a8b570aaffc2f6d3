use super::{Config, LANGUAGES};
use crate::checks;
use crate::error::{Error, nearest};
use crate::finding::Severity;
use crate::glossary::Glossary;
use crate::text::{Lines, Span, Variant};
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

type Value<'t> = Spanned<DeValue<'t>>;

/// A key, its bytes in the text, and its value.
type Entry<'r, 't> = (&'r str, Span, &'r Value<'t>);

const TOP: [&str; 7] = ["variant", "glossaries", "ignore", "language", "gate", "severity", "check"];
const GATE: [&str; 3] = ["document", "paragraph", "critical"];
const LEVELS: [&str; 5] = ["off", "neutral", "minor", "major", "critical"];

impl<'t> Reader<'t> {
    pub(super) fn read(self) -> Result<Config, Error> {
        let table = DeTable::parse(self.text).map_err(|error| {
            let span = error.span().unwrap_or_default();
            self.wrong(error.message().to_owned(), Span::from(span))
        })?;
        let mut config = Config::default();
        for (key, at, value) in entries(table.get_ref()) {
            match key {
                "variant" => config.variant = self.variant(value)?,
                "glossaries" => config.glossaries = Some(self.glossaries(value)?),
                "ignore" => config.rules.ignored = self.texts(value)?.map(|(it, _)| it).collect(),
                "language" => config.language = self.language(value)?,
                "gate" => self.gate(value, &mut config)?,
                "severity" => self.severity(value, &mut config)?,
                "check" => self.params(value, &mut config)?,
                _ => return Err(self.unknown("key", key, at, TOP)),
            }
        }
        Ok(config)
    }

    fn variant(self, value: &Value) -> Result<Option<Variant>, Error> {
        let tag = self.text(value)?;
        if tag == "auto" {
            return Ok(None);
        }
        let names = Variant::ALL.iter().map(|(_, tag)| *tag).chain(["auto"]);
        tag.parse().map(Some).map_err(|_| self.unknown("variant", &tag, span(value), names))
    }

    fn language(self, value: &Value) -> Result<Option<crate::finding::Language>, Error> {
        let name = self.text(value)?;
        let found = LANGUAGES.iter().find(|(it, _)| *it == name);
        let names = LANGUAGES.iter().map(|(it, _)| *it).chain(["auto"]);
        match found {
            Some((_, language)) => Ok(Some(*language)),
            None if name == "auto" => Ok(None),
            None => Err(self.unknown("language", &name, span(value), names)),
        }
    }

    /// Names stay; paths are counted from the configuration's folder.
    fn glossaries(self, value: &Value) -> Result<Vec<String>, Error> {
        self.texts(value)?.map(|(name, at)| self.glossary(name, at)).collect()
    }

    fn glossary(self, name: String, at: Span) -> Result<String, Error> {
        if Glossary::shipped().any(|it| it == name) {
            return Ok(name);
        }
        let path = self.base.join(&name);
        if path.is_file() {
            return Ok(path.display().to_string());
        }
        if name.contains(['/', '\\', '.']) {
            let help = "a path is counted from the folder of the configuration";
            return Err(self.wrong(format!("there is no file {}", path.display()), at).help(help));
        }
        Err(self.unknown("glossary", &name, at, Glossary::shipped()))
    }

    fn gate(self, value: &Value, config: &mut Config) -> Result<(), Error> {
        for (key, at, value) in self.table(value)? {
            match key {
                "document" => config.gate.document = self.points(value)?,
                "paragraph" => config.gate.paragraph = Some(self.points(value)?),
                "critical" => config.gate.critical = self.number(value)?,
                _ => return Err(self.unknown("key of [gate]", key, at, GATE)),
            }
        }
        Ok(())
    }

    fn severity(self, value: &Value, config: &mut Config) -> Result<(), Error> {
        for (key, at, value) in self.table(value)? {
            let check = self.check(key, at)?;
            let level = self.text(value)?;
            if level == "off" {
                config.rules.off.insert(check.id);
                continue;
            }
            let severity = Severity::ALL.into_iter().find(|it| it.name() == level);
            let severity =
                severity.ok_or_else(|| self.unknown("severity", &level, span(value), LEVELS))?;
            config.rules.severity.insert(check.id, severity);
        }
        Ok(())
    }

    fn params(self, value: &Value, config: &mut Config) -> Result<(), Error> {
        for (key, at, value) in self.table(value)? {
            let check = self.check(key, at)?;
            for (name, at, value) in self.table(value)? {
                let key = format!("{}.{name}", check.id);
                if !check.params.iter().any(|it| it.key == key) {
                    let names = check.params.iter().filter_map(|it| it.key.split('.').nth(1));
                    return Err(self.unknown(&format!("setting of {}", check.id), name, at, names));
                }
                config.params.insert(key, self.number(value)?);
            }
        }
        Ok(())
    }

    fn check(self, id: &str, at: Span) -> Result<&'static checks::Check, Error> {
        let ids = || checks::all().map(|it| it.id);
        checks::find(id).ok_or_else(|| {
            let error = self.wrong(format!("there is no check `{id}`"), at);
            let meant = nearest(id, ids()).map(|it| format!("did you mean `{it}`? "));
            error.help(format!("{}`xindaya checks` lists all", meant.unwrap_or_default()))
        })
    }

    fn table<'r>(self, value: &'r Value<'t>) -> Result<Vec<Entry<'r, 't>>, Error> {
        let table = value.get_ref().as_table();
        Ok(entries(table.ok_or_else(|| self.kind("a table", value))?).collect())
    }

    fn text(self, value: &Value) -> Result<String, Error> {
        let text = value.get_ref().as_str().map(str::to_owned);
        text.ok_or_else(|| self.kind("a text in quotes", value))
    }

    fn texts(self, value: &Value) -> Result<impl Iterator<Item = (String, Span)>, Error> {
        let list = value.get_ref().as_array().ok_or_else(|| self.kind("a list of texts", value))?;
        let texts = list.iter().map(|it| Ok((self.text(it)?, span(it))));
        Ok(texts.collect::<Result<Vec<_>, Error>>()?.into_iter())
    }

    fn number(self, value: &Value) -> Result<u32, Error> {
        let number = value.get_ref().as_integer();
        let read = number.and_then(|it| u32::from_str_radix(it.as_str(), it.radix()).ok());
        read.ok_or_else(|| self.kind("a whole number, 0 or more", value))
    }

    fn points(self, value: &Value) -> Result<f64, Error> {
        let number = match value.get_ref() {
            DeValue::Integer(it) => it.as_str().parse().ok(),
            DeValue::Float(it) => it.as_str().parse().ok(),
            _ => None,
        };
        let points = number.filter(|it: &f64| (0.0..=100.0).contains(it));
        points.ok_or_else(|| self.kind("points from 0 to 100", value))
    }

    fn kind(self, wanted: &str, value: &Value) -> Error {
        let found = value.get_ref().type_str();
        self.wrong(format!("here stands {wanted}, not this {found}"), span(value))
    }

    fn unknown(
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

    fn wrong(self, what: String, at: Span) -> Error {
        let position = Lines::of(self.text, 1).position(at.start);
        let line = self.text.lines().nth(position.line as usize - 1).unwrap_or_default();
        Error::new(what).at(position.line, position.column).line(line)
    }
}

/// The entries of a table in the order that they are written in.
fn entries<'r, 't>(table: &'r DeTable<'t>) -> impl Iterator<Item = Entry<'r, 't>> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| (key.get_ref().as_ref(), Span::from(key.span()), value))
        .collect();
    entries.sort_by_key(|(_, at, _)| at.start);
    entries.into_iter()
}

fn span(value: &Value) -> Span {
    Span::from(value.span())
}
