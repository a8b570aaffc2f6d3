//! How good the checks are, on sentences of our own: what each finds of the damage that is its
//! matter, and how often it is right. Figures may rise, not fall: `UPDATE=1 cargo test --test
//! quality` writes them to `tests/quality/floor.tsv`, and `-- --nocapture` shows the table with
//! every miss and alarm.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may panic and print")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use xindaya::checks::{self, Effort, Resources};
use xindaya::config::Rules;
use xindaya::finding::{Confidence, Finding, Severity};
use xindaya::review::review;
use xindaya::script::{Census, Script};
use xindaya::text::{Document, Paragraph, Segment, Span, Text, Variant};

const FLOOR: &str = "tests/quality/floor.tsv";

/// A sentence, or a few paragraphs.
struct Row {
    id: String,
    damaged: bool,
    /// The checks that may name the damage; of a clean row, those that its bait tempts.
    checks: Vec<String>,
    paragraphs: Vec<String>,
    /// The damaged bytes, with their paragraph.
    marks: Vec<(u32, Span)>,
    variant: Option<Variant>,
    /// The source of each paragraph, where the row has one.
    sources: Vec<String>,
    /// The terms that the row brings, each with its renderings.
    terms: Vec<(String, Vec<String>)>,
}

/// What a check was seen to do.
#[derive(Default)]
struct Tally {
    damaged: u32,
    named: u32,
    right: u32,
    alarms: u32,
    remarks: Vec<String>,
}

#[test]
fn no_check_falls_below_its_floor() {
    let (tallies, absent) = tallies(&rows());
    print!("{}", table(&tallies));
    println!("NOT THERE, their rows are not counted: {}", join(&absent));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(FLOOR, floor_of(&tallies)).unwrap();
    }
    let (fallen, new) = fallen(&tallies, &fs::read_to_string(FLOOR).unwrap());
    println!("WITHOUT A FLOOR, UPDATE=1 gives them one: {}", join(&new));
    assert!(fallen.is_empty(), "below {FLOOR}:\n{}", fallen.join("\n"));
}

#[test]
fn the_sentences_are_sound() {
    let rows = rows();
    let ids: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), rows.len(), "ids are unique");
    for row in &rows {
        assert_eq!(row.damaged, !row.marks.is_empty(), "{}: marks", row.id);
        assert!(!row.damaged || !row.checks.is_empty(), "{}: names no check", row.id);
    }
    for damaged in [true, false] {
        for script in [Script::Hans, Script::Hant] {
            let written =
                |row: &&Row| Census::of(&row.paragraphs.concat()).majority() == Some(script);
            let count = rows.iter().filter(|row| row.damaged == damaged).filter(written).count();
            assert!(count >= 100, "{count} rows in {script:?}, damaged: {damaged}");
        }
    }
}

/// Runs every row; gives the figures of each check, and the checks that do not exist.
fn tallies(rows: &[Row]) -> (BTreeMap<&'static str, Tally>, BTreeSet<String>) {
    let mut tallies: BTreeMap<_, Tally> =
        checks::all().map(|check| (check.id, Tally::default())).collect();
    let named = rows.iter().flat_map(|row| &row.checks);
    let absent = named.filter(|id| checks::find(id).is_none()).cloned().collect();
    let mut with = BTreeMap::new();
    for row in rows {
        let tag = row.variant.map(|variant| variant.to_string());
        let (variant, effort) = (row.variant, row.effort());
        let with = with.entry((tag, effort == Effort::Full)).or_insert_with(|| Resources {
            variant,
            effort,
            ..Resources::default()
        });
        let found = review(&document(row), with, &Rules::all()).findings;
        count_damage(row, &found, &mut tallies);
        count_findings(row, &found, &mut tallies);
    }
    (tallies, absent)
}

