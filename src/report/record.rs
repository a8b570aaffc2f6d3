//! Segments and findings as programs read them. Scripts rely on these fields: none is renamed or
//! removed, and new ones are added at the end.

use super::Page;
use super::places::{Places, Range};
use crate::checks;
use crate::finding::{Finding, Fix, Language};
use crate::score::{Reason, shown, shown_share};
use crate::text::Place;
use serde::Serialize;

/// A segment with its findings.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "the field is called so in the output")]
pub(super) struct Segment<'d> {
    pub(super) file: &'d str,
    pub(super) id: Option<&'d str>,
    /// The file's line that the paragraph stands on.
    pub(super) line: u32,
    /// Counted through the file, from 1.
    pub(super) paragraph: u32,
    /// Counted in the paragraph, from 1.
    pub(super) segment: u32,
    pub(super) points: f64,
    pub(super) penalty: f64,
    pub(super) findings: Vec<Record<'d>>,
    /// The share of its words that stand in garbled sentences.
    pub(super) garbled: f64,
    /// How urgently it should be read.
    pub(super) risk: f64,
    /// What makes most of the risk.
    pub(super) risk_by: Option<Reason>,
}

/// A finding.
#[derive(Debug, Serialize)]
pub(super) struct Record<'d> {
    check: &'static str,
    category: Option<crate::finding::Category>,
    mqm: &'static str,
    its: &'static str,
    severity: crate::finding::Severity,
    confidence: crate::finding::Confidence,
    #[serde(flatten)]
    range: Range,
    message: Texts,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<&'d Fix>,
}

#[derive(Debug, Serialize)]
pub(super) struct Texts {
    en: String,
    zh: String,
}

#[derive(Debug, Serialize)]
struct Related {
    paragraph: u32,
    segment: u32,
    #[serde(flatten)]
    range: Range,
}

/// The segments of a document, in order.
pub(super) fn segments(page: Page) -> impl Iterator<Item = Segment> {
    let places = Places::of(page.document);
    let all = (0..).zip(&page.document.paragraphs).flat_map(|(paragraph, block)| {
        (0..).zip(&block.segments).map(move |(segment, unit)| (Place { paragraph, segment }, unit))
    });
    all.zip(&page.review.segments).map(move |((place, unit), score)| Segment {
        file: page.file,
        id: unit.id.as_deref(),
        line: places.line(place),
        paragraph: page.before + place.paragraph + 1,
        segment: place.segment + 1,
        points: shown(score.paragraph_points()),
        penalty: score.penalty(),
        findings: records(page, place, &places),
        garbled: shown_share(score.garbled_share()),
        risk: score.risk.value(),
        risk_by: score.risk.reason(),
    })
}

fn records<'d>(page: Page<'d>, place: Place, places: &Places<'d>) -> Vec<Record<'d>> {
    let found = page.review.in_segment(place).iter();
    found.filter_map(|finding| record(page, finding, places)).collect()
}

fn record<'d>(page: Page, finding: &'d Finding, places: &Places<'d>) -> Option<Record<'d>> {
    let check = checks::find(finding.check);
    let related = finding.related.iter().filter_map(|(place, span)| {
        Some(Related {
            paragraph: page.before + place.paragraph + 1,
            segment: place.segment + 1,
            range: places.range(*place, *span)?,
        })
    });
    Some(Record {
        check: finding.check,
        category: check.map(|it| it.category),
        mqm: check.map_or("", |it| it.mqm),
        its: check.map_or("", |it| it.its),
        severity: finding.severity,
        confidence: finding.confidence,
        range: places.range(finding.place, finding.span)?,
        message: texts(&finding.message),
        related: related.collect(),
        fix: finding.fix.as_ref(),
    })
}

/// A message in both languages.
pub(super) fn texts(message: &crate::finding::Message) -> Texts {
    Texts { en: message.text(Language::English), zh: message.text(Language::Hans) }
}

#[cfg(test)]
mod tests {
    use crate::finding::{Confidence, Finding, Fix, Severity, say};
    use crate::report::{Format, Reporter, Settings};
    use crate::review::Review;
    use crate::score::Score;
    use crate::text::{Document, Origin, Paragraph, Place, Segment, Span, Text};
    use serde_json::{Value, json};

