//! Where a text repeats itself, and whether it may.
//!
//! Places are characters of the shadow. What is found here is repetition that good Chinese does
//! not have: reduplication (研究研究, 高高兴兴), laughter, answers (不，不) and emphasis
//! (很远很远) are left out already.

mod clauses;
mod coverage;
mod doublet;
mod echo;
mod inside;
mod joined;
mod judge;
mod licence;
mod passage;
mod runs;
mod squeezed;
mod tandem;
mod tokens;

pub use clauses::{ClauseCopy, Clauses, clause_copies};
pub use coverage::coverage;
pub use doublet::{Doublet, doubles, doublets};
pub use echo::{Echo, echoes};
pub use joined::{joined, joints};
pub use licence::{Claim, Licence};
pub use passage::Passage;
pub use runs::Repeats;
pub use tandem::{Candidates, Tandem, tandems};
pub use tokens::{TokenLoop, token_loops};

pub(crate) use licence::share;
