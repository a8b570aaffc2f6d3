use super::choices::with_numbers;
use super::keys::{Key, SCOPED, TOP};
use super::keys_aside::IGNORED;
use super::keys_gate::LIMITS;
use super::scope::Patterns;
use super::values::{Entry, Reader, Value, entries, span};
use super::{Config, Ignore, LANGUAGES, Level, Override, Setting, named, names, preset};
use crate::checks::{self, Effort};
use crate::error::{Error, nearest};
use crate::finding::{Language, Severity};
use crate::glossary::Glossary;
use crate::score::Limit;
use crate::text::{Lines, Span, Variant};
use std::path::PathBuf;
use toml::de::DeTable;

/// What was read so far of the file, or of one `[[override]]` of it.
#[derive(Default)]
pub(super) struct Draft {
    language: Option<Language>,
    effort: Option<Effort>,
    pub(super) baseline: Option<PathBuf>,
    pub(super) fail_on_unused: bool,
    here: Override,
    overrides: Vec<Override>,
    /// The entry of `[[ignore]]` that is read, and those that were.
    pub(super) ignore: Ignore,
    ignores: Vec<Ignore>,
}

type Read = Result<(), Error>;

impl Reader<'_> {
    pub(super) fn read(self) -> Result<Config, Error> {
        let table = DeTable::parse(self.text).map_err(|error| {
            let span = error.span().unwrap_or_default();
            self.wrong(error.message().to_owned(), Span::from(span))
        })?;
        let mut draft = Draft::default();
        self.fill("key", TOP, entries(table.get_ref()), &mut draft)?;
        let Draft { language, effort, baseline, fail_on_unused, here, overrides, ignores, .. } =
            draft;
        let settings = here.settings;
        Ok(Config {
            path: None,
            language,
            effort,
            baseline,
            fail_on_unused,
            ignores,
            settings,
            overrides,
        })
    }

    fn fill<'r, 't: 'r>(
        self,
        what: &str,
        keys: &'static [Key],
        entries: impl IntoIterator<Item = Entry<'r, 't>>,
        draft: &mut Draft,
    ) -> Read {
        for (name, at, value) in entries {
            let key = keys.iter().find(|it| it.name == name);
            let known = keys.iter().map(|it| it.name);
            let key = key.ok_or_else(|| self.unknown(what, name, at, known))?;
            (key.read)(self, value, draft)?;
        }
        Ok(())
    }

    pub(super) fn preset(self, value: &Value, draft: &mut Draft) -> Read {
        let name = self.text(value)?;
        let known = super::PRESETS.iter().map(|it| it.name);
        let found = preset(&name);
        draft.say(Setting::Preset(
            found.ok_or_else(|| self.unknown("preset", &name, span(value), known))?,
        ));
        Ok(())
    }

    pub(super) fn variant(self, value: &Value, draft: &mut Draft) -> Read {
        let tag = self.text(value)?;
        let variant = if tag == "auto" {
            None
        } else {
            let names = Variant::ALL.iter().map(|(_, tag)| *tag).chain(["auto"]);
            let unknown = |_| self.unknown("variant", &tag, span(value), names);
            Some(tag.parse().map_err(unknown)?)
        };
        draft.say(Setting::Variant(variant));
        Ok(())
    }

    pub(super) fn words(self, value: &Value, draft: &mut Draft) -> Read {
        draft.here.settings.extend(self.texts(value)?.map(|(it, _)| Setting::Ignored(it)));
        Ok(())
    }

    pub(super) fn language(self, value: &Value, draft: &mut Draft) -> Read {
        let all = LANGUAGES.map(|(name, it)| (Some(it), name));
        draft.language = self.one_of("language", &[&all[..], &[(None, "auto")]].concat(), value)?;
        Ok(())
    }

    pub(super) fn effort(self, value: &Value, draft: &mut Draft) -> Read {
        let all = Effort::ALL.map(|(name, it)| (Some(it), name));
        draft.effort = self.one_of("effort", &[&all[..], &[(None, "auto")]].concat(), value)?;
        Ok(())
    }

    /// Names stay; paths are counted from the configuration's folder.
    pub(super) fn glossaries(self, value: &Value, draft: &mut Draft) -> Read {
        let named = self.texts(value)?.map(|(name, at)| self.glossary(name, at));
        draft.here.settings.push(Setting::Glossaries(named.collect::<Result<_, _>>()?));
        Ok(())
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

    pub(super) fn gate(self, value: &Value, draft: &mut Draft) -> Read {
        self.fill("key of [gate]", LIMITS, self.table(value)?, draft)
    }

    pub(super) fn limits_of_checks(self, value: &Value, draft: &mut Draft) -> Read {
        for (key, at, value) in self.table(value)? {
            let count = self.number(value)?;
            for id in self.checks(key, at)? {
                draft.limit(Limit::Check(id, count));
            }
        }
        Ok(())
    }

    pub(super) fn severity(self, value: &Value, draft: &mut Draft) -> Read {
        let weights = Severity::ALL.map(|it| (Level::Severity(it), it.name()));
        let levels = [&[(Level::Off, "off")], &weights[..]].concat();
        for (key, at, value) in self.table(value)? {
            let ids = self.checks(key, at)?;
            let level = self.one_of("severity", &levels, value)?;
            draft.here.settings.extend(ids.iter().map(|id| Setting::Check(id, level)));
        }
        Ok(())
    }

    pub(super) fn numbers(self, value: &Value, draft: &mut Draft) -> Read {
        for (id, at, value) in self.table(value)? {
            let check = checks::find(id).ok_or_else(|| self.no_check(id, at))?;
            if check.params.is_empty() {
                let known = with_numbers().map(|it| it.id);
                return Err(self.unknown("check with settings", id, at, known));
            }
            for (name, at, value) in self.table(value)? {
                let param = check.params.iter().find(|it| it.name() == name).ok_or_else(|| {
                    let names = check.params.iter().map(checks::Param::name);
                    self.unknown(&format!("setting of {id}"), name, at, names)
                })?;
                draft.say(Setting::Param(param.key, self.number(value)?));
            }
        }
        Ok(())
    }

    pub(super) fn scoped(self, value: &Value, draft: &mut Draft) -> Read {
        for (at, table) in self.tables(value)? {
            let mut part = Draft::default();
            self.fill("key of [[override]]", SCOPED, table, &mut part)?;
            if part.here.paths.is_none() && part.here.languages.is_empty() {
                let help = "add paths = [\"..\"] or languages = [\"..\"], or say it outside of it";
                return Err(self
                    .wrong("this [[override]] does not say which texts it is for".into(), at)
                    .help(help));
            }
            draft.overrides.push(part.here);
        }
        Ok(())
    }

    pub(super) fn ignored(self, value: &Value, draft: &mut Draft) -> Read {
        for (at, table) in self.tables(value)? {
            let mut part = Draft::default();
            self.fill("key of [[ignore]]", IGNORED, table, &mut part)?;
            let line = Lines::of(self.text, 1).line(at.start);
            let ignore = Ignore { line, paths: part.here.paths, ..part.ignore };
            if !ignore.is_told() {
                let what = "this [[ignore]] does not say what is ignored".to_owned();
                let help = "add checks = [\"..\"], paths = [\"..\"], text = \"..\" or id = \"..\"";
                return Err(self.wrong(what, at).help(help));
            }
            draft.ignores.push(ignore);
        }
        Ok(())
    }

    pub(super) fn ignored_checks(self, value: &Value, draft: &mut Draft) -> Read {
        for (name, at) in self.texts(value)? {
            draft.ignore.checks.extend(self.checks(&name, at)?);
        }
        Ok(())
    }

    pub(super) fn paths(self, value: &Value, draft: &mut Draft) -> Read {
        let mut all = Patterns::new();
        for (pattern, at) in self.texts(value)? {
            all.add(&pattern).map_err(|error| self.no_pattern(&error, at))?;
        }
        draft.here.paths = Some(all.build().map_err(|error| self.no_pattern(&error, span(value)))?);
        Ok(())
    }

    fn no_pattern(self, error: &globset::Error, at: Span) -> Error {
        self.wrong(format!("this is no pattern of paths: {}", error.kind()), at).help(
            "as in .gitignore: * in a folder, ** across folders, {a,b}, [ab], \\ before these",
        )
    }

    pub(super) fn languages_of_texts(self, value: &Value, draft: &mut Draft) -> Read {
        for (tag, at) in self.texts(value)? {
            let names = Variant::ALL.iter().map(|(_, tag)| *tag);
            let unknown = |_| self.unknown("language of texts", &tag, at, names);
            draft.here.languages.push(tag.parse().map_err(unknown)?);
        }
        Ok(())
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

impl Draft {
    fn say(&mut self, setting: Setting) {
        self.here.settings.push(setting);
    }

    pub(super) fn limit(&mut self, limit: Limit) {
        self.say(Setting::Gate(limit));
    }
}
