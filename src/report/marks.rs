//! The marks under a row of text.

use super::excerpt::Columns;
use super::paint::{self, Paint};
use crate::finding::Finding;
use crate::text::{Place, View};
use std::ops::Range;

/// One underline: of a finding, or of what belongs to it.
pub(super) struct Mark<'f> {
    /// The number of the finding in the block, from 1.
    label: usize,
    pub(super) span: Range<usize>,
    finding: &'f Finding,
    is_copy: bool,
}

/// A row of text has this many lines of marks at most; copies that find no room are left out.
const LANES: usize = 3;

/// So many copies of a repetition are marked, so many places elsewhere named.
pub(super) const COPIES: usize = 6;

/// The marks of these findings, all of the segment at `place`, by their starts in its `view`.
pub(super) fn of<'f>(place: Place, findings: &[&'f Finding], view: &View) -> Vec<Mark<'f>> {
    let mut marks = vec![];
    for (label, finding) in (1..).zip(findings) {
        let mut add = |span, is_copy| {
            let span = view.of_content(span).range();
            marks.push(Mark { label, span, finding, is_copy });
        };
        add(finding.span, false);
        let here = finding.related.iter().filter(|(other, _)| *other == place);
        here.take(COPIES).for_each(|(_, span)| add(*span, true));
    }
    marks.sort_by_key(|it| it.span.start);
    marks
}

/// Puts each mark of a row on the first of a few lines where it meets no other.
pub(super) fn lanes<'m, 'f>(
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

/// A line of marks.
pub(super) fn line(paint: Paint, mut pieces: Vec<(Range<usize>, &Mark)>) -> String {
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
        line.push_str(&paint.with(style, &(label + &fill)));
        column = at.end;
    }
    line
}
