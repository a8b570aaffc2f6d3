//! xindaya (信達雅: faithful, fluent, fitting) checks machine translation into Chinese,
//! traditional and simplified, alone or beside its source.
//!
//! # The house
//!
//! ```text
//! 9  cli                                    talks to people
//! 8  report  fix                            writes a review out; applies its fixes
//!    compare                                two translations of one text side by side
//!    baseline                               what was found before
//! 7  review                                 document and resources -> review
//! 6  config                                 one TOML file -> what runs, how strictly
//! 5  checks   score                         text -> findings      findings -> points
//! 4  align                                  source beside target
//!    residue                                what was left in the source's language, or added
//! 3  duplication  fluency  formats  names   knowledge that needs words; bytes -> document
//!    encoder                                what a sentence says, in either language
//! 2  segmenter  glossary  typography        knowledge, one noun each
//! 1  script  lexicon  finding               tables; what is said about text
//!    characters  markup  numbers            damage that shows in a few characters
//! 0  text   error                           the ground
//! ```
//!
//! A module uses only floors below its own; modules on one floor do not know each other
//! (`tests/architecture.rs`). What always holds:
//!
//! 1. Only `cli`, `config` and the glossary's loader open files. `formats` works on bytes,
//!    `report` on a writer. Segmenter, checks, score and review cannot fail.
//! 2. A check knows no file, no line number, no colour and no other check.
//! 3. A span is bytes in one segment's text; only `report` turns it into lines and columns,
//!    through the text's `Origin`, which knows where each byte stood in the file.
//! 4. The same input and configuration give the same bytes out, on any machine and with any
//!    number of threads.
//! 5. A check's id never changes and says nothing about its category.
//! 6. No global mutable state, no thread-locals. Resources are built once and then only read; the
//!    segmenter reads its dictionary as texts ask for words, which no result shows.

pub mod align;
pub mod baseline;
pub mod characters;
pub mod checks;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod config;
pub mod duplication;
#[cfg(feature = "encoder")]
pub mod encoder;
#[cfg(not(feature = "encoder"))]
#[path = "encoder/absent.rs"]
pub mod encoder;
pub mod error;
pub mod finding;
pub mod fix;
pub mod fluency;
pub mod formats;
pub mod glossary;
pub mod lexicon;
pub mod markup;
pub mod names;
pub mod numbers;
pub mod report;
pub mod residue;
pub mod review;
pub mod score;
pub mod script;
pub mod segmenter;
pub mod text;
pub mod typography;
