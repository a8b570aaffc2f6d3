use super::index::stands_alone;
use crate::text::{Phrases, Shadow};
use std::ops::Range;

/// The characters of a phrase in a shadow, and its number.
pub(super) type Standing = (Range<usize>, u32);

/// What a glossary looks for, all at once.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub(super) phrases: Phrases,
    /// For each number of a phrase what it is for.
    uses: Vec<Use>,
}

/// What a phrase is for.
#[derive(Clone, Copy, Debug, Default)]
struct Use {
    /// It is a word of a context: it counts that a text has it.
    is_context: bool,
    /// It is a text of a term, or begins one: it counts where it stands.
    is_placed: bool,
}

/// What stands in a text as a word of its own.
#[derive(Debug)]
pub(super) struct Scanned {
    /// The texts of terms with their places, in order, overlaps included.
    pub(super) placed: Vec<Standing>,
    /// The words of contexts by their numbers, each once.
    pub(super) said: Vec<u32>,
}

impl Scan {
    /// Takes in a word of a context, and gives its number.
    pub(super) fn add_context(&mut self, word: &str) -> Option<u32> {
        let number = self.phrases.add(word)?;
        self.use_of(number).is_context = true;
        Some(number)
    }

    /// Takes in a text of a term, and gives its number.
    pub(super) fn add(&mut self, text: &str) -> Option<u32> {
        let number = self.phrases.add(text)?;
        self.use_of(number).is_placed = true;
        Some(number)
    }

    fn use_of(&mut self, number: u32) -> &mut Use {
        let nth = number as usize;
        self.uses.resize(self.uses.len().max(nth + 1), Use::default());
        &mut self.uses[nth]
    }

    /// All of it that stands in a text.
    pub(super) fn of(&self, shadow: &Shadow) -> Scanned {
        let mut found =
            Scanned { placed: vec![], said: Vec::with_capacity(shadow.chars().len() / 16 + 4) };
        self.phrases.each(shadow.chars(), |chars, number| {
            if stands_alone(shadow.chars(), &chars) {
                let is = self.uses[number as usize];
                if is.is_context {
                    found.said.push(number);
                }
                if is.is_placed {
                    found.placed.push((chars, number));
                }
            }
        });
        found.said.sort_unstable();
        found.said.dedup();
        found
    }
}
