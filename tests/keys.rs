//! Two files of messages, of which one has names that the other lacks; the forms of texts that
//! count something; and what may be translated in two ways.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use xindaya::checks::{self, Resources};
use xindaya::config::{Ignore, Rules};
use xindaya::finding::Language;
use xindaya::fix::mend;
use xindaya::formats::{Again, File, Options, read, read_pair};
use xindaya::review::review;
use xindaya::text::Document;

const CHECKS: [&str; 4] = ["missing-key", "extra-key", "plural-forms", "inconsistent-translation"];

/// Each finding of a document as `check: what is marked in the file`, and behind a slash what the
/// message quotes of a name.
fn said(document: &Document) -> Vec<String> {
    let others = checks::all().map(|it| it.id).filter(|it| !CHECKS.contains(it));
    let rules = Rules { off: others.collect(), ..Rules::default() };
    let found = review(document, &Resources::default(), &rules).findings;
    let shown = found.iter().map(|it| {
        let paragraph = &document.paragraphs[it.place.paragraph as usize];
        let target = &paragraph.segments[it.place.segment as usize].target;
        let marked = &document.raw[target.in_raw(it.span).range()];
        let message = it.message.text(Language::English);
        let quoted = message.split(['“', '”']).nth(1).unwrap_or_default();
        let is_key = it.check.ends_with("-key");
        format!(
            "{}: {marked}{}",
            it.check,
            if is_key { format!("/{quoted}") } else { String::new() }
        )
    });
    shown.collect()
}

/// What is found in a file, and the errors.
fn alone(name: &str, text: &str) -> Vec<String> {
    let documents = read(name, text.as_bytes(), &Options::default()).unwrap();
    documents.flat_map(|it| said(&it.unwrap())).collect()
}

fn beside(name: &str, source: &str, target: &str) -> Vec<String> {
    beside_other(name, source, name, target)
}

fn beside_other(name: &str, source: &str, other: &str, target: &str) -> Vec<String> {
    let source = File { name, bytes: source.as_bytes() };
    let target = File { name: other, bytes: target.as_bytes() };
    let found = read_pair(source, target, &Options::default()).unwrap();
    found.flat_map(|it| it.map_or_else(|error| vec![error.to_string()], |it| said(&it))).collect()
}

/// A file with these entries in each format that has one language.
type Written = fn(&[(&str, &str)]) -> String;

fn lines(entries: &[(&str, &str)], line: fn(&str, &str) -> String) -> String {
    entries.iter().map(|(key, text)| line(key, text)).collect()
}

const FORMATS: [(&str, Written); 9] = [
    ("a.json", |it| {
        let line = |(key, text): &(&str, &str)| format!("\"{key}\": \"{text}\"");
        format!("{{{}}}", it.iter().map(line).collect::<Vec<_>>().join(",\n"))
    }),
    ("a.arb", |it| {
        let line = |(key, text): &(&str, &str)| {
            format!("\"{key}\": \"{text}\", \"@{key}\": {{\"description\": \"d\"}}")
        };
        format!("{{\"@@locale\": \"x\", {}}}", it.iter().map(line).collect::<Vec<_>>().join(",\n"))
    }),
    ("a.yaml", |it| lines(it, |key, text| format!("{key}: \"{text}\"\n"))),
    ("a.toml", |it| lines(it, |key, text| format!("{key} = \"{text}\"\n"))),
    ("a.properties", |it| lines(it, |key, text| format!("{key}={text}\n"))),
    ("a.strings", |it| lines(it, |key, text| format!("\"{key}\" = \"{text}\";\n"))),
    ("a.ftl", |it| lines(it, |key, text| format!("{key} = {text}\n"))),
    ("a.xml", |it| {
        let all = lines(it, |key, text| format!("<string name=\"{key}\">{text}</string>\n"));
        format!("<resources>\n{all}</resources>")
    }),
    ("a.resx", |it| {
        let all = lines(it, |key, text| {
            format!("<data name=\"{key}\" xml:space=\"preserve\"><value>{text}</value></data>\n")
        });
        format!("<root>\n{all}</root>")
    }),
];