/// A damaged row counts for the first of its checks that exists; any of them may name it.
fn count_damage(row: &Row, found: &[Finding], tallies: &mut BTreeMap<&'static str, Tally>) {
    let owner = row.checks.iter().find_map(|id| checks::find(id));
    let Some(check) = owner.filter(|_| row.damaged) else { return };
    let expected = |it: &Finding| row.checks.iter().any(|id| id == it.check);
    let named = found.iter().any(|it| expected(it) && row.is_marked(it));
    let tally = tallies.entry(check.id).or_default();
    tally.damaged += 1;
    tally.named += u32::from(named);
    if !named {
        tally.remarks.push(format!("missed  {:24} {}", row.id, row.paragraphs.join("⏎")));
    }
}

fn count_findings(row: &Row, found: &[Finding], tallies: &mut BTreeMap<&'static str, Tally>) {
    for finding in found {
        let tally = tallies.entry(finding.check).or_default();
        if row.is_marked(finding) {
            tally.right += 1;
        } else if row.is_alarmed(finding) {
            let said = &row.paragraphs[finding.place.paragraph as usize][finding.span.range()];
            tally.alarms += 1;
            tally.remarks.push(format!(
                "alarm   {:24} {said} in {}",
                row.id,
                row.paragraphs.join("⏎")
            ));
        }
    }
}

/// The checks for whose rows the sentence encoder is asked: it is slow in a build for tests.
const OF_MEANING: [&str; 3] = ["unrelated-target", "unsupported-clause", "missing-content"];

impl Row {
    fn effort(&self) -> Effort {
        let asks = self.checks.iter().any(|id| OF_MEANING.contains(&id.as_str()));
        if asks { Effort::Full } else { Effort::Fast }
    }

    fn is_marked(&self, it: &Finding) -> bool {
        let touches = |(paragraph, mark): &(u32, Span)| {
            let meets = it.span.start < mark.end && mark.start < it.span.end;
            *paragraph == it.place.paragraph && (meets || it.span == *mark)
        };
        self.marks.iter().any(touches)
    }

    /// Whether a finding off the mark counts. What no gate counts is no alarm; remarks on style
    /// and on house typography are held against a check only where the row tempts it.
    fn is_alarmed(&self, it: &Finding) -> bool {
        let systematic = checks::find(it.check).is_some_and(|check| check.systematic);
        let light = systematic || it.severity == Severity::Neutral;
        let tempted = !self.damaged && self.checks.iter().any(|id| id == it.check);
        it.confidence > Confidence::Low && (tempted || !light)
    }
}

impl Tally {
    /// Thousandths of the damage that were named.
    fn recall(&self) -> Option<u32> {
        (self.named * 1000).checked_div(self.damaged)
    }

    /// Thousandths of the findings that were right.
    fn precision(&self) -> Option<u32> {
        (self.right * 1000).checked_div(self.right + self.alarms)
    }
}

fn table(tallies: &BTreeMap<&str, Tally>) -> String {
    let mut table = format!(
        "{:24}{:>10}{:>8}{:>8}{:>8}{:>10}\n",
        "check", "damaged", "named", "recall", "alarms", "precision"
    );
    for (id, it) in tallies {
        let (recall, precision) = (thousandths(it.recall()), thousandths(it.precision()));
        writeln!(
            table,
            "{id:24}{:>10}{:>8}{recall:>8}{:>8}{precision:>10}",
            it.damaged, it.named, it.alarms
        )
        .unwrap();
    }
    for (id, it) in tallies {
        for remark in &it.remarks {
            writeln!(table, "{id:24} {remark}").unwrap();
        }
    }
    table
}

fn floor_of(tallies: &BTreeMap<&str, Tally>) -> String {
    let line = |(id, it): (&&str, &Tally)| {
        format!("{id}\t{}\t{}\n", thousandths(it.recall()), thousandths(it.precision()))
    };
    let lines: String = tallies.iter().map(line).collect();
    format!(
        "# What no check may fall below on sentences.tsv: UPDATE=1 cargo test --test quality.\ncheck\trecall\tprecision\n{lines}"
    )
}

