use crate::formats::pieces::Pieces;
use std::ops::Range;

/// The lines of a block as one text without the marks of quotations before them, and the way back.
pub(super) struct Flat<'t> {
    pub(super) raw: &'t str,
    pub(super) text: String,
    /// Of each line its first byte in the text, and its bytes in the file.
    lines: Vec<(usize, Range<usize>)>,
}

impl<'t> Flat<'t> {
    pub(super) fn of(raw: &'t str, block: &[Range<usize>]) -> Self {
        let (mut text, mut lines) = (String::new(), vec![]);
        for line in block {
            if !lines.is_empty() {
                text.push('\n');
            }
            lines.push((text.len(), line.clone()));
            text.push_str(&raw[line.clone()]);
        }
        Self { raw, text, lines }
    }

    /// The bytes of the file that a stretch of the text stands for.
    pub(super) fn in_file(&self, at: &Range<usize>) -> Range<usize> {
        let first = self.lines.partition_point(|(start, _)| *start <= at.start) - 1;
        let last = self.lines.partition_point(|(start, _)| *start < at.end).max(first + 1) - 1;
        let place = |(start, line): &(usize, Range<usize>), byte| line.start + (byte - start);
        let start = place(&self.lines[first], at.start);
        start..place(&self.lines[last], at.end).max(start).min(self.raw.len())
    }

    /// Adds a stretch of the text.
    pub(super) fn copy(&self, pieces: &mut Pieces, at: Range<usize>) {
        let mut from = at.start;
        while from < at.end {
            let length = self.text[from..at.end].find('\n');
            let end = length.map_or(at.end, |it| from + it);
            pieces.words(self.in_file(&(from..end)));
            if length.is_some() {
                let next = self.lines.partition_point(|(start, _)| *start <= end);
                let after = self.lines.get(next).map_or(self.raw.len(), |(_, it)| it.start);
                pieces.character('\n', self.lines[next - 1].1.end..after);
            }
            from = end + usize::from(length.is_some());
        }
    }
}