#[test]
fn names_of_every_format_are_compared() {
    let source = [("save", "Save"), ("open", "Open a file"), ("quit", "Quit"), ("help", "Help")];
    for (save, open, quit, more) in
        [("保存", "打开文件", "退出", "更多内容"), ("儲存", "開啟檔案", "離開", "更多內容")]
    {
        let target = [("more", more), ("quit", quit), ("save", save)];
        for (name, written) in FORMATS {
            let found = beside(name, &written(&source), &written(&target));
            let last = |it: &str| it.chars().last().unwrap();
            let expected = [
                format!("extra-key: {more}/more"),
                format!("missing-key: {}/help", last(quit)),
                format!("missing-key: {}/open", last(save)),
            ];
            assert_eq!(found, expected, "{name}");
            let whole = [("help", more), ("open", open), ("quit", quit), ("save", save)];
            assert_eq!(beside(name, &written(&source), &written(&whole)), [""; 0], "{name}");
        }
    }
}

#[test]
fn forms_for_numbers_are_no_names_of_their_own() {
    for (name, source, target, expected) in [
        (
            "a.json",
            r#"{"file_one": "{{count}} file", "file_other": "{{count}} files", "a": "A"}"#,
            r#"{"file_other": "{{count}} 个文件", "a": "甲"}"#,
            &[][..],
        ),
        (
            "a.json",
            r#"{"file_one": "{{count}} file", "file_other": "{{count}} files", "a": "A"}"#,
            r#"{"a": "甲", "file_one": "{{count}} 个文件"}"#,
            &["missing-key: 件/file_other"],
        ),
        ("a.json", r#"{"day": "day", "day_plural": "days"}"#, r#"{"day_0": "天"}"#, &[]),
        (
            "a.yml",
            "en:\n  days:\n    one: one day\n    other: \"%{count} days\"\n  a: A\n",
            "zh-TW:\n  days:\n    other: \"%{count} 天\"\n  b: 乙\n",
            &["missing-key: 天/a", "extra-key: 乙/b"],
        ),
        (
            "a.ftl",
            "files = { $n ->\n    [one] One file\n   *[other] { $n } files\n }\n",
            "files = { $n } 個檔案\n",
            &[],
        ),
        (
            "a.ftl",
            "login = Log in\n    .title = Log in here\nfiles = { $n ->\n    [0] None\n   *[other] { $n }\n }\n",
            "login = 登录\nfiles = { $n ->\n   *[other] { $n } 个\n }\n",
            &["missing-key: 录/login.title"],
        ),
        (
            "a.xml",
            "<resources><plurals name=\"d\"><item quantity=\"one\">%d day</item><item quantity=\"other\">%d days</item></plurals><string name=\"brand\" translatable=\"false\">Aconic</string><string-array name=\"l\"><item>A</item><item>B</item></string-array></resources>",
            "<resources><plurals name=\"d\"><item quantity=\"other\">%d 天</item></plurals><string-array name=\"l\"><item>甲</item></string-array></resources>",
            &["missing-key: 甲/l[1]"],
        ),
        (
            "a.json",
            r#"{"n": "{n, plural, one {# file} other {# files}}", "m": "More"}"#,
            r#"{"n": "{n, plural, other {# 個檔案}}"}"#,
            &["missing-key: 案/m"],
        ),
    ] {
        assert_eq!(beside(name, source, target), expected, "{target}");
    }
}

#[test]
fn a_file_that_is_of_another_one_is_told_so() {
    let found = beside("a.json", r#"{"a": "A", "b": "B"}"#, r#"{"c": "丙"}"#);
    assert!(found[0].starts_with("not paired: it has none of the 2 texts"), "{found:?}");
    assert_eq!(found.len(), 1);
    let found = beside_other("a.json", r#"{"b": "B", "a": ""}"#, "b.properties", "b=乙\n");
    assert_eq!(found, [""; 0]);
    let rows = "{\"id\": 1, \"target\": \"A\"}\n{\"id\": 2, \"target\": \"B\"}\n";
    assert_eq!(beside("a.jsonl", rows, "{\"id\": 2, \"target\": \"乙\"}\n"), [""; 0]);
}

#[test]
fn a_catalogue_of_strings_lacks_a_language() {
    let unit =
        |text: &str| format!(r#"{{"stringUnit": {{"state": "translated", "value": "{text}"}}}}"#);
    let text = format!(
        r#"{{"sourceLanguage": "en", "strings": {{
            "": {{}}, "%@: %lld": {{}}, "Open": {{}},
            "Save": {{"localizations": {{"zh-Hans": {}, "zh-Hant": {}}}}},
            "Quit now": {{"localizations": {{"zh-Hans": {}}}}},
            "help": {{"localizations": {{"en": {}}}, "extractionState": "manual"}},
            "Old": {{"extractionState": "stale"}},
            "Aconic": {{"shouldTranslate": false}}}}}}"#,
        unit("保存"),
        unit("儲存"),
        unit("退出"),
        unit("Help &amp; more"),
    );
    let found = alone("a.xcstrings", &text);
    assert_eq!(
        found,
        [
            "missing-key: 保/Open (zh-Hans)",
            "missing-key: 保/Open (zh-Hant)",
            "missing-key: 出/Quit now (zh-Hant)",
            "missing-key: 出/help (zh-Hans)",
            "missing-key: 出/help (zh-Hant)",
        ]
    );
    assert_eq!(alone("a.xcstrings", &text.replace("zh-Han", "fr-")), [""; 0]);
}

