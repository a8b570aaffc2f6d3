//! A text with its marks. Where several stand over each other, the gravest is seen.

use super::escape::block;
use crate::finding::{Finding, Severity};
use crate::report::is_systematic;
use crate::text::{Place, View};
use std::collections::BTreeSet;
use std::ops::Range;

/// What is marked.
struct Mark {
    span: Range<usize>,
    /// The number of its finding among those of the paragraph; none of house style and of a copy.
    number: Option<usize>,
    rank: Rank,
}

/// How a mark looks; the last one is seen over the others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Copy,
    House,
    Finding(Severity),
}

impl Rank {
    fn class(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::House => "house",
            Self::Finding(severity) => severity.name(),
        }
    }
}

/// The text of the segment at `place` with the marks of all findings of its paragraph. House style
/// has no number.
pub(super) fn marked(place: Place, numbered: &[(usize, &Finding)], view: &View) -> String {
    let mut marks = marks(place, numbered, view);
    marks.sort_by_key(|it| (it.span.start, it.span.end));
    let text = view.as_str();
    let mut cuts: BTreeSet<usize> =
        marks.iter().flat_map(|it| [it.span.start, it.span.end]).collect();
    cuts.extend([0, text.len()]);
    let (mut out, mut at, mut begun, mut open) = (String::new(), 0, 0, Vec::<&Mark>::new());
    for cut in cuts {
        piece(&text[at..cut], &open, &mut out);
        numbers(open.iter().filter(|it| it.span.end == cut), &mut out);
        open.retain(|it| it.span.end > cut);
        while let Some(mark) = marks.get(begun).filter(|it| it.span.start == cut) {
            if mark.span.is_empty() {
                gap(mark, &mut out);
            } else {
                open.push(mark);
            }
            begun += 1;
        }
        at = cut;
    }
    out
}

fn marks(place: Place, numbered: &[(usize, &Finding)], view: &View) -> Vec<Mark> {
    let mut marks = vec![];
    for (number, finding) in numbered {
        if finding.place == place {
            let span = view.of_content(finding.span).range();
            let is_house = is_systematic(finding);
            let rank = if is_house { Rank::House } else { Rank::Finding(finding.severity) };
            marks.push(Mark { span, number: (!is_house).then_some(*number), rank });
        }
        let here = finding.related.iter().filter(|(other, _)| *other == place);
        marks.extend(here.map(|(_, span)| Mark {
            span: view.of_content(*span).range(),
            number: None,
            rank: Rank::Copy,
        }));
    }
    marks
}

/// A piece of the text under the marks that are open.
fn piece(text: &str, open: &[&Mark], out: &mut String) {
    match open.iter().map(|it| it.rank).max() {
        _ if text.is_empty() => {}
        None => out.push_str(&block(text)),
        Some(rank) => {
            out.extend(["<mark class=\"", rank.class(), "\">", &block(text), "</mark>"]);
        }
    }
}

/// The numbers of the marks that end here.
fn numbers<'m>(marks: impl Iterator<Item = &'m &'m Mark>, out: &mut String) {
    let numbers: Vec<String> = marks.filter_map(|it| Some(it.number?.to_string())).collect();
    if !numbers.is_empty() {
        out.extend(["<sup>", &numbers.join(","), "</sup>"]);
    }
}

/// A place where something is missing.
fn gap(mark: &Mark, out: &mut String) {
    out.extend(["<mark class=\"gap ", mark.rank.class(), "\">‸</mark>"]);
    numbers(std::iter::once(&mark), out);
}

#[cfg(test)]
mod tests {
    use super::marked;
    use crate::finding::{Confidence, Finding, Severity, say};
    use crate::text::{Place, Span, Text};

    fn finding(start: u32, end: u32, check: &'static str, severity: Severity) -> Finding {
        Finding {
            place: Place::default(),
            span: Span { start, end },
            check,
            severity,
            confidence: Confidence::High,
            message: say("", "").with(&[]),
            related: vec![],
            fix: None,
            element: None,
        }
    }

    fn shown(text: &str, findings: &[Finding]) -> String {
        let numbered: Vec<(usize, &Finding)> = (1..).zip(findings).collect();
        marked(Place::default(), &numbered, &Text::from(text).given())
    }

    #[test]
    fn the_gravest_of_several_is_seen() {
        let findings = [
            finding(0, 9, "some-check", Severity::Minor),
            finding(3, 6, "some-check", Severity::Critical),
        ];
        let expected = "<mark class=\"minor\">一</mark><mark class=\"critical\">二</mark><sup>2</sup>\
                        <mark class=\"minor\">三</mark><sup>1</sup>四";
        assert_eq!(shown("一二三四", &findings), expected);
    }

    #[test]
    fn copies_house_style_and_gaps_have_looks_of_their_own() {
        let mut twice = finding(3, 6, "some-check", Severity::Major);
        twice.related = vec![(Place::default(), Span { start: 0, end: 3 })];
        let findings = [
            twice,
            finding(6, 7, "halfwidth-punctuation", Severity::Minor),
            finding(7, 7, "some-check", Severity::Minor),
        ];
        let expected = "<mark class=\"copy\">一</mark><mark class=\"major\">一</mark><sup>1</sup>\
                        <mark class=\"house\">,</mark><mark class=\"gap minor\">‸</mark><sup>3</sup>";
        assert_eq!(shown("一一,", &findings), expected);
    }

    #[test]
    fn a_text_without_marks_is_escaped() {
        assert_eq!(shown("<b>\n&", &[]), "&lt;b&gt;\n&amp;");
        assert_eq!(shown("", &[]), "");
    }
}
