use crate::review::Review;
use crate::score::{Score, weight};
use crate::text::{Document, Paragraph, Span};
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// What is compared of a paragraph, or of several that stand beside the same part of the source.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// The number of its document in the file, from 0.
    pub document: u32,
    /// The number of its first paragraph in the file, from 1.
    pub paragraph: u32,
    /// The file's own name for its first unit.
    pub id: Option<String>,
    /// The byte of the source's file where what it translates begins, if that is a file of its own.
    pub from: Option<u32>,
    /// Its first characters.
    pub start: String,
    /// Its penalty, its size, its risk.
    pub score: Score,
    /// The risk of each segment times its words, summed up.
    pub(super) worry: f64,
    /// The words that were weighed.
    pub(super) weight: f64,
    /// How often each check found something, and what that weighs, in tenths.
    pub checks: BTreeMap<&'static str, (u32, u32)>,
}

impl Part {
    /// The mean risk of its words, from 0 to 1, as it is shown: with two decimals.
    pub fn risk(&self) -> f64 {
        let risk = self.worry / self.weight.max(LEAST);
        (risk * 100.0).round() / 100.0
    }

    /// The penalty for each word, to a thousandth.
    pub fn rate(&self) -> f64 {
        let words = self.score.size.words().max(LEAST);
        (self.score.penalty() / words * 1000.0).round() / 1000.0
    }
}

/// An empty segment is weighed as this many words.
const LEAST: f64 = 1.0;

impl AddAssign<&Part> for Part {
    fn add_assign(&mut self, other: &Self) {
        self.score += other.score;
        self.worry += other.worry;
        self.weight += other.weight;
        for (check, (count, tenths)) in &other.checks {
            let sum = self.checks.entry(check).or_default();
            *sum = (sum.0 + count, sum.1 + tenths);
        }
    }
}

/// All that is kept of a translation: none of its text but how its paragraphs begin.
#[derive(Clone, Debug, Default)]
pub struct Translation {
    /// The file's name as the user wrote it.
    pub file: String,
    /// Its paragraphs, in order.
    pub parts: Vec<Part>,
    /// How many documents it has.
    pub documents: u32,
}

impl Translation {
    /// A translation of which nothing was read yet.
    pub fn new(file: &str) -> Self {
        Self { file: file.to_owned(), ..Self::default() }
    }

    /// Adds the next document.
    pub fn add(&mut self, document: &Document, review: &Review) {
        let mut scores = review.segments.iter();
        for (nth, paragraph) in (0..).zip(&document.paragraphs) {
            let scores: Vec<&Score> = scores.by_ref().take(paragraph.segments.len()).collect();
            let words = |it: &&Score| it.size.words().max(LEAST);
            let first = paragraph.segments.first();
            let number = u32::try_from(self.parts.len() + 1).unwrap_or(u32::MAX);
            self.parts.push(Part {
                document: self.documents,
                paragraph: number,
                id: first.and_then(|it| it.id.clone()),
                from: document.source_raw.as_ref().and_then(|_| source(paragraph)),
                start: first.map_or_else(String::new, |it| start(it.target.prose().as_str())),
                score: review.paragraphs[nth as usize],
                worry: scores.iter().map(|it| it.risk.value() * words(it)).sum(),
                weight: scores.iter().map(words).sum(),
                checks: found(review, nth),
            });
        }
        self.documents += 1;
    }
}

/// Where in its file the source of a paragraph begins.
fn source(paragraph: &Paragraph) -> Option<u32> {
    let source = paragraph.segments.iter().find_map(|it| it.source.as_ref())?;
    Some(source.in_raw(Span { start: 0, end: 0 }).start)
}

/// So many characters of a paragraph are enough to know it again.
const SHOWN: usize = 80;

fn start(text: &str) -> String {
    text.trim_start().chars().take(SHOWN).collect()
}

fn found(review: &Review, nth: u32) -> BTreeMap<&'static str, (u32, u32)> {
    let mut checks: BTreeMap<&'static str, (u32, u32)> = BTreeMap::new();
    for finding in review.in_paragraph(nth) {
        let systematic = crate::checks::find(finding.check).is_some_and(|it| it.systematic);
        let (count, tenths) = checks.entry(finding.check).or_default();
        *count += 1;
        *tenths += weight(finding.severity, finding.confidence, systematic);
    }
    checks
}
