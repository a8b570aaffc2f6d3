use super::choices::{efforts, languages, levels, presets, tags, variants};
use super::keys_aside::{BASELINE, FAIL_ON_UNUSED, IGNORE};
use super::keys_gate::LIMITS;
use super::reader::Draft;
use super::values::{Reader, Value};
use crate::error::Error;

/// A key of the configuration: the reader, the schema and the reference are made from it.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) holds: Holds,
    /// What it does, in a sentence or two.
    pub(super) means: &'static str,
    /// A value, as TOML writes it.
    pub(super) example: &'static str,
    pub(super) read: fn(Reader, &Value, &mut Draft) -> Result<(), Error>,
}

/// What stands behind a key.
#[derive(Clone, Copy)]
pub(super) enum Holds {
    /// One of these names.
    Name(fn() -> Vec<&'static str>),
    /// A list of such names.
    Names(fn() -> Vec<&'static str>),
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// `true` or `false`.
    Truth,
    /// Points, from 0 to 100.
    Points,
    /// A share, from 0 to 1.
    Share,
    /// A whole number, 0 or more.
    Whole,
    /// A table with these keys.
    Table(&'static [Key]),
    /// Tables with these keys, each under its own `[[head]]`, with at least one of those named.
    Tables(&'static [Key], &'static [&'static str]),
    /// A table whose keys are checks.
    ByCheck(&'static Self),
    /// A table for each check that has numbers, with these.
    Numbers,
}

/// The keys of the file.
pub(super) const TOP: &[Key] = &[
    PRESET,
    VARIANT,
    GLOSSARIES,
    WORDS,
    LANGUAGE,
    EFFORT,
    BASELINE,
    FAIL_ON_UNUSED,
    GATE,
    SEVERITY,
    CHECK,
    IGNORE,
    OVERRIDE,
];

/// The keys of an `[[override]]`.
pub(super) const SCOPED: &[Key] =
    &[PATHS, LANGUAGES_OF_TEXTS, PRESET, VARIANT, GLOSSARIES, WORDS, GATE, SEVERITY, CHECK];

const PRESET: Key = Key {
    name: "preset",
    holds: Holds::Name(presets),
    means: "What kind of text it is: which checks run and how strictly, unless another key says \
            otherwise. `xindaya config presets` tells what each says.",
    example: r#""docs""#,
    read: |it, value, draft| it.preset(value, draft),
};

const VARIANT: Key = Key {
    name: "variant",
    holds: Holds::Name(variants),
    means: "The variant that texts should be in. Words and forms of another region are looked for \
            only where a region is named; `auto` decides the script by the text.",
    example: r#""zh-Hant-TW""#,
    read: |it, value, draft| it.variant(value, draft),
};

const GLOSSARIES: Key = Key {
    name: "glossaries",
    holds: Holds::Texts,
    means: "The glossaries: names of those that ship, and files (.tsv, .csv, .xlsx, .tbx) by \
            their paths from the folder of the configuration. Without the key all that ship.",
    example: r#"["ai-companies", "media"]"#,
    read: |it, value, draft| it.glossaries(value, draft),
};

const WORDS: Key = Key {
    name: "ignore-words",
    holds: Holds::Texts,
    means: "Words and names inside which nothing is reported, in whatever script, width and case \
            they are written.",
    example: r#"["Roa Roa", "阿里阿里"]"#,
    read: |it, value, draft| it.words(value, draft),
};

const LANGUAGE: Key = Key {
    name: "language",
    holds: Holds::Name(languages),
    means: "The language of reports; `auto` is that of the locale.",
    example: r#""zh-Hant""#,
    read: |it, value, draft| it.language(value, draft),
};

const EFFORT: Key = Key {
    name: "effort",
    holds: Holds::Name(efforts),
    means: "How thoroughly a text is checked beside its source: `full` reads what both say with \
            the sentence encoder; `auto` does so up to 8 MB.",
    example: r#""fast""#,
    read: |it, value, draft| it.effort(value, draft),
};

const GATE: Key = Key {
    name: "gate",
    holds: Holds::Table(LIMITS),
    means: "What each file must reach to pass.",
    example: "{ document = 90 }",
    read: |it, value, draft| it.gate(value, draft),
};

const SEVERITY: Key = Key {
    name: "severity",
    holds: Holds::ByCheck(&Holds::Name(levels)),
    means: "What the findings of a check weigh, by its id or by what another tool calls it; `off` \
            silences it, a severity turns on one that is off.",
    example: r#"{ long-sentence = "minor", self-gloss = "off" }"#,
    read: |it, value, draft| it.severity(value, draft),
};

const CHECK: Key = Key {
    name: "check",
    holds: Holds::Numbers,
    means: "The numbers of checks; `xindaya explain CHECK` tells which a check has.",
    example: "{ repeated-clause = { min-characters = 12 } }",
    read: |it, value, draft| it.numbers(value, draft),
};

const OVERRIDE: Key = Key {
    name: "override",
    holds: Holds::Tables(SCOPED, &["paths", "languages"]),
    means: "What holds for some texts only, by path, by language, or by both. Where several hold, \
            the last one wins, key by key.",
    example: r#"[{ paths = ["docs"], preset = "docs" }]"#,
    read: |it, value, draft| it.scoped(value, draft),
};

pub(super) const PATHS: Key = Key {
    name: "paths",
    holds: Holds::Texts,
    means: "Patterns of paths from the folder of the configuration, as `.gitignore` has them: \
            one without a slash is found in any folder, and a folder stands for all in it.",
    example: r#"["docs", "*.srt", "locales/zh-*/*.json"]"#,
    read: |it, value, draft| it.paths(value, draft),
};

const LANGUAGES_OF_TEXTS: Key = Key {
    name: "languages",
    holds: Holds::Names(tags),
    means: "Languages of texts: the tag in the path, else the script of the text, which is \
            `variant` where that is of the same script. `zh-Hant` stands for its regions too.",
    example: r#"["zh-Hant"]"#,
    read: |it, value, draft| it.languages_of_texts(value, draft),
};

#[cfg(test)]
mod tests {
    use super::{Holds, Key, LIMITS, SCOPED, TOP};
    use crate::config::Config;
    use crate::config::keys_aside::IGNORED;

    fn reads(text: &str) {
        let read = Config::of_text(text);
        assert!(read.is_ok(), "{text}: {}", read.map_err(|it| it.to_string()).unwrap_err());
    }

    #[test]
    fn every_example_is_read() {
        let said = |keys: &[Key]| -> Vec<String> {
            keys.iter().map(|it| format!("{} = {}", it.name, it.example)).collect()
        };
        for it in said(TOP) {
            reads(&it);
        }
        for it in said(LIMITS) {
            reads(&format!("[gate]\n{it}"));
        }
        for it in said(IGNORED) {
            let id = if it.starts_with("id") { "" } else { "id = \"a\"" };
            reads(&format!("[[ignore]]\n{id}\n{it}"));
        }
        for it in said(SCOPED) {
            let languages =
                if it.starts_with("languages") { "" } else { "languages = [\"zh-Hant\"]" };
            reads(&format!("[[override]]\n{languages}\n{it}"));
        }
    }

    #[test]
    fn every_name_is_read() {
        for key in TOP.iter().chain(LIMITS) {
            let Holds::Name(names) = key.holds else { continue };
            let table = if LIMITS.iter().any(|it| it.name == key.name) { "[gate]\n" } else { "" };
            for name in names() {
                reads(&format!("{table}{} = \"{name}\"", key.name));
            }
        }
    }
}