/// The checks that fell below their floor, and those that have none.
fn fallen(tallies: &BTreeMap<&str, Tally>, floor: &str) -> (Vec<String>, BTreeSet<String>) {
    let mut new: BTreeSet<String> = tallies.keys().map(|id| (*id).to_owned()).collect();
    let mut fallen = vec![];
    for row in cells(floor) {
        let [id, recall, precision] = row[..] else { panic!("{row:?}") };
        new.remove(id);
        let Some(it) = tallies.get(id) else {
            fallen.push(format!("{id} is gone"));
            continue;
        };
        for (what, now, least) in
            [("recall", it.recall(), recall), ("precision", it.precision(), precision)]
        {
            if thousandths(now).as_str() < least {
                fallen.push(format!("{id}: {what} {} < {least}", thousandths(now)));
            }
        }
    }
    (fallen, new)
}

/// `0.857`; nothing to measure is written `-`, which sorts below every figure.
fn thousandths(part: Option<u32>) -> String {
    part.map_or_else(|| "-".to_owned(), |it| format!("{}.{:03}", it / 1000, it % 1000))
}

fn join(ids: &BTreeSet<String>) -> String {
    ids.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn rows() -> Vec<Row> {
    let table = fs::read_to_string("tests/quality/sentences.tsv").unwrap();
    cells(&table).map(|cells| row(&cells)).collect()
}

/// The cells of each line below the comments and the names of the columns.
fn cells(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.skip(1).map(|line| line.split('\t').collect())
}

fn row(cells: &[&str]) -> Row {
    let [id, kind, checks, text, _note, more @ ..] = cells else { panic!("{cells:?}") };
    let more = |nth: usize| more.get(nth).filter(|cell| !cell.is_empty());
    assert!(["damaged", "clean"].contains(kind), "{id}: {kind}");
    let mut row = Row {
        id: (*id).to_owned(),
        damaged: *kind == "damaged",
        checks: checks.split('|').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
        paragraphs: vec![],
        marks: vec![],
        variant: more(0).map(|tag| tag.parse().unwrap()),
        sources: more(1).map_or(vec![], |it| it.split('⏎').map(str::to_owned).collect()),
        terms: more(2).map_or(vec![], |it| it.split(';').map(term).collect()),
    };
    for (nth, marked) in (0..).zip(unescaped(text).split('⏎')) {
        let (paragraph, marks) = unmark(marked);
        row.paragraphs.push(paragraph);
        row.marks.extend(marks.into_iter().map(|mark| (nth, mark)));
    }
    row
}

/// `liquidity=流动性|流通性`
fn term(cell: &str) -> (String, Vec<String>) {
    let (name, renderings) = cell.split_once('=').expect("a term has renderings");
    (name.to_owned(), renderings.split('|').map(str::to_owned).collect())
}

/// The text with each `\u{200b}` as the character that it stands for.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        plain.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        plain.push_str(rest);
    }
    plain
}

fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut marks, mut opened) = (String::new(), vec![], vec![]);
    for c in marked.chars() {
        match c {
            '⟦' => opened.push(text.len()),
            '⟧' => marks.push(Span::from(opened.pop().unwrap()..text.len())),
            _ => text.push(c),
        }
    }
    assert!(opened.is_empty(), "a mark is not closed: {marked}");
    (text, marks)
}

fn document(row: &Row) -> Document {
    let mut sources = row.sources.iter().map(|it| Text::from(it.as_str()));
    let paragraph = |text: &String| Paragraph {
        segments: vec![Segment {
            source: sources.next(),
            target: Text::from(text.as_str()),
            variant: row.variant,
            terms: row.terms.clone(),
            ..Segment::default()
        }],
        ..Paragraph::default()
    };
    Document { paragraphs: row.paragraphs.iter().map(paragraph).collect(), ..Document::default() }
}
