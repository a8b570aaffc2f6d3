use std::ops::Deref;

/// The characters of a shadow with which what a check looks for begins, in order: words that join
/// and open, particles, stops, the first letter of each Latin token. Whoever walks them passes over
/// most of a text.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    all: Vec<Cue>,
    /// How many there are while they are gathered.
    count: usize,
}

/// One of them, with the number of the character in the shadow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cue {
    at: u32,
    /// The character.
    pub c: char,
}

impl Cue {
    /// The number of the character.
    pub fn at(&self) -> usize {
        self.at as usize
    }
}

impl Cues {
    /// None so far, and room for so many.
    pub(super) fn with_room(room: usize) -> Self {
        Self { all: vec![Cue::default(); room], count: 0 }
    }

    /// Takes a character in, if it is one. Whether it is cannot be foreseen, so that each is written
    /// down, and the next one in its place unless it was.
    #[inline]
    pub(super) fn add(&mut self, at: u32, c: char, is_cue: bool) {
        self.all[self.count] = Cue { at, c };
        self.count += usize::from(is_cue);
    }

    /// All that were taken in.
    pub(super) fn whole(mut self) -> Self {
        self.all.truncate(self.count);
        // Most of the room is not needed, and a document holds all its texts at once.
        self.all.shrink_to_fit();
        self
    }
}

impl Deref for Cues {
    type Target = [Cue];

    fn deref(&self) -> &Self::Target {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    #[test]
    fn most_characters_are_none() {
        let Reading { shadow, cues, .. } = Reading::of("他與 Meta和我說，對 é 的ABC。");
        let found: String = cues.iter().map(|it| it.c).collect();
        assert_eq!(found, "与m和,对é的a。");
        assert!(cues.iter().all(|it| shadow.chars()[it.at()] == it.c));
        assert!(Reading::of("").cues.is_empty());
    }
}
