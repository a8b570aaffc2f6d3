use crate::finding::{Bilingual, Finding, Fix, say};
use crate::formats::Again;
use crate::text::{Document, Place, Segment, Span, Text};

/// A fix as a change of one text of the file.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    /// Where the text stands in the document as it is read.
    pub(super) place: Place,
    /// What is replaced in the text: no more than differs.
    pub(super) span: Span,
    /// What is put there.
    pub(super) text: String,
    /// The bytes of the document that the span was read from; or where the text goes.
    pub(super) raw: Vec<Span>,
    /// The ways to write the text that were not tried in vain.
    pub(super) ways: Vec<String>,
}

/// Why a fix is not applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The file does not hold the new text: its encoding lacks a character of it.
    Encoding,
    /// An inline element, or half of a line end, stands in it.
    Element,
    /// The file would not say what it should, however the text is written.
    Unwritable,
    /// Fixes of one text undo each other.
    Circle,
}

impl Reason {
    /// The reason for people.
    pub fn says(self) -> Bilingual {
        match self {
            Self::Encoding => say(
                "the encoding of the file lacks a character of the new text",
                "文件的编码缺少新文字里的字符",
            ),
            Self::Element => say(
                "an inline element or half of a line end stands in the text",
                "这段文字里有行内元素或半个换行符",
            ),
            Self::Unwritable => {
                say("the file would not say what it should", "写入后，文件读出的内容会与预期不符")
            }
            Self::Circle => {
                say("the fixes of this text undo each other", "这段文字的几处修复互相抵消")
            }
        }
    }
}

impl Edit {
    /// The change that a fix makes in `document`, which is the one whose texts may have been parted
    /// into those that were reviewed: the finding stands in `text`.
    pub(super) fn of(
        finding: &Finding,
        fix: &Fix,
        text: &Text,
        document: &Document,
        again: &Again,
    ) -> Result<Self, Reason> {
        let old = &text.as_str()[finding.span.range()];
        let (before, after) = alike(old, &fix.replacement);
        let new = &fix.replacement[before..fix.replacement.len() - after];
        let part = finding.span.start as usize + before..finding.span.end as usize - after;
        let part = Span::from(part);
        let raw = pieces(text, part, &document.raw).ok_or(Reason::Element)?;
        let (place, moved) = whole(finding.place, text, document).ok_or(Reason::Unwritable)?;
        let span = Span { start: part.start + moved, end: part.end + moved };
        let ways = ways(new, document.raw.as_str(), again);
        if ways.is_empty() {
            return Err(Reason::Encoding);
        }
        Ok(Self { place, span, text: new.to_owned(), raw, ways })
    }

    /// The changes of the document's bytes: the text goes where its first piece was, and what was
    /// left out between two pieces stays.
    pub(super) fn changes(&self) -> impl Iterator<Item = (Span, &str)> {
        let way = self.ways.first().map_or("", String::as_str);
        self.raw.iter().enumerate().map(move |(nth, at)| (*at, if nth == 0 { way } else { "" }))
    }
}

/// The ways to write a text in the document. In a message that has choices two apostrophes may
/// stand for one.
fn ways(text: &str, raw: &str, again: &Again) -> Vec<String> {
    let mut ways = again.ways(text, raw);
    if text.contains('\'') {
        ways.extend(again.ways(&text.replace('\'', "''"), raw));
    }
    ways
}

/// How many bytes two texts share at their beginnings and at their ends.
fn alike(old: &str, new: &str) -> (usize, usize) {
    let same = |(a, b): &(char, char)| a == b;
    let length = |(c, _): (char, char)| c.len_utf8();
    let before = old.chars().zip(new.chars()).take_while(same).map(length).sum();
    let (old, new) = (&old[before..], &new[before..]);
    let after = old.chars().rev().zip(new.chars().rev()).take_while(same).map(length).sum();
    (before, after)
}

/// The bytes that a part of a text was read from; none if they cannot be replaced.
fn pieces(text: &Text, part: Span, raw: &str) -> Option<Vec<Span>> {
    if part.is_empty() {
        return Some(vec![text.in_raw(part)]);
    }
    let said = &text.as_str()[part.range()];
    let mut pieces = text.pieces_in_raw(part);
    pieces.dedup();
    let is_half = |it: &Span| {
        let written = &raw[it.range()];
        let rest = &raw[it.range().end..];
        written == "\r" && rest.starts_with('\n') || written == "\\r" && rest.starts_with("\\n")
    };
    let cut = pieces.last().is_some_and(is_half);
    (!said.contains(Text::INLINE) && !cut).then_some(pieces)
}

/// Where a text stands in the document, which may be a part of one there; and how many bytes of
/// that come before it.
fn whole(place: Place, text: &Text, document: &Document) -> Option<(Place, u32)> {
    let is_whole = |it: &&Segment| it.target.as_str().len() == text.as_str().len();
    let start = text.in_raw(Span { start: 0, end: 1.min(small(text.as_str().len())) }).start;
    let starts = |it: &&Segment| it.target.in_raw(Span::default()).start == start;
    if at(document, place).is_some_and(|it| is_whole(&it) && starts(&it)) {
        return Some((place, 0));
    }
    let paragraph = document.paragraphs.get(place.paragraph as usize)?;
    (0..).zip(&paragraph.segments).find_map(|(segment, it)| {
        let before = it.target.read_from(start)?;
        let rest = it.target.as_str().get(before as usize..)?;
        rest.starts_with(text.as_str()).then_some((Place { segment, ..place }, before))
    })
}

/// The segment at a place.
pub(super) fn at(document: &Document, place: Place) -> Option<&Segment> {
    document.paragraphs.get(place.paragraph as usize)?.segments.get(place.segment as usize)
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The document's bytes with the edits made; none if two of them meet in one piece.
pub(super) fn changed(raw: &str, edits: &[Edit]) -> Option<String> {
    let mut changes: Vec<(Span, &str)> = edits.iter().flat_map(Edit::changes).collect();
    changes.sort_by_key(|(at, _)| *at);
    let (mut made, mut done) = (String::with_capacity(raw.len()), 0);
    for (at, text) in changes {
        made.push_str(raw.get(done..at.start as usize)?);
        made.push_str(text);
        done = at.end as usize;
    }
    made.push_str(&raw[done..]);
    Some(made)
}
