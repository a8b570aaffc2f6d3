//! What every reader makes of good and of bad files.

use xindaya::error::Error;
use xindaya::formats::{Format, Options, Paragraphs, read};
use xindaya::text::{Document, Kind, Lines, Segment, Span, Text, Variant, sentences};

fn all(name: &str, bytes: &[u8]) -> Vec<Result<Document, Error>> {
    match read(name, bytes, &Options::default()) {
        Ok(documents) => documents.collect(),
        Err(error) => vec![Err(error)],
    }
}

fn documents(name: &str, text: &str) -> Vec<Document> {
    all(name, text.as_bytes()).into_iter().map(|it| it.expect("is readable")).collect()
}

fn segments(documents: &[Document]) -> Vec<&Segment> {
    documents.iter().flat_map(|it| &it.paragraphs).flat_map(|it| &it.segments).collect()
}

fn targets(name: &str, text: &str) -> Vec<String> {
    let documents = documents(name, text);
    segments(&documents).iter().map(|it| it.target.as_str().to_owned()).collect()
}

fn errors(name: &str, bytes: &[u8]) -> Vec<String> {
    all(name, bytes).into_iter().filter_map(Result::err).map(|it| it.to_string()).collect()
}

/// What stands in the document's raw text for a part of a target.
fn raw<'d>(document: &'d Document, nth: usize, part: &str) -> &'d str {
    let target = &segments(std::slice::from_ref(document))[nth].target;
    let at = target.as_str().find(part).expect("is in the target");
    &document.raw[target.in_raw(Span::from(at..at + part.len())).range()]
}

/// Where a part of a target stands in the file.
fn position(document: &Document, nth: usize, part: &str) -> (u32, u32) {
    let target = &segments(std::slice::from_ref(document))[nth].target;
    let at = target.as_str().find(part).expect("is in the target");
    let start = target.in_raw(Span::from(at..at + part.len())).start;
    let position = Lines::of(&document.raw, document.first_line).position(start);
    (position.line, position.column)
}

#[test]
fn the_article_of_the_fixtures_has_its_paragraphs() {
    let hant = include_str!("fixtures/article.zh-Hant.txt");
    let found = documents("article.zh-Hant.txt", hant);
    let kinds: Vec<Kind> = found[0].paragraphs.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [Kind::Heading, Kind::Body, Kind::Body, Kind::Heading, Kind::Body]);
    assert_eq!(position(&found[0], 2, "，反而"), (3, 1));
    let second = segments(&found)[1].target.as_str();
    assert_eq!(sentences(second).len(), 3);
}

#[test]
fn the_fixtures_are_the_same_in_every_encoding() {
    let hant = include_str!("fixtures/article.zh-Hant.txt");
    let simplified = include_str!("fixtures/article.zh-Hans.txt");
    for (text, encoding) in [
        (hant, encoding_rs::BIG5),
        (hant, encoding_rs::GB18030),
        (simplified, encoding_rs::GB18030),
    ] {
        let (bytes, _, has_gaps) = encoding.encode(text);
        assert!(!has_gaps);
        let found = all("article.txt", &bytes).remove(0).expect("is found out");
        assert_eq!(found.raw, text, "{}", encoding.name());
    }
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = hant.encode_utf16().flat_map(to_bytes).collect();
        assert_eq!(all("article.txt", &bytes).remove(0).expect("is found out").raw, hant);
    }
}

#[test]
fn a_file_without_text_is_read_without_a_finding() {
    for (_, name) in Format::ALL {
        for bytes in ["", "\u{feff}", "\n", "\r\n\r\n  \n"] {
            let options = Options { format: name.parse().ok(), ..Options::default() };
            let found: Vec<_> = read("", bytes.as_bytes(), &options).expect("is a text").collect();
            let paragraphs = found.into_iter().map(|it| it.expect("is readable").paragraphs.len());
            assert_eq!(paragraphs.sum::<usize>(), 0, "{name}: {bytes:?}");
        }
    }
}

/// What stands in the file for each paragraph of a page.
fn blocks(name: &str, text: &str) -> Vec<(Kind, String)> {
    let found = documents(name, text);
    let prose = |it: &Segment| it.target.prose().as_str().to_owned();
    found[0].paragraphs.iter().map(|it| (it.kind, prose(&it.segments[0]))).collect()
}

