//! Damage in every format: what a finding marks in the file is the damage, through tags, entities
//! and escapes, and nothing else is found.

use std::sync::LazyLock;
use xindaya::checks::{self, Resources};
use xindaya::config::Rules;
use xindaya::finding::{Category, Finding};
use xindaya::formats::{Options, read};
use xindaya::review::review;
use xindaya::text::{Document, Given, Segment, Text};

static RESOURCES: LazyLock<Resources> = LazyLock::new(Resources::default);

/// A file, and the findings in it: the check and what it marks in the file.
type Damaged = (&'static str, &'static [u8], &'static [(&'static str, &'static str)]);

/// Of each file the checks that find something, each with what it marks in the file.
const FILES: &[Damaged] = &[
    (
        "memory.xlf",
        include_bytes!("fixtures/formats/memory.xlf"),
        &[
            ("extra-tag", "<g id=\"3\">"),
            ("doubled-function-word", "的"),
            ("doubled-punctuation", "&#xFF0C;，"),
            ("doubled-punctuation", "、、"),
            ("halfwidth-punctuation", ","),
            ("extra-placeholder", "<ph id=\"2\">{0}</ph>"),
            ("extra-placeholder", "&product;"),
            ("doubled-punctuation", "。<g id=\"9\">。"),
            ("extra-tag", "<g id=\"9\">"),
        ],
    ),
    (
        "memory2.xlf",
        include_bytes!("fixtures/formats/memory2.xlf"),
        &[
            ("doubled-function-word", "的"),
            ("extra-placeholder", "<mrk id=\"m1\" translate=\"no\">XJ-9</mrk>"),
            ("halfwidth-punctuation", ","),
            ("invisible-character", "<cp hex=\"0000\"/>"),
        ],
    ),
    (
        "memory.tmx",
        include_bytes!("fixtures/formats/memory.tmx"),
        &[
            ("doubled-punctuation", "，<bpt i=\"1\">{\\b </bpt>，"),
            ("extra-tag", "<bpt i=\"1\">{\\b </bpt>"),
            ("missing-tag", "火車開得很晚&#65292;&#x2c;旅客都在等。"),
            ("doubled-punctuation", "&#65292;&#x2c;"),
            ("halfwidth-punctuation", "&#x2c;"),
        ],
    ),
    (
        "app_zh.ts",
        include_bytes!("fixtures/formats/app_zh.ts"),
        &[
            ("doubled-punctuation", "，，"),
            ("halfwidth-punctuation", "<byte value=\"x21\"/>"),
            ("doubled-function-word", "&#30340;"),
        ],
    ),
    (
        "strings.xml",
        include_bytes!("fixtures/formats/strings.xml"),
        &[
            ("doubled-punctuation", "\\uFF0C&#65292;"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "，<i>，"),
            ("doubled-punctuation", "，，"),
            ("halfwidth-punctuation", ","),
        ],
    ),
    (
        "app.po",
        include_bytes!("fixtures/formats/app.po"),
        &[
            ("doubled-punctuation", "，\"\n\"，"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "。\"\n\"。"),
        ],
    ),
    (
        "zh.json",
        include_bytes!("fixtures/formats/zh.json"),
        &[
            ("doubled-punctuation", "\\uff0c，"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "，，"),
        ],
    ),
    (
        "app_zh.arb",
        include_bytes!("fixtures/formats/app_zh.arb"),
        &[
            ("doubled-punctuation", "\\uff0c，"),
            ("doubled-punctuation", "、\\u3001"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "，'，"),
            ("doubled-punctuation", "，\\uff0c"),
            ("doubled-function-word", "的"),
            ("doubled-punctuation", "，，"),
        ],
    ),
    (
        "messages.json",
        include_bytes!("fixtures/formats/messages.json"),
        &[("doubled-punctuation", "，，")],
    ),
    (
        "Localizable.xcstrings",
        include_bytes!("fixtures/formats/Localizable.xcstrings"),
        &[
            ("doubled-punctuation", "\\uff0c,"),
            ("halfwidth-punctuation", ","),
            ("missing-key", "。"),
            ("doubled-punctuation", "，\\uff0c"),
            ("missing-key", "。"),
        ],
    ),
    (
        "Localizable.strings",
        include_bytes!("fixtures/formats/Localizable.strings"),
        &[("doubled-punctuation", "\\U3001、"), ("halfwidth-punctuation", ",")],
    ),
    (
        "messages_zh.properties",
        include_bytes!("fixtures/formats/messages_zh.properties"),
        &[("doubled-punctuation", "\\uff0c\\\n   \\uff0c"), ("halfwidth-punctuation", ",")],
    ),
    (
        "zh-TW.yml",
        include_bytes!("fixtures/formats/zh-TW.yml"),
        &[
            ("doubled-punctuation", "、、"),
            ("doubled-punctuation", "\\uFF0C\\\n    \\x2C"),
            ("halfwidth-punctuation", "\\x2C"),
            ("space-in-punctuation", "\n    "),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "，，"),
        ],
    ),
    (
        "zh.toml",
        include_bytes!("fixtures/formats/zh.toml"),
        &[
            ("doubled-punctuation", "、\\u3001"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "，，"),
            ("doubled-punctuation", "，\\\n   ，"),
        ],
    ),
    (
        "app.ftl",
        include_bytes!("fixtures/formats/app.ftl"),
        &[
            ("doubled-punctuation", "，，"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "，，"),
            ("doubled-punctuation", "、、"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "，，"),
        ],
    ),
    (
        "Plural.stringsdict",
        include_bytes!("fixtures/formats/Plural.stringsdict"),
        &[("doubled-punctuation", "&#xFF0C;，")],
    ),
    (
        "film.srt",
        include_bytes!("fixtures/formats/film.srt"),
        &[("doubled-punctuation", "，<b>，"), ("halfwidth-punctuation", ",")],
    ),
    (
        "film.vtt",
        include_bytes!("fixtures/formats/film.vtt"),
        &[("doubled-punctuation", "、<c.loud>、"), ("halfwidth-punctuation", ",")],
    ),
    (
        "film.ass",
        include_bytes!("fixtures/formats/film.ass"),
        &[("doubled-punctuation", "，{\\i1}，"), ("halfwidth-punctuation", ",")],
    ),
    (
        "page.md",
        include_bytes!("fixtures/formats/page.md"),
        &[
            ("doubled-punctuation", "，\\uFF0C"),
            ("doubled-punctuation", "，，"),
            ("doubled-punctuation", "，，"),
            ("damaged-url", "https://example.org/，b"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "，**，"),
            ("doubled-punctuation", "&#xFF0C;，"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "，，"),
            ("damaged-markdown", "**"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "，</i>，"),
        ],
    ),
    (
        "page.html",
        include_bytes!("fixtures/formats/page.html"),
        &[
            ("doubled-punctuation", "，&#xFF0C;"),
            ("doubled-punctuation", "，，"),
            ("doubled-punctuation", "，</em>，"),
            ("doubled-punctuation", "，</b>，"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "、、"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "、、"),
            ("doubled-punctuation", "，，"),
            ("leaked-markup", "<a href=“b.html”>"),
        ],
    ),
    (
        "letter.docx",
        include_bytes!("fixtures/formats/letter.docx"),
        &[
            ("doubled-function-word", "的"),
            ("doubled-punctuation", "，</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>&#xFF0C;"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "、</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\">、"),
            ("halfwidth-punctuation", ","),
            ("doubled-punctuation", "，，"),
            ("doubled-punctuation", "，，"),
            ("doubled-punctuation", "，，"),
            ("doubled-punctuation", "，，"),
        ],
    ),
    (
        "Strings.resx",
        include_bytes!("fixtures/formats/Strings.resx"),
        &[("doubled-punctuation", "&#65292;，")],
    ),
];