/// The forms of a text in a catalogue of Apple's.
fn catalogue(forms: &str) -> String {
    let units = forms.split(' ').map(|it| {
        let (word, text) = it.split_once('=').unwrap();
        format!(r#""{word}": {{"stringUnit": {{"value": "{text}"}}}}"#)
    });
    let units = units.collect::<Vec<_>>().join(",\n");
    format!(
        r#"{{"sourceLanguage": "en", "strings": {{"%lld days": {{"localizations": {{"zh-Hant":
            {{"variations": {{"device": {{"mac": {{"variations": {{"plural": {{{units}}}}}}}}}}}}}}}}}}}}}"#
    )
}

fn dictionary(forms: &str) -> String {
    let pair = |it: &str| {
        let (word, text) = it.split_once('=').unwrap();
        format!("<key>{word}</key><string>{text}</string>")
    };
    let forms: String = forms.split(' ').map(pair).collect();
    format!(
        "<plist><dict><key>days</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@n@</string><key>n</key><dict><key>NSStringFormatSpecTypeKey</key><string>NSStringPluralRuleType</string><key>NSStringFormatValueTypeKey</key><string>lld</string>{forms}</dict></dict></dict></plist>"
    )
}

fn android(forms: &str) -> String {
    let item = |it: &str| {
        let (word, text) = it.split_once('=').unwrap();
        format!("<item quantity=\"{word}\">{text}</item>")
    };
    let items: String = forms.split(' ').map(item).collect();
    format!("<resources><plurals name=\"days\">{items}</plurals></resources>")
}

#[test]
fn chinese_needs_one_form_and_that_is_other() {
    let written = [
        ("a.xcstrings", catalogue as fn(&str) -> String),
        ("a.stringsdict", dictionary),
        ("a.xml", android),
    ];
    for (name, written) in written {
        for (forms, expected) in [
            ("other=%lld&#22825;", None),
            ("other=%lld天", None),
            ("one=一天 other=%lld天", Some("%lld天")),
            ("other=%lld天 one=一天", Some("%lld天")),
            ("one=%lld天", Some("%lld天")),
        ] {
            let found = alone(name, &written(forms));
            let expected: Vec<String> =
                expected.into_iter().map(|it| format!("plural-forms: {it}")).collect();
            assert_eq!(found, expected, "{name}: {forms}");
        }
        let nothing = alone(name, &written("zero=没有 other=%lld天"));
        assert_eq!(nothing.len(), usize::from(name == "a.xml"), "{name}");
    }
}

