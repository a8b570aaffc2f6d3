use crate::chance::Chance;
use serde::Deserialize;
use std::error::Error;
use std::ops::Range;
use xindaya::text::{Document, Paragraph, Segment, Size, Text, clauses};

/// A pair and the document that it is of.
#[derive(Deserialize)]
pub(crate) struct Row {
    #[serde(default)]
    doc: String,
    pub(crate) source: String,
    pub(crate) target: String,
}

/// Clean pairs, document by document.
pub(crate) struct Pairs {
    pub(crate) rows: Vec<Row>,
}

/// Han characters, words and numbers of a clause that is put in.
const LONG: u32 = 10;

/// The share of a target that is deleted.
const DELETED: Range<f64> = 0.3..0.6;

impl Pairs {
    pub(crate) fn read(path: &str) -> Result<Self, Box<dyn Error>> {
        let text = std::fs::read_to_string(path)?;
        let rows = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        Ok(Self { rows })
    }

    /// The rows of the document that one row is of.
    pub(crate) fn document(&self, of: usize) -> impl Iterator<Item = usize> {
        let doc = &self.rows[of].doc;
        (0..self.rows.len()).filter(move |it| self.rows[*it].doc == *doc)
    }

    /// Targets with a clause of another one before one of theirs: the row, the text, the clause.
    pub(crate) fn foreign(&self, same: bool) -> Vec<(usize, String, String)> {
        let mut chance = Chance(11);
        (0..self.rows.len()).filter_map(|nth| self.with_foreign(nth, same, &mut chance)).collect()
    }

    fn with_foreign(
        &self,
        nth: usize,
        same: bool,
        chance: &mut Chance,
    ) -> Option<(usize, String, String)> {
        let target = &self.rows[nth].target;
        let foreign = (0..TRIES).find_map(|_| {
            let other = chance.below(self.rows.len());
            let is_same = self.rows[other].doc == self.rows[nth].doc;
            let from = self.rows[other].target.as_str();
            let parts = clauses(from);
            let part = parts.get(chance.below(parts.len().max(1)))?;
            let part = &from[part.range()];
            let size = Size::of(part);
            let fits = size.han + size.tokens >= LONG && is_same == same && other != nth;
            fits.then_some(part)
        })?;
        let parts = clauses(target);
        let at = parts.get(chance.below(parts.len().max(1)))?.range().start;
        let text = if chance.is_under(BEHIND) {
            format!("{target}{foreign}。")
        } else {
            format!("{}{foreign}，{}", &target[..at], &target[at..])
        };
        Some((nth, text, foreign.to_owned()))
    }

    /// Targets without some of their clauses, where they have so many.
    pub(crate) fn shortened(&self) -> Vec<(usize, String)> {
        let mut chance = Chance(11);
        let mut shorten = |(nth, row): (usize, &Row)| {
            let target = row.target.as_str();
            let starts: Vec<usize> = clauses(target).iter().map(|it| it.range().start).collect();
            let ends = starts.iter().copied().skip(1).chain([target.len()]);
            let cuts: Vec<Range<usize>> = ends
                .flat_map(|end| starts.iter().map(move |start| *start..end))
                .filter(|it| DELETED.contains(&share(target, it)))
                .collect();
            let cut = cuts.get(chance.below(cuts.len().max(1)))?;
            Some((nth, format!("{}{}", &target[..cut.start], &target[cut.end..])))
        };
        self.rows.iter().enumerate().filter_map(&mut shorten).collect()
    }

    /// The pairs as documents.
    pub(crate) fn documents(&self) -> Vec<Document> {
        self.of_targets(|nth| nth)
    }

    /// The same where each two targets of a document that are neighbours have changed places.
    pub(crate) fn swapped(&self) -> Vec<Document> {
        self.of_targets(|nth| {
            let other = nth ^ 1;
            let is_same = self.rows.get(other).is_some_and(|it| it.doc == self.rows[nth].doc);
            if is_same { other } else { nth }
        })
    }

    fn of_targets(&self, target: impl Fn(usize) -> usize) -> Vec<Document> {
        let numbered: Vec<(usize, &Row)> = self.rows.iter().enumerate().collect();
        let paragraph = |(nth, row): &(usize, &Row)| {
            let source = Some(Text::from(row.source.as_str()));
            let target = Text::from(self.rows[target(*nth)].target.as_str());
            let segment = Segment { source, target, ..Segment::default() };
            Paragraph { segments: vec![segment], ..Paragraph::default() }
        };
        let documents = numbered.chunk_by(|a, b| a.1.doc == b.1.doc);
        let document = |rows: &[(usize, &Row)]| {
            let paragraphs = rows.iter().map(paragraph).collect();
            Document { paragraphs, ..Document::default() }
        };
        documents.map(document).collect()
    }
}

/// The share of clauses that are put behind all others, as by an engine that does not stop.
const BEHIND: f64 = 0.2;

/// So many clauses are looked at for one of the right kind.
const TRIES: usize = 400;

#[expect(clippy::cast_precision_loss, reason = "the numbers are those of a line's characters")]
fn share(text: &str, part: &Range<usize>) -> f64 {
    text.get(part.clone()).unwrap_or_default().chars().count() as f64 / text.chars().count() as f64
}