fn documents(name: &str, bytes: &[u8]) -> Vec<Document> {
    let all = read(name, bytes, &Options::default()).expect("is readable");
    all.map(|it| it.expect("is well formed")).collect()
}

fn segment<'d>(document: &'d Document, finding: &Finding) -> &'d Segment {
    let paragraph = &document.paragraphs[finding.place.paragraph as usize];
    &paragraph.segments[finding.place.segment as usize]
}

/// The findings of a file, each with the bytes of the file that it marks.
fn findings(documents: &[Document]) -> Vec<(&'static str, String)> {
    let mut found = vec![];
    for document in documents {
        for finding in review(document, &RESOURCES, &Rules::default()).findings {
            let place = segment(document, &finding).target.in_raw(finding.span);
            found.push((finding.check, document.raw[place.range()].to_owned()));
        }
    }
    found
}

/// The words of a finding as prose has them, its check, and the number of its segment in the file. What is said of
/// markup is left out: plain text has no inline elements.
fn said(documents: &[Document]) -> Vec<(usize, &'static str, String)> {
    let mut found = vec![];
    let mut before = 0;
    for document in documents {
        let counts = document.paragraphs.iter().map(|it| it.segments.len());
        let firsts: Vec<usize> = counts
            .scan(before, |sum, count| {
                *sum += count;
                Some(*sum - count)
            })
            .collect();
        for finding in review(document, &RESOURCES, &Rules::default()).findings {
            let markup =
                checks::find(finding.check).map(|it| it.category) == Some(Category::Markup);
            // Nor do rows tell which of the source's names have no row.
            if markup || finding.check == "missing-key" {
                continue;
            }
            let target = &segment(document, &finding).target;
            let words = target.as_str()[finding.span.range()].chars();
            let words = words.filter(|c| *c != Text::INLINE).collect();
            let place = finding.place;
            let nth = firsts[place.paragraph as usize] + place.segment as usize;
            found.push((nth, finding.check, words));
        }
        before += document.paragraphs.iter().map(|it| it.segments.len()).sum::<usize>();
    }
    found
}

