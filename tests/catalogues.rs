//! What is read of catalogues of translations: sources, states, notes, limits, inline elements.

use xindaya::align::pair;
use xindaya::formats::{File, Options, read, read_pair};
use xindaya::text::{Document, Kind, Role, Segment, Span, State, Text, Variant};

fn document(name: &str, bytes: &[u8]) -> Document {
    let all = read(name, bytes, &Options::default()).expect("is readable");
    all.map(|it| it.expect("is well formed")).next().expect("is one")
}

fn segments(document: &Document) -> Vec<&Segment> {
    document.paragraphs.iter().flat_map(|it| &it.segments).collect()
}

fn by_id<'d>(document: &'d Document, id: &str) -> &'d Segment {
    let found = segments(document).into_iter().find(|it| it.id.as_deref() == Some(id));
    found.expect("is there")
}

fn source(segment: &Segment) -> &str {
    segment.source.as_ref().map_or("", Text::as_str)
}

fn errors(name: &str, text: &str) -> Vec<String> {
    match read(name, text.as_bytes(), &Options::default()) {
        Ok(all) => all.filter_map(Result::err).map(|it| it.to_string()).collect(),
        Err(error) => vec![error.to_string()],
    }
}

#[test]
fn xliff_has_states_notes_limits_and_elements() {
    let found = document("memory.xlf", include_bytes!("fixtures/formats/memory.xlf"));
    let ids: Vec<&str> = segments(&found).iter().filter_map(|it| it.id.as_deref()).collect();
    assert_eq!(ids, ["inline", "entities", "cdata", "codes", "segments/0", "segments/1", "open"]);
    let inline = by_id(&found, "inline");
    assert_eq!(
        source(inline),
        "The \u{fffc}new\u{fffc} bridge opened in \u{fffc}, said the mayor."
    );
    assert_eq!((inline.max_length, inline.state), (Some(40), Some(State::Approved)));
    assert_eq!((inline.variant, inline.notes.len()), (Some(Variant::Hans), 1));
    let elements: Vec<(Role, Option<&str>, &str)> =
        inline.target.inlines().iter().map(|it| (it.role, it.id.as_deref(), &*it.raw)).collect();
    assert_eq!(
        elements,
        [
            (Role::Open, Some("1"), "<g id=\"1\">"),
            (Role::Open, Some("3"), "<g id=\"3\">"),
            (Role::Close, Some("3"), "</g>"),
            (Role::Close, Some("1"), "</g>"),
            (Role::Placeholder, Some("2"), "<x id=\"2\"/>"),
        ]
    );
    let codes = by_id(&found, "codes");
    assert_eq!(codes.state, Some(State::Draft));
    assert_eq!(codes.target.prose().as_str(), "请在门前停车,\u{fffc}然后等候\u{fffc}。");
    assert_eq!(source(by_id(&found, "segments/1")), "The road was closed.");
    assert_eq!(by_id(&found, "open").state, Some(State::Untranslated));
}

#[test]
fn xliff_2_has_segments_of_a_unit() {
    let found = document("memory2.xlf", include_bytes!("fixtures/formats/memory2.xlf"));
    assert_eq!(found.paragraphs.len(), 1);
    let (first, second) = (by_id(&found, "u1/s1"), by_id(&found, "u1/s2"));
    assert_eq!(first.target.prose().as_str(), "市場的的魚\u{fffc}很新鮮。");
    assert_eq!((first.max_length, first.state), (Some(30), Some(State::Translated)));
    assert_eq!((second.state, second.variant), (Some(State::Untranslated), Some(Variant::Hant)));
    assert_eq!(first.notes, ["Shown on the start page."]);
}

