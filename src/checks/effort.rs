use super::Resources;
use crate::encoder::Encoder;

/// How thoroughly a target is checked beside its source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// By what can be seen: characters, words, numbers.
    Fast,
    /// By what is said too: the sentence encoder reads source and target. Without a source, and in
    /// a build without the encoder, it is the same as fast.
    #[default]
    Full,
}

impl Effort {
    /// Each effort with its name.
    pub const ALL: [(&str, Self); 2] = [("fast", Self::Fast), ("full", Self::Full)];
}

impl Resources {
    /// What reads the meaning of texts, if the effort is full and the program has it.
    pub fn encoder(&self) -> Option<&'static Encoder> {
        if self.effort == Effort::Full { Encoder::shipped() } else { None }
    }
}
