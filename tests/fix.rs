//! Fixes reach the file: only the fixed bytes differ, and twice is the same as once.

use proptest::prelude::*;
use std::path::Path;
use xindaya::checks::{self, Resources};
use xindaya::config::Rules;
use xindaya::fix::{Mended, Reason, mend};
use xindaya::formats::{Again, Format, Options, Patch, read, rewrite, text_of};
use xindaya::glossary::Glossary;
use xindaya::text::{Document, Span};

/// 潮汐計 becomes 驗潮儀, and 沙漏鐘 a name that every format must escape in its own way.
fn house() -> Resources {
    let names = ["tests/fixtures/fix/house.tsv".to_owned()];
    let glossary = Glossary::load(&names, Path::new("")).expect("is a glossary");
    Resources { glossary, ..Resources::default() }
}

type Encode<'f> = &'f dyn Fn(&str) -> Vec<u8>;

fn documents(name: &str, bytes: &[u8], options: &Options) -> Vec<Document> {
    read(name, bytes, options).expect("is readable").filter_map(Result::ok).collect()
}

/// What becomes of a file, and what is said of its documents.
fn fixed(name: &str, bytes: &[u8], all: bool, with: &Resources) -> (Vec<u8>, Vec<Mended>) {
    fixed_by(name, bytes, all, with, &Rules::default(), &Options::default())
}

fn fixed_by(
    name: &str,
    bytes: &[u8],
    all: bool,
    with: &Resources,
    rules: &Rules,
    options: &Options,
) -> (Vec<u8>, Vec<Mended>) {
    let documents = documents(name, bytes, options);
    let first = documents.first().map_or(0, |it| it.start);
    let again = Again::of(name, bytes, first, options).expect("is readable");
    let (mut patches, mut said) = (vec![], vec![]);
    for old in documents {
        let new = mend(&old, &again, with, rules, &mut |_, _, fix| all || fix.certain);
        let (start, length, raw) = (old.start, old.raw.len(), new.document.raw.clone());
        if old.raw != raw {
            patches.push(Patch { start, length, raw });
        }
        said.push(new);
    }
    (rewrite(name, bytes, &patches, options).expect("can be written"), said)
}

/// What of a file is no text of a unit.
fn around(name: &str, bytes: &[u8], options: &Options) -> String {
    let mut left = String::new();
    let whole = if name.ends_with("docx") { None } else { text_of(name, bytes, options).ok() };
    let mut end = 0;
    for document in documents(name, bytes, options) {
        let start = usize::try_from(document.start).expect("is small");
        left.push_str(whole.as_ref().map_or("", |it| &it[end..start]));
        end = start + document.raw.len();
        left.push_str(&without_texts(&document));
    }
    left + whole.as_ref().map_or("", |it| &it[end..])
}

fn without_texts(document: &Document) -> String {
    let segments = document.paragraphs.iter().flat_map(|it| &it.segments);
    let mut pieces: Vec<Span> = segments
        .flat_map(|it| {
            let text = it.target.as_str();
            let parts = text.char_indices().filter(|(_, c)| *c != '\u{fffc}');
            let spans: Vec<Span> = parts.map(|(at, c)| Span::from(at..at + c.len_utf8())).collect();
            spans.into_iter().flat_map(|at| it.target.pieces_in_raw(at)).collect::<Vec<_>>()
        })
        .collect();
    pieces.sort();
    let (mut left, mut end) = (String::new(), 0);
    for piece in pieces {
        left.push_str(document.raw.get(end..piece.start as usize).unwrap_or_default());
        end = end.max(piece.end as usize);
    }
    left + &document.raw[end..]
}

fn texts(name: &str, bytes: &[u8]) -> Vec<String> {
    let all = documents(name, bytes, &Options::default());
    let segments = all.iter().flat_map(|it| &it.paragraphs).flat_map(|it| &it.segments);
    segments.map(|it| it.target.as_str().to_owned()).collect()
}

