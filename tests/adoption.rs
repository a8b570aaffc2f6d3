//! A project takes xindaya up: a baseline, findings on changed lines alone, suppressions.
//! `TRYCMD=overwrite cargo test --test adoption` writes what the program says now.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;
use xindaya::checks::{self, Resources};
use xindaya::config::Rules;
use xindaya::finding::Language;
use xindaya::formats::{Options, read};
use xindaya::review::review;

/// The stories, with the program and the few others that change a project between two runs.
#[cfg(unix)]
fn stories() -> trycmd::TestCases {
    let cases = trycmd::TestCases::new();
    cases.env("LC_ALL", "en_US.UTF-8");
    for name in ["cat", "cp", "git"] {
        cases.register_bin(name, program(name));
    }
    for (name, value) in GIT {
        cases.env(*name, *value);
    }
    cases
}

/// What makes commits the same for everybody.
const GIT: &[(&str, &str)] = &[
    ("GIT_AUTHOR_NAME", "a"),
    ("GIT_AUTHOR_EMAIL", "a@example.org"),
    ("GIT_COMMITTER_NAME", "a"),
    ("GIT_COMMITTER_EMAIL", "a@example.org"),
    ("GIT_CONFIG_GLOBAL", "/dev/null"),
    ("GIT_CONFIG_SYSTEM", "/dev/null"),
];

#[cfg(unix)]
fn program(name: &str) -> PathBuf {
    let paths = std::env::var_os("PATH").unwrap();
    std::env::split_paths(&paths).map(|it| it.join(name)).find(|it| it.is_file()).unwrap()
}

#[test]
#[cfg(unix)]
fn a_project_goes_from_red_to_green_and_back() {
    stories().case("tests/adoption/*.trycmd");
}

/// Every command of the page is run in the project of the story.
#[test]
#[cfg(unix)]
fn the_page_tells_the_truth() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("adopt");
    let _ = fs::remove_dir_all(&folder);
    for end in ["in", "out"] {
        let story = format!("tests/adoption/story.{end}");
        copy(Path::new(&story), &folder.join(format!("adopt.{end}")));
    }
    // The page ends otherwise than the story does.
    fs::remove_file(folder.join("adopt.out/xindaya-baseline.json")).unwrap();
    fs::copy("tests/adoption/story.in/later/fixed.md", folder.join("adopt.out/docs/guide.md"))
        .unwrap();
    let page = folder.join("adopt.md");
    fs::copy("docs/adopt.md", &page).unwrap();
    {
        let cases = stories();
        cases.case(&page);
        if std::env::var_os("TRYCMD").is_some_and(|it| it == "overwrite") {
            cases.run();
            fs::copy(&page, "docs/adopt.md").unwrap();
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, to).unwrap();
        }
    }
}

const BAD: &str = "市場部市場部的負責人說，這是一次失誤。";
const OTHER: &str = "技術部技術部的同事很早就到了。";
const GOOD: &str = "他走了。";

/// A repository in a folder of its own.
struct Repository(TempDir);

impl Repository {
    /// One with these files, each of a bad line and a good one.
    fn of(files: &[&str]) -> Self {
        let it = Self(tempfile::tempdir().unwrap());
        it.git(&["init", "--quiet", "--initial-branch=main"]);
        for file in files {
            it.write(file, &format!("{BAD}\n\n{GOOD}\n"));
        }
        it.commit();
        it
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.0.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message=text"]);
    }

    fn git(&self, args: &[&str]) {
        let mut git = Command::new("git");
        git.current_dir(self.0.path()).args(args).envs(GIT.iter().copied());
        assert!(git.status().unwrap().success(), "git {args:?}");
    }

