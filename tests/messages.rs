//! ICU messages in files of messages: their branches are texts of their own beside those of the
//! source, and what is broken of their syntax is told.

use std::sync::LazyLock;
use xindaya::checks::Resources;
use xindaya::config::Rules;
use xindaya::formats::{File, Options, read, read_pair};
use xindaya::review::review;
use xindaya::text::{Document, Segment, Text};

static RESOURCES: LazyLock<Resources> = LazyLock::new(Resources::default);

fn document(name: &str, text: &str) -> Document {
    let mut all = read(name, text.as_bytes(), &Options::default()).expect("is readable");
    all.next().expect("is one").expect("is well formed")
}

fn pair(name: &str, source: &str, target: &str) -> Document {
    let file = |text| File { name, bytes: str::as_bytes(text) };
    let mut all = read_pair(file(source), file(target), &Options::default()).expect("is readable");
    all.next().expect("is one").expect("is well formed")
}

fn segments(document: &Document) -> Vec<&Segment> {
    document.paragraphs.iter().flat_map(|it| &it.segments).collect()
}

/// The findings with what they mark in the file.
fn findings(document: &Document) -> Vec<(&'static str, &str)> {
    let found = review(document, &RESOURCES, &Rules::default()).findings;
    let raw = |it: &xindaya::finding::Finding| {
        let paragraph = &document.paragraphs[it.place.paragraph as usize];
        let target = &paragraph.segments[it.place.segment as usize].target;
        &document.raw[target.in_raw(it.span).range()]
    };
    found.iter().map(|it| (it.check, raw(it))).collect()
}

/// One message in a JSON file beside its source.
fn found(source: &str, target: &str) -> Vec<(&'static str, String)> {
    let file = |text: &str| serde_json::json!({ "key": text }).to_string();
    let document = pair("app.json", &file(source), &file(target));
    findings(&document).into_iter().map(|(check, raw)| (check, raw.to_owned())).collect()
}

#[test]
fn each_case_is_a_segment_beside_that_of_the_source() {
    let source =
        r#"{"a": "You have {n, plural, =0 {no files} one {# file} other {# files}} in {x}."}"#;
    let target = r#"{"a": "{x}裡{n, plural, =0 {沒有檔案} other {有 # 個檔案}}。"}"#;
    let document = pair("app.json", source, target);
    let shown = |it: &Segment| {
        let source = it.source.as_ref().map_or(String::new(), |it| it.given().as_str().to_owned());
        (it.id.clone().unwrap_or_default(), it.target.given().as_str().to_owned(), source)
    };
    let found: Vec<_> = segments(&document).into_iter().map(shown).collect();
    let all = [
        ("a.=0", "{x}裡沒有檔案。", "You have no files in {x}."),
        ("a.other", "{x}裡有 # 個檔案。", "You have # files in {x}."),
    ];
    let all = all.map(|(id, target, source)| (id.into(), target.into(), source.into()));
    assert_eq!(found, all);
    assert_eq!(findings(&document), []);
}

#[test]
fn any_file_of_messages_may_have_them() {
    let choice = "{n, plural, other {# 個，，''甲''}}";
    for (name, text) in [
        ("zh.json", format!("{{\"a\": \"{choice}\"}}")),
        ("zh.yml", format!("a: \"{choice}\"\n")),
        ("zh.toml", format!("a = \"{choice}\"\n")),
        ("zh.properties", format!("a={choice}\n")),
        ("zh.strings", format!("\"a\" = \"{choice}\";\n")),
        ("zh.po", format!("msgid \"{{n, plural, other {{#}}}}\"\nmsgstr \"{choice}\"\n")),
        (
            "zh.xlf",
            format!(
                "<xliff version=\"1.2\"><file target-language=\"zh-TW\"><body><trans-unit id=\"a\">\
                 <source>{{n, plural, one {{# one}} other {{# many}}}}</source><target>{choice}</target>\
                 </trans-unit></body></file></xliff>"
            ),
        ),
    ] {
        let document = document(name, &text);
        let found = segments(&document);
        assert_eq!(found.len(), 1, "{name}");
        assert_eq!(found[0].target.as_str(), "\u{fffc} 個，，'甲'", "{name}");
        assert!(findings(&document).contains(&("doubled-punctuation", "，，")), "{name}");
    }
}