/// A line of a file of each kind, with `{}` in the place of a text.
const FILES: [(&str, &str); 27] = [
    ("a.txt", "標題\r\n\r\n　　他走了{}。\r\n"),
    (
        "a.md",
        "# 標題\n\n- 他**走了**{}。\n\n| 甲 | {} |\n|---|---|\n| 乙 | [{}](https://e.org/a_b) |\n",
    ),
    ("a.html", "<p title=\"{}\">他走了 {}&nbsp;<b>好</b></p><p alt='{}'>走\n{}</p>"),
    ("a.tsv", "id\tsource\ttarget\n1\tThe tide gauge, the hourglass.\t走{}\n"),
    ("b.tsv", "1\tThe tide gauge, the hourglass.\t走{}\n2\tA day.\t停\n"),
    ("a.csv", "id,target,note\n1,\"走,{}\",\"甲\n乙\"\n2,走,x\n"),
    ("a.jsonl", "{\"id\": 1, \"target\": \"走\\n{}\", \"x\": \"{}\"}\n\n{\"target\":\"好\"}\n"),
    ("zh.json", "{\n  \"a\": {\"b\": \"走\\u4e86{}\"},\n  \"c\": 7\n}\n"),
    ("zh.arb", "{\"@@locale\": \"zh\", \"a\": \"走{}\", \"@a\": {\"description\": \"{}\"}}"),
    (
        "zh.yml",
        "zh:\n  a: 走{}了\n  b: \"走{}\"\n  c: '走{}'\n  d: |\n    走{}\n    了\n  e: >-\n    走\n    {}\n",
    ),
    ("zh.toml", "a = \"走{}\" # {}\nb = '走'\nc = \"\"\"\n走\\\n  {}\"\"\"\n"),
    ("a.ftl", "a = 走{}\n    .title = 了{}\nb =\n    多\n    行{}\n"),
    ("a_zh.properties", "# {}\na = 走{}\nb=\\u8d70\\\n   了{}\n"),
    ("a.strings", "/* {} */\n\"a\" = \"走{}\";\n"),
    (
        "a.po",
        "msgid \"A tide gauge, an hourglass\"\nmsgstr \"\"\n\"走\\n\"\n\"了{}\"\n\n# {}\nmsgid \"The tide gauge, the hourglass\"\nmsgstr \"{}\"\n",
    ),
    (
        "a.srt",
        "1\n00:00:01,000 --> 00:00:02,000\n<i>走</i>{}\n\n2\n00:00:03,000 --> 00:00:04,000\n好\n",
    ),
    ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n走&amp;{}\n"),
    ("a.ass", "[Events]\nFormat: Start, End, Text\nDialogue: 0:00,0:01,{\\i1}走\\N{}\n"),
    (
        "a.xlf",
        "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"zh-TW\"><body><trans-unit id=\"1\"><source>A tide gauge, an hourglass</source><target>走<g id=\"1\">了&amp;</g>{}</target></trans-unit></body></file></xliff>",
    ),
    (
        "b.xlf",
        "<xliff version=\"2.0\" srcLang=\"en\" trgLang=\"zh-TW\"><file id=\"f\"><unit id=\"1\"><segment><source>A tide gauge, an hourglass</source><target>走{}</target></segment></unit></file></xliff>",
    ),
    (
        "a.tmx",
        "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv xml:lang=\"en\"><seg>A tide gauge, an hourglass</seg></tuv><tuv xml:lang=\"zh-TW\"><seg>走{}</seg></tuv></tu></body></tmx>",
    ),
    (
        "zh.ts",
        "<TS language=\"zh_TW\"><context><name>A</name><message><source>A tide gauge, an hourglass</source><translation>走{}</translation></message></context></TS>",
    ),
    ("zh.resx", "<root><data name=\"a\"><value>走{}</value></data></root>"),
    (
        "zh/strings.xml",
        "<resources><string name=\"a\">走\\'了{}</string><string name=\"b\"><![CDATA[{}]]></string></resources>",
    ),
    (
        "zh.stringsdict",
        "<plist version=\"1.0\"><dict><key>a</key><dict><key>NSStringLocalizedFormatKey</key><string>走{}</string></dict></dict></plist>",
    ),
    (
        "zh.xcstrings",
        "{\"sourceLanguage\": \"en\", \"strings\": {\"A tide gauge, an hourglass\": {\"localizations\": {\"zh-Hant\": {\"stringUnit\": {\"state\": \"translated\", \"value\": \"走{}\"}}}}}, \"version\": \"1.0\"}",
    ),
    ("c.csv", "走{}\n"),
];

