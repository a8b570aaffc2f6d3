//! What was set aside, and what is wrong with what sets it aside, as programs read it.

use super::Notice;
use super::record::{Texts, texts};
use crate::review::Aside;
use serde::Serialize;

/// How many findings were set aside, and by what.
#[derive(Serialize)]
pub(super) struct SetAside {
    suppressed: u32,
    accepted: u32,
    unchanged: u32,
}

impl From<Aside> for SetAside {
    fn from(Aside { suppressed, accepted, unchanged }: Aside) -> Self {
        Self { suppressed, accepted, unchanged }
    }
}

/// What is told of a file besides its findings.
#[derive(Serialize)]
pub(super) struct Told {
    line: Option<u32>,
    column: Option<u32>,
    message: Texts,
}

impl From<&Notice> for Told {
    fn from(notice: &Notice) -> Self {
        let (line, column) = notice.place.unzip();
        Self { line, column, message: texts(&notice.said) }
    }
}
