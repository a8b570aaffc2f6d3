use super::claims::{Claim, Key, Reader, shown};
use super::meaning::Said;

/// A piece of the source as it is compared: a paragraph or a sentence.
#[derive(Clone, Debug)]
pub struct Original {
    pub(super) length: f32,
    pub(super) claims: Vec<Claim>,
    /// Whether the text that it belongs to is English, so that its words can be looked up.
    pub(super) is_english: bool,
    /// What it says, if the encoder read it.
    pub(super) said: Option<Box<Said>>,
}

/// A piece of the target as it is compared.
#[derive(Clone, Debug)]
pub struct Rendered {
    pub(super) length: f32,
    pub(super) shown: Vec<Key>,
    /// What it says, if the encoder read it.
    pub(super) said: Option<Box<Said>>,
}

/// So many claims of one piece are compared at most: a bit each.
pub(super) const CLAIMS: usize = 128;

/// The share of words that have renderings in an English text, at least.
const ENGLISH: f32 = 0.4;

impl Original {
    /// Reads the pieces of a source. Of a text that is not English only numbers and words that
    /// stay as they are can be compared.
    pub fn all<'t>(pieces: impl IntoIterator<Item = &'t str>) -> Vec<Self> {
        Self::read(pieces, &mut Reader::default())
    }

    /// The same with a reader that may know the words already.
    pub(super) fn read<'t>(
        pieces: impl IntoIterator<Item = &'t str>,
        reader: &mut Reader,
    ) -> Vec<Self> {
        let (mut known, mut all) = (0, 0);
        let read = |piece: &str| {
            let (claims, (of_these, words)) = reader.claims(piece);
            known += of_these;
            all += words;
            Self { length: length(piece), claims, is_english: true, said: None }
        };
        let mut read: Vec<Self> = pieces.into_iter().map(read).collect();
        let is_english = small(known) >= ENGLISH * small(all);
        for piece in &mut read {
            if !is_english {
                piece.forget_words();
            }
            // The claims that say most are those that few texts show.
            piece.claims.sort_by(|a, b| a.rate.total_cmp(&b.rate));
            piece.claims.truncate(CLAIMS);
        }
        read
    }
}

impl Original {
    /// Leaves out what only an English word says.
    fn forget_words(&mut self) {
        self.is_english = false;
        self.claims.retain(|it| it.is_rare);
        for claim in &mut self.claims {
            claim.shown = if claim.shown < 0.5 { KEPT } else { claim.shown };
        }
    }
}

/// The share of the words of another language that a translation keeps.
const KEPT: f32 = 0.05;

impl Rendered {
    /// Reads a piece of a target.
    pub fn of(piece: &str) -> Self {
        Self { length: length(piece), shown: shown(piece), said: None }
    }
}

fn length(piece: &str) -> f32 {
    small(piece.trim().chars().count().max(1))
}

#[allow(clippy::cast_precision_loss, reason = "texts are short enough")]
pub(super) fn small(count: usize) -> f32 {
    count as f32
}