    /// What is found of repeated phrases on lines that were changed since a revision: file, line.
    fn changed(&self, folder: &str, revision: &str) -> BTreeSet<(String, u64)> {
        let args = ["check", ".", "--no-config", "--only", "repeated-phrase", "--format", "json"];
        let output = self.run(folder, &[&args[..], &["--changed-since", revision]].concat());
        let said: serde_json::Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
        let mut found = BTreeSet::new();
        for file in said["files"].as_array().unwrap() {
            let name = file["file"].as_str().unwrap().trim_start_matches("./").to_owned();
            let segments = file["segments"].as_array().unwrap();
            let findings = segments.iter().flat_map(|it| it["findings"].as_array().unwrap());
            found.extend(findings.map(|it| (name.clone(), it["line"].as_u64().unwrap())));
        }
        found
    }

    fn run(&self, folder: &str, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xindaya"));
        command.current_dir(self.0.path().join(folder)).envs(GIT.iter().copied());
        command.args(args).output().unwrap()
    }
}

fn found<const N: usize>(all: [(&str, u64); N]) -> BTreeSet<(String, u64)> {
    all.into_iter().map(|(file, line)| (file.to_owned(), line)).collect()
}

#[test]
fn only_changed_lines_count_whatever_files_are_called() {
    let names = ["說明 \"1\".md", "a/b c.md", "a/old.md", "same.md", "-u.md", "tab\t.md"];
    let names: &[&str] =
        if cfg!(windows) { &["說明 1.md", "a/b c.md", "a/old.md", "same.md"] } else { &names };
    let it = Repository::of(names);
    assert!(it.changed(".", "HEAD").is_empty());
    for name in names.iter().filter(|it| !["same.md", "a/old.md"].contains(it)) {
        it.write(name, &format!("{BAD}\n\n新的一行。\n\n{OTHER}\n\n{GOOD}\n"));
    }
    it.git(&["mv", "a/old.md", "a/new name.md"]);
    it.write("a/untracked.md", &format!("{BAD}\n"));
    let mut expected = found([("a/b c.md", 5), ("a/untracked.md", 1)]);
    expected.extend(
        names
            .iter()
            .filter(|it| !it.contains('/') && **it != "same.md")
            .map(|it| ((*it).to_owned(), 5)),
    );
    assert_eq!(it.changed(".", "HEAD"), expected);
    assert_eq!(it.changed("a", "HEAD"), found([("b c.md", 5), ("untracked.md", 1)]));
    it.commit();
    assert_eq!(it.changed(".", "HEAD~1").len(), expected.len(), "what is committed counts too");
    assert!(it.changed(".", "main").is_empty());
}

#[test]
fn what_others_changed_meanwhile_does_not_count() {
    let it = Repository::of(&["a.md", "b.md"]);
    it.git(&["checkout", "--quiet", "-b", "mine"]);
    it.write("b.md", &format!("{OTHER}\n\n{BAD}\n\n{GOOD}\n"));
    it.commit();
    it.git(&["checkout", "--quiet", "main"]);
    it.write("a.md", &format!("{GOOD}\n"));
    it.commit();
    it.git(&["checkout", "--quiet", "mine"]);
    assert_eq!(it.changed(".", "main"), found([("b.md", 1)]));
}

#[test]
fn a_changed_source_makes_its_unit_count_and_what_is_no_text_counts_wholly() {
    let it = Repository::of(&[]);
    let po = |source: &str| {
        format!("msgid \"{source}\"\nmsgstr \"{BAD}\"\n\nmsgid \"b\"\nmsgstr \"{OTHER}\"\n")
    };
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    it.write("a.po", &po("a"));
    fs::write(it.0.path().join("w.md"), [&[0xff, 0xfe], &wide(BAD)[..]].concat()).unwrap();
    it.write("a.jsonl", &format!("{{\"target\": \"{BAD}\"}}\n{{\"target\": \"{GOOD}\"}}\n"));
    it.commit();
    it.write("a.po", &po("another"));
    let longer = wide(&format!("{BAD}\n\n{GOOD}"));
    fs::write(it.0.path().join("w.md"), [&[0xff, 0xfe], &longer[..]].concat()).unwrap();
    it.write("a.jsonl", &format!("{{\"target\": \"{BAD}\"}}\n{{\"target\": \"{OTHER}\"}}\n"));
    assert_eq!(it.changed(".", "HEAD"), found([("a.po", 2), ("w.md", 1), ("a.jsonl", 2)]));
}