/// What is read of a file, written as JSONL and read again, is found to have the same damage.
#[test]
fn units_survive_the_way_through_jsonl() {
    for (name, bytes, _) in FILES {
        let found = documents(name, bytes);
        let row = |segment: &Segment| {
            // These rows have no state: without its source nobody asks for a missing translation.
            let begun = segment.state != Some(xindaya::text::State::Untranslated);
            let source = segment.source.as_ref().filter(|_| begun);
            let source = source.map(|it| it.prose().as_str().to_owned());
            let target = segment.target.prose().as_str().to_owned();
            let variant = segment.variant.map(|it| it.to_string());
            let row = serde_json::json!({
                "id": segment.id, "source": source, "target": target, "variant": variant,
                "document": "all",
            });
            format!("{row}\n")
        };
        let all = found.iter().flat_map(|it| &it.paragraphs).flat_map(|it| &it.segments);
        let rows: String = all.map(row).collect();
        let (found, mut again) = (said(&found), said(&documents("a.jsonl", rows.as_bytes())));
        // What is wrong around a choice is told of its first branch; rows know of no branches.
        let first = again.clone();
        again.retain(|it| {
            let before = |other: &(usize, &str, String)| {
                other.0 + 1 == it.0 && (other.1, &other.2) == (it.1, &it.2)
            };
            found.contains(it) || !first.iter().any(before)
        });
        assert_eq!(again, found, "{name}");
    }
}

/// A report counts in the target as given: its characters are the file's own.
#[test]
fn reported_characters_count_elements_at_full_length() {
    for (name, bytes, _) in FILES {
        for document in documents(name, bytes) {
            for finding in review(&document, &RESOURCES, &Rules::default()).findings {
                let target = &segment(&document, &finding).target;
                let (given, ruler) = (target.given(), Given::of(target));
                let place = given.of_content(finding.span);
                let chars = |byte: u32| given.as_str()[..byte as usize].chars().count();
                let counted = ruler.at(finding.span.start).chars as usize;
                assert_eq!(counted, chars(place.start), "{name}");
                assert_eq!(ruler.at(finding.span.end).byte, place.end, "{name}");
            }
        }
    }
}

#[test]
fn findings_mark_the_damaged_bytes_of_the_file() {
    for (name, bytes, expected) in FILES {
        let found = findings(&documents(name, bytes));
        let found: Vec<(&str, &str)> = found.iter().map(|(id, raw)| (*id, raw.as_str())).collect();
        assert_eq!(found, *expected, "{name}");
    }
}

/// What is a fault in running text is usual in the messages of a program.
#[test]
fn messages_stand_alone() {
    let same = "msgid \"{n}\"\nmsgstr \"无法打开此文件，因为另一位用户锁定了它\"\n\n";
    let hotkey = "msgid \"&File\"\nmsgstr \"文件(&F)\"\n\n";
    let text: String = (1..20).map(|n| same.replace("{n}", &n.to_string())).collect();
    let found = findings(&documents("a.po", (text + hotkey).as_bytes()));
    assert_eq!(found, []);
}
