use super::{Resources, Unit};
use crate::script::{Census, Script};
use crate::text::Variant;

/// What a document says of itself as a whole, and what was declared of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manuscript {
    /// How many characters are evidence for each script.
    pub(super) census: Census,
    /// The variant that a row or the user declares.
    pub(super) variant: Option<Variant>,
}

impl Manuscript {
    /// Reads a document once.
    pub(super) fn of(units: &[Unit], with: &Resources) -> Self {
        let mut census = Census::default();
        for unit in units {
            census.add(unit.target.text());
        }
        let row = units.iter().find_map(|unit| unit.variant);
        Self { census, variant: row.or(with.variant) }
    }

    /// The script that the document is written in: the one with most evidence, else the declared.
    pub(super) fn script(&self) -> Option<Script> {
        self.census.majority().or(self.variant.map(Script::from))
    }
}
