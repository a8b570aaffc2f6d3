//! What stands between xindaya and those who call it: every file that a machine reads parses, and no page names a command or an
//! option that the program does not have.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use clap::error::ErrorKind;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xindaya::formats::Format;

const FOLDERS: &[&str] =
    &[".", ".github", ".github/workflows", "docs", "examples/spark", "templates", "tools"];

/// Options that the pages name and that belong to other programs.
const OF_OTHERS: &[&str] = &["--no-default-features", "--network"];

#[test]
fn every_yaml_parses() {
    let files = files(&["yml", "yaml"]);
    assert!(files.len() >= 5, "{files:?}");
    let pinned = Regex::new(r"@(v\d+|[0-9a-f]{40})$").unwrap();
    for file in files {
        let scalars = scalars(&file);
        for pair in scalars.windows(2) {
            if pair[0] == "uses" {
                assert!(pinned.is_match(&pair[1]), "{}: {} is not pinned", file.display(), pair[1]);
            }
        }
    }
}

/// What comes from outside reaches a shell by its environment, never as its code.
#[test]
fn nothing_is_written_into_a_script() {
    let mut scripts = 0;
    for file in files(&["yml"]) {
        for pair in scalars(&file).windows(2).filter(|pair| pair[0] == "run") {
            let script = &pair[1];
            assert!(!script.contains("${{"), "{}: {script}", file.display());
            scripts += 1;
        }
    }
    assert!(scripts >= 5, "{scripts} scripts");
}

#[test]
fn what_the_pages_run_is_there() {
    let mut found = 0;
    for file in files(&["md", "yml", "yaml", "sh"]) {
        for line in code(&file) {
            for command in commands(&line) {
                let parsed = xindaya::cli::command().try_get_matches_from(&command);
                let error = parsed.err().filter(|error| !is_fine(error.kind(), &command));
                assert!(error.is_none(), "{}: {command:?}\n{}", file.display(), error.unwrap());
                found += 1;
            }
        }
    }
    assert!(found >= 40, "{found} commands");
}

#[test]
fn the_options_that_the_pages_speak_of_are_there() {
    let program = xindaya::cli::command();
    let own = program.get_subcommands().flat_map(clap::Command::get_arguments);
    let own: BTreeSet<String> =
        own.filter_map(|it| Some(format!("--{}", it.get_long()?))).collect();
    let option = Regex::new(r"(?:^|\s)(--[a-z][a-z-]*)").unwrap();
    for file in files(&["md"]) {
        for span in code(&file).iter().filter(|it| it.starts_with("--")) {
            for name in option.captures_iter(span).map(|it| it.get(1).unwrap().as_str()) {
                let known = own.contains(name) || OF_OTHERS.contains(&name);
                assert!(known, "{}: there is no option {name}", file.display());
            }
        }
    }
}

#[test]
fn the_manual_and_the_completions_know_every_command() {
    let manual = run(&["man"]);
    let scripts =
        ["bash", "elvish", "fish", "powershell", "zsh"].map(|it| run(&["completions", it]));
    for command in xindaya::cli::command().get_subcommands() {
        let name = command.get_name();
        let page = format!("xindaya\\-{}(1)", name.replace('-', "\\-"));
        assert!(manual.contains(&page), "{page} is not in the manual");
        assert!(run(&["man", name]).starts_with(".ie"), "{name} has a page");
        assert!(scripts.iter().all(|it| it.contains(name)), "{name} is completed");
    }
    assert!(scripts.iter().all(|it| it.contains("min-score")), "options are completed");
    // Elvish and PowerShell complete no values.
    let ids = scripts.iter().filter(|it| it.contains("repeated-phrase")).count();
    assert_eq!(ids, 3, "the ids of checks are completed");
}