#[test]
fn a_revision_is_never_taken_for_an_option() {
    let it = Repository::of(&["a.md"]);
    for revision in ["--output=x", "-h", "", "nowhere", "HEAD~9", "a.md"] {
        let output = it.run(".", &["check", "a.md", &format!("--changed-since={revision}")]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("git knows no revision"), "{said}");
    }
    assert_eq!(fs::read_dir(it.0.path()).unwrap().count(), 2);
}

#[test]
fn without_a_repository_or_git_it_is_said() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), GOOD).unwrap();
    let run = |path: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xindaya"));
        command.current_dir(folder.path()).env("PATH", path).envs(GIT.iter().copied());
        command.env("GIT_CEILING_DIRECTORIES", folder.path().parent().unwrap());
        let output = command.args(["check", "a.md", "--changed-since", "HEAD"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    let path = std::env::var("PATH").unwrap();
    assert!(run(&path).contains("this folder is in no git repository"), "{}", run(&path));
    assert!(run("").contains("git is not installed"), "{}", run(""));
}

/// Files of two bad texts each, the first of which is suppressed in the format's own way.
const SUPPRESSED: &[(&str, &str)] = &[
    (
        "a.md",
        "<!-- xindaya-ignore repeated-phrase -->\n市場部市場部的負責人說，這是一次失誤。\n\n技術部技術部的同事很早就到了。\n",
    ),
    (
        "a.md",
        "- 市場部市場部的負責人說，這是一次失誤。 <!-- xindaya-ignore repeated-phrase -->\n- 技術部技術部的同事很早就到了。\n",
    ),
    (
        "a.md",
        "> <!-- xindaya-ignore repeated-phrase -->\n> 市場部市場部的負責人說，這是一次失誤。\n\n技術部技術部的同事很早就到了。\n",
    ),
    (
        "a.html",
        "<ul><!-- xindaya-ignore repeated-phrase --><li>市場部市場部的負責人說，這是一次失誤。</li><li>技術部技術部的同事很早就到了。</li></ul>",
    ),
    (
        "a.po",
        "# xindaya-ignore: repeated-phrase\nmsgid \"a\"\nmsgstr \"市場部市場部的負責人說，這是一次失誤。\"\n\nmsgid \"b\"\nmsgstr \"技術部技術部的同事很早就到了。\"\n",
    ),
    (
        "a.po",
        "#. xindaya-ignore: repeated-phrase\nmsgid \"a\"\nmsgstr \"市場部市場部的負責人說，這是一次失誤。\"\nmsgid \"b\"\nmsgstr \"技術部技術部的同事很早就到了。\"\n",
    ),
    (
        "a.xlf",
        "<xliff version=\"1.2\"><file><body><trans-unit id=\"a\"><source>a</source><target>市場部市場部的負責人說，這是一次失誤。</target><note>xindaya-ignore: repeated-phrase</note></trans-unit><trans-unit id=\"b\"><source>b</source><target>技術部技術部的同事很早就到了。</target></trans-unit></body></file></xliff>",
    ),
    (
        "a.xlf",
        "<xliff version=\"2.0\"><file><unit id=\"a\"><notes><note>Seen by 甲.\n xindaya-ignore: repeated-phrase</note></notes><segment><source>a</source><target>市場部市場部的負責人說，這是一次失誤。</target></segment></unit><unit id=\"b\"><segment><source>b</source><target>技術部技術部的同事很早就到了。</target></segment></unit></file></xliff>",
    ),
    (
        "a.properties",
        "# xindaya-ignore: repeated-phrase\na=市場部市場部的負責人說，這是一次失誤。\nb=技術部技術部的同事很早就到了。\n",
    ),
    (
        "a.strings",
        "/* xindaya-ignore: repeated-phrase */\n\"a\" = \"市場部市場部的負責人說，這是一次失誤。\";\n\"b\" = \"技術部技術部的同事很早就到了。\";\n",
    ),
    (
        "a.strings",
        "// xindaya-ignore: repeated-phrase\n\"a\" = \"市場部市場部的負責人說，這是一次失誤。\";\n\"b\" = \"技術部技術部的同事很早就到了。\";\n",
    ),
    (
        "a.xml",
        "<resources><!-- xindaya-ignore repeated-phrase --><string name=\"a\">市場部市場部的負責人說，這是一次失誤。</string><string name=\"b\">技術部技術部的同事很早就到了。</string></resources>",
    ),
    (
        "a.resx",
        "<root><data name=\"a\"><value>市場部市場部的負責人說，這是一次失誤。</value><comment>xindaya-ignore: repeated-phrase</comment></data><data name=\"b\"><value>技術部技術部的同事很早就到了。</value></data></root>",
    ),
    (
        "a.ts",
        "<TS language=\"zh_TW\"><context><message><source>a</source><translatorcomment>xindaya-ignore: repeated-phrase</translatorcomment><translation>市場部市場部的負責人說，這是一次失誤。</translation></message><message><source>b</source><translation>技術部技術部的同事很早就到了。</translation></message></context></TS>",
    ),
    (
        "a.tmx",
        "<tmx><header srclang=\"en\"/><body><tu><note>xindaya-ignore: repeated-phrase</note><tuv xml:lang=\"en\"><seg>a</seg></tuv><tuv xml:lang=\"zh-TW\"><seg>市場部市場部的負責人說，這是一次失誤。</seg></tuv></tu><tu><tuv xml:lang=\"en\"><seg>b</seg></tuv><tuv xml:lang=\"zh-TW\"><seg>技術部技術部的同事很早就到了。</seg></tuv></tu></body></tmx>",
    ),
    (
        "a.stringsdict",
        "<plist><dict><!-- xindaya-ignore repeated-phrase --><key>a</key><string>市場部市場部的負責人說，這是一次失誤。</string><key>b</key><string>技術部技術部的同事很早就到了。</string></dict></plist>",
    ),
    (
        "a.arb",
        "{\"a\": \"市場部市場部的負責人說，這是一次失誤。\", \"@a\": {\"description\": \"xindaya-ignore: repeated-phrase\"}, \"b\": \"技術部技術部的同事很早就到了。\"}",
    ),
    (
        "a.json",
        "{\"a\": {\"message\": \"市場部市場部的負責人說，這是一次失誤。\", \"description\": \"xindaya-ignore: repeated-phrase\"}, \"b\": {\"message\": \"技術部技術部的同事很早就到了。\"}}",
    ),
    (
        "a.json",
        "{\n  // xindaya-ignore: repeated-phrase\n  \"a\": \"市場部市場部的負責人說，這是一次失誤。\",\n  \"b\": \"技術部技術部的同事很早就到了。\"\n}",
    ),
    (
        "a.xcstrings",
        "{\"sourceLanguage\": \"en\", \"strings\": {\"a\": {\"comment\": \"xindaya-ignore: repeated-phrase\", \"localizations\": {\"zh-Hant\": {\"stringUnit\": {\"state\": \"translated\", \"value\": \"市場部市場部的負責人說，這是一次失誤。\"}}}}, \"b\": {\"localizations\": {\"zh-Hant\": {\"stringUnit\": {\"state\": \"translated\", \"value\": \"技術部技術部的同事很早就到了。\"}}}}}}",
    ),
    (
        "a.yaml",
        "# xindaya-ignore: repeated-phrase\na: 市場部市場部的負責人說，這是一次失誤。\nb: |\n  # xindaya-ignore: repeated-phrase\n  技術部技術部的同事很早就到了。\n",
    ),
    (
        "a.toml",
        "# xindaya-ignore: repeated-phrase\na = \"市場部市場部的負責人說，這是一次失誤。\"\nb = '''\n# xindaya-ignore: repeated-phrase\n技術部技術部的同事很早就到了。'''\n",
    ),
    (
        "a.ftl",
        "# xindaya-ignore: repeated-phrase\na = 市場部市場部的負責人說，這是一次失誤。\nb = 技術部技術部的同事很早就到了。\n",
    ),
    (
        "a.vtt",
        "WEBVTT\n\nNOTE xindaya-ignore: repeated-phrase\n\n00:01.000 --> 00:02.000\n市場部市場部的負責人說，這是一次失誤。\n\n00:03.000 --> 00:04.000\n技術部技術部的同事很早就到了。\n",
    ),
    (
        "a.ass",
        "[Events]\nFormat: Layer, Text\n; xindaya-ignore: repeated-phrase\nDialogue: 0,市場部市場部的負責人說，這是一次失誤。\nDialogue: 0,技術部技術部的同事很早就到了。\n",
    ),
];

/// How many findings are left, how many are suppressed, and what is said of remarks.
fn come_to(name: &str, text: &str) -> (Vec<String>, u32, Vec<String>) {
    let off = checks::all().map(|it| it.id).filter(|it| *it != "repeated-phrase").collect();
    let rules = Rules { off, ..Rules::default() };
    let (mut left, mut suppressed, mut idle) = (vec![], 0, vec![]);
    for document in read(name, text.as_bytes(), &Options::default()).unwrap() {
        let document = document.unwrap();
        let review = review(&document, &Resources::default(), &rules);
        left.extend(review.findings.iter().map(|it| {
            let block = &document.paragraphs[it.place.paragraph as usize];
            block.segments[0].target.as_str().to_owned()
        }));
        suppressed += review.aside.suppressed;
        idle.extend(review.idle.iter().map(|it| it.said.text(Language::English)));
    }
    (left, suppressed, idle)
}

#[test]
fn each_format_suppresses_in_its_own_way() {
    for (name, text) in SUPPRESSED {
        let (left, suppressed, idle) = come_to(name, text);
        assert!(left.len() == 1 && left[0].trim_end().ends_with(OTHER), "{name}: {left:?}\n{text}");
        assert_eq!((suppressed, idle), (1, vec![]), "{name}\n{text}");
        let whole = text.replacen("xindaya-ignore", "xindaya-ignore-file", 1);
        let (left, suppressed, idle) = come_to(name, &whole);
        assert_eq!((left.len(), suppressed, idle), (0, 2, vec![]), "{name}\n{whole}");
        let wrong = text.replacen("repeated-phrase", "repeated-frase", 1);
        let (left, suppressed, idle) = come_to(name, &wrong);
        let said = "there is no check `repeated-frase`: did you mean `repeated-phrase`?";
        assert_eq!((left.len(), suppressed, idle), (2, 0, vec![said.to_owned()]), "{name}");
    }
}

#[test]
fn an_entry_that_is_gone_takes_its_remark_with_it() {
    let text = "#. xindaya-ignore-file: repeated-phrase\nmsgid \"\"\nmsgstr \"\"\n\"Language: zh_TW\\n\"\n\nmsgid \"a\"\nmsgstr \"市場部市場部的負責人說，這是一次失誤。\"\n";
    assert_eq!(come_to("a.po", text), (vec![], 1, vec![]));
    let text = "# xindaya-ignore: repeated-phrase\n#~ msgid \"b\"\n#~ msgstr \"乙\"\n\nmsgid \"a\"\nmsgstr \"市場部市場部的負責人說，這是一次失誤。\"\n";
    let said = "`repeated-phrase` suppresses nothing here".to_owned();
    assert_eq!(come_to("a.po", text), (vec![BAD.to_owned()], 0, vec![said]));
}
