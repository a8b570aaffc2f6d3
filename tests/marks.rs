//! Placeholders, tags and what else a program reads, through the program, in the files that
//! people keep them in.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::process::Command;
use xindaya::align::pair;
use xindaya::checks::Resources;
use xindaya::config::Rules;
use xindaya::finding::Language;
use xindaya::formats::{File, Options, read, read_pair};
use xindaya::review::review;

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

/// A unit of XLIFF 2 with what the program marks in the file, character by character.
fn marked(source: &str, target: &str) -> Vec<String> {
    let unit = format!(
        "<unit id=\"1\"><segment><source>{source}</source><target>{target}</target></segment></unit>"
    );
    let file = format!(
        "<xliff version=\"2.0\" srcLang=\"en\" trgLang=\"zh\"><file id=\"f\">{unit}</file></xliff>"
    );
    let mut documents = read("a.xlf", file.as_bytes(), &Options::default()).unwrap();
    let document = documents.next().unwrap().unwrap();
    let found = review(&document, &Resources::default(), &Rules::default()).findings;
    let marked = found.iter().map(|it| {
        let block = &document.paragraphs[it.place.paragraph as usize];
        let raw = block.segments[it.place.segment as usize].target.in_raw(it.span);
        format!("{}: {}", it.check, &document.raw[raw.range()])
    });
    marked.collect()
}

#[test]
fn a_tag_that_the_file_keeps_is_marked_itself() {
    for (target, expected) in [
        ("打开<pc id=\"9\">文件</pc>，然后等待。", "extra-tag: <pc id=\"9\">"),
        ("請打開<pc id=\"1\"><pc id=\"9\">檔案</pc></pc>。", "extra-tag: <pc id=\"9\">"),
        ("<sc id=\"7\"/>請打開檔案。", "extra-tag: <sc id=\"7\"/>"),
        ("請打開檔案<ph id=\"8\"/>。", "extra-placeholder: <ph id=\"8\"/>"),
    ] {
        let source = if target.contains("id=\"1\"") {
            "Open the <pc id=\"1\">file</pc> and wait."
        } else {
            "Open the file and wait."
        };
        assert_eq!(marked(source, target), [expected], "{target}");
    }
}

#[test]
fn words_that_are_kept_are_no_placeholder() {
    let source = "Open Aconic Reader and wait.";
    for (target, expected) in [
        ("打开 <mrk id=\"m\" translate=\"no\">Aconic Reader</mrk>，然后等待。", None),
        ("打開 <mrk id=\"m\" translate=\"no\">Aconic Reader</mrk>，然後等待。", None),
        (
            "打开 <mrk id=\"m\" translate=\"no\">Bruma Reader</mrk>，然后等待。",
            Some("extra-placeholder: <mrk id=\"m\" translate=\"no\">Bruma Reader</mrk>"),
        ),
    ] {
        let found = marked(source, target);
        let found = found.iter().map(String::as_str).filter(|it| it.starts_with("extra-"));
        assert_eq!(found.collect::<Vec<_>>(), Vec::from_iter(expected), "{target}");
    }
}

#[test]
fn headings_of_two_files_of_markdown_have_one_level() {
    let source = "# Harbour\n\n## Install the program\n\nRun it once a day.\n\nUse it well\n-----------\n\nStop it at night.\n";
    let marked = |target: &str| {
        let file = |name, text| File { name, bytes: str::as_bytes(text) };
        let (source, target) = (file("a.md", source), file("b.md", target));
        let mut documents = read_pair(source, target, &Options::default()).unwrap();
        let mut document = documents.next().unwrap().unwrap();
        pair(&mut document, None).unwrap();
        let found = review(&document, &Resources::default(), &Rules::default()).findings;
        let found = found.iter().filter(|it| it.check == "markdown-mismatch").map(|it| {
            let block = &document.paragraphs[it.place.paragraph as usize];
            let raw = block.segments[it.place.segment as usize].target.in_raw(it.span);
            let said = it.message.text(Language::English);
            let reason = said.split(['(', ')']).nth(1).unwrap_or_default().to_owned();
            format!("{}: {reason}", &document.raw[raw.range()])
        });
        found.collect::<Vec<_>>()
    };
    let good = "# 港口\n\n## 安装程序\n\n每天运行一次。\n\n## 好好使用\n\n晚上停止运行。\n";
    assert_eq!(marked(good), [""; 0]);
    let deep = good.replace("## 安装", "### 安装");
    assert_eq!(marked(&deep), ["安装程序: the heading ## became ###"]);
    let high = "港口\n====\n\n## 安裝程式\n\n每天執行一次。\n\n好好使用\n====\n\n晚上停止執行。\n";
    assert_eq!(marked(high), ["好好使用: the heading ## became #"]);
}
