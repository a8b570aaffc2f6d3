use super::gather::Gather;
use crate::text::{Kind, Paragraph, Segment, Text};
use std::ops::Range;

/// A block of running text that is being read: its kind and its lines.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) kind: Kind,
    /// Of a heading its level.
    pub(super) level: Option<u8>,
    lines: Vec<Range<usize>>,
}

impl Block {
    /// A block of one line.
    pub(super) fn of(text: &str, kind: Kind, line: Range<usize>) -> Self {
        let mut block = Self { kind, ..Self::default() };
        block.add(text, line);
        block
    }

    /// Adds a line without the spaces around it; a blank one adds nothing.
    pub(super) fn add(&mut self, text: &str, line: Range<usize>) {
        self.lines.extend(trimmed(text, line));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The block's only line, if it has but one.
    pub(super) fn only_line<'t>(&self, text: &'t str) -> Option<&'t str> {
        if let [line] = self.lines.as_slice() { Some(&text[line.clone()]) } else { None }
    }

    /// How many bytes of text the block has.
    pub(super) fn len(&self) -> usize {
        self.lines.iter().map(Range::len).sum()
    }

    pub(super) fn lines(&self) -> &[Range<usize>] {
        &self.lines
    }

    /// The block as a paragraph of one segment, its lines with one line feed between them.
    pub(super) fn paragraph(&self, text: &str) -> Paragraph {
        paragraph(self.kind, self.text(text))
    }

    fn text(&self, text: &str) -> Text {
        let start = self.lines.first().map_or(0, |line| line.start);
        let mut gather = Gather::from(start);
        let mut end = start;
        for (nth, line) in self.lines.iter().enumerate() {
            if nth > 0 {
                gather.escape('\n', end..line.start);
            }
            gather.copy(&text[line.clone()], line.start);
            end = line.end;
        }
        gather.finish()
    }
}

/// A paragraph of one segment.
pub(super) fn paragraph(kind: Kind, target: Text) -> Paragraph {
    Paragraph { kind, segments: vec![Segment { target, ..Segment::default() }] }
}

/// A line without the spaces around it, if anything is left.
pub(super) fn trimmed(text: &str, line: Range<usize>) -> Option<Range<usize>> {
    let whole = &text[line.clone()];
    let kept = whole.trim();
    let start = line.start + (whole.len() - whole.trim_start().len());
    (!kept.is_empty()).then(|| start..start + kept.len())
}
