//! What holds for every input.

use proptest::prelude::*;
use xindaya::formats::{Format, Options, Paragraphs, read};
use xindaya::numbers::{differences, english, han};
use xindaya::text::{Document, Kind, Lines, Shadow, Span, Text, clauses, line_ranges, sentences};

/// Text of the marks that readers and splitters turn at, and of what stands between them.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "他走了",
        "再見",
        "字",
        "😀",
        "Meta",
        "U.S",
        "7",
        "12.5",
        "。",
        "！",
        "？",
        "…",
        "，",
        "、",
        "：",
        ".",
        "?",
        "!",
        ",",
        ":",
        "「",
        "」",
        "“",
        "”",
        "《",
        "》",
        "(",
        ")",
        "\"",
        "'",
        " ",
        "　",
        "\n",
        "\r",
        "\t",
        "\\",
        "\\n",
        "|",
        "#",
        "- ",
        "> ",
        "```",
        "`",
        "*",
        "**",
        "[",
        "](",
        "![",
        "<p>",
        "<b>",
        "</b>",
        "<br>",
        "<code>",
        "</code>",
        "&amp;",
        "&#xFF0C;",
        "---",
        "<!--",
        "://",
        "https://a.b/c?d",
        "\u{feff}",
        "\u{200b}",
        "的",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

fn format() -> impl Strategy<Value = Format> {
    prop::sample::select(Format::ALL.map(|(format, _)| format).to_vec())
}

fn paragraphs() -> impl Strategy<Value = Paragraphs> {
    prop::sample::select(Paragraphs::ALL.map(|(way, _)| way).to_vec())
}

fn documents(bytes: &[u8], options: &Options) -> Vec<Document> {
    read("", bytes, options).map(|it| it.flatten().collect()).unwrap_or_default()
}

fn texts(document: &Document) -> impl Iterator<Item = &Text> {
    let segments = document.paragraphs.iter().flat_map(|it| &it.segments);
    segments.flat_map(|it| it.source.iter().chain(std::iter::once(&it.target)))
}

/// Whether each character of a text leads back to itself, or to an escape or a line end.
fn leads_back(document: &Document, text: &Text) {
    let mut end = 0;
    for (at, c) in text.as_str().char_indices() {
        let place = text.in_raw(Span::from(at..at + c.len_utf8()));
        assert!(place.start >= end, "places go forward");
        end = place.end;
        let raw = &document.raw[place.range()];
        let is_line_end = raw.contains(['\n', '\r']) && matches!(c, '\n' | ' ') || raw == "<br>";
        let is_space = raw.trim_ascii().is_empty() && c == ' ';
        let is_escape = raw.starts_with(['\\', '&']) || matches!(raw, "\"\"" | "''");
        assert!(
            raw.starts_with(c) && raw.len() == c.len_utf8()
                || is_line_end
                || is_space
                || is_escape
                || c == Text::INLINE,
            "{raw:?} is {c:?}"
        );
        Lines::of(&document.raw, document.first_line).position(place.start);
    }
}

fn covers(text: &str, spans: &[Span]) {
    let mut end = 0;
    for span in spans {
        assert_eq!(span.start, end);
        assert!(span.end > span.start && text.get(span.range()).is_some());
        end = span.end;
    }
    assert_eq!(end as usize, text.len());
}

