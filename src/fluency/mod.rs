//! Whether a sentence is whole: what is cut off, left open, said of itself, or said in too few
//! characters.

mod circle;
mod edges;
mod fragment;
mod frame;
mod garble;
mod listed;
mod richness;
mod token;

pub use circle::circles;
pub use edges::{Ending, ending, leading};
pub use fragment::{Fragment, fragment};
pub use frame::{Frame, Lack, open_frames};
pub use garble::Garble;
pub use listed::list_commas;
pub use richness::{collapse, richness, windows};
pub use token::{Token, tokens};
