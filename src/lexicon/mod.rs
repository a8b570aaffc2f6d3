//! English words, names and brands.

/// English words, names and brands.
#[derive(Debug, Default)]
pub struct Lexicon;
