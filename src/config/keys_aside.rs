//! The keys that set findings aside.

use super::keys::{Holds, Key, PATHS};

/// The keys of an `[[ignore]]`.
pub(super) const IGNORED: &[Key] = &[IGNORED_CHECKS, PATHS, IGNORED_TEXT, ID, REASON];

pub(super) const BASELINE: Key = Key {
    name: "baseline",
    holds: Holds::Text,
    means: "The file of the findings that are known and do not count, by its path from the folder \
            of the configuration; `--write-baseline` writes it.",
    example: r#""xindaya-baseline.json""#,
    read: |it, value, draft| it.text(value).map(|path| draft.baseline = Some(it.base.join(path))),
};

pub(super) const FAIL_ON_UNUSED: Key = Key {
    name: "fail-on-unused",
    holds: Holds::Truth,
    means: "Whether a run fails if a suppression suppresses nothing, or the baseline knows what is \
            no longer found; both are told in any case.",
    example: "true",
    read: |it, value, draft| it.truth(value).map(|it| draft.fail_on_unused = it),
};

pub(super) const IGNORE: Key = Key {
    name: "ignore",
    holds: Holds::Tables(IGNORED, &["checks", "paths", "text", "id"]),
    means: "Findings that are suppressed: those to which all that a table names applies.",
    example: r#"[{ checks = ["repeated-phrase"], paths = ["docs/songs"] }]"#,
    read: |it, value, draft| it.ignored(value, draft),
};

const IGNORED_CHECKS: Key = Key {
    name: "checks",
    holds: Holds::Texts,
    means: "The checks, by their ids or by what other tools call them.",
    example: r#"["repeated-phrase"]"#,
    read: |it, value, draft| it.ignored_checks(value, draft),
};

const IGNORED_TEXT: Key = Key {
    name: "text",
    holds: Holds::Text,
    means: "The text that a finding stands in, in whatever script, width and case it is written.",
    example: r#""阿里阿里""#,
    read: |it, value, draft| it.text(value).map(|it| draft.ignore.text = Some(it)),
};

const ID: Key = Key {
    name: "id",
    holds: Holds::Text,
    means: "The id of the segment, as reports name it; for `missing-key` the name that is missing.",
    example: r#""menu.save""#,
    read: |it, value, draft| it.text(value).map(|it| draft.ignore.id = Some(it)),
};

const REASON: Key = Key {
    name: "reason",
    holds: Holds::Text,
    means: "Why, for whoever reads the file.",
    example: r#""refrains""#,
    read: |it, value, _| it.text(value).map(drop),
};
