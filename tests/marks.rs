//! Placeholders, tags and what else a program reads, through the program, in the files that
//! people keep them in.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::process::Command;

const CHECKS: &str = "missing-placeholder,extra-placeholder,reordered-placeholder,missing-tag,\
                      extra-tag,misnested-tag,altered-tag,link-mismatch,markdown-mismatch,\
                      line-break-mismatch,edge-whitespace,over-length,plural-forms,\
                      accelerator-mismatch,missing-identifier";

/// Each finding as `id of the unit: check`, by the program.
fn found(arguments: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_xindaya"))
        .args(["check", "--no-config", "--exit-zero", "--format", "jsonl", "--only", CHECKS])
        .args(arguments)
        .current_dir("tests/fixtures/marks")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(!said.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let units = said.lines().map(|it| serde_json::from_str::<serde_json::Value>(it).unwrap());
    let of_unit = |unit: serde_json::Value| {
        let id = unit["id"].as_str().unwrap_or_default().to_owned();
        let all = unit["findings"].as_array().unwrap().clone();
        let check =
            move |it: &serde_json::Value| format!("{id}: {}", it["check"].as_str().unwrap());
        all.iter().map(check).collect::<Vec<_>>()
    };
    units.flat_map(of_unit).collect()
}

#[test]
fn a_catalogue_of_gettext() {
    assert_eq!(
        found(&["app.po"]),
        [
            "reordered: reordered-placeholder",
            "altered: extra-placeholder",
            "edge: edge-whitespace",
            "forms: plural-forms",
            "long: over-length",
            "menu: accelerator-mismatch",
        ]
    );
}

#[test]
fn a_file_of_xliff() {
    assert_eq!(
        found(&["memory.xlf"]),
        [
            "missing-tag: missing-tag",
            "extra-tag: extra-tag",
            "missing-value: missing-placeholder",
            "other-value: extra-placeholder",
            "misnested: misnested-tag",
            "long: over-length",
        ]
    );
}

#[test]
fn two_files_of_json() {
    assert_eq!(
        found(&["--source", "en/app.json", "zh/app.json"]),
        [
            "altered: extra-placeholder",
            "nested: missing-placeholder",
            "break: line-break-mismatch",
            "code: markdown-mismatch",
        ]
    );
}

#[test]
fn two_files_of_android() {
    assert_eq!(
        found(&["--source", "en/strings.xml", "zh/strings.xml"]),
        [
            "tag: missing-tag",
            "value: missing-placeholder",
            "days[other]: missing-placeholder",
            "days[other]: plural-forms",
        ]
    );
}

#[test]
fn a_file_of_qt() {
    assert_eq!(
        found(&["app_zh.ts"]),
        ["gone: missing-placeholder", "forms: plural-forms", "key: accelerator-mismatch"]
    );
}

#[test]
fn names_of_other_tools_choose_checks() {
    let run = |only: &str| {
        let arguments = ["check", "--no-config", "--exit-zero", "--format", "jsonl"];
        let mut command = Command::new(env!("CARGO_BIN_EXE_xindaya"));
        command.args(arguments).args(["--only", only, "tests/fixtures/marks/app.po"]);
        let output = command.output().unwrap();
        let said = |it: Vec<u8>| String::from_utf8(it).unwrap();
        (said(output.stdout), said(output.stderr))
    };
    let (found, _) = run("pofilter:printf,weblate:max-length");
    assert!(found.contains("reordered-placeholder") && found.contains("over-length"));
    assert!(!found.contains("accelerator-mismatch"));
    let (_, error) = run("weblate:xml-tag");
    assert!(error.contains("a similar value exists: 'weblate:xml-tags'"), "{error}");
}
