//! How well sources and translations are aligned, with the encoder and without it. Glues the pairs
//! of JSONL files (`source`, `target`, and `doc` for the document) to documents, joins, deletes and
//! adds pieces by chance, and tells how many links are found again; then whether a strange text of
//! the same length is refused; then how many lost and added sentences are named.
//!
//! `cargo run --release --example alignment -- pairs.jsonl`. Every other document is looked at:
//! the rest is for choosing constants, and `tune` as the last argument looks at that.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

mod chance;
mod decisions;
mod links;
mod passages;
mod running;

use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use xindaya::encoder::Encoder;

/// A pair and the document that it is of.
#[derive(Deserialize)]
struct Row {
    doc: String,
    source: String,
    target: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<String> = std::env::args().skip(1).collect();
    let first = usize::from(paths.pop_if(|it| it == "tune").is_none());
    for path in &paths {
        let text = std::fs::read_to_string(path)?;
        let rows: Vec<Row> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        let mut documents: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in &rows {
            documents.entry(&row.doc).or_default().push(row);
        }
        let documents: Vec<Vec<&Row>> = documents.into_values().skip(first).step_by(2).collect();
        println!("{path}: {} documents", documents.len());
        for (name, encoder) in [("without the encoder", None), ("with", Encoder::shipped())] {
            println!("  {name}");
            links::show(&documents, encoder);
            decisions::show(&documents, encoder);
            passages::show(&documents, encoder);
        }
    }
    Ok(())
}