#[test]
fn a_memory_gives_its_chinese_beside_its_source() {
    let found = document("memory.tmx", include_bytes!("fixtures/formats/memory.tmx"));
    let found = segments(&found);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|it| source(it).starts_with("The train")));
    assert_eq!(found[1].variant, Some(Variant::HantTw));
    let other = b"<tmx><header srclang=\"*all*\"/><body><tu><tuv xml:lang=\"de\"><seg>a</seg></tuv><tuv xml:lang=\"fr\"><seg>b</seg></tuv></tu></body></tmx>";
    let found = document("a.tmx", other);
    let found = segments(&found);
    assert_eq!((found.len(), source(found[0]), found[0].target.as_str()), (1, "a", "b"));
}

#[test]
fn qt_has_forms_and_states() {
    let found = document("app_zh.ts", include_bytes!("fixtures/formats/app_zh.ts"));
    let found = segments(&found);
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].id.as_deref(), found[0].notes.len()), (Some("files"), 1));
    assert_eq!(found[1].state, Some(State::Draft));
    assert_eq!(source(found[1]), "Save the drawing before you close it & leave.");
}

#[test]
fn android_reads_its_escapes_and_its_white_space() {
    let found = document("strings.xml", include_bytes!("fixtures/formats/strings.xml"));
    let text = |id: &str| by_id(&found, id).target.prose().as_str().to_owned();
    assert_eq!(text("welcome"), "歡迎回來，，\n請按「\u{fffc}」繼續。");
    assert_eq!(text("quoted"), "  他說「好」,\n        然後走了。");
    assert_eq!(text("pair"), "😀 大家'都\"來\"了，，人很多。");
    assert_eq!(text("days[other]"), "還剩 %d 天，，請把握時間。");
    assert_eq!(text("list[1]"), "週二,週三。");
    assert_eq!(segments(&found).len(), 6);
}

#[test]
fn broken_xml_is_named_and_the_rest_is_read() {
    let unit = |id: &str, target: &str| {
        format!(
            "<trans-unit id=\"{id}\"><source>a</source>\n<target>{target}</target></trans-unit>\n"
        )
    };
    let text = format!(
        "<xliff version=\"1.2\"><file><body>\n{}{}{}{}</body></file></xliff>",
        unit("1", "甲<g>乙"),
        unit("2", "丙 & 丁"),
        unit("3", "戊<g 己"),
        unit("4", "庚")
    );
    let said = errors("a.xlf", &text);
    assert!(
        said[0].starts_with("3:10: `<g>` is never closed\n  | <target>甲<g>乙</target>"),
        "{said:?}"
    );
    assert!(said[1].starts_with("5:11: `&` begins no entity: write &amp;"), "{said:?}");
    assert!(said[2].starts_with("7:10: this tag is not closed"), "{said:?}");
    assert_eq!(said.len(), 3);
    let read: Vec<_> =
        read("a.xlf", text.as_bytes(), &Options::default()).expect("is text").flatten().collect();
    let texts: Vec<String> =
        segments(&read[0]).iter().map(|it| it.target.prose().as_str().to_owned()).collect();
    assert_eq!(texts, ["甲乙", "丙 & 丁", "戊<g 己", "庚"]);
}

#[test]
fn xml_that_is_no_catalogue_is_refused() {
    assert!(errors("a.xml", "<html><p>字</p></html>")[0].contains("outermost element is `html`"));
    assert!(errors("a.xlf", "no markup")[0].contains("no XML"));
}

fn units(found: &Document) -> Vec<(&str, String)> {
    let unit = |it: &'_ Segment| it.target.prose().as_str().to_owned();
    segments(found).into_iter().map(|it| (it.id.as_deref().unwrap_or_default(), unit(it))).collect()
}

