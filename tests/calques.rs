//! The table of calques: every sentence of `quality/calques.tsv` holds, and clean text stays silent.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use xindaya::checks::{self, Resources};
use xindaya::config::Rules;
use xindaya::finding::Finding;
use xindaya::glossary::Glossary;
use xindaya::review::review;
use xindaya::text::{Document, Paragraph, Segment, Text};

/// Finds calques in texts that are documents of their own.
struct Checker {
    with: Resources,
    rules: Rules,
}

impl Checker {
    fn new() -> Self {
        let mut rules = Rules::default();
        rules.off.extend(checks::all().map(|check| check.id).filter(|id| *id != "calque"));
        Self { with: Resources::default(), rules }
    }

    fn found(&self, text: &str) -> Vec<Finding> {
        self.found_among(&[text])
    }

    fn found_among(&self, paragraphs: &[&str]) -> Vec<Finding> {
        let paragraph = |text: &&str| {
            let segment = Segment { target: Text::from(*text), ..Segment::default() };
            Paragraph { segments: vec![segment], ..Paragraph::default() }
        };
        let paragraphs = paragraphs.iter().map(paragraph).collect();
        let document = Document { paragraphs, ..Document::default() };
        review(&document, &self.with, &self.rules).findings
    }
}

/// A text without its marks, and the bytes that they enclose.
fn unmarked(marked: &str) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut faults, mut start) = (String::new(), vec![], 0);
    for c in marked.chars() {
        match c {
            '⟦' => start = text.len(),
            '⟧' => faults.push((start, text.len())),
            _ => text.push(c),
        }
    }
    (text, faults)
}

fn sentences() -> Vec<[String; 3]> {
    let table = fs::read_to_string("tests/quality/calques.tsv").unwrap();
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    rows.map(|line| cells(line).try_into().unwrap()).collect()
}

#[test]
fn a_subject_counts_where_it_is_near() {
    let checker = Checker::new();
    for (about, word) in [
        ("開發者把修改提交到遠端的儲存庫，然後合併分支。", "他在這個樹枝上修好了錯誤。"),
        ("开发者把修改提交到远程的仓库，然后合并分支。", "他在这个树枝上修好了错误。"),
    ] {
        let aside = |times| "天氣很好，他們都出門去了。".repeat(times);
        let found = |times| checker.found_among(&[about, &aside(times), word, about]).len();
        let after = |times| checker.found_among(&[word, &aside(times), about]).len();
        assert_eq!((found(1), checker.found(word).len()), (1, 0), "{word}");
        assert_eq!((after(100), after(200)), (1, 0), "{word}");
    }
}

#[test]
fn sentences_hold() {
    let checker = Checker::new();
    let mut broken = vec![];
    for [word, kind, marked] in sentences() {
        let (text, faults) = unmarked(&marked);
        assert_eq!(kind == "bad", !faults.is_empty(), "{marked}");
        let found: Vec<(usize, usize)> = checker
            .found(&text)
            .iter()
            .map(|it| (it.span.start as usize, it.span.end as usize))
            .collect();
        if found != faults {
            broken.push(format!("{word}: {marked}"));
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn the_table_is_large_and_every_second_row_has_a_sentence() {
    let glossary = Glossary::default();
    let words: Vec<&str> =
        glossary.words_in_wrong_senses().iter().map(|term| term.names[0].as_str()).collect();
    let shown: BTreeSet<String> =
        sentences().into_iter().filter(|row| row[1] == "bad").map(|row| row[0].clone()).collect();
    assert!(words.len() >= 400, "{}", words.len());
    assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "a word is there twice");
    let unknown: Vec<&String> = shown.iter().filter(|it| !words.contains(&it.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(shown.len() * 2 >= words.len(), "{} of {}", shown.len(), words.len());
}

#[test]
fn no_row_excuses_itself() {
    let plain = |text: &String| text.replace(['[', ']'], "");
    for term in Glossary::default().words_in_wrong_senses() {
        for wrong in term.forbidden.iter().map(plain) {
            let excuse = term.unless.iter().find(|it| wrong.contains(it.as_str()));
            assert!(excuse.is_none(), "{:?}: {wrong} has {excuse:?} in it", term.names);
        }
    }
}

/// The development data stand beside the repository; without them there is nothing to prove.
#[test]
fn clean_text_is_silent() {
    let data = Path::new("../shared/data");
    if !data.is_dir() {
        #[allow(clippy::print_stderr, reason = "a proof that is left out must be seen")]
        {
            eprintln!(
                "SKIPPED: {} is not there, silence on clean text is not proven",
                data.display()
            );
        }
        return;
    }
    let checker = Checker::new();
    for (file, key, only) in [
        ("clean_news_zh_hant", "target", None),
        ("clean_news_zh_hans", "target", None),
        ("clean_general_zh_hans", "target", None),
        ("terminology_zh_hant", "ref", None),
        ("wmt24_esa", "target", Some("refA")),
    ] {
        let lines = fs::read_to_string(data.join(format!("{file}.dev.jsonl"))).unwrap();
        let rows =
            lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let rows = rows.filter(|row| only.is_none_or(|system| row["system"] == system));
        let texts: BTreeSet<String> =
            rows.map(|row| row[key].as_str().unwrap().to_owned()).collect();
        for text in texts {
            let found = checker.found(&text);
            let said: Vec<&str> = found.iter().map(|it| &text[it.span.range()]).collect();
            assert!(said.is_empty(), "{file}: {said:?} in {text}");
        }
    }
}
