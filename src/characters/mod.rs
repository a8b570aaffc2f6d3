//! Characters that came to harm: read in the wrong encoding, invisible, from the wrong block, or
//! only like the right ones.

mod common;
mod entities;
mod homoglyph;
mod invisible;
mod mojibake;
mod odd;
mod pinyin;
mod reread;
mod signs;
mod western;

pub use entities::{Entity, entities};
pub use homoglyph::{Homoglyph, homoglyphs};
pub use invisible::{Invisible, Unseen, invisible};
pub use mojibake::{Mojibake, mojibake};
pub use odd::{Odd, odd};
pub use pinyin::injected_pinyin;
pub use signs::{Sign, Signs};

use crate::text::Span;

/// A stretch, and what it should be where that is sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// Where the stretch stands.
    pub span: Span,
    /// What it should be.
    pub right: String,
}