#[test]
fn every_format_is_written_with_its_own_bytes_around_the_fix() {
    let with = house();
    let mut read_formats: Vec<Format> = vec![];
    for (name, file) in FILES {
        read_formats.extend(Format::of_path(name));
        let (bad, good) = (file.replace("{}", "潮汐計"), file.replace("{}", "驗潮儀"));
        let (bytes, said) = fixed(name, bad.as_bytes(), false, &with);
        let made = String::from_utf8(bytes).expect("is UTF-8");
        // What is no translation stays: comments, notes, other columns.
        assert_eq!(made.replace("潮汐計", "驗潮儀"), good, "{name}");
        assert!(
            texts(name, made.as_bytes()).iter().all(|it| !it.contains("潮汐計")),
            "{name}: {made}"
        );
        assert!(said.iter().any(|it| it.applied > 0), "{name}: {said:?}");
        let (again, _) = fixed(name, made.as_bytes(), false, &with);
        assert_eq!(String::from_utf8(again).expect("is UTF-8"), made, "{name}: twice");
    }
    let missing: Vec<_> =
        Format::ALL.iter().filter(|(it, _)| !read_formats.contains(it)).map(|it| it.1).collect();
    assert_eq!(missing, ["docx"]);
}

/// What the hard name is written as, in those formats that have an escape for all of it.
#[test]
fn what_would_break_the_file_is_escaped() {
    let with = house();
    let name = "甲\"乙'丙&丁\\戊<己";
    for (file, text) in FILES {
        let bad = text.replace("{}", "沙漏鐘");
        let (bytes, said) = fixed(file, bad.as_bytes(), false, &with);
        let made = String::from_utf8(bytes.clone()).expect("is UTF-8");
        let old = texts(file, bad.as_bytes());
        let refused: usize = said.iter().map(|it| it.refused.len()).sum();
        let new = texts(file, &bytes);
        let expected: Vec<String> = old.iter().map(|it| it.replace("沙漏鐘", name)).collect();
        // A comma of CSV stands in quotation marks already; YAML's plain scalars hold no `: `.
        let fits = |(old, new): (&String, &String)| old == new || refused > 0;
        assert!(expected.iter().zip(&new).all(fits), "{file}: {made}\n{said:?}");
        assert!(new.iter().any(|it| it.contains(name)) || refused > 0, "{file}: {made}");
        let options = Options::default();
        assert_eq!(
            around(file, &bytes, &options),
            around(file, bad.as_bytes(), &options),
            "{file}"
        );
    }
}