fn has(name: &str, bytes: &[u8], expected: &[(&str, &str)]) {
    let found = document(name, bytes);
    let found = units(&found);
    let found: Vec<(&str, &str)> = found.iter().map(|(id, it)| (*id, it.as_str())).collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn json_has_a_text_under_each_key() {
    has(
        "zh.json",
        include_bytes!("fixtures/formats/zh.json"),
        &[
            ("menu.open", "打開檔案，，然後儲存"),
            ("menu.close", "關閉\n,再見"),
            ("menu.items_other", "{{count}} 個項目"),
            ("menu.list.0", "週一"),
            ("menu.list.1", "他說：\"好，，走吧\"。"),
            ("empty", ""),
        ],
    );
    let chrome = include_bytes!("fixtures/formats/messages.json");
    has("messages.json", chrome, &[("greeting", "你好，$USER$，，欢迎。")]);
    let said = errors("a.json", "{\"a\": \"甲\n\"b\": \"乙\"}");
    assert!(said[0].starts_with("1:7: a string is not closed on its line"), "{said:?}");
}

#[test]
fn a_string_catalogue_has_its_sources() {
    let found = document("a.xcstrings", include_bytes!("fixtures/formats/Localizable.xcstrings"));
    let found = segments(&found);
    let sources: Vec<&str> = found.iter().map(|it| source(it)).collect();
    assert_eq!(sources, ["%lld boats", "Good evening"]);
    assert_eq!(found[0].id.as_deref(), Some("%lld boats.plural.other"));
    assert_eq!((found[0].state, found[1].state), (Some(State::Draft), Some(State::Translated)));
    assert_eq!((found[1].variant, found[0].notes.len()), (Some(Variant::Hant), 1));
}

#[test]
fn strings_and_properties_read_their_escapes() {
    has(
        "a.strings",
        include_bytes!("fixtures/formats/Localizable.strings"),
        &[
            ("title", "港口、、漁船與碼頭"),
            ("say \"hello\"", "他說\"你好\",然後走了。"),
            ("plain", "第一行，\n，第二行"),
        ],
    );
    has(
        "a.properties",
        include_bytes!("fixtures/formats/messages_zh.properties"),
        &[
            ("greeting", "你好，，欢迎。"),
            ("key with spaces", "请看这里,再走。"),
            ("empty", ""),
            ("clock", "现在是{0}点整。"),
        ],
    );
    let said = errors("a.strings", "\"a\" = \"甲\"\nb\n\"c\" = \"丙\";");
    assert!(said[0].contains("`;` is missing"), "{said:?}");
    assert!(said[1].starts_with("2:1: this is no entry"), "{said:?}");
}

#[test]
fn yaml_and_toml_have_a_text_under_each_key() {
    let yaml = include_bytes!("fixtures/formats/zh-TW.yml");
    has(
        "a.yaml",
        yaml,
        &[
            ("title", "港口、、漁船"),
            ("quoted", "歡迎，,再見。"),
            ("single", "他說'好',走了。"),
            ("literal", "第一行。\n第二行，\n，第三行。\n"),
            ("folded", "市場賣魚， 也賣菜,今天休息。"),
            ("items.0", "週一"),
            ("items.1.deep", "今天，，放假。"),
        ],
    );
    assert_eq!(segments(&document("a.yml", yaml))[0].variant, Some(Variant::HantTw));
    has(
        "zh.toml",
        include_bytes!("fixtures/formats/zh.toml"),
        &[
            ("title", "港口、、渔船"),
            ("menu.open", "他说\"好\",走了。"),
            ("menu.list.0", "周一"),
            ("menu.list.1", "今天，，放假。"),
            ("menu.text", "第一行。第二行，，第三行。"),
        ],
    );
    let said = errors("a.toml", "a = \"甲\"\nb = 乙\nc = \"丙\"");
    assert!(said[0].starts_with("2:5: not TOML"), "{said:?}");
    let said = errors("a.yaml", "a: 甲\nb: \"乙\nc: 丙\n");
    assert!(said[0].contains("not YAML"), "{said:?}");
}

#[test]
fn broken_yaml_is_read_on() {
    for (text, lines, expected) in [
        ("a: 甲\nb: \"乙\nc: 丙\n", &[2][..], &[("a", "甲"), ("c", "丙")][..]),
        ("a: \"甲\nb: \"乙\"\nc: 丙\n", &[1], &[("b", "乙"), ("c", "丙")]),
        ("a: %{n}甲\nb: 乙\n", &[1], &[("b", "乙")]),
        ("a: 甲: 子\nb: 乙\nc: @丙\nd: 丁\n", &[1, 3], &[("b", "乙"), ("d", "丁")]),
        (
            "zh-TW:\n  a:\n    b: 甲\n    c: `乙\n    d: 丙\n  e: 丁\n  f: [\n  g: 戊\nz: 己\n",
            &[4, 8],
            &[
                ("zh-TW.a.b", "甲"),
                ("zh-TW.a.d", "丙"),
                ("zh-TW.e", "丁"),
                ("zh-TW.g", "戊"),
                ("z", "己"),
            ],
        ),
        (
            "- id: 甲\n  text: 乙: 丙\n- id: 丁\n  text: 戊\n",
            &[2],
            &[("0.id", "甲"), ("1.id", "丁"), ("1.text", "戊")],
        ),
        ("a: {b: 甲\nc: 乙\n---\nd: 丙\n", &[2], &[("c", "乙"), ("d", "丙")]),
        ("a: |\n  甲\n  乙\n\tb: 丙\nc: >\n  丁\n", &[4], &[("a", "甲\n乙\n"), ("c", "丁\n")]),
    ] {
        let said = errors("zh.yml", text);
        let line = |it: &String| it.split(':').next().unwrap_or_default().parse().ok();
        let of: Vec<u32> = said.iter().filter_map(line).collect();
        let found: Vec<Document> = read("zh.yml", text.as_bytes(), &Options::default())
            .expect("is a text")
            .flatten()
            .collect();
        let found: Vec<(&str, String)> = units(&found[0]);
        let found: Vec<(&str, &str)> = found.iter().map(|(id, it)| (*id, it.as_str())).collect();
        assert_eq!((found.as_slice(), of.as_slice()), (expected, lines), "{text}\n{said:?}");
    }
    for part in ["a: [\n", "a: \"\n", "a: @\n", " a: @\n", "- a: {\n", "a:\n - @\n"] {
        assert!(!errors("a.yml", &part.repeat(20_000)).is_empty(), "{part}");
    }
}

#[test]
fn fluent_has_messages_attributes_and_variants() {
    has(
        "app.ftl",
        include_bytes!("fixtures/formats/app.ftl"),
        &[
            ("welcome", "歡迎，\u{fffc}，，請進。"),
            ("-brand", "港口,漁船"),
            ("rows[one]", "一行，，完。"),
            ("rows[other]", "\u{fffc} 行\u{fffc}、、完。"),
            ("multi", "第一行。\n第二行,請看\u{fffc}"),
            ("multi.title", "標題，，副題"),
        ],
    );
    let said = errors("a.ftl", "a = 甲\nb 乙\nc = { $\nd = 丁\n");
    assert!(said[0].starts_with("2:3: not Fluent"), "{said:?}");
}

#[test]
fn property_lists_have_their_keys() {
    let list = include_bytes!("fixtures/formats/Plural.stringsdict");
    has(
        "a.stringsdict",
        list,
        &[
            ("boats.NSStringLocalizedFormatKey", "%#@count@"),
            ("boats.count.other", "港里有 %d 艘船，，都已返回。"),
        ],
    );
}

#[test]
fn subtitles_are_cues_without_their_tags() {
    let srt = document("film.srt", include_bytes!("fixtures/formats/film.srt"));
    assert!(srt.paragraphs.iter().all(|it| it.kind == Kind::Cue));
    assert_eq!(
        units(&srt),
        [("1", "他說：港口已經關閉\n，，請回頭。".to_owned()), ("2", "好,走吧。".to_owned())]
    );
    let vtt = include_bytes!("fixtures/formats/film.vtt");
    has("film.vtt", vtt, &[("opening", "港口、、渔船 & 码头。"), ("", "好,走吧。")]);
    has(
        "film.ass",
        include_bytes!("fixtures/formats/film.ass"),
        &[("", "他說，，港口關閉了\n好,走吧。")],
    );
    let said = errors("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n甲\n\n2\n乙\n");
    assert!(said[0].starts_with("5:1: a subtitle without its time"), "{said:?}");
}

fn paired(source: (&str, &str), target: (&str, &str)) -> (Vec<Document>, Vec<String>) {
    let source = File { name: source.0, bytes: source.1.as_bytes() };
    let target = File { name: target.0, bytes: target.1.as_bytes() };
    let (mut documents, mut errors) = (vec![], vec![]);
    for it in read_pair(source, target, &Options::default()).expect("is readable") {
        match it {
            Ok(mut document) => {
                errors.extend(pair(&mut document, None).err().map(|it| it.to_string()));
                documents.push(document);
            }
            Err(error) => errors.push(error.to_string()),
        }
    }
    (documents, errors)
}

const FILM: &str = "WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n00:03.000 --> 00:04.000\nTwo.\n";

fn sources(documents: &[Document]) -> Vec<Option<String>> {
    let all = documents.iter().flat_map(segments);
    all.map(|it| it.source.as_ref().map(|it| it.as_str().to_owned())).collect()
}

#[test]
fn two_files_are_paired_by_keys_or_by_paragraphs() {
    let some = |it: &str| Some(it.to_owned());
    let (found, said) = paired(
        ("en.json", "{\"b\": \"B\", \"a\": {\"c\": \"C\"}}"),
        ("zh.yaml", "a: {c: 丙}\nd: 丁\nb: 乙\n"),
    );
    assert!(said.is_empty());
    assert_eq!(sources(&found), [some("C"), None, some("B")]);
    let raw = found[0].source_raw.as_deref().expect("is another file");
    let first = segments(&found[0])[0].source.as_ref().expect("is paired");
    assert_eq!(&raw[first.in_raw(Span::from(0..1)).range()], "C");
    let (found, said) = paired(("a.txt", "One.\n\nTwo."), ("b.txt", "一。\n\n二。"));
    assert_eq!((sources(&found), said.len()), (vec![some("One."), some("Two.")], 0));
    let (found, said) = paired(("a.txt", "One."), ("b.txt", "一。\n\n二。"));
    assert_eq!((sources(&found).len(), said.len()), (2, 0));
    let (found, said) =
        paired(("a.vtt", FILM), ("b.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n甲\n"));
    assert_eq!(sources(&found), [None]);
    let what = "not paired: the number of texts is 1, and that of the source 2";
    assert!(said[0].starts_with(what), "{said:?}");
    let page = "<h1>One</h1><p title='Two'>A <b>third</b>.</p>";
    let (found, said) = paired(("a.html", page), ("b.md", "# 一\n\n<div>二</div>\n\n**三**。\n"));
    assert!(said.is_empty(), "{said:?}");
    let third = some("A \u{fffc}third\u{fffc}.");
    assert_eq!(sources(&found), [some("One"), some("Two"), third]);
    let matter = "---\ndescription: B\ntitle: A\n---\nC\n";
    let (found, _) = paired(("a.md", matter), ("b.md", "---\ntitle: 甲\n---\n丙\n"));
    assert_eq!(sources(&found), [some("A"), some("C")]);
    let (found, said) = paired(("a.txt", "One."), ("b.po", "msgid \"a\"\nmsgstr \"甲\"\n"));
    assert_eq!(sources(&found), [some("a")]);
    assert!(said[0].starts_with("this file has its own sources"), "{said:?}");
}

#[test]
fn a_declared_encoding_is_believed() {
    let text = "<?xml version=\"1.0\" encoding=\"GBK\"?><tmx><body><tu><tuv xml:lang=\"en\"><seg>a</seg></tuv><tuv xml:lang=\"zh\"><seg>灯</seg></tuv></tu></body></tmx>";
    let (bytes, ..) = encoding_rs::GBK.encode(text);
    let found = document("a.tmx", &bytes);
    assert_eq!(segments(&found)[0].target.as_str(), "灯");
}
