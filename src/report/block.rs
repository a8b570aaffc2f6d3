//! The findings of one segment under its marked text.

use super::excerpt::{Columns, Row, rows};
use super::layout::{columns, cut, wrap};
use super::marks::{self, Mark};
use super::paint::{self, Paint};
use super::words;
use crate::error::visible;
use crate::finding::{Confidence, Finding, Language, say};
use crate::text::{Document, Place, Text};
use std::ops::Range;

/// Where a block is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page<'d> {
    pub(super) document: &'d Document,
    /// How many paragraphs of the file stand before the document.
    pub(super) before: u32,
    pub(super) language: Language,
    pub(super) paint: Paint,
    pub(super) width: usize,
}

/// What stands before each row of the text.
const GUTTER: &str = "  │ ";

/// So many findings are told before the rest of a window is shown: the eye finds back to its mark.
const MANY: usize = 8;

impl Page<'_> {
    /// The lines that show these findings, all of the segment at `place`.
    pub(super) fn block(&self, place: Place, findings: &[&Finding]) -> Vec<String> {
        let Some(text) = text_at(self.document, place) else { return vec![] };
        let view = text.given();
        let text = view.as_str();
        let marks = marks::of(place, findings, &view);
        let spans: Vec<Range<usize>> = marks.iter().map(|it| it.span.clone()).collect();
        let rows = rows(text, &spans, self.width - columns(GUTTER) - 2);
        let (mut lines, mut said, mut begun, mut active) = (vec![], 0, 0, vec![]);
        for (nth, row) in rows.iter().enumerate() {
            while marks.get(begun).is_some_and(|it| it.span.start <= row.bytes.end) {
                active.push(&marks[begun]);
                begun += 1;
            }
            active.retain(|it: &&Mark| it.span.end >= row.bytes.start);
            self.row(text, row, &active, &mut lines);
            let next = rows.get(nth + 1);
            let ends = next.is_none_or(|next| next.after_gap);
            let start = |it: &Finding| view.of_content(it.span).start as usize;
            let seen = findings.partition_point(|it| start(it) <= row.bytes.end);
            if ends || seen >= said + MANY {
                let until = if next.is_some() { seen } else { findings.len() };
                lines.extend((said..until).flat_map(|nth| self.finding(nth + 1, findings[nth])));
                said = until;
            }
        }
        lines
    }

    /// A row of the text, and the marks under it.
    fn row(&self, text: &str, row: &Row, marks: &[&Mark], lines: &mut Vec<String>) {
        let gutter = self.paint.with(paint::FAINT, GUTTER);
        let is_last = row.bytes.end == text.len();
        let lead = if row.after_gap { "…" } else { "" };
        let shown = visible(text[row.bytes.clone()].trim_end_matches(' '));
        lines.push(format!("{gutter}{lead}{shown}"));
        let blank = " ".repeat(columns(lead));
        for lane in marks::lanes(marks, &Columns::of(text, &row.bytes), is_last) {
            lines.push(format!("{gutter}{blank}{}", marks::line(self.paint, lane)));
        }
    }

    /// What is said about a finding.
    fn finding(&self, nth: usize, finding: &Finding) -> Vec<String> {
        let mut lines = self.headline(nth, finding);
        let indent = " ".repeat(4);
        let room = self.width - indent.len();
        for note in self.elsewhere(finding).into_iter().chain(self.remedy(finding, room)) {
            lines.extend(
                wrap(&note, room)
                    .into_iter()
                    .map(|row| format!("{indent}{}", self.paint.with(paint::REMEDY, &row))),
            );
        }
        lines
    }

    fn headline(&self, nth: usize, finding: &Finding) -> Vec<String> {
        let severity = words::severity(finding.severity).template(self.language);
        let unsure = if finding.confidence == Confidence::Low { "?" } else { "" };
        let head = format!("{nth:>3} {severity}{unsure} {}", finding.check);
        let colon = if self.language == Language::English { ": " } else { "：" };
        let message = format!("{head}{colon}{}", finding.message.text(self.language));
        let mut rows = wrap(&message, self.width - 4).into_iter();
        let first = rows.next().unwrap_or_default();
        let style = paint::of_severity(finding.severity);
        let body = first.strip_prefix(&head).map(str::to_owned);
        let first = body.map_or(first, |rest| self.paint.with(style, &head) + &rest);
        std::iter::once(first).chain(rows.map(|row| format!("    {row}"))).collect()
    }

    /// The places in other segments that belong to a finding.
    fn elsewhere(&self, finding: &Finding) -> Option<String> {
        let others = finding.related.iter().filter(|(place, _)| *place != finding.place);
        let said: Vec<String> = others
            .filter_map(|(place, span)| {
                let view = text_at(self.document, *place)?.given();
                let part = view.as_str().get(view.of_content(*span).range())?;
                let number = (self.before + place.paragraph + 1).to_string();
                let said = say("paragraph {0}: {1}", "第 {0} 段：{1}");
                Some(said.with(&[&number, &cut(part, 40)]).text(self.language))
            })
            .take(marks::COPIES)
            .collect();
        let also = say("= also in {0}", "= 亦见{0}");
        let joined = said.join(words::semicolon(self.language));
        (!said.is_empty()).then(|| also.with(&[&joined]).text(self.language))
    }

    fn remedy(&self, finding: &Finding, room: usize) -> Option<String> {
        let fix = finding.fix.as_ref()?;
        let said = words::remedy(fix).with(&[&cut(&fix.replacement, 2 * room)]);
        Some(format!("= {}", said.text(self.language)))
    }
}