#[test]
fn each_language_of_escapes_is_written() {
    let with = house();
    for (file, bad, good) in [
        ("zh.json", "{\"a\": \"他走了沙漏鐘\"}", "{\"a\": \"他走了甲\\\"乙'丙&丁\\\\戊<己\"}"),
        (
            "a.po",
            "msgid \"A tide gauge, an hourglass\"\nmsgstr \"沙漏鐘\"\n",
            "msgid \"A tide gauge, an hourglass\"\nmsgstr \"甲\\\"乙'丙&丁\\\\戊<己\"\n",
        ),
        ("a.csv", "target,x\n\"沙漏鐘\",1\n", "target,x\n\"甲\"\"乙'丙&丁\\戊<己\",1\n"),
        (
            "zh.resx",
            "<root><data name=\"a\"><value>沙漏鐘</value></data></root>",
            "<root><data name=\"a\"><value>甲\"乙'丙&amp;丁\\戊&lt;己</value></data></root>",
        ),
        (
            "zh/strings.xml",
            "<resources><string name=\"a\">沙漏鐘</string></resources>",
            "<resources><string name=\"a\">甲\\\"乙\\'丙&amp;丁\\\\戊&lt;己</string></resources>",
        ),
        (
            "a.html",
            "<p title=\"沙漏鐘\">好</p>",
            "<p title=\"甲&quot;乙&#x27;丙&amp;丁\\戊&lt;己\">好</p>",
        ),
        ("zh.yml", "a: '沙漏鐘'\n", "a: '甲\"乙''丙&丁\\戊<己'\n"),
        ("zh.yml", "a: \"沙漏鐘\"\n", "a: \"甲\\\"乙'丙&丁\\\\戊<己\"\n"),
        ("zh.toml", "a = \"沙漏鐘\"\n", "a = \"甲\\\"乙'丙&丁\\\\戊<己\"\n"),
        ("a_zh.properties", "a = 沙漏鐘\n", "a = 甲\"乙'丙&丁\\\\戊<己\n"),
        (
            "a_zh.properties",
            "a = \\u6c99\\u6f0f\\u9418\n",
            "a = \\u7532\"\\u4e59'\\u4e19&\\u4e01\\\\\\u620a<\\u5df1\n",
        ),
        (
            "a.jsonl",
            "{\"target\": \"\\u6f6e\\u6c50\\u8a08\"}",
            "{\"target\": \"\\u9a57\\u6f6e\\u5100\"}",
        ),
        ("a.strings", "\"a\" = \"沙漏鐘\";", "\"a\" = \"甲\\\"乙'丙&丁\\\\戊<己\";"),
    ] {
        let (bytes, said) = fixed(file, bad.as_bytes(), false, &with);
        assert_eq!(String::from_utf8(bytes).expect("is UTF-8"), good, "{file}: {said:?}");
    }
}

#[test]
fn a_message_goes_on_to_say_what_it_said() {
    let with = house();
    for (bad, good) in [
        // The words around a choice are in each of its branches.
        (
            "潮汐計{n, plural, one {一個} other {# 個}}，潮汐計",
            "驗潮儀{n, plural, one {一個} other {# 個}}，驗潮儀",
        ),
        ("{n, plural, other {# 個潮汐計'{'甲'}'}}", "{n, plural, other {# 個驗潮儀'{'甲'}'}}"),
        ("{n, plural, other {# '{潮汐計}'}}", "{n, plural, other {# '{驗潮儀}'}}"),
        ("{n, plural, other {# 個漏斗架}}", "{n, plural, other {# 個甲''}}"),
        (
            "{n, plural, one {漏斗架{x}} other {'{漏斗架}'#}}",
            "{n, plural, one {甲''{x}} other {'{甲''}'#}}",
        ),
        ("漏斗架{n, plural, one {} other {#}}", "甲''{n, plural, one {} other {#}}"),
    ] {
        let file = |text: &str| format!("{{\"a\": \"{text}\"}}");
        let (bytes, said) = fixed("zh.json", file(bad).as_bytes(), false, &with);
        assert_eq!(String::from_utf8(bytes).expect("is UTF-8"), file(good), "{said:?}");
    }
}

