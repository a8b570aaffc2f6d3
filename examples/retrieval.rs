//! How well the encoder finds the translation of each sentence among all translations of a file.
//!
//! `cargo run --release --example retrieval -- pairs.jsonl`, each line of which has a `source` and a
//! `target`, the sentences of each document one after the other.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]
#![expect(clippy::cast_precision_loss, reason = "the numbers are those of a file's lines")]

use std::error::Error;
use std::time::{Duration, Instant};
use xindaya::encoder::{Encoder, Vector};

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args().skip(1) {
        let (sources, targets) = read(&path)?;
        let (sources, first) = encoded(&sources);
        let (targets, second) = encoded(&targets);
        let count = sources.len();
        println!("{path}: {count} pairs");
        println!("  retrieval@1 {:.4}", retrieved(&sources, &targets));
        println!("  AUC, the true target against the next {:.4}", told_apart(&sources, &targets));
        let each = |time: Duration| 1000.0 * time.as_secs_f64() / count as f64;
        println!("  one thread, ms: a source {:.2}, a target {:.2}", each(first), each(second));
    }
    Ok(())
}

fn read(path: &str) -> Result<(Vec<String>, Vec<String>), Box<dyn Error>> {
    let (mut sources, mut targets) = (vec![], vec![]);
    for line in std::fs::read_to_string(path)?.lines() {
        let row: serde_json::Value = serde_json::from_str(line)?;
        let field = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        sources.push(field("source"));
        targets.push(field("target"));
    }
    Ok((sources, targets))
}

fn encoded(texts: &[String]) -> (Vec<Vector>, Duration) {
    let encoder = Encoder::embedded();
    let start = Instant::now();
    let vectors = texts.iter().map(|text| encoder.encode(text)).collect();
    (vectors, start.elapsed())
}

/// The share of the sources whose own target is the nearest of all.
fn retrieved(sources: &[Vector], targets: &[Vector]) -> f64 {
    let is_own = |(nth, source): (usize, &Vector)| {
        let own = source.cosine(&targets[nth]);
        targets.iter().enumerate().all(|(at, it)| at == nth || source.cosine(it) < own)
    };
    let found = sources.iter().enumerate().filter(|it| is_own(*it)).count();
    found as f64 / sources.len() as f64
}

/// How often the cosine of a true pair is above that of a source and the target after its own.
fn told_apart(sources: &[Vector], targets: &[Vector]) -> f64 {
    let next = targets.iter().cycle().skip(1);
    let mut wrong: Vec<f32> = sources.iter().zip(next).map(|(one, two)| one.cosine(two)).collect();
    wrong.sort_by(f32::total_cmp);
    let right = sources.iter().zip(targets).map(|(one, two)| one.cosine(two));
    let below: usize = right.map(|it| wrong.partition_point(|other| *other < it)).sum();
    below as f64 / (wrong.len() * wrong.len()) as f64
}
