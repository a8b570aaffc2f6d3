//! The architecture, as a test: each module uses only the floors below its own.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors, ground first. Modules that share a floor do not know each other.
const FLOORS: &[&[&str]] = &[
    &["text", "error"],
    &["script", "lexicon", "finding", "characters", "markup", "numbers"],
    &["segmenter", "glossary", "typography"],
    &["duplication", "encoder", "fluency", "formats", "names"],
    &["align", "residue"],
    &["checks", "score"],
    &["config"],
    &["review"],
    &["compare"],
    &["baseline", "report", "fix"],
    &["cli"],
];

/// Modules that may open files: the others work on what they are given.
const OPENS_FILES: &[&str] = &["cli", "config", "glossary"];

#[test]
fn nobody_looks_up() {
    for (floor, modules) in FLOORS.iter().enumerate() {
        let below = FLOORS[..floor].concat();
        for module in *modules {
            for (file, used) in uses(module) {
                let fine = used == *module || below.contains(&used.as_str());
                assert!(fine, "{file}: `{module}` may not use `{used}`");
            }
        }
    }
}

#[test]
fn every_module_has_a_floor() {
    for entry in fs::read_dir("src").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let known = FLOORS.concat().contains(&name) || ["lib", "main"].contains(&name);
        assert!(known, "{name} has no floor");
    }
}

#[test]
fn only_those_who_may_open_files() {
    for module in FLOORS.concat().iter().filter(|module| !OPENS_FILES.contains(module)) {
        for file in files(module) {
            let text = fs::read_to_string(&file).unwrap();
            for word in ["std::fs", "File::open", "fs::read"] {
                assert!(!text.contains(word), "{}: opens a file ({word})", file.display());
            }
        }
    }
}

#[test]
fn only_the_cli_prints() {
    for module in FLOORS.concat().iter().filter(|module| **module != "cli") {
        for file in files(module) {
            let text = fs::read_to_string(&file).unwrap();
            for word in ["println!", "eprintln!", "print!(", "stdout()", "stderr()"] {
                assert!(!text.contains(word), "{}: prints ({word})", file.display());
            }
        }
    }
}

/// What cannot fail returns no `Result`: segmenter, checks, score and review.
#[test]
fn what_cannot_fail_returns_no_result() {
    for module in ["segmenter", "duplication", "checks", "score", "review"] {
        for file in files(module) {
            let text = fs::read_to_string(&file).unwrap();
            assert!(!text.contains("-> Result"), "{}: returns a Result", file.display());
        }
    }
}

/// A check knows no file, no line number, no colour and no other check.
#[test]
fn checks_do_not_know_each_other() {
    for file in files("checks").iter().filter(|file| file.components().count() > 3) {
        let text = fs::read_to_string(file).unwrap();
        for word in ["super::super", "Lines", "anstyle", "Position"] {
            assert!(!text.contains(word), "{}: knows {word}", file.display());
        }
        let mut known = text.split("crate::checks::").skip(1).map(first_name);
        let fine = |name: String| {
            !["accuracy", "terminology", "language", "style", "locale", "markup"]
                .contains(&name.as_str())
        };
        assert!(known.all(fine), "{}: knows another check", file.display());
    }
}

#[test]
fn files_are_rooms() {
    let mut long = BTreeSet::new();
    for module in FLOORS.concat() {
        for file in files(module) {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            if lines > 300 {
                long.insert(format!("{} has {lines} lines", file.display()));
            }
        }
    }
    assert!(long.is_empty(), "a file is one room: {long:?}");
}

/// Each module named after `crate::` in a module's files, with the file.
fn uses(module: &str) -> Vec<(String, String)> {
    let mut found = vec![];
    for file in files(module) {
        let text = fs::read_to_string(&file).unwrap();
        for after in text.split("crate::").skip(1) {
            let inside =
                after.strip_prefix('{').map_or(vec![after], |list| list.split(',').collect());
            found.extend(
                inside.iter().map(|it| (file.display().to_string(), first_name(it.trim()))),
            );
        }
    }
    found.retain(|(_, name)| name.chars().next().is_some_and(char::is_lowercase));
    found
}

fn first_name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The source files of a module.
fn files(module: &str) -> Vec<PathBuf> {
    let mut found = vec![];
    let root = Path::new("src").join(module);
    let mut todo = vec![root.clone(), root.with_extension("rs")];
    while let Some(path) = todo.pop() {
        if path.is_dir() {
            todo.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|it| it == "rs") && path.exists() {
            found.push(path);
        }
    }
    found
}
