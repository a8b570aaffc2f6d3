use crate::text::{Kind, Variant};
use std::ops::Range;

/// A text that a check must flag, or must leave alone. `⟦` and `⟧` enclose each fault; each line
/// is a segment and a paragraph of one document.
///
/// Examples are the check's tests (`tests/checks.rs` runs them all) and its manual.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The source, line by line beside the target, where the check reads one.
    pub source: Option<&'static str>,
    /// Whether the lines of the source are aligned with the target's, and not one to one.
    pub aligned: bool,
    /// Whether the two are files of messages, `name = text`.
    pub keyed: bool,
    /// The target, with the faults marked.
    pub target: &'static str,
    /// The target after its fixes.
    pub fixed: Option<&'static str>,
    /// The terms of each row, each with its renderings, where the check asks for some.
    pub terms: &'static [(&'static str, &'static [&'static str])],
    /// The variant that is declared, where the check asks for one.
    pub variant: Option<Variant>,
    /// What the paragraphs are; the lines of a message are the forms of one that counts.
    pub kind: Kind,
    /// How many characters the target may have, where the check asks for it.
    pub max_length: Option<u32>,
}

/// What most examples share.
const BASE: Example = Example {
    source: None,
    aligned: false,
    keyed: false,
    target: "",
    fixed: None,
    terms: &[],
    variant: None,
    kind: Kind::Body,
    max_length: None,
};

pub(super) const fn bad(marked: &'static str) -> Example {
    Example { target: marked, ..BASE }
}

pub(super) const fn good(target: &'static str) -> Example {
    Example { target, ..BASE }
}

impl Example {
    pub(super) const fn source(self, source: &'static str) -> Self {
        Self { source: Some(source), ..self }
    }

    pub(super) const fn terms(
        self,
        terms: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        Self { terms, ..self }
    }

    pub(super) const fn beside(self, source: &'static str) -> Self {
        Self { source: Some(source), aligned: true, ..self }
    }

    pub(super) const fn keys(self, source: &'static str) -> Self {
        Self { source: Some(source), keyed: true, ..self }
    }

    pub(super) const fn variant(self, variant: Variant) -> Self {
        Self { variant: Some(variant), ..self }
    }

    pub(super) const fn message(self) -> Self {
        Self { kind: Kind::Message, ..self }
    }

    pub(super) const fn at_most(self, characters: u32) -> Self {
        Self { max_length: Some(characters), ..self }
    }

    pub(super) const fn fixed(self, fixed: &'static str) -> Self {
        Self { fixed: Some(fixed), ..self }
    }

    /// Whether the example shows a fault.
    pub fn is_bad(&self) -> bool {
        self.target.contains('⟦')
    }

    /// Each segment's text without its marks, and the bytes of each fault in it.
    pub fn segments(&self) -> impl Iterator<Item = (String, Vec<Range<usize>>)> {
        self.target.lines().map(unmark)
    }
}

fn unmark(marked: &str) -> (String, Vec<Range<usize>>) {
    let (mut text, mut faults, mut opened) = (String::new(), vec![], vec![]);
    for c in marked.chars() {
        match c {
            '⟦' => opened.push(text.len()),
            '⟧' => faults.extend(opened.pop().map(|start| start..text.len())),
            _ => text.push(c),
        }
    }
    (text, faults)
}
