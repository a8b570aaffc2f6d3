//! The findings of one segment under its marked text.

use super::excerpt::{Columns, Row, rows};
use super::layout::{columns, cut, wrap};
use super::paint::{self, Paint};
use super::words;
use crate::error::visible;
use crate::finding::{Confidence, Finding, Language, say};
use crate::text::{Document, Place};
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

/// One underline: of a finding, or of what belongs to it.
struct Mark<'f> {
    /// The number of the finding in the block, from 1.
    label: usize,
    span: Range<usize>,
    finding: &'f Finding,
    is_copy: bool,
}

/// What stands before each row of the text.
const GUTTER: &str = "  │ ";

/// A row of text has this many lines of marks at most; copies that find no room are left out.
const LANES: usize = 3;

/// So many findings are told before the rest of a window is shown: the eye finds back to its mark.
const MANY: usize = 8;

/// So many copies of a repetition are marked, so many places elsewhere named.
const COPIES: usize = 6;

impl Page<'_> {
    /// The lines that show these findings, all of the segment at `place`.
    pub(super) fn block(&self, place: Place, findings: &[&Finding]) -> Vec<String> {
        let Some(text) = text_at(self.document, place) else { return vec![] };
        let marks = marks(place, findings);
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
            let seen = findings.partition_point(|it| it.span.start as usize <= row.bytes.end);
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
        for lane in lanes(marks, &Columns::of(text, &row.bytes), is_last) {
            lines.push(format!("{gutter}{blank}{}", self.lane(lane)));
        }
    }

    fn lane(&self, mut pieces: Vec<(Range<usize>, &Mark)>) -> String {
        pieces.sort_by_key(|(at, _)| at.start);
        let (mut line, mut column) = (String::new(), 0);
        for (at, mark) in pieces {
            line.extend(std::iter::repeat_n(' ', at.start - column));
            let label = mark.label.to_string();
            let (sign, style) = if mark.is_copy {
                ("~", paint::COPY)
            } else {
                ("^", paint::of_severity(mark.finding.severity))
            };
            let fill = sign.repeat((at.end - at.start).saturating_sub(label.len()));
            line.push_str(&self.paint.with(style, &(label + &fill)));
            column = at.end;
        }
        line
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
                let part = text_at(self.document, *place)?.get(span.range())?;
                let number = (self.before + place.paragraph + 1).to_string();
                let said = say("paragraph {0}: {1}", "第 {0} 段：{1}");
                Some(said.with(&[&number, &cut(part, 40)]).text(self.language))
            })
            .take(COPIES)
            .collect();
        let also = say("= also in {0}", "= 亦见{0}");
        let joined = said.join(if self.language == Language::English { "; " } else { "；" });
        (!said.is_empty()).then(|| also.with(&[&joined]).text(self.language))
    }

    fn remedy(&self, finding: &Finding, room: usize) -> Option<String> {
        let fix = finding.fix.as_ref()?;
        let said = match (fix.replacement.is_empty(), fix.certain) {
            (true, true) => say("= delete it", "= 删去"),
            (true, false) => say("= perhaps delete it", "= 或可删去"),
            (false, true) => say("= write: {0}", "= 改为：{0}"),
            (false, false) => say("= perhaps write: {0}", "= 或可改为：{0}"),
        };
        Some(said.with(&[&cut(&fix.replacement, 2 * room)]).text(self.language))
    }
}

/// The text of the segment at `place`, if there is one.
pub(super) fn text_at(document: &Document, place: Place) -> Option<&str> {
    let paragraph = document.paragraphs.get(place.paragraph as usize)?;
    Some(paragraph.segments.get(place.segment as usize)?.target.as_str())
}

fn marks<'f>(place: Place, findings: &[&'f Finding]) -> Vec<Mark<'f>> {
    let mut marks = vec![];
    for (label, finding) in (1..).zip(findings) {
        let mut add =
            |span: Range<usize>, is_copy| marks.push(Mark { label, span, finding, is_copy });
        add(finding.span.range(), false);
        let here = finding.related.iter().filter(|(other, _)| *other == place);
        here.take(COPIES).for_each(|(_, span)| add(span.range(), true));
    }
    marks.sort_by_key(|it| it.span.start);
    marks
}

/// Puts each mark of a row on the first of a few lines where it meets no other.
fn lanes<'m, 'f>(
    marks: &[&'m Mark<'f>],
    columns: &Columns,
    is_last: bool,
) -> Vec<Vec<(Range<usize>, &'m Mark<'f>)>> {
    let mut marks = marks.to_vec();
    marks.sort_by_key(|it| (it.is_copy, it.span.start));
    let mut lanes: Vec<Vec<(Range<usize>, &Mark)>> = vec![];
    for mark in marks {
        let Some(at) = columns.of_span(&mark.span, is_last) else { continue };
        let at = at.start..at.end.max(at.start + mark.label.to_string().len());
        let is_free = |lane: &Vec<(Range<usize>, &Mark)>| {
            lane.iter().all(|(other, _)| other.end <= at.start || at.end <= other.start)
        };
        match lanes.iter().position(is_free) {
            Some(nth) => lanes[nth].push((at, mark)),
            None if !mark.is_copy || lanes.len() < LANES => lanes.push(vec![(at, mark)]),
            None => {}
        }
    }
    lanes
}
