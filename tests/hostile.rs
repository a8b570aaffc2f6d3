//! Files that somebody broke, by chance or on purpose: they are read or refused, never more.

use proptest::prelude::*;
use proptest::sample::Index;
use xindaya::formats::{Format, Options, read};
use xindaya::text::{Document, Lines, Span, Text};

/// The fixtures of every format.
const FILES: &[(&str, &str)] = &[
    ("memory.xlf", include_str!("fixtures/formats/memory.xlf")),
    ("memory2.xlf", include_str!("fixtures/formats/memory2.xlf")),
    ("memory.tmx", include_str!("fixtures/formats/memory.tmx")),
    ("app_zh.ts", include_str!("fixtures/formats/app_zh.ts")),
    ("strings.xml", include_str!("fixtures/formats/strings.xml")),
    ("Strings.resx", include_str!("fixtures/formats/Strings.resx")),
    ("zh.json", include_str!("fixtures/formats/zh.json")),
    ("messages.json", include_str!("fixtures/formats/messages.json")),
    ("Localizable.xcstrings", include_str!("fixtures/formats/Localizable.xcstrings")),
    ("Localizable.strings", include_str!("fixtures/formats/Localizable.strings")),
    ("messages_zh.properties", include_str!("fixtures/formats/messages_zh.properties")),
    ("zh-TW.yml", include_str!("fixtures/formats/zh-TW.yml")),
    ("zh.toml", include_str!("fixtures/formats/zh.toml")),
    ("app.ftl", include_str!("fixtures/formats/app.ftl")),
    ("Plural.stringsdict", include_str!("fixtures/formats/Plural.stringsdict")),
    ("film.srt", include_str!("fixtures/formats/film.srt")),
    ("film.vtt", include_str!("fixtures/formats/film.vtt")),
    ("film.ass", include_str!("fixtures/formats/film.ass")),
    ("page.md", include_str!("fixtures/formats/page.md")),
    ("page.html", include_str!("fixtures/formats/page.html")),
    ("app.po", include_str!("fixtures/formats/app.po")),
];

fn texts(document: &Document) -> impl Iterator<Item = &Text> {
    let segments = document.paragraphs.iter().flat_map(|it| &it.segments);
    segments.flat_map(|it| it.source.iter().chain(std::iter::once(&it.target)))
}

/// Whether each character of a text leads to bytes of the file, each to bytes of its own, and one
/// that is in the file as it is to itself.
fn leads_back(document: &Document, text: &Text) {
    let mut end = 0;
    for (at, c) in text.as_str().char_indices() {
        let place = text.in_raw(Span::from(at..at + c.len_utf8()));
        assert!(place.start >= end && place.end > place.start, "places go forward: {place:?}");
        end = place.end;
        let raw = document.raw.get(place.range()).expect("is a piece of the file");
        let is_own = raw.chars().eq([c]);
        let stands_for = raw.len() > 1
            || c == Text::INLINE
            || c == '\u{fffd}'
            || raw.chars().any(char::is_whitespace)
            || c == '\n';
        assert!(is_own || stands_for, "{raw:?} is {c:?} in {:?}", document.raw);
    }
    for inline in text.inlines() {
        let place = text.in_raw(Span { start: inline.at, end: inline.at + 3 });
        assert_eq!(&document.raw[place.range()], &*inline.raw);
        assert!(text.as_str()[inline.at as usize..].starts_with(Text::INLINE));
    }
    let (prose, given) = (text.prose(), text.given());
    let back = prose.in_content(Span::from(0..prose.as_str().len()));
    assert!(back.range().end <= text.as_str().len());
    let all = given.of_content(Span::from(0..text.as_str().len()));
    assert_eq!(all.range(), 0..given.as_str().len());
}

/// A document of Word, which is no text.
const LETTER: &[u8] = include_bytes!("fixtures/formats/letter.docx");

fn is_read_or_refused(name: &str, text: &str) {
    are_read_or_refused(name, text.as_bytes());
}