/// Pieces of numbers in both languages, in any order.
fn numbers() -> impl Strategy<Value = String> {
    let pieces = "0 7 12 000 1990 999999999999999999 1,234 1.5 .25 ½ , ， . : / - – $ £ % # ' s st am p.m. \
        k m bn million two twenty hundred thousand and a half third quarter of per cent century decades May \
        Monday XIV Covid-19 km feet € 一 二 三 两 十 百 千 万 亿 兆 零 〇 半 几 数 多 余 第 分之 百分之 点 时 分 刻 年 年代 \
        世纪 月 日 号 周 星期 天 个 倍 成 折 元 美元 公里 瓦 上午 萬 億 兩 點 世紀 ３ ％ （ ）";
    let mut pieces: Vec<&str> = pieces.split(' ').collect();
    pieces.extend([" ", " ", " "]);
    prop::collection::vec(prop::sample::select(pieces), 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn sentences_cover_the_text(text in text()) {
        covers(&text, &sentences(&text));
    }

    #[test]
    fn sentences_cover_any_text(text in any::<String>()) {
        covers(&text, &sentences(&text));
    }

    #[test]
    fn clauses_are_apart_and_have_text(text in text()) {
        let mut end = 0;
        for span in clauses(&text) {
            prop_assert!(span.start >= end);
            prop_assert!(text[span.range()].contains(char::is_alphanumeric));
            end = span.end;
        }
    }

    #[test]
    fn lines_agree_with_counting(text in text(), at in any::<prop::sample::Index>()) {
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let byte = starts[at.index(starts.len())];
        let position = Lines::of(&text, 1).position(u32::try_from(byte).expect("is small"));
        let (nth, line) = line_ranges(&text).enumerate().take_while(|(_, it)| it.start <= byte).last().expect("is one");
        prop_assert_eq!(position.line as usize, nth + 1);
        let before = &text[line.start..byte];
        prop_assert_eq!(position.column as usize, before.chars().count() + 1);
        prop_assert_eq!(position.column_utf16 as usize, before.encode_utf16().count() + 1);
    }

    #[test]
    fn every_character_leads_back(text in text(), format in format(), paragraphs in paragraphs()) {
        let options = Options { format: Some(format), paragraphs, encoding: None };
        for document in documents(text.as_bytes(), &options) {
            for text in texts(&document) {
                prop_assert!(!text.as_str().contains('\r'));
                leads_back(&document, text);
            }
        }
    }

    #[test]
    fn rows_come_back_as_they_were_written(rows in prop::collection::vec((text(), text()), 1..6)) {
        let line = |(source, target): &(String, String)| {
            serde_json::json!({ "source": source, "target": target }).to_string()
        };
        let file: Vec<String> = rows.iter().map(line).collect();
        let options = Options { format: Some(Format::Jsonl), ..Options::default() };
        let documents = documents(file.join("\n").as_bytes(), &options);
        prop_assert_eq!(documents.len(), rows.len());
        for (document, (source, target)) in documents.iter().zip(&rows) {
            let segment = &document.paragraphs[0].segments[0];
            let read = |text: &str| text.replace("\r\n", " \n").replace('\r', "\n");
            prop_assert_eq!(segment.target.as_str(), read(target));
            prop_assert_eq!(segment.source.as_ref().map(|it| it.as_str().to_owned()), Some(read(source)));
            prop_assert_eq!(document.paragraphs[0].kind, Kind::Cell);
            texts(document).for_each(|text| leads_back(document, text));
        }
    }

    #[test]
    fn quoted_cells_come_back_as_they_were_written(target in text()) {
        let file = format!("target\n\"{}\"\n", target.replace('"', "\"\""));
        let options = Options { format: Some(Format::Csv), ..Options::default() };
        let documents = documents(file.as_bytes(), &options);
        let read = target.replace("\r\n", " \n").replace('\r', "\n");
        prop_assert_eq!(documents[0].paragraphs[0].segments[0].target.as_str(), read);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>(), format in format(), paragraphs in paragraphs()) {
        let options = Options { format: Some(format), paragraphs, encoding: None };
        if let Ok(documents) = read("", &bytes, &options) {
            documents.for_each(|it| drop(it.map_err(|error| error.to_string())));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused_in_any_encoding(
        bytes in any::<Vec<u8>>(),
        label in prop::sample::select(vec!["gb18030", "big5", "utf-16le", "utf-16be", "utf-8", "shift_jis"]),
    ) {
        let options = Options { encoding: Some(label.to_owned()), ..Options::default() };
        if let Err(error) = read("", &bytes, &options) {
            prop_assert!(error.to_string().contains(':'));
        }
    }

    #[test]
    fn broken_rows_are_read_or_refused(text in text(), at in any::<prop::sample::Index>(), format in format()) {
        let row = serde_json::json!({ "id": text, "target": text, "document": "d" }).to_string();
        let mut row = row.chars().collect::<Vec<char>>();
        row.remove(at.index(row.len()));
        let file: String = row.into_iter().collect();
        let options = Options { format: Some(format), ..Options::default() };
        if let Ok(documents) = read("", file.as_bytes(), &options) {
            documents.for_each(|it| drop(it.map_err(|error| error.to_string())));
        }
    }

    #[test]
    fn numbers_stand_in_their_text(source in numbers(), target in numbers()) {
        let said = english(&source);
        let written = han(&target, &Shadow::of(&target));
        for (figures, text) in [(&said, &source), (&written, &target)] {
            for it in figures {
                prop_assert!(text.get(it.span.range()).is_some_and(|it| !it.is_empty()));
                prop_assert!(it.readings.iter().all(|it| it.low <= it.high));
            }
        }
        for it in differences(&said, &written) {
            prop_assert!(it.source.is_some() || it.target.is_some());
        }
    }
}