#[test]
fn a_file_keeps_its_encoding_and_its_line_ends() {
    let with = house();
    let (bad, good) =
        ("標題在這裡\r\n\r\n他走了潮汐計。\r\n", "標題在這裡\r\n\r\n他走了驗潮儀。\r\n");
    let utf16 = |text: &str| -> Vec<u8> {
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
    let big5 = |text: &str| encoding_rs::BIG5.encode(text).0.into_owned();
    let gb18030 = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    let cases: [(Encode, Option<&str>); 4] =
        [(&utf16, None), (&marked, None), (&big5, Some("big5")), (&gb18030, Some("gb18030"))];
    for (encode, label) in cases {
        let encoding = label.map(str::to_owned);
        let options = Options { encoding, ..Options::default() };
        let rules = Rules::default();
        let (bytes, said) = fixed_by("a.txt", &encode(bad), false, &with, &rules, &options);
        assert_eq!(bytes, encode(good), "{label:?}: {said:?}");
    }
}

#[test]
fn what_an_encoding_lacks_is_refused() {
    let mut with = house();
    with.glossary =
        Glossary::load(&["tests/fixtures/fix/simplified.tsv".to_owned()], Path::new(""))
            .expect("is a glossary");
    let bad = encoding_rs::BIG5.encode("他走了潮汐計。").0.into_owned();
    let options = Options { encoding: Some("big5".to_owned()), ..Options::default() };
    let (bytes, said) = fixed_by("a.txt", &bad, false, &with, &Rules::default(), &options);
    assert_eq!(bytes, bad);
    let reasons: Vec<Reason> = said[0].refused.iter().map(|it| it.1).collect();
    assert_eq!(reasons, [Reason::Encoding]);
}

/// All of the fixtures, with certain and uncertain fixes.
#[test]
fn fixtures_keep_what_is_around_their_texts() {
    let with = Resources::default();
    let options = Options::default();
    let mut count = 0;
    for entry in std::fs::read_dir("tests/fixtures/formats").expect("is there") {
        let path = entry.expect("is there").path();
        let name = path.to_str().expect("is text").to_owned();
        let bytes = std::fs::read(&path).expect("is there");
        for all in [false, true] {
            let (made, said) = fixed(&name, &bytes, all, &with);
            assert_eq!(around(&name, &made, &options), around(&name, &bytes, &options), "{name}");
            count += said.iter().map(|it| it.applied).sum::<usize>();
            let (twice, said) = fixed(&name, &made, all, &with);
            assert_eq!(twice, made, "{name}: twice is not once");
            for it in &said {
                let certain = it
                    .review
                    .findings
                    .iter()
                    .filter(|it| it.fix.as_ref().is_some_and(|it| it.certain));
                assert_eq!(
                    certain.count(),
                    it.refused
                        .iter()
                        .filter(|it| it.0.fix.as_ref().is_some_and(|it| it.certain))
                        .count(),
                    "{name}"
                );
            }
        }
    }
    assert!(count > 20, "{count} fixes were made");
}

#[test]
fn a_document_of_word_is_packed_again_with_all_else_as_it_was() {
    use std::io::{Cursor, Read};
    let bytes = include_bytes!("fixtures/formats/letter.docx");
    let (made, said) = fixed("letter.docx", bytes, true, &Resources::default());
    assert!(said[0].applied > 0, "{said:?}");
    let mut old = zip::ZipArchive::new(Cursor::new(&bytes[..])).expect("is an archive");
    let mut new = zip::ZipArchive::new(Cursor::new(&made[..])).expect("is an archive");
    assert_eq!(old.len(), new.len());
    let mut changed = vec![];
    for nth in 0..old.len() {
        let (mut a, mut b) = (vec![], vec![]);
        let mut one = old.by_index(nth).expect("is there");
        let mut other = new.by_index(nth).expect("is there");
        let name = one.name().expect("is text").into_owned();
        assert_eq!(name, other.name().expect("is text"));
        one.read_to_end(&mut a).expect("is whole");
        other.read_to_end(&mut b).expect("is whole");
        changed.extend((a != b).then_some(name));
    }
    assert!(!changed.is_empty() && changed.iter().all(|it| it.starts_with("word/")), "{changed:?}");
}

#[test]
fn silenced_findings_are_not_fixed() {
    let with = house();
    let text = "他走了潮汐計。".as_bytes();
    let options = Options::default();
    let mut off = Rules::default();
    off.off.extend(checks::all().map(|it| it.id));
    let ignored = Rules { ignored: vec!["潮汐計".to_owned()], ..Rules::default() };
    for rules in [off, ignored] {
        let (bytes, _) = fixed_by("a.txt", text, false, &with, &rules, &options);
        assert_eq!(bytes, text);
    }
}

#[test]
fn a_text_in_pieces_keeps_what_is_between_them() {
    let with = house();
    for (name, bad, good) in [
        (
            "a.po",
            "msgid \"A tide gauge, an hourglass\"\nmsgstr \"\"\n\"走潮\"\n\"汐計了\"\n",
            "msgid \"A tide gauge, an hourglass\"\nmsgstr \"\"\n\"走驗潮儀\"\n\"了\"\n",
        ),
        ("a.html", "<p>走潮\n  汐計了</p>", "<p>走驗潮儀\n  了</p>"),
        // A tag inside: the new text knows nothing of it.
        ("a.html", "<p>走潮<b>汐計</b>了</p>", "<p>走潮<b>汐計</b>了</p>"),
    ] {
        let (bytes, said) = fixed(name, bad.as_bytes(), false, &with);
        assert_eq!(String::from_utf8(bytes).expect("is UTF-8"), good, "{name}: {said:?}");
    }
}

/// Text of faults, and of marks that formats turn at.
fn damaged() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "他走了",
        "再也沒有回來",
        "潮汐計",
        "沙漏鐘",
        "，",
        "。",
        ",",
        " ,",
        "的的",
        "...",
        "\u{200b}",
        "\u{feff}",
        "ＡＢＣ",
        "Youtube",
        "\"",
        "'",
        "\\",
        "\\n",
        "&",
        "&amp;",
        "& amp;",
        "<b>",
        "</b>",
        "*",
        "**",
        "`",
        "# ",
        "- ",
        "[",
        "](",
        "{",
        "}",
        "{0}",
        "% s",
        "%s",
        "\n",
        "\r\n",
        "\n\n",
        "\t",
        " ",
        "：",
        "“",
        "”",
        "「",
        "」",
        "3, 000",
    ]);
    prop::collection::vec(pieces, 1..14).prop_map(|it| it.concat())
}