fn are_read_or_refused(name: &str, bytes: &[u8]) {
    let Ok(documents) = read(name, bytes, &Options::default()) else { return };
    for document in documents {
        match document {
            Ok(document) => {
                texts(&document).for_each(|it| leads_back(&document, it));
                Lines::of(&document.raw, document.first_line);
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

/// What breaks a file.
#[derive(Clone, Debug)]
enum Harm {
    Remove(Index, usize),
    Put(Index, &'static str),
    Copy(Index, Index, usize),
    Cut(Index),
}

fn harm() -> impl Strategy<Value = Harm> {
    let pieces = prop::sample::select(vec![
        "<",
        ">",
        "</",
        "/>",
        "&",
        ";",
        "&#",
        "&#xD800;",
        "&lt;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "\"",
        "'",
        "\\",
        "\\u",
        "\\uD83D",
        "\\x",
        "{",
        "}",
        "[",
        "]",
        "**",
        "`",
        "](",
        "![",
        "<p>",
        "<code>",
        "</b>",
        "<b>",
        "&hellip;",
        "<a href=\"",
        "<title>",
        "<script>",
        "<br>",
        "\\*",
        "[^1]",
        "> ",
        ":",
        ",",
        "=",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "#",
        "#~",
        "|",
        ">-",
        "- ",
        "msgid \"",
        "msgstr[",
        "字",
        "😀",
        "\u{feff}",
        "<g id=\"1\">",
        "</target>",
        "<target>",
        "*",
        "%",
        "-->",
        "{\\",
        "00:00:01,000",
    ]);
    prop_oneof![
        (any::<Index>(), 1..9usize).prop_map(|(at, count)| Harm::Remove(at, count)),
        (any::<Index>(), pieces).prop_map(|(at, piece)| Harm::Put(at, piece)),
        (any::<Index>(), any::<Index>(), 1..40usize)
            .prop_map(|(from, to, count)| Harm::Copy(from, to, count)),
        any::<Index>().prop_map(Harm::Cut),
    ]
}

fn harmed(text: &str, harms: &[Harm]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for harm in harms {
        let length = chars.len() + 1;
        match harm {
            Harm::Remove(at, count) => {
                let at = at.index(length);
                chars.drain(at..(at + count).min(length - 1));
            }
            Harm::Put(at, piece) => {
                let at = at.index(length);
                chars.splice(at..at, piece.chars());
            }
            Harm::Copy(from, to, count) => {
                let from = from.index(length);
                let piece = chars[from..(from + count).min(length - 1)].to_vec();
                let to = to.index(length);
                chars.splice(to..to, piece);
            }
            Harm::Cut(at) => chars.truncate(at.index(length)),
        }
    }
    chars.into_iter().collect()
}

/// An archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    for (name, text) in parts {
        let options = zip::write::SimpleFileOptions::default();
        let options = options.compression_method(zip::CompressionMethod::Deflated);
        zip.start_file(*name, options).expect("is a name");
        std::io::Write::write_all(&mut zip, text.as_bytes()).expect("fits");
    }
    zip.finish().expect("is whole").into_inner()
}

/// The XML of the letter's body.
fn body() -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(LETTER)).expect("is an archive");
    let mut part = zip.by_name("word/document.xml").expect("is there");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut part, &mut text).expect("is text");
    text
}

