//! Text and places in it: the ground that every other module stands on.

pub mod chars;
mod clauses;
mod document;
mod enclosure;
mod figure;
mod landmarks;
mod lines;
pub mod marks;
mod origin;
mod pairing;
mod phrases;
mod ruler;
mod sealed;
mod sentences;
mod shadow;
mod size;
mod span;
mod variant;

pub use clauses::{Cuts, clauses};
pub use document::{Document, Kind, Paragraph, Place, Segment, Text};
pub use enclosure::{Enclosure, enclosure};
pub use landmarks::{Landmark, Landmarks};
pub use lines::{Lines, Position, line_ranges};
pub use origin::Origin;
pub use pairing::{Lone, Pairing};
pub use phrases::Phrases;
pub use ruler::{Offset, Ruler};
pub use sealed::urls;
pub use sentences::sentences;
pub use shadow::{Shadow, fold};
pub use size::Size;
pub use span::Span;
pub use variant::{UnknownVariant, Variant};
