use super::claims::Reader;
use super::meaning::{tell, understand};
use super::piece::{Original, Rendered};
use super::search::{Alignment, Bead, align};
use crate::encoder::{Encoder, Vector};
use crate::error::Error;
use crate::text::{Document, Missing, Paragraph, Place, Segment, Span, Text, sentences};
use std::ops::Range;

/// Puts the paragraphs of a document beside those of its source, if that was read with it, and
/// their sentences beside each other: each bead becomes a segment, the paragraphs stay. With an
/// encoder what they say is heard too.
///
/// # Errors
///
/// If the two do not seem to belong together. The document is then left without a source.
pub fn pair(document: &mut Document, encoder: Option<&Encoder>) -> Result<(), Error> {
    let original = std::mem::take(&mut document.original);
    let is_running = document.paragraphs.iter().all(|it| it.segments.len() == 1);
    if original.is_empty() || document.paragraphs.is_empty() || !is_running {
        return Ok(());
    }
    let source = Side::of(&original);
    let targets: Vec<Text> = document.paragraphs.iter().map(running).collect();
    let target = Side::of(&targets);
    let mut reader = Reader::default();
    let mut pieces = Pieces {
        originals: Original::read(source.sentences(), &mut reader),
        rendered: target.sentences().map(Rendered::of).collect(),
    };
    let is_english = pieces.originals.first().is_some_and(|it| it.is_english);
    let encoder = encoder.filter(|_| is_english);
    if let Some(encoder) = encoder {
        pieces.understand(&source, &target, encoder);
    }
    let groups = pieces.groups(&source, &target, &mut reader, encoder);
    let found = Alignment { beads: pieces.beads(&source, &target, &groups) };
    let (_, added) = found.alone(&pieces.originals, &pieces.rendered);
    if added > LEFT || is_english && found.evidence() < evidence(found.beads.len()) {
        document.source_raw = None;
        let what = "not paired: the text does not seem to be a translation of the source";
        return Err(Error::new(what).help("the text is checked without its source"));
    }
    let mut builder = Builder { source, target, document, missing: vec![], last: None };
    builder.build(&found.beads);
    let missing = builder.missing;
    // Without words to look up nobody can say for sure that something is missing.
    document.missing = is_english.then_some(missing);
    Ok(())
}

/// The text of a paragraph, and none of one whose name was paired already.
fn running(paragraph: &Paragraph) -> Text {
    let segment = &paragraph.segments[0];
    if segment.id.is_none() { segment.target.clone() } else { Text::default() }
}

/// The share of a translation from which it is that of something else.
const LEFT: f32 = 0.5;

/// The mean evidence that a translation has at least. Beside the source of another document it was
/// never above 0, and beside its own never below 3.7; a few words may say little.
fn evidence(beads: usize) -> f32 {
    if beads < 4 { -3.0 } else { 1.5 }
}

/// The sentences of all paragraphs of one side.
struct Side<'t> {
    paragraphs: &'t [Text],
    /// The number of the paragraph and the place in it.
    sentences: Vec<(usize, Span)>,
}

impl<'t> Side<'t> {
    fn of(paragraphs: &'t [Text]) -> Self {
        let cut = |(nth, text): (usize, &Text)| -> Vec<(usize, Span)> {
            let text = text.as_str();
            let spans = sentences(text).into_iter().map(|it| it.trimmed(text));
            spans.filter(|it| !it.is_empty()).map(|it| (nth, it)).collect()
        };
        Self { paragraphs, sentences: paragraphs.iter().enumerate().flat_map(cut).collect() }
    }

    fn sentences(&self) -> impl Iterator<Item = &'t str> {
        self.sentences.iter().map(|(nth, span)| &self.paragraphs[*nth].as_str()[span.range()])
    }

    /// The sentences of some paragraphs, by their numbers.
    fn of_paragraphs(&self, paragraphs: &Range<usize>) -> Range<usize> {
        let start = |of: usize| self.sentences.partition_point(|(nth, _)| *nth < of);
        start(paragraphs.start)..start(paragraphs.end)
    }

    /// The vectors of the paragraphs, from those of their sentences.
    fn vectors<'v>(
        &self,
        encoder: &Encoder,
        of: impl Fn(usize) -> Option<&'v Vector>,
    ) -> Vec<Vector> {
        let sentences = |nth: usize| self.of_paragraphs(&(nth..nth + 1));
        let mean = |nth: usize| encoder.mean(sentences(nth).filter_map(&of)).0;
        (0..self.paragraphs.len()).map(mean).collect()
    }

    /// Whether sentences stand in more than one paragraph.
    fn is_parted(&self, sentences: &Range<usize>) -> bool {
        let paragraph = |nth: usize| self.sentences[nth].0;
        !sentences.is_empty() && paragraph(sentences.start) != paragraph(sentences.end - 1)
    }

    /// Sentences of one paragraph as a text.
    fn text(&self, sentences: &Range<usize>) -> Text {
        let (nth, first) = self.sentences[sentences.start];
        let last = self.sentences[sentences.end - 1].1;
        self.paragraphs[nth].part(Span { start: first.start, end: last.end })
    }
}

