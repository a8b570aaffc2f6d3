//! How well the checks of meaning find damage. Takes the clean pairs of JSONL files (`source`,
//! `target`, and `doc` for the document), puts clauses from elsewhere into them, deletes a part of
//! each, or swaps neighbours; tells how much of that is found, and how much of what is clean.
//!
//! `cargo run --release --example meaning -- pairs.jsonl`

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

#[path = "../alignment/chance.rs"]
mod chance;
mod damage;
mod rates;

use damage::Pairs;
use rates::{auc, show};
use rayon::prelude::*;
use std::error::Error;
use xindaya::checks::{Pair, Prose, Resources, Support, Unit, Usual};
use xindaya::config::Rules;
use xindaya::encoder::{Encoder, Vector};
use xindaya::review::review;
use xindaya::text::{Kind, Place, Segment};

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args().skip(1) {
        let pairs = Pairs::read(&path)?;
        println!("{path}: {} pairs", pairs.rows.len());
        neighbours(&pairs);
        foreign_clauses(&pairs);
        deletions(&pairs);
        findings(&pairs);
    }
    Ok(())
}

/// Whether a true target is nearer to its source than the next one, alone and against how near
/// it is to the other sources of its document.
fn neighbours(pairs: &Pairs) {
    let encoder = Encoder::embedded();
    let (said, shown): (Vec<&str>, Vec<&str>) =
        pairs.rows.iter().map(|row| (row.source.as_str(), row.target.as_str())).unzip();
    let (said, shown) = (encoder.encode_all(&said), encoder.encode_all(&shown));
    let at = |nth: usize, by: usize| (nth + by) % said.len();
    for (name, weight) in [("alone", 0.0), ("less half of how near the others are", 0.5)] {
        let score = |by: usize| -> Vec<f32> {
            let of = |nth: usize| {
                let target = &shown[at(nth, by)];
                said[nth].cosine(target) - weight * others(pairs, nth, &said, target)
            };
            (0..said.len()).into_par_iter().map(of).collect()
        };
        println!(
            "  AUC, the true target against the next, {name}: {:.4}",
            auc(&score(0), &score(1))
        );
    }
}

/// How near a target is to the sources of a document but for one, on average.
fn others(pairs: &Pairs, own: usize, said: &[Vector], target: &Vector) -> f32 {
    let near = pairs.document(own).filter(|it| *it != own).map(|it| said[it].cosine(target));
    let (sum, count) = near.fold((0.0, 0.0_f32), |(sum, count), it| (sum + it, count + 1.0));
    sum / count.max(1.0)
}

/// What may be told of a clause.
type Told = fn(&Support) -> bool;
const KINDS: [(&str, Told); 2] =
    [("strange", Support::is_strange), ("foreign", Support::is_foreign)];

/// How strange the clauses of the pairs are, and those from elsewhere.
fn foreign_clauses(pairs: &Pairs) {
    let with = Resources::default();
    let of = |source: &str, target: &str, part: Option<&str>| -> Vec<Support> {
        let prose = Prose::new(target, Some(source), &with);
        let asked = |text: &str| part.is_none_or(|it| it == text);
        prose.supports().iter().filter(|it| asked(&target[it.span.range()])).copied().collect()
    };
    let clean: Vec<_> =
        pairs.rows.par_iter().flat_map(|row| of(&row.source, &row.target, None)).collect();
    for (name, cases) in
        [("another document", pairs.foreign(false)), ("the same", pairs.foreign(true))]
    {
        let damaged: Vec<_> = cases
            .par_iter()
            .flat_map(|(nth, target, part)| of(&pairs.rows[*nth].source, target, Some(part)))
            .collect();
        for (kind, is_so) in KINDS {
            let told = |all: &[Support]| -> Vec<_> {
                all.iter().map(|it| (it.strangeness, is_so(it))).collect()
            };
            let name = format!("clauses from {name}, {kind}");
            show(&name, &told(&clean), &told(&damaged), cases.len());
        }
    }
}

/// How much the pairs seem to lack, whole and with 30 to 60 % of the target deleted.
fn deletions(pairs: &Pairs) {
    let with = Resources::default();
    let of = |source: &str, target: &str| -> (f32, bool) {
        let segment = Segment::default();
        let unit = Unit {
            place: Place::default(),
            kind: Kind::Body,
            target: Prose::new(target, Some(source), &with),
            variant: None,
            terms: None,
            segment: &segment,
        };
        let usual = Usual::of(std::slice::from_ref(&unit));
        let loss = Pair::of(&unit, usual).and_then(|it| it.loss());
        loss.map_or((f32::NEG_INFINITY, false), |it| (it.weight, it.is_likely()))
    };
    let clean: Vec<_> = pairs.rows.par_iter().map(|row| of(&row.source, &row.target)).collect();
    let cases = pairs.shortened();
    let damaged: Vec<_> =
        cases.par_iter().map(|(nth, target)| of(&pairs.rows[*nth].source, target)).collect();
    show("30 to 60 % deleted", &clean, &damaged, cases.len());
}

/// What the checks say of the pairs as they are, and with neighbours swapped.
fn findings(pairs: &Pairs) {
    let checks = ["unrelated-target", "unsupported-clause", "missing-content"];
    let off = xindaya::checks::all().map(|it| it.id).filter(|it| !checks.contains(it)).collect();
    let rules = Rules { off, ..Rules::default() };
    let with = Resources::default();
    let mut chars = 0;
    for row in &pairs.rows {
        chars += row.target.chars().count();
    }
    for (name, documents) in [("clean", pairs.documents()), ("neighbours swapped", pairs.swapped())]
    {
        let reviews: Vec<_> = documents.par_iter().map(|it| review(it, &with, &rules)).collect();
        let all = || reviews.iter().flat_map(|it| &it.findings);
        let counts = checks.map(|id| format!("{id} {}", all().filter(|it| it.check == id).count()));
        println!("  {name}, {chars} characters: {}", counts.join(", "));
    }
}