const OTHERWISE: &str = "inconsistent-translation";

#[test]
fn another_context_may_have_another_translation() {
    let entry = |context: &str, text: &str| {
        format!("{context}msgid \"Close the window first\"\nmsgstr \"{text}\"\n\n")
    };
    let menu = "msgctxt \"menu\"\n";
    let apart = entry("", "先关闭窗口") + &entry(menu, "先把窗口关上");
    assert_eq!(alone("a.po", &apart), [""; 0]);
    let again = apart + &entry(menu, "請關窗");
    assert_eq!(alone("a.po", &again), [format!("{OTHERWISE}: 請關窗")]);

    let qt = |class: &str, texts: &[(&str, &str)]| {
        let message = |(comment, text): &(&str, &str)| {
            format!(
                "<message><source>Close the window first</source>{comment}<translation>{text}</translation></message>"
            )
        };
        let all: String = texts.iter().map(message).collect();
        format!("<context><name>{class}</name>{all}</context>")
    };
    let comment = "<comment>button</comment>";
    let two = qt("Main", &[("", "先关闭窗口"), (comment, "先把窗口关上")])
        + &qt("Dialog", &[("", "請關窗")]);
    assert_eq!(alone("a.ts", &format!("<TS>{two}</TS>")), [""; 0]);
    let one = qt("Main", &[("", "先关闭窗口"), ("", "先把窗口关上")]);
    assert_eq!(alone("a.ts", &format!("<TS>{one}</TS>")), [format!("{OTHERWISE}: 先把窗口关上")]);

    let xliff = |contexts: [&str; 2]| {
        let unit = |(context, text): (&str, &str)| {
            format!(
                "<trans-unit id=\"{text}\"><source>Close the window first</source><target>{text}</target><context-group><context context-type=\"x-gettext-msgctxt\">{context}</context><context context-type=\"linenumber\">{text}</context></context-group></trans-unit>"
            )
        };
        let units: String = contexts.into_iter().zip(["先关闭窗口", "請關窗"]).map(unit).collect();
        format!("<xliff version=\"1.2\"><file><body>{units}</body></file></xliff>")
    };
    assert_eq!(alone("a.xlf", &xliff(["menu", "button"])), [""; 0]);
    assert_eq!(alone("a.xlf", &xliff(["menu", "menu"])), [format!("{OTHERWISE}: 請關窗")]);
}

#[test]
fn a_name_that_is_missing_on_purpose_is_ignored() {
    let file = |name, text| File { name, bytes: str::as_bytes(text) };
    let source = file("a.json", r#"{"a": "A", "b": "B", "c": "C"}"#);
    let target = file("b.json", r#"{"a": "甲"}"#);
    let documents = || read_pair(source, target, &Options::default()).unwrap();
    let found = |id: &str| {
        let ignores = vec![Ignore { id: Some(id.to_owned()), ..Ignore::default() }];
        let rules = Rules { ignores, ..Rules::default() };
        let review = review(&documents().next().unwrap().unwrap(), &Resources::default(), &rules);
        review.findings.iter().filter(|it| it.check == "missing-key").count()
    };
    assert_eq!((found("a"), found("b"), found("d")), (2, 1, 2));
}

#[test]
fn what_is_missing_is_known_after_a_fix() {
    let file = |name, text| File { name, bytes: str::as_bytes(text) };
    let source = r#"{"a": "Wait, please: wait for us.", "b": "B"}"#;
    let target = r#"{"a": "請稍候，，請等我們。"}"#;
    let pair = read_pair(file("a.json", source), file("b.json", target), &Options::default());
    let document = pair.unwrap().next().unwrap().unwrap();
    let again = Again::of("b.json", target.as_bytes(), 0, &Options::default()).unwrap();
    let (with, rules) = (Resources::default(), Rules::default());
    let mended = mend(&document, &again, &with, &rules, &mut |_, _, _| true);
    assert_eq!(mended.document.raw, r#"{"a": "請稍候，請等我們。"}"#);
    assert!(mended.review.findings.iter().any(|it| it.check == "missing-key"));
}
