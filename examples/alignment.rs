//! How well sources and translations are aligned: glues the pairs of a JSONL file (`source`,
//! `target`, and `doc` for the document) to documents, joins, deletes and adds pieces by chance,
//! and tells the F1 of the links that are found again. `cover` as the last argument tells how well
//! the lexicon parts true pairs from a source beside the next target.
//!
//! `cargo run --example alignment -- pairs.jsonl`

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use xindaya::align::{Original, Rendered, align};
use xindaya::lexicon::Lexicon;
use xindaya::text::Shadow;

#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    doc: String,
    source: String,
    target: String,
}

/// Shares of pieces that are joined, that are deleted of the target and of the source, and that a
/// stranger follows in the target.
const DAMAGES: [(&str, f64, f64, f64, f64); 4] = [
    ("as they are", 0.0, 0.0, 0.0, 0.0),
    ("10 % joined", 0.1, 0.0, 0.0, 0.0),
    ("and 5 % deleted", 0.1, 0.05, 0.025, 0.0),
    ("10 % deleted, 5 % foreign", 0.1, 0.1, 0.0, 0.05),
];

/// Rows without a document are glued together by so many.
const GLUED: usize = 16;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.first().ok_or("name a JSONL file of pairs")?;
    let text = std::fs::read_to_string(path)?;
    let rows: Vec<Row> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    if arguments.get(1).is_some_and(|it| it == "cover") {
        cover(&rows);
        return Ok(());
    }
    let mut documents: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for (nth, row) in rows.iter().enumerate() {
        let name = if row.doc.is_empty() { format!("{:06}", nth / GLUED) } else { row.doc.clone() };
        documents.entry(name).or_default().push(row);
    }
    let all: Vec<&str> = rows.iter().map(|it| it.target.as_str()).collect();
    for (name, joined, lost, unsaid, foreign) in DAMAGES {
        let mut tally = Tally::default();
        let mut chance = Chance(7);
        for rows in documents.values() {
            let source = glue(rows, |it| &it.source, joined, unsaid, 0.0, &[], &mut chance);
            let target = glue(rows, |it| &it.target, joined, lost, foreign, &all, &mut chance);
            tally.add(&source, &target);
        }
        println!("{name}: {tally}");
    }
    let documents: Vec<&Vec<&Row>> = documents.values().collect();
    for (name, by) in [("true", 0), ("strange", 1)] {
        let other = documents.iter().cycle().skip(by);
        let mut means: Vec<f32> = documents.iter().zip(other).map(|(a, b)| mean(a, b)).collect();
        means.sort_by(f32::total_cmp);
        let at = |share: usize| means[(means.len() - 1) * share / 100];
        println!("mean evidence of {name} documents: {:.1} to {:.1}", at(0), at(100));
        println!("  of nine tenths of them: {:.1} to {:.1}", at(5), at(95));
    }
    Ok(())
}

/// The mean evidence for the beads of one document's sources and another's targets.
fn mean(source: &[&Row], target: &[&Row]) -> f32 {
    let originals = Original::all(source.iter().map(|it| it.source.as_str()));
    let rendered: Vec<Rendered> = target.iter().map(|it| Rendered::of(&it.target)).collect();
    align(&originals, &rendered, None).evidence()
}

/// A piece with the numbers of the rows that it is made of.
type Glued = (BTreeSet<usize>, String);

fn glue(
    rows: &[&Row],
    text: impl Fn(&Row) -> &String,
    joined: f64,
    lost: f64,
    foreign: f64,
    strangers: &[&str],
    chance: &mut Chance,
) -> Vec<Glued> {
    let mut pieces: Vec<Glued> = vec![];
    for (nth, row) in rows.iter().enumerate() {
        if chance.is_under(lost) {
            continue;
        }
        match pieces.last_mut() {
            Some((of, before)) if chance.is_under(joined) => {
                of.insert(nth);
                before.push(' ');
                before.push_str(text(row).trim());
            }
            _ => pieces.push((BTreeSet::from([nth]), text(row).trim().to_owned())),
        }
        if chance.is_under(foreign) {
            let stranger = strangers[chance.below(strangers.len())].trim();
            pieces.push((BTreeSet::new(), stranger.to_owned()));
        }
    }
    pieces
}

#[derive(Default)]
struct Tally {
    right: usize,
    found: usize,
    given: usize,
}

impl Tally {
    fn add(&mut self, source: &[Glued], target: &[Glued]) {
        let originals = Original::all(source.iter().map(|it| it.1.as_str()));
        let rendered: Vec<Rendered> = target.iter().map(|it| Rendered::of(&it.1)).collect();
        let is_true = |i: usize, j: usize| !source[i].0.is_disjoint(&target[j].0);
        for bead in align(&originals, &rendered, None).beads {
            for (i, j) in bead.source.flat_map(|i| bead.target.clone().map(move |j| (i, j))) {
                self.found += 1;
                self.right += usize::from(is_true(i, j));
            }
        }
        let all = (0..source.len()).flat_map(|i| (0..target.len()).map(move |j| (i, j)));
        self.given += all.filter(|(i, j)| is_true(*i, *j)).count();
    }
}

impl std::fmt::Display for Tally {
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let share = |of: usize| self.right as f64 / of.max(1) as f64;
        let (precision, recall) = (share(self.found), share(self.given));
        let both = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        write!(f, "F1 {both:.3}, precision {precision:.3}, recall {recall:.3}")
    }
}

/// The same chances in every run.
struct Chance(u64);

impl Chance {
    fn draw(&mut self) -> u32 {
        let (factor, step) = (6_364_136_223_846_793_005, 1_442_695_040_888_963_407);
        self.0 = self.0.wrapping_mul(factor).wrapping_add(step);
        u32::try_from(self.0 >> 33).unwrap_or_default()
    }

    fn is_under(&mut self, share: f64) -> bool {
        f64::from(self.draw()) < share * f64::from(1_u32 << 31)
    }

    fn below(&mut self, end: usize) -> usize {
        self.draw() as usize % end
    }
}

/// How often a source's words are covered by its target more than by the next one.
fn cover(rows: &[Row]) {
    let shadows: Vec<Shadow> = rows.iter().map(|it| Shadow::of(&it.target)).collect();
    let mut shares = vec![];
    for (nth, row) in rows.iter().enumerate() {
        for (is_true, at) in [(true, nth), (false, (nth + 1) % rows.len())] {
            shares.extend(share(&row.source, shadows[at].text()).map(|it| (it, is_true)));
        }
    }
    println!("AUC of the share of covered words {:.3}", area(shares));
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn share(source: &str, shadow: &str) -> Option<f64> {
    let words = source.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '-');
    let covers: Vec<bool> =
        words.filter(|it| it.len() > 3).filter_map(|it| Lexicon.covers(it, shadow)).collect();
    let covered = covers.iter().filter(|it| **it).count();
    (!covers.is_empty()).then(|| covered as f64 / covers.len() as f64)
}

/// The chance that a true pair has more than one that is not; equal ones count half.
#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn area(mut shares: Vec<(f64, bool)>) -> f64 {
    shares.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut wins, mut truths) = (0.0, 0.0, 0.0);
    for equal in shares.chunk_by(|a, b| a.0.to_bits() == b.0.to_bits()) {
        let right = equal.iter().filter(|it| it.1).count() as f64;
        let wrong = equal.len() as f64 - right;
        wins += right * (below + wrong / 2.0);
        (below, truths) = (below + wrong, truths + right);
    }
    wins / (truths * below)
}
