//! The report on terms for programs, written as it comes.

use super::places::{Places, Range};
use crate::checks::{Miss, TermScore, TermUse};
use crate::text::Document;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

#[derive(Serialize)]
struct Scores {
    expected: u32,
    found: u32,
    success: Option<f64>,
    repeated: u32,
    consistent: u32,
    consistency: Option<f64>,
}

impl From<TermScore> for Scores {
    fn from(it: TermScore) -> Self {
        // Rounded down, so that only a whole success is 1.
        let short = |share: f64| (share * 10_000.0).floor() / 10_000.0;
        Self {
            expected: it.expected,
            found: it.found,
            success: it.success().map(short),
            repeated: it.repeated,
            consistent: it.consistent,
            consistency: it.consistency().map(short),
        }
    }
}

#[derive(Serialize)]
struct Page<'d> {
    /// The file's line that the document starts on.
    line: u32,
    id: Option<&'d str>,
    #[serde(flatten)]
    scores: Scores,
    terms: Vec<Term<'d>>,
}

#[derive(Serialize)]
struct Term<'d> {
    #[serde(rename = "term")]
    name: &'d str,
    accepted: &'d [String],
    expected: u32,
    found: u32,
    targets: BTreeMap<&'d str, u32>,
    missing: Vec<Missing<'d>>,
}

#[derive(Serialize)]
struct Missing<'d> {
    said: &'d str,
    paragraph: u32,
    segment: u32,
    #[serde(flatten)]
    range: Option<Range>,
}

pub(super) fn start(file: &str, first: bool, out: &mut dyn Write) -> io::Result<()> {
    if first {
        write!(out, "{{\"version\":\"{}\",\"files\":[", env!("CARGO_PKG_VERSION"))?;
    } else {
        out.write_all(b",")?;
    }
    out.write_all(b"\n{\"file\":")?;
    serde_json::to_writer(&mut *out, file)?;
    out.write_all(b",\"documents\":[")
}

pub(super) fn document(
    document: &Document,
    terms: &[TermUse],
    first: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let places = Places::of(document);
    let missing = |it: &'_ Miss| (it.place, places.range(it.place, it.span));
    let term = |it| term(it, &missing);
    let segment = document.paragraphs.iter().flat_map(|it| &it.segments).next();
    let page = Page {
        line: document.first_line,
        id: segment.and_then(|it| it.id.as_deref()),
        scores: TermScore::of(terms).into(),
        terms: terms.iter().map(term).collect(),
    };
    out.write_all(if first { b"\n" } else { b",\n" })?;
    Ok(serde_json::to_writer(out, &page)?)
}

fn term<'d>(
    it: &'d TermUse,
    place: &impl Fn(&Miss) -> (crate::text::Place, Option<Range>),
) -> Term<'d> {
    let missing = |miss: &'d Miss| {
        let (at, range) = place(miss);
        Missing { said: &miss.said, paragraph: at.paragraph + 1, segment: at.segment + 1, range }
    };
    Term {
        name: &it.name,
        accepted: &it.accepted,
        expected: it.expected,
        found: it.found,
        targets: it.targets.iter().map(|(target, count)| (target.as_str(), *count)).collect(),
        missing: it.missing.iter().map(missing).collect(),
    }
}

pub(super) fn end(score: TermScore, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"],")?;
    scores(score, out)
}

pub(super) fn finish(empty: bool, total: TermScore, out: &mut dyn Write) -> io::Result<()> {
    if empty {
        write!(out, "{{\"version\":\"{}\",\"files\":[", env!("CARGO_PKG_VERSION"))?;
    }
    out.write_all(b"],")?;
    scores(total, out)?;
    out.write_all(b"\n")
}

/// The scores as the last fields of an object, and its end.
fn scores(score: TermScore, out: &mut dyn Write) -> io::Result<()> {
    let scores = serde_json::to_string(&Scores::from(score))?;
    out.write_all(&scores.as_bytes()[1..])
}
