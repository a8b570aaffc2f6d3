//! Names in a Chinese text: its Latin words, what tells a mangled name, which known name is near,
//! and glosses such as 中文（English）.

mod alike;
mod casing;
mod dotted;
mod first;
mod gloss;
mod half;
mod kin;
mod known;
mod latin;
mod mangled;
mod rendering;
mod sound;
mod transliteration;

pub use alike::{heard, is_heard, sounds_like};
pub use casing::{Casing, casing};
pub use dotted::{Dotted, dotted};
pub use first::{is_first_name, renders_first_name};
pub use gloss::{Gloss, glosses, idle_glosses};
pub use half::{Joint, joints};
pub use kin::{Stranger, strangers};
pub use known::{Source, is_known, plain};
pub use latin::{Case, Latin, latin, latin_among};
pub use mangled::{Mangled, mangled};
pub use rendering::{differ, sounded};
pub use sound::is_syllables;
pub use transliteration::is_sound;
