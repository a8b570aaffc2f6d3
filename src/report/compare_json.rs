//! The report on two translations for programs.

use crate::compare::{Better, Change, Comparison, Fit, Part};
use crate::finding::Message;
use crate::report::record::{Texts, texts};
use crate::score::{Reason, Signature, shown};
use serde::Serialize;

#[derive(Serialize)]
struct Object<'c> {
    version: &'static str,
    signature: String,
    a: File<'c>,
    b: File<'c>,
    /// What was put beside what: ids, source, position, documents.
    paired_by: &'static str,
    better: &'static str,
    /// How many points the second one has less.
    drop: f64,
    max_drop: Option<f64>,
    passed: bool,
    reason: Option<Texts>,
    checks: Vec<Checked>,
    paragraphs: Vec<Paragraph<'c>>,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the field is called so in the output")]
struct File<'c> {
    file: &'c str,
    points: f64,
    penalty: f64,
    risk: f64,
    /// How many units only this one has.
    alone: usize,
}

#[derive(Serialize)]
struct Paragraph<'c> {
    a: Side<'c>,
    b: Side<'c>,
    better: &'static str,
    gain: f64,
    /// What makes most of the risk of the worse one.
    reason: Option<Reason>,
    checks: Vec<Checked>,
}

#[derive(Serialize)]
struct Side<'c> {
    paragraph: u32,
    id: Option<&'c str>,
    start: &'c str,
    points: f64,
    penalty: f64,
    risk: f64,
}

#[derive(Serialize)]
struct Checked {
    check: &'static str,
    a: u32,
    b: u32,
    penalty: f64,
}

/// The report for programs on two translations, by the names of their files. `limit` is how many
/// points the second one may have less, `refused` why it does not pass.
pub fn compared_json(
    files: [&str; 2],
    comparison: &Comparison,
    limit: Option<f64>,
    refused: Option<&Message>,
    signature: &Signature,
) -> String {
    let whole = comparison.whole();
    let file = |nth: usize, part: &Part| File {
        file: files[nth],
        points: shown(part.score.document_points()),
        penalty: part.score.penalty(),
        risk: part.risk(),
        alone: comparison.alone[nth],
    };
    let object = Object {
        version: env!("CARGO_PKG_VERSION"),
        signature: signature.to_string(),
        a: file(0, &whole.a),
        b: file(1, &whole.b),
        paired_by: by(comparison.fit),
        better: name(comparison.better()),
        drop: comparison.drop(),
        max_drop: limit,
        passed: refused.is_none(),
        reason: refused.map(texts),
        checks: whole.changes().iter().map(checked).collect(),
        paragraphs: comparison.pairs.iter().map(paragraph).collect(),
    };
    super::json::line(&object)
}

fn paragraph(pair: &crate::compare::Pair) -> Paragraph<'_> {
    Paragraph {
        a: side(&pair.a),
        b: side(&pair.b),
        better: name(pair.better()),
        gain: pair.gain(),
        reason: pair.reason().filter(|_| pair.better() != Better::Same),
        checks: pair.changes().iter().map(checked).collect(),
    }
}

fn side(part: &Part) -> Side<'_> {
    Side {
        paragraph: part.paragraph,
        id: part.id.as_deref(),
        start: &part.start,
        points: shown(part.score.paragraph_points()),
        penalty: part.score.penalty(),
        risk: part.risk(),
    }
}

fn checked(change: &Change) -> Checked {
    #[expect(clippy::cast_precision_loss, reason = "a penalty is far below 2^52")]
    let penalty = change.tenths as f64 / 10.0;
    Checked { check: change.check, a: change.a, b: change.b, penalty }
}

fn name(better: Better) -> &'static str {
    match better {
        Better::A => "a",
        Better::B => "b",
        Better::Same => "same",
    }
}

fn by(fit: Fit) -> &'static str {
    match fit {
        Fit::Ids => "ids",
        Fit::Source => "source",
        Fit::Position => "position",
        Fit::Documents => "documents",
    }
}
