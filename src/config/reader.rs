use super::values::{Reader, Value, entries, span};
use super::{Config, LANGUAGES, named, names};
use crate::checks::{self, Effort};
use crate::error::{Error, nearest};
use crate::finding::Severity;
use crate::glossary::Glossary;
use crate::text::{Span, Variant};
use toml::de::DeTable;

const TOP: [&str; 8] =
    ["variant", "glossaries", "ignore", "language", "effort", "gate", "severity", "check"];
const GATE: [&str; 3] = ["document", "paragraph", "critical"];
const LEVELS: [&str; 5] = ["off", "neutral", "minor", "major", "critical"];

impl Reader<'_> {
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
                "effort" => config.effort = self.effort(value)?,
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
        self.one_of("language", &LANGUAGES, value)
    }

    fn effort(self, value: &Value) -> Result<Option<Effort>, Error> {
        self.one_of("effort", &Effort::ALL, value)
    }

    /// What one of the names stands for; nothing for `auto`.
    fn one_of<T: Copy>(
        self,
        what: &str,
        all: &[(&'static str, T)],
        value: &Value,
    ) -> Result<Option<T>, Error> {
        let name = self.text(value)?;
        let names = all.iter().map(|(it, _)| *it).chain(["auto"]);
        match all.iter().find(|(it, _)| *it == name) {
            Some((_, found)) => Ok(Some(*found)),
            None if name == "auto" => Ok(None),
            None => Err(self.unknown(what, &name, span(value), names)),
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
            let ids = self.checks(key, at)?;
            let level = self.text(value)?;
            if level == "off" {
                config.rules.off.extend(ids);
                continue;
            }
            let severity = Severity::ALL.into_iter().find(|it| it.name() == level);
            let severity =
                severity.ok_or_else(|| self.unknown("severity", &level, span(value), LEVELS))?;
            config.rules.severity.extend(ids.iter().map(|id| (*id, severity)));
            config.rules.on.extend(ids);
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
        checks::find(id).ok_or_else(|| self.no_check(id, at))
    }

    /// The ids of the checks that a name stands for, an id or another tool's.
    fn checks(self, name: &str, at: Span) -> Result<Vec<&'static str>, Error> {
        let ids = named(name);
        if ids.is_empty() { Err(self.no_check(name, at)) } else { Ok(ids) }
    }

    fn no_check(self, name: &str, at: Span) -> Error {
        let error = self.wrong(format!("there is no check `{name}`"), at);
        let meant = nearest(name, names()).map(|it| format!("did you mean `{it}`? "));
        error.help(format!("{}`xindaya checks` lists all", meant.unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Config, Effort, Error, Reader};
    use crate::finding::{Language, Severity};
    use crate::text::Variant;
    use std::path::Path;

    fn read(text: &str) -> Result<Config, Error> {
        Reader { text, base: Path::new("house") }.read()
    }

    fn fault(text: &str) -> String {
        read(text).map_err(|error| error.to_string()).expect_err("it is at fault")
    }

    #[test]
    fn what_is_said_holds_and_the_rest_stays() {
        let text = r#"
            variant = "zh-Hant-TW"
            language = "zh-Hans"
            effort = "fast"
            ignore = ["Roa Roa"]
            [gate]
            document = 70.5
            [severity]
            repeated-phrase = "off"
            repeated-token = "minor"
            "weblate:xml-tags" = "critical"
        "#;
        let config = read(text).expect("it is right");
        assert_eq!(config.variant, Some(Variant::HantTw));
        assert_eq!(config.language, Some(Language::Hans));
        assert_eq!(config.rules.ignored, ["Roa Roa"]);
        assert_eq!(config.effort, Some(Effort::Fast));
        assert!((config.gate.document - 70.5).abs() < f64::EPSILON);
        assert_eq!(config.gate.critical, 0);
        assert!(config.rules.off.contains("repeated-phrase"));
        assert_eq!(config.rules.severity.get("repeated-token"), Some(&Severity::Minor));
        assert_eq!(config.rules.severity.get("missing-tag"), Some(&Severity::Critical));
        assert_eq!(config.rules.severity.get("extra-tag"), Some(&Severity::Critical));
        assert!(read("").expect("nothing is said").glossaries.is_none());
    }

    #[test]
    fn a_fault_is_shown_with_what_was_meant() {
        let said = "3:1: there is no key of [gate] `dokument`
  | dokument = 80
  | ^
  = did you mean `document`? known: document, paragraph, critical";
        assert_eq!(fault("\n[gate]\ndokument = 80"), said);
        let said = "2:1: there is no check `repeated-frase`
  | repeated-frase = \"off\"
  | ^
  = did you mean `repeated-phrase`? `xindaya checks` lists all";
        assert_eq!(fault("[severity]\nrepeated-frase = \"off\""), said);
        for (text, what) in [
            ("variants = 1", "1:1: there is no key `variants`"),
            ("variant = \"zh-Hnat\"", "1:11: there is no variant `zh-Hnat`"),
            ("variant = 3", "1:11: here stands a text in quotes, not this integer"),
            ("ignore = \"a\"", "1:10: here stands a list of texts, not this string"),
            ("effort = \"fats\"", "did you mean `fast`? known: fast, full, auto"),
            ("[gate]\ndocument = 101", "2:12: here stands points from 0 to 100"),
            ("[gate]\ncritical = -1", "2:12: here stands a whole number"),
            ("[severity]\nrepeated-phrase = \"mayor\"", "2:19: there is no severity `mayor`"),
            ("[check.repeated-phrase]\nx = 1", "2:1: there is no setting of repeated-phrase `x`"),
            ("[severity]\n\"weblate:xml-tag\" = \"off\"", "did you mean `weblate:xml-tags`?"),
            ("glossaries = [\"x.tsv\"]", "1:15: there is no file house/x.tsv"),
            ("a = [", "1:"),
        ] {
            assert!(fault(text).contains(what), "{text}: {}", fault(text));
        }
    }
}
