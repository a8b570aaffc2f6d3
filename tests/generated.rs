//! Generated files are kept true: `UPDATE=1 cargo test --test generated` writes them.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The traditional form of every Chinese message, read from the `say("…", "…")` of the sources.
#[test]
fn traditional_messages() {
    let said: BTreeSet<String> = sources().iter().flat_map(|file| chinese_in(file)).collect();
    assert!(!said.is_empty(), "the messages are found");
    let line = |zh: &String| format!("{zh}\t{}\n", in_taiwan(zh));
    keep_true("src/finding/traditional.tsv", &said.iter().map(line).collect::<String>());
}

/// Traditional characters, Taiwan's words, corner quotes.
fn in_taiwan(zh: &str) -> String {
    xindaya::script::traditional(zh).replace('“', "「").replace('”', "」")
}

/// The README's table of checks, and a screen of the program's own output.
#[test]
fn readme() {
    let kept = fs::read_to_string("README.md").unwrap();
    let screen = run(&["check", "examples/garbled.zh-Hant.txt", "--top", "3"]);
    let made = between(&kept, "checks", &xindaya::report::checks_markdown());
    let made = between(&made, "screen", &format!("```text\n{}\n```\n", screen.trim_end()));
    keep_true("README.md", &made);
}

/// The schema of the configuration, and the reference of its keys.
#[test]
fn configuration() {
    keep_true("docs/xindaya.schema.json", &xindaya::config::schema());
    let kept = fs::read_to_string("docs/config.md").unwrap();
    let made = between(&kept, "reference", &xindaya::config::keys_markdown());
    keep_true("docs/config.md", &made);
}

/// Each article among the examples has its report beside it.
#[test]
fn example_reports() {
    for article in ["garbled.zh-Hant", "garbled.zh-Hans", "clean.zh-Hant", "clean.zh-Hans"] {
        let report = run(&["check", &format!("examples/{article}.txt")]);
        keep_true(&format!("examples/{article}.report.txt"), &report);
    }
}

/// What the program prints, 100 columns wide and without colour.
fn run(arguments: &[&str]) -> String {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_xindaya"))
        .args(arguments)
        .args(["--lang", "en", "--no-config"])
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// `text` with `made` between the marks of the part `name`.
fn between(text: &str, name: &str, made: &str) -> String {
    let open = format!("<!-- generated: {name} -->\n");
    let start = text.find(&open).expect("the page has the mark") + open.len();
    let end = start + text[start..].find("<!-- end -->").expect("the mark is closed");
    format!("{}{made}{}", &text[..start], &text[end..])
}

/// The second half of each `say("English", "Chinese")` in a file.
fn chinese_in(file: &Path) -> Vec<String> {
    let literal = r#""((?:[^"\\]|\\.)*)""#;
    let say = Regex::new(&format!(r"(?s)say\(\s*{literal},\s*{literal}")).unwrap();
    let text = fs::read_to_string(file).unwrap();
    say.captures_iter(&text).map(|found| unescaped(&found[2])).filter(|zh| !zh.is_empty()).collect()
}

/// A literal's text: a backslash at the end of a line joins it to the next.
fn unescaped(literal: &str) -> String {
    let joined = Regex::new(r"\\\n\s*").unwrap().replace_all(literal, "");
    joined.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\")
}

fn sources() -> Vec<PathBuf> {
    let mut found = vec![];
    let mut todo = vec![PathBuf::from("src")];
    while let Some(path) = todo.pop() {
        if path.is_dir() {
            todo.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
    found
}

/// Fails where a file differs from what it is made from; writes it where `UPDATE` is set.
fn keep_true(path: &str, made: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, made).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(kept, made, "{path} is stale: UPDATE=1 cargo test --test generated");
}