    /// The seventh row of a file; its target has an emoji, which UTF-16 counts twice.
    fn row() -> (Document, Review) {
        let raw = "{\"target\":\"甲😀乙乙\"}";
        let target = Text::new("甲😀乙乙", Origin::copied(Span { start: 11, end: 24 }));
        let segment = Segment { id: Some("7".to_owned()), target, ..Segment::default() };
        let paragraphs = vec![Paragraph { segments: vec![segment], ..Paragraph::default() }];
        let document =
            Document { raw: raw.to_owned(), first_line: 7, paragraphs, ..Document::default() };
        let finding = Finding {
            place: Place::default(),
            span: Span { start: 10, end: 13 },
            check: "repeated-phrase",
            severity: Severity::Major,
            confidence: Confidence::High,
            message: say("Twice {0}.", "两次{0}。").with(&["乙"]),
            related: vec![(Place::default(), Span { start: 7, end: 10 })],
            fix: Some(Fix { replacement: String::new(), certain: true }),
            element: None,
        };
        let score = Score { tenths: 50, ..Score::default() };
        let (segments, paragraphs) = (vec![score], vec![score]);
        let findings = vec![finding];
        (document, Review { findings, segments, paragraphs, score, ..Review::default() })
    }

    fn report(format: Format) -> String {
        let (document, review) = row();
        let mut out = vec![];
        let mut reporter = Reporter::new(Settings { format, ..Settings::default() }, &mut out);
        reporter.start("a.jsonl").expect("a vector takes all");
        reporter.document(&document, &review).expect("a vector takes all");
        reporter.document(&document, &review).expect("a vector takes all");
        assert!(!reporter.end().expect("a vector takes all"), "it is under 80 points");
        reporter.finish().expect("a vector takes all");
        String::from_utf8(out).expect("reports are UTF-8")
    }

    #[test]
    fn a_line_keeps_the_contract() {
        let lines = report(Format::Jsonl);
        let first: Value =
            serde_json::from_str(lines.lines().next().expect("a line")).expect("JSON");
        let expected = json!({
            "file": "a.jsonl", "id": "7", "line": 7, "paragraph": 1, "segment": 1,
            "points": 68.7, "penalty": 5.0,
            "findings": [{
                "check": "repeated-phrase", "category": "language",
                "mqm": "linguistic-conventions/duplication", "its": "duplication",
                "severity": "major", "confidence": "high",
                "chars": [3, 4], "bytes": [10, 13], "utf16": [4, 5], "line": 7, "column": 15,
                "message": {"en": "Twice 乙.", "zh": "两次乙。"},
                "related": [{
                    "paragraph": 1, "segment": 1,
                    "chars": [2, 3], "bytes": [7, 10], "utf16": [3, 4], "line": 7, "column": 14,
                }],
                "fix": {"replacement": "", "certain": true},
            }],
            "garbled": 0.0,
            "risk": 0.0, "risk_by": null,
        });
        assert_eq!(first, expected);
        let start = r#"{"file":"a.jsonl","id":"7","line":7,"paragraph":1,"segment":1,"points":68.7,"penalty":5.0,"findings":[{"check":"#;
        assert!(lines.starts_with(start), "the fields keep their order: {lines}");
        let second: Value =
            serde_json::from_str(lines.lines().nth(1).expect("a line")).expect("JSON");
        assert_eq!(second["paragraph"], 2);
    }

    #[test]
    fn a_run_is_one_object() {
        let run: Value = serde_json::from_str(&report(Format::Json)).expect("JSON");
        let file = &run["files"][0];
        assert_eq!(run["passed"], false);
        assert_eq!(run["gate"]["document"], 80.0);
        assert_eq!(file["segments"].as_array().map(Vec::len), Some(2));
        assert_eq!(file["paragraphs"][1]["paragraph"], 2);
        assert_eq!(file["counts"]["major"], 2);
        assert_eq!(file["reasons"][0]["en"], "0.0 points, at least: 80");
    }
}
