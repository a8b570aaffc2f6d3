//! The encoder against the original model, and what it is for. The vectors of the original are
//! written by `tools/original_vectors.py`; `UPDATE=1` writes the plain forms that it reads.

#![cfg(feature = "encoder")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use xindaya::encoder::{Encoder, Vector, plain};
use xindaya::text::Span;

/// The language of a sentence, the sentence, and its plain form. Three rows say the same.
const SENTENCES: &str = "tests/encoder/sentences.tsv";

fn sentences() -> Vec<[String; 3]> {
    let text = fs::read_to_string(SENTENCES).unwrap();
    let row = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        [(); 3].map(|()| fields.next().unwrap())
    };
    text.lines().map(row).collect()
}

fn encoded(language: &str) -> Vec<Vector> {
    let rows = sentences();
    let texts: Vec<&str> =
        rows.iter().filter(|row| row[0] == language).map(|row| row[1].as_str()).collect();
    Encoder::embedded().encode_all(&texts)
}

fn find(text: &str, part: &str) -> Span {
    let at = text.find(part).unwrap();
    (at..at + part.len()).into()
}

#[test]
fn plain_forms_are_those_that_the_original_was_given() {
    let mut rows = sentences();
    for row in &mut rows {
        row[2] = plain(&row[1]);
    }
    let text: String = rows.iter().map(|row| row.join("\t") + "\n").collect();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(SENTENCES, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(SENTENCES).unwrap(), text);
}

/// Fewer pieces, rows of four bits and matrices of eight: the direction stays.
#[test]
fn vectors_are_those_of_the_original() {
    let original = fs::read("tests/encoder/original.bin").unwrap();
    let rows = sentences();
    assert!(rows.len() >= 200);
    assert_eq!(original.len(), rows.len() * 512);
    let mut far = vec![];
    for (row, original) in rows.iter().zip(original.chunks_exact(512)) {
        let found = Encoder::embedded().encode(&row[1]);
        let cosine = cosine(found.as_slice(), original);
        if cosine < 0.99 {
            far.push((cosine, &row[1]));
        }
    }
    assert!(far.is_empty(), "{far:?}");
}

fn cosine(found: &[f32], original: &[u8]) -> f32 {
    let original: Vec<f32> = original.iter().map(|byte| f32::from(byte.cast_signed())).collect();
    let dot: f32 = found.iter().zip(&original).map(|(one, two)| one * two).sum();
    dot / original.iter().map(|it| it * it).sum::<f32>().sqrt()
}

#[test]
fn a_translation_is_nearer_than_any_other_sentence() {
    let english = encoded("en");
    for language in ["zh-Hans", "zh-Hant"] {
        let chinese = encoded(language);
        assert_eq!(english.len(), chinese.len());
        for (nth, source) in english.iter().enumerate() {
            let near = |target: &Vector| source.cosine(target);
            let nearest = (0..chinese.len())
                .max_by(|one, two| near(&chinese[*one]).total_cmp(&near(&chinese[*two])));
            assert_eq!(nearest, Some(nth), "{language}");
        }
    }
}

#[test]
fn both_scripts_say_the_same() {
    for (hans, hant) in encoded("zh-Hans").iter().zip(&encoded("zh-Hant")) {
        assert!(hans.cosine(hant) > 0.8, "{}", hans.cosine(hant));
    }
}

/// A vector is of unit length, and the same alone, among others and after opening.
#[test]
fn a_vector_is_always_the_same() {
    let encoder = Encoder::embedded();
    let rows = sentences();
    let texts: Vec<&str> = rows.iter().take(20).map(|row| row[1].as_str()).collect();
    for (text, vector) in texts.iter().zip(encoder.encode_all(&texts)) {
        assert!((vector.cosine(&vector) - 1.0).abs() < 1e-5);
        assert_eq!(encoder.encode(text), vector);
        let nothing = Span { start: 0, end: 0 };
        assert_eq!(encoder.open(text).without(nothing), vector);
        assert_eq!(encoder.open(text).part((0..text.len()).into()), vector);
    }
}

#[test]
fn a_foreign_clause_turns_a_text_away_from_its_source() {
    let encoder = Encoder::embedded();
    let source =
        encoder.encode("The bank opened in 1990, and it closed last year after a scandal.");
    for (target, foreign, own) in [
        (
            "这家银行于1990年开业，猫在屋顶上睡觉，去年因丑闻而关闭。",
            "猫在屋顶上睡觉，",
            "去年因丑闻而关闭",
        ),
        (
            "這家銀行於1990年開業，貓在屋頂上睡覺，去年因醜聞而關閉。",
            "貓在屋頂上睡覺，",
            "去年因醜聞而關閉",
        ),
    ] {
        let opened = encoder.open(target);
        let whole = source.cosine(&opened.whole());
        assert!(source.cosine(&opened.without(find(target, foreign))) > whole + 0.05);
        assert!(source.cosine(&opened.without(find(target, own))) < whole - 0.05);
        let part = |text| source.cosine(&opened.part(find(target, text)));
        assert!(part(own) > part(foreign) + 0.2, "{} {}", part(own), part(foreign));
        assert!((5..=8).contains(&opened.pieces(find(target, foreign))));
    }
}

#[test]
fn any_text_has_a_vector() {
    let encoder = Encoder::embedded();
    let long = "字".repeat(100_000) + &"a@b.c https://d.e ".repeat(1000);
    let odd = ["", " ", "\0", "\u{301}", "😀", "\u{fffc}\u{fffd}", "٣ሀ𠀀", "@", "....", &long];
    for text in odd {
        let opened = encoder.open(text);
        let end = u32::try_from(text.len()).unwrap();
        for vector in [
            opened.whole(),
            opened.without(Span { start: 0, end }),
            opened.part(Span { start: end, end }),
        ] {
            assert!(vector.as_slice().iter().all(|it| it.is_finite()), "{text}");
        }
    }
}
