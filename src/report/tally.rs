use super::{is_systematic, words};
use crate::error::visible;
use crate::finding::{Language, Message, Severity};
use crate::review::{Aside, Review};
use crate::score::{Counts, Found, Gate, Risk, Score, Standard};
use crate::text::{Document, Lines};

/// What a file came to. A file of several documents, such as rows without a `document` key, is
/// weighed as a whole: the sum of its documents.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// The file's name as the user wrote it.
    pub file: String,
    /// How many paragraphs were read.
    pub paragraphs: u32,
    /// The findings, those of systematic checks left out.
    pub counts: Counts,
    /// The findings of systematic checks.
    pub systematic: Counts,
    /// What the gate counts.
    pub found: Found,
    /// What the file must reach, where it is something else than what the run must.
    pub standard: Option<Standard>,
    /// The sum of all paragraphs.
    pub score: Score,
    /// The number, from 1, and the score of the worst paragraph.
    pub worst: Option<(u32, Score)>,
    /// The number, from 1, and the risk of the riskiest paragraph.
    pub riskiest: Option<(u32, Risk)>,
    /// Why the file does not pass; nothing while it does.
    pub refused: Vec<Message>,
    /// How much of the file could not be read.
    pub unread: u32,
    /// The findings that were set aside: they are in no other number.
    pub aside: Aside,
    /// What is wrong with what sets findings aside.
    pub notices: Vec<Notice>,
}

/// Something that sets findings aside does not do what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The file that it is about.
    pub file: String,
    /// Its line and its column in the file.
    pub place: Option<(u32, u32)>,
    /// What is wrong.
    pub said: Message,
}

impl Notice {
    /// What a person is told, the place first.
    pub fn text(&self, language: Language) -> String {
        let place = self.place.map(|(line, column)| format!(":{line}:{column}"));
        let (file, place) = (visible(&self.file), place.unwrap_or_default());
        format!("{file}{place}: {}", visible(&self.said.text(language)))
    }
}

impl Tally {
    /// A file of which nothing was read yet.
    pub(super) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), ..Self::default() }
    }

    /// Adds a document of the file.
    pub(super) fn add(&mut self, document: &Document, review: &Review) {
        debug_assert_eq!(document.paragraphs.len(), review.paragraphs.len());
        for score in &review.paragraphs {
            self.paragraphs += 1;
            let is_worse = self.worst.is_none_or(|(_, worst)| {
                score.paragraph_points().total_cmp(&worst.paragraph_points()).is_lt()
            });
            if is_worse {
                self.worst = Some((self.paragraphs, *score));
            }
            if self.riskiest.is_none_or(|(_, risk)| score.risk > risk) {
                self.riskiest = Some((self.paragraphs, score.risk));
            }
        }
        self.score += review.score;
        self.aside += review.aside;
        for finding in &review.findings {
            let systematic = is_systematic(finding);
            if systematic { &mut self.systematic } else { &mut self.counts }.add(finding);
            self.found.add(finding);
        }
    }

    /// Takes down what in a document of the file sets nothing aside.
    pub(super) fn note(&mut self, document: &Document, review: &Review) {
        if review.idle.is_empty() {
            return;
        }
        let lines = Lines::of(&document.raw, document.first_line);
        let place = |at| (lines.line(at), lines.position(at).column);
        self.notices.extend(review.idle.iter().map(|it| Notice {
            file: self.file.clone(),
            place: Some(place(it.raw.start)),
            said: it.said.clone(),
        }));
    }

    /// Asks the file's own gate, or that of the run.
    pub(super) fn judge(&mut self, gate: &Gate) {
        let gate = self.standard.as_ref().map_or(gate, |it| &it.gate);
        self.refused = gate.refuse(self.score, self.worst, &self.found);
        self.refused.extend(gate.refuse_risk(self.riskiest));
    }

    /// Why the file does not pass, in one line; nothing while it does.
    pub(super) fn reasons(&self, language: Language) -> Option<String> {
        let reasons: Vec<String> = self.refused.iter().map(|it| it.text(language)).collect();
        (!reasons.is_empty()).then(|| reasons.join(words::semicolon(language)))
    }

    /// Whether the whole file was read and passed the gate.
    pub fn passed(&self) -> bool {
        self.refused.is_empty() && self.unread == 0
    }
}

/// A report's column of counts: what weighs nothing stands under neutral.
pub(super) fn column(counts: &Counts, severity: Severity) -> u32 {
    let unsure = if severity == Severity::Neutral { counts.unsure } else { 0 };
    counts[severity] + unsure
}
