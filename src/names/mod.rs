//! Names in a Chinese text: its Latin words, what tells a mangled name, which known name is near,
//! and glosses such as 中文（English）.

mod casing;
mod gloss;
mod known;
mod latin;
mod mangled;
mod near;
mod rendering;
mod sound;

pub use casing::{Casing, casing};
pub use gloss::{Gloss, glosses};
pub use known::{Source, is_known, plain};
pub use latin::{Case, Latin, latin};
pub use mangled::{Mangled, mangled};
pub use near::{Near, distance};
pub use rendering::{differ, is_sound, sounded};
pub use sound::is_syllables;
