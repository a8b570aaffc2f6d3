//! Damage that was planted beside its source, kind by kind, and good translations full of bait:
//! each as rows of a table, entries of a PO file and units of an XLIFF file. Every damage is named
//! by a check that fits, and nothing is said of what is good.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use xindaya::checks::{Effort, Resources};
use xindaya::config::Rules;
use xindaya::finding::Severity;
use xindaya::formats::{self, Options};
use xindaya::glossary::Glossary;
use xindaya::review::review;
use xindaya::text::Variant;

/// A translation, and the checks that may name its damage; none if it is good.
#[derive(Clone)]
struct Row<'t> {
    id: &'t str,
    expects: Vec<&'t str>,
    source: &'t str,
    target: &'t str,
}

const HANS: &str = include_str!("planted/zh-Hans.tsv");
const HANT: &str = include_str!("planted/zh-Hant.tsv");

fn rows(table: &str) -> Vec<Row<'_>> {
    let row = |line| {
        let mut cells = str::split(line, '\t');
        let mut cell = || cells.next().unwrap();
        let (id, expects) = (cell(), cell().split('|').filter(|it| !it.is_empty()).collect());
        Row { id, expects, source: cell(), target: cell() }
    };
    table.lines().skip(1).map(row).collect()
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn xliff(rows: &[Row], language: &str) -> String {
    let mut file = format!(
        "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"{language}\"><body>"
    );
    for Row { id, source, target, .. } in rows {
        let (source, target) = (xml(source), xml(target));
        writeln!(
            file,
            "<trans-unit id=\"{id}\" xml:space=\"preserve\"><source>{source}</source>\
             <target state=\"translated\">{target}</target></trans-unit>"
        )
        .unwrap();
    }
    file + "</body></file></xliff>"
}

fn po(rows: &[Row]) -> String {
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    let mut file =
        String::from("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n");
    for row in rows {
        let (source, target) = (escaped(row.source), escaped(row.target));
        let id = row.id;
        write!(file, "\nmsgctxt \"{id}\"\nmsgid \"{source}\"\nmsgstr \"{target}\"\n").unwrap();
    }
    file
}

/// The checks that name something in each unit, by its id.
fn named(name: &str, file: &str, variant: Variant) -> BTreeMap<String, BTreeSet<&'static str>> {
    let glossary = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/planted/glossary.tsv");
    let own = glossary.display().to_string();
    let names: Vec<String> = Glossary::shipped().map(str::to_owned).chain([own]).collect();
    let glossary = Glossary::load(&names, Path::new("")).unwrap();
    // What is said is the same in every format, and to read it takes long in a build for tests.
    let effort = if name.ends_with("tsv") { Effort::Full } else { Effort::Fast };
    let with = Resources { glossary, variant: Some(variant), effort, ..Resources::default() };
    let mut found = BTreeMap::new();
    for document in formats::read(name, file.as_bytes(), &Options::default()).unwrap() {
        let document = document.unwrap();
        let review = review(&document, &with, &Rules::default());
        for (paragraph, place) in document.paragraphs.iter().zip(0..) {
            let here = review.findings.iter().filter(|it| it.place.paragraph == place);
            let told = here.filter(|it| it.severity > Severity::Neutral).map(|it| it.check);
            found.insert(paragraph.segments[0].id.clone().unwrap(), told.collect());
        }
    }
    found
}

/// What goes wrong with the rows of a table in one format.
fn faults(rows: &[Row], named: &BTreeMap<String, BTreeSet<&'static str>>) -> Vec<String> {
    let mut faults = vec![];
    for row in rows {
        let Some(said) = named.get(row.id) else {
            faults.push(format!("{}: not read", row.id));
            continue;
        };
        if row.expects.is_empty() && !said.is_empty() {
            faults.push(format!("{}: an alarm, {said:?}", row.id));
        } else if !row.expects.is_empty() && !row.expects.iter().any(|it| said.contains(it)) {
            faults.push(format!("{}: {said:?} instead of {:?}", row.id, row.expects));
        }
    }
    faults
}

#[test]
fn all_that_was_planted_is_named_and_nothing_else() {
    let mut all = vec![];
    for (table, tag) in [(HANS, "zh-Hans"), (HANT, "zh-Hant")] {
        let (rows, variant) = (rows(table), tag.parse().unwrap());
        let translated: Vec<Row> =
            rows.iter().filter(|it| !it.target.is_empty()).cloned().collect();
        let formats = [
            ("a.tsv", table.to_owned(), &rows),
            ("a.xlf", xliff(&rows, tag), &rows),
            // An entry without a translation is work to be done in PO, no damage.
            ("a.po", po(&translated), &translated),
        ];
        for (name, file, rows) in formats {
            let faults = faults(rows, &named(name, &file, variant));
            all.extend(faults.into_iter().map(|it| format!("{tag} {name} {it}")));
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn enough_is_planted() {
    let rows: Vec<Row> = [HANS, HANT].into_iter().flat_map(rows).collect();
    let damaged = rows.iter().filter(|it| !it.expects.is_empty()).count();
    assert!(damaged >= 60 && rows.len() - damaged >= 60, "{damaged} of {}", rows.len());
}
