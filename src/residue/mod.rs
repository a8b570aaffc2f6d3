//! What a translation should not have: pieces of the source's language, of other scripts, and
//! what a language model says beside the translation.

mod debris;
mod foreign;
mod function;
mod label;
mod stretch;
mod tongue;
mod word;

pub use debris::{Debris, Scrap, debris};
pub use foreign::{Foreign, foreign};
pub use function::speaks_english;
pub use label::left_label;
pub use stretch::{Stretch, left_clauses, left_paragraph};
pub use tongue::{Tongue, is_surely_chinese, tongue};
pub use word::{Left, left_words};
