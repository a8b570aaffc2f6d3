//! Sources beside their translations: which sentences belong together.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::time::{Duration, Instant};
use xindaya::align::{Original, Rendered, align, pair};
use xindaya::encoder::Encoder;
use xindaya::formats::{File, Options, read_pair};
use xindaya::text::{Document, Span};

const SOURCE: &str = "The old ferry\n\n\
    The ferry between the two islands has been running since 1934. Last Tuesday the company \
    announced that it would sell the ship. Many fishermen were angry.\n\n\
    “We need a bridge,” said Maria Lindqvist, who owns a bakery near the harbour. Her customers \
    come from both islands.\n\n\
    The council will vote on the bridge in October. It would cost 27 million euros. Nobody knows \
    where the money should come from.";

const HANT: &str = "老渡輪\n\n\
    往返兩座島嶼的渡輪自1934年起營運。上週二，公司宣布將出售這艘船，許多漁民為此感到憤怒。\n\n\
    「我們需要一座橋，」在港口附近經營麵包店的瑪麗亞·林奎斯特（Maria Lindqvist）說。她的顧客來自兩座島。\n\n\
    議會將於十月就這座橋進行表決。造價將達2,700萬歐元。沒有人知道錢該從哪裡來。";

const HANS: &str = "老渡轮\n\n\
    往返两座岛屿的渡轮自1934年起运营。上周二，公司宣布将出售这艘船，许多渔民为此感到愤怒。\n\n\
    “我们需要一座桥，”在港口附近经营面包店的玛丽亚·林奎斯特（Maria Lindqvist）说。她的顾客来自两座岛。\n\n\
    议会将于十月就这座桥进行表决。造价将达2700万欧元。没有人知道钱该从哪里来。";

fn documents(source: &str, target: &str) -> Document {
    let source = File { name: "en.txt", bytes: source.as_bytes() };
    let target = File { name: "zh.txt", bytes: target.as_bytes() };
    read_pair(source, target, &Options::default()).unwrap().next().unwrap().unwrap()
}

fn paired(source: &str, target: &str, encoder: Option<&Encoder>) -> Document {
    let mut document = documents(source, target);
    pair(&mut document, encoder).unwrap();
    document
}

/// Without an encoder, and with it if there is one.
fn encoders() -> impl Iterator<Item = Option<&'static Encoder>> {
    [None].into_iter().chain(Encoder::shipped().map(Some))
}

/// Each segment's paragraph, source and target, by their beginnings.
fn beads(document: &Document) -> Vec<(usize, String, String)> {
    let head = |text: &str| text.chars().take(6).collect::<String>();
    let mut found = vec![];
    for (nth, paragraph) in document.paragraphs.iter().enumerate() {
        for it in &paragraph.segments {
            let source = it.source.as_ref().map(|it| head(it.as_str())).unwrap_or_default();
            found.push((nth, source, head(it.target.as_str())));
        }
    }
    found
}

#[test]
fn sentences_stand_beside_theirs_in_both_scripts() {
    for (target, starts) in [
        (
            HANT,
            [
                "老渡輪",
                "往返兩座島嶼",
                "上週二，公司",
                "「我們需要一",
                "她的顧客來自",
                "議會將於十月",
                "造價將達2,",
                "沒有人知道錢",
            ],
        ),
        (
            HANS,
            [
                "老渡轮",
                "往返两座岛屿",
                "上周二，公司",
                "“我们需要一",
                "她的顾客来自",
                "议会将于十月",
                "造价将达27",
                "没有人知道钱",
            ],
        ),
    ] {
        let sources =
            ["The ol", "The fe", "Last T", "“We ne", "Her cu", "The co", "It wou", "Nobody"];
        let paragraphs = [0, 1, 1, 2, 2, 3, 3, 3];
        let expected: Vec<_> = (0..8)
            .map(|it| (paragraphs[it], sources[it].to_owned(), starts[it].to_owned()))
            .collect();
        for document in encoders().map(|it| paired(SOURCE, target, it)) {
            assert_eq!(beads(&document), expected);
            assert!(document.missing.unwrap().is_empty());
            // Two sentences of the source became one.
            let segment = &document.paragraphs[1].segments[1];
            assert!(segment.source.as_ref().unwrap().as_str().ends_with("fishermen were angry."));
        }
    }
}

#[test]
fn places_lead_back_to_both_files() {
    let document = paired(SOURCE, HANT, None);
    let segment = &document.paragraphs[3].segments[1];
    let raw = |text: &xindaya::text::Text, raw: &str| {
        raw[text.in_raw(Span::from(0..text.as_str().len())).range()].to_owned()
    };
    assert_eq!(raw(&segment.target, &document.raw), "造價將達2,700萬歐元。");
    let source = segment.source.as_ref().unwrap();
    let file = document.source_raw.as_ref().unwrap();
    assert_eq!(raw(source, file), "It would cost 27 million euros.");
}

#[test]
fn what_has_no_other_half_is_told() {
    let both = [(HANT, "造價將達2,700萬歐元。"), (HANS, "造价将达2700万欧元。")];
    for ((target, lost), encoder) in
        both.into_iter().flat_map(|it| encoders().map(move |encoder| (it, encoder)))
    {
        let document = paired(SOURCE, &target.replace(lost, ""), encoder);
        let missing = document.missing.unwrap();
        assert_eq!(missing.len(), 1);
        assert_eq!(missing[0].source.as_str(), "It would cost 27 million euros.");
        let after = missing[0].after.unwrap();
        assert_eq!((after.paragraph, after.segment), (3, 0));
        let added = format!("{target}\n\n鯨魚每年都會游過三千公里到南方的海域產卵覓食。");
        let document = paired(SOURCE, &added, encoder);
        assert!(document.missing.unwrap().is_empty());
        assert!(document.paragraphs[4].segments[0].source.is_none());
    }
}