fn json(text: &str) -> String {
    serde_json::to_string(text).expect("is a string")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever a file holds, the bytes around its texts stay, and twice is the same as once.
    #[test]
    fn any_text_of_any_format_keeps_what_is_around(text in damaged(), all in any::<bool>()) {
        let with = house();
        let options = Options::default();
        let line = text.replace(['\n', '\r', '\t'], " ");
        let xml = text.replace('&', "&amp;").replace('<', "&lt;");
        let quoted = json(&text);
        for (name, file) in [
            ("a.txt", text.clone()),
            ("a.md", text.clone()),
            ("a.html", format!("<p>{text}<p title='{xml}'>好")),
            ("a.tsv", format!("1\tGo\t{line}\n")),
            ("a.csv", format!("id,target\n1,\"{}\"\n", text.replace('"', "\"\""))),
            ("a.jsonl", format!("{{\"target\": {quoted}}}\n{{\"target\": \"好\"}}\n")),
            ("zh.json", format!("{{\"a\": {quoted}, \"b\": [\"好\"]}}")),
            ("zh.yml", format!("a: {quoted}\nb: '{}'\nc: {line}\n", line.replace('\'', "''"))),
            ("zh.toml", format!("a = {quoted}\n")),
            ("a.ftl", format!("a = {line}\nb = 好\n")),
            ("a_zh.properties", format!("a = {text}\nb = 好\n")),
            ("a.strings", format!("\"a\" = {quoted};\n")),
            ("a.po", format!("msgid \"A tide gauge, an hourglass\"\nmsgstr {quoted}\n")),
            ("a.srt", format!("1\n00:00:01,000 --> 00:00:02,000\n{text}\n\n2\n00:00:03,000 --> 00:00:04,000\n好\n")),
            ("a.vtt", format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n")),
            ("a.ass", format!("[Events]\nFormat: Start, End, Text\nDialogue: 0:00,0:01,{line}\n")),
            ("zh/strings.xml", format!("<resources><string name=\"a\">{xml}</string></resources>")),
            ("a.xlf", format!("<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"zh-TW\"><body><trans-unit id=\"1\"><source>A tide gauge, an hourglass</source><target>{xml}</target></trans-unit></body></file></xliff>")),
        ] {
            if read(name, file.as_bytes(), &options).is_err() {
                continue;
            }
            let (made, _) = fixed(name, file.as_bytes(), all, &with);
            let (old, new) = (around(name, file.as_bytes(), &options), around(name, &made, &options));
            prop_assert_eq!(old, new, "{}: {:?}", name, file);
            let (twice, _) = fixed(name, &made, all, &with);
            prop_assert_eq!(
                String::from_utf8_lossy(&twice), String::from_utf8_lossy(&made), "{}: {:?}", name, file
            );
        }
    }
}