/// The hooks take files of formats that are read, with names of Chinese.
#[test]
fn the_hooks_take_what_is_read() {
    let hooks = fs::read_to_string(".pre-commit-hooks.yaml").unwrap();
    let endings = Regex::new(r"\\\.\(([^)]*)\)\$").unwrap();
    let endings = endings.captures(&hooks).unwrap()[1].to_owned();
    for ending in endings.split('|') {
        for name in [ending.replace('?', ""), ending.replace("a?", "").replace("l?", "")] {
            assert!(Format::of_path(&format!("a.{name}")).is_some(), ".{name} is not read");
        }
    }
    for name in ["docs/zh/a.md", "app.zh-TW.json", "messages_zh_CN.properties", "zh-Hans/a.po"] {
        assert!(Format::is_text_of_folder(name, b""), "{name}");
    }
}

/// A page may leave out the paths, show how help is asked for, and write CHECK for any check.
fn is_fine(kind: ErrorKind, command: &[String]) -> bool {
    use ErrorKind::{DisplayHelp, DisplayVersion, InvalidValue, MissingRequiredArgument};
    let stands_for_any = |word: &String| word.chars().all(|c| c.is_ascii_uppercase());
    match kind {
        DisplayHelp | DisplayVersion | MissingRequiredArgument => true,
        InvalidValue => command.iter().any(stands_for_any),
        _ => false,
    }
}

/// The files with such endings in the folders that are read.
fn files(endings: &[&str]) -> Vec<PathBuf> {
    let entries = FOLDERS.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| endings.iter().any(|end| it == *end)));
    files.sort();
    files
}

/// The scalars of a file of YAML in order.
fn scalars(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let events = saphyr_parser::Parser::new_from_str(&text);
    let events =
        events.map(|it| it.unwrap_or_else(|error| panic!("{}: {error}", file.display())).0);
    let scalar = |it| match it {
        saphyr_parser::Event::Scalar(value, ..) => Some(value.into_owned()),
        _ => None,
    };
    events.filter_map(scalar).collect()
}

/// The lines of code in a file: of Markdown what stands in blocks and spans of code, of other files what is no comment.
fn code(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap().replace("\\\n", " ");
    if file.extension().is_none_or(|it| it != "md") {
        let lines = text.lines().filter(|it| !it.trim_start().starts_with('#'));
        return lines.map(str::to_owned).collect();
    }
    let (mut lines, mut in_block) = (vec![], false);
    for event in Parser::new_ext(&text, pulldown_cmark::Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_block = true,
            Event::End(TagEnd::CodeBlock) => in_block = false,
            Event::Text(text) if in_block => lines.extend(text.lines().map(str::to_owned)),
            Event::Code(span) => lines.push(span.into_string()),
            _ => {}
        }
    }
    lines
}

/// The commands of xindaya in a line, and the one that the arguments of a job or a hook make.
fn commands(line: &str) -> Vec<Vec<String>> {
    let called = Regex::new(r#"\bxindaya"? +([a-z].*)"#).unwrap();
    let given = Regex::new(r"^\s*args: (\[.*\]|--.*)$").unwrap();
    let called = called.captures(line).map(|found| words(&found[1]));
    let given = given.captures(line).map(|found| {
        let list = found[1].trim_matches(['[', ']']).replace(',', "");
        [vec!["check".to_owned()], words(&list)].concat()
    });
    let whole = |words| [vec!["xindaya".to_owned()], words].concat();
    called.into_iter().chain(given).map(whole).collect()
}

/// What a shell makes of a line, up to the end of its first command.
fn words(line: &str) -> Vec<String> {
    let word =
        Regex::new(r#"^\s*((?:"[^"]*"|'[^']*'|[^\s"'|<>;&#)])(?:"[^"]*"|'[^']*'|[^\s"'|<>;&)])*)"#)
            .unwrap();
    let (mut rest, mut words) = (line, vec![]);
    while let Some(found) = word.captures(rest) {
        words.push(found[1].replace(['"', '\''], ""));
        rest = &rest[found[0].len()..];
    }
    words
}

fn run(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_xindaya")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}
