//! How many wrong numbers are named, and how many right ones are let be: numbers are changed,
//! shifted and left out in pairs whose numbers are right.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may panic and print")]

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;
use xindaya::checks::{self, Resources};
use xindaya::config::Rules;
use xindaya::finding::Finding;
use xindaya::numbers::{Figure, Kind, english, han};
use xindaya::review::review;
use xindaya::text::{Document, Paragraph, Segment, Shadow, Text};

const CHECKS: [&str; 7] = [
    "number-mismatch",
    "magnitude-slip",
    "unit-mismatch",
    "date-mismatch",
    "century-slip",
    "missing-number",
    "extra-number",
];

static RESOURCES: LazyLock<Resources> = LazyLock::new(Resources::default);

/// These checks and no other.
static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let others = checks::all().map(|check| check.id).filter(|id| !CHECKS.contains(id));
    Rules { off: others.collect(), ..Rules::default() }
});

/// A pair, source first.
type Pair = (String, String);

/// What can be done to a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Damage {
    Digit,
    Magnitude,
    Omission,
}

/// Pairs of our own, with numbers of every kind; the clean ones of the development data too, where
/// that lies beside the project.
fn pairs() -> Vec<Vec<Pair>> {
    let own = fs::read_to_string("tests/quality/pairs.tsv").unwrap();
    let own = own.lines().filter(|line| !line.starts_with('#')).skip(1);
    let own = own.map(|line| line.split_once('\t').unwrap());
    let own = own.map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    let files = ["clean_news_zh_hant.dev.jsonl", "clean_news_zh_hans.dev.jsonl"];
    let read = |name: &&str| fs::read_to_string(format!("../shared/data/{name}")).ok();
    let others = files.iter().filter_map(read).map(|text| text.lines().map(pair).collect());
    std::iter::once(own).chain(others).collect()
}

fn pair(line: &str) -> Pair {
    let row: serde_json::Value = serde_json::from_str(line).unwrap();
    let cell = |name: &str| row[name].as_str().unwrap().to_owned();
    (cell("source"), cell("target"))
}

fn found((source, target): &Pair) -> Vec<Finding> {
    let segment = Segment {
        source: Some(Text::from(source.as_str())),
        target: Text::from(target.as_str()),
        ..Segment::default()
    };
    let paragraphs = vec![Paragraph { segments: vec![segment], ..Paragraph::default() }];
    let document = Document { paragraphs, ..Document::default() };
    let mut found = review(&document, &RESOURCES, &RULES).findings;
    found.retain(|it| CHECKS.contains(&it.check));
    found
}

/// The numbers of a target that its source has too, in Arabic digits.
fn sound((source, target): &Pair) -> Vec<Figure> {
    let said = english(source);
    let shared = |it: &Figure| said.iter().any(|other| other.firm && other.value() == it.value());
    let mut figures = han(target, &Shadow::of(target));
    figures.retain(|it| it.firm && it.arabic && shared(it));
    figures
}

/// The target with one number damaged.
fn damaged(target: &str, figure: &Figure, damage: Damage) -> Option<String> {
    let range = figure.span.range();
    let written = &target[range.clone()];
    let new = match damage {
        Damage::Omission => String::new(),
        Damage::Digit => changed(written)?,
        Damage::Magnitude if figure.kind == Kind::Quantity => shifted(written)?,
        Damage::Magnitude => return None,
    };
    Some(format!("{}{new}{}", &target[..range.start], &target[range.end..]))
}

/// With another first digit.
fn changed(written: &str) -> Option<String> {
    let at = written.find(|c: char| c.is_ascii_digit())?;
    let digit: u8 = written[at..=at].parse().ok()?;
    Some(format!("{}{}{}", &written[..at], digit % 9 + 1, &written[at + 1..]))
}

/// Ten or ten thousand times as much, or a part of it.
fn shifted(written: &str) -> Option<String> {
    for (from, to) in [('万', '亿'), ('萬', '億'), ('亿', '万'), ('億', '萬')] {
        if written.contains(from) {
            return Some(written.replace(from, &to.to_string()));
        }
    }
    let digits = written.bytes().all(|c| c.is_ascii_digit());
    (digits && written.len() > 1).then(|| format!("{written}0"))
}

#[test]
fn damaged_numbers_are_named() {
    for pairs in pairs() {
        let mut tally: BTreeMap<Damage, (usize, usize)> = BTreeMap::new();
        for pair in pairs.iter().filter(|it| found(it).is_empty()) {
            for figure in sound(pair) {
                for damage in [Damage::Digit, Damage::Magnitude, Damage::Omission] {
                    let Some(target) = damaged(&pair.1, &figure, damage) else { continue };
                    let pair = (pair.0.clone(), target);
                    let named = !found(&pair).is_empty();
                    let (of, all) = tally.entry(damage).or_default();
                    (*of, *all) = (*of + usize::from(named), *all + 1);
                    if !named {
                        println!("missed  {damage:?}  {}  {}", pair.0, pair.1);
                    }
                }
            }
        }
        println!("{} pairs: {tally:?}", pairs.len());
        for (damage, (named, all)) in tally {
            let floor = if damage == Damage::Omission { 75 } else { 90 };
            assert!(named * 100 >= all * floor, "{damage:?}: {named} of {all}");
        }
    }
}

/// None of our own; of the development data one in a hundred sentences with digits, for true slips
/// of its translators are among them.
#[test]
fn sound_numbers_are_let_be() {
    for (nth, pairs) in pairs().into_iter().enumerate() {
        let digits = |it: &&Pair| it.0.contains(|c: char| c.is_ascii_digit());
        let alarmed: Vec<&Pair> = pairs.iter().filter(|it| !found(it).is_empty()).collect();
        for pair in &alarmed {
            println!("alarm  {}  {}  {:?}", pair.0, pair.1, found(pair));
        }
        let (alarms, of) = (alarmed.len(), pairs.iter().filter(digits).count());
        println!("{alarms} alarms in {of} sentences with digits");
        assert!(if nth == 0 { alarms == 0 } else { alarms * 100 <= of });
    }
}