fn said(bytes: &[u8]) -> String {
    match read("a.docx", bytes, &Options::default()) {
        Ok(documents) => documents.filter_map(Result::err).map(|it| it.to_string()).collect(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn an_archive_that_is_no_bomb_and_one_that_is() {
    let words = "好".repeat(1000);
    let paragraphs = |count: usize| {
        let all = format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>").repeat(count);
        format!("<w:document><w:body>{all}</w:body></w:document>")
    };
    assert_eq!(said(&archive(&[("word/document.xml", &paragraphs(100))])), "");
    let bomb = paragraphs(1) + &" ".repeat(20_000_000);
    let bomb = said(&archive(&[("word/document.xml", &bomb)]));
    assert!(bomb.contains("word/document.xml: the part unpacks to more than"), "{bomb}");
    let empty = said(&archive(&[("xl/workbook.xml", "<workbook/>")]));
    assert!(empty.contains("this archive holds no document of Word"), "{empty}");
    let torn = said(&LETTER[..LETTER.len() / 2]);
    assert!(torn.starts_with("this is no .docx: "), "{torn}");
    assert!(said("文字".as_bytes()).starts_with("this is no .docx: "));
    let deep = format!("<w:document>{}", "<w:p>".repeat(100_000));
    let deep = said(&archive(&[("word/document.xml", &deep)]));
    assert!(deep.contains("word/document.xml is not well-formed"), "{deep}");
}

#[test]
fn whole_files_lead_back() {
    are_read_or_refused("letter.docx", LETTER);
    for (name, text) in FILES {
        is_read_or_refused(name, text);
        is_read_or_refused(name, &text.replace('\n', "\r\n"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_files_are_read_or_refused(
        file in prop::sample::select(FILES.to_vec()),
        harms in prop::collection::vec(harm(), 1..6),
    ) {
        is_read_or_refused(file.0, &harmed(file.1, &harms));
    }

    #[test]
    fn broken_archives_are_read_or_refused(
        at in any::<Index>(),
        byte in any::<u8>(),
        end in any::<Index>(),
    ) {
        let mut bytes = LETTER.to_vec();
        bytes[at.index(LETTER.len())] = byte;
        are_read_or_refused("a.docx", &bytes);
        are_read_or_refused("a.docx", &bytes[..end.index(LETTER.len())]);
    }

    #[test]
    fn broken_documents_are_read_or_refused(harms in prop::collection::vec(harm(), 1..6)) {
        let body = harmed(&body(), &harms);
        are_read_or_refused("a.docx", &archive(&[("word/document.xml", &body)]));
    }

    #[test]
    fn a_file_in_a_wrong_format_is_read_or_refused(
        file in prop::sample::select(FILES.to_vec()),
        format in prop::sample::select(Format::ALL.map(|(_, name)| name).to_vec()),
    ) {
        is_read_or_refused(&format!("a.{format}"), file.1);
    }
}

/// Each would take minutes or gigabytes where time or memory grows with its square.
#[test]
fn bombs_do_not_go_off() {
    let entities = (0..50)
        .map(|n| format!("<!ENTITY e{n} \"&e{};&e{};\">", n + 1, n + 1))
        .collect::<Vec<_>>()
        .concat();
    let xliff = |inside: &str| {
        format!(
            "<!DOCTYPE x [{entities}]><xliff version=\"1.2\"><trans-unit id=\"1\"><source/><target>{inside}</target></trans-unit></xliff>"
        )
    };
    for text in [
        xliff("&e0;"),
        xliff(&"<g>".repeat(200_000)),
        xliff(&"</g>".repeat(200_000)),
        xliff(&"<g a='".repeat(100_000)),
        xliff(&"& ".repeat(200_000)),
        xliff(&"<![CDATA[".repeat(100_000)),
        xliff(&"<!--".repeat(100_000)),
        "msgid \"".repeat(100_000),
        "[".repeat(200_000),
        "[](".repeat(100_000),
        (0..1500).map(|n| "`".repeat(n) + " ").collect::<Vec<_>>().concat(),
        "a = {".repeat(100_000),
        "[[a]]\n".repeat(20_000),
        format!("{}b = 1", "a.".repeat(100_000)),
        format!("[{}b]", "a.".repeat(100_000)),
        format!("a = {}", "[".repeat(100_000)),
        "- ".repeat(100_000),
        "a: &a [*a, *a]\n".repeat(10_000),
        "? ".repeat(100_000),
        "- a:\n".repeat(100_000),
        (0..3000).map(|n| format!("{}a:\n", " ".repeat(n))).collect::<Vec<_>>().concat(),
        "a = { ".repeat(100_000),
        format!("a = {}", "{ ".repeat(100_000)),
        format!("a = {}", "{ $a -> *[b] ".repeat(100_000)),
        "{\"a\":".repeat(200_000),
        "{\"a\":\"".repeat(200_000),
        "\"\n".repeat(200_000),
        "\"=".repeat(200_000),
        "\\\n".repeat(200_000),
        "msgid \"\"\n".repeat(100_000),
    ] {
        for name in [
            "md",
            "html",
            "xlf",
            "po",
            "json",
            "strings",
            "properties",
            "yaml",
            "toml",
            "ftl",
            "srt",
            "ass",
        ] {
            is_read_or_refused(&format!("a.{name}"), &text);
        }
    }
}

#[test]
fn bombs_in_pages_do_not_go_off() {
    for text in [
        "<p>字".repeat(100_000),
        "<b>字 ".repeat(100_000),
        "<code>字".repeat(100_000),
        "<title>".repeat(100_000),
        "<textarea>字</textarea>".repeat(50_000),
        "<pre>".repeat(100_000),
        "<script>".repeat(100_000),
        "<a href=\"".repeat(100_000),
        "<a 字=“”>".repeat(100_000),
        " <!-- --> <br> <a>".repeat(50_000),
        "</p>".repeat(100_000),
        "&amp;&#20013;&x".repeat(50_000),
        "<li><b>".repeat(50_000) + &"</b></li>".repeat(50_000),
        "**字 *字_ ".repeat(50_000),
        "![".repeat(100_000),
        "[字][a] ".repeat(50_000) + "\n\n[a]: b",
        "[^字".repeat(100_000),
        "> ".repeat(100_000),
        "> <p>字\n".repeat(50_000),
        "<b>字".repeat(50_000) + &"</b>".repeat(50_000),
        "~~字 ".repeat(50_000),
        "\\*".repeat(100_000),
        "|字".repeat(100_000),
    ] {
        for name in ["md", "html", "xlf", "txt"] {
            is_read_or_refused(&format!("a.{name}"), &text);
        }
    }
}