#[test]
fn paragraphs_may_be_divided_in_other_ways() {
    let one: String = HANT.split("\n\n").skip(1).collect();
    let source = SOURCE.split_once("\n\n").unwrap().1;
    for document in encoders().map(|it| paired(source, &one, it)) {
        assert_eq!((document.paragraphs.len(), document.paragraphs[0].segments.len()), (1, 7));
        assert!(document.missing.unwrap().is_empty());
    }
}

#[test]
fn another_text_is_refused() {
    let other = "今年的蘋果收成比往年少。果農把原因歸於春天的霜害。市場上的價格已經上漲。\n\n\
        學校因此取消了參觀果園的活動。老師們另外安排了游泳課。孩子們並不失望。\n\n\
        明年春天會種下新的樹苗。政府答應補助一半的費用。";
    for encoder in encoders() {
        let mut document = documents(SOURCE, other);
        let said = pair(&mut document, encoder).unwrap_err().to_string();
        assert!(said.starts_with("not paired"), "{said}");
        assert!(document.paragraphs.iter().all(|it| it.segments[0].source.is_none()));
        assert!(document.missing.is_none() && document.source_raw.is_none());
    }
}

#[test]
fn what_is_empty_or_odd_is_no_trouble() {
    assert_eq!(align(&[], &[], None).beads, []);
    let one = Original::all(["A word."]);
    assert_eq!(align(&one, &[], None).beads.len(), 1);
    assert_eq!(align(&[], &[Rendered::of("")], None).beads.len(), 1);
    for encoder in encoders() {
        for (source, target) in [("...\n\n!!!", "。。。"), ("a", "\u{fffd}"), ("\u{1}", "字")] {
            let _ = pair(&mut documents(source, target), encoder);
        }
        // What the encoder has not learnt it is not asked about.
        let document = paired("Der alte Fährmann schläft.", "老船夫睡著了。", encoder);
        assert!(document.paragraphs[0].segments[0].source.is_some());
    }
}

/// What a caller knows besides is counted: here, that the first goes with the second.
#[test]
fn further_evidence_is_heard() {
    let source = Original::all(["A dog barks.", "A cat sleeps."]);
    let target = ["一。", "二。"].map(Rendered::of);
    let likeness = |s: std::ops::Range<usize>, t: std::ops::Range<usize>| {
        if (s, t) == (0..1, 1..2) { 20.0 } else { -20.0 }
    };
    let beads = align(&source, &target, Some(&likeness)).beads;
    assert!(beads.iter().any(|it| it.source == (0..1) && it.target == (1..2)));
}

/// Ten times as much takes ten times as long, not a hundred times, and a chapter that is missing
/// is found.
#[test]
fn long_texts_are_aligned_in_a_band() {
    let words = ["river", "bread", "winter", "teacher", "bridge", "horse", "letter", "garden"];
    let renderings = ["河", "面包", "冬天", "老师", "桥", "马", "信", "花园"];
    let pick = |nth: usize, step: usize| (nth * 7 + nth / 8 * step + nth / 64) % 8;
    let english = |nth: usize| {
        let (a, b) = (words[pick(nth, 3)], words[pick(nth, 5)]);
        format!("The {a} and the {b} were seen by {} people.", nth + 100)
    };
    let chinese = |nth: usize| {
        let (a, b) = (renderings[pick(nth, 3)], renderings[pick(nth, 5)]);
        format!("有{}人看见了{a}和{b}。", nth + 100)
    };
    let source: Vec<String> = (0..5000).map(english).collect();
    let kept = (0..5000).filter(|it| !(2000..2400).contains(it));
    let (numbers, target): (Vec<usize>, Vec<String>) = kept.map(|it| (it, chinese(it))).unzip();
    let start = Instant::now();
    let originals = Original::all(source.iter().map(String::as_str));
    let rendered: Vec<Rendered> = target.iter().map(|it| Rendered::of(it)).collect();
    let beads = align(&originals, &rendered, None).beads;
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    let right = beads.iter().filter(|it| {
        it.source.len() == 1 && it.target.len() == 1 && numbers[it.target.start] == it.source.start
    });
    assert!(right.count() > 4500);
}

/// The beginnings of two articles, as long as each other and without a number or a name.
const SHORT: [(&str, &str, &str); 2] = [
    (
        "Bakers are getting up earlier than ever. Their apprentices would rather sleep.",
        "麵包師傅起得比以往更早。他們的學徒則寧願多睡一會。",
        "面包师傅起得比以往更早。他们的学徒则宁愿多睡一会。",
    ),
    (
        "Snow covers the mountain villages again. Drivers are advised to stay at home.",
        "大雪再度覆蓋了山區的村莊。當局建議駕駛人留在家中。",
        "大雪再度覆盖了山区的村庄。当局建议驾驶人留在家中。",
    ),
];

#[cfg(feature = "encoder")]
#[test]
fn a_short_text_about_something_else_is_refused() {
    for (nth, (source, hant, hans)) in SHORT.into_iter().enumerate() {
        let other = SHORT[1 - nth];
        for (own, strange) in [(hant, other.1), (hans, other.2)] {
            let segments = &paired(source, own, Encoder::shipped()).paragraphs[0].segments;
            assert_eq!(segments.len(), 2);
            assert!(segments.iter().all(|it| it.source.is_some()));
            assert!(pair(&mut documents(source, strange), Encoder::shipped()).is_err());
        }
    }
}