fn words(name: &str, text: &str) -> Vec<String> {
    blocks(name, text).into_iter().map(|(_, words)| words).collect()
}

#[test]
fn a_page_is_the_blocks_that_readers_see() {
    let text = "<title>题</title><body translate=no><h2>节</h2><div>文<p>段<b>落</b>\n\n  之一</div><ul><li>甲<li>乙<p>丙</ul>尾<table><tr><th>名<td><p>值</table><select><option>选";
    let expected = [
        (Kind::Heading, "题"),
        (Kind::Heading, "节"),
        (Kind::Body, "文"),
        (Kind::Body, "段落之一"),
        (Kind::Item, "甲"),
        (Kind::Item, "乙"),
        (Kind::Item, "丙"),
        (Kind::Body, "尾"),
        (Kind::Cell, "名"),
        (Kind::Cell, "值"),
        (Kind::Message, "选"),
    ];
    let found = blocks("a.html", text);
    let found: Vec<(Kind, &str)> = found.iter().map(|(kind, it)| (*kind, it.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn white_space_of_a_page_is_what_readers_see_of_it() {
    for (text, expected) in [
        ("<p> \u{3000}&nbsp;一 <b> two </b> 三 <img> 四\n</p>", "一 two 三 \u{fffc} 四"),
        ("一\n<i>二</i>\n A", "一二 A"),
        ("一 <br> 二<br>", "一\n二"),
        ("<p>一<wbr>二<!-- 注 -->三", "一二三"),
        ("&lt;b&gt; &amp;&hellip;&#147;&notin", "<b> &…“&notin"),
    ] {
        assert_eq!(words("a.html", text), [expected], "{text}");
    }
    assert_eq!(words("a.html", "一<br><br/>二<hr>三"), ["一", "二", "三"]);
}

#[test]
fn what_is_not_for_readers_is_left_out_of_a_page() {
    let text = "<script>甲</script><style>乙</style><pre>丙</pre><template>丁</template><p>一<code>x，，y</code>二<span class='a notranslate'>戊</span><svg><text>己</text></svg><ruby>漢<rt>hàn</rt></ruby></p><div translate=NO><p>庚</div>";
    assert_eq!(words("a.html", text), ["一\u{fffc}二\u{fffc}\u{fffc}漢"]);
}

#[test]
fn words_in_attributes_are_units() {
    let text = "<meta name=description content='甲'><meta property=og:title content=乙><meta name=viewport content='丙'><p title='丁&quot;'>文<img alt=戊><input type=submit value='己'><input value=庚 placeholder=\"辛\"></p>";
    let expected = ["甲", "乙", "丁\"", "文\u{fffc}\u{fffc}\u{fffc}", "戊", "己", "辛"];
    assert_eq!(words("a.html", text), expected);
    let found = documents("a.html", text);
    assert_eq!(raw(&found[0], 2, "\""), "&quot;");
}

#[test]
fn a_broken_page_loses_nothing() {
    for (text, expected) in [
        ("<h1>一<p>二", &["一", "二"][..]),
        ("<p>一<b>二<p>三</b>四<div>五", &["一二", "三四", "五"]),
        ("<title>一<p>二", &["一", "二"]),
        ("一<!-- 二<p>三", &["一 二", "三"]),
        ("<pre>一<p>二</div>", &["一", "二"]),
        ("<think>一</think>二", &["<think>一</think>二"]),
        ("<x-a>一</x-a><o:p>二</o:p>", &["一二"]),
        ("一 < 二 <三> <b", &["一 < 二 <三> <b"]),
        ("一<a href=\"x>二</a><p>三", &["一<a href=\"x>二", "三"]),
        ("<p>一<code>二<p>三</code>四", &["一二", "三四"]),
    ] {
        assert_eq!(words("a.html", text), expected, "{text}");
    }
    assert_eq!(words("a.xhtml", "<?xml version='1.0'?><script src='a'/><p>一</p>"), ["一"]);
}

#[test]
fn a_page_names_its_encoding() {
    let (bytes, ..) = encoding_rs::BIG5.encode("<meta charset=\"big5\"><p>字");
    let found = all("a.htm", &bytes).remove(0).expect("is read");
    assert_eq!(segments(&[found])[0].target.as_str(), "字");
}

#[test]
fn a_document_of_word_has_its_paragraphs_for_lines() {
    let found = all("a.docx", include_bytes!("fixtures/formats/letter.docx")).remove(0);
    let found = found.expect("is whole");
    let kinds: Vec<Kind> = found.paragraphs.iter().map(|it| it.kind).collect();
    let [body, cell] = [Kind::Body, Kind::Cell];
    assert_eq!(kinds, [Kind::Heading, body, Kind::Item, body, body, cell, cell, body, body]);
    assert_eq!(
        found.line_starts.iter().map(|(_, it)| *it).collect::<Vec<_>>(),
        [1, 2, 3, 4, 5, 6, 5, 7, 8, 9, 10]
    );
    assert_eq!(raw(&found, 1, "，等"), "&#xFF0C;等");
    assert_eq!(segments(&[found])[2].target.as_str(), "网里有鱼、、虾\t\n和贝壳。");
    assert_eq!(all("a.docx", b"").remove(0).expect("is empty").paragraphs.len(), 0);
}

#[test]
fn punctuation_alone_is_text() {
    assert_eq!(targets("a.txt", "。。。，，！？\n……\n"), ["。。。，，！？", "……"]);
    assert_eq!(targets("a.jsonl", r#"{"target": "，。"}"#), ["，。"]);
}

#[test]
fn a_line_of_five_megabytes_is_read() {
    let line = "他走了，再也沒有回來。".repeat(5_000_000 / 33);
    assert_eq!(targets("a.txt", &line), [line.as_str()]);
    let row = format!("{{\"id\": 1, \"target\": \"{line}\\n\"}}");
    assert_eq!(targets("a.jsonl", &row), [format!("{line}\n")]);
    assert_eq!(targets("a.tsv", &format!("x\t{line}")).len(), 1);
    assert_eq!(targets("a.csv", &format!("x,\"{line}\"")).len(), 1);
    assert_eq!(sentences(&line).len(), 5_000_000 / 33);
}

#[test]
fn bad_bytes_are_named_with_their_place() {
    let said = errors("a.jsonl", b"{\"target\": \"\xe5\xa5\xbd\"}\n{\"target\": \"\xe5\xa5\"}");
    assert!(said[0].starts_with("2:13: byte 0xE5 is not UTF-8"), "{said:?}");
    assert!(errors("a.txt", "一\n二\0三".as_bytes())[0].starts_with("2:2: a NUL byte"));
    assert!(errors("a.txt", b"\x89PNG\r\n\x1a\n")[0].contains("a PNG image"));
    assert!(errors("a.txt", &[0x80, 0xff, 0xfe, 0x81, 0xff])[0].contains("--encoding"));
}

#[test]
fn a_label_is_told_by_the_user() {
    let (bytes, ..) = encoding_rs::BIG5.encode("中文");
    let options = Options { encoding: Some("big5".into()), ..Options::default() };
    let found: Vec<_> = read("a.txt", &bytes, &options).expect("is Big5").collect();
    assert_eq!(found[0].as_ref().expect("is readable").raw, "中文");
    let options = Options { encoding: Some("utf-9".into()), ..Options::default() };
    let error = read("a.txt", &bytes, &options).err().expect("is unknown");
    assert!(error.path("a.txt").to_string().starts_with("a.txt: there is no encoding `utf-9`"));
}

#[test]
fn options_go_over_the_name() {
    let options =
        Options { format: Some(Format::Plain), paragraphs: Paragraphs::Blank, encoding: None };
    let found: Vec<_> = read("a.md", "# 一\n二".as_bytes(), &options).expect("is text").collect();
    let found = found.into_iter().next().expect("is one").expect("is readable");
    assert_eq!(found.paragraphs.len(), 1);
}

#[test]
fn jsonl_rows_keep_their_order_and_their_places() {
    let text = "{\"id\": 7, \"source\": \"A \\\"B\\\".\", \"target\": \"甲\\u201c乙\\u201D。\\n丙\", \"x\": [{}]}\r\n\n  {\"target\": \"\", \"source\": null, \"id\": \"b\"}\n";
    let found = documents("a.jsonl", text);
    let rows = segments(&found);
    assert_eq!(rows[0].id.as_deref(), Some("7"));
    assert_eq!(rows[0].source.as_ref().map(Text::as_str), Some("A \"B\"."));
    assert_eq!(rows[0].target.as_str(), "甲“乙”。\n丙");
    assert_eq!((rows[1].id.as_deref(), rows[1].target.as_str()), (Some("b"), ""));
    assert!(rows[1].source.is_none());
    assert_eq!(raw(&found[0], 0, "“乙"), "\\u201c乙");
    assert_eq!(raw(&found[0], 0, "\n"), "\\n");
    assert_eq!((found[0].first_line, found[1].first_line), (1, 3));
    assert_eq!(position(&found[1], 0, ""), (3, 15));
    assert_eq!(found[1].paragraphs[0].kind, Kind::Cell);
}

#[test]
fn jsonl_rows_of_one_document_are_one() {
    let text = concat!(
        "{\"document\": \"d\", \"target\": \"一\"}\n",
        "{\"document\": \"d\", \"target\": \"二\"}\n",
        "not a row\n",
        "{\"document\": \"d\", \"target\": \"三\"}\n",
        "{\"target\": \"四\"}\n{\"document\": null, \"target\": \"五\"}\n",
        "{\"document\": \"d\", \"target\": \"六\"}\n",
    );
    let found = all("a.jsonl", text.as_bytes());
    let sizes: Vec<_> =
        found.iter().map(|it| it.as_ref().map_or(0, |it| it.paragraphs.len())).collect();
    assert_eq!(sizes, [0, 3, 1, 1, 1]);
    let whole = found[1].as_ref().expect("is readable");
    assert_eq!(raw(whole, 2, "三"), "三");
    assert_eq!(position(whole, 2, "三"), (4, 30));
    assert_eq!(found[4].as_ref().map(|it| it.first_line), Ok(7));
}

#[test]
fn jsonl_rows_may_carry_terms_and_a_variant() {
    let text = "{\"target\": \"好\", \"variant\": \"zh_TW\", \"terms\": {\"B\": \"乙\", \"A\": [\"甲\", \"申\"]}}";
    let found = documents("a.jsonl", text);
    let row = segments(&found)[0];
    assert_eq!(row.variant, Some(Variant::HantTw));
    let terms: Vec<(&str, usize)> =
        row.terms.iter().map(|(term, to)| (term.as_str(), to.len())).collect();
    assert_eq!(terms, [("A", 2), ("B", 1)]);
}

#[test]
fn half_a_surrogate_pair_is_shown_as_a_replacement() {
    let text = r#"{"target": "a\ud83db\udc4dc\ud83d\udc4d\ud83d\u4e2d"}"#;
    let found = documents("a.jsonl", text);
    assert_eq!(segments(&found)[0].target.as_str(), "a\u{fffd}b\u{fffd}c👍\u{fffd}中");
    assert_eq!(raw(&found[0], 0, "👍"), r"\ud83d\udc4d");
    assert_eq!(raw(&found[0], 0, "\u{fffd}b"), r"\ud83db");
    assert_eq!(raw(&found[0], 0, "中"), r"\u4e2d");
}

#[test]
fn a_broken_jsonl_row_is_named_and_the_others_are_read() {
    let text = "{\"target\": \"一\"}\n{\"target\": \"二\n{\"id\": 3}\n[\"四\"]\n{\"target\": 5}\n{\"target\": \"六\", \"variant\": \"en\"}\n{\"target\": \"七\"} x\n{\"target\": \"八\"}";
    let said = errors("a.jsonl", text.as_bytes());
    let starts = [
        "2:14: not a row of JSON: EOF while parsing a string\n  | {\"target\": \"二\n",
        "3:1: the row has no target\n",
        "4:1: not an object\n",
        "5:12: target is not a string\n",
        "6:28: there is no variant `en`\n",
        "7:17: not a row of JSON: trailing characters\n",
    ];
    assert_eq!(said.len(), starts.len());
    for (said, start) in said.iter().zip(starts) {
        assert!(said.starts_with(start), "{said}");
    }
    assert_eq!(all("a.jsonl", text.as_bytes()).iter().filter(|it| it.is_ok()).count(), 2);
}

#[test]
fn deep_nesting_in_an_ignored_key_is_passed_over() {
    let deep = "[".repeat(200_000) + &"]".repeat(200_000);
    let row = format!("{{\"x\": {deep}, \"target\": \"好\"}}");
    assert_eq!(targets("a.jsonl", &row), ["好"]);
    assert_eq!(errors("a.jsonl", format!("{{\"terms\": {deep}}}").as_bytes()).len(), 1);
}

#[test]
fn a_table_tells_its_columns_by_name_or_by_number() {
    let named = "译文\tID\t原文\n你好。\ta\tHello.\n再见。\t\t\n";
    let found = documents("a.tsv", named);
    let rows = segments(&found);
    assert_eq!((rows[0].id.as_deref(), rows[0].target.as_str()), (Some("a"), "你好。"));
    assert_eq!(rows[0].source.as_ref().map(Text::as_str), Some("Hello."));
    assert!(rows[1].id.is_none() && rows[1].source.is_none());
    assert_eq!(position(&found[1], 0, "再见"), (3, 1));
    assert_eq!(targets("a.tsv", "一\n二"), ["一", "二"]);
    assert_eq!(targets("a.csv", "One.,一\nTwo.,\"二，\"\"三\"\"\"\n"), ["一", "二，\"三\""]);
    assert_eq!(targets("a.tsv", "1\tOne.\t一 \"x\\n"), ["一 \"x\\n"]);
    assert!(errors("a.tsv", b"1\t2\t3\t4")[0].starts_with("1:1: 4 columns, and no names"));
}

#[test]
fn rows_of_a_table_with_one_document_are_one() {
    let text = "document,target\nd,一\nd,\"二\r\n三\"\n,四\n";
    let found = documents("a.csv", text);
    assert_eq!(found.iter().map(|it| it.paragraphs.len()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(segments(&found)[1].target.as_str(), "二 \n三");
    assert_eq!(position(&found[0], 1, "三"), (4, 1));
    assert_eq!(position(&found[1], 0, "四"), (5, 2));
}

#[test]
fn a_ragged_row_is_named_and_the_others_are_read() {
    let text = "a\t一\nb\nc\t二\t多\n\nd\t三\n";
    let said = errors("a.tsv", text.as_bytes());
    assert!(
        said[0].starts_with("2:2: 1 column, where the first row has 2\n  | b\n  |  ^"),
        "{said:?}"
    );
    assert!(said[1].starts_with("3:5: 3 columns, where the first row has 2"), "{said:?}");
    let read: Vec<_> = all("a.tsv", text.as_bytes()).into_iter().flatten().collect();
    assert_eq!(read.iter().map(|it| it.first_line).collect::<Vec<_>>(), [1, 5]);
}

#[test]
fn an_unclosed_quote_loses_its_own_row_only() {
    let text = "target\n\"一\"\n\"二\n三\n\"四\"五\n六\n";
    let said = errors("a.csv", text.as_bytes());
    assert_eq!(said.len(), 2);
    assert!(said[0].starts_with("5:2: text goes on after a closing"), "{said:?}");
    assert!(said[1].starts_with("5:4: text goes on after a closing"), "{said:?}");
    let read: Vec<_> = all("a.csv", text.as_bytes()).into_iter().flatten().collect();
    let read: Vec<&str> = segments(&read).iter().map(|it| it.target.as_str()).collect();
    assert_eq!(read, ["一", "三", "六"]);
    assert!(
        errors("a.csv", "target\n\"一".as_bytes())[0]
            .starts_with("2:1: a quotation mark is opened")
    );
}

#[test]
fn line_ends_of_every_kind_end_lines() {
    for name in ["a.txt", "a.tsv", "a.csv", "a.md"] {
        let expected: &[&str] =
            if name == "a.md" { &["一\n二\n三"] } else { &["一", "二", "三"] };
        for end in ["\n", "\r\n", "\r"] {
            let text = ["一", "二", "三"].join(end);
            assert_eq!(targets(name, &text), expected, "{name} {end:?}");
            let found = documents(name, &text);
            let last = found.last().expect("has rows");
            let nth = segments(std::slice::from_ref(last)).len() - 1;
            assert_eq!(position(last, nth, "三"), (3, 1), "{name} {end:?}");
        }
    }
}
