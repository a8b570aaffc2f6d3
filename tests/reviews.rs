//! What holds for the review of every text: it ends, its places are places, it stays the same.

use proptest::prelude::*;
use std::sync::LazyLock;
use xindaya::checks::Resources;
use xindaya::config::Rules;
use xindaya::review::{Review, review};
use xindaya::text::{Document, Paragraph, Segment, Text};

static RESOURCES: LazyLock<Resources> = LazyLock::new(Resources::default);

/// Texts that repeat, stutter, gloss and break off.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "槓桿",
        "杠杆",
        "型號的",
        "以及",
        "基於",
        "基礎",
        "在",
        "曾經",
        "也曾",
        "的的",
        "他的帖子",
        "將公司的大量資源轉向",
        "这是一个艰难的决定",
        "哈哈",
        "嘶",
        "一",
        "五",
        "Zhaey",
        "Zhae",
        "Openai",
        "OpenAI",
        "wheaie",
        "Imaimage",
        "image",
        "Meta",
        "元",
        "梅塔(Meta)",
        "奈特（Knight）",
        "Ethan Knight",
        "有線",
        "報告",
        "Google大腦",
        "@user1",
        "#tag",
        "a",
        "B",
        "https://a.b/c?d=e",
        "7。5",
        "2025年8月25日",
        "，",
        "。",
        "、",
        ",",
        "：",
        "；",
        "“",
        "”",
        "「",
        "」",
        "(",
        ")",
        "《",
        "》",
        "……",
        "！",
        "？",
        " ",
        "  ",
        "\n",
        "\u{200b}",
        "😀",
        "👨‍👩‍👧",
        "é",
        "ß",
        "İ",
        "ﬁ",
        "𠀀",
        "ה",
        "がぎ",
        "\u{fffd}",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

fn document(texts: &[(String, Option<String>)]) -> Document {
    let paragraph = |(target, source): &(String, Option<String>)| Paragraph {
        segments: vec![Segment {
            source: source.as_deref().map(Text::from),
            target: Text::from(target.as_str()),
            ..Segment::default()
        }],
        ..Paragraph::default()
    };
    Document { paragraphs: texts.iter().map(paragraph).collect(), ..Document::default() }
}

fn reviewed(document: &Document) -> Review {
    review(document, &RESOURCES, &Rules::all())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn places_are_places(texts in prop::collection::vec((text(), prop::option::of(text())), 1..6)) {
        let document = document(&texts);
        let review = reviewed(&document);
        for finding in &review.findings {
            let places = finding.related.iter().copied().chain([(finding.place, finding.span)]);
            for (place, span) in places {
                let target = &texts[place.paragraph as usize].0;
                prop_assert!(span.start <= span.end);
                prop_assert!(target.get(span.range()).is_some(), "{}: {span:?} in {target:?}", finding.check);
            }
        }
        prop_assert!(review.score.document_points() <= 100.0);
        prop_assert!(review.score.document_points() >= 0.0);
    }

    #[test]
    fn a_review_is_the_same_again(texts in prop::collection::vec((text(), prop::option::of(text())), 1..4)) {
        let document = document(&texts);
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("one thread");
        prop_assert_eq!(alone.install(|| reviewed(&document)), reviewed(&document));
    }

    #[test]
    fn any_text_is_reviewed(target in any::<String>(), source in prop::option::of(any::<String>())) {
        reviewed(&document(&[(target, source)]));
    }
}
