use super::Documents;
use super::remark::remarks;
use crate::error::Error;
use crate::text::{Document, Kind, Lines, Missing, Paragraph, Remark, Segment, line_ranges};
use std::ops::Range;

/// So many faults of one file are told.
pub(super) const TOLD: usize = 100;

/// A place of a file that cannot be read.
#[derive(Debug)]
pub(super) struct Fault {
    /// Where in the text it goes wrong.
    pub(super) byte: usize,
    pub(super) what: String,
    pub(super) help: &'static str,
}

impl Fault {
    pub(super) fn new(byte: usize, what: impl Into<String>, help: &'static str) -> Self {
        Self { byte, what: what.into(), help }
    }
}

/// What was read of a file that is one document, and what could not be read of it.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) faults: Vec<Fault>,
    pub(super) remarks: Vec<Remark>,
    /// What of a file of both languages is in the source's alone.
    pub(super) absent: Option<Vec<Missing>>,
}

impl Catalogue {
    /// Adds a unit of one segment.
    pub(super) fn add(&mut self, segment: Segment) {
        self.add_all(vec![segment]);
    }

    /// Adds a unit; none if it has no segment.
    pub(super) fn add_all(&mut self, segments: Vec<Segment>) {
        if !segments.is_empty() {
            self.paragraphs.push(Paragraph { kind: Kind::Message, segments });
        }
    }

    pub(super) fn fault(&mut self, byte: usize, what: impl Into<String>, help: &'static str) {
        self.faults.push(Fault::new(byte, what, help));
    }

    /// Takes a comment in that stands before the unit that it is about.
    pub(super) fn comment(&mut self, text: &str, place: Range<usize>) {
        self.remarks.extend(remarks(text, place, None));
    }

    /// Takes a comment in about the units from the one of this number on, up to the last so far.
    pub(super) fn note(&mut self, text: &str, place: Range<usize>, first: usize) {
        let about = first..self.paragraphs.len();
        self.remarks.extend(remarks(text, place, Some(about)));
    }

    /// The errors in their order, then the document.
    pub(super) fn documents<'b>(self, text: String) -> Documents<'b> {
        let errors = errors(&text, self.faults);
        let document = Document {
            raw: text,
            first_line: 1,
            paragraphs: self.paragraphs,
            remarks: self.remarks,
            absent: self.absent,
            ..Document::default()
        };
        Documents(Box::new(errors.into_iter().map(Err).chain([Ok(document)])))
    }
}

fn errors(text: &str, mut faults: Vec<Fault>) -> Vec<Error> {
    if faults.is_empty() {
        return vec![];
    }
    faults.sort_by_key(|it| it.byte);
    faults.dedup_by_key(|it| it.byte);
    let lines = Lines::of(text, 1);
    let left_out = faults.len().saturating_sub(TOLD);
    let shown = faults.into_iter().take(TOLD).map(|fault| error(text, &lines, fault));
    let more = Error::new(format!("{left_out} more places cannot be read"));
    shown.chain((left_out > 0).then_some(more)).collect()
}

fn error(text: &str, lines: &Lines, fault: Fault) -> Error {
    let byte = text.floor_char_boundary(fault.byte);
    let at = lines.position(u32::try_from(byte).unwrap_or(u32::MAX));
    let start = text[..byte].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let line = line_ranges(&text[start..]).next().unwrap_or_default();
    let error = Error::new(fault.what).at(at.line, at.column).line(&text[start..][line]);
    if fault.help.is_empty() { error } else { error.help(fault.help) }
}

#[cfg(test)]
mod tests {
    use super::Catalogue;

    #[test]
    fn faults_come_in_order_and_are_counted_when_there_are_many() {
        let mut found = Catalogue::default();
        for byte in (0..300).rev() {
            found.fault(byte, "wrong", "");
        }
        let said: Vec<String> = found
            .documents("字\n".repeat(100))
            .filter_map(Result::err)
            .map(|it| it.to_string())
            .collect();
        assert_eq!(said.len(), 101);
        assert!(said[0].starts_with("1:1: wrong\n  | 字"), "{}", said[0]);
        assert_eq!(said[100], "200 more places cannot be read");
    }
}
