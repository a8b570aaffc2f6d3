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

/// Nine plain sentences, then one that says something again in an unusual way, perhaps.
fn with_last(sentence: &str) -> Document {
    let plain = [
        "昨天的会议讨论了明年的预算。",
        "委员会认为道路应当先行修好。",
        "学校附近的居民支持这个方案。",
        "市长表示资金将从税收中支出。",
        "工程预计在三月开始施工。",
        "施工期间公共汽车要绕道行驶。",
        "商店担心顾客会因此减少。",
        "政府答应给受影响的商店补助。",
        "下一次会议将在两周之后举行。",
    ];
    let texts: Vec<(String, Option<String>)> =
        plain.iter().chain([&sentence]).map(|it| ((*it).to_owned(), None)).collect();
    document(&texts)
}

fn garbled(document: &Document) -> Vec<String> {
    let found = reviewed(document).findings;
    let found = found.iter().filter(|it| it.check == "garbled-sentence");
    found.map(|it| it.message.text(xindaya::finding::Language::English)).collect()
}

#[test]
fn a_loose_sentence_is_garbled_where_something_else_is_wrong_with_it() {
    let salad = "的把他了被公司的在从，，向为一个之的了是与其的对由。";
    let reasons = garbled(&with_last(salad)).pop().expect("it is told");
    assert!(
        reasons.contains("stops stand side by side; its characters do not usually"),
        "{reasons}"
    );
    let alone = salad.replace("，，", "，");
    assert_eq!(garbled(&with_last(&alone)), [""; 0], "a model of characters is no gate");
    let usual: Vec<(String, Option<String>)> = vec![(salad.to_owned(), None); 9];
    let reasons = garbled(&document(&usual));
    assert!(reasons.iter().all(|it| !it.contains("usually")), "the whole document is so");
}

#[test]
fn a_pair_of_characters_that_is_never_seen_is_pointed_at() {
    let loop_of = "他们公布了最的产品，最的产品，最的产品，最的产品。";
    let document = with_last(loop_of);
    let review = reviewed(&document);
    let mut found = review.findings.iter().filter(|it| it.check == "garbled-sentence");
    let found = found.next().expect("it is told");
    let (_, span) = found.related.first().expect("it points");
    assert_eq!(&loop_of[span.range()], "最的");
}

#[test]
fn a_score_knows_how_much_is_garbled() {
    let document = with_last("他们公布了产品，他们公布了产品，他们公布了产品，他们公布了产品。");
    let review = reviewed(&document);
    let shares: Vec<f64> = review.paragraphs.iter().map(|it| it.garbled_share()).collect();
    assert!(shares[..9].iter().all(|it| it.abs() < f64::EPSILON));
    assert!((shares[9] - 1.0).abs() < f64::EPSILON);
    assert!((0.1..0.3).contains(&review.score.garbled_share()));
}
