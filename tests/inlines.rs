//! What checks make of tags, placeholders and code inside a text.

use std::sync::LazyLock;
use xindaya::checks::{self, Example, Resources, Run};
use xindaya::config::Rules;
use xindaya::finding::Finding;
use xindaya::review::review;
use xindaya::text::{Document, Inline, Paragraph, Role, Segment, Text};

static RESOURCES: LazyLock<Resources> = LazyLock::new(Resources::default);

fn found(target: Text) -> Vec<Finding> {
    let segments = vec![Segment { target, ..Segment::default() }];
    let paragraphs = vec![Paragraph { segments, ..Paragraph::default() }];
    let document = Document { paragraphs, ..Document::default() };
    review(&document, &RESOURCES, &Rules::default()).findings
}

/// A text with an inline element of this role wherever it has a U+FFFC.
fn with_inlines(content: &str, role: Role) -> Text {
    let places = content.match_indices(Text::INLINE);
    let inline = |(at, _): (usize, &str)| Inline {
        at: u32::try_from(at).expect("is small"),
        role,
        id: None,
        raw: "<x id=\"1\"/>".into(),
    };
    Text::from(content).with_inlines(places.map(inline).collect())
}

#[test]
fn a_placeholder_is_no_fault() {
    for text in [
        "共有￼个文件，已处理￼个。",
        "共有 ￼ 個檔案，已處理 ￼ 個。",
        "￼已被删除",
        "正在下载￼……",
        "你好，￼！",
        "￼",
        "￼￼",
        "￼：￼",
        "￼/￼（￼）",
        "版本￼",
        "请访问￼。",
        "按「￼」繼續，或按「￼」取消。",
        "他说：“￼”",
        "￼ 由 ￼ 於 ￼ 建立",
        "第￼页，共￼页",
        "￼，歡迎回來。",
        "运行 ￼ 之后，再运行 ￼。",
        "￼￼￼合计￼元",
    ] {
        for role in [Role::Placeholder, Role::Code] {
            assert_eq!(found(with_inlines(text, role)), [], "{text}");
        }
    }
}

/// Wherever a tag stands in a good text, and in the place of any character a placeholder.
#[test]
fn an_element_anywhere_in_good_text_is_no_fault() {
    let articles = [
        include_str!("fixtures/article.zh-Hant.txt"),
        include_str!("fixtures/article.zh-Hans.txt"),
    ];
    for line in articles.iter().flat_map(|it| it.lines()).filter(|it| !it.is_empty()) {
        let expected = found(Text::from(line)).len();
        for (at, _) in line.char_indices() {
            let put = format!("{}\u{fffc}{}", &line[..at], &line[at..]);
            assert_eq!(found(with_inlines(&put, Role::Open)).len(), expected, "{put}");
            let new = found(with_inlines(&put, Role::Placeholder));
            assert!(new.len() <= expected, "{put}: {new:?}");
        }
    }
}

/// Damage is found through tags, and the tags at its edges are no part of it.
#[test]
fn tags_hide_no_damage() {
    let examples = checks::all()
        .filter(|check| check.by_default && matches!(check.run, Run::Target(_)))
        .flat_map(|check| check.examples)
        .filter(|it| it.is_bad() && it.source.is_none() && it.variant.is_none());
    for (text, _) in examples.flat_map(Example::segments) {
        let tagged: String = text.chars().flat_map(|c| [Text::INLINE, c]).collect();
        let (plain, tagged) = (found(text.as_str().into()), with_inlines(&tagged, Role::Open));
        let through = found(tagged.clone());
        assert_eq!(plain.len(), through.len(), "{text}");
        for (one, other) in plain.iter().zip(&through) {
            let inside = &tagged.as_str()[other.span.range()];
            let words: String = inside.chars().filter(|c| *c != Text::INLINE).collect();
            assert_eq!(words, text[one.span.range()]);
            assert!(inside.is_empty() || !inside.starts_with(Text::INLINE), "{inside}");
            assert!(other.fix.is_none() || inside == words, "{inside}");
        }
    }
}
