//! A source beside its translation: which paragraphs and which sentences of the two belong
//! together.
//!
//! Everything is counted as evidence, in natural logarithms of odds: how much likelier two pieces
//! are as translations of each other than as strangers. Their lengths say it (Gale and Church),
//! numbers, names and other words that both have, and the words of the source whose renderings
//! stand in the target. With the encoder what the two say is heard too, and then counts most: the
//! margin of the cosine of their vectors over how near the texts are as a whole. Dynamic
//! programming finds the beads with the greatest sum; texts of many pieces are searched within a
//! band around what only one piece of each has, so that time grows with the length of a text and
//! not with its square.

mod band;
mod claims;
mod evidence;
mod meaning;
mod pair;
mod piece;
mod search;
mod vouching;
mod words;

pub use meaning::understand;
pub use pair::pair;
pub use piece::{Original, Rendered};
pub use search::{Alignment, Bead, Likeness, align};
pub(crate) use vouching::vouched;
pub(crate) use words::content_words;