/// What of the sentences is compared.
struct Pieces {
    originals: Vec<Original>,
    rendered: Vec<Rendered>,
}

impl Pieces {
    fn understand(&mut self, source: &Side, target: &Side, encoder: &Encoder) {
        let (said, shown): (Vec<&str>, Vec<&str>) =
            (source.sentences().collect(), target.sentences().collect());
        understand(encoder, (&mut self.originals, &said), (&mut self.rendered, &shown));
    }

    /// Paragraphs that belong together. Where most of them do not fit, since the two were divided
    /// in other ways, all sentences are one group.
    fn groups(
        &self,
        source: &Side,
        target: &Side,
        reader: &mut Reader,
        encoder: Option<&Encoder>,
    ) -> Vec<Bead> {
        let mut originals = Original::read(source.paragraphs.iter().map(Text::as_str), reader);
        let mut rendered: Vec<Rendered> =
            target.paragraphs.iter().map(|it| Rendered::of(it.as_str())).collect();
        if let Some(encoder) = encoder {
            let said = |at: usize| Some(&self.originals[at].said.as_ref()?.vector);
            let shown = |at: usize| Some(&self.rendered[at].said.as_ref()?.vector);
            let said = source.vectors(encoder, said);
            let shown = target.vectors(encoder, shown);
            tell(encoder, (&mut originals, said), (&mut rendered, shown));
        }
        let found = align(&originals, &rendered, None);
        let (left, added) = found.alone(&originals, &rendered);
        if left.max(added) <= LEFT / 2.0 {
            return found.beads;
        }
        let whole = (0..source.paragraphs.len(), 0..target.paragraphs.len());
        vec![Bead { source: whole.0, target: whole.1, evidence: 0.0 }]
    }

    /// The beads of all sentences, group by group. None goes beyond a paragraph.
    fn beads(&self, source: &Side, target: &Side, groups: &[Bead]) -> Vec<Bead> {
        let mut beads = vec![];
        for group in groups {
            let of = source.of_paragraphs(&group.source);
            let to = target.of_paragraphs(&group.target);
            let whole =
                |from: &Range<usize>, it: &Range<usize>| from.start + it.start..from.start + it.end;
            let parted = |s: Range<usize>, t: Range<usize>| {
                let cut = source.is_parted(&whole(&of, &s)) || target.is_parted(&whole(&to, &t));
                if cut { f32::NEG_INFINITY } else { 0.0 }
            };
            let (originals, rendered) = (&self.originals[of.clone()], &self.rendered[to.clone()]);
            for bead in align(originals, rendered, Some(&parted)).beads {
                let (source, target) = (whole(&of, &bead.source), whole(&to, &bead.target));
                beads.push(Bead { source, target, ..bead });
            }
        }
        beads
    }
}

/// Makes segments of beads.
struct Builder<'d, 't> {
    source: Side<'t>,
    target: Side<'t>,
    document: &'d mut Document,
    missing: Vec<Missing>,
    last: Option<Place>,
}

impl Builder<'_, '_> {
    fn build(&mut self, beads: &[Bead]) {
        for bead in beads {
            let source = (!bead.source.is_empty()).then(|| self.source.text(&bead.source));
            if bead.target.is_empty() {
                let after = self.last;
                self.missing.extend(source.map(|source| Missing { id: None, source, after }));
                continue;
            }
            let nth = self.target.sentences[bead.target.start].0;
            let target = self.target.text(&bead.target);
            self.push(nth, source, target);
        }
    }

    fn push(&mut self, nth: usize, source: Option<Text>, target: Text) {
        let is_first = self.last.is_none_or(|it| it.paragraph as usize != nth);
        let paragraph: &mut Paragraph = &mut self.document.paragraphs[nth];
        if is_first {
            let first = &mut paragraph.segments[0];
            (first.source, first.target) = (source, target);
        } else {
            let like = paragraph.segments[0].clone();
            paragraph.segments.push(Segment { source, target, ..like });
        }
        let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        self.last =
            Some(Place { paragraph: number(nth), segment: number(paragraph.segments.len() - 1) });
    }
}