#[test]
fn what_is_lost_in_a_branch_is_told_there() {
    let source = "{n, plural, one {# file in {dir}} other {# files in {dir}}}";
    for (target, expected) in [
        ("{n, plural, other {{dir}有几个文件}}", ("missing-placeholder", "{dir}有几个文件")),
        ("{n, plural, other {{目录}有 # 个文件}}", ("extra-placeholder", "{目录}")),
        (
            "{n, plural, =1 {{目录}有一个文件} other {{dir}有 # 个文件}}",
            ("extra-placeholder", "{目录}"),
        ),
        (
            "{数量, plural, other {{dir}有 # 个文件}}",
            ("missing-placeholder", "{数量, plural, other {{dir}有 # 个文件}}"),
        ),
        ("{n, plural, other {{dir}有 # 个文件}", ("broken-message", "{")),
        ("{n, plural, one {{dir}有 # 个文件}}", ("broken-message", "{n, plural")),
        ("{n, plural, 其他 {{dir}有 # 个文件}}", ("broken-message", "其他")),
        ("{n, select, other {{dir}有 {n} 个文件}}", ("broken-message", "select")),
    ] {
        let found = found(source, target);
        let expected = (expected.0, expected.1.to_owned());
        assert!(found.contains(&expected), "{target}: {found:?}");
        let markup = found.iter().filter(|(it, _)| it.contains("message") || it.contains("holder"));
        assert_eq!(markup.count(), 1, "{target}: {found:?}");
    }
    let source = "{g, select, male {his photo} other {their photo}}";
    for (target, expected) in [
        ("{g, select, 男 {他的照片} other {他们的照片}}", ("extra-placeholder", "男")),
        (
            "{g, select, male {他的照片} female {她的照片} other {他们的照片}}",
            ("extra-placeholder", "female"),
        ),
        (
            "{g, select, other {他们的照片}}",
            ("missing-placeholder", "{g, select, other {他们的照片}}"),
        ),
    ] {
        let markup = found(source, target).into_iter().filter(|(it, _)| it.contains("holder"));
        let markup: Vec<_> = markup.collect();
        assert_eq!(markup, [(expected.0, expected.1.to_owned())], "{target}");
    }
}

#[test]
fn a_translation_may_choose_less() {
    for (source, target) in [
        ("{n, plural, one {# file} other {# files}} in {x}", "{x}裡有 {n} 個檔案"),
        ("{g, select, male {He} other {They}} liked {x}.", "有人喜歡{x}。"),
        (
            "{n, plural, =0 {None} =1 {One} other {# files}}",
            "{n, plural, =0 {無} other {# 個檔案}}",
        ),
        ("{n} files", "{n, plural, other {# 個檔案}}"),
        ("{n, plural, one {{x} has one} other {{x} has #}}", "{x}有 {n, plural, other {#}} 個"),
    ] {
        assert_eq!(found(source, target), [], "{source} / {target}");
    }
}

#[test]
fn what_is_no_message_stays_as_it_is() {
    for text in [
        "你好，{{name}}，請選 {a, b}。",
        "集合 {一，二} 與 select {三}",
        "寫法：{n, plural, ...}",
        "{count} 個檔案，it''s %s",
        "don't select {x",
    ] {
        let document = document("a.json", &serde_json::json!({ "key": text }).to_string());
        let found = segments(&document);
        assert_eq!((found.len(), found[0].target.as_str()), (1, text));
        assert!(found[0].target.inlines().is_empty() && found[0].id.as_deref() == Some("key"));
    }
    let rows = "{\"source\": \"a\", \"target\": \"{n, plural, other {# 個}}\"}";
    assert_eq!(
        segments(&document("a.jsonl", rows))[0].target.as_str(),
        "{n, plural, other {# 個}}"
    );
}

#[test]
fn parts_of_a_text_lead_back_to_the_file() {
    let file = "{\"a\": \"{n, plural, other {\\u7532''\\u4e59'{'丙'}' # 丁}}\"}";
    let document = document("a.json", file);
    let text = &segments(&document)[0].target;
    assert_eq!(text.as_str(), "甲'乙{丙} \u{fffc} 丁");
    let raw = |part: &str| {
        let at = text.as_str().find(part).expect("is there");
        let span = xindaya::text::Span::from(at..at + part.len());
        &document.raw[text.in_raw(span).range()]
    };
    for (part, written) in [
        ("甲", "\\u7532"),
        ("'", "''"),
        ("乙{丙", "\\u4e59'{'丙"),
        (&Text::INLINE.to_string(), "#"),
        ("丁", "丁"),
    ] {
        assert_eq!(raw(part), written);
    }
}

#[test]
fn what_is_wrong_around_a_choice_is_told_once() {
    let source = "Hello {name}, wait: {n, plural, one {# file} other {# files}}, then go on.";
    for (target, expected) in [
        (
            "{name}，，你好：{n, plural, =1 {一个文件} other {# 个文件}}，请继续。",
            vec![("doubled-punctuation", "，，")],
        ),
        (
            "{name}，您好：{n, plural, =1 {一個檔案} other {# 個檔案}},請繼續。",
            vec![("halfwidth-punctuation", ",")],
        ),
        (
            "{name}，您好：{n, plural, =1 {一個、、檔案} other {# 個、、檔案}}，請繼續。",
            vec![("doubled-punctuation", "、、"); 2],
        ),
    ] {
        let found = found(source, target);
        let found: Vec<_> = found.iter().map(|(check, raw)| (*check, raw.as_str())).collect();
        assert_eq!(found, expected, "{target}");
    }
    let lost = "你好，请稍候：{n, plural, =1 {一个文件} other {# 个文件}}，然后继续。";
    let lost = found(source, lost);
    assert_eq!(lost.iter().filter(|it| it.0 == "missing-placeholder").count(), 1, "{lost:?}");
}
