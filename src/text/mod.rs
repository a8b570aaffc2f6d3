//! Text and places in it: the ground that every other module stands on.

pub mod chars;
mod clauses;
mod content;
mod document;
mod enclosure;
mod figure;
mod given;
mod lines;
pub mod marks;
mod origin;
mod pairing;
mod ruler;
mod sealed;
mod sentences;
mod shadow;
mod size;
mod span;
mod variant;
mod view;

pub use clauses::clauses;
pub use content::{Inline, Role, Text};
pub use document::{Document, Kind, Paragraph, Place, Segment, State};
pub use enclosure::{Enclosure, enclosure};
pub use given::Given;
pub use lines::{Lines, Position, line_ranges};
pub use origin::Origin;
pub use pairing::{Lone, Pairing};
pub use ruler::{Offset, Ruler};
pub use sealed::urls;
pub use sentences::sentences;
pub use shadow::{Shadow, fold};
pub use size::Size;
pub use span::Span;
pub use variant::{UnknownVariant, Variant};
pub use view::View;
