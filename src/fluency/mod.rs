//! Whether a sentence is whole: what is cut off, left open, said of itself, said in too few
//! characters, or in characters that do not usually stand side by side.

mod circle;
mod edges;
mod fragment;
mod frame;
mod garble;
mod listed;
mod pairs;
mod richness;
mod token;
mod units;

pub use circle::circles;
pub use edges::{Ending, ending, leading};
pub use fragment::{Fragment, fragment};
pub use frame::{Frame, GOES_ON, Lack, open_frames};
pub use garble::Garble;
pub use listed::{ends_list, list_commas};
pub use pairs::{looseness, odd_pair, usual};
pub use richness::{Variety, collapse, richness, windows};
pub use token::{Token, tokens};
