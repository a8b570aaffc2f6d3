//! Tags, addresses, placeholders and Markdown that an engine broke.

mod leak;
mod markdown;
mod placeholder;
mod tag;
mod url;

pub use leak::{Leak, leaks};
pub use markdown::damaged_markdown;
pub use placeholder::{Broken, Placeholder, damaged_placeholders};
pub use url::{Damage, DamagedUrl, damaged_urls};

use crate::text::{Enclosure, enclosure};
use std::ops::Range;

/// Whether a stretch is spoken of rather than used: it stands in backticks or quotation marks.
fn is_mentioned(text: &str, stretch: Range<usize>) -> bool {
    matches!(enclosure(text, stretch), Some(Enclosure::Code | Enclosure::Quote))
}