/// The text of the segment at `place`, if there is one.
pub(super) fn text_at(document: &Document, place: Place) -> Option<&Text> {
    let paragraph = document.paragraphs.get(place.paragraph as usize)?;
    Some(&paragraph.segments.get(place.segment as usize)?.target)
}

#[cfg(test)]
mod tests {
    use super::{Page, Paint};
    use crate::finding::{Confidence, Finding, Fix, Language, Severity, say};
    use crate::text::{Document, Paragraph, Place, Segment, Span};

    fn document(text: &str) -> Document {
        let segment = Segment { target: text.into(), ..Segment::default() };
        let paragraphs = vec![Paragraph { segments: vec![segment], ..Paragraph::default() }];
        Document { raw: text.to_owned(), first_line: 1, paragraphs, ..Document::default() }
    }

    fn finding(text: &str, part: &str, copy: Option<&str>) -> Finding {
        let find = |part: &str| {
            let at = text.find(part).expect("it is there");
            Span::from(at..at + part.len())
        };
        Finding {
            place: Place::default(),
            span: find(part),
            check: "some-check",
            severity: Severity::Major,
            confidence: Confidence::High,
            message: say("wrong", "错").with(&[]),
            related: copy.iter().map(|it| (Place::default(), find(it))).collect(),
            fix: None,
            element: None,
        }
    }

    fn block(text: &str, findings: &[Finding], width: usize) -> String {
        let document = document(text);
        let page = Page {
            document: &document,
            before: 0,
            language: Language::English,
            paint: Paint { colour: false },
            width,
        };
        page.block(Place::default(), &findings.iter().collect::<Vec<_>>()).join("\n")
    }

    #[test]
    fn marks_stand_under_wide_and_joined_characters() {
        let text = "前\t👨‍👩‍👧‍👦e\u{301}字與字\x1b[m後";
        let mut found = finding(text, "與字", Some("字"));
        found.fix = Some(Fix { replacement: String::new(), certain: true });
        let expected = "  \u{2502} 前 👨‍👩‍👧‍👦e\u{301}字與字␛[m後
  \u{2502}       1~1^^^
  1 major some-check: wrong
    = delete it";
        assert_eq!(block(text, &[found], 80), expected);
    }

    #[test]
    fn overlapping_marks_get_lines_of_their_own() {
        let text = "一二三四五六";
        let found = [finding(text, "一二三", None), finding(text, "三四", Some("一"))];
        let expected = "  │ 一二三四五六
  │ 1^^^^^
  │ 2~  2^^^
  1 major some-check: wrong
  2 major some-check: wrong";
        assert_eq!(block(text, &found, 80), expected);
    }

    #[test]
    fn a_mark_goes_on_over_rows() {
        let text = "一二三四五六七八九十".repeat(4);
        let mut found = finding(&text, "八九十一二三四五六七八九十一", None);
        found.confidence = Confidence::Low;
        let shown = block(&text, &[found], 40);
        assert!(shown.contains("  │               1^^^^^^^^^^^^^^^^^^^"), "{shown}");
        assert!(shown.contains("1 major? some-check"), "{shown}");
        assert!(shown.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 40));
    }

    #[test]
    fn something_missing_at_the_end_has_its_mark() {
        let text = "沒有句號";
        let mut found = finding(text, "號", None);
        found.span.start = found.span.end;
        assert!(block(text, &[found], 80).contains("  │         1\n"), "after the last character");
    }

    #[test]
    fn a_place_that_is_not_there_is_passed_over() {
        let text = "字";
        let mut found = finding(text, "字", None);
        found.related = vec![(Place { paragraph: 9, segment: 9 }, Span { start: 5, end: 9 })];
        assert!(block(text, &[found], 80).contains("wrong"));
    }
}
