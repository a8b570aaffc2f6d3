//! Tags, addresses, placeholders and Markdown: where they stand, which of a source are not in its
//! translation, and what an engine broke.

mod accelerator;
mod edge;
mod field;
mod identifier;
mod leak;
mod link;
mod markdown;
mod message;
mod outline;
mod placeholder;
mod tag;
mod traces;
mod url;
mod weave;

pub use accelerator::{KeyFault, key_fault};
pub use edge::{Breaks, Edge, edges};
pub use field::{Change, Field, Sort, changes, fields, inline_changes};
pub use identifier::identifiers;
pub use leak::{Leak, leaks};
pub use link::{LinkChange, link_changes};
pub use markdown::damaged_markdown;
pub use message::{
    Branch, Choice, Flaw, Message, MessageFault, Part as MessagePart, Pick, Piece, Variation,
    Wrong, agree, message, message_fault, variations,
};
pub use outline::Outline;
pub use placeholder::{Broken, Placeholder, damaged_placeholders};
pub use traces::{Trace, Traces};
pub use url::{Damage, DamagedUrl, damaged_urls};
pub use weave::{Element, TagChange, elements, tag_changes};

use crate::text::{Enclosure, enclosure};
use std::ops::Range;

/// Whether a stretch is spoken of rather than used: it stands in backticks or quotation marks.
fn is_mentioned(text: &str, stretch: Range<usize>) -> bool {
    matches!(enclosure(text, stretch), Some(Enclosure::Code | Enclosure::Quote))
}
